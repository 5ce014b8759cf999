// SPDX-License-Identifier: MIT
#include "ui/boards/boardpane.h"

#include "core/capture/capturestore.h"
#include "core/oneline.h"
#include "ui/boards/boardcanvas.h"
#include "ui/boards/boarddifferencedialog.h"
#include "ui/boards/boardhistoryview.h"
#include "ui/boards/boardreplaybar.h"
#include "ui/boards/boardwording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticebar.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More than this at once is no movement that anybody could follow.
constexpr qsizetype mostAtOnce = 40;
constexpr qsizetype longestName = 120;

QString boardName(const Board &board)
{
    if (board.sysId.isEmpty())
        return BoardPane::tr("Board not known");
    const QString name = oneLine(board.name, longestName);
    return name.isEmpty() ? BoardPane::tr("Board %1").arg(board.sysId) : name;
}

} // namespace

BoardPane::BoardPane(const CaptureStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_player(store)
    , m_choice(new QComboBox)
    , m_members(new ElidedLabel)
    , m_watch(new QPushButton(tr("Watch a Task &Board…")))
    , m_difference(new QPushButton(tr("&Difference")))
    , m_notice(new NoticeBar)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_canvas(new BoardCanvas)
    , m_history(new BoardHistoryView)
    , m_replay(new BoardReplayBar(m_player))
    , m_dialog(new BoardDifferenceDialog(this))
{
    setObjectName(u"boardPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    buildBody();
    connectParts();
    updateButtons();
    showBoard(false);
}

void BoardPane::setCanRead(bool can)
{
    m_canRead = can;
    updateButtons();
}

QString BoardPane::boardId() const
{
    return m_choice->currentData().toString();
}

void BoardPane::setBoard(const QString &sysId)
{
    const qsizetype index = m_offered.indexOf(sysId);
    if (index >= 0) {
        m_choice->setCurrentIndex(int(index));
        return;
    }
    // Nothing was told of it yet: it is chosen before it can be shown.
    m_offered.append(sysId);
    m_choice->addItem(tr("Board %1").arg(sysId), sysId);
    m_choice->setCurrentIndex(m_choice->count() - 1);
}

void BoardPane::setReading(bool reading)
{
    m_isReading = reading;
    updateButtons();
}

void BoardPane::addReading(const BoardReading &reading, bool showDifference)
{
    setReading(false);
    m_notice->hide();
    const Board before = boardOf(m_player.timeline().now(), reading.board);
    m_player.addReading(reading);
    if (!showDifference)
        return;
    const Board after = boardOf(m_player.timeline().now(), reading.board);
    m_dialog->setDifferences(boardName(after), boardDifference(before, after));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BoardPane::showTrouble(const QString &text)
{
    setReading(false);
    m_notice->showNotice(text, m_canRead ? tr("&Try Again") : QString());
}

void BoardPane::noteGap()
{
    if (m_offered.isEmpty() || !m_canRead)
        return;
    m_notice->showNotice(tr("The connection was lost for a moment. What happened on the board "
                            "meanwhile was not told; a fresh reading shows it."),
                         tr("&Read the Board"));
}

void BoardPane::showSubjectOf(Row row)
{
    if (!isVisible())
        return;
    const auto event =
        readBoardEvent(m_store.channelName(m_store.info(row).channel), m_store.message(row));
    if (!event)
        return;
    if (m_canvas->setCurrentCard(event->sysId))
        return;
    for (const BoardLane &lane : m_canvas->board().lanes) {
        const auto card = std::ranges::find(lane.cards, event->sysId, &BoardCard::task);
        if (card != lane.cards.end())
            m_canvas->setCurrentCard(card->sysId);
    }
    // It may be on another board.
    const KnownRecord *record = m_player.timeline().now().find(event->sysId);
    if (!record || record->table != BoardTable::Card)
        return;
    const qsizetype index = m_offered.indexOf(record->text(BoardField::Board).value);
    if (index < 0 || index == m_choice->currentIndex())
        return;
    m_choice->setCurrentIndex(int(index));
    m_canvas->setCurrentCard(event->sysId);
}

void BoardPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_player.setActive(true);
}

void BoardPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_player.setActive(false);
}

void BoardPane::buildHead()
{
    m_choice->setObjectName(u"boardChoice"_s);
    m_choice->setAccessibleName(tr("Task board"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumContentsLength(16);
    m_members->setObjectName(u"boardMembers"_s);
    m_members->setTone(Tone::Quiet);
    m_watch->setObjectName(u"watchBoardButton"_s);
    m_difference->setObjectName(u"boardDifferenceButton"_s);
    m_notice->setObjectName(u"boardNotice"_s);
    m_notice->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_choice);
    row->addSpacing(6);
    row->addWidget(m_members, 1);
    row->addWidget(m_difference);
    row->addWidget(m_watch);
    auto *outer = static_cast<QVBoxLayout *>(layout());
    outer->addLayout(row);
    outer->addWidget(m_notice);
}

void BoardPane::buildBody()
{
    m_splitter->setObjectName(u"boardSplitter"_s);
    m_splitter->addWidget(m_canvas);
    m_splitter->addWidget(m_history);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(true);
    auto *outer = static_cast<QVBoxLayout *>(layout());
    outer->addWidget(m_splitter, 1);
    outer->addWidget(m_replay);
}

void BoardPane::connectParts()
{
    connect(&m_player, &BoardPlayer::advanced, this, [this](qsizetype steps) {
        update(m_player.isLive() && steps <= mostAtOnce);
    });
    connect(&m_player, &BoardPlayer::moved, this, [this] { update(false); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { update(false); });
    connect(m_canvas, &BoardCanvas::currentChanged, this, &BoardPane::showHistory);
    connect(m_canvas, &BoardCanvas::clicked, this, &BoardPane::showNewestMessage);
    connect(m_canvas, &BoardCanvas::activated, this, [this] {
        showNewestMessage();
        m_history->focusList();
    });
    connect(m_history, &BoardHistoryView::rowRequested, this, &BoardPane::rowRequested);
    connect(m_history, &BoardHistoryView::momentRequested, this, [this](Row row) {
        m_player.showStep(m_player.timeline().stepAt(row));
    });
    connect(m_watch, &QPushButton::clicked, this, &BoardPane::watchRequested);
    const auto read = [this] {
        m_notice->hide();
        emit differenceRequested(boardId());
    };
    connect(m_difference, &QPushButton::clicked, this, read);
    connect(m_notice, &NoticeBar::actionRequested, this, read);
}

void BoardPane::update(bool isHappening)
{
    offerBoards(m_player.timeline().now().boards(), m_player.timeline().now());
    showBoard(isHappening);
    showHistory();
    updateButtons();
}

void BoardPane::offerBoards(const QStringList &boards, const BoardRecords &records)
{
    QStringList offered = boards;
    const QString current = boardId();
    const bool hasCurrent = m_choice->currentIndex() >= 0;
    // What was chosen stays, also while nothing was told of it yet.
    if (hasCurrent && !offered.contains(current) && !current.isEmpty())
        offered.append(current);
    const QSignalBlocker blocker(m_choice);
    if (offered != m_offered) {
        m_offered = offered;
        m_choice->clear();
        for (const QString &board : std::as_const(m_offered))
            m_choice->addItem(QString(), board);
        m_choice->setCurrentIndex(
            int(std::max<qsizetype>(hasCurrent ? m_offered.indexOf(current) : 0, 0)));
    }
    for (int i = 0; i < m_choice->count(); ++i)
        m_choice->setItemText(i, boardName(boardOf(records, m_offered.at(i))));
}

void BoardPane::showBoard(bool isHappening)
{
    const bool hasBoard = m_choice->count() > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_choice, m_history, m_replay})
        part->setVisible(hasBoard);
    const Board board = boardOf(m_player.shown(), boardId());
    m_canvas->setEmptyText(emptyText());
    m_canvas->setBoard(board,
                       isHappening ? BoardCanvas::Change::Happening : BoardCanvas::Change::Jump);
    QStringList names;
    for (const BoardMember &member : board.members)
        names.append(oneLine(member.user, longestName));
    m_members->setText(board.isGone          ? tr("This board was deleted.")
                           : names.isEmpty() ? QString()
                                             : tr("Members: %1").arg(names.join(u", "_s)));
}

/// The history is read from the capture anew only when there is more of it.
void BoardPane::showHistory()
{
    const BoardCanvas::Item item = m_canvas->current();
    const Board &board = m_canvas->board();
    const BoardTimeline &timeline = m_player.timeline();
    const BoardCard *card = item.isLane ? nullptr : board.card(item.card);
    QStringList subjects;
    if (card)
        subjects = {card->sysId, card->task};
    else if (item.isLane && !item.lane.isEmpty())
        subjects = {item.lane};
    subjects.removeAll(QString());
    QString key = board.sysId;
    for (const QString &subject : std::as_const(subjects))
        key += u' ' + subject + u' ' + QString::number(timeline.stepsOf(subject));
    const BoardLane *lane = card ? board.laneOf(card->sysId) : nullptr;
    key += lane ? lane->sysId : QString();
    if (key == std::exchange(m_historyKey, key))
        return;
    if (subjects.isEmpty()) {
        m_history->clear();
        return;
    }
    QList<BoardHappening> history;
    for (const QString &subject : std::as_const(subjects))
        history += timeline.history(subject);
    std::ranges::stable_sort(history, std::ranges::greater(), [](const BoardHappening &happening) {
        return happening.moment.row;
    });
    if (card) {
        m_history->setHistory(cardName(*card), lane ? laneTitle(*lane) : QString(), history);
        return;
    }
    const auto shown = std::ranges::find(board.lanes, item.lane, &BoardLane::sysId);
    if (shown != board.lanes.end())
        m_history->setHistory(laneTitle(*shown), laneSpoken(*shown), history);
}

void BoardPane::showNewestMessage()
{
    const BoardCanvas::Item item = m_canvas->current();
    if (item.isLane) {
        const KnownRecord *lane = m_player.timeline().now().find(item.lane);
        if (lane && lane->hasTraffic)
            emit rowRequested(lane->last.row);
        return;
    }
    const BoardCard *card = m_canvas->board().card(item.card);
    if (card && card->hasTraffic)
        emit rowRequested(card->last.row);
}

void BoardPane::updateButtons()
{
    m_watch->setVisible(m_canRead);
    m_difference->setVisible(m_canRead);
    m_difference->setEnabled(!m_isReading && !boardId().isEmpty());
    m_difference->setText(m_isReading ? tr("Reading…") : tr("&Difference"));
    m_difference->setToolTip(
        tr("Read the board from the instance again and list what the traffic missed"));
    m_canvas->setEmptyText(emptyText());
}

QString BoardPane::emptyText() const
{
    if (m_isReading)
        return tr("Reading the board from the instance…");
    if (m_canRead)
        return tr("No task board is watched yet. Choose “Watch a Task Board…” to see its lanes and "
                  "cards here, live. Boards whose traffic comes anyway appear by themselves.");
    return tr("No message of a task board is in this capture yet. As soon as a record watcher on "
              "vtb_card or vtb_lane tells of one, the board appears here.");
}

} // namespace amb
