// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demosessions.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace amb {

struct BusMessage;
struct BusRefusal;
struct BusWishes;

/// The messages that the demo instance's bus sends, with their members in the order of the samples
/// of amb.md § 2. Replies echo the request's `id` as it came.
namespace busreplies {

/// What is said in `ext` of the HTTP session behind a client.
struct SessionWords
{
    const DemoSessions &sessions;
    const QByteArray &sessionId;
    const BusWishes &wishes;
};

QByteArray handshake(const BusMessage &request,
                     const QByteArray &clientId,
                     bool offersWebSocket,
                     std::chrono::milliseconds connectHold,
                     const SessionWords &session);
/// What else is to be said in `ext`: the wish to touch the session, and to come back after so many
/// milliseconds.
struct ConnectWishes
{
    bool touch = false;
    std::optional<std::chrono::milliseconds> comeBackAfter;
};
QByteArray connect(const QByteArray &id,
                   std::chrono::milliseconds connectHold,
                   const SessionWords &session,
                   const ConnectWishes &wishes);
/// The answer to a connect of a client that leaves: `reconnect: none`.
QByteArray lastConnect(const QByteArray &id);
/// 402; only connects are advised to shake hands again.
QByteArray unknownClient(const BusMessage &request);
QByteArray failed(const BusMessage &request, const QByteArray &error);
/// For subscribe and unsubscribe.
QByteArray subscription(const BusMessage &request);
QByteArray refused(const BusMessage &request, const BusRefusal &refusal);
/// Too busy for a command: 429 or 202, without a message (amb.md § 5.3).
QByteArray busy(const BusMessage &request, int code);
/// The early acknowledgement of a command. Its outer channel is not confirmed on a real instance.
QByteArray notice(const BusMessage &request);
QByteArray done(const BusMessage &request);
/// The server's order to leave: no `id`.
QByteArray orderToLeave();
/// A delivery. With an empty user, `ext` names none.
QByteArray event(const QByteArray &channel,
                 const QByteArray &data,
                 const QString &user,
                 const QByteArray &messageId);

} // namespace busreplies

} // namespace amb
