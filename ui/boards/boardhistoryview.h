// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardtimeline.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

class ElidedLabel;

/// What happened to a card or a lane: who, when, from what to what.
class BoardHistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit BoardHistoryView(QWidget *parent = nullptr);

    /// The newest happening first; only so many are shown.
    void setHistory(const QString &title,
                    const QString &facts,
                    const QList<BoardHappening> &history);
    void clear();
    /// Puts the keyboard into the list, on its first line.
    void focusList();

signals:
    /// A line was chosen: its message is to be shown.
    void rowRequested(amb::Row row);
    /// Return or a double click: the board is to be shown as it was then.
    void momentRequested(amb::Row row);

private:
    void addLine(const BoardHappening &happening);

    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    QTreeWidget *m_list;
    bool m_isFilling = false;
};

} // namespace amb
