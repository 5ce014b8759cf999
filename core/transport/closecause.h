// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// Why a WebSocket is being closed, before TCP is.
enum class CloseCause {
    Peer, ///< a close frame came
    PeerWithOtherCode, ///< a close frame with a code that Qt does not know and does not tell
    TooBig, ///< a frame or message over the limit
    Stalled, ///< no more bytes in the middle of a frame
    InvalidText, ///< a text that is not UTF-8
    InvalidFrame, ///< something else against RFC 6455
};

/// Tells the errors that QWebSocket finds itself from a close frame of the peer:
/// QWebSocket::closeCode() and closeReason() are set alike by both, only the words differ.
CloseCause closeCause(const QString &closeReason);

} // namespace amb
