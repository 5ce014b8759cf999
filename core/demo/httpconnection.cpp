// SPDX-License-Identifier: MIT
#include "core/demo/httpconnection.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace amb {

namespace {

// Bounds what a client can make us keep while a poll is held.
constexpr qint64 readAhead = qint64(64) * 1024;
// How long a refused client may go on sending before the connection is ended. Closing at once would
// reset the connection, and the reply could be lost with it.
constexpr std::chrono::milliseconds lingerTime{300};

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readInput);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::closed);
}

void HttpConnection::respond(const HttpResponse &response, std::chrono::milliseconds delay)
{
    if (!m_socket || (m_state != State::Answering && m_state != State::Upgrading))
        return;
    if (delay.count() == 0) {
        write(response);
        return;
    }
    QTimer::singleShot(delay, Qt::PreciseTimer, this, [this, response] { write(response); });
}

void HttpConnection::sendAndHang(const QByteArray &bytes)
{
    m_state = State::Hanging;
    m_socket->write(bytes);
}

QTcpSocket *HttpConnection::release()
{
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->setReadBufferSize(0);
    socket->setParent(nullptr);
    return socket;
}

void HttpConnection::abort()
{
    if (m_socket)
        m_socket->abort();
}

void HttpConnection::readInput()
{
    bool goOn = true;
    while (goOn && m_socket) {
        switch (m_state) {
        case State::Head:
            goOn = readHead();
            break;
        case State::Body:
            goOn = m_length.chunked ? readChunks() : readBody();
            break;
        case State::Ending:
            m_socket->skip(m_socket->bytesAvailable());
            goOn = false;
            break;
        case State::Upgrading:
        case State::Answering:
        case State::Hanging:
            goOn = false;
            break;
        }
    }
}

bool HttpConnection::readHead()
{
    // Empty lines between requests are to be ignored (RFC 9112 § 2.2).
    while (m_socket->peek(2) == "\r\n")
        m_socket->skip(2);
    const QByteArray input = m_socket->peek(longestHead);
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0) {
        if (input.size() >= longestHead)
            reject(431);
        return false;
    }
    auto head = parseRequestHead(QByteArrayView(input).first(end + 2));
    if (const int *status = std::get_if<int>(&head)) {
        reject(*status);
        return false;
    }
    m_request = std::get<HttpRequest>(std::move(head));
    if (m_request.lists("upgrade", "websocket")) {
        m_state = State::Upgrading;
        emit upgradeRequested(m_request);
        return false;
    }
    m_socket->skip(end + 4);
    const auto length = bodyLength(m_request, longestBody);
    if (const int *status = std::get_if<int>(&length)) {
        reject(*status);
        return false;
    }
    m_length = std::get<BodyLength>(length);
    m_chunks = ChunkedBody(longestBody);
    if (m_request.header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_state = State::Body;
    return true;
}

bool HttpConnection::readBody()
{
    m_request.body += m_socket->read(m_length.bytes - m_request.body.size());
    if (m_request.body.size() == m_length.bytes)
        deliver();
    return false;
}

bool HttpConnection::readChunks()
{
    QByteArray input = m_socket->peek(readAhead);
    const qsizetype before = input.size();
    const ChunkedBody::State state = m_chunks.feed(input);
    m_socket->skip(before - input.size());
    switch (state) {
    case ChunkedBody::State::Complete:
        m_request.body = m_chunks.body();
        deliver();
        return false;
    case ChunkedBody::State::Wrong:
        reject(400);
        return false;
    case ChunkedBody::State::TooLong:
        reject(413);
        return false;
    case ChunkedBody::State::NeedsMore:
        break;
    }
    return before != input.size() && m_socket->bytesAvailable() > 0;
}

void HttpConnection::deliver()
{
    m_state = State::Answering;
    emit received(m_request);
}

void HttpConnection::reject(int status)
{
    HttpResponse response = plainResponse(status, "The request cannot be understood.");
    response.close = true;
    m_socket->write(response.toBytes(false));
    m_state = State::Ending;
    m_socket->skip(m_socket->bytesAvailable());
    QTimer::singleShot(lingerTime, m_socket, &QTcpSocket::disconnectFromHost);
}

void HttpConnection::write(const HttpResponse &response)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return; // gone meanwhile
    if (m_state == State::Upgrading) // what was only looked at is done with now
        m_socket->skip(m_socket->bytesAvailable());
    const bool keepAlive = m_request.keepAlive && !response.close;
    HttpResponse dated = response;
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(m_clockSkew.count());
    // RFC 9110 § 5.6.7; the names of days and months are English.
    dated.headers.emplaceBack(
        "Date", QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1());
    m_socket->write(dated.toBytes(keepAlive));
    m_request = {};
    m_state = keepAlive ? State::Head : State::Ending;
    if (!keepAlive)
        m_socket->disconnectFromHost();
    else if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readInput, Qt::QueuedConnection);
}

} // namespace amb
