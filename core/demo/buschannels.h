// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace amb {

class ChannelPattern;

/// Why the bus refuses a subscription or a publish.
struct BusRefusal
{
    QByteArray error; ///< `error` of the reply
    int code = 0; ///< `ext` glide.amb.reply.status.code; 0: left out
    QByteArray message; ///< `ext` glide.amb.reply.status.message; empty: no `ext` at all
};

/// Nobody is logged in (amb.md § 5.3).
BusRefusal notLoggedIn();
/// Whether a logged-in client may subscribe (amb.md §§ 5.3, 5.5).
std::optional<BusRefusal> refusalOfSubscription(const ChannelPattern &pattern,
                                                const QByteArray &clientId);
/// Whether a logged-in client may publish (amb.md § 6).
std::optional<BusRefusal> refusalOfPublish(const QByteArray &channel);

} // namespace amb
