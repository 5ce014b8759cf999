// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/faketransport.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb::test {

namespace {

QByteArray replyTo(const SentMessage &message, bool successful, const QByteArray &fields)
{
    QByteArray reply = R"({"id":")" + message.id() + R"(","channel":")" + message.channel
        + R"(","successful":)" + (successful ? "true" : "false");
    if (message.json.contains("subscription"_L1))
        reply += R"(,"subscription":")" + message.json.value("subscription"_L1).toString().toUtf8()
            + '"';
    if (!fields.isEmpty())
        reply += ',' + fields;
    return reply + '}';
}

/// The link if it is neither closed, broken nor deleted, else null.
FakeTransport *alive(const QPointer<FakeTransport> &link)
{
    FakeTransport *raw = link.data();
    return raw && !raw->isGone() ? raw : nullptr;
}

bool isWaiting(const SentMessage &message, const QByteArray &channel)
{
    return message.channel == channel && !message.isAnswered && alive(message.link);
}

} // namespace

TransportFailure failure(TransportFailure::Kind kind, const QString &text, int httpStatus)
{
    TransportFailure result;
    result.kind = kind;
    result.text = text;
    result.httpStatus = httpStatus;
    return result;
}

// ---- FakeTransport

FakeTransport::FakeTransport(TransportType type, FakeBus &bus)
    : m_type(type)
    , m_bus(bus)
{ }

void FakeTransport::send(const TransportRequest &request)
{
    if (!isGone())
        m_bus.take(*this, request);
}

std::chrono::steady_clock::duration FakeTransport::underWayFor(RequestToken token) const
{
    using Duration = std::chrono::steady_clock::duration;
    return m_heldBack.contains(token) ? Duration::zero() : Duration::max();
}

void FakeTransport::holdBack(RequestToken token)
{
    m_heldBack.append(token);
}

void FakeTransport::letGo(RequestToken token)
{
    m_heldBack.removeAll(token);
}

void FakeTransport::abandon(RequestToken /*token*/)
{
    if (m_type != TransportType::WebSocket)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_closed)
                breakDown(failure(TransportFailure::Kind::NoReply, u"Nothing came back."_s));
        },
        Qt::QueuedConnection);
}

void FakeTransport::comeUp()
{
    emit opened();
}

void FakeTransport::deliver(const QByteArray &frame)
{
    emit received(frame, now());
}

void FakeTransport::breakDown(const TransportFailure &failure)
{
    m_failed = true;
    emit failed(failure);
}

void FakeTransport::failPost(RequestToken token, const TransportFailure &failure)
{
    emit requestFailed(token, failure);
}

void FakeTransport::endPost(RequestToken token)
{
    if (!m_closed)
        emit answered(token);
}

// ---- SentMessage

QByteArray SentMessage::id() const
{
    return json.value("id"_L1).toString().toUtf8();
}

QByteArray SentMessage::clientId() const
{
    return json.value("clientId"_L1).toString().toUtf8();
}

QString SentMessage::toString() const
{
    const QString subscription = json.value("subscription"_L1).toString();
    if (channel == "/meta/connect")
        return json.value("advice"_L1).toObject().contains("timeout"_L1) ? u"connect!"_s
                                                                         : u"connect"_s;
    if (channel.startsWith("/meta/"))
        return (QString::fromUtf8(channel.sliced(6)) + u' ' + subscription).trimmed();
    return QString::fromUtf8(channel);
}

// ---- FakeBus

std::unique_ptr<Transport> FakeBus::create(TransportType type)
{
    auto link = std::make_unique<FakeTransport>(type, *this);
    m_links.append(link.get());
    m_made.append(type);
    return link;
}

void FakeBus::take(FakeTransport &link, const TransportRequest &request)
{
    QStringList words;
    const QJsonArray messages = QJsonDocument::fromJson(request.body).array();
    for (const auto &value : messages) {
        SentMessage message;
        message.json = value.toObject();
        message.text = request.body;
        message.channel = message.json.value("channel"_L1).toString().toUtf8();
        message.token = request.token;
        message.link = &link;
        words += message.toString();
        m_sent.append(message);
    }
    m_log += (link.type() == TransportType::WebSocket ? u"ws "_s : u"lp "_s)
        + (words.isEmpty() ? u"(no JSON array)"_s : words.join(u" + "_s));
}

QList<FakeTransport *> FakeBus::links() const
{
    QList<FakeTransport *> found;
    for (const QPointer<FakeTransport> &pointer : m_links) {
        if (FakeTransport *link = alive(pointer))
            found.append(link);
    }
    return found;
}

FakeTransport *FakeBus::link(TransportType type) const
{
    FakeTransport *newest = nullptr;
    for (FakeTransport *link : links()) {
        if (link->type() == type)
            newest = link;
    }
    return newest;
}

int FakeBus::made(TransportType type) const
{
    return int(m_made.count(type));
}

int FakeBus::count(const QByteArray &channel) const
{
    return int(std::count_if(m_sent.begin(), m_sent.end(), [&channel](const SentMessage &message) {
        return message.channel == channel;
    }));
}

std::optional<SentMessage> FakeBus::waiting(const QByteArray &channel) const
{
    for (const SentMessage &message : m_sent) {
        if (isWaiting(message, channel))
            return message;
    }
    return std::nullopt;
}

int FakeBus::waitingConnects() const
{
    return int(std::count_if(m_sent.begin(), m_sent.end(), [](const SentMessage &message) {
        return isWaiting(message, "/meta/connect");
    }));
}

QStringList FakeBus::takeLog()
{
    return std::exchange(m_log, {});
}

bool FakeBus::comeUp() const
{
    FakeTransport *socket = link(TransportType::WebSocket);
    if (!socket)
        return false;
    socket->comeUp();
    return true;
}

SentMessage *FakeBus::find(const QByteArray &channel)
{
    const auto it = std::find_if(m_sent.begin(), m_sent.end(), [&channel](const auto &message) {
        return isWaiting(message, channel);
    });
    return it == m_sent.end() ? nullptr : &*it;
}

bool FakeBus::answer(const QByteArray &channel, bool successful, const QByteArray &fields)
{
    const SentMessage *message = find(channel);
    return message && answerWith(channel, '[' + replyTo(*message, successful, fields) + ']');
}

bool FakeBus::answerWith(const QByteArray &channel, const QByteArray &frame)
{
    SentMessage *message = find(channel);
    if (!message)
        return false;
    FakeTransport *link = alive(message->link);
    if (!link)
        return false;
    message->isAnswered = true;
    const SentMessage copy = *message; // more may be sent while it is delivered
    link->deliver(frame);
    const bool isLast = std::none_of(m_sent.begin(), m_sent.end(), [&copy](const auto &other) {
        return other.token == copy.token && other.link == copy.link && !other.isAnswered;
    });
    if (isLast && link->type() == TransportType::LongPolling)
        link->endPost(copy.token); // deleted later at the earliest
    return true;
}

bool FakeBus::accept(const QByteArray &channel, const QByteArray &fields)
{
    return answer(channel, true, fields);
}

bool FakeBus::refuse(const QByteArray &channel, const QByteArray &error, const QByteArray &fields)
{
    return answer(
        channel, false, R"("error":")" + error + '"' + (fields.isEmpty() ? "" : ',' + fields));
}

bool FakeBus::acceptAll(const QByteArray &channel)
{
    QByteArray frame;
    SentMessage *last = nullptr;
    for (SentMessage &message : m_sent) {
        if (!isWaiting(message, channel))
            continue;
        frame += (frame.isEmpty() ? "[" : ",") + replyTo(message, true, {});
        message.isAnswered = true;
        last = &message;
    }
    if (!last)
        return false;
    last->isAnswered = false;
    return answerWith(channel, frame + ']');
}

bool FakeBus::failPost(const QByteArray &channel, const TransportFailure &failure)
{
    SentMessage *message = find(channel);
    if (!message)
        return false;
    FakeTransport *link = alive(message->link);
    if (!link)
        return false;
    message->isAnswered = true;
    link->failPost(message->token, failure);
    return true;
}

bool FakeBus::breakDown(TransportType type, const TransportFailure &failure) const
{
    FakeTransport *broken = link(type);
    if (!broken)
        return false;
    broken->breakDown(failure);
    return true;
}

} // namespace amb::test
