// SPDX-License-Identifier: MIT
#include "tests/unit/demo/probes.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <optional>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Takes one whole reply off the front of what came.
std::optional<ProbeReply> takeReply(QByteArray &input)
{
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = input.first(end).split('\n');
    ProbeReply reply;
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.emplaceBack(line.left(colon).trimmed().toLower(),
                                  line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = reply.header("content-length").toLongLong();
    if (input.size() < end + 4 + length)
        return std::nullopt;
    reply.body = input.sliced(end + 4, length);
    input.remove(0, end + 4 + length);
    return reply;
}

QByteArray requestBytes(const QByteArray &method,
                        const QByteArray &path,
                        const QByteArray &host,
                        const HttpProbe::Headers &headers,
                        const QByteArray &body)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

QByteArray hostOf(const QUrl &site)
{
    return site.host().toLatin1() + ':' + QByteArray::number(site.port());
}

} // namespace

QByteArray ProbeReply::header(QByteArrayView name) const
{
    return all(name).value(0);
}

QList<QByteArray> ProbeReply::all(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[key, value] : headers)
        if (key == name)
            values += value;
    return values;
}

QJsonArray ProbeReply::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QJsonObject ProbeReply::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray ProbeReply::cookies() const
{
    QList<QByteArray> pairs;
    for (const QByteArray &cookie : all("set-cookie"))
        if (!cookie.contains("Max-Age=0"))
            pairs += cookie.left(cookie.indexOf(';'));
    return pairs.join("; ");
}

HttpProbe::HttpProbe(const QUrl &site)
    : m_host(hostOf(site))
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpProbe::read);
    m_socket.connectToHost(site.host(), quint16(site.port()));
}

void HttpProbe::send(const QByteArray &bytes)
{
    if (m_socket.state() == QAbstractSocket::ConnectedState) {
        m_socket.write(bytes);
        return;
    }
    connect(&m_socket, &QTcpSocket::connected, this, [this, bytes] { m_socket.write(bytes); });
}

void HttpProbe::request(const QByteArray &method,
                        const QByteArray &path,
                        const Headers &headers,
                        const QByteArray &body)
{
    send(requestBytes(method, path, m_host, headers, body));
}

ProbeReply HttpProbe::get(const QByteArray &path, const Headers &headers)
{
    const qsizetype known = m_replies.size();
    request("GET", path, headers);
    return next(known);
}

ProbeReply HttpProbe::post(const QByteArray &path, const Headers &headers, const QByteArray &body)
{
    const qsizetype known = m_replies.size();
    request("POST", path, headers, body);
    return next(known);
}

bool HttpProbe::isClosed() const
{
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

void HttpProbe::read()
{
    m_input += m_socket.readAll();
    while (auto reply = takeReply(m_input))
        m_replies += *reply;
}

ProbeReply HttpProbe::next(qsizetype known)
{
    if (!QTest::qWaitFor([this, known] { return m_replies.size() > known; }))
        return {};
    return m_replies.at(known);
}

BayeuxProbe::BayeuxProbe(const QUrl &site, Over over, QByteArray cookies)
    : m_site(site)
    , m_over(over)
    , m_cookies(std::move(cookies))
    , m_socket(site.toString())
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &frame) {
        take(frame.toUtf8());
    });
}

bool BayeuxProbe::open()
{
    if (m_over == Over::WebSocket && m_socket.state() == QAbstractSocket::UnconnectedState) {
        QUrl url = m_site;
        url.setScheme(u"ws"_s);
        url.setPath(u"/amb"_s);
        QNetworkRequest request(url);
        if (!m_cookies.isEmpty())
            request.setRawHeader("Cookie", m_cookies);
        m_socket.open(request);
        if (!QTest::qWaitFor([this] { return m_socket.isValid(); }))
            return false;
    }
    const QJsonObject reply =
        ask({{u"channel"_s, u"/meta/handshake"_s},
             {u"version"_s, u"1.0"_s},
             {u"supportedConnectionTypes"_s, QJsonArray{u"websocket"_s, u"long-polling"_s}}});
    m_clientId = reply.value("clientId"_L1).toString();
    return reply.value("successful"_L1).toBool();
}

QJsonObject BayeuxProbe::ask(QJsonObject message)
{
    const QString id = tell(std::move(message));
    return waitForReply(id) ? replyTo(id) : QJsonObject();
}

QString BayeuxProbe::tell(QJsonObject message)
{
    const QString id = QString::number(m_nextId++);
    if (!message.contains("id"_L1))
        message.insert("id"_L1, id);
    const bool isHandshake = message.value("channel"_L1) == "/meta/handshake"_L1;
    if (!message.contains("clientId"_L1) && !isHandshake)
        message.insert("clientId"_L1, m_clientId);
    sendFrame(QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact));
    return id;
}

QJsonObject BayeuxProbe::connectNow()
{
    return ask({{u"channel"_s, u"/meta/connect"_s},
                {u"connectionType"_s, u"websocket"_s},
                {u"advice"_s, QJsonObject{{u"timeout"_s, 0}}}});
}

QString BayeuxProbe::connectAndWait()
{
    return tell({{u"channel"_s, u"/meta/connect"_s}, {u"connectionType"_s, u"websocket"_s}});
}

QJsonObject BayeuxProbe::subscribe(const QString &channel)
{
    return ask({{u"channel"_s, u"/meta/subscribe"_s}, {u"subscription"_s, channel}});
}

QJsonObject BayeuxProbe::publish(const QString &channel, const QJsonValue &data)
{
    return ask({{u"channel"_s, channel}, {u"data"_s, data}});
}

QJsonObject BayeuxProbe::replyTo(const QString &id) const
{
    const auto found = std::ranges::find_if(m_messages, [&id](const QJsonObject &message) {
        return message.value("id"_L1) == id && message.contains("successful"_L1);
    });
    return found == m_messages.end() ? QJsonObject() : *found;
}

bool BayeuxProbe::waitForReply(const QString &id) const
{
    return QTest::qWaitFor([this, &id] { return !replyTo(id).isEmpty(); });
}

QList<QJsonObject> BayeuxProbe::events(const QString &channel) const
{
    QList<QJsonObject> found = m_messages;
    found.removeIf([&channel](const QJsonObject &message) {
        return !message.contains("data"_L1)
            || (!channel.isEmpty() && message.value("channel"_L1) != channel);
    });
    return found;
}

void BayeuxProbe::sendFrame(const QByteArray &frame)
{
    if (m_over == Over::WebSocket) {
        m_socket.sendTextMessage(QString::fromUtf8(frame));
        return;
    }
    // Each request has a connection of its own: a poll must not hold others up.
    m_requests.push_back(std::make_unique<QTcpSocket>());
    QTcpSocket *socket = m_requests.back().get();
    QByteArray cookies = m_cookies;
    if (!m_browserCookie.isEmpty())
        cookies += (cookies.isEmpty() ? "" : "; ") + m_browserCookie;
    HttpProbe::Headers headers{{"Content-Type", "application/json;charset=UTF-8"}};
    if (!cookies.isEmpty())
        headers.emplaceBack("Cookie", cookies);
    const QByteArray bytes = requestBytes("POST", "/amb", hostOf(m_site), headers, frame);
    connect(socket, &QTcpSocket::connected, this, [socket, bytes] { socket->write(bytes); });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        QByteArray input = socket->peek(socket->bytesAvailable());
        const auto reply = takeReply(input);
        if (!reply)
            return;
        socket->readAll();
        if (reply->cookies().startsWith("BAYEUX_BROWSER="))
            m_browserCookie = reply->cookies();
        if (reply->status == 200)
            take(reply->body);
        else
            m_failures += reply->status;
    });
    socket->connectToHost(m_site.host(), quint16(m_site.port()));
}

void BayeuxProbe::abort()
{
    m_socket.abort();
    for (const auto &request : m_requests)
        request->abort();
}

void BayeuxProbe::take(const QByteArray &frame)
{
    m_frames += frame;
    for (const auto &message : QJsonDocument::fromJson(frame).array())
        m_messages += message.toObject();
}

QByteArray signIn(const QUrl &site)
{
    HttpProbe probe(site);
    return probe.get("/api/now/table/sys_user?sysparm_limit=1", {basicHeader()}).cookies();
}

std::pair<QByteArray, QByteArray> basicHeader(const QByteArray &password)
{
    return {"Authorization", "Basic " + ("demo:" + password).toBase64()};
}

} // namespace amb
