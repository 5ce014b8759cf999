// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

using Kind = TransportFailure::Kind;

Q_DECLARE_METATYPE(amb::TransportFailure::Kind)

/// From WebSocket to long-polling: always, soon, with all subscriptions and with the reason.
class TestSessionFallback : public QObject
{
    Q_OBJECT

private slots:
    void fallsBackAtOnceWhenTheUpgradeFails_data();
    void fallsBackAtOnceWhenTheUpgradeFails();
    void fallsBackAtTheSecondSocketThatClosesEarly();
    void fallsBackAfterOneDelayWhenFramesAreSwallowed();
    void fallsBackWhenTheConnectIsSwallowed();
    void reopensALostSocketAtOnceWithTheSameClient();
    void fallsBackWhenALostSocketIsRefused();
    void fallsBackSoonWhenALostSocketIsNotAnswered();
    void fallsBackSoonWhenTheNewSocketIsSwallowed();
    void waitsForASlowServerOnAReopenedSocket();
    void fallsBackWhenTheSocketFlaps();
    void staysOnLongPollingWhenForgotten();
    void keepsTheReasonWhenTheFirstPollFails();
    void triesWebSocketFirstAgainWhenLongPollingFailsToo();
    void aRefusalOnAReopenedSocketIsAnAnswer();
    void countsTheGaps();
};

void TestSessionFallback::fallsBackAtOnceWhenTheUpgradeFails_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 503})
        QTest::addRow("HTTP %d", status) << Kind::UpgradeRefused << status;
    QTest::newRow("TCP refused") << Kind::ConnectionRefused << 0;
    QTest::newRow("TLS") << Kind::TlsFailed << 0;
    QTest::newRow("not answered") << Kind::ConnectTimeout << 0;
    QTest::newRow("accept header stripped") << Kind::UpgradeInvalid << 0;
}

void TestSessionFallback::fallsBackAtOnceWhenTheUpgradeFails()
{
    QFETCH(Kind, kind);
    QFETCH(int, status);
    SessionBench bench;
    bench.subscribe("/a");
    bench.subscribe("/b");
    bench.session.start();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, failure(kind, u"No way."_s, status)));
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
    QVERIFY(bench.bus.waiting("/meta/handshake")
                ->text.contains(R"("supportedConnectionTypes":["long-polling"])"));
    QVERIFY(bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    const QStringList expected{u"ws handshake"_s,
                               u"lp handshake"_s,
                               u"lp connect!"_s,
                               u"lp subscribe /a + subscribe /b"_s,
                               u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.subscriptions(), u"/a subscribed, /b subscribed"_s);
    const ConnectionStatus &state = bench.session.status();
    QCOMPARE(state.state, ConnectionState::Connected);
    QCOMPARE(state.transportReason, u"No way."_s);
    QCOMPARE(state.transportHttpStatus, status);
    QCOMPARE(state.trouble, QString());
    QVERIFY(state.nextWebSocketTry.has_value());
    QCOMPARE(state.gaps, 0);
    const QStringList notes{u"WebSocket does not work: No way."_s,
                            u"Connected over long-polling: No way."_s};
    QCOMPARE(bench.log.notes(u"transport"_s), notes);
}

void TestSessionFallback::fallsBackAtTheSecondSocketThatClosesEarly()
{
    SessionBench bench;
    bench.session.start();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(bench.bus.comeUp());
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket,
                                    failure(Kind::ClosedByServer, u"Closed (1008)."_s)));
    }
    const QStringList expected{u"ws handshake"_s, u"ws handshake"_s, u"lp handshake"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transportReason, u"Closed (1008)."_s);
}

void TestSessionFallback::fallsBackAfterOneDelayWhenFramesAreSwallowed()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 300ms;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QElapsedTimer time;
    time.start();
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QVERIFY2(time.elapsed() >= 290 && time.elapsed() < 550,
             qPrintable(QString::number(time.elapsed())));
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QVERIFY2(bench.session.status().transportReason.startsWith(
                 u"The WebSocket opened, but no message came back through it: something in between "
                 u"drops the frames;"_s),
             qPrintable(bench.session.status().transportReason));
}

void TestSessionFallback::fallsBackWhenTheConnectIsSwallowed()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 80ms;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake(R"("advice":{"timeout":20})"));
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
}

void TestSessionFallback::reopensALostSocketAtOnceWithTheSameClient()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QCOMPARE(bench.trouble(), u"The connection broke."_s);
    QVERIFY(!bench.session.status().transportSince);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    const QStringList expected{u"ws connect!"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.session.status().clientId, u"client1"_s);
    QCOMPARE(bench.session.status().gaps, 1);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
}

void TestSessionFallback::fallsBackWhenALostSocketIsRefused()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    bench.bus.takeLog();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket,
                                failure(Kind::UpgradeRefused, u"Blocked now."_s, 403)));
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    const QStringList expected{
        u"lp handshake"_s, u"lp connect!"_s, u"lp subscribe /a"_s, u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.session.status().transportReason, u"Blocked now."_s);
    QCOMPARE(bench.session.status().transportHttpStatus, 403);
}

void TestSessionFallback::fallsBackSoonWhenALostSocketIsNotAnswered()
{
    SessionOptions options = SessionBench::quick();
    options.reopenPatience = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QCOMPARE(bench.bus.links().size(), 1);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transportReason,
             u"The WebSocket was lost and cannot be opened again."_s);
}

void TestSessionFallback::fallsBackSoonWhenTheNewSocketIsSwallowed()
{
    SessionOptions options = SessionBench::quick();
    options.reopenPatience = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket()); // the first connect was answered promptly
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp());
    QTRY_COMPARE(bench.session.status().transport, TransportType::LongPolling);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transportReason,
             u"The WebSocket opens again, but no message comes back through it."_s);
}

/// A connect that is refused is an answer: the socket works, and no time limit ends it.
void TestSessionFallback::aRefusalOnAReopenedSocketIsAnAnswer()
{
    SessionOptions options = SessionBench::quick();
    options.reopenPatience = 60ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QTimer later;
    later.setSingleShot(true);
    later.start(120ms);
    QTRY_VERIFY(!later.isActive());
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.made(TransportType::LongPolling), 0);
}

void TestSessionFallback::waitsForASlowServerOnAReopenedSocket()
{
    // A server that ignores advice.timeout 0 holds the first connect as it holds every one.
    SessionOptions options = SessionBench::quick();
    options.reopenPatience = 40ms;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QTimer held;
    held.setSingleShot(true);
    held.start(2100ms);
    QTRY_VERIFY(!held.isActive());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp());
    held.start(100ms);
    QTRY_VERIFY(!held.isActive());
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
}

void TestSessionFallback::fallsBackWhenTheSocketFlaps()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
        QVERIFY(bench.bus.comeUp());
        QVERIFY(bench.bus.accept("/meta/connect"));
        QCOMPARE(bench.state(), ConnectionState::Connected);
    }
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
    QVERIFY(bench.session.status().transportReason.contains(u"The connection broke."_s));
}

void TestSessionFallback::staysOnLongPollingWhenForgotten()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.bus.takeLog();
    QVERIFY(bench.bus.refuse(
        "/meta/connect", "402::session_unknown", R"("advice":{"reconnect":"handshake"})"));
    QVERIFY(bench.acceptHandshake()); // which offers WebSocket
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QStringList expected{
        u"lp handshake"_s, u"lp connect!"_s, u"lp subscribe /a"_s, u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 1);
    QCOMPARE(bench.session.status().transportHttpStatus, 403);
}

void TestSessionFallback::keepsTheReasonWhenTheFirstPollFails()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket,
                                failure(Kind::UpgradeRefused, u"Blocked."_s, 403)));
    QVERIFY(bench.acceptHandshake());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
    QCOMPARE(bench.session.status().transportReason, u"Blocked."_s);
    QVERIFY(bench.session.status().nextWebSocketTry.has_value());
}

void TestSessionFallback::triesWebSocketFirstAgainWhenLongPollingFailsToo()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket,
                                failure(Kind::ConnectionRefused, u"Nobody listens."_s)));
    QVERIFY(bench.bus.failPost("/meta/handshake",
                               failure(Kind::ConnectionRefused, u"Nobody listens."_s)));
    QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QCOMPARE(bench.session.status().transportReason, QString());
}

void TestSessionFallback::countsTheGaps()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().gaps, 1);
    QVERIFY(bench.bus.refuse("/meta/connect", "402::gone"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QCOMPARE(bench.session.status().gaps, 2);
    QCOMPARE(bench.log.notes(u"gap"_s).size(), 2);
}

QTEST_GUILESS_MAIN(TestSessionFallback)
#include "test_session_fallback.moc"
