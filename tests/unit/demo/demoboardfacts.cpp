// SPDX-License-Identifier: MIT
#include "tests/unit/demo/demoboardfacts.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString told(const QString &text)
{
    return text.isNull() ? u"?"_s : text;
}

BoardReading::Record recordOf(const DemoRecord &record)
{
    BoardReading::Record read;
    read.table = boardTable(record.table());
    read.sysId = record.sysId();
    for (const QString &name : record.fields()) {
        if (const auto field = boardField(name))
            read.fields.append(
                {*field, {record.value(name).value, u""_s + record.value(name).display}});
    }
    read.version.modCount = record.value(u"sys_mod_count"_s).value.toLongLong();
    read.version.updatedOn = record.value(u"sys_updated_on"_s).value;
    return read;
}

} // namespace

QMap<QString, QString> BoardFacts::all() const
{
    QMap<QString, QString> everything = lanes;
    everything.insert(members);
    for (auto it = cards.begin(); it != cards.end(); ++it)
        everything.insert(it.key(), places.value(it.key()) + u' ' + *it);
    return everything;
}

BoardFacts factsOf(const Board &board)
{
    BoardFacts facts;
    for (const BoardLane &lane : board.lanes) {
        const bool isUnknown = lane.standing == BoardLane::Standing::Unknown;
        if (!isUnknown)
            facts.lanes.insert(lane.sysId,
                               u"%1 at %2"_s.arg(told(lane.name)).arg(lane.order.value_or(-1)));
        for (const BoardCard &card : lane.cards) {
            facts.places.insert(card.sysId,
                                u"%1 at %2"_s.arg(isUnknown ? u"nowhere"_s : lane.sysId)
                                    .arg(card.order.value_or(-1)));
            facts.cards.insert(card.sysId,
                               u"%1, %2, %3, %4"_s.arg(told(card.number),
                                                       told(card.text),
                                                       told(card.assignee),
                                                       card.labels.join(u'+')));
        }
    }
    for (const BoardMember &member : board.members)
        facts.members.insert(member.sysId, member.user);
    return facts;
}

BoardFacts factsOf(const DemoTables &tables, const QString &board)
{
    BoardFacts facts;
    for (const DemoRecord &lane : tables.records(u"vtb_lane"_s)) {
        if (lane.value(u"board"_s).value == board)
            facts.lanes.insert(lane.sysId(),
                               u"%1 at %2"_s.arg(lane.value(u"name"_s).value)
                                   .arg(lane.value(u"order"_s).value.toDouble()));
    }
    for (const DemoRecord &card : tables.records(u"vtb_card"_s)) {
        if (card.value(u"board"_s).value != board || card.value(u"removed"_s).value == "true"_L1)
            continue;
        const QString lane = card.value(u"lane"_s).value;
        facts.places.insert(card.sysId(),
                            u"%1 at %2"_s.arg(facts.lanes.contains(lane) ? lane : u"nowhere"_s)
                                .arg(card.value(u"order"_s).value.toDouble()));
        const auto task = tables.find(u"task"_s, card.value(u"task"_s).value);
        // An incident that was deleted leaves its number on the card.
        QString words = u"%1, ?, ?, "_s.arg(card.value(u"task"_s).display);
        if (task)
            words =
                u"%1, %2, %3, %4"_s.arg(task->value(u"number"_s).value,
                                        task->value(u"short_description"_s).value,
                                        task->value(u"assigned_to"_s).display,
                                        task->value(u"sys_tags"_s).value.replace(u", "_s, u"+"_s));
        facts.cards.insert(card.sysId(), words);
    }
    for (const DemoRecord &member : tables.records(u"vtb_board_member"_s)) {
        if (member.value(u"board"_s).value == board)
            facts.members.insert(member.sysId(), member.value(u"user"_s).display);
    }
    return facts;
}

BoardReading readingOf(const DemoTables &tables, const QString &board, Row askedAt)
{
    BoardReading reading;
    reading.board = board;
    reading.askedAt = askedAt;
    QSet<QString> tasks;
    for (const QString &table :
         {u"vtb_board"_s, u"vtb_lane"_s, u"vtb_card"_s, u"vtb_board_member"_s}) {
        for (const DemoRecord &record : tables.records(table)) {
            const bool isOfBoard = table == "vtb_board"_L1
                ? record.sysId() == board
                : record.value(u"board"_s).value == board;
            if (!isOfBoard)
                continue;
            reading.records.append(recordOf(record));
            tasks.insert(record.value(u"task"_s).value);
        }
    }
    for (const DemoRecord &task : tables.records(u"task"_s)) {
        if (tasks.contains(task.sysId()))
            reading.records.append(recordOf(task));
    }
    return reading;
}

} // namespace amb
