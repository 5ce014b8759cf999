// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"

#include <QAbstractTableModel>

namespace amb {

/// What a message says, a row a fact: its name in words, and its value or how it changed.
class DecodedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        LabelColumn,
        ValueColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setMessage(const DecodedMessage &message);
    [[nodiscard]] const DecodedMessage &message() const { return m_message; }
    /// Nothing for the row that tells how many fields are left out.
    [[nodiscard]] const DecodedField *field(int row) const;

    /// All that is known of a field: its name in the payload, its values as the server keeps them,
    /// and what they mean.
    [[nodiscard]] QString detail(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant fieldData(const DecodedField &field, int column, int role) const;
    [[nodiscard]] QVariant leftOutData(int column, int role) const;

    DecodedMessage m_message;
};

} // namespace amb
