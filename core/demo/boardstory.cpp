// SPDX-License-Identifier: MIT
#include "core/demo/boardstory.h"

#include <algorithm>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostArchived = 3;
constexpr qsizetype hundred = 100;

bool isArchived(const DemoRecord &card)
{
    return card.value(u"removed"_s).value == "true"_L1;
}

} // namespace

BoardStory::BoardStory(DemoWorld &world, const BoardPlan &plan)
    : m_world(world)
    , m_plan(plan)
    , m_nextNumber(plan.firstNumber)
{
    furnish();
}

DemoHappening BoardStory::nextOfCards()
{
    if (m_sequel)
        return std::exchange(m_sequel, nullptr)();
    const QList<DemoRecord> present = cards(false);
    const QList<DemoRecord> archived = cards(true);
    const DemoPerson &by = m_world.random.oneOf(DemoWorld::agents());
    if (archived.size() > mostArchived)
        return remove(archived.first(), by);
    const qsizetype chance = m_world.random.below(hundred);
    if (present.size() < m_plan.fewestCards || (chance < 14 && present.size() < m_plan.mostCards))
        return add(by);
    const DemoRecord &card = m_world.random.oneOf(present);
    if (chance < 66)
        return move(card, by);
    if (chance < 88)
        return edit(card, by);
    if (chance < 95)
        return m_world.update(card, {{u"removed"_s, u"true"_s, u"true"_s, false}}, by);
    return remove(card, by);
}

DemoHappening BoardStory::nextOfLanes()
{
    const DemoPerson &by = m_world.random.oneOf(DemoWorld::agents());
    const qsizetype chance = m_world.random.below(hundred);
    if (chance < 12)
        return nextOfMembers(by);
    if (chance < 40 && !m_plan.passingLane.isEmpty()) {
        const QList<DemoRecord> all = lanes();
        // Whoever deletes a lane does not always look whether there is a card in it.
        if (all.size() > m_plan.lanes.size())
            return m_world.remove(all.last(), by);
        const QString sysId = QString::fromLatin1(m_world.random.sysId());
        return m_world.insert(newLane(sysId, QString(m_plan.passingLane), all.size()), by);
    }
    return renameLane(by);
}

void BoardStory::furnish()
{
    const DemoPerson &owner = DemoWorld::agents().at(1);
    DemoRecord board(u"vtb_board"_s, boardId());
    board.set(u"name"_s, QString(m_plan.name));
    board.set(u"owner"_s, owner.sysId, owner.displayName);
    board.set(u"active"_s, u"true"_s);
    m_world.insert(board, owner);
    for (qsizetype i = 0; i < m_plan.lanes.size(); ++i) {
        const BoardPlan::Lane &lane = m_plan.lanes.at(i);
        m_world.insert(newLane(QString(lane.sysId), QString(lane.name), i), owner);
    }
    for (qsizetype i = 0; i < m_plan.members; ++i)
        nextOfMembers(owner);
    for (qsizetype i = 0; i < m_plan.cardsAtStart; ++i) {
        const RecordChange task = m_world.insert(newTask(), owner);
        m_world.insert(newCard(*task.after), owner);
    }
}

/// Makes a task; its card follows. Or puts an incident on the board.
RecordChange BoardStory::add(const DemoPerson &by)
{
    if (m_plan.takesIncidents && m_world.random.below(3) == 0) {
        if (const auto incident = idleIncident())
            return m_world.insert(newCard(*incident), by);
    }
    const RecordChange task = m_world.insert(newTask(), by);
    m_sequel = [this, id = task.after->sysId(), by] {
        return m_world.insert(newCard(*m_world.tables.find(u"vtb_task"_s, id)), by);
    };
    return task;
}

RecordChange BoardStory::move(const DemoRecord &card, const DemoPerson &by)
{
    const QList<DemoRecord> all = lanes();
    const QString now = card.value(u"lane"_s).value;
    const auto current = std::ranges::find(all, now, &DemoRecord::sysId);
    qsizetype target = 0; // for a card whose lane is gone
    if (current != all.end()) {
        // Mostly one lane on, sometimes back.
        const qsizetype step = m_world.random.below(4) == 0 ? all.size() - 1 : 1;
        target = (current - all.begin() + step) % all.size();
    }
    const DemoRecord &lane = all.at(target);
    const QString order = QString::number(lengthOfLane(lane.sysId()));
    return m_world.update(
        card,
        {{u"lane"_s, lane.sysId(), lane.displayValue(), false}, {u"order"_s, order, order, true}},
        by);
}

/// Edits the task behind a card: its text, who does it, or its labels.
RecordChange BoardStory::edit(const DemoRecord &card, const DemoPerson &by)
{
    const auto task = m_world.tables.find(u"vtb_task"_s, card.value(u"task"_s).value);
    if (!task)
        return move(card, by); // an incident's text is not the board's
    const qsizetype kind = m_world.random.below(3);
    if (kind == 0) {
        constexpr auto urgent = " (urgent)"_L1;
        QString text = task->displayValue();
        if (text.endsWith(urgent))
            text.chop(urgent.size());
        else
            text += urgent;
        m_world.tables.showReference(u"vtb_card"_s, card.sysId(), u"task"_s, text);
        return m_world.update(*task, {{u"short_description"_s, text, text, false}}, by);
    }
    if (kind == 1) {
        const QString label(m_world.random.oneOf(m_plan.labels));
        const QString now = task->value(u"sys_tags"_s).value;
        const QString tags = now.isEmpty() ? label
            : now.contains(label)          ? QString()
                                           : now + u", "_s + label;
        return m_world.update(*task, {{u"sys_tags"_s, tags, tags, false}}, by);
    }
    const QString now = task->value(u"assigned_to"_s).value;
    QList<DemoPerson> others = DemoWorld::agents();
    others.removeIf([&now](const DemoPerson &person) { return person.sysId == now; });
    const DemoPerson &to = m_world.random.oneOf(others);
    return m_world.update(*task, {{u"assigned_to"_s, to.sysId, to.displayName, false}}, by);
}

/// Deletes a card; its private task follows.
RecordChange BoardStory::remove(const DemoRecord &card, const DemoPerson &by)
{
    if (const auto task = m_world.tables.find(u"vtb_task"_s, card.value(u"task"_s).value))
        m_sequel = [this, gone = *task, by] {
            return m_world.remove(gone, by);
        };
    return m_world.remove(card, by);
}

RecordChange BoardStory::renameLane(const DemoPerson &by)
{
    const BoardPlan::Lane &lane = m_world.random.oneOf(m_plan.lanes);
    const auto record = m_world.tables.find(u"vtb_lane"_s, QString(lane.sysId));
    const bool isFirstName = record->value(u"name"_s).value == lane.name;
    const QString name(isFirstName ? lane.otherName : lane.name);
    // References show the new name from now on.
    for (const DemoRecord &card : records(u"vtb_card"_s)) {
        if (card.value(u"lane"_s).value == lane.sysId)
            m_world.tables.showReference(u"vtb_card"_s, card.sysId(), u"lane"_s, name);
    }
    return m_world.update(*record, {{u"name"_s, name, name, false}}, by);
}

/// Adds the first agent who is no member; when all are, one of them leaves.
RecordChange BoardStory::nextOfMembers(const DemoPerson &by)
{
    const QList<DemoRecord> members = records(u"vtb_board_member"_s);
    for (const DemoPerson &person : DemoWorld::agents()) {
        const bool isMember = std::ranges::any_of(members, [&person](const DemoRecord &member) {
            return member.value(u"user"_s).value == person.sysId;
        });
        if (isMember)
            continue;
        DemoRecord member(u"vtb_board_member"_s, QString::fromLatin1(m_world.random.sysId()));
        member.set(u"board"_s, boardId(), QString(m_plan.name));
        member.set(u"user"_s, person.sysId, person.displayName);
        return m_world.insert(member, by);
    }
    return m_world.remove(m_world.random.oneOf(members), by);
}

DemoRecord BoardStory::newTask()
{
    DemoRecord task(u"vtb_task"_s, QString::fromLatin1(m_world.random.sysId()));
    const qsizetype assignee = m_world.random.below(4); // one in four is nobody's
    task.set(u"number"_s, u"VTB%1"_s.arg(m_nextNumber++, 7, 10, QLatin1Char('0')));
    task.set(u"short_description"_s, QString(m_plan.jobs.at(m_nextText++ % m_plan.jobs.size())));
    if (assignee < DemoWorld::agents().size()) {
        const DemoPerson &person = DemoWorld::agents().at(assignee);
        task.set(u"assigned_to"_s, person.sysId, person.displayName);
    } else {
        task.set(u"assigned_to"_s, QString());
    }
    task.set(u"sys_tags"_s,
             m_world.random.below(3) == 0 ? QString(m_world.random.oneOf(m_plan.labels))
                                          : QString());
    task.set(u"active"_s, u"true"_s);
    return task;
}

DemoRecord BoardStory::newCard(const DemoRecord &task)
{
    const BoardPlan::Lane &first = m_plan.lanes.at(m_world.random.below(2));
    const auto lane = m_world.tables.find(u"vtb_lane"_s, QString(first.sysId));
    DemoRecord card(u"vtb_card"_s, QString::fromLatin1(m_world.random.sysId()));
    card.set(u"board"_s, boardId(), QString(m_plan.name));
    card.set(u"lane"_s, lane->sysId(), lane->displayValue());
    card.set(u"task"_s, task.sysId(), task.displayValue());
    card.set(u"order"_s, QString::number(lengthOfLane(lane->sysId())));
    card.set(u"removed"_s, u"false"_s);
    return card;
}

DemoRecord BoardStory::newLane(const QString &sysId, const QString &name, qsizetype order) const
{
    DemoRecord record(u"vtb_lane"_s, sysId);
    record.set(u"name"_s, name);
    record.set(u"board"_s, boardId(), QString(m_plan.name));
    record.set(u"order"_s, QString::number(order));
    return record;
}

/// An active incident that is on no board yet.
std::optional<DemoRecord> BoardStory::idleIncident()
{
    const QList<DemoRecord> incidents = m_world.tables.records(u"incident"_s);
    const QList<DemoRecord> all = m_world.tables.records(u"vtb_card"_s);
    for (const DemoRecord &incident : incidents) {
        const bool isOnBoard = std::ranges::any_of(all, [&incident](const DemoRecord &card) {
            return card.value(u"task"_s).value == incident.sysId();
        });
        if (!isOnBoard && incident.value(u"active"_s).value == "true"_L1)
            return incident;
    }
    return std::nullopt;
}

QList<DemoRecord> BoardStory::records(const QString &table) const
{
    QList<DemoRecord> found = m_world.tables.records(table);
    found.removeIf(
        [this](const DemoRecord &record) { return record.value(u"board"_s).value != boardId(); });
    return found;
}

QList<DemoRecord> BoardStory::cards(bool archived) const
{
    QList<DemoRecord> found = records(u"vtb_card"_s);
    found.removeIf([archived](const DemoRecord &card) { return isArchived(card) != archived; });
    return found;
}

QList<DemoRecord> BoardStory::lanes() const
{
    QList<DemoRecord> found = records(u"vtb_lane"_s);
    std::ranges::stable_sort(
        found, {}, [](const DemoRecord &lane) { return lane.value(u"order"_s).value.toInt(); });
    return found;
}

qsizetype BoardStory::lengthOfLane(const QString &lane) const
{
    return std::ranges::count_if(cards(false), [&lane](const DemoRecord &card) {
        return card.value(u"lane"_s).value == lane;
    });
}

} // namespace amb
