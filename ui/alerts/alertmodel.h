// SPDX-License-Identifier: MIT
#pragma once

#include "ui/alerts/alertthrottle.h"

#include <QAbstractTableModel>

namespace amb {

/// The alerts that were raised, newest last. The oldest are forgotten when there are very many.
class AlertModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        RuleColumn,
        TextColumn,
        ColumnCount,
    };
    static constexpr int mostAlerts = 2000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const Alert &alert);
    void clear();
    [[nodiscard]] const Alert &alertAt(int row) const { return m_alerts.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<Alert> m_alerts;
};

} // namespace amb
