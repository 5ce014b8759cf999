// SPDX-License-Identifier: MIT
#include "core/demo/boardplan.h"

namespace amb {

using namespace Qt::StringLiterals;

const BoardPlan &facilitiesPlan()
{
    static const BoardPlan plan{
        "41aa00bb22cc33dd44ee55ff66778899"_L1,
        "Facilities"_L1,
        {{"91bb00cc22dd33ee44ff55aa66778801"_L1, "To Do"_L1, "Backlog"_L1},
         {"91bb00cc22dd33ee44ff55aa66778800"_L1, "In Progress"_L1, "Doing"_L1},
         {"91bb00cc22dd33ee44ff55aa66778802"_L1, "Waiting"_L1, "Waiting for parts"_L1},
         {"91bb00cc22dd33ee44ff55aa66778803"_L1, "Done"_L1, "Done this week"_L1}},
        "On Hold"_L1,
        {"Replace switch in rack 12"_L1,
         "Paint meeting room Oslo"_L1,
         "Order door badges"_L1,
         "Check the fire extinguishers"_L1,
         "Move desk 214 to the window"_L1,
         "Repair blinds, south side"_L1,
         "Label the network sockets"_L1,
         "Clean air filters on the roof"_L1,
         "Install charger in parking bay 9"_L1,
         "New lock for the archive"_L1,
         "Test the emergency lights"_L1,
         "Hang the new whiteboards"_L1,
         "Read the water meters"_L1,
         "Oil the doors on floor 2"_L1,
         "Plan the summer cleaning"_L1,
         "Swap projector lamp, room Kyoto"_L1},
        {"urgent"_L1, "roof"_L1, "electrics"_L1, "vendor"_L1},
        8,
        5,
        14,
        3,
        10001,
        true};
    return plan;
}

const BoardPlan &officeMovePlan()
{
    static const BoardPlan plan{
        "41aa00bb22cc33dd44ee55ff6677889a"_L1,
        "Office Move"_L1,
        {{"91bb00cc22dd33ee44ff55aa66778811"_L1, "Pack"_L1, "To pack"_L1},
         {"91bb00cc22dd33ee44ff55aa66778812"_L1, "On the way"_L1, "In the lift"_L1},
         {"91bb00cc22dd33ee44ff55aa66778813"_L1, "Unpacked"_L1, "There"_L1}},
        {},
        {"Desks of floor 2"_L1,
         "Printers"_L1,
         "Plants"_L1,
         "Archive boxes 1 to 40"_L1,
         "Coffee machine"_L1,
         "Server cabinet"_L1,
         "Meeting room chairs"_L1},
        {"fragile"_L1, "heavy"_L1},
        4,
        3,
        7,
        2,
        20001,
        false};
    return plan;
}

} // namespace amb
