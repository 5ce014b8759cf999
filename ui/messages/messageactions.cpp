// SPDX-License-Identifier: MIT
#include "ui/messages/messageactions.h"

#include "core/capture/capturestore.h"
#include "ui/filter/filteroffers.h"
#include "ui/messages/columnactions.h"
#include "ui/messages/highlighterdialog.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/rowmarks.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

MessageActions::MessageActions(QMenu &menu,
                               MessageView &view,
                               MessageModel &model,
                               std::function<CommandTarget()> target)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
    , m_target(std::move(target))
{
    addFollowing(menu);
    menu.addSeparator();
    addFilters(menu);
    menu.addSeparator();
    addMarks(menu);
    menu.addSeparator();
    addTimes(menu);
    QMenu *columns = menu.addMenu(tr("C&olumns"));
    columns->setObjectName(u"columnsMenu"_s);
    new ColumnActions(*columns, view, model);
    menu.addSeparator();
    addCopies(menu);
    menu.addSeparator();
    addInspection(menu);
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&view, &QWidget::customContextMenuRequested, this, &MessageActions::showContextMenu);
}

QAction *MessageActions::add(QMenu &menu, const QString &text, const QString &objectName)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(objectName);
    return action;
}

void MessageActions::addFollowing(QMenu &menu)
{
    QAction *follow = add(menu, tr("&Follow Newest"), u"actionFollow"_s);
    follow->setShortcut(Qt::CTRL | Qt::Key_E);
    follow->setCheckable(true);
    follow->setChecked(m_view.isFollowing());
    connect(follow, &QAction::triggered, &m_view, &MessageView::setFollowing);
    connect(&m_view, &MessageView::followingChanged, follow, &QAction::setChecked);

    QAction *pause = add(menu, tr("&Pause the List"), u"actionPause"_s);
    pause->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Space), QKeySequence(Qt::Key_Pause)});
    pause->setCheckable(true);
    connect(pause, &QAction::triggered, &m_model, &MessageModel::setPaused);
    connect(&m_model, &MessageModel::pausedChanged, pause, &QAction::setChecked);

    QAction *heartbeats = add(menu, tr("Show &Heartbeats"), u"actionHeartbeats"_s);
    heartbeats->setShortcut(Qt::CTRL | Qt::Key_H);
    heartbeats->setCheckable(true);
    connect(heartbeats, &QAction::triggered, &m_model, &MessageModel::setShowsHeartbeats);
    const auto tell = [this, heartbeats] {
        heartbeats->setChecked(m_model.showsHeartbeats());
        heartbeats->setText(
            m_model.heartbeatCount() == 0
                ? tr("Show &Heartbeats")
                : tr("Show &Heartbeats (%1)").arg(numberText(m_model.heartbeatCount())));
    };
    // Told when somebody looks: they come all the time.
    connect(&menu, &QMenu::aboutToShow, heartbeats, tell);
    connect(&m_model, &QAbstractItemModel::modelReset, heartbeats, tell);
}

void MessageActions::addMarks(QMenu &menu)
{
    m_mark = add(menu, tr("&Mark"), u"actionMark"_s);
    m_mark->setShortcut(Qt::CTRL | Qt::Key_M);
    connect(m_mark, &QAction::triggered, &m_view, &MessageView::toggleMarks);
    QAction *next = add(menu, tr("&Next Mark"), u"actionNextMark"_s);
    next->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(next, &QAction::triggered, &m_view, [this] { m_view.goToMark(1); });
    QAction *previous = add(menu, tr("P&revious Mark"), u"actionPreviousMark"_s);
    previous->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(previous, &QAction::triggered, &m_view, [this] { m_view.goToMark(-1); });
    QAction *clear = add(menu, tr("C&lear All Marks"), u"actionClearMarks"_s);
    connect(clear, &QAction::triggered, &m_model.marks(), &RowMarks::clear);
    const auto enable = [this, next, previous, clear] {
        for (QAction *action : {next, previous, clear})
            action->setEnabled(m_model.marks().count() > 0);
    };
    connect(&m_model.marks(), &RowMarks::changed, clear, enable);
    enable();
    QAction *highlighters = add(menu, tr("Hi&ghlighters…"), u"actionHighlighters"_s);
    connect(highlighters, &QAction::triggered, &m_view, [this] {
        auto *dialog = new HighlighterDialog(m_model.highlighters(), m_view.window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MessageActions::addTimes(QMenu &menu)
{
    QMenu *times = menu.addMenu(tr("&Time"));
    times->setObjectName(u"timeMenu"_s);
    auto *forms = new QActionGroup(times);
    const std::pair<TimeStyle::Form, QString> choices[] = {
        {TimeStyle::Form::Clock, tr("&Clock")},
        {TimeStyle::Form::DateAndClock, tr("&Date and Clock")},
        {TimeStyle::Form::SinceFirst, tr("Since the &First Message")},
        {TimeStyle::Form::SincePrevious, tr("Since the &Previous Message")},
    };
    for (const auto &[form, text] : choices) {
        QAction *action = add(*times, text, u"actionTime%1"_s.arg(int(form)));
        action->setCheckable(true);
        forms->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = form] {
            m_view.setTimeStyle({chosen, m_model.timeStyle().isUtc});
        });
    }
    times->addSeparator();
    QAction *utc = add(*times, tr("&UTC"), u"actionTimeUtc"_s);
    utc->setCheckable(true);
    connect(utc, &QAction::triggered, this, [this](bool checked) {
        m_view.setTimeStyle({m_model.timeStyle().form, checked});
    });
    connect(times, &QMenu::aboutToShow, this, [this, forms, utc] {
        forms->actions().at(int(m_model.timeStyle().form))->setChecked(true);
        utc->setChecked(m_model.timeStyle().isUtc);
    });
}

void MessageActions::addCopies(QMenu &menu)
{
    m_copy = add(menu, tr("&Copy"), u"actionCopyMessage"_s);
    m_copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(m_copy, &QAction::triggered, this, [this] { copy(CopyForm::Raw); });
    m_copies = menu.addMenu(tr("Copy &as"));
    m_copies->setObjectName(u"copyMenu"_s);
    const std::pair<CopyForm, QString> choices[] = {
        {CopyForm::JsonArray, tr("&JSON Array")},
        {CopyForm::Text, tr("&Text")},
        {CopyForm::Curl, tr("&curl Command")},
        {CopyForm::Ambcat, tr("&ambcat Command")},
    };
    for (const auto &[form, text] : choices) {
        QAction *action = add(*m_copies, text, u"actionCopyAs%1"_s.arg(int(form)));
        const bool isCommand = form == CopyForm::Curl || form == CopyForm::Ambcat;
        action->setEnabled(!isCommand
                           || m_target().bayeuxUrl.isValid()); // a capture has no address
        connect(action, &QAction::triggered, this, [this, chosen = form] { copy(chosen); });
    }
}

void MessageActions::addInspection(QMenu &menu)
{
    m_pin = add(menu, tr("P&in beside the Live One"), u"actionPin"_s);
    m_pin->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    m_compare = add(menu, tr("Compare &with This Message"), u"actionCompare"_s);
    m_compare->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    connect(m_pin, &QAction::triggered, this, [this] {
        if (const auto row = m_view.currentRow())
            emit pinRequested(*row);
    });
    connect(m_compare, &QAction::triggered, this, [this] {
        if (const auto row = m_view.currentRow())
            emit compareRequested(*row);
    });
    const auto enable = [this] {
        for (QAction *action : {m_pin, m_compare})
            action->setEnabled(m_view.currentRow().has_value());
    };
    connect(&m_view, &MessageView::currentRowChanged, m_pin, enable);
    enable();
}

void MessageActions::addFilters(QMenu &menu)
{
    m_showOnly = menu.addMenu(tr("&Show Only"));
    m_showOnly->setObjectName(u"showOnlyMenu"_s);
    m_leaveOut = menu.addMenu(tr("Lea&ve Out"));
    m_leaveOut->setObjectName(u"leaveOutMenu"_s);
    connect(&menu, &QMenu::aboutToShow, this, &MessageActions::offerFilters);
    offerFilters();
}

/// What the current message offers.
void MessageActions::offerFilters()
{
    QList<FilterOffer> offers;
    if (const auto row = m_view.currentRow()) {
        const CaptureStore &store = m_model.store();
        const RowInfo info = store.info(*row);
        offers = filterOffersOf(m_model.decoded(*row), info, store.channelName(info.channel));
    }
    fillFilterMenus(*m_showOnly, *m_leaveOut, offers, [this](const QString &term, bool isLeftOut) {
        emit filterRequested(term, isLeftOut);
    });
}

void MessageActions::copy(CopyForm form)
{
    m_view.copySelected(form, m_target());
}

void MessageActions::showContextMenu(const QPoint &position)
{
    if (!m_view.currentIndex().isValid())
        return;
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"messageMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    offerFilters();
    menu->addMenu(m_showOnly);
    menu->addMenu(m_leaveOut);
    menu->addSeparator();
    menu->addAction(m_copy);
    menu->addMenu(m_copies);
    menu->addSeparator();
    menu->addAction(m_mark);
    menu->addSeparator();
    menu->addAction(m_pin);
    menu->addAction(m_compare);
    menu->popup(m_view.viewport()->mapToGlobal(position));
}

} // namespace amb
