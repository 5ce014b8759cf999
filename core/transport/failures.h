// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/transportfailure.h"

#include <QAbstractSocket>
#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>
#include <QUrl>

#include <chrono>

/// Builds every TransportFailure, so that both transports say the same thing in the same words.
///
/// `detail` is what the library or the peer said. Neither text ever holds a cookie, a query or
/// credentials; text of the peer is shortened to one line.
namespace amb::failures {

TransportFailure hostNotFound(const QUrl &url, const QString &detail);
TransportFailure connectionRefused(const QUrl &url, const QString &detail);
TransportFailure connectTimeout(const QUrl &url, std::chrono::milliseconds limit);
TransportFailure connectionLost(const QString &detail);
/// The peer closed the connection instead of answering the upgrade.
TransportFailure lostDuringUpgrade(const QString &detail);
/// The peer stopped in the middle of a WebSocket frame.
TransportFailure stalledFrame(const QString &detail);
/// The peer sent a text message that is not UTF-8.
TransportFailure invalidText(const QString &detail);
/// The peer sent a frame against RFC 6455.
TransportFailure invalidFrame(const QString &detail);
TransportFailure tlsFailed(const QUrl &url, const QList<QSslError> &errors, const QString &detail);
TransportFailure proxyFailed(const QString &detail);
TransportFailure upgradeRefused(int httpStatus, const QString &detail);
TransportFailure upgradeInvalid(const QString &detail);
/// `closeCode` and `reason` as in the close frame (RFC 6455 § 7.4).
TransportFailure closedByServer(int closeCode, const QString &reason);
/// A close frame whose code the library does not tell.
TransportFailure closedByServer();
TransportFailure messageTooBig(qint64 limitBytes, const QString &detail);
TransportFailure noReply();
TransportFailure httpStatus(int status, const QString &detail);
TransportFailure redirect(int status, const QUrl &target, const QString &detail);
TransportFailure html(const QString &title, const QString &detail);
TransportFailure emptyBody(const QString &detail);
TransportFailure notJson(const QString &detail);

/// Where a library's error came up.
struct Place
{
    QUrl url; ///< of the endpoint
    bool viaProxy = false; ///< then a peer out of reach is the proxy's matter
    QString said; ///< the library's words
};

/// A socket's error while the link opens.
TransportFailure whileOpening(QAbstractSocket::SocketError error, const Place &place);
/// An error of an HTTP request that brought no HTTP status.
TransportFailure fromNetworkError(QNetworkReply::NetworkError error, const Place &place);

/// Text of a peer as one line of at most `maxLength` characters.
QString oneLine(const QString &text, qsizetype maxLength = 120);

} // namespace amb::failures
