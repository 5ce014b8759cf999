// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <deque>
#include <mutex>

namespace amb {

/// The channels of a capture: a number for each name, and totals.
///
/// One thread writes; the functions that say so may be called from any thread meanwhile.
class ChannelTable
{
public:
    /// A row's index keeps its channel in 24 bits. Whoever invents more channels than that gets the
    /// rest under this last number, which has no name.
    static constexpr quint32 last = (1U << 24) - 1;

    /// A channel as the writer needs it. Stays where it is for the table's life.
    class Channel
    {
    public:
        Channel(ChannelId id, QByteArrayView name);

        [[nodiscard]] ChannelId id() const { return m_id; }
        [[nodiscard]] QByteArrayView name() const { return m_name; }
        [[nodiscard]] QByteArrayView json() const { return m_json; } ///< the name as a JSON string
        [[nodiscard]] ChannelStats stats() const; ///< any thread
        void countMessage(qint64 bytes, Timestamp time);
        [[nodiscard]] qint64 memoryBytes() const;

    private:
        ChannelId m_id;
        QByteArray m_json;
        QByteArray m_escapedName; // empty when the name stands in m_json as it is
        QByteArrayView m_name;
        std::atomic<qint64> m_messages = 0;
        std::atomic<qint64> m_bytes = 0;
        std::atomic<qint64> m_last = 0;
    };

    /// The channel of that name, new when it is seen for the first time. Writer only.
    Channel &channel(QByteArrayView name)
    {
        if (m_recent && m_recent->name() == name)
            return *m_recent;
        return find(name);
    }

    [[nodiscard]] quint32 count() const; ///< any thread
    /// The channel of that number, nullptr when there is none. Any thread.
    [[nodiscard]] const Channel *at(ChannelId id) const;
    [[nodiscard]] qint64 memoryBytes() const; ///< any thread

private:
    Channel &find(QByteArrayView name);

    QHash<QByteArrayView, Channel *> m_byName;
    Channel *m_recent = nullptr;

    mutable std::mutex m_mutex; // guards the growth of m_channels, never its elements
    std::deque<Channel> m_channels;
    std::atomic<qint64> m_memoryBytes = 0;
};

} // namespace amb
