// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/recovery.h"

#include <chrono>

namespace amb {

/// How a monitor keeps its session at the instance alive. The times are for real instances.
struct RenewalOptions
{
    /// What a session may be expected to last that was made by REST and could not open a page: the
    /// shortest that was measured (amb.md § 3.4).
    std::chrono::milliseconds assumedLife{std::chrono::seconds(60)};
    /// Finds out once, by a session that was replaced before it could end, whether the instance
    /// ends them early: until that is known, none gets old enough to end.
    bool usesWitness = true;
    /// No session is replaced sooner than this after it was made.
    std::chrono::milliseconds shortestLife{std::chrono::seconds(5)};
    /// How long before the instance's own countdown ends a session is replaced, at most.
    std::chrono::milliseconds beforeEnd{std::chrono::seconds(60)};
    /// How long a new session may take to connect and to subscribe to all that is wanted.
    std::chrono::milliseconds patience{std::chrono::seconds(30)};
    /// How long the old one is still listened to when the new one has taken over.
    std::chrono::milliseconds drain{std::chrono::seconds(1)};
    /// How far apart the two may deliver the same message when it can be told by an id.
    std::chrono::milliseconds twinWindow{std::chrono::seconds(60)};
    /// The same when it can be told by its bytes alone.
    std::chrono::milliseconds plainTwinWindow{std::chrono::seconds(5)};
    /// Pauses after a renewal that failed.
    Backoff backoff{std::chrono::seconds(5), std::chrono::minutes(5)};
};

} // namespace amb
