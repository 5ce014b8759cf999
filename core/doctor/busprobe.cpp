// SPDX-License-Identifier: MIT
#include "core/doctor/busprobe.h"

#include "core/transport/cookiejar.h"
#include "core/transport/failures.h"
#include "core/transport/httpreply.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownBytes = 4096;

QJsonArray messagesIn(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isArray() ? document.array() : QJsonArray{document.object()};
}

QByteArray idOf(const QJsonObject &message)
{
    const QJsonValue id = message.value("id"_L1);
    return id.isDouble() ? QByteArray::number(qint64(id.toDouble())) : id.toString().toUtf8();
}

QByteArray textOf(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact).left(shownBytes);
}

/// An answer to a request: a delivery has data and no `successful`.
bool isReply(const QJsonObject &message)
{
    return message.contains("successful"_L1) && !message.contains("data"_L1);
}

QByteArray pathFor(const QUrl &url, RequestKind kind)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    switch (kind) {
    case RequestKind::Handshake:
        return path + "/handshake";
    case RequestKind::Connect:
        return path + "/connect";
    case RequestKind::Disconnect:
        return path + "/disconnect";
    case RequestKind::Other:
        break;
    }
    return path;
}

} // namespace

BusReply BusProbe::judged(const QJsonObject &message)
{
    BusReply reply;
    reply.message = message;
    reply.text = textOf(message);
    reply.kind = BusFindings::Reply::Good;
    if (!message.value("successful"_L1).toBool()) {
        const QString error = message.value("error"_L1).toString();
        reply.kind = error.startsWith("402"_L1) ? BusFindings::Reply::UnknownClient
                                                : BusFindings::Reply::Refused;
        reply.trouble = failures::oneLine(error);
    }
    return reply;
}

WebSocketBus::WebSocketBus(std::unique_ptr<UpgradeProbe> socket, QObject *parent)
    : BusProbe(parent)
    , m_socket(std::move(socket))
{
    connect(m_socket.get(), &UpgradeProbe::frameReceived, this, &WebSocketBus::take);
    connect(m_socket.get(), &UpgradeProbe::closed, this, [this](const QString &how) {
        m_ended = how;
        BusReply reply;
        reply.kind = BusFindings::Reply::Closed;
        reply.trouble = tr("The connection was closed %1.").arg(how);
        const QList<QByteArray> ids = m_open.keys();
        for (const QByteArray &id : ids)
            end(id, reply);
    });
}

void WebSocketBus::ask(const RequestBuilder::Message &message,
                       RequestKind /*kind*/,
                       std::chrono::milliseconds limit,
                       Then then)
{
    const QByteArray id = message.id;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, id] {
        BusReply reply;
        reply.trouble = tr("No answer came in time.");
        end(id, reply);
    });
    const QByteArray text = '[' + message.text + ']';
    const qint64 bytes = clientFrame(WebSocketFrame::Opcode::Text, text).size();
    m_open.insert(id, {std::move(then), std::chrono::steady_clock::now(), bytes, timer});
    if (m_socket->isOpen()) {
        timer->start(limit);
        m_socket->send(WebSocketFrame::Opcode::Text, text);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            BusReply reply;
            reply.kind = BusFindings::Reply::Closed;
            reply.trouble = tr("The connection is closed.");
            end(id, reply);
        },
        Qt::QueuedConnection);
}

void WebSocketBus::abort()
{
    m_open.clear();
    m_socket->abort();
}

void WebSocketBus::take(const WebSocketFrame &frame)
{
    if (frame.opcode == WebSocketFrame::Opcode::Pong)
        return;
    m_fragments += frame.payload;
    if (!frame.isFinal)
        return;
    const QByteArray text = std::exchange(m_fragments, {});
    constexpr qint64 headBytes = 4; // of the frame; exact for the sizes that matter
    const QJsonArray messages = messagesIn(text);
    for (const QJsonValue &message : messages)
        takeMessage(message.toObject(), text.size() + headBytes);
}

void WebSocketBus::takeMessage(const QJsonObject &message, qint64 bytes)
{
    const QByteArray id = idOf(message);
    if (!isReply(message) || !m_open.contains(id)) {
        emit delivered(message);
        return;
    }
    BusReply reply = judged(message);
    reply.bytesIn = bytes;
    end(id, reply);
}

void WebSocketBus::end(const QByteArray &id, BusReply reply)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    const Open open = *found;
    m_open.erase(found);
    open.limit->deleteLater();
    reply.bytesOut = open.bytesOut;
    reply.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - open.begun);
    open.then(reply);
}

PollingBus::PollingBus(const QUrl &url,
                       QByteArray origin,
                       const NetworkSettings &settings,
                       const QNetworkProxy &proxy,
                       CookieJar &cookies,
                       QObject *parent)
    : BusProbe(parent)
    , m_url(url)
    , m_origin(std::move(origin))
    , m_cookies(cookies)
    , m_connects(url, settings, proxy)
    , m_others(url, settings, proxy)
{ }

void PollingBus::ask(const RequestBuilder::Message &message,
                     RequestKind kind,
                     std::chrono::milliseconds limit,
                     Then then)
{
    ProbeRequest request;
    request.method = "POST";
    request.target = pathFor(m_url, kind);
    request.body = '[' + message.text + ']';
    request.headers = {{"Content-Type", "application/json;charset=UTF-8"},
                       {"Accept", "application/json"},
                       {"Origin", m_origin}};
    const QByteArray cookies = m_cookies.cookieHeader(m_url);
    if (!cookies.isEmpty())
        request.headers.emplaceBack("Cookie", cookies);
    HttpProbe &probe = kind == RequestKind::Connect ? m_connects : m_others;
    probe.ask(
        request, limit, [this, id = message.id, then = std::move(then)](const ProbeAnswer &answer) {
            const BusReply reply = take(answer, id);
            then(reply);
        });
}

void PollingBus::abort()
{
    m_connects.abort();
    m_others.abort();
}

BusReply PollingBus::take(const ProbeAnswer &answer, const QByteArray &id)
{
    m_last = answer;
    QList<QNetworkCookie> cookies;
    const QByteArrayList lines = answer.headers("Set-Cookie");
    for (const QByteArray &line : lines)
        cookies += QNetworkCookie::parseCookies(line);
    m_cookies.setCookiesFromUrl(cookies, m_url);

    BusReply reply;
    if (answer.isAnswered()) {
        const HttpReply http{
            answer.status, m_url, answer.header("Content-Type"), {}, {}, answer.body};
        const auto wrong = whyNotBayeux(http);
        reply.kind =
            answer.status == 200 ? BusFindings::Reply::NotBayeux : BusFindings::Reply::HttpError;
        if (wrong)
            reply.trouble = wrong->text;
        const QJsonArray messages = wrong ? QJsonArray() : messagesIn(answer.body);
        for (const QJsonValue &each : messages) {
            const QJsonObject message = each.toObject();
            if (isReply(message) && idOf(message) == id)
                reply = judged(message);
            else
                emit delivered(message);
        }
    } else {
        reply.kind = answer.outcome == ProbeAnswer::Outcome::Silent ? BusFindings::Reply::Silent
                                                                    : BusFindings::Reply::Closed;
        reply.trouble = answer.outcome == ProbeAnswer::Outcome::Silent
            ? tr("No answer came in time.")
            : tr("The connection ended without an answer (%1).").arg(answer.said);
    }
    reply.httpStatus = answer.status;
    reply.took = answer.took;
    reply.bytesOut = answer.bytesOut;
    reply.bytesIn = answer.bytesIn;
    return reply;
}

} // namespace amb
