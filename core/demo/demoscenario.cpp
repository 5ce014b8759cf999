// SPDX-License-Identifier: MIT
#include "core/demo/demoscenario.h"

#include "core/demo/recordwatch.h"

#include <utility>

namespace amb {

namespace {

constexpr std::chrono::milliseconds shortestDelay{250};
constexpr qsizetype delaySpread = 260; // milliseconds

} // namespace

DemoScenario::DemoScenario(quint64 seed)
    : m_world(seed)
{ }

DemoHappening DemoScenario::next()
{
    m_world.clock = m_world.clock.addMSecs(m_delay.count());
    m_delay = shortestDelay + std::chrono::milliseconds(m_world.random.below(delaySpread));
    // The first to come opens an incident, on the channel that is looked at first.
    if (!std::exchange(m_hasBegun, true))
        return m_incidents.open();
    if (m_kinds.isEmpty())
        shuffleKinds();
    return happen(m_kinds.takeFirst());
}

DemoHappening DemoScenario::happen(Kind kind)
{
    switch (kind) {
    case Kind::Incident:
        return m_incidents.next();
    case Kind::Card:
        return m_facilities.nextOfCards();
    case Kind::Lane:
        return m_facilities.nextOfLanes();
    case Kind::OtherBoard:
        return m_world.random.below(8) == 0 ? m_officeMove.nextOfLanes()
                                            : m_officeMove.nextOfCards();
    case Kind::Chat:
        return m_talk.nextOfChat();
    case Kind::Assistant:
        return m_talk.nextOfAssistant();
    case Kind::Presence:
        break;
    }
    return m_talk.nextOfPresence();
}

void DemoScenario::shuffleKinds()
{
    // Dealt like cards, so that every channel has its turn within a few seconds.
    m_kinds = {Kind::Incident,
               Kind::Incident,
               Kind::Incident,
               Kind::Incident,
               Kind::Incident,
               Kind::Card,
               Kind::Card,
               Kind::Card,
               Kind::Card,
               Kind::OtherBoard,
               Kind::Chat,
               Kind::Chat,
               Kind::Assistant,
               Kind::Presence,
               Kind::Presence,
               Kind::Lane};
    for (qsizetype i = m_kinds.size() - 1; i > 0; --i)
        m_kinds.swapItemsAt(i, m_world.random.below(i + 1));
}

QList<QByteArray> DemoScenario::channels()
{
    const QByteArray boardQuery = "board=" + QByteArray(facilitiesPlan().sysId.data());
    return {RecordWatch::channel("incident", "active=true"),
            RecordWatch::channel("vtb_card", boardQuery),
            TalkStory::chatChannel(),
            TalkStory::presenceChannel(),
            RecordWatch::channel("vtb_lane", boardQuery),
            TalkStory::assistantChannel(),
            TalkStory::membershipChannel(),
            RecordWatch::channel("incident", "active=true^stateCHANGES"),
            "/demo/quiet",
            RecordWatch::channel("sn_hr_core_case", "active=true")};
}

} // namespace amb
