// SPDX-License-Identifier: MIT
#include "core/monitor.h"
#include "ui/alerts/alerts.h"
#include "ui/alerts/alertwatch.h"
#include "ui/captures/capturechooser.h"
#include "ui/captures/messagesaver.h"
#include "ui/channels/channelpane.h"
#include "ui/channels/silencenotice.h"
#include "ui/chart/ratestrip.h"
#include "ui/connection/connectionbar.h"
#include "ui/connection/historymodel.h"
#include "ui/connection/historypane.h"
#include "ui/connection/statusline.h"
#include "ui/connection/trafficmeter.h"
#include "ui/filter/filterhelp.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/pinnedmessages.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messageactions.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/messagezoom.h"
#include "ui/publish/publishpane.h"
#include "ui/stories/storypanes.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/panefocus.h"
#include "ui/widgets/wording.h"
#include "ui/window/commandpalette.h"
#include "ui/window/helpdialogs.h"
#include "ui/window/mainwindowprivate.h"
#include "ui/window/shortcutdialog.h"
#include "ui/window/shortcuts.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowdialogs.h"
#include "ui/window/windowstate.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace amb {

void MainWindow::Private::connectMonitor()
{
    QObject::connect(&monitor, &Monitor::statusChanged, &window, [this] { showStatus(); });
    QObject::connect(
        &monitor, &Monitor::subscriptionsChanged, &window, [this] { showSubscriptions(); });
    QObject::connect(&monitor, &Monitor::rowsAppended, messages, &MessageModel::appendRows);
    QObject::connect(&monitor, &Monitor::rowsAppended, history, &HistoryModel::appendRows);
    QObject::connect(history, &HistoryModel::gapsChanged, &window, [this] {
        statusLine->setGaps(history->gapCount());
    });
    QObject::connect(&monitor, &Monitor::rowsDropped, messages, &MessageModel::dropRows);
    QObject::connect(&monitor, &Monitor::rowsAppended, publishPane, &PublishPane::readRows);
    QObject::connect(&monitor, &Monitor::publishFinished, publishPane, &PublishPane::showOutcome);
    QObject::connect(&monitor, &Monitor::recordingFailed, &window, [this](const Error &error) {
        recordingNotice->showNotice(error.text);
        statusLine->setRecordingFailed(true);
    });
    QObject::connect(&monitor, &Monitor::signInFailed, &window, [this](const Error &error) {
        const bool isUnreachable = error.kind == ErrorKind::Network;
        signInNotice->showNotice(error.text,
                                 tr("&Try Again"),
                                 isUnreachable ? tr("Chan&ge Address…") : tr("Change Si&gn-In…"));
        bar->setTold(error.text);
    });
    QObject::connect(
        signInNotice, &NoticeBar::otherRequested, &window, &MainWindow::signInRequested);
    QObject::connect(signInNotice, &NoticeBar::actionRequested, &window, [this] {
        signInNotice->hide();
        bar->setTold({});
        monitor.reconnectNow();
    });
    QObject::connect(rulesNotice, &NoticeBar::actionRequested, rulesNotice, &NoticeBar::hide);
    QObject::connect(&silenceNotice->watch(),
                     &SilenceWatch::silenceNoticed,
                     &alerts->watch(),
                     [this](const QString &channel, std::chrono::microseconds duration) {
                         alerts->watch().noticeSilence(
                             channel, std::chrono::floor<std::chrono::seconds>(duration));
                     });
    QObject::connect(silenceNotice,
                     &SilenceNotice::noteRequested,
                     &monitor,
                     [this](const auto &text) { monitor.addNote(NoteKind::Silence, text); });
    QObject::connect(
        meter, &TrafficMeter::sampled, &window, [this](auto sinceLast) { showTraffic(sinceLast); });
}

void MainWindow::Private::connectPanes()
{
    QObject::connect(channelPane,
                     &ChannelPane::subscribeRequested,
                     &window,
                     [this](const auto &pattern) { subscribe(pattern); });
    QObject::connect(dialogs,
                     &WindowDialogs::subscribeRequested,
                     &window,
                     [this](const auto &pattern) { subscribe(pattern); });
    QObject::connect(channelPane, &ChannelPane::discoverRequested, &window, [this] {
        dialogs->openDiscovery();
    });
    QObject::connect(
        channelPane, &ChannelPane::unsubscribeRequested, &monitor, &Monitor::unsubscribe);
    QObject::connect(channelPane,
                     &ChannelPane::watchRequested,
                     &window,
                     [this](const QString &start) { dialogs->openWatch(start); });
    QObject::connect(
        channelPane, &ChannelPane::publishRequested, &window, [this](const QString &channel) {
            publishPane->setTexts(channel, publishPane->dataText());
            openPublish();
        });
    QObject::connect(publishPane,
                     &PublishPane::publishRequested,
                     &window,
                     [this](const ChannelName &channel, const QByteArray &data) {
                         publishPane->addSent(monitor.publish(channel, data), channel);
                     });
    QObject::connect(
        publishPane, &PublishPane::rowRequested, &window, [this](Row row) { showRow(row); });
    QObject::connect(stories, &StoryPanes::rowRequested, messageView, &MessageView::showRow);
    QObject::connect(statusLine, &StatusLine::gapRequested, &window, [this] {
        if (const auto gap = history->gapAfter(messageView->currentRow()))
            showRow(*gap);
    });
    QObject::connect(statusLine, &StatusLine::refusedRequested, &window, [this] {
        if (monitor.hasInstance()) {
            channelDock->show();
            channelDock->raise();
            channelPane->goToRefused();
        } else if (const auto refusal = history->refusalAfter(messageView->currentRow())) {
            showRow(*refusal);
        }
    });
    QObject::connect(alerts, &Alerts::rowRequested, &window, [this](Row row) { showRow(row); });
    QObject::connect(
        historyPane, &HistoryPane::rowRequested, &window, [this](Row row) { showRow(row); });
    QObject::connect(
        historyPane, &HistoryPane::reconnectRequested, &monitor, &Monitor::reconnectNow);
    QObject::connect(
        bar, &ConnectionBar::doctorRequested, &window, [this] { dialogs->openDoctor(); });
    QObject::connect(bar, &ConnectionBar::retryRequested, &monitor, &Monitor::reconnectNow);
    QObject::connect(
        bar, &ConnectionBar::tryWebSocketRequested, &monitor, &Monitor::tryWebSocketNow);
    QObject::connect(
        bar, &ConnectionBar::preferenceRequested, &monitor, &Monitor::setTransportPreference);
}

/// The list of messages: its menu, what narrows it, and what shows its current message.
void MainWindow::Private::connectMessages()
{
    auto *list = new MessageActions(*actions->messages, *messageView, *messages, [this] {
        return CommandTarget{monitor.address().bayeuxUrl().toString(),
                             monitor.address().bayeuxUrl(),
                             monitor.status().clientId};
    });
    QObject::connect(list, &MessageActions::pinRequested, pins, &PinnedMessages::pinRow);
    QObject::connect(list, &MessageActions::compareRequested, pins, &PinnedMessages::compareWith);
    QObject::connect(
        pins, &PinnedMessages::rowRequested, &window, [this](Row row) { showRow(row); });
    QObject::connect(list, &MessageActions::filterRequested, filterBar, &FilterBar::narrow);
    QObject::connect(inspector, &Inspector::filterRequested, filterBar, &FilterBar::narrow);
    QObject::connect(pins, &PinnedMessages::filterRequested, filterBar, &FilterBar::narrow);
    const auto addColumn = [this](const QString &path) {
        const QString problem = messages->addOwnColumn(path);
        if (!problem.isEmpty())
            window.statusBar()->showMessage(problem, 8000);
    };
    QObject::connect(inspector, &Inspector::columnRequested, &window, addColumn);
    QObject::connect(pins, &PinnedMessages::columnRequested, &window, addColumn);
    QObject::connect(messageView, &MessageView::currentRowChanged, inspector, [this] {
        // A message that was dropped stays to be read.
        if (const auto row = messageView->currentRow())
            inspector->setRow(row);
        stories->showSubjectOf(messageView->currentRow());
    });
    QObject::connect(
        messageView, &MessageView::copyRefused, &window, [this](int selected, int most) {
            window.statusBar()->showMessage(
                tr("%1 messages are selected; at most %2 can be taken at once.")
                    .arg(numberText(selected), numberText(most)),
                8000);
        });
    QObject::connect(messageView, &MessageView::nothingToCopy, &window, [this] {
        window.statusBar()->showMessage(
            tr("Nothing copied: only events and publishes can be sent again by a command."), 8000);
    });
    QObject::connect(filterBar, &FilterBar::leaveRequested, messageView, [this] {
        messageView->setFocus(Qt::OtherFocusReason);
    });
    QObject::connect(
        channelPane, &ChannelPane::filterRequested, filterBar, &FilterBar::showChannels);
}

void MainWindow::Private::connectActions()
{
    const auto on = [this](const QAction *action, auto &&slot) {
        QObject::connect(action, &QAction::triggered, &window, slot);
    };
    on(actions->openInstance, [this] { emit window.openInstanceRequested(); });
    on(actions->closeWindow, [this] { window.close(); });
    on(actions->quit, [this] { emit window.quitRequested(); });
    QObject::connect(
        actions, &WindowActions::openRecentRequested, &window, &MainWindow::openRecentRequested);
    auto *chooser = new CaptureChooser(window);
    on(actions->openCapture, [chooser] { chooser->ask(); });
    QObject::connect(chooser, &CaptureChooser::chosen, &window, &MainWindow::openCaptureRequested);
    auto *saver = new MessageSaver(*actions->save, *messageView, identity.name);
    QObject::connect(saver, &MessageSaver::said, &window, [this](const QString &text) {
        window.statusBar()->showMessage(text, 8000);
    });
    on(actions->subscribe, [this] {
        channelDock->show();
        channelPane->focusField();
    });
    on(actions->discover, [this] { dialogs->openDiscovery(); });
    on(actions->watchRecords, [this] { dialogs->openWatch(); });
    on(actions->watchBoard, [this] { stories->chooseBoard(); });
    on(actions->publish, [this] { openPublish(); });
    on(actions->filter, [this] { filterBar->focusField(); });
    rateStrip->followAction(*actions->chart);
    on(actions->nextPane, [this] { moveFocus(1); });
    on(actions->previousPane, [this] { moveFocus(-1); });
    on(actions->resetLayout, [this] { state->reset(); });
    on(actions->connectionDetails, [this] { bar->openDetails(); });
    on(actions->doctor, [this] { dialogs->openDoctor(); });
    on(actions->start, [this] { monitor.start(); });
    on(actions->stop, [this] { monitor.stop(); });
    on(actions->reconnect, [this] { monitor.reconnectNow(); });
    on(actions->tryWebSocket, [this] { monitor.tryWebSocketNow(); });
    on(actions->shortcuts, [this] { (new ShortcutDialog(*keys, &window))->open(); });
    on(actions->filterHelp, [this] {
        auto *help = new FilterHelp(&window);
        QObject::connect(help, &FilterHelp::exampleChosen, filterBar, &FilterBar::setFilterText);
        help->show();
    });
    on(actions->palette, [this] { (new CommandPalette(window))->open(); });
    on(actions->about, [this] { showAbout(&window); });
    QObject::connect(
        actions, &WindowActions::preferenceRequested, &monitor, &Monitor::setTransportPreference);
    actions->messages->addAction(alerts->editAction());
    actions->messages->addSeparator();
    connectMessages();
    actions->view->addActions((new MessageZoom(*messageView, *inspector))->actions());
    keys = new Shortcuts(window); // all actions are there
}

} // namespace amb
