// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QWidget;

namespace amb {

/// Moves the keyboard focus by so many panes, in this order and round, from the one that has
/// `focus`. Panes that are hidden or take no focus are passed over.
void moveFocus(const QList<QWidget *> &panes, const QWidget *focus, int step);

} // namespace amb
