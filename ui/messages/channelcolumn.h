// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QTableView;

namespace amb {

/// Gives the channels' names more room in a wide list and less in a narrow one, until somebody
/// chooses a width.
class ChannelColumn : public QObject
{
    Q_OBJECT

public:
    /// The view has its usual widths, and outlives this.
    explicit ChannelColumn(QTableView &view);

    /// Whether nobody has chosen a width.
    [[nodiscard]] bool isFitted() const;
    /// Takes the present width for one that was not chosen.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView &m_view;
    int m_usual;
    int m_given; ///< the width that we gave it
};

} // namespace amb
