// SPDX-License-Identifier: MIT
#pragma once

#include "httppeer.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QObject>

namespace amb::test {

/// A small HTTP proxy on loopback: tunnels CONNECT; a plain request is answered by the proxy
/// itself.
class ConnectProxy : public QObject
{
    Q_OBJECT

public:
    /// With `credentials` ("user:password") it wants Basic authentication.
    explicit ConnectProxy(QByteArray credentials = {});

    [[nodiscard]] QNetworkProxy settings(const QString &user = {},
                                         const QString &password = {}) const;
    [[nodiscard]] const QList<HttpPeer::Request> &requests() const { return m_peer.requests(); }
    /// The status line for CONNECT instead of a tunnel.
    void refuseWith(const QByteArray &status) { m_refusal = status; }

private:
    void onRequest(const HttpPeer::Request &request);
    void tunnel(const HttpPeer::Request &request);

    HttpPeer m_peer;
    QByteArray m_credentials;
    QByteArray m_refusal;
    QHash<QTcpSocket *, QTcpSocket *> m_upstream;
};

} // namespace amb::test
