// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace amb {

/// The session as the views see it. DESIGN: a few public states, one writer.
enum class ConnectionState : quint8 {
    Disconnected,
    Handshaking,
    Connecting,
    Connected,
    Waiting, ///< for the next attempt; see nextStep and nextAttempt
    Disconnecting,
};

/// Which transports may be used.
enum class TransportPreference : quint8 {
    Automatic, ///< WebSocket first, long-polling when it does not work
    WebSocketOnly,
    LongPollingOnly,
};

/// What `ext["glide.session.status"]` said last. `successful` does not tell (amb.md § 1.3).
enum class SessionStatus : quint8 {
    Unknown, ///< null, or the server is no ServiceNow instance
    LoggedIn,
    LoggedOut,
    Invalidated,
};

/// What follows a wait.
enum class NextStep : quint8 {
    Handshake,
    Connect,
};

/// Everything a view needs to say how an instance is connected and why so.
struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Disconnected;
    bool signingIn = false; ///< cookies are being fetched, before the first handshake
    bool ended = false; ///< Disconnected for good: nothing is tried again by itself
    /// The session is being renewed, or replaced by another, while the connection goes on.
    bool renewing = false;
    bool tryingWebSocket = false; ///< a WebSocket is being tried beside the running poll
    NextStep nextStep = NextStep::Handshake;
    SessionStatus session = SessionStatus::Unknown;
    TransportPreference preference = TransportPreference::Automatic;
    std::optional<TransportType> transport; ///< in use or being tried
    int transportHttpStatus = 0; ///< HTTP status behind transportReason, else 0
    int troubleHttpStatus = 0;
    int replacements = 0; ///< sessions that were replaced since start
    int handshakes = 0; ///< successful ones since start
    int gaps = 0; ///< times at which messages may have been missed
    /// Why this transport is used when it is not the first choice, in one sentence; else empty.
    QString transportReason;
    /// The last trouble in one sentence; empty while all is well.
    QString trouble;
    QString clientId;
    Timestamp since{}; ///< when the state was entered
    std::optional<Timestamp> transportSince; ///< connected over this transport since
    std::optional<Timestamp> nextAttempt; ///< in Waiting: when
    std::optional<Timestamp> nextWebSocketTry; ///< on long-polling: when WebSocket is tried again
    std::optional<Timestamp> lastReply; ///< last /meta/connect reply
    std::optional<Timestamp> replyDue; ///< by then the connect that is out is to be answered
    std::optional<Timestamp> sessionEnds; ///< from glide.session.time.remaining.in.seconds

    friend bool operator==(const ConnectionStatus &, const ConnectionStatus &) = default;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::ConnectionStatus)
