// SPDX-License-Identifier: MIT
#include "core/bayeux/pendingrequests.h"

#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

namespace {

const PendingRequest::Clock::time_point start{};

PendingRequest request(const QByteArray &id,
                       const QByteArray &channel,
                       quint64 token,
                       std::chrono::milliseconds sent = 0ms,
                       std::chrono::milliseconds patience = 10s)
{
    PendingRequest result;
    result.id = id;
    result.channel = channel;
    result.token = RequestToken(token);
    result.sent = start + sent;
    result.patience = patience;
    result.deadline = result.sent + patience;
    return result;
}

QByteArray ids(const std::vector<PendingRequest> &requests)
{
    QByteArrayList list;
    for (const PendingRequest &each : requests)
        list += each.id;
    return list.join(' ');
}

} // namespace

class TestPendingRequests : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesARequestOnce();
    void aReplyNeedsIdAndChannel_data();
    void aReplyNeedsIdAndChannel();
    void takesTheRequestsOfAFrame();
    void takesAllInTheOrderTheyWereSent();
    void takesAllButThoseOfOtherFrames();
    void takesWhatIsOverdue();
    void countsPatienceFromTheOpeningOfTheLink();
    void knowsTheNextDeadline();
    void knowsWhichFramesWait();

private:
    PendingRequests m_pending;
};

void TestPendingRequests::init()
{
    m_pending = PendingRequests();
    m_pending.add(request("3", "/meta/connect", 30, 2ms, 40s));
    m_pending.add(request("1", "/meta/subscribe", 10, 0ms));
    m_pending.add(request("2", "/meta/subscribe", 10, 1ms));
    m_pending.add(request("4", "/demo/echo", 40, 3ms));
}

void TestPendingRequests::givesARequestOnce()
{
    const auto taken = m_pending.take("2", "/meta/subscribe");
    QVERIFY(taken.has_value());
    QCOMPARE(taken->id, QByteArray("2"));
    QCOMPARE(taken->token, RequestToken(10));
    QVERIFY(!m_pending.take("2", "/meta/subscribe"));
}

void TestPendingRequests::aReplyNeedsIdAndChannel_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("channel");
    QTest::newRow("another channel") << QByteArray("3") << QByteArray("/meta/subscribe");
    QTest::newRow("foreign id") << QByteArray("0") << QByteArray("/meta/connect");
    QTest::newRow("late id") << QByteArray("12") << QByteArray("/meta/connect");
    QTest::newRow("no id") << QByteArray() << QByteArray("/meta/connect");
    QTest::newRow("no channel") << QByteArray("3") << QByteArray();
}

void TestPendingRequests::aReplyNeedsIdAndChannel()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, channel);
    QVERIFY(!m_pending.take(id, channel));
    QCOMPARE(ids(m_pending.takeAll()), QByteArray("1 2 3 4"));
}

void TestPendingRequests::takesTheRequestsOfAFrame()
{
    QCOMPARE(ids(m_pending.takeAll(RequestToken(10))), QByteArray("1 2"));
    QCOMPARE(ids(m_pending.takeAll(RequestToken(10))), QByteArray());
    QCOMPARE(ids(m_pending.takeAll()), QByteArray("3 4"));
}

void TestPendingRequests::takesAllInTheOrderTheyWereSent()
{
    for (int i = 5; i < 40; ++i)
        m_pending.add(request(QByteArray::number(i), "/a", 50, std::chrono::milliseconds(i)));
    QByteArrayList expected;
    for (int i = 1; i < 40; ++i)
        expected += QByteArray::number(i);
    QCOMPARE(ids(m_pending.takeAll()), expected.join(' '));
    QVERIFY(!m_pending.nextDeadline());
}

void TestPendingRequests::takesAllButThoseOfOtherFrames()
{
    QCOMPARE(ids(m_pending.takeAllBut({RequestToken(30), RequestToken(40)})), QByteArray("1 2"));
    QCOMPARE(ids(m_pending.takeAllBut({})), QByteArray("3 4"));
}

void TestPendingRequests::takesWhatIsOverdue()
{
    QCOMPARE(ids(m_pending.takeOverdue(start + 9999ms)), QByteArray());
    QCOMPARE(ids(m_pending.takeOverdue(start + 10001ms)), QByteArray("1 2"));
    QCOMPARE(ids(m_pending.takeOverdue(start + 1h)), QByteArray("3 4"));
}

void TestPendingRequests::countsPatienceFromTheOpeningOfTheLink()
{
    m_pending.restartClocks(start + 1h);
    QCOMPARE(ids(m_pending.takeOverdue(start + 1h + 9s)), QByteArray());
    QCOMPARE(ids(m_pending.takeOverdue(start + 1h + 10s)), QByteArray("1 2 4"));
    QCOMPARE(ids(m_pending.takeOverdue(start + 1h + 40s)), QByteArray("3"));
}

void TestPendingRequests::knowsTheNextDeadline()
{
    QCOMPARE(m_pending.nextDeadline(), start + 10s);
    QVERIFY(m_pending.take("1", "/meta/subscribe").has_value());
    QCOMPARE(m_pending.nextDeadline(), start + 10001ms);
}

void TestPendingRequests::knowsWhichFramesWait()
{
    QVERIFY(m_pending.has(RequestToken(10)));
    QVERIFY(!m_pending.has(RequestToken(11)));
    QCOMPARE(m_pending.tokens().size(), size_t(4));
}

QTEST_GUILESS_MAIN(TestPendingRequests)
#include "test_pendingrequests.moc"
