// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QNetworkProxy>
#include <QSslConfiguration>

class QNetworkAccessManager;
class QNetworkRequest;
class QUrl;

namespace amb {

struct NetworkSettings;

/// `url` with http for ws and https for wss: cookies and proxies know no WebSocket.
QUrl httpUrl(QUrl url);

/// "AMB-Monitor/<version>", as every request says.
QByteArray userAgent();

/// The proxy for `url` (http, https, ws or wss): the one set, else the system's. The system's proxy
/// is never used for this computer itself. May block while the system is asked.
QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &url);

/// The system's certificates and those of the settings, and the client's own where there is one;
/// peers are always verified.
QSslConfiguration sslConfiguration(const NetworkSettings &settings);

/// Makes `network` use the proxy of the settings, and never follow a redirect by itself.
void configure(QNetworkAccessManager &network, const NetworkSettings &settings);

/// Prepares a request that `network`, configured with the same settings, is to send: certificates,
/// user agent, HTTP/1.1 without pipelining, no cache.
void configure(QNetworkRequest &request,
               const NetworkSettings &settings,
               const QSslConfiguration &tls);

} // namespace amb
