// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace amb::test {

/// A raw HTTP/1.1 server on loopback that does exactly what a test says, also what no real server
/// would do. Every byte that arrives is kept.
class HttpPeer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray head; ///< request line and headers without the empty line
        QByteArray body;
        QTcpSocket *socket = nullptr;
        int connection = 0; ///< counts from 1

        [[nodiscard]] QByteArray target() const;
        [[nodiscard]] QByteArray header(const QByteArray &name) const;
        [[nodiscard]] qsizetype headerCount(const QByteArray &name) const;
    };

    /// With `tls` it speaks https and wss.
    explicit HttpPeer(const std::optional<QSslConfiguration> &tls = {});

    /// What to do with each request; by default it is only kept.
    std::function<void(const Request &)> onRequest;
    /// Gets what comes on a connection after upgrade() or takeOver().
    std::function<void(QTcpSocket *, const QByteArray &)> onBytes;

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] QByteArray targets() const; ///< of all requests, joined with a space
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_openConnections; }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] QUrl url(const QString &scheme,
                           const QString &path = QStringLiteral("/amb")) const;

    /// Answers with a status line, the header lines (each ending in \r\n), a length and the body.
    static void reply(QTcpSocket *socket,
                      const QByteArray &status,
                      const QByteArray &headers,
                      const QByteArray &body);
    static void replyJson(const Request &request, const QByteArray &body);
    /// Accepts a WebSocket upgrade; later bytes go to onBytes.
    void upgrade(const Request &request);
    /// Stops reading HTTP on the connection.
    void takeOver(QTcpSocket *socket) { m_taken.append(socket); }

private:
    void onConnection();
    void onReadyRead(QTcpSocket *socket, int connection);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QTcpSocket *> m_taken;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_openConnections = 0;
};

enum class Opcode : quint8 {
    Text = 1,
    Binary = 2,
    Close = 8,
};

/// One unmasked, final frame as a server sends it (RFC 6455 § 5.2).
QByteArray webSocketFrame(Opcode opcode, const QByteArray &payload);

/// A close frame with code and reason.
QByteArray closeFrame(quint16 code, const QByteArray &reason);

/// The payloads of a client's masked frames, each after its opcode as one byte; what is not yet
/// complete stays in `bytes`.
QList<QByteArray> takeClientFrames(QByteArray &bytes);

} // namespace amb::test
