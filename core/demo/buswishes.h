// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <chrono>

namespace amb {

/// What a demo instance's bus says of itself and wishes of its clients, beside what every instance
/// does (amb.md §§ 2.1, 2.2, 5.4).
struct BusWishes
{
    /// How clients that say that they can are to send subscribe and unsubscribe commands.
    struct CommandFlow
    {
        bool isEnabled = false;
        int maxInFlight = 1; ///< one more is refused with 429
        std::chrono::milliseconds longestWait{std::chrono::seconds(10)};
        int retries = 3;
        std::chrono::milliseconds firstRetry{std::chrono::seconds(2)};
        std::chrono::milliseconds answersAfter{}; ///< over a WebSocket, each command
        bool numbersAsTexts = false;

        friend bool operator==(const CommandFlow &, const CommandFlow &) = default;
    };

    bool isSwitchedOff = false; ///< glide.amb.active is false
    bool hasNullStatus = false; ///< glide.session.status is null, whatever the session is
    bool wantsTouch = false; ///< session.touch.http in connect replies over a WebSocket
    bool limitsHandshakes = false; ///< glide.amb.client.websocket_handshake_limit_enabled
    QByteArray nodeId; ///< glide.amb.wsConnectionNodeId; empty: not said
    bool announcesReplies = false; ///< received_by_glide before each reply to a command
    int busyFor = 0; ///< so many commands from now on are refused as too many
    int busyCode = 429; ///< or 202
    CommandFlow commandFlow;

    friend bool operator==(const BusWishes &, const BusWishes &) = default;
};

} // namespace amb
