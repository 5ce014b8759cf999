// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/row.h"

#include <QString>

#include <optional>

namespace amb {

/// Number of a channel in a capture, in order of first appearance.
enum class ChannelId : quint32 {
};

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

/// The times from begin on, up to but without end.
struct TimeRange
{
    Timestamp begin;
    Timestamp end;

    [[nodiscard]] bool contains(Timestamp time) const { return time >= begin && time < end; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Totals of a channel since the capture began. Only events count as messages.
struct ChannelStats
{
    qint64 messages = 0;
    qint64 bytes = 0;
    std::optional<Timestamp> last;
};

} // namespace amb
