// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demosessions.h"

#include <QByteArray>

#include <chrono>

namespace amb {

struct BusMessage;
struct BusRefusal;

/// The messages that the demo instance's bus sends, with their members in the order of the samples
/// of amb.md § 2. Replies echo the request's `id` as it came.
namespace busreplies {

QByteArray handshake(const BusMessage &request,
                     const QByteArray &clientId,
                     bool offersWebSocket,
                     std::chrono::milliseconds connectHold,
                     const DemoSessions &sessions,
                     const QByteArray &sessionId);
QByteArray connect(const QByteArray &id,
                   std::chrono::milliseconds connectHold,
                   const DemoSessions &sessions,
                   const QByteArray &sessionId);
/// The answer to a connect of a client that leaves: `reconnect: none`.
QByteArray lastConnect(const QByteArray &id);
/// 402; only connects are advised to shake hands again.
QByteArray unknownClient(const BusMessage &request);
QByteArray failed(const BusMessage &request, const QByteArray &error);
/// For subscribe and unsubscribe.
QByteArray subscription(const BusMessage &request);
QByteArray refused(const BusMessage &request, const BusRefusal &refusal);
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
