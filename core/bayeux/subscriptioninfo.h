// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/message.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace amb {

/// How far a wanted subscription is.
enum class SubscriptionState : quint8 {
    Waiting, ///< wanted; will be asked for as soon as the session is connected
    Pending, ///< asked for, not answered yet
    Subscribed, ///< acknowledged by the server
    Refused, ///< the server said no; asked for again after the next handshake
    Recorded, ///< not wanted from a server: a channel of a capture that is shown
};

/// A wanted subscription as the views see it.
struct SubscriptionInfo
{
    ChannelPattern pattern;
    SubscriptionState state = SubscriptionState::Waiting;
    QString refusal; ///< the server's words, when refused, or too busy when asked last
    QString explanation; ///< ours: what it means and what to do
    /// Since when the server serves it without interruption: when it was confirmed. A new client's
    /// subscription is another one: until it is confirmed there is no value, then its own; unless
    /// the old client was served until then.
    std::optional<Timestamp> acknowledged{};

    friend bool operator==(const SubscriptionInfo &, const SubscriptionInfo &) = default;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::SubscriptionInfo)
