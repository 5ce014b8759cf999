// SPDX-License-Identifier: MIT
#include "ui/window/windowactions.h"

#include "ui/widgets/actionlist.h"
#include "ui/widgets/swatch.h"
#include "ui/widgets/wording.h"
#include "ui/window/paneaction.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace amb {

WindowActions::WindowActions(QMainWindow &window, const QList<QDockWidget *> &panes, QWidget &home)
    : QObject(&window)
    , m_window(window)
    , m_preferences(new QActionGroup(this))
{
    buildFileMenu();
    buildViewMenu(panes, home);
    messages = m_window.menuBar()->addMenu(tr("&Messages"));
    messages->setObjectName(u"messagesMenu"_s);
    buildConnectionMenu();
    buildHelpMenu();
}

void WindowActions::setStatus(const ConnectionStatus &status)
{
    const bool isDown = status.state == ConnectionState::Disconnected && !status.signingIn;
    start->setEnabled(isDown);
    stop->setEnabled(!isDown && status.state != ConnectionState::Disconnecting);
    reconnect->setEnabled(isDown || status.state == ConnectionState::Waiting);
    tryWebSocket->setEnabled(
        status.transport == TransportType::LongPolling && status.state == ConnectionState::Connected
        && status.preference == TransportPreference::Automatic && !status.tryingWebSocket);
    const QList<QAction *> preferences = m_preferences->actions();
    for (QAction *action : preferences)
        action->setChecked(action->data().toInt() == int(status.preference));
}

void WindowActions::showCapture()
{
    for (QAction *action : {subscribe,
                            discover,
                            watchRecords,
                            watchBoard,
                            publish,
                            connectionDetails,
                            doctor,
                            start,
                            stop,
                            reconnect,
                            tryWebSocket})
        action->setEnabled(false);
    m_preferences->setEnabled(false);
}

void WindowActions::setRecent(const QList<RecentInstance> &instances)
{
    m_recent->clear();
    for (const RecentInstance &instance : instances) {
        const QString name = menuText(instance.name);
        QAction *action =
            m_recent->addAction(swatchIcon(instance.colour),
                                instance.isProduction ? tr("%1 (production)").arg(name) : name);
        connect(action, &QAction::triggered, this, [this, id = instance.id] {
            emit openRecentRequested(id);
        });
    }
    m_recent->setEnabled(!instances.isEmpty());
}

QAction *WindowActions::make(const QString &text,
                             const QString &objectName,
                             const QKeySequence &key)
{
    auto *action = new QAction(text, &m_window);
    action->setObjectName(objectName);
    action->setShortcut(key);
    return action;
}

void WindowActions::buildFileMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    subscribe = make(tr("&Subscribe…"), u"actionSubscribe"_s, Qt::CTRL | Qt::Key_L);
    discover = make(tr("&Discover Channels…"), u"actionDiscover"_s, Qt::CTRL | Qt::Key_D);
    watchRecords =
        make(tr("&Watch Records…"), u"actionWatchRecords"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    watchBoard = make(tr("Watch a Task &Board…"), u"actionWatchBoard"_s, Qt::CTRL | Qt::Key_B);
    publish = make(tr("&Publish…"), u"actionPublish"_s, Qt::CTRL | Qt::Key_P);
    openInstance = make(tr("Open &Instance…"),
                        u"actionOpenInstance"_s,
                        standardKey(QKeySequence::New, Qt::CTRL | Qt::Key_N));
    openCapture = make(tr("&Open Capture…"),
                       u"actionOpenCapture"_s,
                       standardKey(QKeySequence::Open, Qt::CTRL | Qt::Key_O));
    closeWindow = make(tr("&Close Window"),
                       u"actionCloseWindow"_s,
                       standardKey(QKeySequence::Close, Qt::CTRL | Qt::Key_W));
    quit =
        make(tr("&Quit"), u"actionQuit"_s, standardKey(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    menu->addAction(openInstance);
    m_recent = menu->addMenu(tr("Open &Recent"));
    m_recent->setObjectName(u"recentMenu"_s);
    m_recent->setEnabled(false);
    menu->addAction(openCapture);
    save = menu->addMenu(tr("Sa&ve Messages"));
    save->setObjectName(u"saveMenu"_s);
    menu->addSeparator();
    menu->addAction(subscribe);
    menu->addAction(discover);
    menu->addAction(watchRecords);
    menu->addAction(watchBoard);
    menu->addAction(publish);
    menu->addSeparator();
    menu->addAction(closeWindow);
    menu->addAction(quit);
}

void WindowActions::buildViewMenu(const QList<QDockWidget *> &panes, QWidget &home)
{
    QMenu *menu = view = m_window.menuBar()->addMenu(tr("&View"));
    int number = 1;
    for (QDockWidget *pane : panes) {
        auto *toggle = new PaneAction(*pane, home);
        toggle->setShortcut(Qt::ALT | Qt::Key(Qt::Key_0 + number++));
        menu->addAction(toggle);
        m_panes.insert(pane, toggle);
    }
    menu->addSeparator();
    filter = make(tr("F&ilter Messages"), u"actionFilter"_s, QKeySequence::Find);
    chart = make(tr("&Chart of Messages a Second"), u"actionChart"_s);
    menu->addActions({filter, chart});
    menu->addSeparator();
    nextPane = make(tr("&Next Pane"), u"actionNextPane"_s, Qt::Key_F6);
    previousPane = make(tr("&Previous Pane"), u"actionPreviousPane"_s, Qt::SHIFT | Qt::Key_F6);
    resetLayout = make(tr("&Reset Layout"), u"actionResetLayout"_s);
    menu->addActions({nextPane, previousPane, resetLayout});
    menu->addSeparator();
}

PaneAction &WindowActions::paneAction(const QDockWidget &pane) const
{
    return *m_panes.value(&pane);
}

void WindowActions::buildConnectionMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Connection"));
    connectionDetails = make(tr("&Details…"), u"actionDetails"_s, Qt::CTRL | Qt::Key_I);
    start = make(tr("&Connect"), u"actionStart"_s);
    stop = make(tr("D&isconnect"), u"actionStop"_s);
    reconnect = make(
        tr("&Retry Now"), u"actionReconnect"_s, standardKey(QKeySequence::Refresh, Qt::Key_F5));
    tryWebSocket = make(tr("Try &WebSocket Now"), u"actionTryWebSocket"_s, Qt::CTRL | Qt::Key_T);
    doctor = make(tr("Connection D&octor…"), u"actionDoctor"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    menu->addActions({connectionDetails, doctor});
    menu->addSeparator();
    menu->addActions({start, stop, reconnect});
    menu->addSection(tr("Transport"));
    for (const auto preference : {TransportPreference::Automatic,
                                  TransportPreference::WebSocketOnly,
                                  TransportPreference::LongPollingOnly}) {
        auto *action = new QAction(preferenceText(preference), m_preferences);
        action->setObjectName(u"actionPreference%1"_s.arg(int(preference)));
        action->setCheckable(true);
        action->setData(int(preference));
        menu->addAction(action);
    }
    connect(m_preferences, &QActionGroup::triggered, this, [this](const QAction *action) {
        emit preferenceRequested(TransportPreference(action->data().toInt()));
    });
    menu->addAction(tryWebSocket);
}

void WindowActions::buildHelpMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    shortcuts = make(tr("&Keyboard Shortcuts…"),
                     u"actionShortcuts"_s,
                     standardKey(QKeySequence::HelpContents, Qt::Key_F1));
    about = make(tr("&About AMB Monitor"), u"actionAbout"_s);
    about->setMenuRole(QAction::AboutRole);
    palette = make(tr("&Commands…"), u"actionPalette"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    filterHelp = make(tr("&Filter Language…"), u"actionFilterHelp"_s);
    menu->addActions({palette, shortcuts, filterHelp, about});
}

} // namespace amb
