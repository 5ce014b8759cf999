// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QTest>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

/// Whatever happens, a publish is sent at most once and ends exactly once.
class TestSessionPublish : public QObject
{
    Q_OBJECT

private slots:
    void isAcknowledged();
    void isRefused();
    void ownEventsAreNoReply();
    void isNotSentWithoutAConnection_data();
    void isNotSentWithoutAConnection();
    void isNotSentToMetaChannels();
    void failsOnceWhenTheLinkBreaks();
    void failsOnceWhenItsPostFails();
    void failsOnceWhenNotAnsweredInTime_data();
    void failsOnceWhenNotAnsweredInTime();
    void hasItsTimeAlsoBehindOthers();
    void failsOnceWhenTheSessionIsStopped();
    void failsOnceWhenTheSessionIsRenewed();
    void isNeverSentAgain();
    void queuedOnesFailInOrder();
    void aSlotMayPublishAgain();
    void aSlotMayStop();
};

void TestSessionPublish::isAcknowledged()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    QCOMPARE(bench.outcomes.size(), 0);
    const SentMessage sent = *bench.bus.waiting("/demo/echo");
    QCOMPARE(sent.text,
             R"([{"id":")" + sent.id()
                 + R"(","channel":"/demo/echo","data":{"n":1},"clientId":"client1"}])");
    QVERIFY(bench.bus.accept("/demo/echo", R"("ext":{"a": 1})"));
    QCOMPARE(bench.published(), u"7 acknowledged"_s);
    const PublishOutcome outcome = bench.outcomes.constFirst();
    QCOMPARE(outcome.channel, QByteArray("/demo/echo"));
    QCOMPARE(outcome.reply,
             R"({"id":")" + sent.id()
                 + R"(","channel":"/demo/echo","successful":true,"ext":{"a": 1}})");
    QVERIFY(outcome.roundTrip >= 0us && outcome.roundTrip < 10s);
    QCOMPARE(outcome.text, u"Acknowledged by the server."_s);
}

void TestSessionPublish::isRefused()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    QVERIFY(bench.bus.refuse("/demo/echo", "403:denied_by_security_policy:publish_denied"));
    QCOMPARE(bench.published(), u"7 refused"_s);
    QCOMPARE(bench.outcomes.constFirst().text, u"403:denied_by_security_policy:publish_denied"_s);
    QCOMPARE(bench.log.notes(u"refused"_s).size(), 1);
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionPublish::ownEventsAreNoReply()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    const QByteArray id = bench.bus.waiting("/demo/echo")->id();
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/demo/echo","id":")" + id + R"(","data":{"n":1}},)"
                  + R"({"channel":"/demo/echo","id":"0","successful":true}])");
    QCOMPARE(bench.published(), QString());
    QVERIFY(bench.bus.accept("/demo/echo"));
    QCOMPARE(bench.published(), u"7 acknowledged"_s);
}

void TestSessionPublish::isNotSentWithoutAConnection_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("disconnected") << 0;
    QTest::newRow("handshaking") << 1;
    QTest::newRow("connecting") << 2;
    QTest::newRow("waiting") << 3;
    QTest::newRow("disconnecting") << 4;
}

void TestSessionPublish::isNotSentWithoutAConnection()
{
    QFETCH(int, step);
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    if (step > 0)
        bench.session.start();
    if (step > 1)
        QVERIFY(bench.acceptHandshake());
    if (step == 3)
        QVERIFY(bench.bus.failPost("/meta/connect", lost));
    if (step == 4)
        bench.session.stop();
    bench.publish(7);
    QCOMPARE(bench.published(), u"7 failed"_s);
    QCOMPARE(bench.outcomes.constFirst().text, u"Not sent: there is no connection now."_s);
    QCOMPARE(bench.bus.count("/demo/echo"), 0);
}

void TestSessionPublish::isNotSentToMetaChannels()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7, "/meta/connect");
    QCOMPARE(bench.published(), u"7 failed"_s);
    QVERIFY(bench.outcomes.constFirst().text.contains(u"belong to the protocol"_s));
    QCOMPARE(bench.bus.count("/meta/connect"), 2);
}

void TestSessionPublish::failsOnceWhenTheLinkBreaks()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.published(), u"7 failed"_s);
    QCOMPARE(bench.outcomes.constFirst().text,
             u"No answer: The connection broke. It may or may not have arrived; it is not sent "
             u"again."_s);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    bench.session.stop();
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.published(), u"7 failed"_s);
}

void TestSessionPublish::failsOnceWhenItsPostFails()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    bench.publish(7);
    bench.publish(8);
    QVERIFY(bench.bus.failPost("/demo/echo", lost));
    QCOMPARE(bench.published(), u"7 failed"_s);
    QVERIFY(bench.bus.accept("/demo/echo"));
    QCOMPARE(bench.published(), u"7 failed, 8 acknowledged"_s);
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionPublish::failsOnceWhenNotAnsweredInTime_data()
{
    QTest::addColumn<TransportPreference>("preference");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

/// CometDMaxNetworkDelayTest; a late reply is recorded and answers nothing.
void TestSessionPublish::failsOnceWhenNotAnsweredInTime()
{
    QFETCH(TransportPreference, preference);
    SessionOptions options = SessionBench::quick(preference);
    options.networkDelay = 60ms;
    SessionBench bench(options);
    const bool isPolling = preference == TransportPreference::LongPollingOnly;
    QVERIFY(isPolling ? bench.connectOverLongPolling() : bench.connectOverWebSocket());
    bench.publish(7);
    const SentMessage sent = *bench.bus.waiting("/demo/echo");
    // Other messages keep coming: the link lives, only this answer is missing.
    QTimer traffic;
    connect(&traffic, &QTimer::timeout, this, [&bench] {
        bench.bus.links().constFirst()->deliver(R"([{"channel":"/a","data":1}])");
    });
    traffic.start(10ms);
    QTRY_VERIFY(!bench.outcomes.isEmpty());
    QCOMPARE(bench.published(), u"7 failed"_s);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QVERIFY(bench.bus.accept("/demo/echo"));
    QCOMPARE(bench.published(), u"7 failed"_s);
    QCOMPARE(bench.bus.count("/demo/echo"), 1);
    QCOMPARE(bench.log.raw(MessageKind::PublishReply, Direction::In).size(), 1);
}

/// Long-polling sends one POST after the other: a long queue is not a server that does not answer.
void TestSessionPublish::hasItsTimeAlsoBehindOthers()
{
    SessionOptions options = SessionBench::quick(TransportPreference::LongPollingOnly);
    options.networkDelay = 40ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    bench.publish(7, "/slow");
    bench.publish(8, "/behind");
    const SentMessage behind = *bench.bus.waiting("/behind");
    behind.link->holdBack(behind.token);
    QTRY_COMPARE(bench.published(), u"7 failed"_s);
    behind.link->letGo(behind.token);
    QVERIFY(bench.bus.accept("/behind"));
    QCOMPARE(bench.published(), u"7 failed, 8 acknowledged"_s);
}

void TestSessionPublish::failsOnceWhenTheSessionIsStopped()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    bench.session.stop();
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.published(), u"7 failed"_s);
}

void TestSessionPublish::failsOnceWhenTheSessionIsRenewed()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QCOMPARE(bench.published(), u"7 failed"_s);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.published(), u"7 failed"_s);
}

void TestSessionPublish::isNeverSentAgain()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(7);
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.count("/demo/echo"), 1);
}

void TestSessionPublish::queuedOnesFailInOrder()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QStringList expected;
    for (quint64 i = 1; i <= 20; ++i) {
        bench.publish(i, "/a" + QByteArray::number(i));
        expected += QString::number(i) + u" failed"_s;
    }
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.published(), expected.join(u", "_s));
}

void TestSessionPublish::aSlotMayPublishAgain()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.publish(1);
    connect(&bench.session, &Session::published, this, [&bench](const PublishOutcome &outcome) {
        if (outcome.id == PublishId(1))
            bench.publish(2);
    });
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.published(), u"1 failed, 2 failed"_s);
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionPublish::aSlotMayStop()
{
    const QList<std::function<bool(SessionBench &)>> troubles{
        [](SessionBench &bench) { return bench.bus.breakDown(TransportType::WebSocket, lost); },
        [](SessionBench &bench) { return bench.bus.refuse("/meta/connect", "402::gone"); },
        [](SessionBench &bench) { return bench.bus.accept("/demo/echo"); },
    };
    for (const auto &trouble : troubles) {
        SessionBench bench;
        QVERIFY(bench.connectOverWebSocket());
        bench.publish(1);
        connect(&bench.session, &Session::published, this, [&bench] { bench.session.stop(); });
        QVERIFY(trouble(bench));
        if (bench.state() == ConnectionState::Disconnecting)
            QTRY_COMPARE(bench.state(), ConnectionState::Disconnected);
        QCOMPARE(bench.state(), ConnectionState::Disconnected);
        QCOMPARE(bench.bus.links().size(), 0);
        QCOMPARE(bench.outcomes.size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestSessionPublish)
#include "test_session_publish.moc"
