// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace amb {

/// The subscriptions as people want to see them: one below the other or as a tree of the names'
/// segments, favourites first, and only those that are looked for.
///
/// A segment stands for all subscriptions below it; messages that several of them bring are counted
/// once.
class ChannelTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        RateColumn,
        MessagesColumn,
        BytesColumn,
        LastColumn,
        CourseColumn,
        ColumnCount,
    };

    /// What a row shows.
    struct Item
    {
        const ChannelModel::Entry *entry = nullptr; ///< none: a segment
        QString title;
        QString detail;
        ChannelHabit habit;
        ChannelModel::Totals totals;
    };

    /// Both must outlive the tree.
    ChannelTree(ChannelModel &channels, ChannelHabits &habits, QObject *parent = nullptr);
    ~ChannelTree() override;

    [[nodiscard]] bool isTree() const { return m_isTree; }
    void setTree(bool isTree);
    /// Shows only channels whose names, in words or raw, have all of these words.
    void setSearch(const QString &words);
    [[nodiscard]] bool isSearching() const { return !m_search.isEmpty(); }

    [[nodiscard]] Item item(const QModelIndex &index) const;
    [[nodiscard]] bool isRefused(const QModelIndex &index) const;
    /// So many that their reasons would fill the pane.
    [[nodiscard]] bool hasManyRefusals() const;
    [[nodiscard]] QList<double> course(const QModelIndex &index) const;
    /// The subscriptions that an index stands for: its own, and all below a segment.
    [[nodiscard]] QList<ChannelPattern> patterns(const QModelIndex &index) const;
    /// The row of ChannelModel that an index shows, where it is a subscription.
    [[nodiscard]] std::optional<int> channelRow(const QModelIndex &index) const;
    /// Tells an index from all others, also after the tree was built anew.
    [[nodiscard]] QString key(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// Of a subscription; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const ChannelPattern &pattern) const;

    [[nodiscard]] QModelIndex index(int row,
                                    int column,
                                    const QModelIndex &parent = {}) const override;
    using QObject::parent;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Node;

    void rebuild();
    void build();
    void addToTree(int channel, const QString &name);
    void forward(const QModelIndex &first, const QModelIndex &last);
    [[nodiscard]] bool isFound(int channel) const;
    [[nodiscard]] QString segmentDetail(const Node &node, const ChannelModel::Totals &totals) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index, const Item &item) const;
    [[nodiscard]] const Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfNode(const Node &node, int column) const;

    ChannelModel &m_channels;
    ChannelHabits &m_habits;
    bool m_isTree = false;
    bool m_isChanging = false;
    QStringList m_search;
    std::unique_ptr<Node> m_root;
    std::vector<Node *> m_nodes; ///< by row of ChannelModel; null where it is not shown
};

} // namespace amb
