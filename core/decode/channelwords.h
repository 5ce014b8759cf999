// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// A channel for people: "incident active=true" for a record watcher, other names as they are.
QString channelWords(const QString &channel);

} // namespace amb
