// SPDX-License-Identifier: MIT
#pragma once

#include <QFontMetrics>
#include <QHash>
#include <QList>
#include <QRect>
#include <QSize>
#include <QString>

namespace amb {

struct Board;

/// The sizes of a board's parts, in pixels; they follow from the font.
struct BoardMeasures
{
    explicit BoardMeasures(const QFontMetrics &font);

    int line; ///< height of a line of text
    int space; ///< between any two things
    int padding; ///< inside a card
    int footer; ///< height of a card's last line
    int headerHeight;
    int cardHeight;
    int narrowestLane;
    int widestLane;
};

/// Where the lanes and cards of a board are. The headers of the lanes are above everything else and
/// do not scroll; cards begin below them.
struct BoardLayout
{
    struct Column
    {
        QRect header;
        QRect body;
    };

    QList<Column> columns; ///< one for each lane
    QHash<QString, QRect> cards; ///< by sys_id
    QSize size;

    static BoardLayout make(const Board &board, const BoardMeasures &measures, QSize room);
};

} // namespace amb
