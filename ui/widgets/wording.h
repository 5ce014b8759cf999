// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"
#include "core/connectionstatus.h"
#include "core/message.h"
#include "core/publishoutcome.h"
#include "ui/widgets/glyph.h"

#include <QString>

#include <chrono>

namespace amb {

/// How one thing is said in the window: by a sign, by a word, and by a colour on top.
struct Saying
{
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Plain;
    QString word;
};

/// "Connected", "Waiting", "Signing in", …
Saying sayState(const ConnectionStatus &status);
/// "Subscribed", "Refused", …
Saying saySubscription(SubscriptionState state);
/// "Acknowledged", "Refused", "Failed".
Saying sayOutcome(PublishOutcome::Result result);
/// "event", "publish reply", …, with the arrow of its direction.
Saying sayKind(MessageKind kind, Direction direction);

/// "WebSocket" or "Long-polling".
QString transportText(TransportType type);
QString preferenceText(TransportPreference preference);
/// "logged in", "invalidated", …; says so when the server said nothing.
QString sessionText(SessionStatus status);
QString directionText(Direction direction);
/// A reason with the HTTP status behind it, where its words do not name that themselves.
QString withHttpStatus(const QString &text, int status);

/// 1,204,331: in the user's locale.
QString numberText(qint64 number);
/// 411 MB: decimal units, as disks are sold.
QString sizeText(qint64 bytes);
/// A round time to choose: "15 min", "24 h".
QString spanText(std::chrono::seconds span);
/// "12 s", "42 min", "3 h 05 min", "2 d 4 h". Negative counts as nothing.
QString durationText(std::chrono::microseconds duration);
/// "29:12" or "1:29:12": for something that runs out.
QString countdownText(std::chrono::microseconds left);
/// "0.4", "12", "1,204": a rate without its unit, with as many digits as help.
QString rateText(double perSecond);
/// "HH:mm:ss.zzz", local time.
QString clockText(Timestamp time);
/// "2026-11-22 10:02:11.402318", local time.
QString fullTimeText(Timestamp time);
/// Somebody's words for a menu or a button, where `&` is no mnemonic.
QString menuText(QString words);
/// Text for a tool tip, which would take what looks like HTML for HTML; cut where it gets long.
QString toolTipText(const QString &plain);
/// "0.3 ms", "41 ms", "1.2 s".
QString roundTripText(std::chrono::microseconds duration);

} // namespace amb
