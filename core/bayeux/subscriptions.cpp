// SPDX-License-Identifier: MIT
#include "core/bayeux/subscriptions.h"

#include <algorithm>

namespace amb {

SubscriptionInfo *Subscriptions::entry(const ChannelPattern &pattern)
{
    const auto it = std::find_if(m_list.begin(), m_list.end(), [&pattern](const auto &info) {
        return info.pattern == pattern;
    });
    return it == m_list.end() ? nullptr : &*it;
}

const SubscriptionInfo *Subscriptions::find(const ChannelPattern &pattern) const
{
    const auto it = std::find_if(m_list.begin(), m_list.end(), [&pattern](const auto &info) {
        return info.pattern == pattern;
    });
    return it == m_list.end() ? nullptr : &*it;
}

bool Subscriptions::add(const ChannelPattern &pattern)
{
    if (find(pattern))
        return false;
    m_list.append(SubscriptionInfo{pattern, SubscriptionState::Waiting, {}, {}});
    return true;
}

bool Subscriptions::remove(const ChannelPattern &pattern)
{
    return m_list.removeIf([&pattern](const auto &info) { return info.pattern == pattern; }) > 0;
}

void Subscriptions::setState(const ChannelPattern &pattern, SubscriptionState state)
{
    if (SubscriptionInfo *info = entry(pattern))
        *info = {pattern, state, {}, {}};
}

void Subscriptions::acknowledge(const ChannelPattern &pattern, Timestamp time)
{
    if (SubscriptionInfo *info = entry(pattern))
        *info = {pattern, SubscriptionState::Subscribed, {}, {}, time};
}

void Subscriptions::continueFrom(const QList<SubscriptionInfo> &before)
{
    for (const SubscriptionInfo &old : before) {
        SubscriptionInfo *info = entry(old.pattern);
        if (info != nullptr && info->acknowledged && old.acknowledged)
            info->acknowledged = std::min(*info->acknowledged, *old.acknowledged);
    }
}

void Subscriptions::refuse(const ChannelPattern &pattern,
                           const QString &refusal,
                           const QString &explanation)
{
    if (SubscriptionInfo *info = entry(pattern))
        *info = {pattern, SubscriptionState::Refused, refusal, explanation};
}

void Subscriptions::postpone(const ChannelPattern &pattern,
                             const QString &refusal,
                             const QString &explanation)
{
    if (SubscriptionInfo *info = entry(pattern))
        *info = {pattern, SubscriptionState::Waiting, refusal, explanation};
}

void Subscriptions::replace(const ChannelPattern &from, const ChannelPattern &to)
{
    if (find(to))
        remove(from);
    else if (SubscriptionInfo *info = entry(from))
        *info = {to, SubscriptionState::Waiting, {}, {}};
}

void Subscriptions::forgetAnswers()
{
    for (SubscriptionInfo &info : m_list)
        info = {info.pattern, SubscriptionState::Waiting, {}, {}};
}

QList<ChannelPattern> Subscriptions::waiting() const
{
    QList<ChannelPattern> patterns;
    for (const SubscriptionInfo &info : m_list) {
        if (info.state == SubscriptionState::Waiting)
            patterns.append(info.pattern);
    }
    return patterns;
}

} // namespace amb
