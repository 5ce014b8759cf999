// SPDX-License-Identifier: MIT
#include "tests/gui/sampleboard.h"
#include "ui/boards/boardlayout.h"
#include "ui/boards/boardmotion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

namespace {

BoardLayout layoutOf(const Board &board)
{
    return BoardLayout::make(board, BoardMeasures(QFontMetrics(QFont())), {1000, 600});
}

} // namespace

/// How a board's picture goes from one state to the next.
class TestBoardMotion : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cardsFillTheirLanesFromTheTop();
    void movedCardSlidesAndSaysWhoMovedIt();
    void secondMoveBeginsWhereTheCardIs();
    void neighboursSlideWithoutANote();
    void changedCardGlowsForAMoment();
    void goneCardFades();
    void newCardAppears();
    void withoutMotionCardsAreThereAtOnce();
    void nothingMovesWhenNothingChanged();

private:
    void change(BoardMotion::Time now)
    {
        m_motion.change(m_before, layoutOf(m_before), m_after, layoutOf(m_after), now);
    }
    [[nodiscard]] QRectF rest(const QString &card) const { return layoutOf(m_after).cards[card]; }

    BoardMotion m_motion;
    Board m_before;
    Board m_after;
};

void TestBoardMotion::init()
{
    m_motion = {};
    m_before = sampleBoard(8);
    m_after = m_before;
}

void TestBoardMotion::cardsFillTheirLanesFromTheTop()
{
    const BoardLayout layout = layoutOf(m_before);
    QCOMPARE(layout.columns.size(), 4);
    QCOMPARE(layout.cards.size(), 8);
    QCOMPARE(layout.cards[u"c0"_s].top(), layout.cards[u"c1"_s].top());
    QVERIFY(layout.cards[u"c4"_s].top() > layout.cards[u"c0"_s].bottom());
    QVERIFY(layout.cards[u"c1"_s].left() > layout.cards[u"c0"_s].right());
    QVERIFY(layout.size.width() <= 1000);
}

void TestBoardMotion::movedCardSlidesAndSaysWhoMovedIt()
{
    moveCard(m_after, u"c0"_s, 3, 7);
    const QRectF from = layoutOf(m_before).cards[u"c0"_s];
    change(1s);
    QCOMPARE(m_motion.place(u"c0"_s, rest(u"c0"_s), 1s), from);
    const QRectF between = m_motion.place(u"c0"_s, rest(u"c0"_s), 1100ms);
    QVERIFY(between.x() > from.x() && between.x() < rest(u"c0"_s).x());
    QCOMPARE(m_motion.place(u"c0"_s, rest(u"c0"_s), 2s), rest(u"c0"_s));
    QCOMPARE(m_motion.note(u"c0"_s, 2s)->user, u"agent.two"_s);
    QCOMPARE(m_motion.note(u"c0"_s, 2s)->fromLane, u"To Do"_s);
    QVERIFY(!m_motion.note(u"c0"_s, 7s));
    QVERIFY(m_motion.nextChange(3s).has_value());
}

void TestBoardMotion::secondMoveBeginsWhereTheCardIs()
{
    moveCard(m_after, u"c0"_s, 3, 7);
    change(1s);
    const QRectF between = m_motion.place(u"c0"_s, rest(u"c0"_s), 1100ms);
    m_before = m_after;
    moveCard(m_after, u"c0"_s, 1, 8);
    change(1100ms);
    QCOMPARE(m_motion.place(u"c0"_s, rest(u"c0"_s), 1100ms), between);
}

void TestBoardMotion::neighboursSlideWithoutANote()
{
    moveCard(m_after, u"c0"_s, 3, 7);
    change(1s);
    QVERIFY(m_motion.isOnItsWay(u"c4"_s, 1100ms)); // moves up
    QVERIFY(!m_motion.note(u"c4"_s, 1100ms));
    QCOMPARE(m_motion.glow(u"c4"_s, 1100ms), 0.0);
}

void TestBoardMotion::changedCardGlowsForAMoment()
{
    m_after.lanes[1].cards[0].text = u"Something else"_s;
    change(1s);
    QVERIFY(m_motion.glow(u"c1"_s, 1100ms) > 0.8);
    QVERIFY(m_motion.glow(u"c1"_s, 2s) < 0.5);
    QCOMPARE(m_motion.glow(u"c1"_s, 3s), 0.0);
    QVERIFY(!m_motion.isOnItsWay(u"c1"_s, 1100ms));
}

void TestBoardMotion::goneCardFades()
{
    m_after.lanes[1].cards.removeFirst();
    change(1s);
    QCOMPARE(m_motion.ghosts(1s).size(), 1);
    QCOMPARE(m_motion.ghosts(1s).first().card.sysId, u"c1"_s);
    QVERIFY(BoardMotion::opacity(m_motion.ghosts(1s).first(), 1200ms) < 0.7);
    QVERIFY(m_motion.ghosts(2s).isEmpty());
}

void TestBoardMotion::newCardAppears()
{
    m_before.lanes[1].cards.removeFirst();
    change(1s);
    QCOMPARE(m_motion.opacity(u"c1"_s, 1s), 0.0);
    QCOMPARE(m_motion.opacity(u"c1"_s, 2s), 1.0);
}

void TestBoardMotion::withoutMotionCardsAreThereAtOnce()
{
    m_motion.setAnimated(false);
    moveCard(m_after, u"c0"_s, 3, 7);
    m_after.lanes[1].cards.removeFirst();
    change(1s);
    QCOMPARE(m_motion.place(u"c0"_s, rest(u"c0"_s), 1s), rest(u"c0"_s));
    QVERIFY(m_motion.ghosts(1s).isEmpty());
    QVERIFY(m_motion.note(u"c0"_s, 1s).has_value());
}

void TestBoardMotion::nothingMovesWhenNothingChanged()
{
    change(1s);
    QVERIFY(!m_motion.isMoving(1s));
    QVERIFY(!m_motion.nextChange(1s));
}

} // namespace amb

QTEST_MAIN(amb::TestBoardMotion)

#include "test_boardmotion.moc"
