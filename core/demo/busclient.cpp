// SPDX-License-Identifier: MIT
#include "core/demo/busclient.h"

#include "core/demo/buslink.h"
#include "core/demo/busreplies.h"
#include "core/demo/buswishes.h"
#include "core/demo/demosessions.h"
#include "core/demo/orderedobject.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

constexpr qint64 fullestQueue =
    qint64(64) * 1024 * 1024; // bytes; a client that lets it grow is removed

} // namespace

BusClient::BusClient(QByteArray id,
                     const BusLink &link,
                     const DemoSessions &sessions,
                     const BusWishes &wishes,
                     QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_browserId(link.kind() == BusLink::Kind::Http ? link.browserId() : QByteArray())
    , m_sessionId(link.sessionId())
    , m_sessions(sessions)
    , m_wishes(wishes)
{
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_holdTimer, &QTimer::timeout, this, &BusClient::answerNow);
}

void BusClient::subscribe(const Subscription &subscription)
{
    unsubscribe(subscription.pattern.bytes());
    m_subscriptions += subscription;
}

bool BusClient::unsubscribe(const QByteArray &pattern)
{
    return m_subscriptions.removeIf([&pattern](const Subscription &subscription) {
        return subscription.pattern.bytes() == pattern;
    }) > 0;
}

bool BusClient::receives(const QByteArray &channel) const
{
    return std::ranges::any_of(m_subscriptions, [&channel](const Subscription &subscription) {
        return subscription.pattern.matches(channel);
    });
}

void BusClient::enqueue(const QByteArray &message)
{
    if (m_sessions.status(m_sessionId) != DemoSessions::Status::LoggedIn)
        return; // the bus stays up, but nothing comes any more (amb.md § 3.4)
    m_queue += message;
    m_queuedBytes += message.size();
    flush();
}

QList<QByteArray> BusClient::takeQueue()
{
    m_queuedBytes = 0;
    return std::exchange(m_queue, {});
}

qint64 BusClient::backlog() const
{
    const BusLink *link = m_carrier.data();
    return m_queuedBytes + (link ? link->bytesToWrite() : 0);
}

bool BusClient::isOverfull() const
{
    return backlog() > fullestQueue;
}

void BusClient::hold(BusLink &link,
                     const QByteArray &connectId,
                     const QList<QByteArray> &replies,
                     std::chrono::milliseconds time,
                     std::chrono::milliseconds advisedTime)
{
    if (m_held) {
        // Two connects at once: over HTTP the older one fails, on a WebSocket it is forgotten.
        BusLink *older = m_held->link.data();
        letGo();
        if (older && older->kind() == BusLink::Kind::Http)
            older->refuse(500, "Another /meta/connect of this client came.");
    }
    m_sessionId = link.sessionId();
    m_carrier = &link;
    m_hasConnected = true;
    const bool isHttp = link.kind() == BusLink::Kind::Http;
    m_carriesOverHttp = isHttp;
    if (!isHttp && !replies.isEmpty())
        link.sendReplies(jsonArray(replies));
    m_held = Held{&link, connectId, isHttp ? replies : QList<QByteArray>(), advisedTime, {}};
    m_held->closing = connect(&link, &BusLink::closed, this, &BusClient::letGo);
    if (m_isLeaving) {
        tellToLeave();
        return;
    }
    m_holdTimer.start(time);
    flush();
    if (time.count() == 0)
        answerNow();
}

void BusClient::answerNow()
{
    if (!m_held)
        return;
    busreplies::ConnectWishes wishes;
    wishes.touch = m_wishes.wantsTouch && !m_carriesOverHttp;
    wishes.comeBackAfter = std::exchange(m_comeBackAfter, std::nullopt);
    answer(busreplies::connect(
        m_held->connectId, m_held->advisedTime, {m_sessions, m_sessionId, m_wishes}, wishes));
}

void BusClient::askToComeBack(std::chrono::milliseconds after)
{
    m_comeBackAfter = after;
    answerNow();
}

void BusClient::release()
{
    if (m_held)
        answer(busreplies::lastConnect(m_held->connectId));
}

bool BusClient::tellToLeave()
{
    m_isLeaving = true;
    if (!m_held)
        return false;
    m_queue += busreplies::orderToLeave();
    answer(busreplies::lastConnect(m_held->connectId));
    return true;
}

void BusClient::bind(const QByteArray &sessionId)
{
    m_sessionId = sessionId;
    BusLink *link = m_carrier.data();
    if (link && link->kind() == BusLink::Kind::WebSocket)
        link->setSessionId(sessionId);
}

bool BusClient::isPolling() const
{
    return m_held && m_carriesOverHttp;
}

std::chrono::steady_clock::duration BusClient::silence() const
{
    if (m_held)
        return {};
    return std::chrono::steady_clock::now() - m_lastHeld;
}

BusLink *BusClient::carrier() const
{
    return m_carrier.data();
}

void BusClient::flush()
{
    if (!m_held || m_queue.isEmpty())
        return;
    if (isPolling()) {
        answerNow();
        return;
    }
    sendQueue(m_held->link);
}

void BusClient::sendQueue(const QPointer<BusLink> &to)
{
    for (const QByteArray &message : takeQueue())
        if (BusLink *link = to.data()) // it may end while we send
            link->sendEvent('[' + message + ']');
}

void BusClient::answer(const QByteArray &connectReply)
{
    const Held held = *m_held;
    letGo();
    if (!m_carriesOverHttp)
        sendQueue(held.link);
    BusLink *link = held.link.data();
    if (!link)
        return;
    if (m_carriesOverHttp)
        link->sendReplies(jsonArray(takeQueue() + held.replies + QList{connectReply}));
    else
        link->sendReplies(jsonArray({connectReply}));
}

void BusClient::letGo()
{
    if (!m_held)
        return;
    disconnect(m_held->closing);
    m_held.reset();
    m_holdTimer.stop();
    m_lastHeld = std::chrono::steady_clock::now();
}

} // namespace amb
