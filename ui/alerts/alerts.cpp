// SPDX-License-Identifier: MIT
#include "ui/alerts/alerts.h"

#include "core/monitor.h"
#include "ui/alerts/alertdialog.h"
#include "ui/alerts/alertspane.h"
#include "ui/alerts/alertwatch.h"
#include "ui/alerts/desktopnotice.h"
#include "ui/connection/trafficmeter.h"
#include "ui/messages/messagemodel.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace amb {

Alerts::Alerts(QMainWindow &window,
               const Monitor &monitor,
               const MessageModel &messages,
               const TrafficMeter &meter)
    : QObject(&window)
    , m_window(window)
    , m_list(new AlertModel(this))
    , m_watch(new AlertWatch(
          monitor.capture(),
          m_rules,
          [&messages](Row row) { return messages.decoded(row).sentence; },
          this))
    , m_pane(new AlertsPane(*m_list))
    , m_desktop(new DesktopNotice(window))
    , m_notice(new NoticeBar)
    , m_dock(new QDockWidget(tr("Alerts"), &window))
    , m_edit(new QAction(tr("Al&erts…"), this))
{
    m_edit->setObjectName(u"actionAlerts"_s);
    m_notice->setObjectName(u"alertNotice"_s);
    m_dock->setObjectName(u"alertsDock"_s);
    m_dock->setWidget(m_pane);
    m_dock->hide();
    window.addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_pane->setHasRules(!m_rules.all().isEmpty());
    connect(&m_rules, &AlertRules::changed, this, [this] {
        m_pane->setHasRules(!m_rules.all().isEmpty());
    });
    connect(m_edit, &QAction::triggered, this, &Alerts::openDialog);
    connect(m_pane, &AlertsPane::rulesRequested, this, &Alerts::openDialog);
    connect(m_pane, &AlertsPane::rowRequested, this, &Alerts::rowRequested);
    connect(m_watch, &AlertWatch::raised, this, &Alerts::take);
    connect(&monitor, &Monitor::rowsAppended, m_watch, &AlertWatch::follow);
    connect(&monitor, &Monitor::statusChanged, m_watch, [this, &monitor] {
        m_watch->setStatus(monitor.status());
    });
    m_watch->setStatus(monitor.status());
    connect(&meter, &TrafficMeter::sampled, m_watch, [this] { m_watch->checkSilence(now()); });
    connect(m_desktop, &DesktopNotice::clicked, this, &Alerts::showList);
    connect(m_notice, &NoticeBar::actionRequested, this, &Alerts::showList);
    connect(m_notice, &NoticeBar::otherRequested, m_notice, &NoticeBar::hide);
    m_noticeEnds.setSingleShot(true);
    m_noticeEnds.setInterval(std::chrono::seconds(20));
    connect(&m_noticeEnds, &QTimer::timeout, m_notice, &NoticeBar::hide);
}

void Alerts::openDialog()
{
    if (!m_dialog) {
        m_dialog = new AlertDialog(m_rules, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Alerts::take(const Alert &alert)
{
    m_list->add(alert);
    m_noticed = alert.row;
    if (m_desktop->show(alert.rule, alert.text) || alert.isSaid)
        return;
    m_notice->showNotice(tr("%1: %2").arg(alert.rule, DesktopNotice::harmless(alert.text)),
                         tr("&Show"),
                         tr("&Dismiss"));
    m_noticeEnds.start();
}

void Alerts::showList()
{
    m_notice->hide();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    m_dock->show();
    m_dock->raise();
    if (m_noticed)
        emit rowRequested(*m_noticed);
}

} // namespace amb
