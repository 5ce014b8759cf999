// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QWidget;

namespace amb {

/// Gives the focus to the first child of a pane that takes it; false where none does.
bool focusFirstOf(QWidget *pane);

/// Moves the keyboard focus by so many panes, in this order and round, from the one that has
/// `focus`. Panes that are hidden or take no focus are passed over.
void moveFocus(const QList<QWidget *> &panes, const QWidget *focus, int step);

} // namespace amb
