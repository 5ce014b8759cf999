// SPDX-License-Identifier: MIT
#include "ui/widgets/eventlist.h"

#include <QHeaderView>
#include <QScrollBar>

namespace amb {

EventList::EventList(QAbstractItemModel &model, const QList<int> &widths, QWidget *parent)
    : QTreeView(parent)
{
    setModel(&model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(true);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < int(widths.size()); ++column)
        setColumnWidth(column, digit * widths.at(column));
}

void EventList::follow()
{
    const QScrollBar *bar = verticalScrollBar();
    if (!currentIndex().isValid() || bar->value() == bar->maximum())
        scrollToBottom();
}

} // namespace amb
