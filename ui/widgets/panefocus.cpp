// SPDX-License-Identifier: MIT
#include "ui/widgets/panefocus.h"

#include <QVariant>
#include <QWidget>

namespace amb {

namespace {

constexpr auto firstFocus = "firstFocus"; // a focus proxy would change the order of Tab

} // namespace

void setFirstFocus(QWidget &pane, QWidget &first)
{
    pane.setProperty(firstFocus, QVariant::fromValue(&first));
}

bool focusFirstOf(QWidget *pane)
{
    auto *first = pane->property(firstFocus).value<QWidget *>();
    if (first != nullptr && first->isVisible() && first->isEnabled()) {
        first->setFocus(Qt::TabFocusReason);
        return true;
    }
    for (QWidget *next = pane; next != nullptr; next = next->nextInFocusChain()) {
        const bool isInside = next == pane || pane->isAncestorOf(next);
        if (isInside && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (next->nextInFocusChain() == pane)
            break;
    }
    return false;
}

void moveFocus(const QList<QWidget *> &panes, const QWidget *focus, int step)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            at = i;
    }
    for (qsizetype tried = 0; tried < panes.size(); ++tried) {
        at = (at + step + panes.size()) % panes.size();
        if (panes[at]->isVisible() && focusFirstOf(panes[at]))
            return;
    }
}

} // namespace amb
