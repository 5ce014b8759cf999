// SPDX-License-Identifier: MIT
#include "tests/gui/sampleboard.h"
#include "ui/boards/boardcanvas.h"

#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A system that is set to reduced motion.
class CalmStyle : public QProxyStyle
{
public:
    CalmStyle()
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    { }

    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

qint64 microsecondsOfThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000 + time.tv_nsec / 1000;
}

} // namespace

/// The board as people see it and walk on it.
class TestBoardCanvas : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void arrowKeysWalkCardsAndLanes();
    void homeAndEndGoToTheEndsOfALane();
    void emptyLaneCanBeReached();
    void returnAsksForMessages();
    void clickSelectsACard();
    void currentCardStaysCurrentWhenItMoves();
    void currentCardThatGoesIsNoLongerCurrent();
    void walkingScrolls();
    void screenReaderHearsLanesAndCards();
    void emptyBoardSaysWhatWouldFillIt();
    void reducedMotionShowsTheEndAtOnce();
    void framesAreQuickWhileManyCardsMove_data();
    void framesAreQuickWhileManyCardsMove();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_canvas.get(), key, modifiers);
    }
    [[nodiscard]] QString current() const
    {
        const BoardCanvas::Item &item = m_canvas->current();
        return item.isLane ? item.lane : item.card;
    }

    std::unique_ptr<BoardCanvas> m_canvas;
};

void TestBoardCanvas::init()
{
    m_canvas = std::make_unique<BoardCanvas>();
    m_canvas->resize(1000, 500);
    m_canvas->setBoard(sampleBoard(9), BoardCanvas::Change::Jump);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
    m_canvas->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_canvas->hasFocus());
}

void TestBoardCanvas::cleanup()
{
    m_canvas.reset();
}

void TestBoardCanvas::arrowKeysWalkCardsAndLanes()
{
    QCOMPARE(current(), u"c0"_s); // where the keyboard begins
    press(Qt::Key_Down);
    QCOMPARE(current(), u"c4"_s);
    press(Qt::Key_Right);
    QCOMPARE(current(), u"c5"_s);
    press(Qt::Key_Up);
    QCOMPARE(current(), u"c1"_s);
    press(Qt::Key_Up);
    QCOMPARE(current(), u"l1"_s);
    press(Qt::Key_Left);
    QCOMPARE(current(), u"l0"_s);
    press(Qt::Key_Left);
    QCOMPARE(current(), u"l0"_s);
    press(Qt::Key_Down);
    QCOMPARE(current(), u"c0"_s);
}

void TestBoardCanvas::homeAndEndGoToTheEndsOfALane()
{
    press(Qt::Key_End);
    QCOMPARE(current(), u"c8"_s);
    press(Qt::Key_Home);
    QCOMPARE(current(), u"c0"_s);
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(current(), u"c3"_s);
    press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(current(), u"c0"_s);
}

void TestBoardCanvas::emptyLaneCanBeReached()
{
    Board board = sampleBoard(4);
    board.lanes[1].cards.clear();
    m_canvas->setBoard(board, BoardCanvas::Change::Jump);
    press(Qt::Key_Right);
    QCOMPARE(current(), u"l1"_s);
    press(Qt::Key_Down);
    QCOMPARE(current(), u"l1"_s);
}

void TestBoardCanvas::returnAsksForMessages()
{
    const QSignalSpy activated(m_canvas.get(), &BoardCanvas::activated);
    press(Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void TestBoardCanvas::clickSelectsACard()
{
    const QSignalSpy clicked(m_canvas.get(), &BoardCanvas::clicked);
    const QRect place = m_canvas->placeOf({u"l2"_s, u"c6"_s, false});
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(current(), u"c6"_s);
    const QRect header = m_canvas->placeOf({u"l3"_s, {}, true});
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, header.center());
    QCOMPARE(current(), u"l3"_s);
    QCOMPARE(clicked.size(), 2);
}

void TestBoardCanvas::currentCardStaysCurrentWhenItMoves()
{
    Board board = sampleBoard(9);
    moveCard(board, u"c0"_s, 3, 7);
    m_canvas->setBoard(board, BoardCanvas::Change::Happening);
    QCOMPARE(current(), u"c0"_s);
    press(Qt::Key_Left);
    QCOMPARE(m_canvas->current().lane, u"l2"_s);
}

void TestBoardCanvas::currentCardThatGoesIsNoLongerCurrent()
{
    Board board = sampleBoard(9);
    board.lanes[0].cards.removeFirst();
    m_canvas->setBoard(board, BoardCanvas::Change::Happening);
    QVERIFY(!m_canvas->current().isValid());
}

void TestBoardCanvas::walkingScrolls()
{
    m_canvas->setBoard(sampleBoard(60), BoardCanvas::Change::Jump);
    press(Qt::Key_End);
    QVERIFY(m_canvas->verticalScrollBar()->value() > 0);
    QVERIFY(m_canvas->viewport()->rect().contains(m_canvas->placeOf(m_canvas->current())));
    press(Qt::Key_Home);
    QCOMPARE(m_canvas->verticalScrollBar()->value(), 0);
}

void TestBoardCanvas::screenReaderHearsLanesAndCards()
{
    QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(board);
    QCOMPARE(board->role(), QAccessible::List);
    QCOMPARE(board->childCount(), 4 + 9);
    QCOMPARE(board->child(0)->text(QAccessible::Name), u"Lane To Do, 3 cards"_s);
    QCOMPARE(board->child(2)->text(QAccessible::Name),
             u"VTB0010014 Check the fire extinguishers on floor 4, assigned to Agent Two, "
             "labels urgent, lane To Do, 2 of 3"_s);
    QCOMPARE(board->indexOfChild(board->child(2)), 2);
    QVERIFY(board->child(2)->isValid());
    m_canvas->setCurrentCard(u"c4"_s);
    QCOMPARE(board->focusChild(), board->child(2));
    QVERIFY(board->child(2)->state().focused);
    const QRect place = board->child(2)->rect();
    QCOMPARE(board->childAt(place.center().x(), place.center().y()), board->child(2));
    QVERIFY(!board->child(99));
}

void TestBoardCanvas::emptyBoardSaysWhatWouldFillIt()
{
    m_canvas->setEmptyText(u"Nothing yet"_s);
    m_canvas->setBoard({}, BoardCanvas::Change::Jump);
    auto *label = m_canvas->findChild<QWidget *>(u"boardEmpty"_s);
    QVERIFY(label->isVisible());
    press(Qt::Key_Down);
    QVERIFY(!m_canvas->current().isValid());
    m_canvas->setBoard(sampleBoard(1), BoardCanvas::Change::Jump);
    QVERIFY(!label->isVisible());
}

void TestBoardCanvas::reducedMotionShowsTheEndAtOnce()
{
    CalmStyle style;
    m_canvas->setStyle(&style);
    const QRect upper = m_canvas->placeOf({u"l0"_s, u"c0"_s, false});
    const QRect lower = m_canvas->placeOf({u"l0"_s, u"c4"_s, false});
    const QImage before = m_canvas->viewport()->grab(lower).toImage();
    Board board = sampleBoard(9);
    moveCard(board, u"c0"_s, 3, 7);
    m_canvas->setBoard(board, BoardCanvas::Change::Happening);
    // The card below is in the upper place with the first frame.
    QCOMPARE(m_canvas->viewport()->grab(upper).toImage(), before);
    m_canvas->setStyle(nullptr);
}

void TestBoardCanvas::framesAreQuickWhileManyCardsMove_data()
{
    QTest::addColumn<int>("cards");
    QTest::newRow("5 cards") << 5;
    QTest::newRow("60 cards") << 60;
    QTest::newRow("200 cards") << 200;
}

void TestBoardCanvas::framesAreQuickWhileManyCardsMove()
{
    QFETCH(const int, cards);
    m_canvas->resize(1500, 900);
    Board board = sampleBoard(cards);
    m_canvas->setBoard(board, BoardCanvas::Change::Jump);
    QImage frame(m_canvas->size(), QImage::Format_ARGB32_Premultiplied);
    // A second of 60 frames in which 50 cards move: all that a frame does, without waiting.
    constexpr int frames = 60;
    constexpr int moves = 50;
    qint64 total = 0;
    int moved = 0;
    for (int i = 0; i < frames; ++i) {
        const qint64 begin = microsecondsOfThisThread();
        if (i * moves / frames >= moved) {
            moveCard(board, u"c%1"_s.arg(moved * 7 % cards), moved % 4, 100 + moved);
            m_canvas->setBoard(board, BoardCanvas::Change::Happening);
            ++moved;
        }
        m_canvas->render(&frame);
        total += microsecondsOfThisThread() - begin;
    }
    QVERIFY(moved >= moves - 1);
    const qint64 each = total / frames;
    // Sanitizers and missing optimisation make it slower, not more than that.
    QVERIFY2(each < 16'000, qPrintable(QString::number(each)));
}

} // namespace amb

QTEST_MAIN(amb::TestBoardCanvas)

#include "test_boardcanvas.moc"
