// SPDX-License-Identifier: MIT
#include "ui/window/paneaction.h"

#include "ui/widgets/panefocus.h"

#include <QDockWidget>

using namespace Qt::StringLiterals;

namespace amb {

PaneAction::PaneAction(QDockWidget &pane, QWidget &home)
    : QAction(pane.windowTitle(), &pane)
    , m_pane(pane)
    , m_home(home)
{
    const QAction *own = pane.toggleViewAction();
    setObjectName(u"action%1"_s.arg(pane.objectName()));
    setCheckable(true);
    setChecked(own->isChecked());
    connect(own, &QAction::toggled, this, &QAction::setChecked);
    connect(&pane, &QDockWidget::visibilityChanged, this, [this](bool isInFront) {
        m_isInFront = isInFront;
    });
    connect(this, &QAction::triggered, this, &PaneAction::act);
}

void PaneAction::setOffered(bool isOffered)
{
    setEnabled(isOffered);
    m_pane.toggleViewAction()->setEnabled(isOffered);
}

void PaneAction::act()
{
    if (m_isInFront) {
        const QWidget *focus = m_pane.window()->focusWidget();
        const bool hadFocus = focus && m_pane.isAncestorOf(focus);
        m_pane.close();
        if (hadFocus)
            m_home.setFocus(Qt::OtherFocusReason);
    } else {
        m_pane.show();
        m_pane.raise();
        m_pane.activateWindow();
        focusFirstOf(m_pane.widget());
    }
    setChecked(m_pane.toggleViewAction()->isChecked());
}

} // namespace amb
