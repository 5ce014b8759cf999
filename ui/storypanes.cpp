// SPDX-License-Identifier: MIT
#include "ui/storypanes.h"

#include "core/monitor.h"
#include "ui/boardpane.h"

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
{
    addDock(tr("Task Boards"), u"boardDock"_s, m_boards);
    connect(
        &monitor, &Monitor::rowsAppended, m_boards, [this] { m_boards->player().appendRows(); });
    connect(&monitor, &Monitor::rowsDropped, m_boards, [this](Row first) {
        m_boards->player().dropRows(first);
    });
    connect(&monitor, &Monitor::statusChanged, this, &StoryPanes::noteGaps);
    connect(m_boards, &BoardPane::rowRequested, this, [this](Row row) {
        const QScopedValueRollback guard(m_isShowingRow, true);
        emit rowRequested(row);
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

void StoryPanes::noteGaps()
{
    const int gaps = m_monitor.status().gaps;
    if (gaps > m_gaps)
        m_boards->noteGap();
    m_gaps = gaps;
}

} // namespace amb
