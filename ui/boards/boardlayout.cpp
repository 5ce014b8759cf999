// SPDX-License-Identifier: MIT
#include "ui/boards/boardlayout.h"

#include "core/decode/board.h"

#include <algorithm>

namespace amb {

BoardMeasures::BoardMeasures(const QFontMetrics &font)
    : line(font.height())
    , space(std::max(4, line / 2))
    , padding(std::max(7, line * 6 / 10))
    , footer(line + 3)
    , headerHeight(line + 3 * space)
    // A number, two lines of text, and who does it.
    , cardHeight(3 * line + footer + 2 * padding + space)
    , narrowestLane(font.averageCharWidth() * 26)
    , widestLane(font.averageCharWidth() * 62)
{ }

BoardLayout BoardLayout::make(const Board &board, const BoardMeasures &measures, QSize room)
{
    BoardLayout layout;
    const auto lanes = int(board.lanes.size());
    if (lanes == 0)
        return layout;
    const int free = room.width() - measures.space * (lanes + 1);
    const int width = std::clamp(free / lanes, measures.narrowestLane, measures.widestLane);
    int bottom = measures.headerHeight + 2 * measures.space + measures.cardHeight;
    int x = measures.space;
    for (const BoardLane &lane : board.lanes) {
        int y = measures.headerHeight + measures.space;
        for (const BoardCard &card : lane.cards) {
            layout.cards.insert(
                card.sysId,
                {x + measures.space, y, width - 2 * measures.space, measures.cardHeight});
            y += measures.cardHeight + measures.space;
        }
        bottom = std::max(bottom, y);
        const int top = measures.space; // so that the lane's corners are seen
        layout.columns.append({{x, top, width, measures.headerHeight - top}, {x, top, width, 0}});
        x += width + measures.space;
    }
    bottom = std::max(bottom, room.height() - measures.space);
    for (Column &column : layout.columns)
        column.body.setBottom(bottom);
    layout.size = {x, bottom + measures.space};
    return layout;
}

} // namespace amb
