// SPDX-License-Identifier: MIT
// The part of Session that asks for subscriptions, as many at a time as the server wants it.
#include "core/bayeux/session.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

QString inSeconds(std::chrono::milliseconds time)
{
    constexpr int digits = 3;
    return QString::number(std::chrono::duration<double>(time).count(), 'g', digits);
}

} // namespace

// ---- what the owner wishes

void Session::subscribe(const ChannelPattern &pattern)
{
    m_unwanted.removeAll(pattern);
    if (!m_subscriptions.add(pattern)) {
        const SubscriptionInfo *info = m_subscriptions.find(pattern);
        const bool wasRefused = info->state == SubscriptionState::Refused
            || (info->state == SubscriptionState::Waiting && !info->refusal.isEmpty());
        if (!wasRefused)
            return;
        m_subscriptions.setState(pattern, SubscriptionState::Waiting); // asked for once more
    }
    m_flow.settle(pattern);
    if (m_suspended)
        m_subscriptions.postpone(pattern, {}, m_whySuspended);
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
    emit subscriptionsChanged();
}

void Session::unsubscribe(const ChannelPattern &pattern)
{
    if (!m_subscriptions.find(pattern))
        return;
    const bool serverKnows = isServed(pattern);
    m_subscriptions.remove(pattern);
    m_flow.settle(pattern);
    if (serverKnows) {
        m_unwanted.append(pattern);
        if (m_status.state == ConnectionState::Connected)
            sendCommands();
    }
    emit subscriptionsChanged();
}

void Session::suspendSubscriptions(const QString &why)
{
    if (m_suspended)
        return;
    m_suspended = true;
    m_whySuspended = why;
    const QList<SubscriptionInfo> all = m_subscriptions.all();
    for (const SubscriptionInfo &info : all) {
        if (isServed(info.pattern))
            m_unwanted.append(info.pattern);
        m_subscriptions.postpone(info.pattern, {}, why);
    }
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
    emit subscriptionsChanged();
}

void Session::resubscribe()
{
    m_suspended = false;
    m_unwanted.removeIf(
        [this](const ChannelPattern &pattern) { return m_subscriptions.find(pattern) != nullptr; });
    m_subscriptions.forgetAnswers();
    if (m_redirects)
        m_redirects->state = SubscriptionState::Waiting;
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
    emit subscriptionsChanged();
}

void Session::continueFrom(const Session &before)
{
    m_subscriptions.continueFrom(before.subscriptions());
}

bool Session::isSettled() const
{
    const QList<SubscriptionInfo> &all = m_subscriptions.all();
    return std::none_of(all.begin(), all.end(), [](const SubscriptionInfo &info) {
        return info.state == SubscriptionState::Waiting || info.state == SubscriptionState::Pending;
    });
}

// ---- what is sent

bool Session::isServed(const ChannelPattern &pattern) const
{
    const SubscriptionInfo *info = m_subscriptions.find(pattern);
    return info
        && (info->state == SubscriptionState::Subscribed
            || info->state == SubscriptionState::Pending);
}

/// What is not wanted any more, then what is wanted and not asked for yet, in one batch of as many
/// as may go out now.
void Session::sendCommands()
{
    const auto time = Clock::now();
    int room = m_flow.room(time);
    std::vector<Exchange::Outgoing> batch;
    const auto mayGo = [&](const ChannelPattern &pattern) {
        return room > 0 && m_flow.isDue(pattern, time);
    };
    const auto add = [&](RequestBuilder::Message message, MessageKind kind, const auto &pattern) {
        --room;
        m_flow.sent(message.id, time);
        const QByteArray channel =
            kind == MessageKind::Subscribe ? "/meta/subscribe" : "/meta/unsubscribe";
        batch.push_back({std::move(message), kind, channel, pattern});
    };
    for (const ChannelPattern &pattern : std::exchange(m_unwanted, {})) {
        if (mayGo(pattern))
            add(m_builder.unsubscribe(m_clientId, pattern), MessageKind::Unsubscribe, pattern);
        else
            m_unwanted.append(pattern);
    }
    if (m_redirects && m_redirects->state == SubscriptionState::Waiting
        && mayGo(m_redirects->pattern)) {
        m_redirects->state = SubscriptionState::Pending;
        add(m_builder.subscribe(m_clientId, m_redirects->pattern),
            MessageKind::Subscribe,
            m_redirects->pattern);
    }
    for (const ChannelPattern &pattern : m_subscriptions.waiting()) {
        if (m_suspended || !mayGo(pattern))
            continue;
        m_subscriptions.setState(pattern, SubscriptionState::Pending);
        add(m_builder.subscribe(m_clientId, pattern), MessageKind::Subscribe, pattern);
    }
    if (!batch.empty())
        m_exchange.send(RequestKind::Other, batch, m_options.networkDelay);
    wakeForCommands();
}

void Session::wakeForCommands()
{
    const auto time = Clock::now();
    const auto next = m_flow.nextLook(time);
    if (!next) {
        m_commandTimer.stop();
        return;
    }
    m_commandTimer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(*next - time),
                                  std::chrono::milliseconds(0)));
}

/// A new client, as its handshake's reply wants it.
void Session::beginCommands(const Envelope &handshakeReply)
{
    const Dialect &dialect = m_options.dialect;
    std::optional<CommandLimits> limits;
    if (dialect.commandLimits)
        limits = dialect.commandLimits(handshakeReply.ext);
    m_flow.begin(limits.value_or(m_options.commands));
    m_redirects.reset();
    std::optional<ChannelPattern> channel;
    if (dialect.redirectChannel)
        channel = dialect.redirectChannel(m_clientId, handshakeReply.ext);
    if (channel)
        m_redirects = SubscriptionInfo{*channel, SubscriptionState::Waiting, {}, {}};
    m_exchange.watchChannel(channel ? channel->bytes() : QByteArray());
}

// ---- what comes back

void Session::takeSubscribe(const PendingRequest &request, const Envelope &reply)
{
    m_flow.answered(request.id);
    const ChannelPattern &pattern = request.pattern;
    const bool isAccepted = reply.successful.value_or(false);
    const auto pause = isAccepted ? std::nullopt : retryPause(pattern, reply);
    if (isAccepted)
        m_flow.settle(pattern);
    if (m_redirects && m_redirects->pattern == pattern) {
        // Instances without this channel refuse it, which does no harm.
        m_redirects->state = isAccepted ? SubscriptionState::Subscribed
            : pause                     ? SubscriptionState::Waiting
                                        : SubscriptionState::Refused;
    } else if (!m_subscriptions.find(pattern) || m_suspended) {
        // not wanted any more
    } else if (isAccepted) {
        m_subscriptions.acknowledge(pattern, now());
    } else {
        const RefusalWords words = explain(reply);
        if (pause) {
            const QString again =
                tr("The server is busy; asked again after %1 s.").arg(inSeconds(*pause));
            m_subscriptions.postpone(pattern, words.refusal, again);
            note(NoteKind::Refused,
                 tr("Subscription to %1 put off: %2. %3")
                     .arg(pattern.toString(), words.refusal, again));
        } else {
            m_subscriptions.refuse(pattern, words.refusal, words.explanation);
            note(NoteKind::Refused,
                 tr("Subscription to %1 refused: %2").arg(pattern.toString(), words.refusal));
        }
    }
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
    emit subscriptionsChanged();
}

void Session::takeUnsubscribe(const PendingRequest &request, const Envelope &reply)
{
    m_flow.answered(request.id);
    const bool isDone = reply.successful.value_or(false);
    const bool isWanted = !m_suspended && m_subscriptions.find(request.pattern);
    if (!isDone && !isWanted && retryPause(request.pattern, reply))
        m_unwanted.append(request.pattern);
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
}

/// How long to wait before a refused command is sent again; nothing: it is refused for good.
std::optional<std::chrono::milliseconds> Session::retryPause(const ChannelPattern &pattern,
                                                             const Envelope &reply)
{
    const Dialect &dialect = m_options.dialect;
    if (dialect.isBusy && dialect.isBusy(reply.error, reply.ext))
        return m_flow.refusedBusy(pattern, Clock::now());
    m_flow.settle(pattern);
    return std::nullopt;
}

void Session::onRedirect(const Envelope &event)
{
    if (!m_options.dialect.redirect)
        return;
    const auto redirect = m_options.dialect.redirect(m_clientId, event.raw);
    if (!redirect || !m_subscriptions.find(redirect->from))
        return;
    if (isServed(redirect->from))
        m_unwanted.append(redirect->from);
    m_unwanted.removeAll(redirect->to);
    m_subscriptions.replace(redirect->from, redirect->to);
    note(NoteKind::SessionState,
         tr("The server moved the subscription to %1: it is %2 from now on.")
             .arg(redirect->from.toString(), redirect->to.toString()));
    if (m_status.state == ConnectionState::Connected)
        sendCommands();
    emit subscriptionsChanged();
}

/// What was asked for and will not be answered is asked for again with the next connect.
void Session::forgetRequests(const std::vector<PendingRequest> &requests)
{
    for (const PendingRequest &request : requests) {
        m_flow.answered(request.id);
        const SubscriptionInfo *info = m_subscriptions.find(request.pattern);
        if (request.kind == MessageKind::Subscribe && m_redirects
            && m_redirects->pattern == request.pattern)
            m_redirects->state = SubscriptionState::Waiting;
        else if (request.kind == MessageKind::Subscribe && info)
            m_subscriptions.setState(request.pattern, SubscriptionState::Waiting);
        else if (request.kind == MessageKind::Unsubscribe && (!info || m_suspended))
            m_unwanted.append(request.pattern);
    }
}

/// The client is gone, and with it all that the server knew.
void Session::forgetSubscriptions()
{
    m_subscriptions.forgetAnswers();
    m_unwanted.clear();
    m_redirects.reset();
    m_suspended = false;
    m_flow.begin(m_options.commands);
    m_exchange.watchChannel({});
}

} // namespace amb
