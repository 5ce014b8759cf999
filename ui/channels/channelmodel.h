// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"
#include "core/capture/capturetypes.h"
#include "core/connectionstatus.h"
#include "ui/widgets/wording.h"

#include <QAbstractListModel>
#include <QList>

#include <chrono>
#include <optional>

namespace amb {

class CaptureStore;

/// The wanted subscriptions with what came on the channels that match them.
class ChannelModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// What came on some channels.
    struct Totals
    {
        qint64 messages = 0;
        qint64 bytes = 0;
        double perSecond = 0;
        std::optional<Timestamp> last;
    };

    /// One subscription and its traffic.
    struct Entry : Totals
    {
        SubscriptionInfo info;
        QString title; ///< the name for people
        /// Messages a second, the newest last; at most courseSize() of them, none before the first
        /// message.
        QList<double> course;
    };
    [[nodiscard]] static constexpr qsizetype courseSize() { return 60; }

    /// The store must outlive the model.
    explicit ChannelModel(const CaptureStore &store, QObject *parent = nullptr);

    /// Shows these; rows that stay keep their place and selection.
    void setSubscriptions(const QList<SubscriptionInfo> &subscriptions);
    /// The connection that messages come over, for telling quiet channels from dead ones.
    void setConnection(const ConnectionStatus &status) { m_connection = status; }
    /// Counts anew; sinceLast is the time since the last count.
    void sample(std::chrono::microseconds sinceLast);
    [[nodiscard]] const Entry &entry(int row) const { return m_rows[row].entry; }
    /// What came on the channels of some rows: once, where several rows stand for one channel.
    [[nodiscard]] Totals totals(const QList<int> &rows) const;
    /// Whether a row's channel is quiet or dead as of time; without a row the connection.
    [[nodiscard]] Saying sayQuiet(std::optional<int> row, Timestamp time) const;
    /// What that is concluded from, one a line.
    [[nodiscard]] QString quietFacts(std::optional<int> row, Timestamp time) const;
    /// The first channel behind a row, and round, that was refused; nothing where none was.
    [[nodiscard]] std::optional<ChannelPattern> nextRefused(int row) const;
    /// What the row says below its name, in words.
    [[nodiscard]] static QString detail(const Entry &entry);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// Around all rows that setSubscriptions() inserts, moves and removes at once.
    void subscriptionsAboutToChange();
    void subscriptionsChanged();
    void sampled(); ///< all rows are counted anew

private:
    struct Channels
    {
        Entry entry;
        QList<ChannelId> matching;
        quint32 looked = 0; ///< channels below this number were matched already
    };

    [[nodiscard]] std::optional<Timestamp> lastMessage() const;
    void takeCounts();
    void match(Channels &row) const;
    [[nodiscard]] Totals totals(const QList<ChannelId> &channels) const;
    void placeRows(const QList<SubscriptionInfo> &subscriptions);
    void removeMissing(const QList<SubscriptionInfo> &subscriptions);

    const CaptureStore &m_store;
    ConnectionStatus m_connection;
    QList<Channels> m_rows;
    QList<qint64> m_counts; ///< messages of each channel at the last sample
    QList<double> m_rates; ///< of each channel since the sample before that
};

} // namespace amb
