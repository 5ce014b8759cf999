// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace amb {

struct Board;

/// One thing that a board's traffic did not tell, or told otherwise than the instance's tables.
struct BoardDifference
{
    enum class Subject : quint8 {
        Board,
        Lane,
        Card,
        Member,
    };
    enum class Kind : quint8 {
        Missing, ///< on the instance, but the traffic never told of it
        Surplus, ///< shown, but the instance does not have it any more
        Changed, ///< one field is not what is shown
    };
    enum class Field : quint8 {
        None,
        Name,
        Order,
        Lane,
        Number,
        Text,
        Assignee,
        Labels,
        Watched, ///< whether anybody tells what becomes of it
    };

    Subject subject = Subject::Card;
    Kind kind = Kind::Changed;
    Field field = Field::None;
    QString sysId;
    QString name; ///< what people call the subject
    QString shown; ///< what the traffic had led to; null when it was not known
    QString actual; ///< what the instance says

    friend bool operator==(const BoardDifference &, const BoardDifference &) = default;
};

/// What a board that was kept by traffic has otherwise than the same board after a fresh reading of
/// the instance. Empty exactly when both show the same.
QList<BoardDifference> boardDifference(const Board &shown, const Board &fresh);

} // namespace amb
