// SPDX-License-Identifier: MIT
#include "ui/windowstate.h"

#include "core/publishtemplate.h"
#include "ui/highlighters.h"
#include "ui/inspector.h"
#include "ui/messagemodel.h"
#include "ui/messageview.h"
#include "ui/publishpane.h"
#include "ui/rawpage.h"

#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Of the saved state of docks and tool bars; a new number forgets the old places.
constexpr int stateVersion = 1;
constexpr qsizetype mostRecentChannels = 30;
constexpr QSize usualSize(1680, 1000);

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;
constexpr auto columnsKey = "messages/columns"_L1;
constexpr auto ownColumnsKey = "messages/ownColumns"_L1;
constexpr auto heartbeatsKey = "messages/heartbeats"_L1;
constexpr auto timeFormKey = "messages/timeForm"_L1;
constexpr auto utcKey = "messages/utc"_L1;
constexpr auto highlightersKey = "messages/highlighters"_L1;
constexpr auto tabKey = "inspector/tab"_L1;
constexpr auto wrapKey = "inspector/wrap"_L1;
constexpr auto publishChannelKey = "publish/channel"_L1;
constexpr auto publishDataKey = "publish/data"_L1;
constexpr auto recentKey = "channels/recent"_L1;

} // namespace

WindowState::WindowState(QMainWindow &window,
                         MessageView &messages,
                         Inspector &inspector,
                         PublishPane &publish)
    : QObject(&window)
    , m_window(window)
    , m_messages(messages)
    , m_inspector(inspector)
    , m_publish(publish)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &WindowState::save);
}

void WindowState::restore()
{
    const OwnColumns own = OwnColumns::restored(m_settings.value(ownColumnsKey).toByteArray());
    for (qsizetype i = 0; i < own.count(); ++i)
        m_messages.messages().addOwnColumn(own.at(i));
    const bool isPlaced = m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    const QSize room = m_window.screen()->availableSize();
    if (!isPlaced)
        m_window.resize(usualSize.boundedTo(room * 0.9));
    if (!m_window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion))
        placePanes();
    else if (!isPlaced) // left on a screen of another size: what was shown stays, the widths do not
        fitPanes();
    // Not sooner: a window that is maximised gets the widths of the restored state once more.
    if (!isPlaced && room.width() < usualSize.width())
        m_window.setWindowState(Qt::WindowMaximized);
    // A header takes any number of columns; only ours fits.
    QHeaderView *header = m_messages.horizontalHeader();
    const QByteArray defaultColumns = header->saveState();
    if (header->restoreState(m_settings.value(columnsKey).toByteArray())
        && header->count() != m_messages.model()->columnCount())
        header->restoreState(defaultColumns);
    restoreMessages();
    const int tab = m_settings.value(tabKey).toInt();
    if (tab >= 0 && tab < m_inspector.tabs().count())
        m_inspector.tabs().setCurrentIndex(tab);
    m_inspector.rawPage().setWraps(m_settings.value(wrapKey, true).toBool());
    m_publish.setTexts(m_settings.value(publishChannelKey).toString(),
                       m_settings.value(publishDataKey).toString());

    const auto changed = [this] {
        scheduleSave();
    };
    m_window.installEventFilter(this);
    const auto docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        dock->installEventFilter(this);
        connect(dock, &QDockWidget::visibilityChanged, this, changed);
    }
    connect(header, &QHeaderView::sectionResized, this, changed);
    connect(header, &QHeaderView::sectionMoved, this, changed);
    connect(&m_inspector.tabs(), &QTabWidget::currentChanged, this, changed);
    connect(&m_inspector.rawPage(), &RawPage::wrapsChanged, this, changed);
    connect(&m_publish, &PublishPane::textsChanged, this, changed);
}

void WindowState::save()
{
    m_timer.stop();
    m_settings.setValue(geometryKey, m_window.saveGeometry());
    m_settings.setValue(stateKey, m_window.saveState(stateVersion));
    m_settings.setValue(columnsKey, m_messages.horizontalHeader()->saveState());
    saveMessages();
    m_settings.setValue(tabKey, m_inspector.tabs().currentIndex());
    m_settings.setValue(wrapKey, m_inspector.rawPage().wraps());
    m_settings.setValue(publishChannelKey, m_publish.channelText());
    const QString data = m_publish.dataText();
    m_settings.setValue(publishDataKey, mayHoldSecret(data) ? QString() : data);
    m_settings.sync();
}

void WindowState::restoreMessages()
{
    MessageModel &messages = m_messages.messages();
    messages.setShowsHeartbeats(m_settings.value(heartbeatsKey).toBool());
    const int form = m_settings.value(timeFormKey).toInt();
    if (form >= 0 && form <= int(TimeStyle::Form::SincePrevious))
        messages.setTimeStyle({TimeStyle::Form(form), m_settings.value(utcKey).toBool()});
    messages.highlighters().restore(m_settings.value(highlightersKey).toByteArray());
    connect(&messages, &QAbstractItemModel::headerDataChanged, this, &WindowState::scheduleSave);
    connect(&messages, &QAbstractItemModel::columnsInserted, this, &WindowState::scheduleSave);
    connect(&messages, &QAbstractItemModel::columnsRemoved, this, &WindowState::scheduleSave);
    connect(&messages, &QAbstractItemModel::modelReset, this, &WindowState::scheduleSave);
    connect(&messages.highlighters(), &Highlighters::changed, this, &WindowState::scheduleSave);
}

void WindowState::saveMessages()
{
    const MessageModel &messages = m_messages.messages();
    m_settings.setValue(heartbeatsKey, messages.showsHeartbeats());
    m_settings.setValue(timeFormKey, int(messages.timeStyle().form));
    m_settings.setValue(utcKey, messages.timeStyle().isUtc);
    m_settings.setValue(ownColumnsKey, messages.ownColumns().save());
    m_settings.setValue(highlightersKey, messages.highlighters().save());
}

void WindowState::scheduleSave()
{
    // Not restarted: a change every second must not put it off for ever.
    if (!m_timer.isActive())
        m_timer.start();
}

void WindowState::reset()
{
    placePanes();
    m_messages.resetColumns();
    scheduleSave();
}

void WindowState::placePanes()
{
    auto *channels = m_window.findChild<QDockWidget *>(u"channelDock"_s);
    auto *inspector = m_window.findChild<QDockWidget *>(u"inspectorDock"_s);
    m_window.addDockWidget(Qt::LeftDockWidgetArea, channels);
    m_window.addDockWidget(Qt::RightDockWidgetArea, inspector);
    // All others are shown on demand, in one place.
    QDockWidget *bottom = nullptr;
    const auto docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        if (dock->testAttribute(Qt::WA_DeleteOnClose)) { // what is pinned has no default place
            dock->close();
            continue;
        }
        dock->setFloating(false);
        if (dock == channels || dock == inspector)
            continue;
        m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (bottom != nullptr)
            m_window.tabifyDockWidget(bottom, dock);
        else
            bottom = dock;
        dock->hide();
    }
    channels->show();
    inspector->show();
    fitPanes();
    m_window.resizeDocks({bottom}, {m_window.height() * 28 / 100}, Qt::Vertical);
}

/// The usual widths of the panes beside the messages.
void WindowState::fitPanes()
{
    auto *channels = m_window.findChild<QDockWidget *>(u"channelDock"_s);
    auto *inspector = m_window.findChild<QDockWidget *>(u"inspectorDock"_s);
    const int width = m_window.width();
    m_window.resizeDocks(
        {channels, inspector}, {width * 18 / 100, width * 22 / 100}, Qt::Horizontal);
}

QStringList WindowState::recentChannels() const
{
    return m_settings.value(recentKey).toStringList();
}

void WindowState::addRecentChannel(const QString &channel)
{
    QStringList recent = recentChannels();
    recent.removeAll(channel);
    recent.prepend(channel);
    m_settings.setValue(recentKey, recent.first(std::min(recent.size(), mostRecentChannels)));
    scheduleSave();
}

bool WindowState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        scheduleSave();
    return QObject::eventFilter(watched, event);
}

} // namespace amb
