// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/networksettings.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>
#include <QString>

#include <optional>

class QUrl;

namespace amb {

/// Why a wire is of no use any more.
enum class WireEnd : quint8 {
    HostUnknown,
    Refused,
    ProxyFailed,
    TlsFailed,
    ClosedByPeer,
    Failed,
};

/// One connection to a site, raw: TCP, through the proxy where there is one, and TLS for https.
/// What goes over it is its user's matter. Certificates are always verified.
class Wire : public QObject
{
    Q_OBJECT

public:
    Wire(const NetworkSettings &settings, QNetworkProxy proxy, QObject *parent = nullptr);
    ~Wire() override;

    /// Connects to host and port of the URL; opened() or ended() follows.
    void open(const QUrl &url);
    /// Sends as soon as the connection is open.
    void write(const QByteArray &bytes);
    /// Ends the connection without a further signal.
    void abort();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QSslSocket &socket() const { return m_socket; }
    [[nodiscard]] const QList<QSslError> &tlsErrors() const { return m_tlsErrors; }
    /// The chain the peer showed, also where it was not accepted.
    [[nodiscard]] const QList<QSslCertificate> &chain() const { return m_chain; }

signals:
    void opened();
    void received(const QByteArray &bytes);
    void ended(amb::WireEnd end, const QString &said);

private:
    void onOpen();
    void onError(QAbstractSocket::SocketError error);

    QSslSocket m_socket;
    QList<QSslError> m_tlsErrors;
    QList<QSslCertificate> m_chain;
    QByteArray m_waiting;
    bool m_isOpen = false;
    bool m_isOver = false;
};

} // namespace amb
