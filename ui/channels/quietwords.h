// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"
#include "core/connectionstatus.h"
#include "ui/widgets/wording.h"

#include <optional>

namespace amb {

/// Is it quiet or dead? What is known of the connection, with the conclusion; time is now, and
/// lastMessage when anything came last on any channel.
Saying sayQuietConnection(const ConnectionStatus &status,
                          std::optional<Timestamp> lastMessage,
                          Timestamp time);

/// The same for a channel: "Nothing for 4 min. The connection answered 12 s ago and the
/// subscription is confirmed: the channel is quiet." lastMessage is the channel's.
Saying sayQuietChannel(const SubscriptionInfo &info,
                       std::optional<Timestamp> lastMessage,
                       const ConnectionStatus &status,
                       Timestamp time);

/// What the conclusion is drawn from, one a line: the last message, when the subscription was
/// confirmed (where there is one), the connection's last answer, the session and its time left. Of
/// a record watcher that never heard anything also what that may be.
QString quietFacts(const SubscriptionInfo *info,
                   std::optional<Timestamp> lastMessage,
                   const ConnectionStatus &status,
                   Timestamp time);

} // namespace amb
