// SPDX-License-Identifier: MIT
#include "core/decode/boarddifference.h"
#include "core/recordwatchername.h"
#include "tests/unit/decode/boardsamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

using namespace boards;

/// What traffic and readings make of a board.
class TestBoardRecords : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readingShowsTheBoard();
    void movedCardIsInItsNewLane();
    void olderMoveChangesNothing();
    void lateMessageTellsWhatNobodyToldYet();
    void timeDecidesWhereNoCountIsTold();
    void repetitionIsNoNews();
    void renamedLaneKeepsItsCards();
    void removedCardGoesAndComesBack();
    void deletedCardStaysDeletedWhateverComesLate();
    void deletedLaneLeavesItsCardsWithoutLane();
    void cardWithoutLaneIsShownAsSuch();
    void laneThatOnlyCardsNameIsShown();
    void numberIsNotTakenForText();
    void taskTellsOfItsCard();
    void foreignRecordsDoNotConcernABoard();
    void twoBoardsAreKeptApart();
    void cardMovesToAnotherBoard();
    void queryOfTheChannelTellsTheBoard();
    void exitMarksTheCardAsUnwatched();
    void exitFromOneOfTwoQueriesMarksNothing();
    void olderReadingDoesNotUndoTheTraffic();
    void readingDropsWhatIsNotThereAnyMore();
    void readingDoesNotBringBackWhatWasDeletedMeanwhile();
    void lateMessageDoesNotBringBackWhatAReadingMissed();
    void insertBringsBackWhatAReadingMissed();
    void laneThatAReadingDoesNotKnowIsNotThere();

    void sameBoardsHaveNoDifference();
    void everyKindOfDifferenceIsListed();
    void anyBytesAreSurvived();

private:
    BoardRecords::Effect tell(const Delivery &delivery, const QByteArray &channel = "/rw/any");
    void read(const BoardReading &reading) { m_records.apply(reading, {}); }
    [[nodiscard]] QString shown(const QString &board = u"b"_s) const
    {
        return text(boardOf(m_records, board));
    }

    BoardRecords m_records;
    qint64 m_row = 0;
};

void TestBoardRecords::init()
{
    m_records = {};
    m_row = 0;
}

BoardRecords::Effect TestBoardRecords::tell(const Delivery &delivery, const QByteArray &channel)
{
    const auto event = readBoardEvent(channel, delivery.toJson(channel));
    if (!event)
        return BoardRecords::Effect::Foreign;
    return m_records.apply(*event, {Row(m_row++), {}});
}

void TestBoardRecords::readingShowsTheBoard()
{
    read(smallBoard());
    QCOMPARE(shown(),
             u"Facilities\n"
             "  To Do\n"
             "    VTB-c1 | Paint | Ann | roof,urgent\n"
             "    VTB-c2 | Sweep |  | roof,urgent\n"
             "  Done\n"_s);
    QCOMPARE(m_records.boards(), QStringList{u"b"_s});
}

void TestBoardRecords::movedCardIsInItsNewLane()
{
    read(smallBoard());
    QCOMPARE(tell(update("vtb_card", "c1", 4).set("lane", "done", "Done").by("agent.two")),
             BoardRecords::Effect::Applied);
    QCOMPARE(shown(),
             u"Facilities\n"
             "  To Do\n"
             "    VTB-c2 | Sweep |  | roof,urgent\n"
             "  Done\n"
             "    VTB-c1 | Paint | Ann | roof,urgent\n"_s);
    QCOMPARE(boardOf(m_records, u"b"_s).card(u"c1"_s)->lastUser, u"agent.two"_s);
}

void TestBoardRecords::olderMoveChangesNothing()
{
    read(smallBoard());
    tell(update("vtb_card", "c1", 6).set("lane", "done", "Done"));
    const QString before = shown();
    QCOMPARE(tell(update("vtb_card", "c1", 5).set("lane", "todo", "To Do")),
             BoardRecords::Effect::Repeated);
    QCOMPARE(shown(), before);
}

void TestBoardRecords::lateMessageTellsWhatNobodyToldYet()
{
    read(smallBoard());
    tell(update("vtb_card", "c1", 6).set("order", "9"));
    QCOMPARE(tell(update("vtb_card", "c1", 5).set("lane", "done", "Done")),
             BoardRecords::Effect::Late);
    QCOMPARE(boardOf(m_records, u"b"_s).laneOf(u"c1"_s)->name, u"Done"_s);
}

void TestBoardRecords::timeDecidesWhereNoCountIsTold()
{
    const auto move = [](const QByteArray &lane, const QByteArray &time) {
        Delivery delivery("update", "vtb_card", "c9");
        delivery.set("board", "b").set("lane", lane, lane).set("sys_updated_on", time);
        return delivery;
    };
    tell(move("second", "2026-03-02 10:00:02"));
    tell(move("first", "2026-03-02 10:00:01"));
    QCOMPARE(boardOf(m_records, u"b"_s).card(u"c9"_s)->lane, u"second"_s);
}

void TestBoardRecords::repetitionIsNoNews()
{
    const Delivery move = update("vtb_card", "c1", 4).set("lane", "done", "Done");
    QCOMPARE(tell(move), BoardRecords::Effect::Applied);
    const Moment first = m_records.find(u"c1"_s)->last;
    QCOMPARE(tell(move), BoardRecords::Effect::Repeated);
    QCOMPARE(m_records.find(u"c1"_s)->last.row, first.row);
}

void TestBoardRecords::renamedLaneKeepsItsCards()
{
    read(smallBoard());
    tell(update("vtb_lane", "todo", 1).set("name", "Backlog"));
    QVERIFY(shown().contains("Backlog\n    VTB-c1"_L1));
}

void TestBoardRecords::removedCardGoesAndComesBack()
{
    read(smallBoard());
    const QString before = shown();
    tell(update("vtb_card", "c2", 4).set("removed", "true"));
    QVERIFY(!shown().contains("Sweep"_L1));
    tell(update("vtb_card", "c2", 5).set("removed", "false"));
    QCOMPARE(shown(), before);
}

void TestBoardRecords::deletedCardStaysDeletedWhateverComesLate()
{
    tell(deletion("vtb_card", "c7"));
    QCOMPARE(tell(insertion("vtb_card", "c7").set("board", "b").set("lane", "todo", "To Do")),
             BoardRecords::Effect::Late);
    QCOMPARE(boardOf(m_records, u"b"_s).cardCount(), 0);
    QCOMPARE(tell(deletion("vtb_card", "c7")), BoardRecords::Effect::Repeated);
}

void TestBoardRecords::deletedLaneLeavesItsCardsWithoutLane()
{
    read(smallBoard());
    tell(deletion("vtb_lane", "todo"));
    QCOMPARE(shown(),
             u"Facilities\n"
             "  Done\n"
             "  (lane not known)\n"
             "    VTB-c1 | Paint | Ann | roof,urgent\n"
             "    VTB-c2 | Sweep |  | roof,urgent\n"_s);
    QCOMPARE(boardOf(m_records, u"b"_s).card(u"c1"_s)->laneName, u"To Do"_s);
}

void TestBoardRecords::cardWithoutLaneIsShownAsSuch()
{
    tell(update("vtb_card", "c1", 2).set("board", "b", "Facilities").named("Paint"));
    QCOMPARE(shown(),
             u"Facilities\n"
             "  (lane not known)\n"
             "    ? | Paint | ? | \n"_s);
}

void TestBoardRecords::laneThatOnlyCardsNameIsShown()
{
    tell(insertion("vtb_card", "c1")
             .set("board", "b", "Facilities")
             .set("lane", "todo", "To Do")
             .set("task", "t", "INC0010077")
             .named("Paint"));
    QCOMPARE(shown(),
             u"Facilities\n"
             "  To Do (only named)\n"
             "    INC0010077 | Paint | ? | \n"_s);
}

void TestBoardRecords::numberIsNotTakenForText()
{
    tell(insertion("vtb_card", "c1")
             .set("board", "b", "Facilities")
             .set("task", "t1", "INC0010077")
             .named("INC0010077"));
    tell(insertion("vtb_card", "c2")
             .set("board", "b", "Facilities")
             .set("task", "t2", "Paint room 2041")
             .named("Paint room 2041"));
    QVERIFY(shown().contains("INC0010077 | ? | ? |"_L1));
    QVERIFY(shown().contains("? | Paint room 2041 | ? |"_L1));
}

void TestBoardRecords::taskTellsOfItsCard()
{
    read(smallBoard());
    QCOMPARE(tell(update("incident", "t-c2", 2)
                      .set("assigned_to", "u1", "Bob")
                      .set("short_description", "Sweep twice")
                      .by("agent.three")),
             BoardRecords::Effect::Applied);
    QVERIFY(shown().contains("VTB-c2 | Sweep twice | Bob"_L1));
    QCOMPARE(boardOf(m_records, u"b"_s).card(u"c2"_s)->lastUser, u"agent.three"_s);
}

void TestBoardRecords::foreignRecordsDoNotConcernABoard()
{
    read(smallBoard());
    QCOMPARE(tell(update("incident", "other", 2).set("number", "INC1")),
             BoardRecords::Effect::Foreign);
    QVERIFY(!m_records.find(u"other"_s));
}

void TestBoardRecords::twoBoardsAreKeptApart()
{
    read(smallBoard());
    tell(insertion("vtb_card", "x1")
             .set("board", "other", "Move")
             .set("lane", "l", "Boxes")
             .named("Pack"));
    QVERIFY(!shown().contains("Pack"_L1));
    QCOMPARE(shown(u"other"_s), u"Move\n  Boxes (only named)\n    ? | Pack | ? | \n"_s);
    QCOMPARE(m_records.boards().size(), 2);
}

void TestBoardRecords::cardMovesToAnotherBoard()
{
    read(smallBoard());
    tell(update("vtb_card", "c1", 4).action("exit").set("board", "other", "Move"));
    QVERIFY(!shown().contains("Paint"_L1));
    // Its lane is one of the board it left.
    QCOMPARE(boardOf(m_records, u"other"_s).lanes.last().standing, BoardLane::Standing::Unknown);
}

void TestBoardRecords::queryOfTheChannelTellsTheBoard()
{
    const QByteArray channel =
        RecordWatcherName::encode("default", u"vtb_card"_s, u"board=b^removed=false"_s);
    tell(update("vtb_card", "c1", 4).set("lane", "todo", "To Do").named("Paint"), channel);
    QVERIFY(shown().contains("Paint"_L1));
    const QByteArray either =
        RecordWatcherName::encode("default", u"vtb_card"_s, u"board=p^ORboard=q"_s);
    tell(update("vtb_card", "c2", 4).set("lane", "todo", "To Do").named("Sweep"), either);
    QCOMPARE(m_records.boards(), (QStringList{u"b"_s, QString()}));
    QVERIFY(shown(QString()).contains("Sweep"_L1));
}

void TestBoardRecords::exitMarksTheCardAsUnwatched()
{
    read(smallBoard());
    tell(update("vtb_card", "c1", 4).action("exit").set("order", "7"));
    QVERIFY(shown().contains("Paint | Ann | roof,urgent (unwatched)"_L1));
    tell(update("vtb_card", "c1", 5).action("entry").set("order", "8"));
    QVERIFY(!shown().contains("unwatched"_L1));
}

void TestBoardRecords::exitFromOneOfTwoQueriesMarksNothing()
{
    read(smallBoard());
    tell(update("vtb_card", "c1", 4).set("lane", "done", "Done"));
    tell(update("vtb_card", "c1", 4).action("exit").set("lane", "done", "Done"));
    tell(update("vtb_card", "c2", 4).action("exit").set("lane", "done", "Done"));
    tell(update("vtb_card", "c2", 4).set("lane", "done", "Done"));
    QVERIFY(!shown().contains("unwatched"_L1));
}

void TestBoardRecords::olderReadingDoesNotUndoTheTraffic()
{
    tell(update("vtb_card", "c1", 9).set("lane", "done", "Done").set("board", "b"));
    BoardReading reading = smallBoard();
    reading.askedAt = Row(0);
    read(reading);
    QCOMPARE(boardOf(m_records, u"b"_s).laneOf(u"c1"_s)->name, u"Done"_s);
}

void TestBoardRecords::readingDropsWhatIsNotThereAnyMore()
{
    read(smallBoard());
    tell(insertion("vtb_card", "old").set("board", "b").set("lane", "todo", "To Do"));
    BoardReading reading = smallBoard();
    reading.askedAt = Row(m_row);
    tell(insertion("vtb_card", "new").set("board", "b").set("lane", "todo", "To Do"));
    read(reading);
    const Board board = boardOf(m_records, u"b"_s);
    QVERIFY(!board.card(u"old"_s));
    QVERIFY(board.card(u"new"_s));
}

void TestBoardRecords::readingDoesNotBringBackWhatWasDeletedMeanwhile()
{
    read(smallBoard());
    BoardReading reading = smallBoard();
    reading.askedAt = Row(m_row);
    tell(deletion("vtb_card", "c1"));
    read(reading);
    QVERIFY(!boardOf(m_records, u"b"_s).card(u"c1"_s));
    reading.askedAt = Row(m_row);
    read(reading);
    QVERIFY(boardOf(m_records, u"b"_s).card(u"c1"_s));
}

void TestBoardRecords::lateMessageDoesNotBringBackWhatAReadingMissed()
{
    read(smallBoard());
    BoardReading reading = smallBoard();
    reading.askedAt = Row(m_row);
    reading.records.removeIf([](const auto &record) { return record.sysId == "c2"_L1; });
    read(reading);
    QCOMPARE(tell(update("vtb_card", "c2", 5).set("lane", "done", "Done")),
             BoardRecords::Effect::Late);
    QVERIFY(!boardOf(m_records, u"b"_s).card(u"c2"_s));
}

void TestBoardRecords::insertBringsBackWhatAReadingMissed()
{
    lateMessageDoesNotBringBackWhatAReadingMissed();
    tell(update("vtb_card", "c2", 6).action("entry").set("board", "b", "Facilities"));
    const Board board = boardOf(m_records, u"b"_s);
    QVERIFY(board.card(u"c2"_s));
    QCOMPARE(board.laneOf(u"c2"_s)->standing, BoardLane::Standing::Unknown);
}

void TestBoardRecords::laneThatAReadingDoesNotKnowIsNotThere()
{
    BoardReading reading = smallBoard();
    reading.records.removeIf([](const auto &record) { return record.sysId == "todo"_L1; });
    read(reading);
    QCOMPARE(boardOf(m_records, u"b"_s).laneOf(u"c1"_s)->standing, BoardLane::Standing::Unknown);
}

void TestBoardRecords::sameBoardsHaveNoDifference()
{
    read(smallBoard());
    const Board board = boardOf(m_records, u"b"_s);
    QVERIFY(boardDifference(board, board).isEmpty());
}

void TestBoardRecords::everyKindOfDifferenceIsListed()
{
    read(smallBoard());
    const Board shownBoard = boardOf(m_records, u"b"_s);
    tell(update("vtb_card", "c1", 4).set("lane", "done", "Done").set("order", "5"));
    tell(update("vtb_lane", "todo", 1).set("name", "Backlog"));
    tell(insertion("vtb_lane", "late").set("board", "b").set("name", "Late").set("order", "2"));
    tell(deletion("vtb_card", "c2"));
    tell(insertion("vtb_card", "c3").set("board", "b").set("lane", "done", "Done").named("Oil"));
    tell(insertion("vtb_board_member", "m").set("board", "b").set("user", "u", "Ann"));
    QStringList lines;
    for (const BoardDifference &each : boardDifference(shownBoard, boardOf(m_records, u"b"_s)))
        lines.append(u"%1 %2 %3 %4: %5 -> %6"_s.arg(int(each.subject))
                         .arg(int(each.kind))
                         .arg(int(each.field))
                         .arg(each.name,
                              each.shown.isNull() ? u"?"_s : each.shown,
                              each.actual.isNull() ? u"?"_s : each.actual));
    QCOMPARE(lines,
             (QStringList{u"1 2 1 Backlog: To Do -> Backlog"_s,
                          u"1 0 0 Late: ? -> Late"_s,
                          u"2 2 3 VTB-c1 Paint: To Do -> Done"_s,
                          u"2 2 2 VTB-c1 Paint: 0 -> 5"_s,
                          u"2 0 0 Oil: ? -> Done"_s,
                          u"2 1 0 VTB-c2 Sweep: To Do -> ?"_s,
                          u"3 0 0 Ann: ? -> Ann"_s}));
}

void TestBoardRecords::anyBytesAreSurvived()
{
    const QByteArray good = update("vtb_card", "c1", 4).set("lane", "done", "Done").toJson();
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = bad.at(i) == '"' ? '7' : '"';
        if (const auto event = readBoardEvent("/rw/default/vtb_card/Ym9hcmQ9Yg--", bad))
            m_records.apply(*event, {Row(m_row++), {}});
        readBoardEvent("", good.first(i));
    }
    for (const QByteArray &odd : {QByteArray(R"({"data":{"operation":"insert","sys_id":7}})"),
                                  QByteArray(R"({"data":[1]})"),
                                  QByteArray("[]"),
                                  QByteArray()})
        QVERIFY(!readBoardEvent("/x", odd));
    boardOf(m_records, u"b"_s);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestBoardRecords)

#include "test_boardrecords.moc"
