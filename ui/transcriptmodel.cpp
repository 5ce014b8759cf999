// SPDX-License-Identifier: MIT
#include "ui/transcriptmodel.h"

#include "ui/wording.h"

namespace amb {

using namespace Qt::StringLiterals;

void TranscriptModel::setLines(const QString &conversation, const QList<ChatLine> &lines)
{
    const qsizetype known = m_lines.size();
    const bool isMore = conversation == m_conversation && lines.size() >= known
        && (known == 0
            || (lines.at(known - 1).row == m_lines.last().row
                && lines.first().row == m_lines.first().row));
    if (!isMore) {
        beginResetModel();
        m_conversation = conversation;
        m_lines = lines;
        endResetModel();
        return;
    }
    if (lines.size() == known)
        return;
    beginInsertRows({}, int(known), int(lines.size()) - 1);
    m_lines = lines;
    endInsertRows();
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChatLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return line.who.isEmpty() ? tr("%1, %2").arg(line.text, clockText(line.time))
                                  : tr("%1: %2, %3").arg(line.who, line.text, clockText(line.time));
    case Qt::ToolTipRole:
        return toolTipText(fullTimeText(line.time));
    default:
        return {};
    }
}

} // namespace amb
