// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"

#include <QList>

namespace amb {

class CaptureStore;

/// The channels of a capture as views know them: those with messages, and those that were
/// subscribed to without any, or refused, as the last reply says.
QList<SubscriptionInfo> recordedChannels(const CaptureStore &capture);

} // namespace amb
