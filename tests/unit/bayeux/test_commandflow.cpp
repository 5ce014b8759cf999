// SPDX-License-Identifier: MIT
#include "core/bayeux/commandflow.h"

#include <QTest>

#include <limits>

using namespace amb;
using namespace std::chrono_literals;

namespace {

const CommandFlow::Clock::time_point start{};

ChannelPattern pattern(const char *text)
{
    return *ChannelPattern::parse(text);
}

CommandLimits oneAtATime()
{
    CommandLimits limits;
    limits.inFlight = 1;
    return limits;
}

} // namespace

class TestCommandFlow : public QObject
{
    Q_OBJECT

private slots:
    void hasRoomForAllWithoutALimit();
    void letsOneGoAtATime();
    void refillsAfterTheLongestWait();
    void doublesThePauseAndGivesUp();
    void staysBelowTheLongestPause();
    void countsEachPatternForItself();
    void forgetsTheRefusalsOfWhatIsSettled();
    void forgetsAllForANewClient();
};

void TestCommandFlow::hasRoomForAllWithoutALimit()
{
    CommandFlow flow;
    flow.sent("1", start);
    QCOMPARE(flow.room(start), std::numeric_limits<int>::max());
    QVERIFY(!flow.nextLook(start));
}

void TestCommandFlow::letsOneGoAtATime()
{
    CommandFlow flow;
    flow.begin(oneAtATime());
    QCOMPARE(flow.room(start), 1);
    flow.sent("1", start);
    QCOMPARE(flow.room(start), 0);
    flow.answered("7");
    QCOMPARE(flow.room(start), 0);
    flow.answered("1");
    QCOMPARE(flow.room(start), 1);
}

void TestCommandFlow::refillsAfterTheLongestWait()
{
    CommandFlow flow;
    flow.begin(oneAtATime());
    flow.sent("1", start);
    QVERIFY(flow.nextLook(start) == start + 10s);
    QCOMPARE(flow.room(start + 9999ms), 0);
    QCOMPARE(flow.room(start + 10s), 1);
    QVERIFY(!flow.nextLook(start + 10s));
}

void TestCommandFlow::doublesThePauseAndGivesUp()
{
    CommandFlow flow;
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 2s);
    QVERIFY(!flow.isDue(pattern("/a"), start + 1999ms));
    QVERIFY(flow.isDue(pattern("/a"), start + 2s));
    QVERIFY(flow.nextLook(start) == start + 2s);
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 4s);
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 8s);
    QVERIFY(!flow.refusedBusy(pattern("/a"), start));
    QVERIFY(flow.isDue(pattern("/a"), start)); // wished again, it begins anew
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 2s);
}

void TestCommandFlow::staysBelowTheLongestPause()
{
    CommandLimits limits;
    limits.retries = 10000;
    limits.longestRetry = 5s;
    CommandFlow flow;
    flow.begin(limits);
    for (int i = 0; i < 5000; ++i)
        QVERIFY(flow.refusedBusy(pattern("/a"), start) <= 5s);
}

void TestCommandFlow::countsEachPatternForItself()
{
    CommandFlow flow;
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 2s);
    QVERIFY(flow.isDue(pattern("/b"), start));
    QVERIFY(flow.refusedBusy(pattern("/b"), start + 1s) == 2s);
    QVERIFY(flow.nextLook(start + 1s) == start + 2s);
    QVERIFY(flow.nextLook(start + 2s) == start + 3s);
}

void TestCommandFlow::forgetsTheRefusalsOfWhatIsSettled()
{
    CommandFlow flow;
    QVERIFY(flow.refusedBusy(pattern("/a"), start));
    flow.settle(pattern("/a"));
    QVERIFY(flow.isDue(pattern("/a"), start));
    QVERIFY(flow.refusedBusy(pattern("/a"), start) == 2s);
}

void TestCommandFlow::forgetsAllForANewClient()
{
    CommandFlow flow;
    flow.begin(oneAtATime());
    flow.sent("1", start);
    QVERIFY(flow.refusedBusy(pattern("/a"), start));
    flow.begin(oneAtATime());
    QCOMPARE(flow.room(start), 1);
    QVERIFY(flow.isDue(pattern("/a"), start));
}

QTEST_GUILESS_MAIN(TestCommandFlow)
#include "test_commandflow.moc"
