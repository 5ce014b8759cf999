// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/advice.h"

#include <chrono>

namespace amb {

/// Growing pauses between attempts: 0, 1, 2, … seconds up to a longest one (bayeux.md § 6).
struct Backoff
{
    std::chrono::milliseconds increment{std::chrono::seconds(1)};
    std::chrono::milliseconds longest{std::chrono::minutes(1)};

    /// The pause after so many failures in a row.
    [[nodiscard]] std::chrono::milliseconds after(int failures) const;
};

/// What went wrong, as far as the decision needs to know.
struct Trouble
{
    enum class Stage {
        Handshake,
        Connect,
    };

    Stage stage = Stage::Handshake;
    bool answered = false; ///< a reply said not successful; otherwise no reply came
    bool unknownClient = false; ///< the reply's error code is 402
    Advice advice; ///< the advice in force
    int failures = 0; ///< failures in a row before this one
    int handshakesInVain = 0; ///< handshakes since the last successful connect
    std::chrono::milliseconds unconnectedFor{0}; ///< since the first failed connect
};

/// What to do about it.
struct Recovery
{
    enum class Action {
        Handshake,
        Connect,
        Stop,
    };

    Action action = Action::Handshake;
    std::chrono::milliseconds delay{0};

    friend bool operator==(const Recovery &, const Recovery &) = default;
};

/// Decides what follows a failed handshake or connect, by the rules of the reference client
/// (bayeux.md §§ 2.8, 4, 6) with one change: handshakes that never lead to a connect slow down too.
Recovery recover(const Trouble &trouble, const Backoff &backoff);

} // namespace amb
