// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// What a table is, as far as that decides whether its records can be watched.
enum class TableNature : quint8 {
    Ordinary, ///< nothing else is known of it
    Task, ///< `task` itself, the parent of all tasks
    Refused, ///< the browser's client refuses to watch it, and so does this one
    Rotated, ///< kept in shards that take turns: record watchers see nothing of it
    Remote, ///< computed by a script when it is read
    View, ///< a database view joins other tables
    LongText, ///< its records are often longer than a message may be
};

/// By the name alone: the tables that come with every instance, and the prefixes of kinds.
TableNature tableNature(const QString &table);

} // namespace amb
