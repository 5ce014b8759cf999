// SPDX-License-Identifier: MIT
#include "core/decode/boardrecords.h"

#include "core/decode/boardreading.h"

#include <algorithm>
#include <tuple>

namespace amb {

namespace {

/// Whether a record that a reading did not find is told to be there again: it came to a board.
bool comesBack(const BoardEvent &event)
{
    return event.operation == BoardEvent::Operation::Insert || event.tells(BoardField::Board);
}

} // namespace

const KnownField *KnownRecord::find(BoardField field) const
{
    const auto found = std::ranges::find(fields, field, &KnownField::field);
    return found == fields.end() ? nullptr : &*found;
}

FieldText KnownRecord::text(BoardField field) const
{
    const KnownField *known = find(field);
    return known ? known->text : FieldText();
}

void KnownRecord::tell(BoardField field, const FieldText &text, const RecordVersion &since)
{
    const auto found = std::ranges::find(fields, field, &KnownField::field);
    if (found == fields.end())
        fields.append({field, text, since});
    else
        *found = {field, text, since};
}

BoardRecords::Effect BoardRecords::apply(const BoardEvent &event, Moment moment)
{
    if (!concerns(event.table, event.sysId))
        return Effect::Foreign;
    KnownRecord &record = m_records[event.sysId];
    if (!record.hasTraffic && record.fields.isEmpty())
        record.table = event.table;
    if (record.existence == KnownRecord::Existence::Deleted)
        return event.operation == BoardEvent::Operation::Delete ? Effect::Repeated : Effect::Late;
    if (event.operation == BoardEvent::Operation::Delete) {
        // Kept, so that what comes late does not bring it back.
        record.existence = KnownRecord::Existence::Deleted;
        record.hasTraffic = true;
        record.last = moment;
        record.lastUser = event.user;
        if (record.name.isEmpty())
            record.name = event.name;
        return Effect::Applied;
    }
    const bool isOld = event.version.isOlderThan(record.version);
    if (record.existence == KnownRecord::Existence::Gone) {
        if (isOld || !comesBack(event))
            return Effect::Late;
        record.existence = KnownRecord::Existence::There;
    }
    const bool isNews = merge(record, event);
    noteTask(record);
    if (isOld)
        return isNews ? Effect::Late : Effect::Repeated;
    if (!isNews && !record.version.isOlderThan(event.version) && record.hasTraffic)
        return Effect::Repeated;
    if (event.version.isTold())
        record.version = event.version;
    record.name = event.name;
    record.hasTraffic = true;
    record.last = moment;
    record.lastUser = event.user;
    return Effect::Applied;
}

/// Takes what is newer than what is known; whether that told anything.
bool BoardRecords::merge(KnownRecord &record, const BoardEvent &event)
{
    bool isNews = false;
    for (const ToldField &told : event.fields) {
        const KnownField *known = record.find(told.field);
        if (known && event.version.isOlderThan(known->version))
            continue;
        isNews = isNews || !known || known->text != told.text;
        record.tell(told.field, told.text, event.version);
    }
    for (const ToldField &condition : event.conditions) {
        if (event.tells(condition.field))
            continue;
        const KnownField *known = record.find(condition.field);
        if (known
            && (known->text.value == condition.text.value
                || event.version.isOlderThan(known->version)))
            continue;
        isNews = true;
        record.tell(condition.field, condition.text, event.version);
    }
    // A record may be in several queries: it is lost from sight only when none tells of it.
    if (!event.isExit) {
        if (!event.version.isOlderThan(record.watched)) {
            record.watched = event.version;
            isNews = isNews || record.isUnwatched;
            record.isUnwatched = false;
        }
    } else if (!record.watched.isTold() || !event.version.isTold()
               || record.watched.isOlderThan(event.version)) {
        isNews = isNews || !record.isUnwatched;
        record.isUnwatched = true;
    }
    return isNews;
}

void BoardRecords::apply(const BoardReading &reading, Timestamp time)
{
    QSet<QString> read;
    for (const BoardReading::Record &told : reading.records) {
        read.insert(told.sysId);
        KnownRecord &record = m_records[told.sysId];
        if (record.existence == KnownRecord::Existence::Deleted && record.hasTraffic
            && record.last.row >= reading.askedAt)
            continue; // deleted while the tables were read
        record.table = told.table;
        record.existence = KnownRecord::Existence::There;
        record.isUnwatched = false;
        if (!record.hasTraffic)
            record.last = {reading.askedAt, time};
        for (const ToldField &field : told.fields) {
            const KnownField *known = record.find(field.field);
            if (!known || !told.version.isOlderThan(known->version))
                record.tell(field.field, field.text, told.version);
        }
        if (!record.version.isTold() || record.version.isOlderThan(told.version))
            record.version = told.version;
        noteTask(record);
    }
    dropUnread(reading, read);
    dropUnreadLanes(reading, read);
}

const KnownRecord *BoardRecords::find(const QString &sysId) const
{
    const auto found = m_records.constFind(sysId);
    return found == m_records.constEnd() ? nullptr : &*found;
}

QStringList BoardRecords::boards() const
{
    QStringList found;
    const auto add = [&found](const QString &board) {
        if (!found.contains(board))
            found.append(board);
    };
    for (auto it = m_records.begin(); it != m_records.end(); ++it) {
        if (it->existence != KnownRecord::Existence::There)
            continue;
        if (it->table == BoardTable::Board)
            add(it.key());
        else if (it->table == BoardTable::Card || it->table == BoardTable::Lane)
            add(it->text(BoardField::Board).value);
    }
    std::ranges::sort(found, {}, [this](const QString &board) {
        const KnownRecord *record = find(board);
        const QString name = record ? record->text(BoardField::Name).display : QString();
        return std::tuple(board.isEmpty(), name, board);
    });
    return found;
}

bool BoardRecords::concerns(BoardTable table, const QString &sysId) const
{
    return table != BoardTable::Task || m_tasks.contains(sysId);
}

void BoardRecords::noteTask(const KnownRecord &record)
{
    if (record.table != BoardTable::Card)
        return;
    const KnownField *task = record.find(BoardField::Task);
    if (task && !task->text.value.isEmpty())
        m_tasks.insert(task->text.value);
}

/// Takes a record that a reading did not find for gone, unless the traffic told of it since the
/// tables were asked.
void BoardRecords::forget(KnownRecord &record, const BoardReading &reading)
{
    if (record.existence != KnownRecord::Existence::There
        || (record.hasTraffic && record.last.row >= reading.askedAt))
        return;
    record.existence = KnownRecord::Existence::Gone;
    record.fields.clear(); // should it come back, nobody knows how
}

/// A card may still name a lane that was deleted before anything told of it.
void BoardRecords::dropUnreadLanes(const BoardReading &reading, const QSet<QString> &read)
{
    for (const BoardReading::Record &told : reading.records) {
        if (told.table != BoardTable::Card)
            continue;
        const auto lane = std::ranges::find(told.fields, BoardField::Lane, &ToldField::field);
        if (lane == told.fields.end() || lane->text.value.isEmpty()
            || read.contains(lane->text.value) || m_records.contains(lane->text.value))
            continue;
        KnownRecord &gone = m_records[lane->text.value];
        gone.table = BoardTable::Lane;
        gone.existence = KnownRecord::Existence::Gone;
    }
}

/// What belongs to the board but is not in its tables is gone.
void BoardRecords::dropUnread(const BoardReading &reading, const QSet<QString> &read)
{
    for (auto it = m_records.begin(); it != m_records.end(); ++it) {
        const bool isOfBoard = it->table == BoardTable::Board
            ? it.key() == reading.board
            : it->table != BoardTable::Task && it->text(BoardField::Board).value == reading.board;
        if (!isOfBoard || read.contains(it.key()) || it->existence != KnownRecord::Existence::There)
            continue;
        if (it->table != BoardTable::Member || reading.hasMembers)
            forget(*it, reading);
    }
    if (!reading.hasTasks)
        return;
    for (const BoardReading::Record &told : reading.records) {
        const KnownRecord *card = find(told.sysId);
        const QString task = card ? card->text(BoardField::Task).value : QString();
        const auto behind = m_records.find(task);
        if (behind != m_records.end() && behind->table == BoardTable::Task && !read.contains(task))
            forget(*behind, reading);
    }
}

} // namespace amb
