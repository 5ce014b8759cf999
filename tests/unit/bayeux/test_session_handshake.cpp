// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

using Kind = TransportFailure::Kind;

class TestSessionHandshake : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithAHandshakeOverWebSocketAlone();
    void asksForAnAnswerAtOnceFirstAndThenWaits();
    void saysWhatItIsDoing();
    void startsOnce();
    void passesOnTheExtOfReplies();
    void sendsTheExtItWasGiven_data();
    void sendsTheExtItWasGiven();
    void waitsForTheIntervalBeforeTheFirstConnect();
    void stopsWhenDeniedWithAdviceNone();
    void triesAgainWhenDeniedWithoutAdvice();
    void obeysTheIntervalWhenDenied();
    void stopsWhenAcceptedWithAdviceNone();
    void anotherAnswerIsNoAnswer();
    void aHandshakeWithoutClientIdIsNone();
    void takesLongPollingWhenWebSocketIsNotOffered();
    void endsWhenTheWishedTransportIsNotOffered_data();
    void endsWhenTheWishedTransportIsNotOffered();
    void aLongAnswerOfAServerStaysShortInWords();
    void aStopInTheSlotOfTheHandshakeReplySendsNoConnect();
};

void TestSessionHandshake::beginsWithAHandshakeOverWebSocketAlone()
{
    SessionBench bench;
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    bench.subscribe("/a");
    bench.session.start();
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws handshake"_s});
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 1);
    QCOMPARE(bench.bus.made(TransportType::LongPolling), 0);
    QVERIFY(bench.bus.sent().constFirst().text.contains(
        R"("supportedConnectionTypes":["websocket","long-polling"])"));
}

void TestSessionHandshake::asksForAnAnswerAtOnceFirstAndThenWaits()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake());
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    const QStringList expected{
        u"ws handshake"_s, u"ws connect!"_s, u"ws connect"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QCOMPARE(bench.bus.sent().constLast().clientId(), QByteArray("client1"));
}

void TestSessionHandshake::saysWhatItIsDoing()
{
    SessionBench bench;
    QList<ConnectionState> states;
    connect(&bench.session, &Session::statusChanged, this, [&] { states += bench.state(); });
    QVERIFY(bench.connectOverWebSocket());
    const QList<ConnectionState> expected{
        ConnectionState::Handshaking, ConnectionState::Connecting, ConnectionState::Connected};
    QCOMPARE(states, expected);
    const ConnectionStatus &status = bench.session.status();
    QCOMPARE(status.transport, TransportType::WebSocket);
    QVERIFY(status.transportSince.has_value());
    QVERIFY(status.lastReply.has_value());
    QCOMPARE(status.clientId, u"client1"_s);
    QCOMPARE(status.handshakes, 1);
    QCOMPARE(status.gaps, 0);
    QCOMPARE(status.trouble, QString());
    QCOMPARE(status.transportReason, QString());
    QCOMPARE(bench.log.notes(u"transport"_s), QStringList{u"Connected over WebSocket."_s});
}

void TestSessionHandshake::startsOnce()
{
    SessionBench bench;
    bench.session.start();
    bench.session.start();
    QCOMPARE(bench.bus.count("/meta/handshake"), 1);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    bench.session.start();
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    bench.session.start();
    QCOMPARE(bench.bus.count("/meta/handshake"), 1);
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionHandshake::passesOnTheExtOfReplies()
{
    SessionBench bench;
    QByteArrayList exts;
    connect(&bench.session, &Session::metaReplied, this, [&exts](QByteArrayView ext) {
        exts += ext.toByteArray();
    });
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake(R"("ext":{"a": 1})"));
    QVERIFY(bench.bus.accept("/meta/connect", R"("ext":{"b":2})"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QByteArrayList expected{R"({"a": 1})", R"({"b":2})", ""};
    QCOMPARE(exts, expected);
}

void TestSessionHandshake::sendsTheExtItWasGiven_data()
{
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<bool>("acknowledge");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray() << false << QByteArray();
    QTest::newRow("ack") << QByteArray() << true << QByteArray(R"({"ack":true})");
    QTest::newRow("own") << QByteArray(R"({"a":1})") << false << QByteArray(R"({"a":1})");
    QTest::newRow("both") << QByteArray(R"({"a":1})") << true
                          << QByteArray(R"({"a":1,"ack":true})");
    QTest::newRow("empty and ack") << QByteArray("{}") << true << QByteArray(R"({"ack":true})");
}

void TestSessionHandshake::sendsTheExtItWasGiven()
{
    QFETCH(QByteArray, ext);
    QFETCH(bool, acknowledge);
    QFETCH(QByteArray, expected);
    SessionOptions options = SessionBench::quick();
    options.handshakeExt = ext;
    options.acknowledge = acknowledge;
    SessionBench bench(options);
    bench.session.start();
    const QByteArray sent = bench.bus.sent().constFirst().text;
    QCOMPARE(sent.endsWith("\"ext\":" + expected + "}]"), !expected.isEmpty());
    QCOMPARE(sent.contains("\"ext\""), !expected.isEmpty());
}

void TestSessionHandshake::waitsForTheIntervalBeforeTheFirstConnect()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake(R"("advice":{"interval":60,"reconnect":"retry"})"));
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    QCOMPARE(bench.session.status().nextStep, NextStep::Connect);
    QCOMPARE(bench.waitSteps(), 3);
    QTRY_COMPARE(bench.state(), ConnectionState::Connecting);
    QCOMPARE(bench.bus.waitingConnects(), 1);
}

void TestSessionHandshake::stopsWhenDeniedWithAdviceNone()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.refuse(
        "/meta/handshake", "403::handshake_denied", R"("advice":{"reconnect":"none"})"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"The server refused the handshake: 403::handshake_denied"_s);
    QCOMPARE(bench.bus.links().size(), 0);
}

void TestSessionHandshake::triesAgainWhenDeniedWithoutAdvice()
{
    SessionBench bench;
    bench.session.start();
    for (const qint64 steps : {-1, 1, 2, 3}) { // at once, then more and more slowly
        QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
        QVERIFY(bench.bus.comeUp());
        QVERIFY(bench.bus.refuse("/meta/handshake", "403::handshake_denied"));
        QCOMPARE(bench.waitSteps(), steps);
        if (steps > 0)
            QCOMPARE(bench.session.status().nextStep, NextStep::Handshake);
    }
}

void TestSessionHandshake::obeysTheIntervalWhenDenied()
{
    SessionBench bench;
    bench.session.start();
    for (const qint64 steps : {5, 6, 7}) {
        QTRY_COMPARE(bench.state(), ConnectionState::Handshaking);
        QVERIFY(bench.bus.comeUp());
        QVERIFY(bench.bus.refuse("/meta/handshake",
                                 "403::handshake_denied",
                                 R"("advice":{"reconnect":"retry","interval":100})"));
        QCOMPARE(bench.waitSteps(), steps);
    }
}

void TestSessionHandshake::stopsWhenAcceptedWithAdviceNone()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake(R"("advice":{"reconnect":"none"})"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"The server accepted the handshake but advises not to connect."_s);
    QCOMPARE(bench.bus.count("/meta/connect"), 0);
}

void TestSessionHandshake::anotherAnswerIsNoAnswer()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/meta/handshake","id":"99","successful":true,"clientId":"x"},)"
                  R"({"channel":"/meta/connect","id":"1","successful":true}])");
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    QVERIFY(bench.acceptHandshake());
    QCOMPARE(bench.session.status().clientId, u"client1"_s);
}

void TestSessionHandshake::aHandshakeWithoutClientIdIsNone()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/handshake", R"("supportedConnectionTypes":["websocket"])"));
    QCOMPARE(bench.bus.count("/meta/connect"), 0);
    QCOMPARE(bench.bus.count("/meta/handshake"), 2);
    QCOMPARE(bench.trouble(), u"The server accepted the handshake, but gave no client id."_s);
}

void TestSessionHandshake::takesLongPollingWhenWebSocketIsNotOffered()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/handshake",
                             R"("clientId":"x","supportedConnectionTypes":["long-polling"])"));
    QCOMPARE(bench.state(), ConnectionState::Handshaking);
    const QStringList expected{u"ws handshake"_s, u"lp handshake"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.accept("/meta/handshake",
                             R"("clientId":"y","supportedConnectionTypes":["long-polling"])"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QVERIFY(bench.session.status().transportReason.contains(u"does not offer WebSocket"_s));
    QVERIFY(bench.session.status().nextWebSocketTry.has_value());
}

void TestSessionHandshake::endsWhenTheWishedTransportIsNotOffered_data()
{
    QTest::addColumn<TransportPreference>("preference");
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QString>("trouble");
    QTest::newRow("WebSocket")
        << TransportPreference::WebSocketOnly << QByteArray(R"(["long-polling"])")
        << u"The server does not offer WebSocket; it offers [\"long-polling\"]."_s;
    QTest::newRow("long-polling")
        << TransportPreference::LongPollingOnly << QByteArray(R"(["websocket","eventsource"])")
        << u"The server does not offer long-polling; it offers [\"websocket\",\"eventsource\"]."_s;
    QTest::newRow("neither")
        << TransportPreference::Automatic << QByteArray(R"(["eventsource"])")
        << u"The server does not offer WebSocket; it offers [\"eventsource\"]."_s;
}

void TestSessionHandshake::endsWhenTheWishedTransportIsNotOffered()
{
    QFETCH(TransportPreference, preference);
    QFETCH(QByteArray, offer);
    QFETCH(QString, trouble);
    SessionBench bench(SessionBench::quick(preference));
    bench.session.start();
    QVERIFY(bench.bus.accept("/meta/handshake",
                             R"("clientId":"x","supportedConnectionTypes":)" + offer));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), trouble);
}

void TestSessionHandshake::aLongAnswerOfAServerStaysShortInWords()
{
    SessionBench bench;
    bench.session.start();
    QVERIFY(bench.bus.refuse("/meta/handshake",
                             "403::no\\n<b>" + QByteArray(qsizetype(1024) * 1024, 'x'),
                             R"("advice":{"reconnect":"none"})"));
    QVERIFY(bench.trouble().size() < 400);
    QVERIFY(bench.trouble().startsWith(u"The server refused the handshake: 403::no <b>xxx"_s));
}

void TestSessionHandshake::aStopInTheSlotOfTheHandshakeReplySendsNoConnect()
{
    SessionBench bench;
    connect(&bench.session, &Session::metaReplied, this, [&bench] { bench.session.stop(); });
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake());
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    const QStringList expected{u"ws handshake"_s, u"ws disconnect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
}

QTEST_GUILESS_MAIN(TestSessionHandshake)
#include "test_session_handshake.moc"
