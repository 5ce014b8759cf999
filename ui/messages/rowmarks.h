// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QList>
#include <QObject>

#include <optional>
#include <set>

namespace amb {

/// The rows of a capture that the user marked, to come back to them.
class RowMarks : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool contains(Row row) const { return m_rows.contains(row); }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_rows.size()); }
    /// The nearest mark after or before a row; where there is none, the first or last of all.
    [[nodiscard]] std::optional<Row> after(Row row) const;
    [[nodiscard]] std::optional<Row> before(Row row) const;

    /// Marks all of them, or, when all are marked, none of them.
    void toggle(const QList<Row> &rows);
    void clear();
    void dropBefore(Row row);

signals:
    void changed();

private:
    std::set<Row> m_rows;
};

} // namespace amb
