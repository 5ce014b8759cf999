// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace amb {

/// What is known of how long an instance lets its sessions live in spite of their countdown, and
/// when one is to be replaced so that nothing is lost (amb.md § 3.4). Has no clock.
class MonitorLifespan
{
public:
    using Duration = std::chrono::milliseconds;

    /// shortest: no session is replaced at a lower age.
    explicit MonitorLifespan(Duration shortest)
        : m_shortest(shortest)
    { }

    /// Sessions as they are made here are known to last no longer than this.
    void assume(Duration life);
    /// A session was alive at one age and dead at another.
    void ended(Duration lastSeenAlive, Duration seenDead);

    /// A session was alive at an age that no session reaches where they are ended early.
    void outlived() { m_isKnown = true; }

    /// Whether anything was assumed or seen yet.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// The age at which to replace a session; nothing: there is no need.
    [[nodiscard]] std::optional<Duration> replaceAt() const;
    /// How long before its countdown's end to replace a session that had so much time when it was
    /// made, but no more than most.
    [[nodiscard]] static Duration marginOf(Duration whole, Duration most);

private:
    Duration m_shortest;
    std::optional<Duration> m_life; // what a session is sure to live
    bool m_isKnown = false;
};

} // namespace amb
