// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// A channel's name for people: of a record watcher what it watches, "incident · active=true";
/// other names as they are, in one line and without what could confuse the eye.
QString channelTitle(const QString &name);

} // namespace amb
