// SPDX-License-Identifier: MIT
#include "ui/messages/rowmarks.h"

#include <algorithm>
#include <iterator>

namespace amb {

std::optional<Row> RowMarks::after(Row row) const
{
    if (m_rows.empty())
        return {};
    const auto next = m_rows.upper_bound(row);
    return next != m_rows.end() ? *next : *m_rows.begin();
}

std::optional<Row> RowMarks::before(Row row) const
{
    if (m_rows.empty())
        return {};
    const auto here = m_rows.lower_bound(row);
    return here != m_rows.begin() ? *std::prev(here) : *m_rows.rbegin();
}

void RowMarks::toggle(const QList<Row> &rows)
{
    const bool areAllMarked =
        std::all_of(rows.begin(), rows.end(), [this](Row row) { return contains(row); });
    for (const Row row : rows) {
        if (areAllMarked)
            m_rows.erase(row);
        else
            m_rows.insert(row);
    }
    if (!rows.isEmpty())
        emit changed();
}

void RowMarks::clear()
{
    if (m_rows.empty())
        return;
    m_rows.clear();
    emit changed();
}

void RowMarks::dropBefore(Row row)
{
    m_rows.erase(m_rows.begin(), m_rows.lower_bound(row));
}

} // namespace amb
