// SPDX-License-Identifier: MIT
#include "relay.h"

namespace amb::test {

/// One client's connection and the one to the server behind it.
struct Relay::Pair : public QObject
{
    QTcpSocket *down = nullptr;
    QTcpSocket up;
    QTimer quiet;
    qint64 framesUp = 0;
    bool isUpgraded = false;
    bool isPoll = false;
    bool isDead = false;
};

Relay::Relay(const QUrl &to, const Trouble &trouble)
    : m_to(to)
    , m_trouble(trouble)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl Relay::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void Relay::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *pair = std::make_unique<Pair>().release();
        pair->setParent(socket); // goes with it
        pair->down = socket;
        pair->quiet.setSingleShot(true);
        connect(&pair->quiet, &QTimer::timeout, pair, [pair] { pair->isDead = true; });
        connect(socket, &QTcpSocket::readyRead, pair, [this, pair] { passUp(*pair); });
        connect(&pair->up, &QTcpSocket::readyRead, pair, [this, pair] { passDown(*pair); });
        connect(&pair->up, &QTcpSocket::disconnected, socket, [pair] {
            if (!pair->isDead)
                pair->down->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        pair->up.connectToHost(m_to.host(), quint16(m_to.port()));
    }
}

void Relay::passUp(Pair &pair)
{
    const QByteArray bytes = pair.down->readAll();
    if (bytes.startsWith("POST /amb/connect"))
        pair.isPoll = true;
    if (pair.isUpgraded) {
        pair.framesUp += bytes.size();
        if (m_trouble.deadWhenQuiet.count() > 0)
            pair.quiet.start(m_trouble.deadWhenQuiet);
        if (m_trouble.swallowAfter > 0 && pair.framesUp > m_trouble.swallowAfter)
            pair.isDead = true;
    }
    if (!pair.isDead)
        pair.up.write(bytes);
}

void Relay::passDown(Pair &pair)
{
    const QByteArray bytes = pair.up.readAll();
    if (pair.isDead)
        return;
    std::chrono::milliseconds wait{};
    if (pair.isUpgraded)
        wait = m_trouble.holdFrames;
    else if (pair.isPoll)
        wait = m_trouble.holdPolls;
    if (bytes.startsWith("HTTP/1.1 101 "))
        pair.isUpgraded = true;
    QTimer::singleShot(wait, pair.down, [down = pair.down, bytes] { down->write(bytes); });
}

} // namespace amb::test
