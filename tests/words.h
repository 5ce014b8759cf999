// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"

namespace amb::test {

/// The state of a subscription as tests write it down.
inline QString wordOf(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Waiting:
        return QStringLiteral("waiting");
    case SubscriptionState::Pending:
        return QStringLiteral("pending");
    case SubscriptionState::Subscribed:
        return QStringLiteral("subscribed");
    case SubscriptionState::Refused:
        return QStringLiteral("refused");
    case SubscriptionState::Recorded:
        return QStringLiteral("recorded");
    }
    return {};
}

} // namespace amb::test
