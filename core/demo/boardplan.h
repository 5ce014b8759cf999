// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QList>

namespace amb {

/// How a task board of the demo instance is laid out.
struct BoardPlan
{
    struct Lane
    {
        QLatin1StringView sysId;
        QLatin1StringView name;
        QLatin1StringView otherName; ///< now and then it is renamed to this, and back
    };

    QLatin1StringView sysId;
    QLatin1StringView name;
    QList<Lane> lanes;
    /// The name of a lane that comes and goes, and leaves its cards without lane; may be empty.
    QLatin1StringView passingLane;
    QList<QLatin1StringView> jobs; ///< texts of cards
    QList<QLatin1StringView> labels;
    qsizetype cardsAtStart = 0;
    qsizetype fewestCards = 0;
    qsizetype mostCards = 0;
    qsizetype members = 3; ///< how many of the agents
    int firstNumber = 1; ///< of its tasks
    bool takesIncidents = false; ///< incidents are put on the board, too
};

/// The board “Facilities”, on which most happens.
const BoardPlan &facilitiesPlan();
/// The board “Office Move”, a smaller one.
const BoardPlan &officeMovePlan();

} // namespace amb
