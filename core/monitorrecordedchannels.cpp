// SPDX-License-Identifier: MIT
#include "core/monitorrecordedchannels.h"

#include "core/capture/capturestore.h"
#include "core/instance/refusal.h"
#include "core/jsonreader.h"

#include <algorithm>

namespace amb {

namespace {

/// What a reply of the server says of a subscription; nothing where it is none.
std::optional<SubscriptionInfo> subscriptionIn(const QByteArray &reply)
{
    const QByteArray name = jsonStringText(jsonMember(reply, "subscription")).toUtf8();
    const auto pattern = ChannelPattern::parse(name);
    // The monitor's own, of which nobody asked to know.
    if (!pattern || name.startsWith("/sn/meta/"))
        return std::nullopt;
    SubscriptionInfo info;
    info.pattern = *pattern;
    info.state = SubscriptionState::Recorded;
    if (jsonMember(reply, "successful") == "true")
        return info;
    const QByteArray error = jsonStringText(jsonMember(reply, "error")).toUtf8();
    const RefusalWords words = explainRefusal(error, jsonMember(reply, "ext"));
    info.state = SubscriptionState::Refused;
    info.refusal = words.refusal;
    info.explanation = words.explanation;
    return info;
}

void put(QList<SubscriptionInfo> &channels, const SubscriptionInfo &info)
{
    const auto known = std::find_if(channels.begin(), channels.end(), [&info](const auto &other) {
        return other.pattern == info.pattern;
    });
    if (known == channels.end())
        channels.append(info);
    else
        *known = info;
}

} // namespace

QList<SubscriptionInfo> recordedChannels(const CaptureStore &capture)
{
    QList<SubscriptionInfo> channels;
    QByteArrayList names;
    for (quint32 id = 0; id < capture.channelCount(); ++id) {
        const QByteArray name = capture.channelName(ChannelId(id));
        const auto pattern = ChannelPattern::parse(name);
        if (!pattern || capture.channelStats(ChannelId(id)).messages == 0)
            continue;
        channels.append({*pattern, SubscriptionState::Recorded, {}, {}});
        names.append(name);
    }
    QList<SubscriptionInfo> silent;
    for (Row row = capture.firstRow(); row < capture.endRow(); row = row + 1) {
        const RowInfo info = capture.info(row);
        if (info.kind != MessageKind::Subscribe || info.direction != Direction::In)
            continue;
        const auto subscription = subscriptionIn(capture.message(row));
        const bool hasMessages = subscription
            && std::any_of(names.cbegin(), names.cend(), [&subscription](const QByteArray &name) {
                                     return subscription->pattern.matches(name);
                                 });
        if (subscription && !hasMessages)
            put(silent, *subscription);
    }
    return channels + silent;
}

} // namespace amb
