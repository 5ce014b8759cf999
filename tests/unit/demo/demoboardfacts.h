// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"
#include "core/decode/boardreading.h"
#include "core/demo/demotables.h"

#include <QMap>
#include <QString>

namespace amb {

/// What is on a board, by sys_id, in words that can be compared: found in what a monitor shows, or
/// in the tables of the instance by other code.
struct BoardFacts
{
    QMap<QString, QString> lanes;
    QMap<QString, QString> places; ///< lane and order of each card
    QMap<QString, QString> cards; ///< texts of each card; `?` for what is not known
    QMap<QString, QString> members;

    /// Everything that is told of each record.
    [[nodiscard]] QMap<QString, QString> all() const;
};

BoardFacts factsOf(const Board &board);
BoardFacts factsOf(const DemoTables &tables, const QString &board);

/// What a monitor reads of a board when it asks the instance.
BoardReading readingOf(const DemoTables &tables, const QString &board, Row askedAt);

} // namespace amb
