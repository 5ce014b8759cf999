// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/pagesign.h"
#include "core/result.h"

#include <chrono>
#include <optional>

namespace amb {

class HttpSession;
struct InstanceReply;

/// Why a sign-in failed, and what that means for the next one.
struct SignInFailure
{
    Error error;
    bool isRefusal = false; ///< the credentials were judged; to try them again is of no use
    std::optional<std::chrono::seconds> wait = {}; ///< how long the instance asks to wait
};

/// The words for what may come back on any request of a sign-in; with what to do next.
namespace signinwords {

/// The instance said no to the credentials.
SignInFailure refused(const QString &text, const InstanceReply &reply);
/// The words for a page that stands in the way; `sign` is not None.
SignInFailure page(PageSign sign, const HttpSession &session, const InstanceReply &reply);
/// Any other reply that is of no use: 404, 429, 5xx, a web page, …
SignInFailure unexpected(const HttpSession &session, const InstanceReply &reply);
/// 200, but nothing to be known by.
SignInFailure noCookie(const HttpSession &session, const InstanceReply &reply);
/// A page that hinders whatever is asked for, no reply at all, or 429; else nothing.
std::optional<SignInFailure> obstacle(const HttpSession &session, const InstanceReply &reply);

/// For the log: where, and with which status. Never a query or a body.
QString detailOf(const InstanceReply &reply);

} // namespace signinwords

} // namespace amb
