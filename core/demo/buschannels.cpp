// SPDX-License-Identifier: MIT
#include "core/demo/buschannels.h"

#include "core/bayeux/channelname.h"
#include "core/bayeux/channelpattern.h"
#include "core/demo/recordwatch.h"

#include <algorithm>
#include <array>

namespace amb {

namespace {

// CometD's generic text when a server extension removes a message; the reason is in `ext`.
constexpr QByteArrayView messageDeleted = "404::message_deleted";
constexpr int forbidden = 403;

constexpr QByteArrayView redirectChannel = "/sn/meta/channel_redirect/";

/// Where clients may subscribe and publish freely.
constexpr std::array<QByteArrayView, 5> openChannels{
    "/sn/rp/", "/connect/", "/cs/messages/", "/notifications/", "/demo/"};

BusRefusal noProcessor()
{
    return {messageDeleted.toByteArray(), 0, "No processor matches the provided channel"};
}

BusRefusal denied(const QByteArray &what, const QByteArray &suffix)
{
    const QByteArray message = "Denied authorization to " + what;
    return {"403:" + message + ':' + suffix, forbidden, message};
}

BusRefusal deniedWatch(const QByteArray &channel)
{
    return denied("subscribe to " + channel + " by processor: RecordWatcherAMBProcessor",
                  "subscribe_denied");
}

bool isOpen(const QByteArray &channel)
{
    return std::ranges::any_of(openChannels, [&channel](QByteArrayView prefix) {
        return channel.startsWith(prefix) && channel.size() > prefix.size();
    });
}

} // namespace

BusRefusal notLoggedIn()
{
    return {messageDeleted.toByteArray(),
            forbidden,
            "Either the channel is not a public channel or http session is not mapped against "
            "glide session with a valid user"};
}

std::optional<BusRefusal> refusalOfSubscription(const ChannelPattern &pattern,
                                                const QByteArray &clientId)
{
    const QByteArray &channel = pattern.bytes();
    if (channel.startsWith("/rw/")) {
        if (pattern.isWild())
            return deniedWatch(channel);
        const auto watch = RecordWatch::parse(channel);
        if (!watch)
            return noProcessor();
        if (!DemoTables::isReadable(watch->table()))
            return deniedWatch(channel);
        return std::nullopt;
    }
    if (channel.startsWith(redirectChannel)) {
        if (channel != redirectChannel.toByteArray() + clientId)
            return denied("subscribe to " + channel, "subscribe_denied");
        return std::nullopt;
    }
    return isOpen(channel) ? std::nullopt : std::optional(noProcessor());
}

std::optional<BusRefusal> refusalOfPublish(const QByteArray &channel)
{
    const auto name = ChannelName::parse(channel);
    if (!name)
        return BusRefusal{"405::channel_invalid", 0, {}};
    if (name->isMeta())
        return BusRefusal{"403:denied_by_security_policy:publish_denied", 0, {}};
    if (channel.startsWith("/rw/") || channel.startsWith(redirectChannel))
        return denied("publish to " + channel, "publish_denied");
    return isOpen(channel) ? std::nullopt : std::optional(noProcessor());
}

} // namespace amb
