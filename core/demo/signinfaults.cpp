// SPDX-License-Identifier: MIT
#include "core/demo/signinfaults.h"

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct NamedMode
{
    QLatin1StringView name;
    SignInFaults::Mode mode;
};

constexpr std::array modes{
    NamedMode{"sso"_L1, SignInFaults::Mode::SingleSignOn},
    NamedMode{"sso-form"_L1, SignInFaults::Mode::SingleSignOnForm},
    NamedMode{"rate-limit"_L1, SignInFaults::Mode::RateLimit},
    NamedMode{"hibernating"_L1, SignInFaults::Mode::Hibernating},
    NamedMode{"error-page"_L1, SignInFaults::Mode::ErrorPage},
};

} // namespace

bool SignInFaults::knows(const QString &name)
{
    return std::ranges::find(modes, name, &NamedMode::name) != modes.end();
}

std::optional<SignInFaults> SignInFaults::read(const QString &name,
                                               const QString &value,
                                               bool hasValue)
{
    constexpr int longest = 3600; // seconds
    SignInFaults faults;
    faults.mode = std::ranges::find(modes, name, &NamedMode::name)->mode;
    if (!hasValue)
        return faults;
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (faults.mode != Mode::RateLimit || !isNumber || seconds < 1 || seconds > longest)
        return std::nullopt;
    faults.retryAfter = std::chrono::seconds(seconds);
    return faults;
}

} // namespace amb
