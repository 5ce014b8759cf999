// SPDX-License-Identifier: MIT
#include "core/transport/transportchoice.h"

#include "core/wirewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TransportChoice)
};

} // namespace

TransportChoice::TransportChoice(const Limits &limits, TransportPreference preference)
    : m_limits(limits)
    , m_preference(preference)
{ }

void TransportChoice::setPreference(TransportPreference preference)
{
    *this = TransportChoice(m_limits, preference);
}

TransportType TransportChoice::next() const
{
    switch (m_preference) {
    case TransportPreference::WebSocketOnly:
        return TransportType::WebSocket;
    case TransportPreference::LongPollingOnly:
        return TransportType::LongPolling;
    case TransportPreference::Automatic:
        break;
    }
    return m_setAside ? TransportType::LongPolling : TransportType::WebSocket;
}

QList<TransportType> TransportChoice::offered() const
{
    switch (m_preference) {
    case TransportPreference::WebSocketOnly:
        return {TransportType::WebSocket};
    case TransportPreference::LongPollingOnly:
        return {TransportType::LongPolling};
    case TransportPreference::Automatic:
        break;
    }
    if (m_setAside)
        return {TransportType::LongPolling};
    return {TransportType::WebSocket, TransportType::LongPolling};
}

void TransportChoice::setAside(const TransportFailure &why)
{
    m_setAside = true;
    m_proven = false;
    m_why = why;
    m_closedEarly = 0;
}

TransportChoice::Verdict TransportChoice::webSocketFailed(Stage stage,
                                                          const TransportFailure &failure,
                                                          Clock::time_point time)
{
    if (m_preference == TransportPreference::WebSocketOnly)
        return Verdict::TryAgain;
    if (shookHandsTooOften(time)) {
        TransportFailure why = failure;
        why.text = Words::tr("The server asks to leave WebSocket after %1 handshakes within a few "
                             "minutes; it failed then: %2")
                       .arg(QString::number(m_handshakes.size()), failure.text);
        m_handshakes.clear();
        setAside(why);
        return Verdict::FallBack;
    }
    using Kind = TransportFailure::Kind;
    switch (stage) {
    case Stage::Working: {
        m_losses.push_back(time);
        forgetOldLosses(time);
        if (int(m_losses.size()) < m_limits.losses)
            return Verdict::TryAgain;
        TransportFailure why = failure;
        why.text =
            Words::tr("The WebSocket was cut %1 times within a few minutes, the last time: %2")
                .arg(QString::number(m_losses.size()), failure.text);
        ++m_trialsFailed;
        setAside(why);
        return Verdict::FallBack;
    }
    case Stage::Opened:
        // A server that is just restarting closes like this once; a middle-box does it every time.
        if ((failure.kind == Kind::ClosedByServer || failure.kind == Kind::ConnectionLost)
            && m_closedEarly++ == 0)
            return Verdict::TryAgain;
        if (failure.kind == Kind::NoReply) {
            TransportFailure why = failure;
            why.text = wire::symptom(wire::Symptom::FramesSwallowed).sentence();
            setAside(why);
            return Verdict::FallBack;
        }
        break;
    case Stage::Opening:
    case Stage::Reopening:
        break;
    }
    setAside(failure);
    return Verdict::FallBack;
}

void TransportChoice::webSocketShookHands(Clock::time_point time)
{
    m_handshakes.push_back(time);
    if (int(m_handshakes.size()) > m_limits.handshakes)
        m_handshakes.pop_front();
}

bool TransportChoice::shookHandsTooOften(Clock::time_point time)
{
    while (!m_handshakes.empty() && time - m_handshakes.front() > m_limits.handshakeWindow)
        m_handshakes.pop_front();
    return m_limitsHandshakes && int(m_handshakes.size()) >= m_limits.handshakes;
}

void TransportChoice::webSocketNotOffered()
{
    if (m_preference != TransportPreference::Automatic || m_setAside)
        return;
    TransportFailure why;
    why.kind = TransportFailure::Kind::UpgradeRefused;
    why.text = wire::symptom(wire::Symptom::WebSocketNotOffered).sentence();
    setAside(why);
}

void TransportChoice::forgetOldLosses(Clock::time_point time)
{
    while (!m_losses.empty() && time - m_losses.front() > m_limits.lossWindow)
        m_losses.pop_front();
}

void TransportChoice::webSocketWorks(Clock::time_point time)
{
    m_setAside = false;
    m_proven = false;
    m_closedEarly = 0;
    m_nextTrial.reset();
    forgetOldLosses(time);
    if (m_losses.empty())
        m_trialsFailed = 0;
}

void TransportChoice::webSocketTrialFailed(const TransportFailure &failure, Clock::time_point time)
{
    if (!m_setAside)
        return;
    m_why = failure;
    ++m_trialsFailed;
    const int doublings = std::min(m_trialsFailed, 16);
    const auto pause = std::min<std::chrono::milliseconds>(m_limits.firstRetry * (1LL << doublings),
                                                           m_limits.longestRetry);
    m_nextTrial = time + pause;
}

void TransportChoice::webSocketTrialHeld()
{
    m_setAside = false;
    m_proven = false;
    m_nextTrial.reset();
}

void TransportChoice::longPollingWorks(Clock::time_point time)
{
    if (!m_setAside || m_proven)
        return;
    m_proven = true;
    if (!m_nextTrial)
        m_nextTrial =
            time
            + std::min<std::chrono::milliseconds>(
                m_limits.firstRetry * (1LL << std::min(m_trialsFailed, 16)), m_limits.longestRetry);
}

void TransportChoice::longPollingFailed()
{
    if (m_proven)
        return;
    m_setAside = false;
    m_closedEarly = 0;
}

QString TransportChoice::reason() const
{
    switch (m_preference) {
    case TransportPreference::WebSocketOnly:
        return {};
    case TransportPreference::LongPollingOnly:
        return Words::tr("Long-polling was chosen by you.");
    case TransportPreference::Automatic:
        break;
    }
    return m_setAside ? m_why.text : QString();
}

std::optional<TransportChoice::Clock::time_point> TransportChoice::nextTrial() const
{
    if (m_preference != TransportPreference::Automatic || !m_setAside || !m_proven)
        return std::nullopt;
    return m_nextTrial;
}

} // namespace amb
