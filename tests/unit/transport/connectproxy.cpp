// SPDX-License-Identifier: MIT
#include "connectproxy.h"

#include <utility>

namespace amb::test {

ConnectProxy::ConnectProxy(QByteArray credentials)
    : m_credentials(std::move(credentials))
{
    m_peer.onRequest = [this](const auto &request) {
        onRequest(request);
    };
    m_peer.onBytes = [this](QTcpSocket *socket, const QByteArray &bytes) {
        m_upstream.value(socket)->write(bytes);
    };
}

QNetworkProxy ConnectProxy::settings(const QString &user, const QString &password) const
{
    return {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_peer.port(), user, password};
}

void ConnectProxy::onRequest(const HttpPeer::Request &request)
{
    if (!m_credentials.isEmpty()
        && request.header("Proxy-Authorization") != "Basic " + m_credentials.toBase64()) {
        HttpPeer::reply(request.socket,
                        "407 Proxy Authentication Required",
                        "Proxy-Authenticate: Basic realm=\"proxy\"\r\n",
                        {});
    } else if (!m_refusal.isEmpty()) {
        HttpPeer::reply(request.socket, m_refusal, {}, {});
    } else if (request.head.startsWith("CONNECT ")) {
        tunnel(request);
    } else {
        HttpPeer::replyJson(request, R"([{"from":"proxy"}])");
    }
}

void ConnectProxy::tunnel(const HttpPeer::Request &request)
{
    const QByteArrayList place = request.target().split(':');
    QTcpSocket *downstream = request.socket;
    auto *upstream = new QTcpSocket(downstream);
    m_upstream.insert(downstream, upstream);
    m_peer.takeOver(downstream);
    connect(upstream, &QTcpSocket::connected, downstream, [downstream] {
        downstream->write("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    connect(upstream, &QTcpSocket::readyRead, downstream, [downstream, upstream] {
        downstream->write(upstream->readAll());
    });
    connect(upstream, &QTcpSocket::disconnected, downstream, &QTcpSocket::disconnectFromHost);
    upstream->connectToHost(QString::fromLatin1(place.value(0)), place.value(1).toUShort());
}

} // namespace amb::test
