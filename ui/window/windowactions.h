// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"
#include "ui/connection/windowidentity.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace amb {

class PaneAction;

/// The actions of the window and the menus they are in. What they do is connected by the window.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    /// Adds menus to the window; panes are offered in View in this order. The focus goes to `home`
    /// when it was in a pane that is closed.
    WindowActions(QMainWindow &window, const QList<QDockWidget *> &panes, QWidget &home);

    /// What shows and closes one of the panes.
    [[nodiscard]] PaneAction &paneAction(const QDockWidget &pane) const;

    /// Enables what makes sense in a state and checks the preference in use.
    void setStatus(const ConnectionStatus &status);

    /// Disables what needs an instance: a capture is shown.
    void showCapture();

    /// The saved instances that can be opened from the menu.
    void setRecent(const QList<RecentInstance> &instances);

    QAction *openInstance;
    QAction *openCapture;
    QAction *closeWindow;
    QAction *quit;
    QAction *subscribe;
    QAction *discover;
    QAction *watchRecords;
    QAction *watchBoard;
    QAction *publish;
    QAction *filter;
    QAction *chart;
    QAction *resetLayout;
    QAction *connectionDetails;
    QAction *doctor;
    QAction *start;
    QAction *stop;
    QAction *reconnect;
    QAction *tryWebSocket;
    QAction *palette;
    QAction *shortcuts;
    QAction *filterHelp;
    QAction *about;
    QAction *nextPane;
    QAction *previousPane;

    QMenu *save; ///< in File; filled by the window
    QMenu *view;
    QMenu *messages; ///< between View and Connection; filled by the window

signals:
    void preferenceRequested(amb::TransportPreference preference);
    void openRecentRequested(const QString &id);

private:
    QAction *make(const QString &text, const QString &objectName, const QKeySequence &key = {});
    void buildFileMenu();
    void buildViewMenu(const QList<QDockWidget *> &panes, QWidget &home);
    void buildConnectionMenu();
    void buildHelpMenu();

    QMainWindow &m_window;
    QHash<const QDockWidget *, PaneAction *> m_panes;
    QActionGroup *m_preferences;
    QMenu *m_recent = nullptr;
};

} // namespace amb
