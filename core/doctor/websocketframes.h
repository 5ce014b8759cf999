// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace amb {

/// A WebSocket frame (RFC 6455 § 5.2) with its payload unmasked.
struct WebSocketFrame
{
    enum class Opcode : quint8 {
        Continuation = 0,
        Text = 1,
        Binary = 2,
        Close = 8,
        Ping = 9,
        Pong = 10,
    };

    Opcode opcode = Opcode::Text;
    bool isFinal = true;
    QByteArray payload;
};

/// The bytes of a final frame as a client sends it, masked.
QByteArray clientFrame(WebSocketFrame::Opcode opcode, const QByteArray &payload);

/// Takes the first frame off the front of input; nothing while it is not complete.
std::optional<WebSocketFrame> takeFrame(QByteArray &input);

/// The Sec-WebSocket-Accept that belongs to a key (RFC 6455 § 4.2.2).
QByteArray acceptFor(const QByteArray &key);

} // namespace amb
