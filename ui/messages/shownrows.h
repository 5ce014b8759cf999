// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <vector>

namespace amb {

/// Which rows of a capture a list shows, and at which place: all from a first one on, but for those
/// that are hidden; or only those that were chosen. Holds a number for each hidden row and for each
/// chosen one, so it stays small where few are.
class ShownRows
{
public:
    explicit ShownRows(Row first)
        : m_first(first)
        , m_end(first)
    { }

    [[nodiscard]] Row first() const { return m_first; }
    [[nodiscard]] Row end() const { return m_end; } ///< one past the newest row, shown or hidden
    [[nodiscard]] qint64 count() const; ///< of the rows that are shown
    [[nodiscard]] qint64 hiddenCount() const { return qint64(m_hidden.size()); }

    /// Whether hidden rows are left out; otherwise they are shown like the others.
    [[nodiscard]] bool leavesOut() const { return m_leavesOut; }
    void setLeavesOut(bool leavesOut) { m_leavesOut = leavesOut; }

    /// Whether only chosen rows are shown; hidden ones are not looked at then.
    [[nodiscard]] bool isChoosing() const { return m_isChoosing; }
    /// Shows no row until some are chosen.
    void startChoosing();
    void stopChoosing();
    /// More chosen rows, in ascending order and behind all before. Those from end() on are shown
    /// when the end gets there.
    void choose(const std::vector<Row> &rows);
    /// How many chosen rows are before row.
    [[nodiscard]] qint64 chosenBefore(Row row) const;

    /// The row at a place from 0 to count(); at count() it is end() or a hidden row before it.
    [[nodiscard]] Row rowAt(qint64 index) const;
    /// The place of a row; -1 when it is hidden, not there yet or dropped.
    [[nodiscard]] qint64 indexOf(Row row) const;
    /// The place of the first shown row that is not before row.
    [[nodiscard]] qint64 indexFrom(Row row) const;

    /// Takes the rows up to end; hidden are those among them to leave out, in ascending order.
    void append(Row end, const std::vector<Row> &hidden);
    void dropBefore(Row row);

private:
    /// How many hidden rows are before row.
    [[nodiscard]] qint64 hiddenBefore(Row row) const;

    Row m_first;
    Row m_end;
    bool m_leavesOut = true;
    std::vector<Row> m_hidden; // ascending
    bool m_isChoosing = false;
    std::vector<Row> m_chosen; // ascending
    qint64 m_chosenShown = 0; // of them, those before the end
};

} // namespace amb
