// SPDX-License-Identifier: MIT
#include "ui/messages/shownrows.h"

#include <algorithm>

namespace amb {

void ShownRows::startChoosing()
{
    stopChoosing();
    m_isChoosing = true;
}

void ShownRows::stopChoosing()
{
    m_isChoosing = false;
    m_chosen = {}; // gives the memory back
    m_chosenShown = 0;
}

void ShownRows::choose(const std::vector<Row> &rows)
{
    m_chosen.insert(m_chosen.end(), rows.begin(), rows.end());
    m_chosenShown = chosenBefore(m_end);
}

qint64 ShownRows::chosenBefore(Row row) const
{
    return std::lower_bound(m_chosen.begin(), m_chosen.end(), row) - m_chosen.begin();
}

qint64 ShownRows::count() const
{
    if (m_isChoosing)
        return m_chosenShown;
    return (m_end - m_first) - (m_leavesOut ? hiddenCount() : 0);
}

Row ShownRows::rowAt(qint64 index) const
{
    if (m_isChoosing)
        return index < m_chosenShown ? m_chosen[size_t(index)] : m_end;
    if (!m_leavesOut)
        return m_first + index;
    // The n-th hidden row is before the one we look for when as many shown rows precede it.
    qint64 low = 0;
    qint64 high = hiddenCount();
    while (low < high) {
        const qint64 middle = (low + high) / 2;
        if ((m_hidden[size_t(middle)] - m_first) - middle <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return m_first + (index + low);
}

qint64 ShownRows::indexOf(Row row) const
{
    if (row < m_first || row >= m_end)
        return -1;
    if (m_isChoosing)
        return std::binary_search(m_chosen.begin(), m_chosen.end(), row) ? chosenBefore(row) : -1;
    if (m_leavesOut && std::binary_search(m_hidden.begin(), m_hidden.end(), row))
        return -1;
    return indexFrom(row);
}

qint64 ShownRows::indexFrom(Row row) const
{
    const Row within = std::clamp(row, m_first, m_end);
    if (m_isChoosing)
        return chosenBefore(within);
    return (within - m_first) - (m_leavesOut ? hiddenBefore(within) : 0);
}

void ShownRows::append(Row end, const std::vector<Row> &hidden)
{
    m_hidden.insert(m_hidden.end(), hidden.begin(), hidden.end());
    m_end = end;
    m_chosenShown = chosenBefore(m_end);
}

void ShownRows::dropBefore(Row row)
{
    m_hidden.erase(m_hidden.begin(), m_hidden.begin() + hiddenBefore(row));
    m_first = row;
    m_end = std::max(m_end, row);
    m_chosen.erase(m_chosen.begin(), m_chosen.begin() + chosenBefore(row));
    m_chosenShown = chosenBefore(m_end);
}

qint64 ShownRows::hiddenBefore(Row row) const
{
    return std::lower_bound(m_hidden.begin(), m_hidden.end(), row) - m_hidden.begin();
}

} // namespace amb
