// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/subscriptioninfo.h"

#include <QList>

namespace amb {

/// The subscriptions that are wanted, in the order they were wished, and how far each is.
class Subscriptions
{
public:
    /// False when the pattern is wanted already.
    bool add(const ChannelPattern &pattern);
    bool remove(const ChannelPattern &pattern);
    [[nodiscard]] const SubscriptionInfo *find(const ChannelPattern &pattern) const;

    /// Any state but Subscribed, which acknowledge() leads to.
    void setState(const ChannelPattern &pattern, SubscriptionState state);
    void acknowledge(const ChannelPattern &pattern, Timestamp time);
    /// Those of a client that was served until this one was: what both have was never interrupted.
    void continueFrom(const QList<SubscriptionInfo> &before);
    void refuse(const ChannelPattern &pattern, const QString &refusal, const QString &explanation);
    /// The server is busy: asked for again later. The words say so.
    void postpone(const ChannelPattern &pattern,
                  const QString &refusal,
                  const QString &explanation);
    /// Another pattern in a wanted one's place; when that is wanted already, only the old one goes.
    void replace(const ChannelPattern &from, const ChannelPattern &to);
    /// After a new handshake the server knows none of them, refused ones get another chance.
    void forgetAnswers();
    [[nodiscard]] QList<ChannelPattern> waiting() const;
    [[nodiscard]] const QList<SubscriptionInfo> &all() const { return m_list; }

private:
    SubscriptionInfo *entry(const ChannelPattern &pattern);

    QList<SubscriptionInfo> m_list;
};

} // namespace amb
