// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/board.h"

#include <QHash>
#include <QList>
#include <QRectF>

#include <chrono>
#include <optional>

namespace amb {

struct BoardLayout;

/// How a board's picture goes from one state to the next: a card that moved slides and says who
/// moved it, a changed one glows for a moment, one that went fades.
///
/// Knows no clock: times count from any moment.
class BoardMotion
{
public:
    using Time = std::chrono::milliseconds;

    /// What is written on a card for a moment after it moved.
    struct Note
    {
        QString fromLane;
        QString user;
        Timestamp time;
    };

    /// A card that is not on the board any more.
    struct Ghost
    {
        BoardCard card;
        QRectF place;
        Time begin;
    };

    /// Without motion, cards are in their new places at once; what is written on them stays.
    void setAnimated(bool animated) { m_isAnimated = animated; }
    void change(const Board &from,
                const BoardLayout &fromLayout,
                const Board &to,
                const BoardLayout &toLayout,
                Time now);
    void clear();

    /// Where a card is on its way to its place.
    [[nodiscard]] QRectF place(const QString &card, const QRectF &rest, Time now) const;
    [[nodiscard]] bool isOnItsWay(const QString &card, Time now) const;
    [[nodiscard]] double opacity(const QString &card, Time now) const;
    [[nodiscard]] double glow(const QString &card, Time now) const; ///< from 1 to 0
    [[nodiscard]] std::optional<Note> note(const QString &card, Time now) const;
    [[nodiscard]] QList<Ghost> ghosts(Time now) const;
    [[nodiscard]] static double opacity(const Ghost &ghost, Time now);

    /// Whether the picture changes with every frame.
    [[nodiscard]] bool isMoving(Time now) const { return now < m_movesUntil; }
    /// When a note goes, if one is there.
    [[nodiscard]] std::optional<Time> nextChange(Time now) const;
    void forgetPast(Time now);

private:
    struct Slide
    {
        QRectF from;
        Time begin;
    };

    struct Glow
    {
        Time begin;
        std::optional<Note> note;
    };

    void change(const BoardCard &before,
                const BoardLane &fromLane,
                const BoardCard &after,
                const BoardLane &toLane,
                Time now);
    void movesUntil(Time time) { m_movesUntil = std::max(m_movesUntil, time); }

    bool m_isAnimated = true;
    QHash<QString, Slide> m_slides;
    QHash<QString, Time> m_arrivals;
    QHash<QString, Glow> m_glows;
    QList<Ghost> m_ghosts;
    Time m_movesUntil{};
};

} // namespace amb
