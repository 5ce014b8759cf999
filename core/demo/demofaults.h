// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/buswishes.h"
#include "core/demo/signinfaults.h"
#include "core/result.h"

#include <QString>

#include <chrono>

namespace amb {

/// What a demo instance is told to do wrong.
struct DemoFaults
{
    enum class WebSocket {
        Works,
        Off, ///< glide.cometd.websocket.enabled=false: upgrade 400, not in supportedConnectionTypes
        NotOffered, ///< the upgrade works, but the handshake reply lists long-polling alone
        Refused, ///< upgrade answered with refusedStatus
        Hang, ///< upgrade never answered
        CloseAfterUpgrade, ///< 101, then closed before the handshake reply
        Swallow, ///< 101, then no frame passes either way
        NoAccept, ///< 101 without Sec-WebSocket-Accept, as some proxies do
    };

    struct Flood
    {
        qint64 messages = 0; ///< 0: no flood
        qint64 bytes = 300; ///< size of each message
        qint64 perSecond = 10000;

        friend bool operator==(const Flood &, const Flood &) = default;
    };

    WebSocket webSocket = WebSocket::Works;
    int refusedStatus = 403; ///< for WebSocket::Refused
    std::chrono::milliseconds slowReplies{}; ///< each reply is delayed by this
    std::chrono::milliseconds sessionExpiry{}; ///< an HTTP session lives this long; 0: 30 min
    std::chrono::milliseconds dropEvery{}; ///< all connections are cut this often; 0: never
    std::chrono::seconds clockSkew{}; ///< its clock, in Date headers, is ahead of this one's
    std::chrono::milliseconds hangUpEvery{}; ///< clients are asked to come back anew; 0: never
    /// A session made by a REST request is reaped after this; 0: as DemoOptions::apiSessionLife.
    std::chrono::milliseconds reapAfter{};
    bool reapsPages = false; ///< a page view does not save a session from being reaped
    bool refusesPassword = false; ///< it was changed
    bool refusesPages = false; ///< /home.do is answered with 403: the user has no classic UI
    QByteArray httpNode; ///< the cookie glide_node_id_for_js; empty: none
    /// So many in a hundred deliveries of record watchers are lost, as many come twice, and as many
    /// come after later ones.
    int unreliablePercent = 0;
    Flood flood; ///< on /demo/flood, begins when someone subscribes to it
    BusWishes bus;

    SignInFaults signIn;

    /// Reads a list such as `websocket-off,slow=200,flood=1000:300:100`. The names:
    /// websocket-off, websocket-not-offered, websocket-refused[=STATUS], websocket-hang,
    /// websocket-close, websocket-swallow, websocket-no-accept, slow=MS, session-expiry=S,
    /// reaper=S, drop=S, hup=S, amb-off, null-status, touch, command-flow, busy=N, handshake-limit,
    /// clock-skew=S, unreliable[=PERCENT], flood=N[:BYTES[:PER_SECOND]], and those of SignInFaults.
    /// The Error lists them.
    static Result<DemoFaults> parse(const QString &text);

    friend bool operator==(const DemoFaults &, const DemoFaults &) = default;
};

} // namespace amb
