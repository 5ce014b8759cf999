// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/capture/capturetypes.h"
#include "ui/connection/windowidentity.h"
#include "ui/window/mainwindow.h"

#include <QStringList>

#include <chrono>

class QDockWidget;

namespace amb {

class Alerts;
class ChannelHabits;
class ChannelModel;
class ChannelPane;
class ConnectionBar;
class FilterBar;
class HistoryModel;
class HistoryPane;
class Inspector;
class MessageModel;
class MessageView;
class Monitor;
class NoticeBar;
class PinnedMessages;
class PublishPane;
class RateStrip;
class Shortcuts;
class SilenceNotice;
class StatusLine;
class StoryPanes;
class TrafficMeter;
class WindowActions;
class WindowDialogs;
class WindowState;

/// The parts of the window and the wires between them and the monitor.
class MainWindow::Private
{
public:
    Private(MainWindow &owner,
            Monitor &ownMonitor,
            QStringList channelNames,
            WindowIdentity whichInstance);

    void connectMonitor();
    void connectPanes();
    void connectMessages();
    void connectActions();
    void showStatus();
    void showCapture();
    void showSubscriptions() const;
    void showTraffic(std::chrono::microseconds sinceLast);
    void offerChannels();
    void moveFocus(int step);
    void openPublish() const;
    void subscribe(const ChannelPattern &pattern);
    void showRow(Row row) const;

    MainWindow &window;
    Monitor &monitor;
    WindowIdentity identity;
    QStringList knownChannels;
    quint32 offeredChannels = 0; ///< channels of the capture among those offered
    MessageModel *messages;
    ChannelModel *channels;
    ChannelHabits *habits;
    HistoryModel *history;
    TrafficMeter *meter;
    ConnectionBar *bar;
    NoticeBar *signInNotice;
    NoticeBar *recordingNotice;
    NoticeBar *rulesNotice;
    SilenceNotice *silenceNotice;
    FilterBar *filterBar;
    RateStrip *rateStrip;
    Alerts *alerts;
    MessageView *messageView;
    ChannelPane *channelPane;
    Inspector *inspector;
    PublishPane *publishPane;
    HistoryPane *historyPane;
    QDockWidget *channelDock = nullptr;
    QDockWidget *inspectorDock = nullptr;
    QDockWidget *publishDock = nullptr;
    QDockWidget *historyDock = nullptr;
    StoryPanes *stories = nullptr;
    PinnedMessages *pins = nullptr;
    StatusLine *statusLine;
    WindowActions *actions = nullptr;
    Shortcuts *keys = nullptr;
    WindowDialogs *dialogs;
    WindowState *state;

private:
    void buildCentre();
    void buildBar();
    QDockWidget *addDock(const QString &title,
                         const QString &objectName,
                         QWidget *content,
                         Qt::DockWidgetArea area);
};

} // namespace amb
