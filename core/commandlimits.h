// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace amb {

/// How a server wants to be asked for subscriptions: how many at a time, and how soon again after
/// it was too busy for one. The defaults are those of ServiceNow's own client (amb.md § 5.4).
struct CommandLimits
{
    int inFlight = 0; ///< subscribe and unsubscribe commands unanswered at a time; 0: any number
    /// A command that was not answered for so long gives its place to the next one.
    std::chrono::milliseconds longestWait{std::chrono::seconds(10)};
    int retries = 3; ///< after the first try
    std::chrono::milliseconds firstRetry{std::chrono::seconds(2)};
    std::chrono::milliseconds longestRetry{std::chrono::minutes(5)};
    double factor = 2; ///< from one pause to the next

    friend bool operator==(const CommandLimits &, const CommandLimits &) = default;
};

} // namespace amb
