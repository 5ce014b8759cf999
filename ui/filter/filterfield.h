// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filter.h"

#include <QLineEdit>

#include <optional>

namespace amb {

/// A line in which a filter is typed; what is wrong in it is underlined while one types.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    /// Underlines the place of a problem; none takes the line away.
    void setProblem(const std::optional<FilterProblem> &problem);
    /// Where the underline is, in characters from the beginning; for tests and screen readers.
    [[nodiscard]] std::optional<std::pair<int, int>> markedRange() const { return m_marked; }

signals:
    void clearRequested(); ///< Esc
    void leaveRequested(); ///< Return or Down: on to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int xOf(int position) const;

    std::optional<std::pair<int, int>> m_marked;
    bool m_isUnfinished = false;
};

} // namespace amb
