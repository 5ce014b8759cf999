// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace amb {

/// The kinds of the monitor's own rows.
enum class NoteKind : quint8 {
    Transport, ///< chosen, lost or tried, and why
    Gap, ///< messages may have been missed
    Refused, ///< a subscription or publish was refused
    SessionState, ///< signed in, lost, ended
    Silence, ///< nothing came on a channel for as long as the user wanted to know of
};

/// The JSON text of a note row: {"note":"transport","text":"…"} and, where there was one,
/// "httpStatus".
QByteArray noteText(NoteKind kind, const QString &text, int httpStatus = 0);

} // namespace amb
