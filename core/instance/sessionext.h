// SPDX-License-Identifier: MIT
#pragma once

#include "core/commandlimits.h"
#include "core/connectionstatus.h"

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>

namespace amb {

/// What an instance says of its HTTP session, and what it wishes, in the `ext` of handshake and
/// connect replies (amb.md §§ 2.1, 2.2). `successful` says nothing about it.
///
/// Numbers and flags are understood as texts too: which of them an instance sends is not confirmed
/// on a real instance.
struct SessionExt
{
    SessionStatus status = SessionStatus::Unknown; ///< null counts as Unknown
    std::optional<std::chrono::seconds> remaining;
    bool isPresent = false; ///< glide.session.status was there, be it null
    bool isSwitchedOff = false; ///< glide.amb.active is false: leave for good
    bool wantsTouch = false; ///< session.touch.http: an empty POST keeps the HTTP session alive
    /// glide.amb.hup.signal.reconnect.in.sec: the node is about to go.
    std::optional<std::chrono::milliseconds> reconnectAfter;
    /// glide.amb.client.websocket_handshake_limit_enabled.
    std::optional<bool> limitsHandshakes;
    QByteArray nodeId; ///< glide.amb.wsConnectionNodeId, or empty
    /// subscribeCommandsFlow (amb.md § 5.4), when it is enabled.
    std::optional<CommandLimits> commands;

    static SessionExt parse(QByteArrayView ext);
};

} // namespace amb
