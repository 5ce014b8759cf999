// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"

#include <QString>

namespace amb {

/// How a way of sign-in is offered.
struct WayWords
{
    QString name; ///< in a list of ways
    QString hint; ///< what it does and when to take it
};

WayWords sayWay(Credentials::Kind way);

} // namespace amb
