// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QString>

#include <optional>

namespace amb {

/// Number of a row in a capture, counted from 0 at its beginning; never reused.
enum class Row : qint64 {
};

/// Number of a channel in a capture, in order of first appearance.
enum class ChannelId : quint32 {
};

inline Row operator+(Row row, qint64 count)
{
    return Row(qint64(row) + count);
}

inline qint64 operator-(Row a, Row b)
{
    return qint64(a) - qint64(b);
}

/// What the index knows of a row without touching the file.
struct RowInfo
{
    Timestamp time;
    qint64 size = 0; ///< bytes of the raw message
    ChannelId channel{};
    Direction direction = Direction::In;
    MessageKind kind = MessageKind::Event;
    TransportType transport = TransportType::WebSocket;
};

/// Totals of a channel since the capture began. Only events count as messages.
struct ChannelStats
{
    qint64 messages = 0;
    qint64 bytes = 0;
    std::optional<Timestamp> last;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::Row)
