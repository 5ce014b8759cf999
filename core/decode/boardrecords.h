// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardevent.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace amb {

struct BoardReading;

/// A field of a record as it is known, and how new that is.
struct KnownField
{
    BoardField field;
    FieldText text;
    RecordVersion version;
};

/// A record of a board's tables as far as traffic and readings told of it.
struct KnownRecord
{
    enum class Existence : quint8 {
        There,
        Deleted, ///< the traffic said so
        Gone, ///< a reading did not find it any more
    };

    BoardTable table = BoardTable::Task;
    Existence existence = Existence::There;
    /// It left the query of its watcher, so that nobody tells what becomes of it.
    bool isUnwatched = false;
    QString name; ///< how messages call it
    QList<KnownField> fields; ///< those that were told
    RecordVersion version; ///< the newest that was told
    RecordVersion watched; ///< the newest that a message told that did not leave the query
    Moment last; ///< of the newest change that counted
    QString lastUser;
    bool hasTraffic = false; ///< last and lastUser are of a message

    /// Null when the field was never told.
    [[nodiscard]] const KnownField *find(BoardField field) const;
    [[nodiscard]] FieldText text(BoardField field) const;
    void tell(BoardField field, const FieldText &text, const RecordVersion &since);
};

/// All that is known of the records of task boards: one reading or many, and the traffic.
///
/// A value, cheap to copy. Each field keeps the version that told it, so that messages may come out
/// of order, twice or never: what is older than what is known changes nothing, and what was never
/// told stays unknown.
class BoardRecords
{
public:
    /// What an event did to the records.
    enum class Effect : quint8 {
        Foreign, ///< the record belongs to no board
        Applied,
        Repeated, ///< told nothing that was not known
        Late, ///< older than what was known; what nobody had told yet counts all the same
    };

    Effect apply(const BoardEvent &event, Moment moment);
    void apply(const BoardReading &reading, Timestamp time);

    /// Null when nothing was ever told of it.
    [[nodiscard]] const KnownRecord *find(const QString &sysId) const;
    [[nodiscard]] const QHash<QString, KnownRecord> &all() const { return m_records; }
    /// The sys_ids of all boards that anything told of, in order of their names. An empty one
    /// stands for cards of which nothing said where they belong.
    [[nodiscard]] QStringList boards() const;
    /// Whether a record is a board's or the task of one of its cards.
    [[nodiscard]] bool concerns(BoardTable table, const QString &sysId) const;

private:
    bool merge(KnownRecord &record, const BoardEvent &event);
    void noteTask(const KnownRecord &record);
    static void forget(KnownRecord &record, const BoardReading &reading);
    void dropUnread(const BoardReading &reading, const QSet<QString> &read);
    void dropUnreadLanes(const BoardReading &reading, const QSet<QString> &read);

    QHash<QString, KnownRecord> m_records;
    QSet<QString> m_tasks; // the tasks of all cards that were ever told
};

} // namespace amb
