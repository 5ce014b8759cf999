// SPDX-License-Identifier: MIT
#include "ui/stories/transcriptmodel.h"

#include "ui/widgets/wording.h"

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

QString TranscriptModel::whenText(const ChatLine &line)
{
    return line.time == line.place ? clockText(line.time) : QString();
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
        if (whenText(line).isEmpty())
            return line.text;
        return line.who.isEmpty() ? tr("%1, %2").arg(line.text, whenText(line))
                                  : tr("%1: %2, %3").arg(line.who, line.text, whenText(line));
    case Qt::ToolTipRole:
        return whenText(line).isEmpty()
            ? toolTipText(tr("Came at %1; the message does not tell when it happened.")
                              .arg(fullTimeText(line.time)))
            : toolTipText(fullTimeText(line.time));
    default:
        return {};
    }
}

} // namespace amb
