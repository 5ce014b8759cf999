// SPDX-License-Identifier: MIT
#include "core/bayeux/session.h"

#include "core/bayeux/sessionmoves.h"
#include "core/bayeux/websockettrial.h"
#include "core/logging.h"

#include <utility>

namespace amb {

Session::Session(TransportFactory &factory,
                 RecordSink &sink,
                 SessionOptions options,
                 QObject *parent)
    : QObject(parent)
    , m_sink(sink)
    , m_factory(factory)
    , m_options(std::move(options))
    , m_choice(m_options.inheritedChoice.value_or(
          TransportChoice(m_options.choice, m_options.preference)))
    , m_exchange(factory, sink, m_options.networkDelay)
{
    m_status.preference = m_choice.preference();
    m_status.since = now();
    m_exchange.setNotices(m_options.dialect.isNotice);
    m_flow.begin(m_options.commands);
    m_wait.setSingleShot(true);
    m_commandTimer.setSingleShot(true);
    m_trialTimer.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_reopenLimit.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Session::goOn);
    connect(&m_reopenLimit, &QTimer::timeout, this, &Session::onReopenTimeout);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        moveTo(m_afterWait == Recovery::Action::Connect ? ConnectionState::Connecting
                                                        : ConnectionState::Handshaking);
    });
    connect(&m_trialTimer, &QTimer::timeout, this, &Session::startTrial);
    connect(&m_commandTimer, &QTimer::timeout, this, &Session::sendCommands);
    connect(&m_exchange, &Exchange::replied, this, &Session::onReplied);
    connect(&m_exchange, &Exchange::unasked, this, &Session::onUnasked);
    connect(&m_exchange, &Exchange::watched, this, &Session::onRedirect);
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
        m_status.replyDue.reset();
        m_pause.stop();
        m_commandTimer.stop();
        dropTrial();
    }
    if (next != ConnectionState::Connecting) {
        m_reopening = false;
        m_reopenLimit.stop();
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
        sendCommands();
        sendNextConnect();
        scheduleTrial();
        emit subscriptionsChanged();
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
    const auto dropped = m_exchange.dropLinks();
    m_clientId.clear();
    m_connectId.clear();
    m_advice = Advice{};
    m_acknowledged.reset();
    m_carried = false;
    m_moving = false;
    ++m_handshakesInVain;
    forgetSubscriptions();
    m_status.clientId.clear();
    m_status.ended = false;
    m_status.transport = m_choice.next();
    updateChoice();
    m_exchange.openLink(*m_status.transport);

    QByteArray ext = m_options.handshakeExt;
    if (m_options.acknowledge)
        ext = ext.size() <= 2 ? R"({"ack":true})" : ext.chopped(1) + R"(,"ack":true})";
    m_exchange.send(
        RequestKind::Handshake,
        {{m_builder.handshake(m_choice.offered(), ext), MessageKind::Handshake, "/meta/handshake"}},
        m_options.networkDelay);
    failPublishes(dropped, tr("The session was renewed before the server answered."));
    emit subscriptionsChanged();
}

void Session::enterDisconnecting()
{
    // A socket that is not open yet takes nobody's goodbye in time.
    if (m_clientId.isEmpty() || !m_exchange.hasLink() || m_exchange.isOpening()) {
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
    const auto dropped = m_exchange.dropLinks();
    forgetSubscriptions();
    if (std::exchange(m_restart, false))
        moveTo(ConnectionState::Handshaking);
    failPublishes(dropped, tr("The connection was ended before the server answered."));
    emit subscriptionsChanged();
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

void Session::leave(const QString &why)
{
    if (m_status.state == ConnectionState::Disconnected
        || m_status.state == ConnectionState::Disconnecting)
        return;
    setTrouble(why, 0);
    note(NoteKind::SessionState, why);
    stop();
    m_status.ended = true;
    changed();
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

} // namespace amb
