// SPDX-License-Identifier: MIT
#include "ui/inspector/differencemodel.h"

#include "core/oneline.h"
#include "ui/widgets/wording.h"

#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString shown(const std::optional<QString> &value)
{
    return value ? *value : DifferenceModel::tr("(not there)");
}

/// Its end, where it is long: that tells more than its beginning.
QString shownPlace(const QString &path)
{
    constexpr qsizetype longest = 300;
    return visibleText(path.size() <= longest ? path : u'…' + path.right(longest)).simplified();
}

QString cell(const JsonChange &change, int column)
{
    switch (column) {
    case DifferenceModel::BeforeColumn:
        return shown(change.before);
    case DifferenceModel::AfterColumn:
        return shown(change.after);
    default:
        return shownPlace(change.path);
    }
}

/// What the bus makes anew for each message, and tells nothing of what it is about.
bool isOfTheBus(const QString &path)
{
    return path == ".id"_L1 || path == ".clientId"_L1 || path == ".ext.sys_id"_L1;
}

/// What people look for comes first: changed values, then what is new, then what a later message
/// simply does not tell (record watchers send changed fields only).
int rankOf(const JsonChange &change)
{
    if (isOfTheBus(change.path))
        return 3;
    return change.before && change.after ? 0 : change.after ? 1 : 2;
}

} // namespace

void DifferenceModel::setDifference(const JsonDifference &difference)
{
    beginResetModel();
    m_difference = difference;
    std::stable_sort(
        m_difference.changes.begin(),
        m_difference.changes.end(),
        [](const JsonChange &a, const JsonChange &b) { return rankOf(a) < rankOf(b); });
    endResetModel();
}

void DifferenceModel::setValueFont(const QFont &font)
{
    beginResetModel();
    m_valueFont = font;
    endResetModel();
}

const JsonChange *DifferenceModel::change(int row) const
{
    return row >= 0 && row < m_difference.changes.size() ? &m_difference.changes.at(row) : nullptr;
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_difference.changes.size()) + (m_difference.leftOut > 0 ? 1 : 0);
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonChange *found = change(index.row());
    if (!found) {
        if (role == Qt::DisplayRole && index.column() == PlaceColumn)
            return tr("… and %1 more").arg(numberText(m_difference.leftOut));
        return {};
    }
    const bool isAbsent = (index.column() == BeforeColumn && !found->before)
        || (index.column() == AfterColumn && !found->after);
    switch (role) {
    case Qt::DisplayRole:
        return cell(*found, index.column());
    case Qt::ToolTipRole:
        return toolTipText(
            tr("%1\nBefore: %2\nAfter: %3")
                .arg(shownPlace(found->path), shown(found->before), shown(found->after)));
    case Qt::FontRole:
        return index.column() == PlaceColumn || isAbsent ? QVariant() : QVariant(m_valueFont);
    case Qt::ForegroundRole:
        return isAbsent ? QVariant(currentPalette().brush(QPalette::PlaceholderText)) : QVariant();
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlaceColumn:
        return tr("Place");
    case BeforeColumn:
        return tr("Before");
    default:
        return tr("After");
    }
}

} // namespace amb
