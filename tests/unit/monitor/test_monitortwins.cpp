// SPDX-License-Identifier: MIT
#include "core/monitortwins.h"

#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

namespace {

using Side = MonitorTwins::Side;

constexpr Side a{1};
constexpr Side b{2};
const MonitorTwins::Clock::time_point start{1h};

QByteArray change(const QByteArray &sysId, const QByteArray &operation, const QByteArray &count)
{
    return R"({"channel":"/rw/x","data":{"sys_id":")" + sysId + R"(","operation":")" + operation
        + R"(","record":{"sys_mod_count":{"value":")" + count
        + R"(","display_value":"x"}}},"ext":{"sys_id":")" + sysId + count + operation + R"("}})";
}

} // namespace

class TestMonitorTwins : public QObject
{
    Q_OBJECT

private slots:
    void looksForNothingWhileThereIsOneLink();
    void findsWhatBothLinksDeliver_data();
    void findsWhatBothLinksDeliver();
    void keepsApartWhatIsNotTheSame_data();
    void keepsApartWhatIsNotTheSame();
    void keepsWhatOneLinkDeliversTwice();
    void findsEqualMessagesAsOftenAsTheyCame();
    void forgetsAfterAWhile();
    void findsLateTwinsWhenOneLinkIsLeft();
    void takesTheYoungestThatWaits();
    void keepsItsMemorySmall();

private:
    bool isTwin(Side side,
                const QByteArray &raw,
                MonitorTwins::Clock::duration after = 0s,
                const QByteArray &channel = "/c")
    {
        Record record;
        record.raw = raw;
        record.channel = channel;
        return m_twins->isTwin(side, record, start + after);
    }

    std::unique_ptr<MonitorTwins> m_twins;

private slots:
    void init()
    {
        m_twins = std::make_unique<MonitorTwins>(60s, 5s);
        m_twins->begin();
    }
};

void TestMonitorTwins::looksForNothingWhileThereIsOneLink()
{
    m_twins->end();
    QVERIFY(!m_twins->isLooking());
    QVERIFY(!isTwin(a, "1"));
    QVERIFY(!isTwin(b, "1"));
}

void TestMonitorTwins::findsWhatBothLinksDeliver_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray update = change("1", "update", "7");
    QTest::newRow("by record") << update
                               << QByteArray(update).replace(R"("ext":{)", R"("ext":{"x":1,)");
    QTest::newRow("by message id") << QByteArray(R"({"data":1,"ext":{"sys_id":"m1"}})")
                                   << QByteArray(R"({"data":1,"ext":{"sys_id":"m1"},"id":"7"})");
    QTest::newRow("by bytes") << QByteArray(R"({"data":1})") << QByteArray(R"({"data":1})");
    QTest::newRow("no JSON") << QByteArray("{\xff") << QByteArray("{\xff");
    QTest::newRow("a delete, without a record")
        << QByteArray(R"({"data":{"sys_id":"1","operation":"delete"},"ext":{"sys_id":"m1"}})")
        << QByteArray(R"({"data":{"sys_id":"1","operation":"delete"},"ext":{"sys_id":"m1"}})");
}

void TestMonitorTwins::findsWhatBothLinksDeliver()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QVERIFY(!isTwin(a, first));
    QVERIFY(isTwin(b, second, 4s));
    QCOMPARE(m_twins->found(), 1);
    QVERIFY(!isTwin(b, first, 4s)); // a second time, it is another message
}

void TestMonitorTwins::keepsApartWhatIsNotTheSame_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("record") << change("1", "update", "7") << change("2", "update", "7");
    QTest::newRow("operation") << change("1", "update", "7") << change("1", "delete", "7");
    QTest::newRow("count") << change("1", "update", "7") << change("1", "update", "8");
    QTest::newRow("message id") << QByteArray(R"({"data":1,"ext":{"sys_id":"m1"}})")
                                << QByteArray(R"({"data":1,"ext":{"sys_id":"m2"}})");
    QTest::newRow("bytes") << QByteArray(R"({"data":1})") << QByteArray(R"({"data":2})");
    QTest::newRow("a record's and a message's id")
        << QByteArray(R"({"data":{"sys_id":"1"}})") << QByteArray(R"({"ext":{"sys_id":"1"}})");
}

void TestMonitorTwins::keepsApartWhatIsNotTheSame()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QVERIFY(!isTwin(a, first));
    QVERIFY(!isTwin(b, second));
    QVERIFY(!isTwin(b, first, 0s, "/other"));
}

void TestMonitorTwins::keepsWhatOneLinkDeliversTwice()
{
    QVERIFY(!isTwin(a, "{}"));
    QVERIFY(!isTwin(a, "{}"));
}

void TestMonitorTwins::findsEqualMessagesAsOftenAsTheyCame()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!isTwin(a, R"({"data":"+1"})"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(isTwin(b, R"({"data":"+1"})"));
    QVERIFY(!isTwin(b, R"({"data":"+1"})"));
    QVERIFY(isTwin(a, R"({"data":"+1"})"));
}

void TestMonitorTwins::forgetsAfterAWhile()
{
    QVERIFY(!isTwin(a, R"({"data":1})"));
    QVERIFY(!isTwin(a, R"({"ext":{"sys_id":"m1"}})"));
    QVERIFY(!isTwin(b, R"({"data":1})", 5s));
    QVERIFY(isTwin(b, R"({"ext":{"sys_id":"m1"}})", 59s));
    QVERIFY(!isTwin(a, R"({"ext":{"sys_id":"m2"}})", 60s));
    QVERIFY(!isTwin(b, R"({"ext":{"sys_id":"m2"}})", 121s));
}

void TestMonitorTwins::findsLateTwinsWhenOneLinkIsLeft()
{
    QVERIFY(!isTwin(a, R"({"ext":{"sys_id":"m1"}})"));
    m_twins->end();
    QVERIFY(m_twins->isLooking());
    QVERIFY(isTwin(b, R"({"ext":{"sys_id":"m1"}})", 2s));
    QVERIFY(!m_twins->isLooking());
    QVERIFY(!isTwin(b, R"({"ext":{"sys_id":"m2"}})", 3s));
    QVERIFY(!m_twins->isLooking()); // nobody is left to deliver it again
}

/// One that came before the other link was subscribed has no twin; it must not swallow the next.
void TestMonitorTwins::takesTheYoungestThatWaits()
{
    QVERIFY(!isTwin(a, R"({"data":"+1"})", 0s)); // the other link never had it
    QVERIFY(!isTwin(a, R"({"data":"+1"})", 4s));
    QVERIFY(isTwin(b, R"({"data":"+1"})", 4s));
    QVERIFY(!isTwin(b, R"({"data":"+1"})", 6s));
}

void TestMonitorTwins::keepsItsMemorySmall()
{
    for (int i = 0; i < 200'001; ++i)
        QVERIFY(!isTwin(a, R"({"data":)" + QByteArray::number(i) + '}'));
    QVERIFY(!isTwin(b, R"({"data":0})")); // given up
    QVERIFY(isTwin(b, R"({"data":200000})"));
}

QTEST_GUILESS_MAIN(TestMonitorTwins)
#include "test_monitortwins.moc"
