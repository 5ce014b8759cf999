// SPDX-License-Identifier: MIT
#include "core/demo/incidentstory.h"

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestActive = 4;
constexpr int mostActive = 12;
constexpr int mostClosed = 20;
constexpr int incidentsAtStart = 6;

const QStringList &troubles()
{
    static const QStringList texts{u"Badge reader offline, door 4"_s,
                                   u"Air conditioning too cold on floor 3"_s,
                                   u"Projector in room Kyoto shows no picture"_s,
                                   u"Lift 2 stops between floors"_s,
                                   u"Water leak below the sink, kitchen 5"_s,
                                   u"Network socket dead at desk 214"_s,
                                   u"Smoke detector beeps in the archive"_s,
                                   u"Parking barrier does not open"_s,
                                   u"Printer on floor 1 jams every page"_s,
                                   u"Light flickers in stairwell B"_s,
                                   u"Standing desk stuck at the top"_s,
                                   u"Meeting room display asks for a PIN"_s};
    return texts;
}

const QStringList &notes()
{
    static const QStringList texts{u"Called the vendor."_s,
                                   u"Restarted it; it works for now."_s,
                                   u"Part ordered, arrives on Thursday."_s,
                                   u"Could not reproduce it, asked the caller."_s,
                                   u"On my way."_s};
    return texts;
}

DemoValue state(int state)
{
    switch (state) {
    case 2:
        return {u"2"_s, u"In Progress"_s};
    case 3:
        return {u"3"_s, u"On Hold"_s};
    case 6:
        return {u"6"_s, u"Resolved"_s};
    case 7:
        return {u"7"_s, u"Closed"_s};
    default:
        return {u"1"_s, u"New"_s};
    }
}

constexpr std::array<QLatin1StringView, 3> urgencies{"High"_L1, "Medium"_L1, "Low"_L1};
constexpr std::array<QLatin1StringView, 3> priorities{"Moderate"_L1, "Low"_L1, "Planning"_L1};

DemoValue urgency(qsizetype index)
{
    const QString number = QString::number(index + 1);
    return {number, number + " - "_L1 + urgencies.at(size_t(index))};
}

/// The priority that follows from an urgency when the impact is low.
DemoValue priority(qsizetype index)
{
    const QString number = QString::number(index + 3);
    return {number, number + " - "_L1 + priorities.at(size_t(index))};
}

FieldEdit edit(const QString &field, const DemoValue &value, bool isDerived = false)
{
    return {field, value.value, value.display, isDerived};
}

FieldEdit edit(const QString &field, const QString &value, bool isDerived = false)
{
    return {field, value, value, isDerived};
}

} // namespace

IncidentStory::IncidentStory(DemoWorld &world)
    : m_world(world)
{
    for (int i = 0; i < incidentsAtStart; ++i)
        m_world.insert(newIncident(), m_world.random.oneOf(DemoWorld::agents()));
}

DemoHappening IncidentStory::next()
{
    const QList<DemoRecord> active = incidents(true);
    const QList<DemoRecord> closed = incidents(false);
    const DemoPerson &by = m_world.random.oneOf(DemoWorld::agents());
    if (closed.size() > mostClosed)
        return m_world.remove(closed.first(), by);
    constexpr int hundred = 100;
    const qsizetype chance = m_world.random.below(hundred);
    if (active.size() < fewestActive || (chance < 20 && active.size() < mostActive))
        return open();
    const DemoRecord &incident = m_world.random.oneOf(active);
    if (chance < 40)
        return moveOn(incident, by);
    if (chance < 58)
        return reprioritise(incident, by);
    if (chance < 72)
        return assign(incident, by);
    if (chance < 85 || incident.sysId() == watchedIncident)
        return addNote(incident, by);
    return close(incident, by);
}

DemoHappening IncidentStory::open()
{
    const DemoRecord incident = newIncident();
    return m_world.insert(incident, m_world.random.oneOf(DemoWorld::agents()));
}

RecordChange IncidentStory::moveOn(const DemoRecord &incident, const DemoPerson &by)
{
    const int now = incident.value(u"state"_s).value.toInt();
    const int next = now == 1 ? 2 : now == 2 ? 3 + int(m_world.random.below(2)) * 3 : 2;
    return m_world.update(incident, {edit(u"state"_s, state(next))}, by);
}

RecordChange IncidentStory::reprioritise(const DemoRecord &incident, const DemoPerson &by)
{
    const qsizetype now = incident.value(u"urgency"_s).value.toInt() - 1;
    const qsizetype next = (now + 1 + m_world.random.below(2)) % qsizetype(urgencies.size());
    return m_world.update(
        incident,
        {edit(u"urgency"_s, urgency(next)), edit(u"priority"_s, priority(next), true)},
        by);
}

RecordChange IncidentStory::assign(const DemoRecord &incident, const DemoPerson &by)
{
    const QString now = incident.value(u"assigned_to"_s).value;
    QList<DemoPerson> others = DemoWorld::agents();
    others.removeIf([&now](const DemoPerson &person) { return person.sysId == now; });
    const DemoPerson &to = m_world.random.oneOf(others);
    return m_world.update(
        incident, {edit(u"assigned_to"_s, DemoValue{to.sysId, to.displayName})}, by);
}

RecordChange IncidentStory::addNote(const DemoRecord &incident, const DemoPerson &by)
{
    const QString text = m_world.clock.toString(u"yyyy-MM-dd HH:mm:ss"_s) + " - "_L1
        + by.displayName + " (Work notes)\n"_L1 + m_world.random.oneOf(notes()) + "\n\n"_L1;
    return m_world.update(incident, {edit(u"work_notes"_s, text)}, by);
}

RecordChange IncidentStory::close(const DemoRecord &incident, const DemoPerson &by)
{
    return m_world.update(
        incident, {edit(u"active"_s, u"false"_s, true), edit(u"state"_s, state(7))}, by);
}

DemoRecord IncidentStory::newIncident()
{
    constexpr int firstNumber = 42;
    const bool isWatched = m_nextNumber == firstNumber;
    DemoRecord incident(u"incident"_s,
                        isWatched ? QString(watchedIncident)
                                  : QString::fromLatin1(m_world.random.sysId()));
    const qsizetype level = m_world.random.below(qsizetype(urgencies.size()));
    const DemoPerson &caller = m_world.random.oneOf(DemoWorld::agents());
    incident.set(u"number"_s, u"INC%1"_s.arg(10000 + m_nextNumber++, 7, 10, QLatin1Char('0')));
    incident.set(u"short_description"_s, m_world.random.oneOf(troubles()));
    incident.set(u"state"_s, state(1).value, state(1).display);
    incident.set(u"urgency"_s, urgency(level).value, urgency(level).display);
    incident.set(u"priority"_s, priority(level).value, priority(level).display);
    incident.set(u"caller_id"_s, caller.sysId, caller.displayName);
    incident.set(u"active"_s, u"true"_s);
    return incident;
}

QList<DemoRecord> IncidentStory::incidents(bool active) const
{
    QList<DemoRecord> found = m_world.tables.records(u"incident"_s);
    found.removeIf([active](const DemoRecord &incident) {
        return (incident.value(u"active"_s).value == "true"_L1) != active;
    });
    return found;
}

} // namespace amb
