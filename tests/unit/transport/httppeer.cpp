// SPDX-License-Identifier: MIT
#include "httppeer.h"

#include <QCryptographicHash>
#include <QSslServer>
#include <QtEndian>

#include <utility>

namespace amb::test {

namespace {

QByteArrayList headerLines(const QByteArray &head)
{
    return QByteArrayList(head.split('\n')).mid(1);
}

QByteArray lengthBytes(qsizetype size)
{
    if (size < 126)
        return {1, static_cast<char>(size)};
    if (size <= 0xffff) {
        QByteArray bytes(3, '\x7e');
        qToBigEndian(static_cast<quint16>(size), bytes.data() + 1);
        return bytes;
    }
    QByteArray bytes(9, '\x7f');
    qToBigEndian(static_cast<quint64>(size), bytes.data() + 1);
    return bytes;
}

} // namespace

QByteArray HttpPeer::Request::target() const
{
    return head.split(' ').value(1);
}

QByteArray HttpPeer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &line : headerLines(head)) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

qsizetype HttpPeer::Request::headerCount(const QByteArray &name) const
{
    const QByteArrayList lines = headerLines(head);
    return std::count_if(lines.cbegin(), lines.cend(), [&name](const QByteArray &line) {
        return line.left(line.indexOf(':')).compare(name, Qt::CaseInsensitive) == 0;
    });
}

HttpPeer::HttpPeer(const std::optional<QSslConfiguration> &tls)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpPeer::onConnection);
    m_server->listen(QHostAddress::LocalHost);
}

QByteArray HttpPeer::targets() const
{
    QByteArrayList targets;
    for (const Request &request : m_requests)
        targets.append(request.target());
    return targets.join(' ');
}

QUrl HttpPeer::url(const QString &scheme, const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(port()).arg(path));
}

void HttpPeer::onConnection()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_openConnections;
        const int connection = ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] {
            onReadyRead(socket, connection);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this] { --m_openConnections; });
        onReadyRead(socket, connection);
    }
}

void HttpPeer::onReadyRead(QTcpSocket *socket, int connection)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    while (!buffer.isEmpty()) {
        if (m_taken.contains(socket)) {
            const QByteArray bytes = std::exchange(buffer, {});
            if (onBytes)
                onBytes(socket, bytes);
            return;
        }
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Request request{buffer.left(headEnd), {}, socket, connection};
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            return;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        m_requests.append(request);
        if (onRequest)
            onRequest(request);
    }
}

void HttpPeer::reply(QTcpSocket *socket,
                     const QByteArray &status,
                     const QByteArray &headers,
                     const QByteArray &body)
{
    socket->write("HTTP/1.1 " + status + "\r\n" + headers
                  + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void HttpPeer::replyJson(const Request &request, const QByteArray &body)
{
    reply(request.socket, "200 OK", "Content-Type: application/json;charset=UTF-8\r\n", body);
}

void HttpPeer::upgrade(const Request &request)
{
    takeOver(request.socket);
    const QByteArray key =
        request.header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    request.socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                          "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                          + QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64()
                          + "\r\n\r\n");
}

QByteArray webSocketFrame(Opcode opcode, const QByteArray &payload)
{
    return QByteArray(1, static_cast<char>(0x80 | static_cast<int>(opcode)))
        + lengthBytes(payload.size()) + payload;
}

QByteArray closeFrame(quint16 code, const QByteArray &reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return webSocketFrame(Opcode::Close, payload + reason);
}

QList<QByteArray> takeClientFrames(QByteArray &bytes)
{
    QList<QByteArray> frames;
    while (bytes.size() >= 2) {
        qsizetype length = bytes.at(1) & 0x7f;
        qsizetype maskAt = 2;
        if (length == 126 && bytes.size() >= 4) {
            length = qFromBigEndian<quint16>(bytes.constData() + 2);
            maskAt = 4;
        } else if (length == 127 && bytes.size() >= 10) {
            length = static_cast<qsizetype>(qFromBigEndian<quint64>(bytes.constData() + 2));
            maskAt = 10;
        }
        if (bytes.size() < maskAt + 4 + length)
            break;
        QByteArray frame(1, static_cast<char>(bytes.at(0) & 0x0f));
        for (qsizetype i = 0; i < length; ++i)
            frame += static_cast<char>(bytes.at(maskAt + 4 + i) ^ bytes.at(maskAt + i % 4));
        frames.append(frame);
        bytes.remove(0, maskAt + 4 + length);
    }
    return frames;
}

} // namespace amb::test
