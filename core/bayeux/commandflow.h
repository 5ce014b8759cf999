// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/commandlimits.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>

namespace amb {

/// Decides when a client's subscribe and unsubscribe commands may go out: how many at a time, and
/// when again after a busy server refused one (amb.md § 5.4). Does no I/O and has no clock.
class CommandFlow
{
public:
    using Clock = std::chrono::steady_clock;

    /// A new client: nothing is in flight and nothing was refused.
    void begin(const CommandLimits &limits);
    [[nodiscard]] const CommandLimits &limits() const { return m_limits; }

    /// How many commands may go out now. Those that waited too long for their answer do not count.
    [[nodiscard]] int room(Clock::time_point time);
    void sent(const QByteArray &id, Clock::time_point time);
    void answered(const QByteArray &id);

    /// Whether a pattern's next command may go out, as far as it was refused before.
    [[nodiscard]] bool isDue(const ChannelPattern &pattern, Clock::time_point time) const;
    /// Notes that the server was too busy for a pattern. The pause until the next try, or nothing
    /// when it has been tried often enough.
    std::optional<std::chrono::milliseconds> refusedBusy(const ChannelPattern &pattern,
                                                         Clock::time_point time);
    /// Forgets the refusals of a pattern: it was answered otherwise, or wished anew.
    void settle(const ChannelPattern &pattern);

    /// When more may go out than now, if nothing is answered before.
    [[nodiscard]] std::optional<Clock::time_point> nextLook(Clock::time_point time) const;

private:
    struct Retry
    {
        int count = 0;
        Clock::time_point due;
    };

    CommandLimits m_limits;
    QHash<QByteArray, Clock::time_point> m_inFlight; // by message id; only with a limit
    QHash<QByteArray, Retry> m_retries; // by pattern
};

} // namespace amb
