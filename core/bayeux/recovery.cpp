// SPDX-License-Identifier: MIT
#include "core/bayeux/recovery.h"

#include <algorithm>

namespace amb {

std::chrono::milliseconds Backoff::after(int failures) const
{
    if (increment.count() <= 0)
        return std::chrono::milliseconds(0);
    const auto steps =
        std::min<std::chrono::milliseconds::rep>(std::max(failures, 0), longest / increment + 1);
    return std::min(increment * steps, longest);
}

namespace {

Recovery afterNoReply(const Trouble &trouble, const Backoff &backoff)
{
    using enum Recovery::Action;
    if (trouble.stage == Trouble::Stage::Handshake)
        return {Handshake, trouble.advice.interval + backoff.after(trouble.failures)};
    const auto pause = backoff.after(trouble.failures + 1);
    const Advice &advice = trouble.advice;
    const bool forgotten = advice.maxInterval.count() > 0
        && trouble.unconnectedFor + pause > advice.timeout + advice.interval + advice.maxInterval;
    return {forgotten ? Handshake : Connect, advice.interval + pause};
}

} // namespace

Recovery recover(const Trouble &trouble, const Backoff &backoff)
{
    using enum Recovery::Action;
    if (!trouble.answered)
        return afterNoReply(trouble, backoff);
    const Advice &advice = trouble.advice;
    if (advice.reconnect == Advice::Reconnect::None)
        return {Stop, std::chrono::milliseconds(0)};
    if (trouble.stage == Trouble::Stage::Handshake)
        return {Handshake, advice.interval + backoff.after(trouble.failures)};
    if (advice.reconnect == Advice::Reconnect::Handshake || trouble.unknownClient)
        return {Handshake, advice.interval + backoff.after(trouble.handshakesInVain - 1)};
    return {Connect, advice.interval + backoff.after(trouble.failures + 1)};
}

} // namespace amb
