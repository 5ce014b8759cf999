// SPDX-License-Identifier: MIT
#include "core/transport/closecause.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace amb {

namespace {

struct OwnReason
{
    const char *context;
    const char *sourceText;
    CloseCause cause;
};

// The words of Qt WebSockets, in the translation that is loaded.
constexpr std::array ownReasons{
    OwnReason{"QWebSocketFrame", "Maximum framesize exceeded.", CloseCause::TooBig},
    OwnReason{"QWebSocketDataProcessor", "Received message is too big.", CloseCause::TooBig},
    OwnReason{
        "QWebSocketDataProcessor", "Timeout when reading data from socket.", CloseCause::Stalled},
    OwnReason{
        "QWebSocketDataProcessor", "Invalid UTF-8 code encountered.", CloseCause::InvalidText},
    OwnReason{"QWebSocketFrame", "Rsv field is non-zero", CloseCause::InvalidFrame},
    OwnReason{"QWebSocketFrame", "Used reserved opcode", CloseCause::InvalidFrame},
    OwnReason{
        "QWebSocketFrame", "Control frame is larger than 125 bytes", CloseCause::InvalidFrame},
    OwnReason{"QWebSocketFrame", "Control frames cannot be fragmented", CloseCause::InvalidFrame},
    OwnReason{"QWebSocketFrame",
              "Lengths smaller than 126 must be expressed as one byte.",
              CloseCause::InvalidFrame},
    OwnReason{"QWebSocketFrame",
              "Lengths smaller than 65536 (2^16) must be expressed as 2 bytes.",
              CloseCause::InvalidFrame},
    OwnReason{
        "QWebSocketFrame", "Highest bit of payload length is not 0.", CloseCause::InvalidFrame},
    OwnReason{"QWebSocketDataProcessor",
              "Received Continuation frame, while there is nothing to continue.",
              CloseCause::InvalidFrame},
    OwnReason{"QWebSocketDataProcessor",
              "All data frames after the initial data frame must have opcode 0 (continuation).",
              CloseCause::InvalidFrame},
    OwnReason{"QWebSocketDataProcessor",
              "Payload of close frame is too small.",
              CloseCause::InvalidFrame},
};

} // namespace

CloseCause closeCause(const QString &closeReason)
{
    // Qt 6.4 does not know 1012 (restart) to 1014; it makes them 1002 and loses the number.
    const QString otherCode =
        QCoreApplication::translate("QWebSocketDataProcessor", "Invalid close code %1 detected.");
    if (closeReason.startsWith(otherCode.section(QLatin1StringView("%1"), 0, 0)))
        return CloseCause::PeerWithOtherCode;
    const auto *own = std::find_if(ownReasons.begin(), ownReasons.end(), [&](const auto &reason) {
        return closeReason == QCoreApplication::translate(reason.context, reason.sourceText);
    });
    return own == ownReasons.end() ? CloseCause::Peer : own->cause;
}

} // namespace amb
