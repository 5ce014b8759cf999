// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

using Kind = TransportFailure::Kind;

/// The connect loop while all is well, and what must not disturb it.
class TestSessionConnect : public QObject
{
    Q_OBJECT

private slots:
    void keepsExactlyOneConnectOutstanding_data();
    void keepsExactlyOneConnectOutstanding();
    void ignoresLateAndForeignReplies_data();
    void ignoresLateAndForeignReplies();
    void anEventDoesNotEndTheConnect();
    void anEventWithTheConnectsIdIsAnEvent();
    void doesNotCareWhichComesFirst_data();
    void doesNotCareWhichComesFirst();
    void pausesForTheInterval();
    void obeysAdviceOfAnyMessage();
    void endsWhenToldToLeave_data();
    void endsWhenToldToLeave();
    void endsWhenAConnectReplyAdvisesNone();
    void recordsWhatItCannotRead();
    void recordsEveryMessageBothWays();
    void acknowledgesBatches();
    void acknowledgesTheLastBatchAgainAfterAFailure();
    void doesNotAcknowledgeUnlessTheServerTakesPart_data();
    void doesNotAcknowledgeUnlessTheServerTakesPart();
    void beginsAtZeroWithANewClient();
    void aStopInTheSlotOfAConnectReplyMakesItTheLast();
};

void TestSessionConnect::keepsExactlyOneConnectOutstanding_data()
{
    QTest::addColumn<bool>("polling");
    QTest::newRow("WebSocket") << false;
    QTest::newRow("long-polling") << true;
}

void TestSessionConnect::keepsExactlyOneConnectOutstanding()
{
    QFETCH(bool, polling);
    SessionBench bench;
    QVERIFY(polling ? bench.connectOverLongPolling() : bench.connectOverWebSocket());
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(bench.bus.waitingConnects(), 1);
        bench.subscribe("/a" + QByteArray::number(i));
        bench.publish(quint64(i));
        QCOMPARE(bench.bus.waitingConnects(), 1);
        QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    }
    QCOMPARE(bench.bus.count("/meta/connect"), 7);
}

void TestSessionConnect::ignoresLateAndForeignReplies_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("late") << QByteArray(
        R"([{"channel":"/meta/connect","id":"2","successful":true}])");
    QTest::newRow("foreign") << QByteArray(
        R"([{"channel":"/meta/connect","id":"0","successful":true}])");
    QTest::newRow("without id") << QByteArray(R"([{"channel":"/meta/connect","successful":true}])");
    QTest::newRow("not successful") << QByteArray(
        R"([{"channel":"/meta/connect","id":"2","successful":false,"error":"402::Unknown client"}])");
    QTest::newRow("the id on another channel")
        << QByteArray(R"([{"channel":"/meta/subscribe","id":"3","successful":true}])");
    QTest::newRow("late handshake") << QByteArray(
        R"([{"channel":"/meta/handshake","id":"1","successful":true,"clientId":"x"}])");
}

void TestSessionConnect::ignoresLateAndForeignReplies()
{
    QFETCH(QByteArray, reply);
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.bus.link(TransportType::WebSocket)->deliver(reply);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect"_s});
}

void TestSessionConnect::anEventDoesNotEndTheConnect()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.bus.link(TransportType::WebSocket)->deliver(R"([{"channel":"/a","data":1}])");
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In),
             QList<QByteArray>{R"({"channel":"/a","data":1})"});
}

void TestSessionConnect::anEventWithTheConnectsIdIsAnEvent()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/a","id":"3","data":null,"successful":true}])");
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1);
}

void TestSessionConnect::doesNotCareWhichComesFirst_data()
{
    QTest::addColumn<QByteArray>("frame");
    const QByteArray event(R"({"channel":"/a","data":1})");
    const QByteArray reply(R"({"channel":"/meta/connect","id":"4","successful":true})");
    QTest::newRow("events first, as CometD") << '[' + event + ',' + event + ',' + reply + ']';
    QTest::newRow("reply first, as Faye") << '[' + reply + ',' + event + ',' + event + ']';
    QTest::newRow("in the middle") << '[' + event + ',' + reply + ',' + event + ']';
}

void TestSessionConnect::doesNotCareWhichComesFirst()
{
    QFETCH(QByteArray, frame);
    SessionBench bench;
    QVERIFY(bench.connectOverLongPolling());
    QCOMPARE(bench.bus.waiting("/meta/connect")->id(), QByteArray("4"));
    bench.bus.takeLog();
    QVERIFY(bench.bus.answerWith("/meta/connect", frame));
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 2);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"lp connect"_s});
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionConnect::pausesForTheInterval()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"interval":50,"reconnect":"retry"})"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.waitingConnects(), 0);
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect"_s});
}

void TestSessionConnect::obeysAdviceOfAnyMessage()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/a","data":1,"advice":{"interval":50}}])");
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.waitingConnects(), 0);
    QTRY_COMPARE(bench.bus.waitingConnects(), 1);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect"_s});
}

void TestSessionConnect::endsWhenToldToLeave_data()
{
    QTest::addColumn<QByteArray>("frame");
    const QByteArray leave(R"({"channel":"/meta/disconnect","successful":true})");
    const QByteArray event(R"({"channel":"/a","data":1})");
    const QByteArray reply(R"({"channel":"/meta/connect","id":"3","successful":true,)"
                           R"("advice":{"reconnect":"none"}})");
    QTest::newRow("alone, event before") << '[' + event + ',' + leave + ']';
    QTest::newRow("event behind") << '[' + leave + ',' + event + ']';
    QTest::newRow("with the connect reply") << '[' + event + ',' + leave + ',' + reply + ']';
}

void TestSessionConnect::endsWhenToldToLeave()
{
    QFETCH(QByteArray, frame);
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.bus.link(TransportType::WebSocket)->deliver(frame);
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"The server told this client to leave. Reconnect to come back."_s);
    QCOMPARE(bench.log.notes(u"session"_s), QStringList{bench.trouble()});
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1);
    QCOMPARE(bench.subscriptions(), u"/a waiting"_s);
    QCOMPARE(bench.bus.links().size(), 0);

    bench.session.start(); // the user may come back, and the advice is forgotten
    QVERIFY(!bench.session.status().ended);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake(R"("timestamp":"now")"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
}

void TestSessionConnect::endsWhenAConnectReplyAdvisesNone()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/connect", R"("advice":{"reconnect":"none"})"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"The server ended the session and advises not to reconnect."_s);
}

void TestSessionConnect::recordsWhatItCannotRead()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/a","data":1},5,{"channel":"/b","data":1}])");
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1);
    QCOMPARE(bench.log.raw(MessageKind::Malformed, Direction::In),
             QList<QByteArray>{R"(5,{"channel":"/b","data":1}])"});
    QCOMPARE(bench.bus.waitingConnects(), 1);
}

void TestSessionConnect::recordsEveryMessageBothWays()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    QStringList rows;
    for (const RecordLog::Row &row : bench.log.rows())
        rows += u"%1 %2 %3"_s.arg(toText(row.direction), toText(row.kind))
                    .arg(QString::fromUtf8(row.channel))
                    .trimmed();
    const QStringList expected{u"out handshake /meta/handshake"_s,
                               u"in handshake /meta/handshake"_s,
                               u"out connect /meta/connect"_s,
                               u"in connect /meta/connect"_s,
                               u"local note"_s,
                               u"out connect /meta/connect"_s};
    QCOMPARE(rows, expected);
    QCOMPARE("[" + bench.log.rows().constFirst().raw + "]", bench.bus.sent().constFirst().text);
}

void TestSessionConnect::acknowledgesBatches()
{
    SessionOptions options = SessionBench::quick();
    options.acknowledge = true;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.acceptHandshake(R"("ext":{"ack":{"enabled":true,"batch":7}})"));
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":0})"));
    QVERIFY(bench.bus.accept("/meta/connect", R"("ext":{"ack":12})"));
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":12})"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":12})"));
    QVERIFY(bench.bus.accept("/meta/connect", R"("ext":{"ack":"13"})"));
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":12})"));
}

void TestSessionConnect::acknowledgesTheLastBatchAgainAfterAFailure()
{
    SessionOptions options = SessionBench::quick(TransportPreference::LongPollingOnly);
    options.acknowledge = true;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.acceptHandshake(R"("ext":{"ack":true})"));
    QVERIFY(bench.bus.accept("/meta/connect", R"("ext":{"ack":3})"));
    QVERIFY(bench.bus.refuse("/meta/connect", "500::no", R"("ext":{"ack":9})"));
    QTRY_COMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":3})"));
    QVERIFY(bench.bus.failPost("/meta/connect", failure(Kind::ConnectionLost, u"Lost."_s)));
    QTRY_COMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":3})"));
}

void TestSessionConnect::doesNotAcknowledgeUnlessTheServerTakesPart_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<QByteArray>("ext");
    QTest::newRow("not wanted") << false << QByteArray(R"("ext":{"ack":true})");
    QTest::newRow("no ext") << true << QByteArray(R"("timestamp":"now")");
    QTest::newRow("false") << true << QByteArray(R"("ext":{"ack":false})");
    QTest::newRow("not enabled") << true << QByteArray(R"("ext":{"ack":{"enabled":false}})");
}

void TestSessionConnect::doesNotAcknowledgeUnlessTheServerTakesPart()
{
    QFETCH(bool, wanted);
    QFETCH(QByteArray, ext);
    SessionOptions options = SessionBench::quick();
    options.acknowledge = wanted;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.acceptHandshake(ext));
    QVERIFY(!bench.bus.waiting("/meta/connect")->text.contains("ext"));
}

void TestSessionConnect::beginsAtZeroWithANewClient()
{
    SessionOptions options = SessionBench::quick();
    options.acknowledge = true;
    SessionBench bench(options);
    bench.session.start();
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake(R"("ext":{"ack":true})"));
    QVERIFY(bench.bus.accept("/meta/connect", R"("ext":{"ack":12})"));
    QVERIFY(bench.bus.refuse("/meta/connect", "402::session_unknown"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake(R"("ext":{"ack":true})"));
    QVERIFY(bench.bus.waiting("/meta/connect")->text.contains(R"("ext":{"ack":0})"));
}

void TestSessionConnect::aStopInTheSlotOfAConnectReplyMakesItTheLast()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    connect(&bench.session, &Session::metaReplied, this, [&bench] { bench.session.stop(); });
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws disconnect"_s});
    QCOMPARE(bench.state(), ConnectionState::Disconnecting);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
}

QTEST_GUILESS_MAIN(TestSessionConnect)
#include "test_session_connect.moc"
