// SPDX-License-Identifier: MIT
#include "ui/inspector/decodedmodel.h"

#include "core/decode/valuemeaning.h"
#include "core/oneline.h"
#include "ui/widgets/wording.h"

#include <QFont>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestShown = 300;

QString shownValue(const QString &text)
{
    const QString line = oneLine(text, longestShown);
    return line.isEmpty() ? DecodedModel::tr("(empty)") : line;
}

QString shownField(const DecodedField &field)
{
    const QString now = shownValue(field.value.display);
    if (!field.isChange)
        return now;
    return field.before ? DecodedModel::tr("%1 → %2").arg(shownValue(field.before->display), now)
                        : DecodedModel::tr("unknown → %1").arg(now);
}

/// What is read aloud.
QString spokenField(const DecodedField &field)
{
    const QString now = shownValue(field.value.display);
    if (!field.isChange)
        return now;
    return field.before
        ? DecodedModel::tr("was %1, is %2").arg(shownValue(field.before->display), now)
        : DecodedModel::tr("is now %1; what it was is not known").arg(now);
}

/// The name in the payload, and the values as the server keeps them.
QString rawWords(const DecodedField &field)
{
    QStringList lines;
    if (!field.name.isEmpty())
        lines.append(DecodedModel::tr("Field: %1").arg(oneLine(field.name, longestShown)));
    if (field.before)
        lines.append(DecodedModel::tr("Was: %1").arg(field.before->raw));
    else if (field.isChange)
        lines.append(
            DecodedModel::tr("Was: not known. No earlier message that can be relied on tells it."));
    lines.append(field.isChange ? DecodedModel::tr("Is: %1").arg(field.value.raw)
                                : DecodedModel::tr("Value: %1").arg(field.value.raw));
    QStringList meanings = explanationText(field.value.raw).split(u'\n', Qt::SkipEmptyParts);
    if (field.before)
        meanings += explanationText(field.before->raw).split(u'\n', Qt::SkipEmptyParts);
    meanings.removeDuplicates();
    lines += meanings;
    return lines.join(u'\n');
}

} // namespace

void DecodedModel::setMessage(const DecodedMessage &message)
{
    beginResetModel();
    m_message = message;
    endResetModel();
}

const DecodedField *DecodedModel::field(int row) const
{
    return row >= 0 && row < m_message.fields.size() ? &m_message.fields.at(row) : nullptr;
}

QString DecodedModel::detail(int row) const
{
    const DecodedField *found = field(row);
    return found ? rawWords(*found) : QString();
}

int DecodedModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_message.fields.size()) + (m_message.fieldsLeftOut > 0 ? 1 : 0);
}

int DecodedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecodedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DecodedField *shown = field(index.row());
    return shown ? fieldData(*shown, index.column(), role) : leftOutData(index.column(), role);
}

QVariant DecodedModel::fieldData(const DecodedField &field, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == LabelColumn ? field.label : shownField(field);
    case Qt::AccessibleTextRole:
        return column == LabelColumn ? field.label : spokenField(field);
    case Qt::ToolTipRole:
        return toolTipText(rawWords(field));
    case Qt::FontRole:
        if (field.isChange) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant DecodedModel::leftOutData(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return column == LabelColumn ? tr("… and %1 more").arg(numberText(m_message.fieldsLeftOut))
                                 : tr("The Tree tab shows all of them.");
}

QVariant DecodedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == LabelColumn ? tr("Field") : tr("Value");
}

} // namespace amb
