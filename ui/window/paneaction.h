// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>

class QDockWidget;

namespace amb {

/// Shows or closes a pane. A pane behind another one's tab is brought to the front and not closed,
/// as QDockWidget's own action would do; the focus follows, and goes back when the pane is closed.
class PaneAction : public QAction
{
    Q_OBJECT

public:
    /// The focus goes to `home` when it was in a pane that closes. Both live longer than this.
    PaneAction(QDockWidget &pane, QWidget &home);

    /// Whether the action and the pane's own can be used.
    void setOffered(bool isOffered);

private:
    void act();

    QDockWidget &m_pane;
    QWidget &m_home;
    bool m_isInFront = false;
};

} // namespace amb
