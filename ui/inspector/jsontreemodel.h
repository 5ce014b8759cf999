// SPDX-License-Identifier: MIT
#pragma once

#include "core/jsonreader.h"

#include <QAbstractItemModel>
#include <QByteArray>
#include <QFont>
#include <QList>

namespace amb {

/// One JSON text as a tree, members in the order they were written and numbers as they were
/// written. A container's members are read when it is expanded.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ValueColumn,
        ColumnCount,
    };

    explicit JsonTreeModel(QObject *parent = nullptr);

    /// Shows another text. A malformed one has no rows; see error().
    void setJson(const QByteArray &json);
    [[nodiscard]] const std::optional<JsonError> &error() const { return m_error; }
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    void setValueFont(const QFont &font);
    /// Values that are shown in bold, by the offsets at which they begin, in ascending order.
    void setHits(const QList<qsizetype> &hits) { m_hits = hits; }

    /// The bytes of a value as they were received.
    [[nodiscard]] QByteArray rawValue(const QModelIndex &index) const;
    /// Name and value of a member as they were received; empty for what has no name.
    [[nodiscard]] QByteArray rawMember(const QModelIndex &index) const;
    /// A string without quotes and escapes; anything else as received.
    [[nodiscard]] QString valueText(const QModelIndex &index) const;
    /// Where a value is, as `jq` writes it: `.data.record["a b"][3]`.
    [[nodiscard]] QString path(const QModelIndex &index) const;

    /// The value that begins at an offset; reads what it is in. For one that is not shown the row
    /// that counts it, for one that is nested too deep what it is in.
    [[nodiscard]] QModelIndex indexAt(qsizetype offset);

    [[nodiscard]] QModelIndex index(int row,
                                    int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Node
    {
        JsonMember member;
        int parent = 0;
        int row = 0;
        int firstChild = 0;
        int childCount = 0;
        bool isFetched = false;
        int left = 0; ///< not a value: stands for this many members that are not shown
        mutable qint64 members = -1; ///< how many a container has; -1: not counted yet
    };

    [[nodiscard]] static int nodeOf(const QModelIndex &index);
    [[nodiscard]] bool isEmpty(const JsonValue &container) const;
    [[nodiscard]] QByteArrayView bytes(const JsonValue &value) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index, const Node &node) const;
    [[nodiscard]] QVariant font(const Node &node, int column) const;
    [[nodiscard]] QString nameText(const Node &node) const;
    [[nodiscard]] QString shortValue(const Node &node) const;
    [[nodiscard]] qint64 memberCount(const Node &node) const;
    [[nodiscard]] QList<Node> readChildren(int node) const;

    QByteArray m_json;
    std::optional<JsonError> m_error;
    QList<Node> m_nodes; ///< the first holds the outermost members and is never shown
    QList<qsizetype> m_hits;
    QFont m_valueFont;
};

} // namespace amb
