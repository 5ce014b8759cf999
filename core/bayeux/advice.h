// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <chrono>

namespace amb {

/// The server's advice (bayeux.md § 4). New advice replaces the old one over the defaults; it does
/// not add to it.
struct Advice
{
    enum class Reconnect {
        Unspecified,
        Retry,
        Handshake,
        None,
    };

    Reconnect reconnect = Reconnect::Unspecified;
    /// Pause before the next connect or handshake. A negative one counts as 0, as in the reference.
    std::chrono::milliseconds interval{0};
    /// How long the server holds a connect.
    std::chrono::milliseconds timeout{std::chrono::seconds(60)};
    /// How long the server remembers an unconnected client; 0: it does not say.
    std::chrono::milliseconds maxInterval{0};

    /// Reads an advice object over the defaults. Unknown fields and values of a wrong type are
    /// ignored; times are kept within one hour.
    static Advice parse(QByteArrayView json);

    friend bool operator==(const Advice &, const Advice &) = default;
};

} // namespace amb
