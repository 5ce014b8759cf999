// SPDX-License-Identifier: MIT
#include "core/decode/boardhistory.h"

#include <algorithm>

namespace amb {

void BoardHistory::add(const BoardEvent &event, Moment moment)
{
    Entry entry;
    entry.version = event.version;
    entry.fields = event.fields;
    entry.about.table = event.table;
    entry.about.moment = moment;
    entry.about.user = event.user;
    entry.about.isLate = event.version.isOlderThan(m_newest);
    if (event.operation == BoardEvent::Operation::Insert)
        entry.about.kind = BoardHappening::Kind::Created;
    else if (event.operation == BoardEvent::Operation::Delete)
        entry.about.kind = BoardHappening::Kind::Deleted;
    else if (event.isExit)
        entry.about.kind = BoardHappening::Kind::LeftQuery;
    const auto isSame = [&entry](const Entry &other) {
        return entry.version.modCount >= 0 && other.version.modCount == entry.version.modCount
            && !other.isReading && other.about.kind == entry.about.kind;
    };
    if (std::ranges::any_of(m_entries, isSame))
        return; // a repetition
    // What came late stands where it belongs.
    auto place = m_entries.end();
    while (place != m_entries.begin() && event.version.isOlderThan(std::prev(place)->version))
        --place;
    m_entries.insert(place, entry);
    if (event.version.isTold() && !entry.about.isLate)
        m_newest = event.version;
}

void BoardHistory::add(const BoardReading::Record &record, Moment moment)
{
    Entry entry;
    entry.version = record.version;
    entry.fields = record.fields;
    entry.isReading = true;
    entry.about.kind = BoardHappening::Kind::Read;
    entry.about.table = record.table;
    entry.about.moment = moment;
    m_entries.append(entry);
    if (m_newest.isOlderThan(record.version) || !m_newest.isTold())
        m_newest = record.version;
}

QList<BoardHappening> BoardHistory::newestFirst() const
{
    QList<BoardHappening> happenings;
    KnownRecord known;
    bool isFirstReading = true;
    for (const Entry &entry : m_entries) {
        const bool isInsert = entry.about.kind == BoardHappening::Kind::Created;
        const bool isDelete = entry.about.kind == BoardHappening::Kind::Deleted;
        if (isInsert || isDelete)
            happenings.prepend(entry.about);
        qsizetype changes = 0;
        for (const ToldField &told : entry.fields) {
            const KnownField *before = known.find(told.field);
            const auto from = before ? std::optional(before->text) : std::nullopt;
            const bool isNews = !from || from->value != told.text.value;
            known.tell(told.field, told.text, entry.version);
            // What is there from the start is no change, and the first reading tells just that.
            if (!isNews || isInsert || (entry.isReading && isFirstReading))
                continue;
            BoardHappening happening = entry.about;
            if (happening.kind == BoardHappening::Kind::LeftQuery)
                happening.kind = BoardHappening::Kind::Changed;
            happening.field = told.field;
            happening.from = from;
            happening.to = told.text;
            happenings.prepend(happening);
            ++changes;
        }
        if (entry.about.kind == BoardHappening::Kind::LeftQuery)
            happenings.prepend(entry.about);
        else if (changes == 0 && !isInsert && !isDelete && !entry.isReading) {
            BoardHappening happening = entry.about;
            happening.kind = BoardHappening::Kind::Touched;
            happenings.prepend(happening);
        }
        if (entry.isReading)
            isFirstReading = false;
    }
    return happenings;
}

} // namespace amb
