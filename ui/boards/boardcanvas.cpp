// SPDX-License-Identifier: MIT
#include "ui/boards/boardcanvas.h"

#include "ui/boards/boardaccessible.h"
#include "ui/boards/boardwording.h"
#include "ui/widgets/wording.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

namespace {

constexpr auto frameTime = 16ms;

} // namespace

BoardCanvas::BoardCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_emptyLabel(new QLabel(viewport()))
{
    installBoardAccessibility();
    setObjectName(u"boardCanvas"_s);
    setAccessibleName(tr("Task board"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    m_emptyLabel->setObjectName(u"boardEmpty"_s);
    m_emptyLabel->setTextFormat(Qt::PlainText);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setMargin(24);
    m_clock.start();
    m_frames.setSingleShot(true);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    applyLook();
}

void BoardCanvas::setBoard(const Board &board, Change change)
{
    const BoardLayout before = m_layout;
    const Board old = std::exchange(m_board, board);
    m_layout = BoardLayout::make(m_board, m_painter.measures(), viewport()->size());
    if (change == Change::Happening && old.sysId == board.sysId) {
        m_motion.setAnimated(isAnimated());
        m_motion.change(old, before, m_board, m_layout, now());
    } else {
        m_motion.clear();
    }
    updateRanges();
    m_emptyLabel->setVisible(m_board.lanes.isEmpty());
    // A card keeps being the current one wherever it goes.
    if (m_current.isValid()) {
        const BoardLane *lane = m_current.isLane ? nullptr : m_board.laneOf(m_current.card);
        if (lane)
            m_current.lane = lane->sysId;
        else if (!m_current.isLane || laneIndex(m_current) < 0)
            setCurrent({});
    }
    viewport()->update();
}

void BoardCanvas::setEmptyText(const QString &text)
{
    m_emptyLabel->setText(text);
}

bool BoardCanvas::setCurrentCard(const QString &sysId)
{
    const BoardLane *lane = m_board.laneOf(sysId);
    if (!lane)
        return false;
    setCurrent({lane->sysId, sysId, false});
    makeVisible(m_current);
    return true;
}

QList<BoardCanvas::Item> BoardCanvas::items() const
{
    QList<Item> all;
    for (const BoardLane &lane : m_board.lanes) {
        all.append({lane.sysId, {}, true});
        for (const BoardCard &card : lane.cards)
            all.append({lane.sysId, card.sysId, false});
    }
    return all;
}

QRect BoardCanvas::placeOf(const Item &item) const
{
    if (item.isLane) {
        const qsizetype index = laneIndex(item);
        return index < 0 ? QRect() : m_layout.columns.at(index).header.translated(-offset().x(), 0);
    }
    const auto found = m_layout.cards.constFind(item.card);
    return found == m_layout.cards.constEnd() ? QRect() : found->translated(-offset());
}

BoardCanvas::Item BoardCanvas::itemAt(QPoint place) const
{
    for (qsizetype i = 0; i < m_board.lanes.size(); ++i) {
        const BoardLane &lane = m_board.lanes.at(i);
        const int x = place.x() + offset().x();
        if (x < m_layout.columns.at(i).body.left() || x > m_layout.columns.at(i).body.right())
            continue;
        if (place.y() < m_painter.measures().headerHeight)
            return {lane.sysId, {}, true};
        for (const BoardCard &card : lane.cards) {
            if (m_layout.cards.value(card.sysId).contains(place + offset()))
                return {lane.sysId, card.sysId, false};
        }
    }
    return {};
}

QString BoardCanvas::spokenText(const Item &item) const
{
    if (item.isLane) {
        const qsizetype index = laneIndex(item);
        return index < 0 ? QString() : laneSpoken(m_board.lanes.at(index));
    }
    const BoardLane *lane = m_board.laneOf(item.card);
    return lane ? cardSpoken(item.card, *lane) : QString();
}

void BoardCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_painter.background());
    paintLanes(painter);
    paintCards(painter, event->rect());
    const int width = viewport()->width();
    painter.fillRect(QRect(0, 0, width, m_painter.measures().headerHeight), m_painter.background());
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_board.lanes.size(); ++i) {
        const QRect header = m_layout.columns.at(i).header.translated(-offset().x(), 0);
        painter.save();
        painter.setClipRect(header);
        m_painter.paintLane(painter, m_board.lanes.at(i), header.adjusted(0, 0, 0, 20));
        painter.restore();
        const bool isCurrent = m_current.isLane && m_current.lane == m_board.lanes.at(i).sysId;
        m_painter.paintHeader(painter, m_board.lanes.at(i), header, isCurrent, hasFocus());
    }
    keepMoving();
}

void BoardCanvas::paintLanes(QPainter &painter)
{
    for (qsizetype i = 0; i < m_board.lanes.size(); ++i) {
        QRect body = m_layout.columns.at(i).body.translated(-offset().x(), 0);
        body.setBottom(std::max(m_layout.size.height() - offset().y(), viewport()->height())
                       - m_painter.measures().space);
        m_painter.paintLane(painter, m_board.lanes.at(i), body);
    }
}

void BoardCanvas::paintCards(QPainter &painter, const QRect &shown)
{
    const BoardMotion::Time time = now();
    const QPointF by = -QPointF(offset());
    for (const BoardMotion::Ghost &ghost : m_motion.ghosts(time)) {
        BoardPainter::Emphasis emphasis;
        emphasis.opacity = BoardMotion::opacity(ghost, time);
        m_painter.paintCard(painter, ghost.card, ghost.place.translated(by), emphasis);
    }
    // What is on its way goes above what is in its place.
    for (const bool isOnItsWay : {false, true}) {
        for (const BoardLane &lane : m_board.lanes) {
            for (const BoardCard &card : lane.cards) {
                if (m_motion.isOnItsWay(card.sysId, time) != isOnItsWay)
                    continue;
                const QRectF rest = m_layout.cards.value(card.sysId);
                const QRectF place = m_motion.place(card.sysId, rest, time).translated(by);
                if (!place.intersects(shown))
                    continue;
                BoardPainter::Emphasis emphasis;
                emphasis.isCurrent = m_current.card == card.sysId;
                emphasis.hasFocus = hasFocus();
                emphasis.glow = m_motion.glow(card.sysId, time);
                emphasis.opacity = m_motion.opacity(card.sysId, time);
                const auto note = m_motion.note(card.sysId, time);
                emphasis.note = note ? &*note : nullptr;
                m_painter.paintCard(painter, card, place, emphasis);
            }
        }
    }
}

/// Asks for the next frame while something moves, or for one when a note goes.
void BoardCanvas::keepMoving()
{
    const BoardMotion::Time time = now();
    if (m_motion.isMoving(time) && isAnimated())
        m_frames.start(frameTime);
    else if (const auto next = m_motion.nextChange(time))
        m_frames.start(*next - time);
    else
        m_frames.stop();
}

void BoardCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void BoardCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool isFar = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        moveBy(-1);
        break;
    case Qt::Key_Down:
        moveBy(1);
        break;
    case Qt::Key_Left:
        moveToLane(laneIndex(m_current) - 1, m_current.isLane);
        break;
    case Qt::Key_Right:
        moveToLane(laneIndex(m_current) + 1, m_current.isLane);
        break;
    case Qt::Key_PageUp:
        moveBy(-std::max(1, viewport()->height() / m_painter.measures().cardHeight - 1));
        break;
    case Qt::Key_PageDown:
        moveBy(std::max(1, viewport()->height() / m_painter.measures().cardHeight - 1));
        break;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const bool isHome = event->key() == Qt::Key_Home;
        if (isFar)
            moveToLane(isHome ? 0 : m_board.lanes.size() - 1, m_current.isLane);
        else
            moveBy(isHome ? -int(m_board.cardCount()) : int(m_board.cardCount()));
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current.isValid())
            emit activated();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

/// Moves up or down in the lane; Home reaches its first card, one more step up the lane itself.
void BoardCanvas::moveBy(int step)
{
    const qsizetype index = laneIndex(m_current);
    if (index < 0) {
        moveToLane(0, false);
        return;
    }
    const BoardLane &lane = m_board.lanes.at(index);
    const auto at = std::ranges::find(lane.cards, m_current.card, &BoardCard::sysId);
    const qsizetype now = m_current.isLane ? -1 : at - lane.cards.begin();
    const qsizetype lowest = step == -1 || lane.cards.isEmpty() ? -1 : 0;
    const qsizetype next = std::clamp<qsizetype>(now + step, lowest, lane.cards.size() - 1);
    setCurrent(itemOf(lane, next));
    makeVisible(m_current);
}

/// Goes to the card of a lane that is beside the current one, or to the lane itself.
void BoardCanvas::moveToLane(qsizetype index, bool toHeader)
{
    if (m_board.lanes.isEmpty())
        return;
    const BoardLane &lane =
        m_board.lanes.at(std::clamp<qsizetype>(index, 0, m_board.lanes.size() - 1));
    qsizetype card = -1;
    if (!toHeader && !lane.cards.isEmpty()) {
        const int y = m_layout.cards.value(m_current.card).center().y();
        card = 0;
        while (card + 1 < lane.cards.size()
               && m_layout.cards.value(lane.cards.at(card).sysId).bottom() < y)
            ++card;
    }
    setCurrent(itemOf(lane, card));
    makeVisible(m_current);
}

void BoardCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Item item = itemAt(event->position().toPoint());
    setCurrent(item);
    if (item.isValid())
        emit clicked();
}

void BoardCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept(); // the press was
}

void BoardCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_current.isValid()
        && itemAt(event->position().toPoint()) == m_current)
        emit activated();
}

void BoardCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    // Who comes by the keyboard begins somewhere.
    if (!m_current.isValid() && event->reason() != Qt::MouseFocusReason)
        moveToLane(0, false);
    viewport()->update();
}

void BoardCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void BoardCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        applyLook();
        break;
    default:
        break;
    }
}

bool BoardCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipOf(itemAt(help->pos()));
        QToolTip::showText(
            help->globalPos(), text.isEmpty() ? text : toolTipText(text), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    viewport()->update();
}

void BoardCanvas::applyLook()
{
    m_painter.setLook(font(), palette(), devicePixelRatioF());
    relayout();
}

void BoardCanvas::relayout()
{
    m_painter.setLook(font(), palette(), devicePixelRatioF());
    m_layout = BoardLayout::make(m_board, m_painter.measures(), viewport()->size());
    m_motion.clear();
    m_emptyLabel->setGeometry(viewport()->rect());
    updateRanges();
    viewport()->update();
}

void BoardCanvas::updateRanges()
{
    const auto update = [](QScrollBar *bar, int content, int room, int step) {
        bar->setPageStep(room);
        bar->setSingleStep(step);
        bar->setRange(0, std::max(0, content - room));
    };
    const BoardMeasures &measures = m_painter.measures();
    update(horizontalScrollBar(),
           m_layout.size.width(),
           viewport()->width(),
           measures.narrowestLane / 4);
    update(
        verticalScrollBar(), m_layout.size.height(), viewport()->height(), measures.cardHeight / 2);
}

void BoardCanvas::setCurrent(const Item &item)
{
    if (item == m_current)
        return;
    m_current = item;
    viewport()->update();
    tellAccessibleFocus(this);
    emit currentChanged();
}

void BoardCanvas::makeVisible(const Item &item)
{
    const qsizetype index = laneIndex(item);
    if (index < 0)
        return;
    const auto bring = [](QScrollBar *bar, int from, int to, int room) {
        if (from < bar->value())
            bar->setValue(from);
        else if (to > bar->value() + room)
            bar->setValue(to - room);
    };
    const int space = m_painter.measures().space;
    const QRect &column = m_layout.columns.at(index).body;
    bring(horizontalScrollBar(),
          column.left() - space,
          column.right() + 1 + space,
          viewport()->width());
    if (item.isLane)
        return;
    const QRect card = m_layout.cards.value(item.card);
    bring(verticalScrollBar(),
          card.top() - m_painter.measures().headerHeight - space,
          card.bottom() + 1 + space,
          viewport()->height());
}

bool BoardCanvas::isAnimated() const
{
    return style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) != 0;
}

BoardMotion::Time BoardCanvas::now() const
{
    return BoardMotion::Time(m_clock.elapsed());
}

QPoint BoardCanvas::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

qsizetype BoardCanvas::laneIndex(const Item &item) const
{
    if (!item.isValid())
        return -1;
    const auto lane = std::ranges::find(m_board.lanes, item.lane, &BoardLane::sysId);
    return lane == m_board.lanes.end() ? -1 : lane - m_board.lanes.begin();
}

/// A card of a lane by its place; the lane itself for -1.
BoardCanvas::Item BoardCanvas::itemOf(const BoardLane &lane, qsizetype card)
{
    if (card < 0)
        return {lane.sysId, {}, true};
    return {lane.sysId, lane.cards.at(card).sysId, false};
}

QString BoardCanvas::toolTipOf(const Item &item) const
{
    const qsizetype index = laneIndex(item);
    if (index < 0)
        return {};
    const BoardLane &lane = m_board.lanes.at(index);
    if (item.isLane)
        return laneHint(lane);
    const BoardCard *card = m_board.card(item.card);
    return card ? cardHint(*card, lane) : QString();
}

} // namespace amb
