// SPDX-License-Identifier: MIT
#include "core/demo/demobus.h"

#include "core/bayeux/channelpattern.h"
#include "core/demo/buschannels.h"
#include "core/demo/busclient.h"
#include "core/demo/busflood.h"
#include "core/demo/buslink.h"
#include "core/demo/busmessage.h"
#include "core/demo/busreplies.h"
#include "core/demo/demosessions.h"
#include "core/demo/orderedobject.h"
#include "core/demo/recordwatch.h"
#include "core/demo/systemtables.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView hexDigits = "0123456789abcdef";
constexpr std::chrono::milliseconds sweepInterval{250};

QByteArray newClientId()
{
    return randomText(26, "abcdefghijklmnopqrstuvwxyz0123456789");
}

} // namespace

DemoBus::DemoBus(DemoSessions &sessions, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_settings(settings)
    , m_sweepTimer(this)
    , m_busyFor(settings.wishes.busyFor)
{
    m_sweepTimer.setInterval(sweepInterval);
    connect(&m_sweepTimer, &QTimer::timeout, this, &DemoBus::sweep);
}

void DemoBus::setSettings(const Settings &settings)
{
    const bool newFlood = settings.flood != m_settings.flood;
    if (settings.wishes != m_settings.wishes)
        m_busyFor = settings.wishes.busyFor;
    m_settings = settings;
    if (!newFlood)
        return;
    for (BusClient *client : std::as_const(m_clients))
        if (client->receives(BusFlood::channel.toByteArray()))
            startFlood(*client);
}

void DemoBus::receive(BusLink &link, const QByteArray &body)
{
    const auto messages = parseBusMessages(body);
    if (!messages) {
        link.refuse(400, "The body is no JSON array of Bayeux messages.");
        return;
    }
    const bool shakesHands =
        std::ranges::find(*messages, "/meta/handshake", &BusMessage::channel) != messages->end();
    if (shakesHands && messages->size() > 1) {
        link.refuse(500, "protocol violation");
        return;
    }
    Batch batch{link, {}, {}, false, {}, {}, 0};
    for (const BusMessage &message : *messages)
        handle(batch, message);
    finish(batch);
}

void DemoBus::handle(Batch &batch, const BusMessage &message)
{
    if (message.channel == "/meta/handshake") {
        batch.replies += handshake(batch.link, message);
        return;
    }
    if (message.channel.isEmpty()) {
        batch.replies += busreplies::failed(message, "400::channel_missing");
        return;
    }
    BusClient *client = clientOf(batch.link, message.clientId);
    if (!client) {
        batch.replies += busreplies::unknownClient(message);
        return;
    }
    batch.client = client;
    if (message.channel == "/meta/connect")
        connectClient(batch, message);
    else if (message.channel == "/meta/subscribe" || message.channel == "/meta/unsubscribe")
        takeCommand(batch, *client, message);
    else if (message.channel == "/meta/disconnect")
        batch.replies += disconnectClient(*client, message);
    else
        batch.replies += publish(batch.link, message);
}

QByteArray DemoBus::handshake(BusLink &link, const BusMessage &message)
{
    if (link.kind() == BusLink::Kind::Http && link.browserId().isEmpty())
        link.giveBrowserId(randomText(26, "abcdefghijklmnopqrstuvwxyz0123456789"));
    auto *client = new BusClient(newClientId(), link, m_sessions, m_settings.wishes, this);
    client->setSupportsCommandFlow(message.fields.value("ext"_L1)
                                       .toObject()
                                       .value("supportsSubscribeCommandFlow"_L1)
                                       .toBool());
    m_clients.insert(client->id(), client);
    m_sweepTimer.start();
    emit handshaken();
    return busreplies::handshake(message,
                                 client->id(),
                                 m_settings.offersWebSocket,
                                 m_settings.connectHold,
                                 {m_sessions, link.sessionId(), m_settings.wishes});
}

void DemoBus::connectClient(Batch &batch, const BusMessage &message)
{
    const QJsonValue wanted = message.fields.value("advice"_L1).toObject().value("timeout"_L1);
    batch.hold = m_settings.connectHold;
    if (wanted.isDouble() && wanted.toInteger() >= 0)
        batch.hold = std::min(batch.hold, std::chrono::milliseconds(wanted.toInteger()));
    if (message.fields.value("ext"_L1).toObject().value("extendSession"_L1).toBool())
        m_sessions.touch(batch.link.sessionId());
    batch.connects = true;
    batch.connectId = message.id;
}

QByteArray DemoBus::publish(BusLink &link, const BusMessage &message)
{
    if (message.data.isEmpty())
        return busreplies::failed(message, "400::data_missing");
    const auto refusal = refusalOfPublish(message.channel);
    const QString user = m_sessions.user(link.sessionId());
    const bool isGlideRefusal = !refusal || !refusal->message.isEmpty();
    if (user.isEmpty() && isGlideRefusal)
        return busreplies::refused(message, notLoggedIn());
    if (refusal)
        return busreplies::refused(message, *refusal);
    deliver(message.channel, message.data, user, randomText(32, hexDigits));
    emit published(message.channel, message.data);
    return busreplies::done(message);
}

QByteArray DemoBus::disconnectClient(BusClient &client, const BusMessage &message)
{
    client.release();
    remove(client);
    return busreplies::done(message);
}

void DemoBus::finish(Batch &batch)
{
    BusClient *client = batch.client;
    const bool isKnown = client && m_clients.contains(client->id());
    if (isKnown)
        client->endCommands(batch.commands);
    if (batch.connects && isKnown) {
        client->hold(
            batch.link, batch.connectId, batch.replies, batch.hold, m_settings.connectHold);
        if (client->isLeaving())
            remove(*client);
        else if (!client->subscriptions().isEmpty())
            emit audienceCame();
        return;
    }
    if (batch.link.kind() == BusLink::Kind::WebSocket) {
        if (!batch.replies.isEmpty())
            batch.link.sendReplies(jsonArray(batch.replies));
        return;
    }
    QList<QByteArray> events;
    if (isKnown && client->hasConnected() && client->carriesOverHttp())
        events = client->takeQueue();
    batch.link.sendReplies(jsonArray(events + batch.replies));
}

void DemoBus::deliver(const QByteArray &channel,
                      const QByteArray &data,
                      const QString &user,
                      const QByteArray &messageId)
{
    const QByteArray message = busreplies::event(channel, data, user, messageId);
    for (BusClient *client : m_clients.values())
        if (client->receives(channel))
            client->enqueue(message);
}

void DemoBus::deliverChange(const RecordChange &change)
{
    QHash<QByteArray, QByteArray> messages; // by channel; empty: does not concern its watchers
    const auto messageFor = [&](const QByteArray &channel, const RecordWatch &watch) {
        if (const auto known = messages.constFind(channel); known != messages.constEnd())
            return *known;
        QByteArray message;
        if (const auto data = watch.data(change)) {
            const bool isCount = watch.responder() == RecordWatch::Responder::Count;
            const QByteArray messageId =
                QCryptographicHash::hash(change.messageId + channel, QCryptographicHash::Md5)
                    .toHex();
            message = isCount ? busreplies::event(channel, *data, {}, {})
                              : busreplies::event(channel, *data, change.user, messageId);
        }
        return *messages.insert(channel, message);
    };
    for (BusClient *client : m_clients.values()) {
        for (const BusClient::Subscription &subscription : client->subscriptions()) {
            if (!subscription.watch)
                continue;
            const QByteArray message =
                messageFor(subscription.pattern.bytes(), *subscription.watch);
            if (!message.isEmpty())
                tellWatcher(*client, message);
        }
    }
}

bool DemoBus::bind(const QByteArray &clientId, const QByteArray &sessionId)
{
    BusClient *client = m_clients.value(clientId);
    if (client)
        client->bind(sessionId);
    return client;
}

void DemoBus::forgetClients()
{
    for (BusClient *client : m_clients.values()) {
        client->answerNow();
        remove(*client);
    }
}

void DemoBus::tellClientsToLeave()
{
    for (BusClient *client : m_clients.values())
        if (client->tellToLeave())
            remove(*client);
}

void DemoBus::hangUp(std::chrono::milliseconds after)
{
    for (BusClient *client : m_clients.values())
        client->askToComeBack(after);
}

void DemoBus::redirect(const QByteArray &from, const QByteArray &to)
{
    const auto wantsIt = [&from](const BusClient::Subscription &subscription) {
        return subscription.pattern.bytes() == from;
    };
    for (BusClient *client : m_clients.values()) {
        if (std::ranges::none_of(client->subscriptions(), wantsIt))
            continue;
        const QByteArray channel = "/sn/meta/channel_redirect/" + client->id();
        const QByteArray data = OrderedObject()
                                    .text("clientId", QString::fromLatin1(client->id()))
                                    .text("fromChannel", QString::fromUtf8(from))
                                    .text("toChannel", QString::fromUtf8(to))
                                    .toJson();
        if (client->receives(channel))
            client->enqueue(busreplies::event(channel, data, {}, {}));
    }
}

qsizetype DemoBus::heldPolls() const
{
    return std::ranges::count_if(m_clients, &BusClient::isPolling);
}

QList<QByteArray> DemoBus::subscriptions() const
{
    QSet<QByteArray> patterns;
    for (const BusClient *client : m_clients)
        for (const BusClient::Subscription &subscription : client->subscriptions())
            patterns += subscription.pattern.bytes();
    QList<QByteArray> sorted = patterns.values();
    std::ranges::sort(sorted);
    return sorted;
}

QList<BusPresence> DemoBus::presences() const
{
    QList<BusPresence> presences;
    for (const BusClient *client : m_clients) {
        const QByteArray session = client->sessionId();
        for (const BusClient::Subscription &subscription : client->subscriptions())
            presences.append(
                {client->id(), session, m_sessions.user(session), subscription.pattern.bytes()});
    }
    std::ranges::sort(presences, [](const BusPresence &a, const BusPresence &b) {
        return std::tie(a.clientId, a.channel) < std::tie(b.clientId, b.channel);
    });
    return presences;
}

bool DemoBus::hasAudience() const
{
    return std::ranges::any_of(m_clients, [](const BusClient *client) {
        return client->hasConnected() && !client->subscriptions().isEmpty();
    });
}

BusClient *DemoBus::clientOf(const BusLink &link, const QByteArray &clientId) const
{
    BusClient *client = m_clients.value(clientId);
    if (!client || link.kind() == BusLink::Kind::WebSocket)
        return client;
    // Over HTTP the cookie of the handshake must come back; clients that shook hands over a
    // WebSocket have none and are unknown here.
    const bool isSameBrowser =
        !client->browserId().isEmpty() && client->browserId() == link.browserId();
    return isSameBrowser ? client : nullptr;
}

void DemoBus::startFlood(BusClient &client) const
{
    for (BusFlood *flood : client.findChildren<BusFlood *>())
        flood->deleteLater();
    if (m_settings.flood.messages > 0)
        new BusFlood(client, m_settings.flood);
}

void DemoBus::tellWatcher(BusClient &client, const QByteArray &message)
{
    if (m_settings.unreliablePercent == 0) {
        client.enqueue(message);
        return;
    }
    auto delivery = m_unreliable.find(client.id());
    if (delivery == m_unreliable.end())
        delivery =
            m_unreliable.insert(client.id(), UnreliableDelivery(m_settings.unreliablePercent));
    for (const QByteArray &each : delivery->pass(message))
        client.enqueue(each);
}

void DemoBus::remove(BusClient &client)
{
    m_unreliable.remove(client.id());
    m_clients.remove(client.id());
    client.deleteLater();
}

void DemoBus::sweep()
{
    for (BusClient *client : m_clients.values()) {
        if (client->silence() <= m_settings.maxInterval && !client->isOverfull())
            continue;
        BusLink *carrier = client->carrier();
        remove(*client);
        if (carrier && carrier->kind() == BusLink::Kind::WebSocket)
            carrier->end("Destroy");
    }
    if (m_clients.isEmpty())
        m_sweepTimer.stop();
}

} // namespace amb
