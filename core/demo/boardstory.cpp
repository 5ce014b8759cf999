// SPDX-License-Identifier: MIT
#include "core/demo/boardstory.h"

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestCards = 5;
constexpr qsizetype mostCards = 14;
constexpr qsizetype cardsAtStart = 8;
constexpr qsizetype mostArchived = 3;

struct Lane
{
    QLatin1StringView sysId;
    QLatin1StringView name;
    QLatin1StringView otherName;
};

constexpr std::array lanes{
    Lane{"91bb00cc22dd33ee44ff55aa66778801"_L1, "To Do"_L1, "Backlog"_L1},
    Lane{"91bb00cc22dd33ee44ff55aa66778800"_L1, "In Progress"_L1, "Doing"_L1},
    Lane{"91bb00cc22dd33ee44ff55aa66778802"_L1, "Waiting"_L1, "Waiting for parts"_L1},
    Lane{"91bb00cc22dd33ee44ff55aa66778803"_L1, "Done"_L1, "Done this week"_L1},
};

const QStringList &jobs()
{
    static const QStringList texts{u"Replace switch in rack 12"_s,
                                   u"Paint meeting room Oslo"_s,
                                   u"Order door badges"_s,
                                   u"Check the fire extinguishers"_s,
                                   u"Move desk 214 to the window"_s,
                                   u"Repair blinds, south side"_s,
                                   u"Label the network sockets"_s,
                                   u"Clean air filters on the roof"_s,
                                   u"Install charger in parking bay 9"_s,
                                   u"New lock for the archive"_s,
                                   u"Test the emergency lights"_s,
                                   u"Hang the new whiteboards"_s,
                                   u"Read the water meters"_s,
                                   u"Oil the doors on floor 2"_s,
                                   u"Plan the summer cleaning"_s,
                                   u"Swap projector lamp, room Kyoto"_s};
    return texts;
}

} // namespace

BoardStory::BoardStory(DemoWorld &world)
    : m_world(world)
{
    const DemoPerson &owner = DemoWorld::agents().at(1);
    DemoRecord record(u"vtb_board"_s, QString(board));
    record.set(u"name"_s, u"Facilities"_s);
    record.set(u"owner"_s, owner.sysId, owner.displayName);
    record.set(u"active"_s, u"true"_s);
    m_world.insert(record, owner);
    for (size_t i = 0; i < lanes.size(); ++i) {
        DemoRecord lane(u"vtb_lane"_s, QString(lanes.at(i).sysId));
        lane.set(u"name"_s, QString(lanes.at(i).name));
        lane.set(u"board"_s, QString(board), u"Facilities"_s);
        lane.set(u"order"_s, QString::number(i));
        m_world.insert(lane, owner);
    }
    for (qsizetype i = 0; i < cardsAtStart; ++i)
        m_world.insert(newCard(), owner);
}

DemoHappening BoardStory::nextOfCards()
{
    const QList<DemoRecord> present = cards(false);
    const QList<DemoRecord> archived = cards(true);
    const DemoPerson &by = m_world.random.oneOf(DemoWorld::agents());
    if (archived.size() > mostArchived)
        return m_world.remove(archived.first(), by);
    constexpr int hundred = 100;
    const qsizetype chance = m_world.random.below(hundred);
    if (present.size() < fewestCards || (chance < 18 && present.size() < mostCards))
        return add(by);
    const DemoRecord &card = m_world.random.oneOf(present);
    if (chance < 68)
        return move(card, by);
    if (chance < 86)
        return edit(card, by);
    if (chance < 94)
        return archive(card, by);
    return m_world.remove(card, by);
}

DemoHappening BoardStory::nextOfLanes()
{
    const QList<DemoRecord> records = m_world.tables.records(u"vtb_lane"_s);
    const DemoRecord &record = m_world.random.oneOf(records);
    const auto lane = std::ranges::find(lanes, record.sysId(), &Lane::sysId);
    const bool isFirstName = record.value(u"name"_s).value == lane->name;
    const QString name(isFirstName ? lane->otherName : lane->name);
    return m_world.update(
        record, {{u"name"_s, name, name, false}}, m_world.random.oneOf(DemoWorld::agents()));
}

RecordChange BoardStory::add(const DemoPerson &by)
{
    return m_world.insert(newCard(), by);
}

RecordChange BoardStory::move(const DemoRecord &card, const DemoPerson &by)
{
    const QString now = card.value(u"lane"_s).value;
    const auto current = std::ranges::find(lanes, now, &Lane::sysId);
    const auto count = qsizetype(lanes.size());
    const qsizetype at = current - lanes.begin();
    // Mostly one lane on, sometimes back.
    const qsizetype step = m_world.random.below(4) == 0 ? count - 1 : 1;
    const Lane &target = lanes.at(size_t((at + step) % count));
    const QString laneId(target.sysId);
    const auto lane = m_world.tables.find(u"vtb_lane"_s, laneId);
    const QString order = QString::number(lengthOfLane(laneId));
    return m_world.update(
        card,
        {{u"lane"_s, laneId, lane->displayValue(), false}, {u"order"_s, order, order, true}},
        by);
}

RecordChange BoardStory::edit(const DemoRecord &card, const DemoPerson &by)
{
    constexpr auto urgent = " (urgent)"_L1;
    if (m_world.random.below(2) == 0) {
        QString text = card.displayValue();
        if (text.endsWith(urgent))
            text.chop(urgent.size());
        else
            text += urgent;
        return m_world.update(card, {{u"short_description"_s, text, text, false}}, by);
    }
    const QString now = card.value(u"assigned_to"_s).value;
    QList<DemoPerson> others = DemoWorld::agents();
    others.removeIf([&now](const DemoPerson &person) { return person.sysId == now; });
    const DemoPerson &to = m_world.random.oneOf(others);
    return m_world.update(card, {{u"assigned_to"_s, to.sysId, to.displayName, false}}, by);
}

RecordChange BoardStory::archive(const DemoRecord &card, const DemoPerson &by)
{
    return m_world.update(card, {{u"removed"_s, u"true"_s, u"true"_s, false}}, by);
}

DemoRecord BoardStory::newCard()
{
    const QString laneId(lanes.at(size_t(m_world.random.below(2))).sysId);
    const auto lane = m_world.tables.find(u"vtb_lane"_s, laneId);
    DemoRecord card(u"vtb_card"_s, QString::fromLatin1(m_world.random.sysId()));
    const QString text = jobs().at(m_nextText++ % jobs().size());
    card.set(u"board"_s, QString(board), u"Facilities"_s);
    card.set(u"lane"_s, laneId, lane->displayValue());
    card.set(u"task"_s, QString::fromLatin1(m_world.random.sysId()), text);
    card.set(u"order"_s, QString::number(lengthOfLane(laneId)));
    card.set(u"short_description"_s, text);
    card.set(u"removed"_s, u"false"_s);
    return card;
}

QList<DemoRecord> BoardStory::cards(bool archived) const
{
    QList<DemoRecord> found = m_world.tables.records(u"vtb_card"_s);
    found.removeIf([archived](const DemoRecord &card) {
        return (card.value(u"removed"_s).value == "true"_L1) != archived;
    });
    return found;
}

qsizetype BoardStory::lengthOfLane(const QString &lane) const
{
    const QList<DemoRecord> present = cards(false);
    return std::ranges::count_if(
        present, [&lane](const DemoRecord &card) { return card.value(u"lane"_s).value == lane; });
}

} // namespace amb
