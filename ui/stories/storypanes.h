// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/instance/tablerequest.h"

#include <QList>
#include <QObject>

#include <optional>

class QDockWidget;
class QMainWindow;

namespace amb {

class BoardPane;
class BoardWatch;
class ChatPane;
class Monitor;
class PresencePane;
class WatchBoardDialog;

/// The panes of a window that tell what the traffic means: task boards, chat, presence. They are
/// hidden at first, and read nothing while they are.
class StoryPanes : public QObject
{
    Q_OBJECT

public:
    /// Adds the panes to the window. The monitor must outlive them.
    StoryPanes(QMainWindow &window, Monitor &monitor);

    [[nodiscard]] QList<QDockWidget *> docks() const { return m_docks; }
    /// Shows the task boards and asks which one is to be watched.
    void chooseBoard();
    /// The user looks at a message: panes that are visible show what it is about.
    void showSubjectOf(std::optional<Row> row);

signals:
    /// A message is to be shown in the list.
    void rowRequested(amb::Row row);

private:
    QDockWidget *addDock(const QString &title, const QString &objectName, QWidget *content);
    void connectPanes();
    void connectWatch();
    void showStatus();
    void showRow(Row row);

    QMainWindow &m_window;
    Monitor &m_monitor;
    BoardPane *m_boards;
    ChatPane *m_chat;
    PresencePane *m_presence;
    BoardWatch *m_watch;
    WatchBoardDialog *m_dialog;
    TableReadId m_boardsRead{}; // the list of boards that is being read
    QList<QDockWidget *> m_docks;
    int m_gaps = 0;
    bool m_isShowingRow = false; // asked for by a pane, which need not be told
};

} // namespace amb
