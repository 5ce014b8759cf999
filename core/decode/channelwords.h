// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace amb {

/// What a record watcher's channel asks for.
struct WatchedQuery
{
    QString responder; ///< "default", "count", "count2", "graphql", …
    QString table; ///< of graphql the hash
    QString query; ///< decoded; empty when it cannot be

    /// Nothing when the channel is not `/rw/…`.
    static std::optional<WatchedQuery> of(const QString &channel);
};

/// A channel for people: "incident active=true" for a record watcher, other names as they are.
QString channelWords(const QString &channel);

} // namespace amb
