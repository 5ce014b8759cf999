// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

/// The end of a session, and the user's choice of a transport, in each state.
class TestSessionStop : public QObject
{
    Q_OBJECT

private slots:
    void saysGoodbye_data();
    void saysGoodbye();
    void endsAlsoWhenNobodyAnswers_data();
    void endsAlsoWhenNobodyAnswers();
    void endsWhenTheLinkBreaksDuringTheGoodbye();
    void theLastConnectIsNoReasonToGoOn();
    void endsAtOnceWhileHandshaking();
    void saysGoodbyeWhileConnecting();
    void endsAtOnceWhileAWebSocketIsBeingReopened();
    void aStoppedSessionStaysStopped();
    void endsAWait();
    void doesNothingWhenDisconnected();
    void mayBeStartedAgain();
    void isNoEndForGood();
    void mayBeDestroyedInAnyState_data();
    void mayBeDestroyedInAnyState();

    void aWishedTransportIsTakenWhenConnected_data();
    void aWishedTransportIsTakenWhenConnected();
    void aWishedTransportIsTakenWhileHandshaking();
    void aWishedTransportIsTakenWhileConnecting();
    void aWishedTransportEndsAWait();
    void aWishedTransportIsRememberedWhenDisconnected();
    void theTransportInUseIsKept();
    void automaticAgainTriesWebSocket();
    void stopWinsOverAWishedTransport();
};

void TestSessionStop::saysGoodbye_data()
{
    QTest::addColumn<TransportPreference>("preference");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

void TestSessionStop::saysGoodbye()
{
    QFETCH(TransportPreference, preference);
    const bool isPolling = preference == TransportPreference::LongPollingOnly;
    SessionBench bench(SessionBench::quick(preference));
    QVERIFY(isPolling ? bench.connectOverLongPolling() : bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.session.stop();
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    bench.session.stop(); // once is enough
    QCOMPARE(bench.bus.takeLog(), QStringList{isPolling ? u"lp disconnect"_s : u"ws disconnect"_s});
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(!bench.session.status().ended);
    QVERIFY(!bench.session.status().transport);
    QCOMPARE(bench.session.status().clientId, QString());
    QCOMPARE(bench.trouble(), QString());
    QCOMPARE(bench.bus.links().size(), 0);
}

void TestSessionStop::endsAlsoWhenNobodyAnswers_data()
{
    saysGoodbye_data();
}

void TestSessionStop::endsAlsoWhenNobodyAnswers()
{
    QFETCH(TransportPreference, preference);
    SessionOptions options = SessionBench::quick(preference);
    options.goodbyePatience = 50ms;
    SessionBench bench(options);
    QVERIFY(preference == TransportPreference::LongPollingOnly ? bench.connectOverLongPolling()
                                                               : bench.connectOverWebSocket());
    QElapsedTimer time;
    time.start();
    bench.session.stop();
    QTRY_COMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(time.elapsed() >= 50);
    QVERIFY(time.elapsed() < 2000);
    QCOMPARE(bench.bus.links().size(), 0);
}

void TestSessionStop::endsWhenTheLinkBreaksDuringTheGoodbye()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.session.stop();
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 1);
}

/// The pending connect is answered as well (bayeux.md § 11).
void TestSessionStop::theLastConnectIsNoReasonToGoOn()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.session.stop();
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"reconnect":"none"})"));
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(!bench.session.status().ended);
    QCOMPARE(bench.bus.takeLog(), QStringList());
}

void TestSessionStop::endsAtOnceWhileHandshaking()
{
    SessionBench bench;
    bench.session.start();
    bench.session.stop();
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.links().size(), 0);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
}

void TestSessionStop::saysGoodbyeWhileConnecting()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    bench.session.stop();
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
}

void TestSessionStop::endsAtOnceWhileAWebSocketIsBeingReopened()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    bench.session.stop(); // a link that is not open takes nobody's goodbye
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.links().size(), 0);
}

/// The time limit of a reopened socket must not outlive the wish to be connected.
void TestSessionStop::aStoppedSessionStaysStopped()
{
    SessionOptions options = SessionBench::quick();
    options.reopenPatience = 60ms;
    options.goodbyePatience = 20ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    QVERIFY(bench.bus.comeUp());
    bench.session.stop();
    QTRY_COMPARE(bench.state(), ConnectionState::Disconnected);
    bench.bus.takeLog();
    QTimer later;
    later.setSingleShot(true);
    later.start(120ms);
    QTRY_VERIFY(!later.isActive());
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.takeLog(), QStringList());
}

void TestSessionStop::endsAWait()
{
    SessionBench bench(SessionBench::quick(TransportPreference::LongPollingOnly));
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    bench.session.stop();
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(!bench.session.status().nextAttempt);
    QCOMPARE(bench.bus.links().size(), 0);
}

void TestSessionStop::doesNothingWhenDisconnected()
{
    SessionBench bench;
    bench.session.stop();
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.takeLog(), QStringList());
}

void TestSessionStop::mayBeStartedAgain()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    bench.session.stop();
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    bench.bus.takeLog();
    QVERIFY(bench.connectOverWebSocket());
    const QStringList expected{
        u"ws handshake"_s, u"ws connect!"_s, u"ws subscribe /a"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.session.status().clientId, u"client2"_s);
    QCOMPARE(bench.session.status().gaps, 0); // the user was away on purpose
}

void TestSessionStop::isNoEndForGood()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"reconnect":"none"})"));
    QVERIFY(bench.session.status().ended);
    bench.session.start();
    QVERIFY(!bench.session.status().ended);
    QCOMPARE(bench.trouble(), QString());
    bench.session.stop();
    QVERIFY(!bench.session.status().ended);
}

void TestSessionStop::mayBeDestroyedInAnyState_data()
{
    QTest::addColumn<int>("steps");
    int steps = 0;
    for (const char *name : {"disconnected",
                             "handshaking",
                             "fallen back",
                             "connecting",
                             "connected",
                             "trying WebSocket",
                             "leaving the trial",
                             "about to move over",
                             "moving",
                             "moved"})
        QTest::newRow(name) << steps++;
}

void TestSessionStop::mayBeDestroyedInAnyState()
{
    QFETCH(int, steps);
    {
        SessionBench bench;
        const QList<std::function<bool()>> way{
            [&bench] {
                bench.session.start();
                return true;
            },
            [&bench] { return bench.bus.breakDown(TransportType::WebSocket, lost); },
            [&bench] { return bench.acceptHandshake(); },
            [&bench] { return bench.bus.accept("/meta/connect"); },
            [&bench] {
                bench.session.tryWebSocketNow();
                return bench.bus.comeUp();
            },
            [&bench] { return bench.acceptHandshake(); },
            [&bench] { return bench.bus.accept("/meta/disconnect") && bench.bus.comeUp(); },
            [&bench] { return bench.bus.accept("/meta/connect"); },
            [&bench] { return bench.bus.accept("/meta/connect"); },
        };
        for (int i = 0; i < steps; ++i)
            QVERIFY(way.at(i)());
        bench.publish(1);
        bench.subscribe("/a");
    }
}

void TestSessionStop::aWishedTransportIsTakenWhenConnected_data()
{
    QTest::addColumn<bool>("polling");
    QTest::newRow("from WebSocket to long-polling") << false;
    QTest::newRow("from long-polling to WebSocket") << true;
}

void TestSessionStop::aWishedTransportIsTakenWhenConnected()
{
    QFETCH(bool, polling);
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(polling ? bench.connectOverLongPolling() : bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.bus.takeLog();
    QList<ConnectionState> states;
    connect(&bench.session, &Session::statusChanged, this, [&] { states += bench.state(); });
    bench.session.setPreference(polling ? TransportPreference::WebSocketOnly
                                        : TransportPreference::LongPollingOnly);
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QVERIFY(!states.contains(ConnectionState::Disconnected)); // not an end in anybody's eyes
    QVERIFY(bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QStringList expected = polling ? QStringList{u"lp disconnect"_s,
                                                       u"ws handshake"_s,
                                                       u"ws connect!"_s,
                                                       u"ws subscribe /a"_s,
                                                       u"ws connect"_s}
                                         : QStringList{u"ws disconnect"_s,
                                                       u"lp handshake"_s,
                                                       u"lp connect!"_s,
                                                       u"lp subscribe /a"_s,
                                                       u"lp connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.session.status().transportReason,
             polling ? QString() : u"Long-polling was chosen by you."_s);
}

void TestSessionStop::aWishedTransportIsTakenWhileHandshaking()
{
    SessionBench bench;
    bench.session.start();
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    const QStringList expected{u"ws handshake"_s, u"lp handshake"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.bus.links().size(), 1);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionStop::aWishedTransportIsTakenWhileConnecting()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.breakDown(TransportType::WebSocket, lost));
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
}

void TestSessionStop::aWishedTransportEndsAWait()
{
    SessionOptions options = SessionBench::quick(TransportPreference::LongPollingOnly);
    options.backoff = {1h, 10h};
    SessionBench bench(options);
    QVERIFY(bench.connectOverLongPolling());
    QVERIFY(bench.bus.failPost("/meta/connect", lost));
    bench.bus.takeLog();
    bench.session.setPreference(TransportPreference::WebSocketOnly);
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
}

void TestSessionStop::aWishedTransportIsRememberedWhenDisconnected()
{
    SessionBench bench;
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.session.status().preference, TransportPreference::LongPollingOnly);
    bench.session.start();
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp handshake"_s});
}

void TestSessionStop::theTransportInUseIsKept()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.session.setPreference(TransportPreference::WebSocketOnly);
    bench.session.setPreference(TransportPreference::Automatic);
    bench.session.setPreference(TransportPreference::Automatic);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QCOMPARE(bench.session.status().preference, TransportPreference::Automatic);
}

void TestSessionStop::automaticAgainTriesWebSocket()
{
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QVERIFY(!bench.session.status().nextWebSocketTry);
    QCOMPARE(bench.session.status().transportHttpStatus, 0);
    bench.session.setPreference(TransportPreference::Automatic);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    bench.bus.takeLog();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake() && bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.session.status().transport, TransportType::WebSocket);
    QCOMPARE(bench.session.status().transportReason, QString());
}

void TestSessionStop::stopWinsOverAWishedTransport()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.session.setPreference(TransportPreference::LongPollingOnly);
    bench.session.stop();
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QCOMPARE(bench.bus.links().size(), 0);
}

QTEST_GUILESS_MAIN(TestSessionStop)
#include "test_session_stop.moc"
