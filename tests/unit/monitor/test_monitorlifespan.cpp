// SPDX-License-Identifier: MIT
#include "core/monitorlifespan.h"

#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

class TestMonitorLifespan : public QObject
{
    Q_OBJECT

private slots:
    void knowsNothingAtFirst();
    void replacesWellBeforeTheAssumedEnd();
    void learnsFromWhatItSaw_data();
    void learnsFromWhatItSaw();
    void remembersTheShortest();
    void neverReplacesSoonerThanAllowed();
    void keepsAMarginBeforeTheCountdownsEnd();
};

void TestMonitorLifespan::knowsNothingAtFirst()
{
    MonitorLifespan lifespan(5s);
    QVERIFY(!lifespan.isKnown());
    QVERIFY(!lifespan.replaceAt());
    lifespan.outlived();
    QVERIFY(lifespan.isKnown());
    QVERIFY(!lifespan.replaceAt());
}

void TestMonitorLifespan::replacesWellBeforeTheAssumedEnd()
{
    MonitorLifespan lifespan(5s);
    lifespan.assume(60s);
    QVERIFY(lifespan.replaceAt() == 45s); // as was measured to work (amb.md § 3.4)
}

void TestMonitorLifespan::learnsFromWhatItSaw_data()
{
    QTest::addColumn<int>("alive");
    QTest::addColumn<int>("dead");
    QTest::addColumn<int>("replaceAt");
    QTest::newRow("alive shortly before") << 60 << 90 << 45;
    QTest::newRow("just dead") << 100 << 100 << 75;
    QTest::newRow("not seen alive for long") << 4 << 120 << 45;
    QTest::newRow("never seen alive") << 0 << 80 << 30;
}

void TestMonitorLifespan::learnsFromWhatItSaw()
{
    QFETCH(int, alive);
    QFETCH(int, dead);
    QFETCH(int, replaceAt);
    MonitorLifespan lifespan(5s);
    lifespan.ended(std::chrono::seconds(alive), std::chrono::seconds(dead));
    QVERIFY(lifespan.replaceAt() == std::chrono::seconds(replaceAt));
}

void TestMonitorLifespan::remembersTheShortest()
{
    MonitorLifespan lifespan(5s);
    lifespan.ended(80s, 90s);
    lifespan.ended(40s, 50s);
    lifespan.ended(80s, 90s);
    QVERIFY(lifespan.replaceAt() == 30s);
}

void TestMonitorLifespan::neverReplacesSoonerThanAllowed()
{
    MonitorLifespan lifespan(5s);
    lifespan.ended(0s, 1s);
    QVERIFY(lifespan.replaceAt() == 5s);
}

void TestMonitorLifespan::keepsAMarginBeforeTheCountdownsEnd()
{
    QVERIFY(MonitorLifespan::marginOf(30min, 60s) == 60s);
    QVERIFY(MonitorLifespan::marginOf(30s, 60s) == 7500ms);
    QVERIFY(MonitorLifespan::marginOf(0s, 60s) == 0s);
}

QTEST_GUILESS_MAIN(TestMonitorLifespan)
#include "test_monitorlifespan.moc"
