// SPDX-License-Identifier: MIT
#include "core/transport/upgraderefusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace amb {

int refusedUpgradeStatus(const QString &errorString)
{
    // "…: Unhandled http status code: 403 (Forbidden)." in any translation; the phrase may be
    // empty.
    static const QRegularExpression statusAndPhrase(
        QStringLiteral(R"((?<![\w.])([1-5]\d\d) \([^)]*\))"));
    const QRegularExpressionMatch match = statusAndPhrase.match(errorString);
    if (match.hasMatch())
        return match.captured(1).toInt();

    // For 400 QWebSocket has two texts of its own without the number.
    const QString unknown = QCoreApplication::translate(
        "QWebSocket",
        "QWebSocketPrivate::processHandshake: Unknown error condition encountered. "
        "Aborting connection.");
    const QString otherVersion =
        QCoreApplication::translate(
            "QWebSocket", "Handshake: Server requests a version that we don't support: %1.")
            .section(QLatin1StringView("%1"), 0, 0);
    return errorString == unknown || errorString.startsWith(otherVersion) ? 400 : 0;
}

} // namespace amb
