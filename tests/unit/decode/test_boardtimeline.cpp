// SPDX-License-Identifier: MIT
#include "core/decode/boardtimeline.h"
#include "tests/unit/decode/boardsamples.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

using namespace boards;

namespace {

const QByteArray channel = "/rw/default/vtb_card/x";

/// A capture of board traffic in memory, and the timeline on it.
class Recording
{
public:
    bool tell(const Delivery &delivery)
    {
        m_rows.append(delivery.toJson(channel));
        const Moment moment{Row(m_rows.size() - 1), Timestamp(1s * m_rows.size())};
        return timeline.offer(moment, channel, m_rows.last());
    }

    void read(BoardReading reading)
    {
        reading.askedAt = Row(m_rows.size());
        timeline.add(reading, Timestamp(1s * m_rows.size()));
    }

    void forget(qsizetype rows)
    {
        for (qsizetype i = 0; i < rows; ++i)
            m_rows[i].clear();
        timeline.forgetBefore(Row(rows));
    }

    [[nodiscard]] QString shownAt(qsizetype step) const
    {
        return text(boardOf(timeline.at(step), u"b"_s));
    }

    BoardTimeline timeline{{[this](Row row) { return m_rows.value(qint64(row)); },
                            [](Row) {
                                return channel;
                            }}};

private:
    QList<QByteArray> m_rows;
};

Delivery move(int card, int version)
{
    const QByteArray lane = version % 2 == 0 ? "todo" : "done";
    return update("vtb_card", "c" + QByteArray::number(card), version)
        .set("lane", lane, lane)
        .set("order", QByteArray::number(version % 7));
}

} // namespace

/// The state of boards at any moment, and the history of what is on them.
class TestBoardTimeline : public QObject
{
    Q_OBJECT

private slots:
    void otherMessagesAreNoSteps();
    void everyStepCanBeSeenAgain();
    void readingIsAStepOfItsOwn();
    void rowsAndTimesFindTheirStep();
    void longCaptureIsQuickToLookBackOn();
    void forgottenRowsLeaveTheLaterSteps();
    void historyTellsWhoChangedWhatWhen();
    void historyPutsWhatCameLateWhereItBelongs();
    void historyTellsWhatAReadingFound();
};

void TestBoardTimeline::otherMessagesAreNoSteps()
{
    Recording recording;
    QVERIFY(!recording.timeline.offer({}, channel, R"({"data":{"text":"hello"}})"));
    QVERIFY(!recording.tell(update("incident", "unknown", 1).set("number", "INC1")));
    QVERIFY(recording.tell(move(1, 4)));
    QCOMPARE(recording.timeline.lastStep(), 1);
}

void TestBoardTimeline::everyStepCanBeSeenAgain()
{
    Recording recording;
    recording.read(smallBoard());
    QStringList seen{recording.shownAt(0), recording.shownAt(1)};
    for (int i = 0; i < 700; ++i) {
        recording.tell(move(1 + i % 9, 4 + i / 9));
        seen.append(text(boardOf(recording.timeline.now(), u"b"_s)));
    }
    for (qsizetype step : {0, 1, 2, 63, 64, 65, 500, 499, 129, 700, 701, 3})
        QCOMPARE(recording.shownAt(step), seen.at(step));
    QCOMPARE(seen.at(0), u"?\n"_s);
}

void TestBoardTimeline::readingIsAStepOfItsOwn()
{
    Recording recording;
    recording.tell(move(1, 4));
    recording.read(smallBoard());
    QCOMPARE(recording.timeline.lastStep(), 2);
    QVERIFY(!recording.shownAt(1).contains("Paint"_L1));
    QVERIFY(recording.shownAt(2).contains("Paint"_L1));
}

void TestBoardTimeline::rowsAndTimesFindTheirStep()
{
    Recording recording;
    for (int i = 0; i < 10; ++i) {
        recording.tell(update("incident", "other", i));
        recording.tell(move(1, 4 + i));
    }
    const BoardTimeline &timeline = recording.timeline;
    QCOMPARE(timeline.lastStep(), 10);
    QCOMPARE(timeline.stepAt(Row(0)), 0);
    QCOMPARE(timeline.stepAt(Row(1)), 1);
    QCOMPARE(timeline.stepAt(Row(2)), 1);
    QCOMPARE(timeline.stepAt(Row(19)), 10);
    QCOMPARE(timeline.stepAt(Timestamp(4s)), 2);
    QCOMPARE(timeline.momentOf(2).row, Row(3));
}

void TestBoardTimeline::longCaptureIsQuickToLookBackOn()
{
    Recording recording;
    constexpr int events = 30'000;
    constexpr int cards = 60;
    for (int i = 0; i < events; ++i)
        recording.tell(move(i % cards, i / cards));
    QCOMPARE(recording.timeline.lastStep(), events);
    QElapsedTimer clock;
    clock.start();
    constexpr int looks = 20;
    for (int i = 0; i < looks; ++i)
        QVERIFY(!recording.shownAt(1 + (i * 14'611) % events).isEmpty());
    const qint64 each = clock.elapsed() / looks;
    QVERIFY2(each < 150, qPrintable(QString::number(each))); // also without optimisation
}

void TestBoardTimeline::forgottenRowsLeaveTheLaterSteps()
{
    Recording recording;
    recording.read(smallBoard());
    QStringList seen{recording.shownAt(0), recording.shownAt(1)};
    for (int i = 0; i < 700; ++i) {
        recording.tell(move(1, 4 + i));
        seen.append(text(boardOf(recording.timeline.now(), u"b"_s)));
    }
    recording.forget(300);
    const qsizetype first = recording.timeline.firstStep();
    QVERIFY2(first >= 301 && first < 400, qPrintable(QString::number(first)));
    for (qsizetype step : {first, first + 1, qsizetype(500), qsizetype(701)})
        QCOMPARE(recording.shownAt(step), seen.at(step));
    QCOMPARE(recording.shownAt(5), seen.at(first));
    recording.forget(700);
    QCOMPARE(recording.shownAt(5), seen.last());
}

void TestBoardTimeline::historyTellsWhoChangedWhatWhen()
{
    Recording recording;
    recording.tell(insertion("vtb_card", "c9").set("board", "b").set("lane", "todo", "To Do"));
    recording.tell(update("vtb_card", "c9", 1).set("lane", "done", "Done").by("agent.two"));
    recording.tell(update("vtb_card", "c9", 1).set("lane", "done", "Done").by("agent.two"));
    recording.tell(update("vtb_card", "c9", 2));
    recording.tell(deletion("vtb_card", "c9").by("agent.three"));
    const QList<BoardHappening> history = recording.timeline.history(u"c9"_s);
    QCOMPARE(history.size(), 4);
    using Kind = BoardHappening::Kind;
    QCOMPARE(history.at(0).kind, Kind::Deleted);
    QCOMPARE(history.at(0).user, u"agent.three"_s);
    QCOMPARE(history.at(1).kind, Kind::Touched);
    QCOMPARE(history.at(2).kind, Kind::Changed);
    QCOMPARE(history.at(2).from->display, u"To Do"_s);
    QCOMPARE(history.at(2).to.display, u"Done"_s);
    QCOMPARE(history.at(2).user, u"agent.two"_s);
    QCOMPARE(history.at(2).moment.row, Row(1));
    QCOMPARE(history.at(3).kind, Kind::Created);
}

void TestBoardTimeline::historyPutsWhatCameLateWhereItBelongs()
{
    Recording recording;
    recording.tell(update("vtb_card", "c9", 3).set("lane", "c", "C"));
    recording.tell(update("vtb_card", "c9", 2).set("lane", "b", "B"));
    const QList<BoardHappening> history = recording.timeline.history(u"c9"_s);
    QCOMPARE(history.size(), 2);
    QCOMPARE(history.at(0).from->display, u"B"_s);
    QCOMPARE(history.at(0).to.display, u"C"_s);
    QVERIFY(!history.at(0).isLate);
    QVERIFY(!history.at(1).from);
    QVERIFY(history.at(1).isLate);
}

void TestBoardTimeline::historyTellsWhatAReadingFound()
{
    Recording recording;
    recording.read(smallBoard());
    BoardReading later = smallBoard();
    for (BoardReading::Record &record : later.records) {
        if (record.sysId == "c1"_L1) {
            record.version.modCount = 5;
            record.fields[1].text = {u"done"_s, u"Done"_s};
        }
    }
    recording.read(later);
    const QList<BoardHappening> history = recording.timeline.history(u"c1"_s);
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.at(0).kind, BoardHappening::Kind::Read);
    QCOMPARE(history.at(0).from->display, u"To Do"_s);
    QCOMPARE(history.at(0).to.display, u"Done"_s);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestBoardTimeline)

#include "test_boardtimeline.moc"
