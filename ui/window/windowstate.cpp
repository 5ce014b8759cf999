// SPDX-License-Identifier: MIT
#include "ui/window/windowstate.h"

#include "core/publishtemplate.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rawpage.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/publish/publishpane.h"

#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScopedValueRollback>
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
constexpr auto fittedKey = "messages/channelIsFitted"_L1;
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
    , m_channelColumn(messages)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &WindowState::save);
}

void WindowState::restore()
{
    restoreOwnColumns();
    const bool isPlaced = m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    const QSize room = m_window.screen()->availableSize();
    if (isPlaced)
        keepOnScreen();
    else
        m_window.resize(usualSize.boundedTo(room * 0.9));
    if (!m_window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion))
        placePanes();
    else if (!isPlaced) // left on a screen of another size: what was shown stays, the widths do not
        fitPanes();
    m_window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea); // pins do not come back
    // Not sooner: a window that is maximised gets the widths of the restored state once more.
    if (!isPlaced && room.width() < usualSize.width())
        m_window.setWindowState(Qt::WindowMaximized);
    // A header takes any number of columns; only ours fits.
    QHeaderView *header = m_messages.horizontalHeader();
    const QByteArray defaultColumns = header->saveState();
    if (header->restoreState(m_settings.value(columnsKey).toByteArray())
        && header->count() != m_messages.model()->columnCount())
        header->restoreState(defaultColumns);
    if (m_settings.value(fittedKey, true).toBool())
        m_channelColumn.fit();
    restoreMessages();
    const int tab = m_settings.value(tabKey).toInt();
    if (tab >= 0 && tab < m_inspector.tabs().count())
        m_inspector.tabs().setCurrentIndex(tab);
    m_inspector.rawPage().setWraps(m_settings.value(wrapKey, true).toBool());
    m_publish.setTexts(m_settings.value(publishChannelKey).toString(),
                       m_settings.value(publishDataKey).toString());

    m_kept = values();
    followChanges();
}

/// It may have been left on a larger screen.
void WindowState::keepOnScreen()
{
    const QRect room = m_window.screen()->availableGeometry();
    QRect place = m_window.geometry();
    if (m_window.isMaximized() || m_window.isFullScreen() || room.contains(place))
        return;
    if (place.width() > room.width() || place.height() > room.height()) {
        m_window.setWindowState(Qt::WindowMaximized);
        return;
    }
    place.moveLeft(std::clamp(place.left(), room.left(), room.right() + 1 - place.width()));
    place.moveTop(std::clamp(place.top(), room.top(), room.bottom() + 1 - place.height()));
    m_window.setGeometry(place);
}

void WindowState::followChanges()
{
    const auto changed = [this] {
        scheduleSave();
    };
    m_window.installEventFilter(this);
    const auto docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        dock->installEventFilter(this);
        connect(dock, &QDockWidget::visibilityChanged, this, changed);
    }
    const QHeaderView *header = m_messages.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, changed);
    connect(header, &QHeaderView::sectionMoved, this, changed);
    connect(&m_inspector.tabs(), &QTabWidget::currentChanged, this, changed);
    connect(&m_inspector.rawPage(), &RawPage::wrapsChanged, this, changed);
    connect(&m_publish, &PublishPane::textsChanged, this, changed);
}

void WindowState::save()
{
    m_timer.stop();
    const QHash<QString, QVariant> current = values();
    for (auto it = current.begin(); it != current.end(); ++it) {
        if (m_kept.value(it.key()) != it.value())
            m_settings.setValue(it.key(), it.value());
    }
    m_kept = current;
    m_settings.sync();
}

QHash<QString, QVariant> WindowState::values() const
{
    const MessageModel &messages = m_messages.messages();
    const QString data = m_publish.dataText();
    return {{geometryKey, m_window.saveGeometry()},
            {stateKey, m_window.saveState(stateVersion)},
            {columnsKey, m_messages.horizontalHeader()->saveState()},
            {fittedKey, m_channelColumn.isFitted()},
            {heartbeatsKey, messages.showsHeartbeats()},
            {timeFormKey, int(messages.timeStyle().form)},
            {utcKey, messages.timeStyle().isUtc},
            {ownColumnsKey, messages.ownColumns().save()},
            {highlightersKey, messages.highlighters().save()},
            {tabKey, m_inspector.tabs().currentIndex()},
            {wrapKey, m_inspector.rawPage().wraps()},
            {publishChannelKey, m_publish.channelText()},
            {publishDataKey, mayHoldSecret(data) ? QString() : data}};
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
    connect(&messages, &QAbstractItemModel::columnsInserted, this, &WindowState::saveAtOnce);
    connect(&messages, &QAbstractItemModel::columnsRemoved, this, &WindowState::saveAtOnce);
    connect(&messages, &QAbstractItemModel::modelReset, this, &WindowState::scheduleSave);
    connect(&messages.highlighters(), &Highlighters::changed, this, &WindowState::saveAtOnce);
}

void WindowState::restoreOwnColumns()
{
    MessageModel &messages = m_messages.messages();
    while (messages.ownColumns().count() > 0)
        messages.removeOwnColumn(messages.ownColumns().count() - 1);
    const OwnColumns own = OwnColumns::restored(m_settings.value(ownColumnsKey).toByteArray());
    for (qsizetype i = 0; i < own.count(); ++i)
        messages.addOwnColumn(own.at(i));
}

/// For what other windows take over.
void WindowState::saveAtOnce()
{
    if (!m_isTakingOver)
        save();
}

void WindowState::takeOver()
{
    const QHash<QString, QVariant> current = values();
    const auto isTheirs = [&](const QString &key) {
        return m_settings.contains(key) && current.value(key) == m_kept.value(key)
            && m_settings.value(key) != current.value(key);
    };
    const QScopedValueRollback guard(m_isTakingOver, true);
    if (isTheirs(ownColumnsKey))
        restoreOwnColumns();
    if (isTheirs(highlightersKey))
        m_messages.messages().highlighters().restore(
            m_settings.value(highlightersKey).toByteArray());
    const QHash<QString, QVariant> now = values();
    for (const auto key : {ownColumnsKey, highlightersKey, columnsKey})
        m_kept.insert(key, now.value(key));
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
    m_channelColumn.fit();
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
    const int letter = m_window.fontMetrics().averageCharWidth();
    m_window.resizeDocks(
        {channels, inspector},
        {std::max(width * 18 / 100, letter * 42), std::max(width * 22 / 100, letter * 46)},
        Qt::Horizontal);
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
