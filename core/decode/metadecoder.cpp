// SPDX-License-Identifier: MIT
#include "core/decode/metadecoder.h"

#include "core/decode/channelwords.h"
#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"
#include "core/decode/replywords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype mostTransports = 5;

bool isAccepted(const ParsedMessage &message)
{
    return message.envelope.value("successful"_L1).toBool();
}

QString transportName(const QJsonValue &type)
{
    if (type == "websocket"_L1)
        return Words::tr("WebSocket");
    if (type == "long-polling"_L1)
        return Words::tr("long-polling");
    return lineOf(type, 40);
}

QString transportNames(const QJsonValue &types)
{
    QStringList names;
    const QJsonArray list = types.toArray();
    for (qsizetype i = 0; i < list.size() && i < mostTransports; ++i)
        names.append(transportName(list.at(i)));
    return names.isEmpty() ? Words::tr("no transport") : names.join(u", "_s);
}

/// Signed in is good news; anything else about a session is a "but".
QString withSession(const QString &start, const QJsonObject &ext)
{
    if (const QJsonValue active = ext.value("glide.amb.active"_L1); active == QJsonValue(false))
        return Words::tr("%1, but AMB is switched off on this instance").arg(start);
    const QString session = sessionWords(ext);
    if (session.isEmpty())
        return start;
    const bool isSignedIn =
        ext.value("glide.session.status"_L1).toString() == "session.logged.in"_L1;
    return isSignedIn ? u"%1: %2"_s.arg(start, session)
                      : Words::tr("%1, but %2").arg(start, session);
}

QString handshakeSentence(const ParsedMessage &message)
{
    const QString transports =
        transportNames(message.envelope.value("supportedConnectionTypes"_L1));
    if (message.direction == Direction::Out)
        return Words::tr("Handshake: offers %1").arg(transports);
    if (!isAccepted(message))
        return Words::tr("Handshake refused: %1").arg(refusalWords(message.envelope));
    QString sentence = withSession(Words::tr("Handshake accepted"), message.ext);
    sentence = Words::tr("%1; over %2").arg(sentence, transports);
    const QJsonObject flow = message.ext.value("subscribeCommandsFlow"_L1).toObject();
    if (flow.value("enable"_L1).toBool())
        sentence = Words::tr("%1; subscribes one after the other").arg(sentence);
    return sentence;
}

QString connectSentence(const ParsedMessage &message)
{
    const QJsonObject &envelope = message.envelope;
    if (message.direction == Direction::Out) {
        const QString transport = transportName(envelope.value("connectionType"_L1));
        const QString start = transport.isEmpty() ? Words::tr("Connect")
                                                  : Words::tr("Connect over %1").arg(transport);
        if (envelope.value("advice"_L1).toObject().value("timeout"_L1) == QJsonValue(0))
            return Words::tr("%1, to be answered at once").arg(start);
        return message.ext.value("extendSession"_L1).toBool()
            ? Words::tr("%1, waits for events and asks to extend the session").arg(start)
            : Words::tr("%1, waits for events").arg(start);
    }
    if (!isAccepted(message)) {
        const QString advice = adviceWords(envelope.value("advice"_L1).toObject());
        const QString refusal = Words::tr("Connect refused: %1").arg(refusalWords(envelope));
        return advice.isEmpty() ? refusal
                                : Words::tr("%1; the server advises: %2").arg(refusal, advice);
    }
    const QString sentence = withSession(Words::tr("Connect answered"), message.ext);
    return message.ext.value("session.touch.http"_L1).toBool()
        ? Words::tr("%1; the HTTP session is to be touched").arg(sentence)
        : sentence;
}

QString subscriptionsOf(const QJsonValue &subscription)
{
    if (!subscription.isArray())
        return channelWords(subscription.toString());
    const QJsonArray list = subscription.toArray();
    const QString first = channelWords(list.at(0).toString());
    return list.size() < 2
        ? first
        : Words::tr("%1 and %2 more").arg(first, QString::number(list.size() - 1));
}

QString subscribeSentence(const ParsedMessage &message)
{
    const QString channel = subscriptionsOf(message.envelope.value("subscription"_L1));
    const bool isSubscribe = message.kind == MessageKind::Subscribe;
    if (message.direction == Direction::Out)
        return (isSubscribe ? Words::tr("Subscribe to %1") : Words::tr("Unsubscribe from %1"))
            .arg(channel);
    if (isAccepted(message))
        return (isSubscribe ? Words::tr("Subscribed to %1") : Words::tr("Unsubscribed from %1"))
            .arg(channel);
    return (isSubscribe ? Words::tr("Subscription to %1 refused: %2")
                        : Words::tr("Unsubscribing from %1 refused: %2"))
        .arg(channel, refusalWords(message.envelope));
}

QString disconnectSentence(const ParsedMessage &message)
{
    if (message.direction == Direction::Out)
        return Words::tr("Disconnect: goodbye");
    if (!message.envelope.contains("id"_L1))
        return Words::tr("The server tells this client to leave");
    return isAccepted(message)
        ? Words::tr("Disconnect answered")
        : Words::tr("Disconnect refused: %1").arg(refusalWords(message.envelope));
}

QString sentenceOf(const ParsedMessage &message)
{
    switch (message.kind) {
    case MessageKind::Handshake:
        return handshakeSentence(message);
    case MessageKind::Connect:
        return connectSentence(message);
    case MessageKind::Subscribe:
    case MessageKind::Unsubscribe:
        return subscribeSentence(message);
    default:
        return disconnectSentence(message);
    }
}

/// What is told in words first; everything follows as it came.
void addFields(FieldList &fields, const ParsedMessage &message)
{
    const QJsonObject &envelope = message.envelope;
    if (envelope.contains("subscription"_L1))
        fields.add(u"subscription"_s,
                   Words::tr("Subscription"),
                   {subscriptionsOf(envelope.value("subscription"_L1)),
                    textOf(envelope.value("subscription"_L1))});
    if (message.direction == Direction::In && envelope.contains("successful"_L1))
        fields.add(u"successful"_s,
                   Words::tr("Answer"),
                   {isAccepted(message) ? Words::tr("accepted") : Words::tr("refused"),
                    textOf(envelope.value("successful"_L1))});
    if (message.direction == Direction::In && !isAccepted(message)
        && message.kind != MessageKind::Disconnect)
        fields.addWords(u"reason"_s, Words::tr("Reason"), refusalWords(envelope));
    if (const QString session = sessionWords(message.ext); !session.isEmpty())
        fields.add(u"ext.glide.session.status"_s,
                   Words::tr("Session"),
                   {session, textOf(message.ext.value("glide.session.status"_L1))});
    if (const QJsonValue left = message.ext.value("glide.session.time.remaining.in.seconds"_L1);
        left.isDouble())
        fields.add(u"ext.glide.session.time.remaining.in.seconds"_s,
                   Words::tr("Session ends in"),
                   {durationWords(left.toInteger()), textOf(left)});
    if (envelope.contains("supportedConnectionTypes"_L1))
        fields.add(u"supportedConnectionTypes"_s,
                   Words::tr("Transports"),
                   {transportNames(envelope.value("supportedConnectionTypes"_L1)),
                    textOf(envelope.value("supportedConnectionTypes"_L1))});
    if (const QJsonObject advice = envelope.value("advice"_L1).toObject(); !advice.isEmpty())
        fields.add(u"advice"_s, Words::tr("Advice"), {adviceWords(advice), textOf(advice)});
    fields.addRest(envelope);
}

} // namespace

bool MetaDecoder::claims(const ParsedMessage &message) const
{
    switch (message.kind) {
    case MessageKind::Handshake:
    case MessageKind::Connect:
    case MessageKind::Subscribe:
    case MessageKind::Unsubscribe:
    case MessageKind::Disconnect:
        return true;
    default:
        return false;
    }
}

DecodedMessage MetaDecoder::decode(const ParsedMessage &message,
                                   const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    decoded.family = Words::tr("Protocol");
    decoded.sentence = sentenceOf(message);
    FieldList fields;
    addFields(fields, message);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
