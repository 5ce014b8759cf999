// SPDX-License-Identifier: MIT
#include "core/bayeux/commandflow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace amb {

void CommandFlow::begin(const CommandLimits &limits)
{
    m_limits = limits;
    m_inFlight.clear();
    m_retries.clear();
}

int CommandFlow::room(Clock::time_point time)
{
    if (m_limits.inFlight <= 0)
        return std::numeric_limits<int>::max();
    m_inFlight.removeIf(
        [this, time](const auto &entry) { return time - entry.value() >= m_limits.longestWait; });
    return std::max(m_limits.inFlight - int(m_inFlight.size()), 0);
}

void CommandFlow::sent(const QByteArray &id, Clock::time_point time)
{
    if (m_limits.inFlight > 0)
        m_inFlight.insert(id, time);
}

void CommandFlow::answered(const QByteArray &id)
{
    m_inFlight.remove(id);
}

bool CommandFlow::isDue(const ChannelPattern &pattern, Clock::time_point time) const
{
    const auto retry = m_retries.constFind(pattern.bytes());
    return retry == m_retries.constEnd() || retry->due <= time;
}

std::optional<std::chrono::milliseconds> CommandFlow::refusedBusy(const ChannelPattern &pattern,
                                                                  Clock::time_point time)
{
    Retry &retry = m_retries[pattern.bytes()];
    if (retry.count >= m_limits.retries) {
        m_retries.remove(pattern.bytes());
        return std::nullopt;
    }
    const double pause =
        double(m_limits.firstRetry.count()) * std::pow(std::max(m_limits.factor, 1.0), retry.count);
    const auto longest = double(m_limits.longestRetry.count());
    const std::chrono::milliseconds wait(qint64(std::clamp(pause, 0.0, std::max(longest, 0.0))));
    ++retry.count;
    retry.due = time + wait;
    return wait;
}

void CommandFlow::settle(const ChannelPattern &pattern)
{
    m_retries.remove(pattern.bytes());
}

std::optional<CommandFlow::Clock::time_point> CommandFlow::nextLook(Clock::time_point time) const
{
    std::optional<Clock::time_point> next;
    const auto consider = [&next](Clock::time_point when) {
        if (!next || when < *next)
            next = when;
    };
    for (const Retry &retry : m_retries) {
        if (retry.due > time)
            consider(retry.due);
    }
    for (const Clock::time_point sent : m_inFlight)
        consider(sent + m_limits.longestWait);
    return next;
}

} // namespace amb
