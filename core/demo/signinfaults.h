// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace amb {

/// What stands between a demo instance's users and their session.
struct SignInFaults
{
    enum class Mode {
        None,
        SingleSignOn, ///< pages redirect to another host, where users sign in
        SingleSignOnForm, ///< the login page is a form that posts itself to another host
        RateLimit, ///< 429 on everything but the bus
        Hibernating, ///< 200 with the same web page on everything, as sleeping instances answer
        ErrorPage, ///< 500 with a web page on everything but the bus
    };

    Mode mode = Mode::None;
    std::chrono::seconds retryAfter{30}; ///< what a 429 asks for; 0: it says nothing

    /// Whether it is the name of one: sso, sso-form, rate-limit, hibernating or error-page.
    [[nodiscard]] static bool knows(const QString &name);
    /// Reads one that it knows; only `rate-limit` takes a value, its seconds. No value when the
    /// value is wrong.
    [[nodiscard]] static std::optional<SignInFaults> read(const QString &name,
                                                          const QString &value,
                                                          bool hasValue);

    friend bool operator==(const SignInFaults &, const SignInFaults &) = default;
};

} // namespace amb
