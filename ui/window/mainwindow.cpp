// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "core/monitor.h"
#include "ui/alerts/alerts.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelpane.h"
#include "ui/channels/silencenotice.h"
#include "ui/chart/ratestrip.h"
#include "ui/connection/connectionbar.h"
#include "ui/connection/historymodel.h"
#include "ui/connection/historypane.h"
#include "ui/connection/productionframe.h"
#include "ui/connection/statusline.h"
#include "ui/connection/trafficmeter.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/pinnedmessages.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/scopebar.h"
#include "ui/publish/publishpane.h"
#include "ui/stories/storypanes.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/panefocus.h"
#include "ui/widgets/wording.h"
#include "ui/window/mainwindowprivate.h"
#include "ui/window/paneaction.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowdialogs.h"
#include "ui/window/windowstate.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

WindowIdentity named(WindowIdentity identity, const Monitor &monitor)
{
    if (identity.name.isEmpty())
        identity.name = monitor.address().displayName();
    if (identity.settingsName.isEmpty())
        identity.settingsName = monitor.address().displayName();
    return identity;
}

} // namespace

MainWindow::Private::Private(MainWindow &owner,
                             Monitor &ownMonitor,
                             QStringList channelNames,
                             WindowIdentity whichInstance)
    : window(owner)
    , monitor(ownMonitor)
    , identity(named(std::move(whichInstance), ownMonitor))
    , knownChannels(std::move(channelNames))
    , messages(new MessageModel(monitor.capture(), &owner))
    , channels(new ChannelModel(monitor.capture(), &owner))
    , habits(new ChannelHabits(identity.settingsName, &owner))
    , history(new HistoryModel(monitor.capture(), &owner))
    , meter(new TrafficMeter(monitor.capture(), &owner))
    , bar(new ConnectionBar(identity))
    , signInNotice(new NoticeBar)
    , recordingNotice(new NoticeBar)
    , rulesNotice(new NoticeBar)
    , silenceNotice(new SilenceNotice(*channels, *habits))
    , filterBar(new FilterBar(*messages))
    , rateStrip(new RateStrip(*meter, *messages))
    , alerts(new Alerts(owner, monitor, *messages, *meter))
    , messageView(new MessageView(*messages))
    , channelPane(new ChannelPane(*channels, *habits))
    , inspector(new Inspector(monitor.capture()))
    , publishPane(new PublishPane)
    , historyPane(new HistoryPane(
          *history, monitor.hasInstance() ? monitor.address().displayName() : identity.name))
    , statusLine(new StatusLine)
    , dialogs(new WindowDialogs(ownMonitor, owner))
    , state(new WindowState(owner, *messageView, *inspector, *publishPane))
{
    window.setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    messages->setHabits(*habits);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    buildBar();
    buildCentre();
    channelDock = addDock(tr("Channels"), u"channelDock"_s, channelPane, Qt::LeftDockWidgetArea);
    inspectorDock =
        addDock(tr("Inspector"), u"inspectorDock"_s, inspector, Qt::RightDockWidgetArea);
    publishDock = addDock(tr("Publish"), u"publishDock"_s, publishPane, Qt::BottomDockWidgetArea);
    historyDock = addDock(tr("History"), u"historyDock"_s, historyPane, Qt::BottomDockWidgetArea);
    window.tabifyDockWidget(publishDock, historyDock);
    publishDock->hide();
    historyDock->hide();
    window.statusBar()->addPermanentWidget(statusLine);
    stories = new StoryPanes(window, monitor);
    pins = new PinnedMessages(
        window, monitor.capture(), *inspector, *inspectorDock, monitor.address().site());
    actions = new WindowActions(window,
                                QList{channelDock, inspectorDock, publishDock, historyDock}
                                    + stories->docks() + QList{alerts->dock()},
                                *messageView);
    bar->addButton(&actions->paneAction(*publishDock));
    publishPane->setCapture(monitor.capture());
    publishPane->setUser(monitor.userName());
    publishPane->setInstance(identity);
    if (identity.isProduction)
        new ProductionFrame(&window);
}

void MainWindow::Private::showStatus()
{
    const ConnectionStatus status = monitor.status();
    bar->setStatus(status);
    actions->setStatus(status);
    historyPane->setStatus(status);
    channels->setConnection(status);
    channelPane->updateQuiet();
    publishPane->setConnected(status.state == ConnectionState::Connected);
    if (status.state == ConnectionState::Connected)
        signInNotice->hide();
    else if (status.ended && !status.trouble.isEmpty()
             && (signInNotice->isHidden() || signInNotice->text() != status.trouble))
        signInNotice->showNotice(status.trouble, tr("&Try Again"));
    const QString name =
        identity.isProduction ? tr("%1 (production)").arg(identity.name) : identity.name;
    window.setWindowTitle(tr("%1 – %2 – AMB Monitor").arg(name, sayState(status).word));
    messageView->setEmptyText(
        status.state == ConnectionState::Disconnected
            ? tr("Not connected. Choose Connection, Connect to begin.")
            : tr("No messages yet. They appear here as soon as the instance answers."));
}

/// Instead of showStatus(), once: rows are there already, and no state will change.
void MainWindow::Private::showCapture()
{
    constexpr qsizetype secondsEnd = 19; // of a full time
    const CaptureStore &store = monitor.capture();
    const Row first = store.firstRow();
    const qint64 count = store.endRow() - first;
    QString text = tr("Read only, not connected.");
    if (count > 0) {
        text = tr("Read only, not connected. Recorded from %1 to %2.")
                   .arg(fullTimeText(store.info(first).time).left(secondsEnd),
                        fullTimeText(store.info(first + (count - 1)).time).left(secondsEnd));
        messageView->setFollowing(false); // one reads it from its beginning
        messages->appendRows(first, count);
        history->appendRows(first, count);
        messageView->scrollToTop();
    }
    bar->showCapture(text);
    const auto showRecorded = [this, &store] {
        statusLine->setRecorded(store.endRow() - store.firstRow(), store.storedBytes());
    };
    showRecorded();
    // What was damaged in it is told by a row of its own.
    QObject::connect(&monitor, &Monitor::rowsAppended, &window, showRecorded);
    actions->showCapture();
    channelPane->showCapture();
    historyPane->showCapture();
    rateStrip->showCapture();
    publishDock->hide();
    actions->paneAction(*publishDock).setOffered(false);
    window.setWindowTitle(tr("%1 – Capture – AMB Monitor").arg(identity.name));
    messageView->setEmptyText(tr("There is no message in this capture."));
    statusLine->setGaps(history->gapCount());
}

void MainWindow::Private::showSubscriptions() const
{
    const QList<SubscriptionInfo> subscriptions = monitor.subscriptions();
    channels->setSubscriptions(subscriptions);
    QList<ChannelPattern> served;
    for (const SubscriptionInfo &info : subscriptions) {
        if (info.state == SubscriptionState::Subscribed)
            served.append(info.pattern);
    }
    publishPane->setSubscriptions(served);
    channelPane->updateQuiet();
    const auto refused =
        int(std::count_if(subscriptions.cbegin(), subscriptions.cend(), [](const auto &info) {
            return info.state == SubscriptionState::Refused;
        }));
    statusLine->setRefused(monitor.hasInstance() ? refused : history->refusedCount());
}

void MainWindow::Private::showTraffic(std::chrono::microseconds sinceLast)
{
    const CaptureStore &store = monitor.capture();
    bar->setTraffic(*meter);
    channels->sample(sinceLast);
    statusLine->setRecorded(store.endRow() - store.firstRow(), store.storedBytes());
    if (store.channelCount() != offeredChannels)
        offerChannels();
}

void MainWindow::Private::offerChannels()
{
    if (!monitor.hasInstance())
        return; // nothing can be subscribed to
    const CaptureStore &store = monitor.capture();
    QStringList offered = knownChannels + state->recentChannels();
    offeredChannels = store.channelCount();
    for (quint32 id = 0; id < offeredChannels; ++id) {
        const QByteArray name = store.channelName(ChannelId(id));
        if (!name.isEmpty() && !name.startsWith("/meta/"))
            offered.append(QString::fromUtf8(name));
    }
    offered.removeDuplicates();
    channelPane->setKnownChannels(offered);
    publishPane->setKnownChannels(offered);
}

void MainWindow::Private::moveFocus(int step)
{
    QList<QWidget *> panes{
        bar, channelPane, filterBar, messageView, inspector, publishPane, historyPane};
    for (const QDockWidget *dock : stories->docks() + pins->docks())
        panes.append(dock->widget());
    amb::moveFocus(panes, window.focusWidget(), step);
}

void MainWindow::Private::openPublish() const
{
    publishDock->show();
    publishDock->raise();
    publishPane->focusField();
}

void MainWindow::Private::showRow(Row row) const
{
    if (messageView->goToRow(row))
        messageView->setFocus();
    else
        window.statusBar()->showMessage(
            tr("This row is not in the list any more: the oldest rows are dropped when the "
               "recording gets too large."),
            8000);
}

void MainWindow::Private::subscribe(const ChannelPattern &pattern)
{
    state->addRecentChannel(pattern.toString());
    channelPane->expect(pattern);
    monitor.subscribe(pattern);
}

void MainWindow::Private::buildCentre()
{
    signInNotice->setObjectName(u"signInNotice"_s);
    recordingNotice->setObjectName(u"recordingNotice"_s);
    rulesNotice->setObjectName(u"rulesNotice"_s);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(signInNotice);
    layout->addWidget(recordingNotice);
    layout->addWidget(rulesNotice);
    layout->addWidget(alerts->notice());
    layout->addWidget(silenceNotice);
    layout->addWidget(filterBar);
    layout->addWidget(rateStrip);
    layout->addWidget(new ScopeBar(*messages, *channels, *habits));
    layout->addWidget(messageView, 1);
    window.setCentralWidget(centre);
}

void MainWindow::Private::buildBar()
{
    bar->setObjectName(u"connectionBar"_s);
    auto *toolBar = new QToolBar(tr("Connection"));
    toolBar->setObjectName(u"connectionToolBar"_s);
    toolBar->setMovable(false);
    toolBar->setFloatable(false);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar->toggleViewAction()->setVisible(false);
    bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    toolBar->addWidget(bar);
    window.addToolBar(Qt::TopToolBarArea, toolBar);
}

QDockWidget *MainWindow::Private::addDock(const QString &title,
                                          const QString &objectName,
                                          QWidget *content,
                                          Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, &window);
    dock->setObjectName(objectName);
    dock->setWidget(content);
    window.addDockWidget(area, dock);
    return dock;
}

MainWindow::MainWindow(Monitor &monitor,
                       const QStringList &knownChannels,
                       const WindowIdentity &identity,
                       QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, monitor, knownChannels, identity))
{
    setObjectName(u"mainWindow"_s);
    d->connectMonitor();
    d->connectPanes();
    d->connectActions();
    d->state->restore();
    d->offerChannels();
    if (monitor.hasInstance())
        d->showStatus();
    else
        d->showCapture();
    d->showSubscriptions();
    d->messageView->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::setDecoders(const std::shared_ptr<const Decoders> &decoders,
                             const QStringList &errors)
{
    d->messages->setDecoders(decoders);
    d->pins->setDecoders(decoders);
    if (!errors.isEmpty())
        d->rulesNotice->showNotice(errors.join(u'\n'), tr("&Dismiss"));
}

const WindowIdentity &MainWindow::identity() const
{
    return d->identity;
}

void MainWindow::setRecent(const QList<RecentInstance> &instances)
{
    d->actions->setRecent(instances);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        d->state->takeOver();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->state->save();
    QMainWindow::closeEvent(event);
    emit closed();
}

} // namespace amb
