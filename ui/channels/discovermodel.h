// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"
#include "core/instance/discovery.h"

#include <QAbstractTableModel>
#include <QHash>

namespace amb {

/// Channels that were found on an instance, and which of them are subscribed already.
class DiscoverModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ChannelColumn,
        FamilyColumn,
        StateColumn,
        ListenersColumn,
        WordsColumn,
        ColumnCount,
    };

    explicit DiscoverModel(QObject *parent = nullptr);

    void setChannels(const QList<DiscoveredChannel> &channels);
    void setSubscriptions(const QList<SubscriptionInfo> &subscriptions);
    [[nodiscard]] const DiscoveredChannel &channel(int row) const { return m_channels[row]; }
    /// What became of the wish for a channel; nothing when it is not wished for.
    [[nodiscard]] std::optional<SubscriptionInfo> subscription(const QByteArray &channel) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const DiscoveredChannel &channel, int column) const;
    [[nodiscard]] QString stateText(const DiscoveredChannel &channel) const;
    [[nodiscard]] QString toolTip(const DiscoveredChannel &channel) const;

    QList<DiscoveredChannel> m_channels;
    QHash<QByteArray, SubscriptionInfo> m_subscriptions;
};

} // namespace amb
