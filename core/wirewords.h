// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QString>

namespace amb {

/// What is behind one thing that the wire says, for people. All parts are in lower case and
/// without a full stop, so that they can be put together.
struct WireWords
{
    QString happened; ///< in a few words
    QString cause; ///< the likely cause; may be empty
    QString advice; ///< what to do next; may be empty when nothing is to be done
    QString article; ///< the number of ServiceNow's knowledge base article; empty when none

    [[nodiscard]] bool isEmpty() const { return happened.isEmpty(); }
    /// "cause; advice (KB0829978)": what follows a colon.
    [[nodiscard]] QString reason() const;
    /// "Happened: cause; advice (KB0829978)."
    [[nodiscard]] QString sentence() const;
};

/// The one dictionary of errors in words, from what the wire says to what happened, why, and what
/// to do (amb.md §§ 5.3, 6, 8.3). Everything that explains trouble to people asks here.
namespace wire {

/// What an HTTP status was the answer to.
enum class Exchange : quint8 {
    Upgrade, ///< the WebSocket upgrade at /amb
    Post, ///< Bayeux messages by long-polling
    Rest, ///< a REST request or a page of the instance
};

/// Trouble that has no number of its own.
enum class Symptom : quint8 {
    UpgradeCutOff, ///< closed before the upgrade was answered
    UpgradeChanged, ///< the answer to the upgrade is not a WebSocket server's
    WebSocketNotOffered, ///< the handshake reply names long-polling alone
    FramesSwallowed, ///< the WebSocket opens, but nothing comes back through it
    EmptyReply, ///< 200 without content
    WebPage, ///< 200 with a page instead of messages
    LoginRedirect, ///< a 3xx to another place
    CookiesJoined, ///< two Cookie headers that a gateway made one of
    SessionReaped, ///< an API session that ended under a healthy connection (§ 3.4)
    NoConnectOutstanding, ///< events stop on a healthy WebSocket
    TableQuiet, ///< a record watcher that hears nothing
    BusSwitchedOff, ///< glide.amb.active is false
    SchemeTwice, ///< "Illegal character in scheme name at index 0"
    MidServerDisconnects, ///< AMB client errors on a MID Server
};

/// Always has words, also for a status that nobody knows.
WireWords httpStatus(Exchange exchange, int status);
/// Of WebSocket (RFC 6455 § 7.4.1); always has words.
WireWords closeCode(int code);
/// A refused subscribe or publish: `message` is the text in `ext` or else the Bayeux error, `code`
/// the one that comes with it or 0. Empty when nothing is known about either.
WireWords refusal(const QString &message, int code);
/// Empty while all is well or nothing was said.
WireWords session(SessionStatus status);
WireWords symptom(Symptom symptom);

} // namespace wire

} // namespace amb
