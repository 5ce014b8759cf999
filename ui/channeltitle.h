// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// A channel's name for people: of a record watcher what it watches, "incident · active=true";
/// other names as they are.
QString channelTitle(const QString &name);

} // namespace amb
