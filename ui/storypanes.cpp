// SPDX-License-Identifier: MIT
#include "ui/storypanes.h"

#include "core/monitor.h"
#include "ui/boardpane.h"
#include "ui/chatpane.h"
#include "ui/presencepane.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace amb {

StoryPanes::StoryPanes(QMainWindow &window, Monitor &monitor)
    : QObject(&window)
    , m_window(window)
    , m_monitor(monitor)
    , m_boards(new BoardPane(monitor.capture()))
    , m_chat(new ChatPane(monitor.capture()))
    , m_presence(new PresencePane(monitor.capture()))
{
    addDock(tr("Task Boards"), u"boardDock"_s, m_boards);
    addDock(tr("Chat"), u"chatDock"_s, m_chat);
    addDock(tr("Presence"), u"presenceDock"_s, m_presence);
    connect(&monitor, &Monitor::rowsAppended, this, [this] {
        m_boards->player().appendRows();
        m_chat->appendRows();
        m_presence->appendRows();
    });
    connect(&monitor, &Monitor::rowsDropped, this, [this](Row first) {
        m_boards->player().dropRows(first);
    });
    connect(&monitor, &Monitor::statusChanged, this, &StoryPanes::showStatus);
    connect(m_boards, &BoardPane::rowRequested, this, &StoryPanes::showRow);
    connect(m_chat, &ChatPane::rowRequested, this, &StoryPanes::showRow);
    connect(m_presence, &PresencePane::rowRequested, this, &StoryPanes::showRow);
}

void StoryPanes::showSubjectOf(std::optional<Row> row)
{
    if (row && !m_isShowingRow)
        m_boards->showSubjectOf(*row);
}

QDockWidget *StoryPanes::addDock(const QString &title, const QString &objectName, QWidget *content)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(objectName);
    dock->setWidget(content);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    m_docks.append(dock);
    return dock;
}

void StoryPanes::showStatus()
{
    const ConnectionStatus status = m_monitor.status();
    if (status.gaps > m_gaps)
        m_boards->noteGap();
    m_gaps = status.gaps;
    m_presence->setLive(status.state == ConnectionState::Connected);
}

void StoryPanes::showRow(Row row)
{
    const QScopedValueRollback guard(m_isShowingRow, true);
    emit rowRequested(row);
}

} // namespace amb
