// SPDX-License-Identifier: MIT
#include "core/doctor/wire.h"

#include "core/transport/networksetup.h"

#include <QSslConfiguration>
#include <QUrl>

#include <utility>

namespace amb {

namespace {

WireEnd endFor(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return WireEnd::HostUnknown;
    case QAbstractSocket::ConnectionRefusedError:
        return WireEnd::Refused;
    case QAbstractSocket::RemoteHostClosedError:
        return WireEnd::ClosedByPeer;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return WireEnd::TlsFailed;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return WireEnd::ProxyFailed;
    default:
        return WireEnd::Failed;
    }
}

} // namespace

Wire::Wire(const NetworkSettings &settings, QNetworkProxy proxy, QObject *parent)
    : QObject(parent)
{
    m_socket.setProxy(proxy);
    m_socket.setSslConfiguration(sslConfiguration(settings));
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors;
        m_chain = m_socket.peerCertificateChain();
    });
    connect(&m_socket, &QSslSocket::readyRead, this, [this] {
        if (m_isOpen)
            emit received(m_socket.readAll());
    });
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &Wire::onError);
}

Wire::~Wire()
{
    m_socket.disconnect(this);
}

void Wire::open(const QUrl &url)
{
    const bool isSecure = url.scheme() == QLatin1StringView("https");
    const auto port = quint16(url.port(isSecure ? 443 : 80));
    connect(&m_socket,
            isSecure ? &QSslSocket::encrypted : &QAbstractSocket::connected,
            this,
            &Wire::onOpen);
    if (isSecure)
        m_socket.connectToHostEncrypted(url.host(), port);
    else
        m_socket.connectToHost(url.host(), port);
}

void Wire::write(const QByteArray &bytes)
{
    if (m_isOpen)
        m_socket.write(bytes);
    else
        m_waiting += bytes;
}

void Wire::abort()
{
    m_isOver = true;
    m_socket.disconnect(this);
    m_socket.abort();
}

void Wire::onOpen()
{
    m_isOpen = true;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_socket.isEncrypted())
        m_chain = m_socket.peerCertificateChain();
    m_socket.write(std::exchange(m_waiting, {}));
    emit opened();
}

void Wire::onError(QAbstractSocket::SocketError error)
{
    if (std::exchange(m_isOver, true))
        return;
    const QByteArray rest = m_socket.readAll(); // what came before the end
    const QString said = m_socket.errorString();
    const WireEnd end = m_tlsErrors.isEmpty() ? endFor(error) : WireEnd::TlsFailed;
    // Queued: the receiver of the rest may delete this.
    QMetaObject::invokeMethod(
        this, [this, end, said] { emit ended(end, said); }, Qt::QueuedConnection);
    if (m_isOpen && !rest.isEmpty())
        emit received(rest);
}

} // namespace amb
