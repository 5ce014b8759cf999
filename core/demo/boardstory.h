// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/boardplan.h"
#include "core/demo/demoworld.h"

#include <functional>

namespace amb {

/// A task board: lanes, and cards that are added, moved, edited and removed by the three agents.
///
/// Behind a card is a private task of its own, which holds its text, assignee and labels, or an
/// incident.
class BoardStory
{
public:
    /// Puts the board, its lanes, members and first cards into the world.
    BoardStory(DemoWorld &world, const BoardPlan &plan);

    [[nodiscard]] DemoHappening nextOfCards();
    [[nodiscard]] DemoHappening nextOfLanes();

private:
    void furnish();
    RecordChange add(const DemoPerson &by);
    RecordChange move(const DemoRecord &card, const DemoPerson &by);
    RecordChange edit(const DemoRecord &card, const DemoPerson &by);
    RecordChange remove(const DemoRecord &card, const DemoPerson &by);
    RecordChange renameLane(const DemoPerson &by);
    RecordChange nextOfMembers(const DemoPerson &by);
    DemoRecord newTask();
    DemoRecord newCard(const DemoRecord &task);
    [[nodiscard]] DemoRecord newLane(const QString &sysId,
                                     const QString &name,
                                     qsizetype order) const;
    [[nodiscard]] std::optional<DemoRecord> idleIncident();
    [[nodiscard]] QList<DemoRecord> records(const QString &table) const;
    [[nodiscard]] QList<DemoRecord> cards(bool archived) const;
    [[nodiscard]] QList<DemoRecord> lanes() const; ///< from left to right
    [[nodiscard]] qsizetype lengthOfLane(const QString &lane) const;
    [[nodiscard]] QString boardId() const { return {m_plan.sysId}; }

    DemoWorld &m_world;
    const BoardPlan &m_plan;
    qsizetype m_nextText = 0;
    int m_nextNumber;
    /// What belongs to what just happened and follows it: a new task's card, a deleted card's task.
    std::function<RecordChange()> m_sequel;
};

} // namespace amb
