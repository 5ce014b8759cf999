// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"

namespace amb {

/// A board with four lanes and so many cards: c0, c1, … from the first lane to the last in turn.
inline Board sampleBoard(int cards)
{
    using namespace Qt::StringLiterals;
    Board board;
    board.sysId = u"b"_s;
    board.name = u"Facilities"_s;
    const QStringList lanes{u"To Do"_s, u"In Progress"_s, u"Waiting"_s, u"Done"_s};
    for (qsizetype i = 0; i < lanes.size(); ++i)
        board.lanes.append(
            {u"l%1"_s.arg(i), lanes.at(i), double(i), BoardLane::Standing::Told, {}});
    for (int i = 0; i < cards; ++i) {
        BoardCard card;
        card.sysId = u"c%1"_s.arg(i);
        card.number = u"VTB00100%1"_s.arg(i + 10);
        card.text = u"Check the fire extinguishers on floor %1"_s.arg(i);
        card.assignee = i % 3 == 0 ? QString() : u"Agent Two"_s;
        card.labels = {u"urgent"_s};
        card.lane = u"l%1"_s.arg(i % 4);
        card.order = i;
        board.lanes[i % 4].cards.append(card);
    }
    return board;
}

/// Puts a card at the top of another lane, as a message of that row would.
inline void moveCard(Board &board, const QString &card, qsizetype toLane, qint64 row)
{
    using namespace Qt::StringLiterals;
    for (BoardLane &lane : board.lanes) {
        for (qsizetype i = 0; i < lane.cards.size(); ++i) {
            if (lane.cards.at(i).sysId != card)
                continue;
            BoardCard moved = lane.cards.takeAt(i);
            moved.hasTraffic = true;
            moved.last.row = Row(row);
            moved.lastUser = u"agent.two"_s;
            board.lanes[toLane].cards.prepend(moved);
            return;
        }
    }
}

} // namespace amb
