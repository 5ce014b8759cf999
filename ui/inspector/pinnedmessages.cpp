// SPDX-License-Identifier: MIT
#include "ui/inspector/pinnedmessages.h"

#include "ui/inspector/inspector.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More are no help, and each costs room.
constexpr int mostPins = 8;

} // namespace

PinnedMessages::PinnedMessages(QMainWindow &window,
                               const CaptureStore &store,
                               Inspector &live,
                               QDockWidget &liveDock,
                               const QUrl &site)
    : QObject(&window)
    , m_window(window)
    , m_store(store)
    , m_live(live)
    , m_liveDock(liveDock)
    , m_site(site)
{
    m_live.setSite(m_site);
    connectInspector(m_live);
    connect(&m_live, &Inspector::pinRequested, this, &PinnedMessages::pin);
}

void PinnedMessages::setDecoders(const std::shared_ptr<const Decoders> &decoders)
{
    m_decoders = decoders;
    m_live.setDecoders(decoders);
    const QList<QDockWidget *> pins = docks();
    for (const QDockWidget *pin : pins) {
        if (auto *inspector = qobject_cast<Inspector *>(pin->widget()))
            inspector->setDecoders(decoders);
    }
}

QList<QDockWidget *> PinnedMessages::docks() const
{
    QList<QDockWidget *> pins;
    const auto all = m_window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QDockWidget *dock : all) {
        if (dock->testAttribute(Qt::WA_DeleteOnClose) && !dock->isHidden())
            pins.append(dock);
    }
    return pins;
}

void PinnedMessages::pin()
{
    const auto message = m_live.message();
    if (!message) {
        m_window.statusBar()->showMessage(tr("Select a message first, then pin it."), 8000);
        return;
    }
    if (Inspector *inspector = addPin()) {
        inspector->setMessage(*message);
        inspector->tabs().setCurrentIndex(m_live.tabs().currentIndex());
    }
}

void PinnedMessages::pinRow(Row row)
{
    if (Inspector *inspector = addPin())
        inspector->setRow(row);
}

void PinnedMessages::compareWith(Row row)
{
    m_live.compareWith(row);
    m_liveDock.show();
    m_liveDock.raise();
}

Inspector *PinnedMessages::addPin()
{
    const QList<QDockWidget *> pins = docks();
    if (pins.size() >= mostPins) {
        m_window.statusBar()->showMessage(
            tr("%1 messages are pinned; close one of them before you pin another.").arg(mostPins),
            8000);
        return nullptr;
    }
    auto *inspector = new Inspector(m_store);
    inspector->setPinned();
    inspector->setSite(m_site);
    if (m_decoders)
        inspector->setDecoders(m_decoders);
    connectInspector(*inspector);
    auto *dock = new QDockWidget(tr("Pinned Message"), &m_window);
    dock->setObjectName(u"pinDock%1"_s.arg(++m_number));
    dock->setAttribute(Qt::WA_DeleteOnClose);
    dock->setWidget(inspector);
    connect(inspector, &Inspector::titleChanged, dock, [dock](const QString &title) {
        dock->setWindowTitle(tr("Pinned: %1").arg(title));
    });
    m_liveDock.show();
    if (pins.isEmpty()) {
        m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
        m_window.splitDockWidget(&m_liveDock, dock, Qt::Vertical);
        m_window.resizeDocks({&m_liveDock, dock}, {1, 1}, Qt::Vertical); // halves
    } else {
        m_window.tabifyDockWidget(pins.last(), dock);
    }
    dock->show();
    dock->raise();
    giveHeight();
    connect(dock->toggleViewAction(), &QAction::toggled, this, [this] {
        QTimer::singleShot(0, this, &PinnedMessages::giveHeight); // it may just be going
    });
    return inspector;
}

/// Two inspectors need the whole height, one leaves the corner to the panes below.
void PinnedMessages::giveHeight()
{
    m_window.setCorner(Qt::BottomRightCorner,
                       docks().isEmpty() ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea);
}

void PinnedMessages::connectInspector(Inspector &inspector)
{
    connect(&inspector, &Inspector::rowRequested, this, &PinnedMessages::rowRequested);
    connect(&inspector, &Inspector::filterRequested, this, &PinnedMessages::filterRequested);
    connect(&inspector, &Inspector::columnRequested, this, &PinnedMessages::columnRequested);
    connect(&inspector, &Inspector::noticeRequested, &m_window, [this](const QString &text) {
        m_window.statusBar()->showMessage(text, 8000);
    });
}

} // namespace amb
