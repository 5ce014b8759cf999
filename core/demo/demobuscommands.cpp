// SPDX-License-Identifier: MIT
// The part of DemoBus that takes subscribe and unsubscribe commands.
#include "core/bayeux/channelpattern.h"
#include "core/demo/buschannels.h"
#include "core/demo/busclient.h"
#include "core/demo/busflood.h"
#include "core/demo/buslink.h"
#include "core/demo/busmessage.h"
#include "core/demo/busreplies.h"
#include "core/demo/demobus.h"
#include "core/demo/demosessions.h"
#include "core/demo/orderedobject.h"
#include "core/demo/recordwatch.h"

#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// The names in `subscription`, which is a string or an array of strings.
QList<QByteArray> wantedChannels(const BusMessage &message)
{
    const QJsonValue value = message.fields.value("subscription"_L1);
    QList<QByteArray> channels;
    if (value.isString())
        channels += value.toString().toUtf8();
    for (const auto &element : value.toArray())
        channels += element.toString().toUtf8();
    return channels;
}

} // namespace

/// Answers a command at once or later, or refuses it when there are more than the instance wants.
void DemoBus::takeCommand(Batch &batch, BusClient &client, const BusMessage &message)
{
    const BusWishes &wishes = m_settings.wishes;
    const BusWishes::CommandFlow &flow = wishes.commandFlow;
    if (wishes.announcesReplies)
        batch.replies += busreplies::notice(message);
    const bool isTooMany =
        flow.isEnabled && client.supportsCommandFlow() && client.commands() >= flow.maxInFlight;
    if (isTooMany || m_busyFor > 0) {
        m_commandsTooMany += isTooMany ? 1 : 0;
        m_busyFor = std::max(m_busyFor - 1, 0);
        batch.replies += busreplies::busy(message, wishes.busyCode);
        return;
    }
    client.beginCommand();
    if (flow.answersAfter.count() == 0 || batch.link.kind() == BusLink::Kind::Http) {
        ++batch.commands;
        batch.replies += command(batch.link, client, message);
        return;
    }
    QTimer::singleShot(flow.answersAfter,
                       Qt::PreciseTimer,
                       &client,
                       [this, &client, link = QPointer<BusLink>(&batch.link), message] {
                           client.endCommands(1);
                           if (BusLink *const to = link.data(); to != nullptr)
                               to->sendReplies(jsonArray({command(*to, client, message)}));
                       });
}

QByteArray DemoBus::command(BusLink &link, BusClient &client, const BusMessage &message)
{
    return message.channel == "/meta/subscribe" ? subscribe(link, client, message)
                                                : unsubscribe(client, message);
}

QByteArray DemoBus::subscribe(BusLink &link, BusClient &client, const BusMessage &message)
{
    const QList<QByteArray> channels = wantedChannels(message);
    if (channels.isEmpty())
        return busreplies::failed(message, "403::subscription_missing");
    for (const QByteArray &channel : channels) {
        if (channel.startsWith("/meta/"))
            return busreplies::failed(message, "403:denied_by_security_policy:subscribe_denied");
        const auto pattern = ChannelPattern::parse(channel);
        if (!pattern)
            return busreplies::failed(message, "403::subscription_invalid");
        if (m_sessions.status(link.sessionId()) != DemoSessions::Status::LoggedIn)
            return busreplies::refused(message, notLoggedIn());
        if (const auto refusal = refusalOfSubscription(*pattern, client.id()))
            return busreplies::refused(message, *refusal);
        client.subscribe({*pattern, RecordWatch::parse(pattern->bytes())});
        if (pattern->matches(BusFlood::channel))
            startFlood(client);
        emit subscribed(pattern->bytes());
    }
    if (client.hasConnected())
        emit audienceCame();
    return busreplies::subscription(message);
}

QByteArray DemoBus::unsubscribe(BusClient &client, const BusMessage &message)
{
    const QList<QByteArray> channels = wantedChannels(message);
    if (channels.isEmpty())
        return busreplies::failed(message, "403::subscription_missing");
    for (const QByteArray &channel : channels)
        client.unsubscribe(channel);
    if (!client.receives(BusFlood::channel.toByteArray()))
        for (BusFlood *flood : client.findChildren<BusFlood *>())
            flood->deleteLater();
    return busreplies::subscription(message);
}

} // namespace amb
