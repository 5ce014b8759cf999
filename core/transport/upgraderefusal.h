// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// The HTTP status with which a WebSocket upgrade was refused, out of QWebSocket::errorString(),
/// the only place where QWebSocket (6.4) tells it; 0 where the text holds none.
int refusedUpgradeStatus(const QString &errorString);

} // namespace amb
