// SPDX-License-Identifier: MIT
// The part of Session that sends requests and takes what comes back while all is well.
#include "core/bayeux/session.h"
#include "core/bayeux/websockettrial.h"
#include "core/oneline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

bool listsType(QByteArrayView supportedConnectionTypes, TransportType type)
{
    const QJsonArray types =
        QJsonDocument::fromJson(supportedConnectionTypes.toByteArray()).array();
    return types.contains(QJsonValue(connectionType(type)));
}

} // namespace

QString Session::nameOf(TransportType type)
{
    return type == TransportType::WebSocket ? u"WebSocket"_s : tr("long-polling");
}

QString Session::wordsOf(QByteArrayView text)
{
    constexpr qsizetype longest = 200;
    return oneLine(QString::fromUtf8(text), longest);
}

// ---- requests

std::chrono::milliseconds Session::connectPatience(bool immediate) const
{
    if (immediate && m_answersPromptly)
        return m_options.networkDelay;
    return m_options.networkDelay + m_advice.timeout;
}

QByteArray Session::connectExt() const
{
    return m_acknowledged ? R"({"ack":)" + QByteArray::number(*m_acknowledged) + '}' : QByteArray();
}

void Session::sendConnect(bool immediate)
{
    auto message = m_builder.connect(m_clientId, m_exchange.linkType(), immediate, connectExt());
    m_connectId = message.id;
    m_connectSent = Clock::now();
    m_immediate = immediate;
    m_status.replyDue = now() + connectPatience(immediate);
    m_exchange.send(RequestKind::Connect,
                    {{std::move(message), MessageKind::Connect, "/meta/connect"}},
                    connectPatience(immediate));
}

void Session::sendNextConnect()
{
    if (m_advice.interval.count() > 0)
        m_pause.start(m_advice.interval);
    else
        goOn();
}

void Session::goOn()
{
    if (m_candidate)
        moveOver();
    else
        sendConnect(false);
}

// ---- what comes back

void Session::onReplied(const PendingRequest &request, const Envelope &reply)
{
    if (m_status.state == ConnectionState::Disconnected)
        return;
    switch (request.kind) {
    case MessageKind::Handshake:
        if (m_status.state == ConnectionState::Handshaking)
            takeHandshake(reply);
        break;
    case MessageKind::Connect:
        if (request.id == m_connectId && m_status.state != ConnectionState::Disconnecting)
            takeConnect(reply);
        break;
    case MessageKind::Subscribe:
        takeSubscribe(request, reply);
        break;
    case MessageKind::Unsubscribe:
        takeUnsubscribe(request, reply);
        break;
    case MessageKind::Publish:
        takePublish(request, reply);
        break;
    case MessageKind::Disconnect:
        if (m_status.state == ConnectionState::Disconnecting)
            moveTo(ConnectionState::Disconnected);
        break;
    default:
        break;
    }
}

void Session::onUnasked(const Envelope &message, MessageKind kind)
{
    const bool isUnderWay = m_status.state == ConnectionState::Connecting
        || m_status.state == ConnectionState::Connected
        || m_status.state == ConnectionState::Waiting;
    // A server's order to leave has no id (bayeux.md § 11); a connect reply with advice none
    // follows.
    if (kind == MessageKind::Disconnect && message.id.isEmpty() && isUnderWay)
        endForGood(tr("The server told this client to leave. Reconnect to come back."));
}

void Session::takeHandshake(const Envelope &reply)
{
    if (!reply.successful.value_or(false)) {
        refusedByReply(Trouble::Stage::Handshake, reply);
        return;
    }
    if (reply.clientId.isEmpty()) {
        refused(Trouble::Stage::Handshake,
                tr("The server accepted the handshake, but gave no client id."));
        return;
    }
    m_clientId = reply.clientId.toByteArray();
    m_status.clientId = QString::fromUtf8(m_clientId);
    m_failures = 0;
    m_unconnectedSince.reset();
    if (m_options.acknowledge) {
        const QJsonObject ext = QJsonDocument::fromJson(reply.ext.toByteArray()).object();
        const QJsonValue ack = ext.value("ack"_L1);
        if (ack.toBool() || ack.toObject().value("enabled"_L1).toBool())
            m_acknowledged = 0;
    }
    ++m_status.handshakes;
    if (m_exchange.linkType() == TransportType::WebSocket)
        m_choice.webSocketShookHands(Clock::now());
    beginCommands(reply);
    emit metaReplied(reply.ext, MessageKind::Handshake);
    // A slot may have stopped the session, or begun another.
    if (m_status.state == ConnectionState::Handshaking && !m_clientId.isEmpty())
        negotiate(reply);
}

void Session::negotiate(const Envelope &reply)
{
    const TransportType type = m_exchange.linkType();
    const bool offersThis = listsType(reply.supportedConnectionTypes, type);
    const bool offersWebSocket =
        listsType(reply.supportedConnectionTypes, TransportType::WebSocket);
    const bool offersPolling =
        listsType(reply.supportedConnectionTypes, TransportType::LongPolling);
    if (!offersThis && type == TransportType::WebSocket && offersPolling
        && m_choice.preference() == TransportPreference::Automatic) {
        m_choice.webSocketNotOffered();
        fallBack();
        return;
    }
    if (!offersThis && !reply.supportedConnectionTypes.isEmpty()) {
        endForGood(tr("The server does not offer %1; it offers %2.")
                       .arg(nameOf(type), wordsOf(reply.supportedConnectionTypes)));
        return;
    }
    if (type == TransportType::LongPolling && !offersWebSocket)
        m_choice.webSocketNotOffered();
    if (m_wasConnected)
        noteGap(tr("A new session was made: what happened in between was not received."));
    if (m_advice.reconnect == Advice::Reconnect::None) {
        endForGood(tr("The server accepted the handshake but advises not to connect."));
        return;
    }
    waitFor({Recovery::Action::Connect, m_advice.interval});
}

void Session::takeConnect(const Envelope &reply)
{
    m_connectId.clear();
    m_status.lastReply = now();
    m_status.replyDue.reset();
    if (!reply.successful.value_or(false)) {
        refusedByReply(Trouble::Stage::Connect, reply);
        return;
    }
    if (m_acknowledged) {
        const QJsonObject ext = QJsonDocument::fromJson(reply.ext.toByteArray()).object();
        if (const QJsonValue ack = ext.value("ack"_L1); ack.isDouble())
            m_acknowledged = ack.toInteger();
    }
    if (m_immediate && m_connectSent && Clock::now() - *m_connectSent < std::chrono::seconds(2))
        m_answersPromptly = true;
    const ConnectionState before = m_status.state;
    emit metaReplied(reply.ext, MessageKind::Connect);
    if (m_status.state != before || m_clientId.isEmpty())
        return; // a slot stopped the session, or wants another transport
    if (m_advice.reconnect == Advice::Reconnect::None) {
        endForGood(tr("The server ended the session and advises not to reconnect."));
        return;
    }
    connectSucceeded();
}

void Session::connectSucceeded()
{
    const bool isFirst = !m_carried;
    m_failures = 0;
    m_handshakesInVain = 0;
    m_unconnectedSince.reset();
    m_carried = true;
    m_wasConnected = true;
    if (m_exchange.linkType() == TransportType::WebSocket)
        m_choice.webSocketWorks(Clock::now());
    else
        m_choice.longPollingWorks(Clock::now());
    setTrouble({}, 0);
    updateChoice();
    if (m_moving) {
        m_moving = false;
        m_exchange.keepLink();
        m_status.transportSince = now();
    }
    if (isFirst) {
        const QString reason = m_choice.reason();
        note(NoteKind::Transport,
             reason.isEmpty()
                 ? tr("Connected over %1.").arg(nameOf(m_exchange.linkType()))
                 : tr("Connected over %1: %2").arg(nameOf(m_exchange.linkType()), reason),
             m_choice.httpStatus());
    }
    if (m_status.state != ConnectionState::Connected) {
        moveTo(ConnectionState::Connected);
        return;
    }
    sendCommands();
    sendNextConnect();
    emit subscriptionsChanged();
    changed();
}

RefusalWords Session::explain(const Envelope &reply) const
{
    if (m_options.dialect.explain)
        return m_options.dialect.explain(reply.error, reply.ext);
    return {wordsOf(reply.error), {}};
}

void Session::takePublish(const PendingRequest &request, const Envelope &reply)
{
    PublishOutcome outcome;
    outcome.id = request.publish;
    outcome.channel = request.channel;
    outcome.reply = reply.raw.toByteArray();
    outcome.roundTrip =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - request.sent);
    if (reply.successful.value_or(false)) {
        outcome.result = PublishOutcome::Result::Acknowledged;
        outcome.text = tr("Acknowledged by the server.");
    } else {
        const RefusalWords words = explain(reply);
        outcome.result = PublishOutcome::Result::Refused;
        outcome.text = words.explanation.isEmpty() ? words.refusal
                                                   : words.refusal + u" — "_s + words.explanation;
        note(
            NoteKind::Refused,
            tr("Publish to %1 refused: %2").arg(QString::fromUtf8(request.channel), words.refusal));
    }
    emit published(outcome);
}

void Session::failPublishes(const std::vector<PendingRequest> &requests, const QString &why)
{
    for (const PendingRequest &request : requests) {
        if (request.kind != MessageKind::Publish)
            continue;
        PublishOutcome outcome;
        outcome.id = request.publish;
        outcome.channel = request.channel;
        outcome.text =
            tr("No answer: %1 It may or may not have arrived; it is not sent again.").arg(why);
        emit published(outcome);
    }
}

} // namespace amb
