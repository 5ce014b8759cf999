// SPDX-License-Identifier: MIT
#include "ui/alerts/alertmodel.h"

#include "ui/widgets/wording.h"

namespace amb {

void AlertModel::add(const Alert &alert)
{
    if (m_alerts.size() >= mostAlerts) {
        beginRemoveRows({}, 0, 0);
        m_alerts.removeFirst();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_alerts.append(alert);
    endInsertRows();
}

void AlertModel::clear()
{
    beginResetModel();
    m_alerts.clear();
    endResetModel();
}

int AlertModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_alerts.size());
}

int AlertModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Alert &alert = m_alerts.at(index.row());
    if (role == Qt::DecorationRole && index.column() == RuleColumn)
        return glyphIcon(Glyph::Warning, Tone::Warning);
    if (role == Qt::ToolTipRole)
        return index.column() == TimeColumn ? fullTimeText(alert.time) : toolTipText(alert.text);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return clockText(alert.time);
    case RuleColumn:
        return alert.rule;
    case TextColumn:
        return alert.text;
    default:
        return {};
    }
}

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case RuleColumn:
        return tr("Alert");
    case TextColumn:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace amb
