// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

namespace amb {

/// A Bayeux server over WebSocket that costs next to nothing: it sends frames made ahead, so that
/// what is measured is the receiver.
///
/// A publish on /bench/start with {"count": N, "rate": R} makes it send N events to channel(), R a
/// second, or as fast as they are taken with rate 0. Each bears its number as 8 digits after
/// numberKey(), so that a lost or doubled one shows.
class BenchServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit BenchServer(QObject *parent = nullptr);

    static constexpr int numberDigits = 8;

    static QByteArrayView channel();
    static QByteArrayView startChannel();
    static QByteArrayView numberKey();

private:
    void accept();
};

/// One receiver of a BenchServer.
class BenchPeer : public QObject
{
    Q_OBJECT

public:
    BenchPeer(QTcpSocket *socket, QObject *parent);

private:
    void read();
    bool upgrade();
    bool takeFrame();
    void obey(const QJsonArray &messages);
    QJsonObject reply(const QJsonObject &message);
    void send(const QJsonObject &message);
    void pump();
    void sendEvents(qint64 count);

    QTcpSocket *m_socket;
    QByteArray m_received;
    bool m_isUpgraded = false;
    QByteArray m_block; // frames made ahead
    QTimer m_pace;
    QElapsedTimer m_clock;
    qint64 m_rate = 0;
    qint64 m_sent = 0;
    qint64 m_wanted = 0;
};

} // namespace amb
