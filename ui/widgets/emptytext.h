// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace amb {

/// Says in the middle of a list why nothing is in it, and what to do next.
class EmptyText : public QLabel
{
    Q_OBJECT

public:
    explicit EmptyText(QAbstractItemView &list);

    /// An empty text leaves the list to itself.
    void showText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void colour();

    QAbstractItemView &m_list;
};

} // namespace amb
