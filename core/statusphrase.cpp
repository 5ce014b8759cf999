// SPDX-License-Identifier: MIT
#include "core/statusphrase.h"

#include <algorithm>
#include <array>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// The registered reason phrases (RFC 9110 § 15) of statuses that occur here; they are the
/// protocol's words and not translated.
QLatin1StringView reasonPhrase(int status)
{
    static constexpr std::array<std::pair<int, QLatin1StringView>, 22> reasons{{
        {200, "OK"_L1},
        {204, "No Content"_L1},
        {301, "Moved Permanently"_L1},
        {302, "Found"_L1},
        {303, "See Other"_L1},
        {307, "Temporary Redirect"_L1},
        {308, "Permanent Redirect"_L1},
        {400, "Bad Request"_L1},
        {401, "Unauthorized"_L1},
        {403, "Forbidden"_L1},
        {404, "Not Found"_L1},
        {405, "Method Not Allowed"_L1},
        {407, "Proxy Authentication Required"_L1},
        {408, "Request Timeout"_L1},
        {413, "Content Too Large"_L1},
        {426, "Upgrade Required"_L1},
        {429, "Too Many Requests"_L1},
        {500, "Internal Server Error"_L1},
        {501, "Not Implemented"_L1},
        {502, "Bad Gateway"_L1},
        {503, "Service Unavailable"_L1},
        {504, "Gateway Timeout"_L1},
    }};
    const auto found = std::ranges::find_if(
        reasons, [status](const auto &known) { return known.first == status; });
    return found == reasons.end() ? QLatin1StringView() : found->second;
}

} // namespace

QString statusWithPhrase(int httpStatus)
{
    const QLatin1StringView phrase = reasonPhrase(httpStatus);
    const QString number = QString::number(httpStatus);
    return phrase.isEmpty() ? number : u"%1 (%2)"_s.arg(number, phrase);
}

} // namespace amb
