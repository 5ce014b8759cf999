// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QWidget;

namespace amb {

/// Lets a pane begin at a child of it that is not the first.
void setFirstFocus(QWidget &pane, QWidget &first);

/// Gives the focus to where a pane begins: what was set, else the first child that takes it. False
/// where none does.
bool focusFirstOf(QWidget *pane);

/// Moves the keyboard focus by so many panes, in this order and round, from the one that has
/// `focus`. Panes that are hidden or take no focus are passed over.
void moveFocus(const QList<QWidget *> &panes, const QWidget *focus, int step);

} // namespace amb
