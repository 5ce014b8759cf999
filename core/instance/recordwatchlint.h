// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablenature.h"
#include "core/recordwatchername.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace amb {

/// What is wrong, or may surprise, with a record watcher before it is subscribed to.
struct WatchLint
{
    /// Which rule speaks.
    enum class Rule : quint8 {
        NoTable,
        BadTableName,
        UnknownTable,
        RefusedTable,
        UnsupportedTable, ///< rotated, remote or a view
        NoCondition,
        EveryRecord, ///< a condition that all records meet
        WholeTask,
        UnknownField,
        DotWalk,
        NotUnderstood,
        Sorted,
        EqualsCut, ///< `^EQ` is taken away inside of a condition
        TooLong,
        SlashAtEnd,
        NotAscii,
        LongRecords,
        CountDrifts,
    };
    /// How bad it is.
    enum class Weight : quint8 {
        Hint, ///< good to know
        Warning, ///< likely not what is meant
        Refusal, ///< such a watcher cannot work
    };

    Rule rule = Rule::NoTable;
    Weight weight = Weight::Hint;
    QString text; ///< what is so, why it matters, and what to do instead
    /// A table or a query that does not have the trouble, where there is one.
    std::optional<QString> betterTable;
    std::optional<QString> betterQuery;
};

/// What is known of the instance's tables beyond their names. Empty lists: not known.
struct TableKnowledge
{
    QStringList tables;
    QStringList fields; ///< of the watched table and its parents
    bool isRemote = false; ///< sys_db_object says that a script computes it
};

/// Longer names are cut or refused by some proxies and do not fit a message beside its payload.
inline constexpr qsizetype longestWatchChannel = 2000;

/// Looks at a watcher whose query was not stripped yet; the heaviest findings come first.
QList<WatchLint> lintRecordWatch(const RecordWatcherName &watcher,
                                 const TableKnowledge &knowledge = {});

} // namespace amb
