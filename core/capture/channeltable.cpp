// SPDX-License-Identifier: MIT
#include "core/capture/channeltable.h"

#include "core/capture/captureline.h"

namespace amb {

ChannelTable::Channel::Channel(ChannelId id, QByteArrayView name)
    : m_id(id)
    , m_json(bytesAsJson(name))
{
    const QByteArrayView inner = QByteArrayView(m_json).sliced(1, m_json.size() - 2);
    if (inner == name) {
        m_name = inner;
    } else {
        m_escapedName = name.toByteArray();
        m_name = m_escapedName;
    }
}

ChannelStats ChannelTable::Channel::stats() const
{
    ChannelStats stats;
    stats.messages = m_messages.load(std::memory_order_acquire);
    stats.bytes = m_bytes.load(std::memory_order_relaxed);
    if (stats.messages > 0)
        stats.last = Timestamp(std::chrono::microseconds(m_last.load(std::memory_order_relaxed)));
    return stats;
}

void ChannelTable::Channel::countMessage(qint64 bytes, Timestamp time)
{
    // One thread writes, so plain stores do; an atomic addition would cost a locked instruction.
    m_last.store(time.time_since_epoch().count(), std::memory_order_relaxed);
    m_bytes.store(m_bytes.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
    m_messages.store(m_messages.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

qint64 ChannelTable::Channel::memoryBytes() const
{
    constexpr qint64 hashNode = 2 * sizeof(void *) + sizeof(QByteArrayView);
    return qint64(sizeof(Channel)) + m_json.capacity() + m_escapedName.capacity() + hashNode;
}

ChannelTable::Channel &ChannelTable::find(QByteArrayView name)
{
    Channel *channel = m_byName.value(name);
    if (!channel && m_channels.size() > last) {
        channel = &m_channels.back();
    } else if (!channel) {
        const std::lock_guard lock(m_mutex);
        const auto id = quint32(m_channels.size());
        channel = &m_channels.emplace_back(ChannelId(id), id < last ? name : QByteArrayView());
        m_byName.insert(channel->name(), channel);
        m_memoryBytes += channel->memoryBytes();
    }
    m_recent = channel;
    return *channel;
}

quint32 ChannelTable::count() const
{
    const std::lock_guard lock(m_mutex);
    return quint32(m_channels.size());
}

const ChannelTable::Channel *ChannelTable::at(ChannelId id) const
{
    const std::lock_guard lock(m_mutex);
    return quint32(id) < m_channels.size() ? &m_channels[quint32(id)] : nullptr;
}

qint64 ChannelTable::memoryBytes() const
{
    return m_memoryBytes;
}

} // namespace amb
