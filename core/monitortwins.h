// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <deque>
#include <vector>

namespace amb {

/// Finds the messages that two links deliver both while one replaces the other.
///
/// What is the same message, on the same channel: first by `sys_id|operation|sys_mod_count` of its
/// data, where all three are there; else by `ext.sys_id`; else by all its bytes, and then within a
/// shorter time. A message that one link has delivered waits for one twin from another link; the
/// youngest that waits is taken. So equal messages that are sent twice are shown twice.
class MonitorTwins
{
public:
    using Clock = std::chrono::steady_clock;

    /// Names one link.
    enum class Side : quint32 {
    };

    MonitorTwins(std::chrono::milliseconds window, std::chrono::milliseconds plainWindow);

    /// Two links deliver from now on.
    void begin() { m_isActive = true; }
    /// Only one link is left. What it still delivers a second time is found for a while.
    void end() { m_isActive = false; }

    /// Whether there is anything to find.
    [[nodiscard]] bool isLooking() const { return m_isActive || !m_waiting.isEmpty(); }
    /// Whether an event came over another link before.
    bool isTwin(Side side, const Record &event, Clock::time_point time);
    [[nodiscard]] int found() const { return m_found; } ///< twins since the beginning

private:
    struct Key
    {
        QByteArray text;
        bool isPlain = false; // of bytes alone
    };
    struct Waiting
    {
        Side side{};
        Clock::time_point until;
    };
    struct Expiry
    {
        Clock::time_point until;
        QByteArray key;
    };

    static Key keyOf(const Record &event);
    bool takeTwin(const QByteArray &key, Side side, Clock::time_point time);
    void expire(std::deque<Expiry> &queue, Clock::time_point time);
    void dropOldest(std::deque<Expiry> &queue);

    std::chrono::milliseconds m_window;
    std::chrono::milliseconds m_plainWindow;
    bool m_isActive = false;
    int m_found = 0;
    QHash<QByteArray, std::vector<Waiting>> m_waiting;
    std::deque<Expiry> m_expiries; // of those with an id, in order
    std::deque<Expiry> m_plainExpiries;
};

} // namespace amb
