// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <utility>

namespace amb::test {

inline QByteArray httpReply(const QByteArray &status,
                            const QByteArray &headers,
                            const QByteArray &body = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + headers + "\r\n" + body;
}

inline QByteArray pathOf(const QByteArray &head)
{
    return head.split(' ').value(1);
}

inline QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// An instance's web server on loopback: keeps the heads of requests and answers as told.
class Site : public QObject
{
public:
    Site()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        });
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    void close() { m_server.close(); }
    [[nodiscard]] QString url(const QString &scheme = QStringLiteral("http")) const
    {
        return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_server.serverPort());
    }

    std::function<QByteArray(const QByteArray &path)> answer;
    QByteArrayList heads;
    QByteArrayList bodies;

private:
    void take(QTcpSocket &socket)
    {
        m_input += socket.readAll();
        const bool isHttp = m_input.startsWith("GET") || m_input.startsWith("POST");
        const qsizetype end = isHttp ? m_input.indexOf("\r\n\r\n") : m_input.size();
        if (end < 0)
            return;
        const QByteArray head = m_input.first(end);
        const qsizetype length = headerOf(head, "Content-Length").toLongLong();
        if (isHttp && m_input.size() < end + 4 + length)
            return;
        heads += head;
        bodies += std::exchange(m_input, {}).mid(end + 4, length);
        if (answer)
            socket.write(answer(pathOf(head)));
    }

    QTcpServer m_server;
    QByteArray m_input; // one request at a time
};

} // namespace amb::test
