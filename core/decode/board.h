// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardevent.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace amb {

class BoardRecords;

/// A card as a board shows it. Null texts were never told; empty ones were told to be empty.
struct BoardCard
{
    QString sysId;
    QString task; ///< sys_id of the record behind it
    QString number;
    QString text;
    QString assignee;
    QStringList labels;
    QString lane; ///< sys_id; null when it was never told
    QString laneName; ///< as messages call it
    std::optional<double> order;
    bool isUnwatched = false; ///< it left its watcher's query: nobody tells what becomes of it
    Moment last; ///< of its newest message
    QString lastUser;
    bool hasTraffic = false; ///< last is of a message, not of a reading
};

/// A lane as a board shows it, with its cards in order.
struct BoardLane
{
    /// What is known of it.
    enum class Standing : quint8 {
        Told, ///< its own record was told
        Named, ///< only cards name it
        Unknown, ///< the place of all cards whose lane is not known, or was deleted
    };

    QString sysId;
    QString name;
    std::optional<double> order;
    Standing standing = Standing::Told;
    QList<BoardCard> cards;
};

/// A person who belongs to a board.
struct BoardMember
{
    QString sysId; ///< of the membership
    QString user; ///< as people see it
};

/// A task board as far as it is known, ready to be shown.
struct Board
{
    QString sysId; ///< empty for the cards of which nothing says where they belong
    QString name; ///< null when it was never told
    bool isGone = false; ///< the board itself was deleted
    QList<BoardLane> lanes; ///< in order; the place of the unknown last, and only when it has cards
    QList<BoardMember> members;

    [[nodiscard]] const BoardCard *card(const QString &id) const;
    [[nodiscard]] const BoardLane *laneOf(const QString &cardSysId) const;
    [[nodiscard]] qsizetype cardCount() const;
};

/// The board with that sys_id out of what is known.
Board boardOf(const BoardRecords &records, const QString &sysId);

} // namespace amb
