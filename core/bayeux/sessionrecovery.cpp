// SPDX-License-Identifier: MIT
// The part of Session that deals with trouble: what failed, what follows, and the way back to
// WebSocket.
#include "core/bayeux/replyerror.h"
#include "core/bayeux/session.h"
#include "core/bayeux/websockettrial.h"
#include "core/logging.h"

#include <algorithm>

namespace amb {

void Session::onRequestsFailed(const std::vector<PendingRequest> &requests,
                               const TransportFailure &failure)
{
    if (m_status.state == ConnectionState::Disconnected)
        return;
    forgetRequests(requests);
    const auto has = [&requests](MessageKind kind, const QByteArray &id = {}) {
        return std::any_of(requests.begin(), requests.end(), [&](const PendingRequest &request) {
            return request.kind == kind && (id.isEmpty() || request.id == id);
        });
    };
    if (m_status.state == ConnectionState::Disconnecting) {
        if (has(MessageKind::Disconnect))
            moveTo(ConnectionState::Disconnected);
    } else if (has(MessageKind::Handshake)) {
        longPollingFailed(Trouble::Stage::Handshake, failure);
    } else if (!m_connectId.isEmpty() && has(MessageKind::Connect, m_connectId)) {
        longPollingFailed(Trouble::Stage::Connect, failure);
    }
    failPublishes(requests, failure.text);
    emit subscriptionsChanged();
}

void Session::onLinkFailed(const std::vector<PendingRequest> &requests,
                           const TransportFailure &failure)
{
    if (m_status.state == ConnectionState::Disconnected)
        return;
    forgetRequests(requests);
    if (m_status.state == ConnectionState::Disconnecting)
        moveTo(ConnectionState::Disconnected);
    else
        webSocketFailed(failure);
    failPublishes(requests, failure.text);
    emit subscriptionsChanged();
}

TransportChoice::Stage Session::webSocketStage() const
{
    using enum TransportChoice::Stage;
    if (m_carried)
        return Working;
    if (m_reopening)
        return Reopening;
    return m_exchange.isOpened() ? Opened : Opening;
}

void Session::webSocketFailed(const TransportFailure &failure)
{
    m_connectId.clear();
    if (m_moving && m_exchange.returnToFormerLink()) {
        m_moving = false;
        m_choice.webSocketTrialFailed(failure, Clock::now());
        m_status.transport = TransportType::LongPolling;
        noteGap(tr("WebSocket failed while the session moved to it: %1").arg(failure.text));
        moveTo(ConnectionState::Connecting);
        return;
    }
    const TransportChoice::Stage stage = webSocketStage();
    setTrouble(failure.text, failure.httpStatus);
    const bool wasWorking = stage == TransportChoice::Stage::Working;
    note(NoteKind::Transport,
         wasWorking ? tr("WebSocket lost: %1").arg(failure.text)
                    : tr("WebSocket does not work: %1").arg(failure.text),
         failure.httpStatus);
    if (m_choice.webSocketFailed(stage, failure, Clock::now())
        == TransportChoice::Verdict::FallBack) {
        fallBack();
        return;
    }
    if (wasWorking)
        noteGap(tr("The WebSocket was lost: messages sent to it in the meantime may be missing."));
    if (wasWorking && m_choice.preference() == TransportPreference::Automatic) {
        // The same client goes on over a new socket, at once; long-polling is next if that fails.
        m_unconnectedSince = m_unconnectedSince.value_or(Clock::now());
        m_reopening = true;
        moveTo(ConnectionState::Connecting);
        return;
    }
    Trouble trouble;
    trouble.stage = m_clientId.isEmpty() ? Trouble::Stage::Handshake : Trouble::Stage::Connect;
    recoverFrom(trouble);
}

/// Nobody waits ten seconds for a socket that worked a moment ago.
void Session::onReopenTimeout()
{
    const bool mayBeSlowToAnswer = m_exchange.isOpened() && !m_answersPromptly;
    if (m_carried || !m_reopening || mayBeSlowToAnswer)
        return;
    TransportFailure failure;
    failure.kind = m_exchange.isOpened() ? TransportFailure::Kind::NoReply
                                         : TransportFailure::Kind::ConnectTimeout;
    failure.text = m_exchange.isOpened()
        ? tr("The WebSocket opens again, but no message comes back through it.")
        : tr("The WebSocket was lost and cannot be opened again.");
    const auto dropped = m_exchange.dropLinks();
    forgetRequests(dropped);
    webSocketFailed(failure);
    failPublishes(dropped, failure.text);
}

void Session::fallBack()
{
    updateChoice();
    moveTo(ConnectionState::Handshaking);
}

void Session::longPollingFailed(Trouble::Stage stage, const TransportFailure &failure)
{
    m_connectId.clear();
    setTrouble(failure.text, failure.httpStatus);
    note(NoteKind::Transport, tr("Long-polling failed: %1").arg(failure.text), failure.httpStatus);
    if (stage == Trouble::Stage::Handshake)
        m_choice.longPollingFailed();
    else if (m_status.state == ConnectionState::Connected)
        noteGap(tr("A poll was lost: messages that were on their way with it may be missing."));
    updateChoice();
    Trouble trouble;
    trouble.stage = stage;
    recoverFrom(trouble);
}

void Session::refusedByReply(Trouble::Stage stage, const Envelope &reply)
{
    const bool isUnknownClient = ReplyError::parse(reply.error).isUnknownClient();
    const bool isForgotten = stage == Trouble::Stage::Connect
        && (isUnknownClient || m_advice.reconnect == Advice::Reconnect::Handshake);
    if (isForgotten && m_moving) // the instance does not share sessions between transports
        m_choice.webSocketTrialHeld();
    QString words = tr("The server refused to go on: %1");
    if (isForgotten)
        words = tr("The server does not know this session any more (%1); a new one is made.");
    else if (stage == Trouble::Stage::Handshake)
        words = tr("The server refused the handshake: %1");
    refused(stage, words.arg(wordsOf(reply.error)), isUnknownClient);
}

void Session::refused(Trouble::Stage stage, const QString &words, bool isUnknownClient)
{
    setTrouble(words, 0);
    note(NoteKind::SessionState, words);
    Trouble trouble;
    trouble.stage = stage;
    trouble.answered = true;
    trouble.unknownClient = isUnknownClient;
    recoverFrom(trouble);
}

void Session::recoverFrom(Trouble trouble)
{
    trouble.advice = m_advice;
    // Falling back at once is the first retry already: when long-polling fails as well, it is time
    // to pause.
    const bool triedBoth = m_choice.preference() == TransportPreference::Automatic
        && trouble.stage == Trouble::Stage::Handshake
        && m_status.transport == TransportType::LongPolling;
    trouble.failures = m_failures + (triedBoth ? 1 : 0);
    trouble.handshakesInVain = m_handshakesInVain;
    if (trouble.stage == Trouble::Stage::Connect && !trouble.answered) {
        m_unconnectedSince = m_unconnectedSince.value_or(Clock::now());
        trouble.unconnectedFor = std::chrono::duration_cast<std::chrono::milliseconds>(
            Clock::now() - *m_unconnectedSince);
    }
    const Recovery recovery = recover(trouble, m_options.backoff);
    ++m_failures;
    if (recovery.action == Recovery::Action::Stop) {
        endForGood(m_status.trouble, m_status.troubleHttpStatus);
        return;
    }
    waitFor(recovery);
}

void Session::noteGap(const QString &text)
{
    ++m_status.gaps;
    note(NoteKind::Gap, text);
}

void Session::setTrouble(const QString &text, int httpStatus)
{
    m_status.trouble = text;
    m_status.troubleHttpStatus = httpStatus;
}

void Session::updateChoice()
{
    m_status.transportReason = m_choice.reason();
    m_status.transportHttpStatus = m_choice.httpStatus();
    const auto next = m_choice.nextTrial();
    if (next)
        m_status.nextWebSocketTry =
            now() + std::chrono::duration_cast<std::chrono::microseconds>(*next - Clock::now());
    else
        m_status.nextWebSocketTry.reset();
}

// ---- WebSocket beside a running poll

void Session::scheduleTrial()
{
    updateChoice();
    const auto next = m_choice.nextTrial();
    if (!next || m_trial || m_candidate) {
        m_trialTimer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now());
    m_trialTimer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void Session::tryWebSocketNow()
{
    startTrial();
}

void Session::startTrial()
{
    const bool isPolling = m_status.state == ConnectionState::Connected
        && m_status.transport == TransportType::LongPolling && !m_moving;
    if (!isPolling || m_trial || m_candidate
        || m_choice.preference() != TransportPreference::Automatic)
        return;
    m_trialTimer.stop();
    m_trial = std::make_unique<WebSocketTrial>(
        m_factory, m_builder, m_sink, m_options.handshakeExt, m_options.networkDelay);
    connect(m_trial.get(), &WebSocketTrial::held, this, &Session::onTrialHeld);
    connect(m_trial.get(), &WebSocketTrial::failed, this, &Session::onTrialFailed);
    m_status.tryingWebSocket = true;
    note(NoteKind::Transport, tr("Trying WebSocket again, beside the running poll."));
    m_trial->start();
    changed();
}

void Session::onTrialHeld()
{
    m_candidate = m_trial->takeLink();
    m_trial.release()->deleteLater();
    connect(m_candidate.get(), &Transport::failed, this, &Session::onTrialFailed);
    note(NoteKind::Transport,
         tr("WebSocket works again: the session moves over when the running poll ends."));
    changed();
}

void Session::onTrialFailed(const TransportFailure &failure)
{
    dropTrial();
    m_choice.webSocketTrialFailed(failure, Clock::now());
    note(NoteKind::Transport,
         tr("WebSocket still does not work: %1").arg(failure.text),
         failure.httpStatus);
    scheduleTrial();
    changed();
}

void Session::dropTrial()
{
    m_trialTimer.stop();
    m_status.tryingWebSocket = false;
    if (m_trial) {
        m_trial->disconnect(this);
        m_trial->cancel();
        m_trial.release()->deleteLater();
    }
    if (m_candidate) {
        m_candidate->disconnect(this);
        m_candidate->close();
        m_candidate.release()->deleteLater();
    }
}

void Session::moveOver()
{
    m_candidate->disconnect(this);
    m_exchange.adoptLink(std::move(m_candidate));
    m_status.tryingWebSocket = false;
    m_status.transport = TransportType::WebSocket;
    m_status.transportReason.clear();
    m_status.transportHttpStatus = 0;
    m_carried = false;
    m_moving = true;
    sendConnect(true);
}

} // namespace amb
