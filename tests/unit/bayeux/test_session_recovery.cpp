// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

using Kind = TransportFailure::Kind;

/// What follows a failure on one transport.
class TestSessionRecovery : public QObject
{
    Q_OBJECT

private slots:
    void makesANewSessionWhenForgotten_data();
    void makesANewSessionWhenForgotten();
    void saysThatItWasForgotten();
    void noAdviceSticksAfterANewHandshake();
    void whatComesBehindTheEndOfASessionInItsFrameIsRecordedOnly();
    void aServerThatForgetsAgainAndAgainIsAskedMoreAndMoreSlowly();
    void pollsAgainMoreAndMoreSlowlyAndRecovers();
    void aFailedPollMayMeanAGap();
    void aRefusedConnectIsTriedAgain();
    void stopsWhenAConnectIsRefusedForGood();
    void handshakesByItselfAfterMaxInterval();
    void aNewHandshakeForgetsHowLongItWasAlone();
    void aNewHandshakeBeginsTheBackoffAnew();
    void aSocketThatOpensIsNotFailedByAnOlderDeadline();
    void aPollWithoutAnAnswerInTimeFails();
    void aPollWhoseBodyDoesNotAnswerFails();
    void aPostThatFailsDoesNotTouchTheConnection();
    void startEndsAWait();
    void downOnBothTransportsSlowsDown();
    void onWebSocketOnlyALostSocketIsReplacedWithAPause();
    void aSocketThatClosesAfterARefusalDoesNotSkipTheHandshake();
};

void TestSessionRecovery::makesANewSessionWhenForgotten_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("advice");
    const QByteArray handshake(R"("advice":{"interval":0,"reconnect":"handshake"})");
    QTest::newRow("ServiceNow, CometD 3") << QByteArray("402::Unknown client") << handshake;
    QTest::newRow("CometD 4") << QByteArray("402::unknown_session") << handshake;
    QTest::newRow("CometD 5") << QByteArray("402::session_unknown") << handshake;
    QTest::newRow("Faye") << QByteArray("401:8k2mfy1qv0s7d:Unknown client") << handshake;
    QTest::newRow("402 without advice") << QByteArray("402::whatever") << QByteArray();
    QTest::newRow("402 with advice retry")
        << QByteArray("402::whatever") << QByteArray(R"("advice":{"reconnect":"retry"})");
    QTest::newRow("advice alone") << QByteArray("") << handshake;
}

void TestSessionRecovery::makesANewSessionWhenForgotten()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, advice);
    SessionBench bench;
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    bench.bus.takeLog();
    QVERIFY(bench.bus.refuse("/meta/connect", error, advice));
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.session.status().clientId, QString());
    QCOMPARE(bench.bus.links().size(), 1); // a link of its own for the new session
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    const QStringList expected{
        u"ws handshake"_s, u"ws connect!"_s, u"ws subscribe /a + subscribe /b"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.bus.sent().constLast().clientId(), QByteArray("client2"));
    QCOMPARE(bench.session.status().handshakes, 2);
    QCOMPARE(bench.session.status().gaps, 1);
}

void TestSessionRecovery::saysThatItWasForgotten()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QCOMPARE(bench.trouble(),
             u"The server does not know this session any more (402::Unknown client); a new one is "
             u"made."_s);
    QCOMPARE(bench.log.notes(u"session"_s), QStringList{bench.trouble()});
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.trouble(), QString());
}

/// CometDAdviceTest.testNoHandshakeAdviceAfterSessionExpired
void TestSessionRecovery::noAdviceSticksAfterANewHandshake()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.refuse("/meta/connect",
                             "402::session_unknown",
                             R"("advice":{"reconnect":"handshake","interval":0})"));
    QVERIFY(bench.acceptHandshake(R"("timestamp":"now")")); // without advice
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QVERIFY(bench.bus.refuse("/meta/connect", "500::no")); // without advice: retry
    QCOMPARE(bench.session.status().nextStep, NextStep::Connect);
}

void TestSessionRecovery::whatComesBehindTheEndOfASessionInItsFrameIsRecordedOnly()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.answerWith(
        "/meta/connect",
        R"([{"channel":"/meta/connect","id":"3","successful":false,"error":"402::Unknown client"},)"
        R"({"channel":"/a","data":1,"advice":{"reconnect":"none","interval":60000}},)"
        R"({"channel":"/meta/disconnect","successful":true}])"));
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1);
    QCOMPARE(bench.log.raw(MessageKind::Disconnect, Direction::In).size(), 1);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake(R"("timestamp":"now")"));
    QCOMPARE(bench.state(), ConnectionState::Connecting); // neither the pause nor "none" stuck
}

void TestSessionRecovery::aServerThatForgetsAgainAndAgainIsAskedMoreAndMoreSlowly()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    for (const qint64 steps : {-1, -1, 1, 2, 3}) {
        QTRY_VERIFY(bench.bus.waitingConnects() == 1);
        QVERIFY(bench.bus.refuse(
            "/meta/connect", "402::Unknown client", R"("advice":{"reconnect":"handshake"})"));
        QCOMPARE(bench.waitSteps(), steps);
        QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
        QVERIFY(bench.acceptHandshake());
    }
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QCOMPARE(bench.state(), ConnectionState::Handshaking); // at once again
}

void TestSessionRecovery::pollsAgainMoreAndMoreSlowlyAndRecovers()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    bench.bus.takeLog();
    for (const qint64 steps : {1, 2, 3}) {
        QTRY_COMPARE(bench.bus.waitingConnects(), 1);
        QVERIFY(bench.bus.failPost("/meta/connect", lost));
        QCOMPARE(bench.waitSteps(), steps);
        QCOMPARE(bench.session.status().nextStep, NextStep::Connect);
        QCOMPARE(bench.trouble(), u"The connection broke."_s);
        QCOMPARE(bench.bus.waitingConnects(), 0);
    }
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.trouble(), QString());
    const QStringList expected{
        u"lp connect!"_s, u"lp connect!"_s, u"lp connect!"_s, u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.waitSteps(), 1);
    QCOMPARE(bench.session.status().handshakes, 1);
}

void TestSessionRecovery::aFailedPollMayMeanAGap()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.session.status().gaps, 1);
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.failPost("/meta/connect", lost)); // it is the same gap
    QCOMPARE(bench.session.status().gaps, 1);
    QCOMPARE(bench.log.notes(u"gap"_s).size(), 1);
}

void TestSessionRecovery::aRefusedConnectIsTriedAgain()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(
        bench.bus.refuse("/meta/connect", "500::overloaded", R"("advice":{"reconnect":"retry"})"));
    QCOMPARE(bench.waitSteps(), 1);
    QCOMPARE(bench.trouble(), u"The server refused to go on: 500::overloaded"_s);
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.sent().constLast().toString(), u"connect!"_s);
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 1);
}

void TestSessionRecovery::stopsWhenAConnectIsRefusedForGood()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.refuse("/meta/connect", "403::go_away", R"("advice":{"reconnect":"none"})"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"The server refused to go on: 403::go_away"_s);
}

void TestSessionRecovery::handshakesByItselfAfterMaxInterval()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/connect",
                             R"("advice":{"timeout":20,"interval":0,"maxInterval":30})"));
    // 20 + 30 ms are not over after the first pause of 20 ms, but are with the one that follows.
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.session.status().nextStep, NextStep::Connect);
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    QCOMPARE(bench.session.status().nextStep, NextStep::Handshake);
    QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
}

void TestSessionRecovery::aNewHandshakeForgetsHowLongItWasAlone()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    const QByteArray advice(R"("advice":{"timeout":20,"interval":0,"maxInterval":30})");
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/connect", advice));
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
    QVERIFY(bench.acceptHandshake(advice));
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.session.status().nextStep, NextStep::Connect); // the server knows this one
}

void TestSessionRecovery::aNewHandshakeBeginsTheBackoffAnew()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    bench.session.start();
    for (int i = 0; i < 4; ++i) {
        QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
        QVERIFY(bench.bus.failPost("/meta/handshake", lost));
    }
    QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
    QVERIFY(bench.acceptHandshake());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.waitSteps(), 1);
}

/// Until its upgrade is answered a socket has a time limit of its own.
void TestSessionRecovery::aSocketThatOpensIsNotFailedByAnOlderDeadline()
{
    SessionOptions options = SessionBench::quick(TransportPreference::Automatic);
    options.networkDelay = 40ms;
    options.reopenPatience = 10s;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    // The connect that waits may take 40 + 200 ms, which is known to the clock of the requests.
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"timeout":200})"));
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    const Timestamp broken = now();
    QTRY_VERIFY(now() - broken > 300ms);
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 2);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionRecovery::aPollWithoutAnAnswerInTimeFails()
{
    SessionOptions options = SessionBench::quick(TransportPreference::LongPollingOnly);
    options.networkDelay = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"timeout":40})"));
    QTRY_COMPARE(bench.state(), ConnectionState::Waiting);
    QCOMPARE(bench.trouble(), u"The server did not answer in time."_s);
    QTRY_VERIFY(bench.state() == ConnectionState::Connecting);
    QCOMPARE(bench.session.status().clientId, u"client1"_s);
}

void TestSessionRecovery::aPollWhoseBodyDoesNotAnswerFails()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.answerWith("/meta/connect", R"([{"channel":"/a","data":1}])"));
    QCOMPARE(bench.waitSteps(), 1);
    QCOMPARE(bench.trouble(), u"The server's reply does not answer the request."_s);
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1);
}

/// CometDLongPollingSubscribeFailureTest
void TestSessionRecovery::aPostThatFailsDoesNotTouchTheConnection()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    bench.subscribe("/a");
    QVERIFY(bench.bus.failPost("/meta/subscribe", failure(Kind::HttpStatus, u"HTTP 500."_s, 500)));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.subscriptions(), u"/a waiting"_s);
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QStringList expected{u"lp subscribe /a"_s, u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
}

void TestSessionRecovery::startEndsAWait()
{
    SessionOptions options = SessionBench::quick(TransportPreference::LongPollingOnly);
    options.backoff = {1h, 10h};
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.waitSteps(), 1);
    bench.session.start();
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(!bench.session.status().nextAttempt);
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.waitSteps(), 1); // and begins the backoff anew
}

void TestSessionRecovery::downOnBothTransportsSlowsDown()
{
    SessionBench bench;
    bench.session.start();
    QList<qint64> waits;
    for (int i = 0; i < 4; ++i) {
        QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket,
                                    failure(Kind::ConnectionRefused, u"Nobody listens."_s)));
        QVERIFY(bench.bus.failPost("/meta/handshake",
                                   failure(Kind::ConnectionRefused, u"Nobody listens."_s)));
        waits += bench.waitSteps();
    }
    for (qsizetype i = 1; i < waits.size(); ++i)
        QVERIFY(waits.at(i) > waits.at(i - 1));
    QCOMPARE(bench.trouble(), u"Nobody listens."_s);
    QCOMPARE(bench.session.status().transportReason, QString()); // the network is to blame
}

void TestSessionRecovery::onWebSocketOnlyALostSocketIsReplacedWithAPause()
{
    SessionBench bench(SessionBench::quick(TransportPreference::WebSocketOnly));
    QVERIFY(bench.connectOverWebSocket());
    for (const qint64 steps : {1, 2, 3}) {
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
        QCOMPARE(bench.waitSteps(), steps);
        QCOMPARE(bench.session.status().nextStep, NextStep::Connect);
        QTRY_COMPARE(bench.state(), ConnectionState::Connecting);
    }
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.session.status().clientId, u"client1"_s);
    QCOMPARE(bench.bus.made(TransportType::LongPolling), 0);
}

void TestSessionRecovery::aSocketThatClosesAfterARefusalDoesNotSkipTheHandshake()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.refuse("/meta/handshake", "403::later", R"("advice":{"interval":40})"));
    QCOMPARE(bench.session.status().nextStep, NextStep::Handshake);
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, failure(Kind::ClosedByServer, u"Policy."_s)));
    QTRY_COMPARE(bench.bus.count("/meta/handshake"), 2);
    QCOMPARE(bench.bus.count("/meta/connect"), 0);
}

QTEST_GUILESS_MAIN(TestSessionRecovery)
#include "test_session_recovery.moc"
