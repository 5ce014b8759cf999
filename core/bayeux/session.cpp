// SPDX-License-Identifier: MIT
#include "core/bayeux/session.h"

#include "core/bayeux/replyerror.h"
#include "core/bayeux/sessionmoves.h"
#include "core/bayeux/websockettrial.h"
#include "core/logging.h"

#include <QCoreApplication>
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

QString nameOf(TransportType type)
{
    return type == TransportType::WebSocket ? u"WebSocket"_s : Session::tr("long-polling");
}

} // namespace

Session::Session(TransportFactory &factory,
                 RecordSink &sink,
                 SessionOptions options,
                 QObject *parent)
    : QObject(parent)
    , m_sink(sink)
    , m_factory(factory)
    , m_options(std::move(options))
    , m_choice(m_options.choice, m_options.preference)
    , m_exchange(factory, sink, m_options.networkDelay)
{
    m_status.preference = m_options.preference;
    m_status.since = now();
    m_wait.setSingleShot(true);
    m_trialTimer.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_reopenLimit.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { sendConnect(false); });
    connect(&m_reopenLimit, &QTimer::timeout, this, &Session::onReopenTimeout);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        moveTo(m_afterWait == Recovery::Action::Connect ? ConnectionState::Connecting
                                                        : ConnectionState::Handshaking);
    });
    connect(&m_trialTimer, &QTimer::timeout, this, &Session::startTrial);
    connect(&m_exchange, &Exchange::replied, this, &Session::onReplied);
    connect(&m_exchange, &Exchange::unasked, this, &Session::onUnasked);
    connect(&m_exchange, &Exchange::requestsFailed, this, &Session::onRequestsFailed);
    connect(&m_exchange, &Exchange::linkFailed, this, &Session::onLinkFailed);
    connect(&m_exchange, &Exchange::advised, this, [this](QByteArrayView advice) {
        m_advice = Advice::parse(advice);
    });
}

Session::~Session()
{
    dropTrial();
}

const QList<SubscriptionInfo> &Session::subscriptions() const
{
    return m_subscriptions.all();
}

void Session::note(NoteKind kind, const QString &text, int httpStatus)
{
    const QByteArray json = noteText(kind, text, httpStatus);
    m_sink.append({json,
                   {},
                   now(),
                   Direction::Local,
                   MessageKind::Note,
                   m_status.transport.value_or(TransportType::WebSocket)});
}

// ---- the state

void Session::moveTo(ConnectionState next)
{
    if (!isLegalMove(m_status.state, next)) {
        qCCritical(logSession) << "illegal move from" << int(m_status.state) << "to" << int(next);
        Q_ASSERT(false);
        return;
    }
    qCDebug(logSession) << "move from" << int(m_status.state) << "to" << int(next);
    m_status.state = next;
    m_status.since = now();
    if (next != ConnectionState::Waiting) {
        m_wait.stop();
        m_status.nextAttempt.reset();
    }
    if (next != ConnectionState::Connected) {
        m_status.transportSince.reset();
        m_pause.stop();
        dropTrial();
    }
    enter(next);
    changed();
}

void Session::enter(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Handshaking:
        enterHandshaking();
        break;
    case ConnectionState::Connecting:
        if (!m_exchange.hasLink()) {
            m_carried = false;
            m_exchange.openLink(m_status.transport.value_or(m_choice.next()));
            if (m_reopening)
                m_reopenLimit.start(m_options.reopenPatience);
        }
        sendConnect(true);
        break;
    case ConnectionState::Connected:
        m_status.transportSince = now();
        sendWaitingSubscriptions();
        sendNextConnect();
        scheduleTrial();
        break;
    case ConnectionState::Disconnecting:
        enterDisconnecting();
        break;
    case ConnectionState::Disconnected:
        enterDisconnected();
        break;
    case ConnectionState::Waiting:
        break;
    }
}

void Session::enterHandshaking()
{
    failPublishes(m_exchange.dropLinks(),
                  tr("The session was renewed before the server answered."));
    m_clientId.clear();
    m_connectId.clear();
    m_advice = Advice{};
    m_acknowledged.reset();
    m_carried = false;
    m_moving = false;
    ++m_handshakesInVain;
    m_subscriptions.forgetAnswers();
    emit subscriptionsChanged();
    m_status.clientId.clear();
    m_status.ended = false;
    m_status.transport = m_choice.next();
    updateChoice();
    m_exchange.openLink(*m_status.transport);

    QByteArray ext = m_options.handshakeExt;
    if (m_options.acknowledge)
        ext = ext.isEmpty() ? R"({"ack":true})" : ext.chopped(1) + R"(,"ack":true})";
    m_exchange.send(
        RequestKind::Handshake,
        {{m_builder.handshake(m_choice.offered(), ext), MessageKind::Handshake, "/meta/handshake"}},
        m_options.networkDelay);
}

void Session::enterDisconnecting()
{
    if (m_clientId.isEmpty() || !m_exchange.hasLink()) {
        moveTo(ConnectionState::Disconnected);
        return;
    }
    m_exchange.send(
        RequestKind::Disconnect,
        {{m_builder.disconnect(m_clientId), MessageKind::Disconnect, "/meta/disconnect"}},
        m_options.goodbyePatience);
}

void Session::enterDisconnected()
{
    m_connectId.clear();
    m_clientId.clear();
    m_status.clientId.clear();
    m_status.transport.reset();
    m_unconnectedSince.reset();
    m_failures = 0;
    m_handshakesInVain = 0;
    failPublishes(m_exchange.dropLinks(),
                  tr("The connection was ended before the server answered."));
    m_subscriptions.forgetAnswers();
    emit subscriptionsChanged();
    if (std::exchange(m_restart, false))
        moveTo(ConnectionState::Handshaking);
}

void Session::waitFor(const Recovery &recovery)
{
    if (recovery.delay.count() == 0) {
        moveTo(recovery.action == Recovery::Action::Connect ? ConnectionState::Connecting
                                                            : ConnectionState::Handshaking);
        return;
    }
    m_afterWait = recovery.action;
    m_status.nextStep =
        recovery.action == Recovery::Action::Connect ? NextStep::Connect : NextStep::Handshake;
    m_status.nextAttempt = now() + recovery.delay;
    m_wait.start(recovery.delay);
    if (m_status.state != ConnectionState::Waiting)
        moveTo(ConnectionState::Waiting);
}

void Session::endForGood(const QString &why, int httpStatus)
{
    setTrouble(why, httpStatus);
    note(NoteKind::SessionState, why, httpStatus);
    m_status.ended = true;
    moveTo(ConnectionState::Disconnected);
}

// ---- what the owner wishes

void Session::start()
{
    if (m_status.state == ConnectionState::Waiting) {
        m_failures = 0;
        moveTo(m_afterWait == Recovery::Action::Connect ? ConnectionState::Connecting
                                                        : ConnectionState::Handshaking);
        return;
    }
    if (m_status.state != ConnectionState::Disconnected)
        return;
    m_wasConnected = false;
    setTrouble({}, 0);
    moveTo(ConnectionState::Handshaking);
}

void Session::stop()
{
    m_restart = false;
    switch (m_status.state) {
    case ConnectionState::Disconnected:
    case ConnectionState::Disconnecting:
        return;
    case ConnectionState::Waiting:
        moveTo(ConnectionState::Disconnected);
        return;
    default:
        moveTo(ConnectionState::Disconnecting);
    }
}

void Session::subscribe(const ChannelPattern &pattern)
{
    if (!m_subscriptions.add(pattern)) {
        const SubscriptionInfo *info = m_subscriptions.find(pattern);
        if (info->state != SubscriptionState::Refused)
            return;
        m_subscriptions.setState(pattern, SubscriptionState::Waiting); // asked for once more
    }
    if (m_status.state == ConnectionState::Connected)
        sendWaitingSubscriptions();
    emit subscriptionsChanged();
}

void Session::unsubscribe(const ChannelPattern &pattern)
{
    const SubscriptionInfo *info = m_subscriptions.find(pattern);
    if (!info)
        return;
    const bool serverKnows =
        info->state == SubscriptionState::Subscribed || info->state == SubscriptionState::Pending;
    m_subscriptions.remove(pattern);
    if (serverKnows && m_exchange.hasLink() && !m_clientId.isEmpty())
        m_exchange.send(RequestKind::Other,
                        {{m_builder.unsubscribe(m_clientId, pattern),
                          MessageKind::Unsubscribe,
                          "/meta/unsubscribe",
                          pattern}},
                        m_options.networkDelay);
    emit subscriptionsChanged();
}

void Session::publish(PublishId id, const ChannelName &channel, const QByteArray &data)
{
    PublishOutcome outcome;
    outcome.id = id;
    outcome.channel = channel.bytes();
    if (channel.isMeta())
        outcome.text =
            tr("/meta/ channels belong to the protocol: nothing can be published there.");
    else if (m_status.state != ConnectionState::Connected)
        outcome.text = tr("Not sent: there is no connection now.");
    if (!outcome.text.isEmpty()) {
        emit published(outcome);
        return;
    }
    m_exchange.send(RequestKind::Other,
                    {{m_builder.publish(m_clientId, channel, data),
                      MessageKind::Publish,
                      channel.bytes(),
                      {},
                      id}},
                    m_options.networkDelay);
}

void Session::setPreference(TransportPreference preference)
{
    if (preference == m_choice.preference())
        return;
    m_choice.setPreference(preference);
    m_status.preference = preference;
    note(NoteKind::Transport,
         preference == TransportPreference::Automatic
             ? tr("Transport: automatic again, WebSocket first.")
             : tr("Transport: only %1 from now on.").arg(nameOf(m_choice.next())));
    dropTrial();
    updateChoice();
    const bool usesAnother = m_status.transport && *m_status.transport != m_choice.next();
    if (usesAnother && m_status.state == ConnectionState::Connected) {
        m_restart = true;
        moveTo(ConnectionState::Disconnecting);
    } else if (usesAnother && m_status.state != ConnectionState::Disconnected
               && m_status.state != ConnectionState::Disconnecting) {
        m_reopening = false;
        moveTo(ConnectionState::Handshaking);
    } else {
        changed();
    }
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
    m_exchange.send(RequestKind::Connect,
                    {{std::move(message), MessageKind::Connect, "/meta/connect"}},
                    connectPatience(immediate));
}

void Session::sendNextConnect()
{
    if (m_advice.interval.count() > 0)
        m_pause.start(m_advice.interval);
    else
        sendConnect(false);
}

void Session::sendWaitingSubscriptions()
{
    std::vector<Exchange::Outgoing> batch;
    for (const ChannelPattern &pattern : m_subscriptions.waiting()) {
        batch.push_back({m_builder.subscribe(m_clientId, pattern),
                         MessageKind::Subscribe,
                         "/meta/subscribe",
                         pattern});
        m_subscriptions.setState(pattern, SubscriptionState::Pending);
    }
    if (batch.empty())
        return;
    m_exchange.send(RequestKind::Other, batch, m_options.networkDelay);
    emit subscriptionsChanged();
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
        || m_status.state == ConnectionState::Connected;
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
    m_clientId = reply.clientId.toByteArray();
    m_status.clientId = QString::fromUtf8(m_clientId);
    if (m_options.acknowledge) {
        const QJsonObject ext = QJsonDocument::fromJson(reply.ext.toByteArray()).object();
        const QJsonValue ack = ext.value("ack"_L1);
        if (ack.toBool() || ack.toObject().value("enabled"_L1).toBool())
            m_acknowledged = 0;
    }
    ++m_status.handshakes;
    emit metaReplied(reply.ext);
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
                       .arg(nameOf(type), QString::fromUtf8(reply.supportedConnectionTypes)));
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
    emit metaReplied(reply.ext);
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
    m_reopening = false;
    m_reopenLimit.stop();
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
    sendWaitingSubscriptions();
    if (m_candidate)
        moveOver();
    else
        sendNextConnect();
    changed();
}

void Session::takeSubscribe(const PendingRequest &request, const Envelope &reply)
{
    if (!m_subscriptions.find(request.pattern))
        return; // not wanted any more
    if (reply.successful.value_or(false)) {
        m_subscriptions.setState(request.pattern, SubscriptionState::Subscribed);
    } else {
        const RefusalWords words = m_options.explain
            ? m_options.explain(reply.error, reply.ext)
            : RefusalWords{QString::fromUtf8(reply.error), {}};
        m_subscriptions.refuse(request.pattern, words.refusal, words.explanation);
        note(NoteKind::Refused,
             tr("Subscription to %1 refused: %2").arg(request.pattern.toString(), words.refusal));
    }
    emit subscriptionsChanged();
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
        const RefusalWords words = m_options.explain
            ? m_options.explain(reply.error, reply.ext)
            : RefusalWords{QString::fromUtf8(reply.error), {}};
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
