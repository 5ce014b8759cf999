// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablerequest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace amb {

/// What a group of channels is for, in words (amb.md § 7).
struct ChannelFamily
{
    QString name; ///< "Record presence"
    QString purpose; ///< one sentence
    QByteArray example; ///< a channel with what is to be filled in as <…>; empty: none is known

    friend bool operator==(const ChannelFamily &, const ChannelFamily &) = default;
};

/// The family that a channel, or a pattern of channels, belongs to; there is one for every name.
ChannelFamily familyOf(QByteArrayView channel);

/// A channel, or a pattern of them, that an instance serves or that somebody listens to.
struct DiscoveredChannel
{
    QByteArray channel;
    ChannelFamily family;
    QString name; ///< of the processor that serves it; empty for one that is only listened to
    QString words; ///< the instance's description, or what the channel's name asks for
    bool isActive = true; ///< else nothing can be subscribed
    bool isPublic = false; ///< also for those who are not signed in
    QStringList users; ///< who listens, each once, in alphabetical order
    int subscriptions = 0; ///< how many times it is listened to

    /// What is to be subscribed: the channel itself, or with <…> where a value has to be filled in.
    [[nodiscard]] QByteArray toSubscribe() const;
    [[nodiscard]] bool needsValue() const { return toSubscribe().contains('<'); }

    friend bool operator==(const DiscoveredChannel &, const DiscoveredChannel &) = default;
};

namespace discovery {

/// sys_amb_processor: which channels the instance serves.
TableRequest processorRequest();
/// sys_amb_channel_presence: who is subscribed where.
TableRequest presenceRequest();

/// What the instance serves, by name. Rows without a channel are left out.
QList<DiscoveredChannel> served(const TableRows &processors, const TableRows &presences);
/// What is listened to right now, by name.
QList<DiscoveredChannel> inUse(const TableRows &presences);

} // namespace discovery

} // namespace amb
