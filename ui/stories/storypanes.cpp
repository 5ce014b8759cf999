// SPDX-License-Identifier: MIT
#include "ui/stories/storypanes.h"

#include "core/monitor.h"
#include "ui/boards/boardpane.h"
#include "ui/boards/boardwatch.h"
#include "ui/boards/watchboarddialog.h"
#include "ui/stories/chatpane.h"
#include "ui/stories/presencepane.h"

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
    , m_watch(new BoardWatch(monitor, m_boards->player(), this))
    , m_dialog(new WatchBoardDialog(&window))
{
    addDock(tr("Task Boards"), u"boardDock"_s, m_boards);
    addDock(tr("Chat"), u"chatDock"_s, m_chat);
    addDock(tr("Presence"), u"presenceDock"_s, m_presence);
    m_boards->setCanRead(monitor.hasInstance());
    m_chat->setCanSubscribe(monitor.hasInstance());
    m_presence->setCanSubscribe(monitor.hasInstance());
    connectPanes();
    connectWatch();
}

void StoryPanes::chooseBoard()
{
    m_docks.first()->show();
    m_docks.first()->raise();
    m_dialog->setReading();
    m_dialog->open();
    m_boardsRead = m_monitor.readTable(WatchBoardDialog::request());
}

void StoryPanes::connectPanes()
{
    connect(&m_monitor, &Monitor::rowsAppended, this, [this] {
        m_boards->player().appendRows();
        m_chat->appendRows();
        m_presence->appendRows();
    });
    connect(&m_monitor, &Monitor::rowsDropped, this, [this](Row first) {
        m_boards->player().dropRows(first);
    });
    connect(&m_monitor, &Monitor::statusChanged, this, &StoryPanes::showStatus);
    connect(m_boards, &BoardPane::rowRequested, this, &StoryPanes::showRow);
    connect(m_chat, &ChatPane::rowRequested, this, &StoryPanes::showRow);
    connect(m_presence, &PresencePane::rowRequested, this, &StoryPanes::showRow);
}

void StoryPanes::connectWatch()
{
    connect(m_boards, &BoardPane::watchRequested, this, &StoryPanes::chooseBoard);
    connect(&m_monitor,
            &Monitor::tableRead,
            this,
            [this](TableReadId id, const Result<TableRows> &rows) {
                if (id == m_boardsRead)
                    m_dialog->setBoards(rows);
            });
    connect(m_dialog, &WatchBoardDialog::boardChosen, this, [this](const QString &board) {
        m_boards->setBoard(board);
        m_boards->setReading(true);
        m_watch->watch(board);
    });
    connect(m_boards, &BoardPane::differenceRequested, this, [this](const QString &board) {
        m_boards->setReading(true);
        m_watch->read(board);
    });
    connect(
        m_watch, &BoardWatch::boardRead, this, [this](const BoardReading &reading, bool isFirst) {
            m_boards->addReading(reading, !isFirst);
        });
    connect(m_watch, &BoardWatch::failed, this, [this](const Error &error) {
        m_boards->showTrouble(error.text);
    });
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
