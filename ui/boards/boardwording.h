// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boarddifference.h"
#include "core/decode/boardtimeline.h"

#include <QString>

namespace amb {

struct BoardCard;
struct BoardLane;

/// "INC0010042 Badge reader offline": what people call a card.
QString cardName(const BoardCard &card);
/// What a board says of a lane: its name, or why it has none.
QString laneTitle(const BoardLane &lane);

/// \name For a screen reader
/// @{
QString laneSpoken(const BoardLane &lane);
QString cardSpoken(const QString &card, const BoardLane &lane);
/// @}

/// \name For a tool tip
/// @{
QString laneHint(const BoardLane &lane);
QString cardHint(const BoardCard &card, const BoardLane &lane);
/// @}

/// "Lane: To Do → In Progress", "Created", …
QString happeningText(const BoardHappening &happening);

/// "Card INC0010042 Badge reader offline": what a difference is about.
QString differenceSubject(const BoardDifference &difference);
/// "Lane", "Missing on the board", …
QString differenceField(const BoardDifference &difference);
/// What the traffic had led to, and what the instance says, in words.
QString differenceShown(const BoardDifference &difference);
QString differenceActual(const BoardDifference &difference);

} // namespace amb
