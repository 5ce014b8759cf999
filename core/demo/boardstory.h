// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoworld.h"

namespace amb {

/// The task board “Facilities”: four lanes, and cards that are added, moved, edited and removed by
/// the three agents.
class BoardStory
{
public:
    static constexpr QLatin1StringView board =
        QLatin1StringView("41aa00bb22cc33dd44ee55ff66778899");

    /// Puts the board, its lanes and its first cards into the world.
    explicit BoardStory(DemoWorld &world);

    DemoHappening nextOfCards();
    DemoHappening nextOfLanes();

private:
    RecordChange add(const DemoPerson &by);
    RecordChange move(const DemoRecord &card, const DemoPerson &by);
    RecordChange edit(const DemoRecord &card, const DemoPerson &by);
    RecordChange archive(const DemoRecord &card, const DemoPerson &by);
    DemoRecord newCard();
    [[nodiscard]] QList<DemoRecord> cards(bool archived) const;
    [[nodiscard]] qsizetype lengthOfLane(const QString &lane) const;

    DemoWorld &m_world;
    qsizetype m_nextText = 0;
};

} // namespace amb
