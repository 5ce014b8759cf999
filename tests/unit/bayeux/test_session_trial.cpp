// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

namespace {

SessionOptions trialSoon()
{
    SessionOptions options = SessionBench::quick();
    options.choice.firstRetry = 30ms;
    options.choice.longestRetry = 10s;
    return options;
}

} // namespace

/// The way back to WebSocket beside the running poll.
class TestSessionTrial : public QObject
{
    Q_OBJECT

private slots:
    void triesWebSocketAfterAWhile();
    void triesWebSocketOnDemand();
    void triesOnlyWhenThatMakesSense();
    void provesTheSocketWithASessionOfItsOwn();
    void movesOverWhenThePollEnds();
    void movesOverBetweenTwoPolls();
    void goesOnPollingWhenTheTrialFails_data();
    void goesOnPollingWhenTheTrialFails();
    void goesOnPollingWhenTheCandidateDies();
    void aTrialWithoutAGoodbyeReplyHolds();
    void goesOnPollingWhenTheMoveFails_data();
    void goesOnPollingWhenTheMoveFails();
    void finishesWhatWasSentBeforeTheMove();
    void aPostThatIsLateDoesNotBreakTheMove();
    void aPostAndTheMoveMayFailTogether();
    void losesNothingThatComesDuringTheMove();
    void makesANewSessionWhenTheInstanceKeepsThemApart();
    void givesTheTrialUpWhenThePollIsLost();
    void givesTheTrialUpWhenTheUserChooses();
    void stopsInTheMiddleOfATrial();
    void stopsInTheMiddleOfAMove();
    void remembersTheFormerReasonNoMore();
};

void TestSessionTrial::triesWebSocketAfterAWhile()
{
    SessionBench bench(trialSoon());
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.session.status().nextWebSocketTry.has_value());
    bench.bus.takeLog();
    QTRY_VERIFY(bench.session.status().tryingWebSocket);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.waitingConnects(), 1);
}

void TestSessionTrial::triesWebSocketOnDemand()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.bus.takeLog();
    bench.session.tryWebSocketNow();
    bench.session.tryWebSocketNow(); // once at a time
    QVERIFY(bench.session.status().tryingWebSocket);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
}

void TestSessionTrial::triesOnlyWhenThatMakesSense()
{
    SessionBench bench;
    bench.session.tryWebSocketNow();
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.session.tryWebSocketNow();
    QCOMPARE(bench.bus.takeLog(), QStringList());

    SessionBench forced(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(forced.connectOverLongPolling());
    forced.bus.takeLog();
    forced.session.tryWebSocketNow();
    QCOMPARE(forced.bus.takeLog(), QStringList());
    QVERIFY(!forced.session.status().tryingWebSocket);
}

void TestSessionTrial::provesTheSocketWithASessionOfItsOwn()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.bus.takeLog();
    bench.session.tryWebSocketNow();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    const SentMessage goodbye = *bench.bus.waiting("/meta/disconnect");
    QCOMPARE(goodbye.clientId(), QByteArray("client2"));
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    const QStringList expected{u"ws handshake"_s, u"ws disconnect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.link(TransportType::WebSocket)->isOpenAsked()); // a second, untouched socket
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 3);
    QCOMPARE(bench.session.status().clientId, u"client1"_s);
    QCOMPARE(bench.log.raw(MessageKind::Handshake, Direction::Out).size(), 3);
}

void TestSessionTrial::movesOverWhenThePollEnds()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling); // the poll still runs
    QCOMPARE(bench.bus.waitingConnects(), 1);
    bench.bus.takeLog();

    QVERIFY(bench.bus.answerWith("/meta/connect",
                                 R"([{"channel":"/a","data":1},{"channel":"/meta/connect","id":")"
                                     + bench.bus.waiting("/meta/connect")->id()
                                     + R"(","successful":true}])"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect!"_s});
    // The reason for long-polling is none for WebSocket.
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QCOMPARE(bench.session.status().transportReason, QString());
    QCOMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.sent().constLast().clientId(), QByteArray("client1"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect"_s});
    QCOMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(!bench.bus.link(TransportType::LongPolling));

    const ConnectionStatus &status = bench.session.status();
    QCOMPARE(status.state, ConnectionState::Connected);
    QCOMPARE(status.transport, TransportType::WebSocket);
    QCOMPARE(status.transportReason, QString());
    QVERIFY(!status.tryingWebSocket);
    QVERIFY(!status.nextWebSocketTry);
    QCOMPARE(status.handshakes, 1);
    QCOMPARE(status.gaps, 0);
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
    QCOMPARE(bench.log.notes(u"transport"_s).constLast(), u"Connected over WebSocket."_s);
}

void TestSessionTrial::movesOverBetweenTwoPolls()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"interval":50})"));
    QCOMPARE(bench.bus.waitingConnects(), 0); // the pause counts for this connect as well
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect!"_s});
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
}

void TestSessionTrial::goesOnPollingWhenTheTrialFails_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("upgrade refused") << 0;
    QTest::newRow("closed after the upgrade") << 1;
    QTest::newRow("handshake refused") << 2;
    QTest::newRow("closed before the goodbye's reply") << 3;
    QTest::newRow("second socket refused") << 4;
    QTest::newRow("swallowed") << 5;
}

void TestSessionTrial::goesOnPollingWhenTheTrialFails()
{
    QFETCH(int, step);
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    const auto before = bench.session.status().nextWebSocketTry;
    bench.session.tryWebSocketNow();
    if (step > 0)
        QVERIFY(bench.bus.comeUp());
    if (step == 3 || step == 4)
        QVERIFY(bench.acceptHandshake());
    if (step == 4)
        QVERIFY(bench.bus.accept("/meta/disconnect"));
    bench.bus.takeLog();
    if (step == 2)
        QVERIFY(bench.bus.refuse("/meta/handshake", "403::no"));
    else if (step != 5)
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QTRY_VERIFY(!bench.session.status().tryingWebSocket);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(!bench.bus.link(TransportType::WebSocket));
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QVERIFY(bench.session.status().nextWebSocketTry > before);
    QVERIFY(!bench.session.status().transportReason.isEmpty());
    QCOMPARE(bench.session.status().gaps, 0);
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect"_s});
}

void TestSessionTrial::goesOnPollingWhenTheCandidateDies()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(!bench.session.status().tryingWebSocket);
    QCOMPARE(bench.session.status().transportReason, u"The connection broke."_s);
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect"_s});
    bench.session.tryWebSocketNow(); // and may be tried again
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
}

void TestSessionTrial::aTrialWithoutAGoodbyeReplyHolds()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 50ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QTRY_COMPARE(bench.bus.made(TransportType::WebSocket), 3);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
}

void TestSessionTrial::goesOnPollingWhenTheMoveFails_data()
{
    QTest::addColumn<bool>("swallowed");
    QTest::newRow("broken") << false;
    QTest::newRow("swallowed") << true;
}

void TestSessionTrial::goesOnPollingWhenTheMoveFails()
{
    QFETCH(bool, swallowed);
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 60ms;
    SessionBench bench(options);
    bench.subscribe("/a");
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    bench.bus.takeLog();
    if (!swallowed)
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect!"_s});
    QCOMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.sent().constLast().clientId(), QByteArray("client1"));
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect"_s});
    QCOMPARE(bench.bus.made(TransportType::LongPolling), 1); // the same one
    QCOMPARE(bench.session.status().handshakes, 1);
    QCOMPARE(bench.session.status().gaps, 1);
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QVERIFY(bench.session.status().nextWebSocketTry.has_value());
}

void TestSessionTrial::finishesWhatWasSentBeforeTheMove()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    bench.publish(1);
    bench.subscribe("/a");
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QVERIFY(bench.bus.link(TransportType::LongPolling)); // for as long as its POSTs take
    QVERIFY(bench.bus.accept("/demo/echo"));
    QCOMPARE(bench.published(), u"1 acknowledged"_s);
    QVERIFY(bench.bus.link(TransportType::LongPolling));
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QVERIFY(!bench.bus.link(TransportType::LongPolling));
    QCOMPARE(bench.bus.count("/demo/echo"), 1);
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
}

void TestSessionTrial::aPostThatIsLateDoesNotBreakTheMove()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 80ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    bench.publish(1); // the answer to this never comes
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QTRY_COMPARE(bench.published(), u"1 failed"_s);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QVERIFY(!bench.bus.link(TransportType::LongPolling));
    QCOMPARE(bench.bus.waitingConnects(), 1);
}

void TestSessionTrial::aPostAndTheMoveMayFailTogether()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    bench.publish(1); // neither this
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    bench.bus.takeLog(); // nor the first connect over WebSocket is answered
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QTRY_COMPARE(bench.published(), u"1 failed"_s);
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect!"_s});
    QVERIFY(!bench.bus.link(TransportType::WebSocket));
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.session.status().handshakes, 1);
}

void TestSessionTrial::losesNothingThatComesDuringTheMove()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.publish(1);
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    // Events come with the reply of an older POST and over the new socket, before its first reply.
    const QByteArray id = bench.bus.waiting("/demo/echo")->id();
    QVERIFY(bench.bus.answerWith("/demo/echo",
                                 R"([{"channel":"/demo/echo","id":")" + id
                                     + R"(","successful":true},{"channel":"/a","data":1}])"));
    bench.bus.link(TransportType::WebSocket)->deliver(R"([{"channel":"/a","data":2}])");
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QList<QByteArray> expected{R"({"channel":"/a","data":1})",
                                     R"({"channel":"/a","data":2})"};
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In), expected);
    QCOMPARE(bench.published(), u"1 acknowledged"_s);
}

/// CometD knows a client on both transports; a server that does not answers 402.
void TestSessionTrial::makesANewSessionWhenTheInstanceKeepsThemApart()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    bench.bus.takeLog();
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    const QStringList expected{
        u"ws handshake"_s, u"ws connect!"_s, u"ws subscribe /a"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QCOMPARE(bench.bus.links().size(), 1);
}

void TestSessionTrial::givesTheTrialUpWhenThePollIsLost()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    QVERIFY(!bench.session.status().tryingWebSocket);
    QVERIFY(!bench.bus.link(TransportType::WebSocket));
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
}

void TestSessionTrial::givesTheTrialUpWhenTheUserChooses()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    QVERIFY(!bench.session.status().tryingWebSocket);
    QVERIFY(!bench.bus.link(TransportType::WebSocket));
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect"_s});
}

void TestSessionTrial::stopsInTheMiddleOfATrial()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.tryWebSocketNow();
    QVERIFY(bench.bus.comeUp());
    bench.session.stop();
    QVERIFY(!bench.session.status().tryingWebSocket);
    QVERIFY(!bench.bus.link(TransportType::WebSocket));
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.links().size(), 0);
}

void TestSessionTrial::stopsInTheMiddleOfAMove()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.publish(1);
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    bench.session.stop();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.links().size(), 0);
    QCOMPARE(bench.published(), u"1 failed"_s);
}

void TestSessionTrial::remembersTheFormerReasonNoMore()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    QCOMPARE(bench.session.status().transportHttpStatus, 403);
    bench.session.tryWebSocketNow();
    QVERIFY(bench.letTrialHold());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.session.status().transportHttpStatus, 0);
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, lost)); // and it is WebSocket's turn first
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
}

QTEST_GUILESS_MAIN(TestSessionTrial)
#include "test_session_trial.moc"
