// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"
#include "core/transport/transportfailure.h"

#include <QList>
#include <QString>

#include <chrono>
#include <deque>
#include <optional>

namespace amb {

/// Decides which transport a session uses, from what happened to each; does no I/O and has no
/// clock.
///
/// WebSocket first. It is set aside when it does not carry a session: provisionally at first, for
/// good once long-polling has carried one from the same place; if long-polling fails too, the
/// network is to blame and WebSocket comes first again. What is set aside for good is remembered
/// across handshakes and tried again at a slow pace (the session does that, beside the running
/// poll).
class TransportChoice
{
public:
    using Clock = std::chrono::steady_clock;

    /// Pauses and limits; the defaults are for real use.
    struct Limits
    {
        std::chrono::milliseconds firstRetry{std::chrono::minutes(1)};
        std::chrono::milliseconds longestRetry{std::chrono::minutes(15)};
        /// So many losses of a working WebSocket within lossWindow count as "does not hold".
        int losses = 3;
        std::chrono::milliseconds lossWindow{std::chrono::minutes(5)};
        /// So many handshakes over WebSocket within handshakeWindow are too many, where the server
        /// limits them (amb.md § 2.1, glide.amb.client.websocket_handshake_limit_enabled).
        int handshakes = 3;
        std::chrono::milliseconds handshakeWindow{std::chrono::minutes(5)};
    };

    /// How far a WebSocket had come when it failed.
    enum class Stage {
        Opening, ///< the upgrade was not accepted
        Opened, ///< upgraded, but no session was carried yet
        Reopening, ///< the first one after a working one was lost
        Working, ///< it had carried a session
    };

    enum class Verdict {
        TryAgain, ///< WebSocket once more
        FallBack, ///< long-polling from now on
    };

    TransportChoice() = default;
    explicit TransportChoice(const Limits &limits, TransportPreference preference);

    [[nodiscard]] TransportPreference preference() const { return m_preference; }
    /// A change forgets what was set aside, so that the user's wish is tried afresh.
    void setPreference(TransportPreference preference);

    /// The transport to handshake on.
    [[nodiscard]] TransportType next() const;
    /// What the handshake offers in supportedConnectionTypes.
    [[nodiscard]] QList<TransportType> offered() const;

    Verdict webSocketFailed(Stage stage, const TransportFailure &failure, Clock::time_point time);
    /// The server does (not) want clients to leave WebSocket after too many handshakes over it.
    void limitHandshakes(bool limits) { m_limitsHandshakes = limits; }
    /// A handshake was answered over WebSocket.
    void webSocketShookHands(Clock::time_point time);
    /// The handshake reply does not list websocket.
    void webSocketNotOffered();
    /// A connect was answered over WebSocket.
    void webSocketWorks(Clock::time_point time);
    /// A trial beside the running poll failed: the next one comes later than this one did.
    void webSocketTrialFailed(const TransportFailure &failure, Clock::time_point time);
    /// A trial succeeded: a session may be made over WebSocket again.
    void webSocketTrialHeld();
    /// A connect was answered over long-polling.
    void longPollingWorks(Clock::time_point time);
    void longPollingFailed();

    /// Why WebSocket is not used, in one sentence; empty when it is.
    [[nodiscard]] QString reason() const;
    [[nodiscard]] int httpStatus() const { return m_setAside ? m_why.httpStatus : 0; }
    /// When WebSocket is to be tried again; nothing while it is in use or not wanted.
    [[nodiscard]] std::optional<Clock::time_point> nextTrial() const;

private:
    void setAside(const TransportFailure &why);
    void forgetOldLosses(Clock::time_point time);
    [[nodiscard]] bool shookHandsTooOften(Clock::time_point time);

    Limits m_limits;
    TransportPreference m_preference = TransportPreference::Automatic;
    bool m_setAside = false;
    bool m_proven = false; // long-polling has worked where WebSocket had not
    int m_closedEarly = 0;
    int m_trialsFailed = 0;
    TransportFailure m_why;
    std::deque<Clock::time_point> m_losses;
    bool m_limitsHandshakes = false;
    std::deque<Clock::time_point> m_handshakes; // over WebSocket
    std::optional<Clock::time_point> m_nextTrial;
};

} // namespace amb
