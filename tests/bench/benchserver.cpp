// SPDX-License-Identifier: MIT
#include "benchserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qint64 framesInBlock = 512;
constexpr qint64 unsentAtMost = 1024LL * 1024;
constexpr std::chrono::seconds connectTimeout(60);

/// An unmasked text frame (RFC 6455 § 5.2).
QByteArray frame(const QByteArray &text)
{
    QByteArray bytes("\x81");
    if (text.size() < 126) {
        bytes += char(text.size());
    } else {
        bytes += char(126);
        const quint16 size = qToBigEndian(quint16(text.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    }
    return bytes + text;
}

/// An update of an incident as a record watcher delivers it.
QByteArray eventText()
{
    return R"([{"channel":")" + BenchServer::channel().toByteArray()
        + R"(","data":{"action":"change","operation":"update","table_name":"incident",)"
          R"("sys_id":"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e","display_value":"INC0010042",)"
          R"("changes":["priority"],"record":{"priority":{"display_value":"3 - Moderate",)"
          R"("value":"3"},"sys_mod_count":)"
        + BenchServer::numberKey().toByteArray() + QByteArray(BenchServer::numberDigits, '0')
        + R"("}}}}])";
}

void putNumber(char *out, qint64 number)
{
    for (int i = BenchServer::numberDigits - 1; i >= 0; --i) {
        out[i] = char('0' + number % 10);
        number /= 10;
    }
}

} // namespace

BenchServer::BenchServer(QObject *parent)
    : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, &BenchServer::accept);
}

QByteArrayView BenchServer::channel()
{
    return "/rw/default/incident/YWN0aXZlPXRydWU-";
}

QByteArrayView BenchServer::startChannel()
{
    return "/bench/start";
}

QByteArrayView BenchServer::numberKey()
{
    return R"({"value":")";
}

void BenchServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection())
        new BenchPeer(socket, this);
}

BenchPeer::BenchPeer(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_pace(this)
{
    m_socket->setParent(this);
    const QByteArray text = frame(eventText());
    for (qint64 i = 0; i < framesInBlock; ++i)
        m_block += text;
    m_pace.setTimerType(Qt::PreciseTimer);
    m_pace.setInterval(1);
    connect(&m_pace, &QTimer::timeout, this, &BenchPeer::pump);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &BenchPeer::pump);
    connect(m_socket, &QTcpSocket::readyRead, this, &BenchPeer::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void BenchPeer::read()
{
    m_received += m_socket->readAll();
    if (!m_isUpgraded && !upgrade())
        return;
    while (takeFrame()) { }
}

/// Answers the upgrade (RFC 6455 § 4.2.2) once its headers are complete.
bool BenchPeer::upgrade()
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QByteArray key;
    for (const QByteArray &line : m_received.first(end).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare("Sec-WebSocket-Key", Qt::CaseInsensitive) == 0)
            key = line.sliced(colon + 1).trimmed();
    }
    m_received.remove(0, end + 4);
    const QByteArray accept = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                                       QCryptographicHash::Sha1)
                                  .toBase64();
    m_socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                    + accept + "\r\n\r\n");
    m_isUpgraded = true;
    return true;
}

/// Takes one masked frame off what was received; false while there is no whole one.
bool BenchPeer::takeFrame()
{
    constexpr int textFrame = 0x1;
    constexpr int closeFrame = 0x8;
    constexpr qsizetype maskSize = 4;
    if (m_received.size() < 2)
        return false;
    const int opcode = m_received[0] & 0x0F;
    qsizetype size = m_received[1] & 0x7F;
    qsizetype header = 2;
    if (size == 126) {
        header += 2;
        if (m_received.size() < header)
            return false;
        size = qFromBigEndian<quint16>(m_received.constData() + 2);
    }
    if (m_received.size() < header + maskSize + size)
        return false;
    const QByteArray mask = m_received.sliced(header, maskSize);
    QByteArray text = m_received.sliced(header + maskSize, size);
    for (qsizetype i = 0; i < size; ++i)
        text[i] = char(text[i] ^ mask[i % maskSize]);
    m_received.remove(0, header + maskSize + size);
    if (opcode == closeFrame)
        m_socket->disconnectFromHost();
    else if (opcode == textFrame)
        obey(QJsonDocument::fromJson(text).array());
    return true;
}

void BenchPeer::obey(const QJsonArray &messages)
{
    for (const auto &value : messages) {
        const QJsonObject message = value.toObject();
        const QJsonObject answer = reply(message);
        const bool isHeld = message["channel"_L1] == "/meta/connect"_L1
            && message["advice"_L1]["timeout"_L1].toInt(-1) != 0;
        if (isHeld)
            QTimer::singleShot(connectTimeout, this, [this, answer] { send(answer); });
        else
            send(answer);
        if (message["channel"_L1] == QLatin1StringView(BenchServer::startChannel())) {
            m_wanted = message["data"_L1]["count"_L1].toInteger();
            m_rate = message["data"_L1]["rate"_L1].toInteger();
            m_sent = 0;
            m_clock.start();
            pump();
        }
    }
}

QJsonObject BenchPeer::reply(const QJsonObject &message)
{
    QJsonObject answer{{u"channel"_s, message["channel"_L1]},
                       {u"id"_s, message["id"_L1]},
                       {u"successful"_s, true}};
    if (message["channel"_L1] == "/meta/handshake"_L1) {
        answer[u"version"_s] = u"1.0"_s;
        answer[u"clientId"_s] = u"bench"_s;
        answer[u"supportedConnectionTypes"_s] = QJsonArray{u"websocket"_s};
    }
    if (message.contains("subscription"_L1))
        answer[u"subscription"_s] = message["subscription"_L1];
    const qint64 timeout = std::chrono::milliseconds(connectTimeout).count();
    answer[u"advice"_s] =
        QJsonObject{{u"reconnect"_s, u"retry"_s}, {u"interval"_s, 0}, {u"timeout"_s, timeout}};
    return answer;
}

void BenchPeer::send(const QJsonObject &message)
{
    m_socket->write(frame(QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact)));
}

/// Sends what is due, but no more than the receiver takes.
void BenchPeer::pump()
{
    while (m_sent < m_wanted && m_socket->bytesToWrite() < unsentAtMost) {
        qint64 due = m_wanted;
        if (m_rate > 0) {
            m_pace.start();
            due = std::min(m_wanted, m_clock.nsecsElapsed() * m_rate / 1'000'000'000);
        }
        if (due == m_sent)
            return;
        sendEvents(std::min(due - m_sent, framesInBlock));
    }
    if (m_sent == m_wanted)
        m_pace.stop();
}

void BenchPeer::sendEvents(qint64 count)
{
    const qsizetype size = m_block.size() / framesInBlock;
    const qsizetype place =
        m_block.indexOf(BenchServer::numberKey()) + BenchServer::numberKey().size();
    for (qint64 i = 0; i < count; ++i)
        putNumber(m_block.data() + i * size + place, m_sent + i);
    m_socket->write(m_block.constData(), count * size);
    m_sent += count;
}

} // namespace amb
