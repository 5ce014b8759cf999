// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/jsondifference.h"

#include <QAbstractTableModel>
#include <QFont>

namespace amb {

/// What differs between two messages, a row a place: changed values first, then what only one has.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        PlaceColumn,
        BeforeColumn,
        AfterColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifference(const JsonDifference &difference);
    void setValueFont(const QFont &font);
    /// Nothing for the row that tells how many are left out.
    [[nodiscard]] const JsonChange *change(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    JsonDifference m_difference;
    QFont m_valueFont;
};

} // namespace amb
