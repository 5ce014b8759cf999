// SPDX-License-Identifier: MIT
#pragma once

#include "ui/alerts/alertmodel.h"
#include "ui/alerts/alertrules.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QDockWidget;
class QMainWindow;

namespace amb {

class AlertDialog;
class AlertWatch;
class AlertsPane;
class DesktopNotice;
class MessageModel;
class Monitor;
class NoticeBar;
class TrafficMeter;

/// The alerts of a window: rules, the watch that applies them, the list, and the notifications.
class Alerts : public QObject
{
    Q_OBJECT

public:
    /// Adds the pane to the window. All of them must outlive it.
    Alerts(QMainWindow &window,
           const Monitor &monitor,
           const MessageModel &messages,
           const TrafficMeter &meter);

    [[nodiscard]] QDockWidget *dock() const { return m_dock; }
    /// Stands above the messages when the desktop shows no notifications.
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] QAction *editAction() const { return m_edit; }
    [[nodiscard]] AlertWatch &watch() const { return *m_watch; }
    [[nodiscard]] AlertRules &rules() { return m_rules; }
    [[nodiscard]] const AlertModel &list() const { return *m_list; }

signals:
    /// A message is to be shown in the list.
    void rowRequested(amb::Row row);

private:
    void openDialog();
    void take(const Alert &alert);
    void showList();

    QMainWindow &m_window;
    AlertRules m_rules;
    AlertModel *m_list;
    AlertWatch *m_watch;
    AlertsPane *m_pane;
    DesktopNotice *m_desktop;
    NoticeBar *m_notice;
    QDockWidget *m_dock;
    QAction *m_edit;
    QPointer<AlertDialog> m_dialog;
    QTimer m_noticeEnds; ///< it goes like a notification; the list keeps what it said
    std::optional<Row> m_noticed; ///< the message that the notice is about
};

} // namespace amb
