// SPDX-License-Identifier: MIT
// How a session asks for subscriptions of a server that has wishes of its own about it.
#include "tests/unit/bayeux/sessionbench.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

namespace {

/// A server whose ext says what a reply is, and in a handshake's reply what the server does.
SessionOptions withDialect()
{
    SessionOptions options = SessionBench::quick();
    options.commands.firstRetry = 20ms;
    Dialect &dialect = options.dialect;
    dialect.isBusy = [](QByteArrayView, QByteArrayView ext) {
        return ext == R"({"is":"busy"})";
    };
    dialect.isNotice = [](QByteArrayView ext) {
        return ext == R"({"is":"soon"})";
    };
    dialect.commandLimits = [](QByteArrayView ext) {
        CommandLimits limits;
        limits.inFlight = 1;
        limits.firstRetry = 20ms;
        limits.longestWait = 50ms;
        return ext == R"({"is":"flow"})" ? std::optional(limits) : std::nullopt;
    };
    dialect.redirectChannel = [](const QByteArray &clientId, QByteArrayView ext) {
        return ext == R"({"is":"redirects"})"
            ? std::optional(*ChannelPattern::parse("/redirect/" + clientId))
            : std::nullopt;
    };
    dialect.redirect = [](const QByteArray &, QByteArrayView message) {
        const QStringList words = QJsonDocument::fromJson(message.toByteArray())
                                      .object()
                                      .value("data"_L1)
                                      .toString()
                                      .split(u' ');
        return std::optional(Dialect::Redirect{*ChannelPattern::parse(words.value(0).toUtf8()),
                                               *ChannelPattern::parse(words.value(1).toUtf8())});
    };
    return options;
}

bool connectWith(SessionBench &bench, const QByteArray &ext)
{
    bench.session.start();
    return bench.bus.comeUp() && bench.acceptHandshake(usualAdvice() + R"(,"ext":)" + ext)
        && bench.bus.accept("/meta/connect", usualAdvice())
        && bench.state() == ConnectionState::Connected;
}

bool refuseBusy(SessionBench &bench)
{
    return bench.bus.refuse("/meta/subscribe", "404::message_deleted", R"("ext":{"is":"busy"})");
}

} // namespace

class TestSessionCommands : public QObject
{
    Q_OBJECT

private slots:
    void hasOneInFlightWhenTheServerWantsIt();
    void refillsWhenAnAnswerStaysAway();
    void leavesUnansweredOnesBehindWithTheirClient();
    void asksAgainWhenTheServerWasBusy();
    void givesUpOnABusyServer();
    void doesNotWaitWhenWishedAgain();
    void takesNoNoticeForAReply();
    void asksForTheRedirectChannelFirst();
    void isNotHarmedWhenTheRedirectChannelIsRefused();
    void movesASubscription_data();
    void movesASubscription();
    void movesOnlyWhatIsWanted();
    void suspendsAndResumes();
    void keepsQuietWhileSuspended();
    void aNewClientEndsTheSuspension();
    void leavesForGood();
    void takesOverWhatIsKnownOfTheTransports();
};

void TestSessionCommands::hasOneInFlightWhenTheServerWantsIt()
{
    SessionBench bench(withDialect());
    for (const char *pattern : {"/a", "/b", "/c"})
        bench.subscribe(pattern);
    QVERIFY(connectWith(bench, R"({"is":"flow"})"));
    const QStringList first{
        u"ws handshake"_s, u"ws connect!"_s, u"ws subscribe /a"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), first);
    bench.unsubscribe("/c"); // was never asked for
    bench.subscribe("/d");
    QCOMPARE(bench.bus.takeLog(), QStringList{});
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws subscribe /b"_s});
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws subscribe /d"_s});
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.unsubscribe("/a");
    bench.unsubscribe("/d");
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws unsubscribe /a"_s});
    QVERIFY(bench.bus.accept("/meta/unsubscribe"));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws unsubscribe /d"_s});
    QCOMPARE(bench.subscriptions(), u"/b refused: 403::no"_s);
}

void TestSessionCommands::refillsWhenAnAnswerStaysAway()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(connectWith(bench, R"({"is":"flow"})"));
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
    QTRY_COMPARE(bench.bus.count("/meta/subscribe"), 2);
    QCOMPARE(bench.subscriptions(), u"/a pending, /b pending"_s);
    QVERIFY(bench.bus.acceptAll("/meta/subscribe")); // the first one came late
    QCOMPARE(bench.subscriptions(), u"/a subscribed, /b subscribed"_s);
}

void TestSessionCommands::leavesUnansweredOnesBehindWithTheirClient()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(connectWith(bench, R"({"is":"flow"})"));
    QVERIFY(bench.bus.refuse(
        "/meta/connect", "402::Unknown client", R"("advice":{"reconnect":"handshake"})"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake(usualAdvice() + R"(,"ext":{"is":"flow"})"));
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.takeLog().value(0), u"ws subscribe /a"_s);
}

void TestSessionCommands::asksAgainWhenTheServerWasBusy()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(refuseBusy(bench));
    QCOMPARE(bench.subscriptions(), u"/a waiting: 404::message_deleted"_s);
    QVERIFY(
        bench.session.subscriptions().first().explanation.contains(u"asked again after 0.02 s"_s));
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
    QVERIFY(bench.log.notes(u"refused"_s).value(0).contains(u"put off"_s));
    QTRY_COMPARE(bench.bus.count("/meta/subscribe"), 2);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionCommands::givesUpOnABusyServer()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    for (int attempt = 1; attempt <= 4; ++attempt) {
        QTRY_COMPARE(bench.bus.count("/meta/subscribe"), attempt);
        QVERIFY(refuseBusy(bench));
    }
    QCOMPARE(bench.subscriptions(), u"/a refused: 404::message_deleted"_s);
}

void TestSessionCommands::doesNotWaitWhenWishedAgain()
{
    SessionOptions options = withDialect();
    options.commands.firstRetry = 1h;
    SessionBench bench(options);
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(refuseBusy(bench));
    bench.subscribe("/a");
    QCOMPARE(bench.bus.count("/meta/subscribe"), 2);
}

void TestSessionCommands::takesNoNoticeForAReply()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    const QByteArray id = bench.bus.waiting("/meta/subscribe")->id();
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/meta/subscribe","id":")" + id
                  + R"(","subscription":"/a","successful":true,"ext":{"is":"soon"}}])");
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
    QCOMPARE(bench.log.raw(MessageKind::Subscribe, Direction::In).size(), 1);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionCommands::asksForTheRedirectChannelFirst()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(connectWith(bench, R"({"is":"redirects"})"));
    QVERIFY(bench.bus.takeLog().contains(u"ws subscribe /redirect/client1 + subscribe /a"_s));
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s); // it is not in the list
    QCOMPARE(bench.log.raw(MessageKind::Subscribe, Direction::Out).size(), 2);
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.count("/meta/subscribe"), 2); // not with every connect
}

void TestSessionCommands::isNotHarmedWhenTheRedirectChannelIsRefused()
{
    SessionBench bench(withDialect());
    QVERIFY(connectWith(bench, R"({"is":"redirects"})"));
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    QCOMPARE(bench.log.notes(u"refused"_s), QStringList{});
    QVERIFY(bench.session.isSettled());
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
}

void TestSessionCommands::movesASubscription_data()
{
    QTest::addColumn<QByteArrayList>("wanted");
    QTest::addColumn<QString>("after");
    QTest::newRow("alone") << QByteArrayList{"/a"} << u"/b pending"_s;
    QTest::newRow("in its place") << QByteArrayList{"/x", "/a", "/y"}
                                  << u"/x subscribed, /b pending, /y subscribed"_s;
    QTest::newRow("onto a wanted one") << QByteArrayList{"/a", "/b"} << u"/b subscribed"_s;
}

void TestSessionCommands::movesASubscription()
{
    QFETCH(QByteArrayList, wanted);
    QFETCH(QString, after);
    SessionBench bench(withDialect());
    for (const QByteArray &pattern : wanted)
        bench.subscribe(pattern);
    QVERIFY(connectWith(bench, R"({"is":"redirects"})"));
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    bench.bus.takeLog();
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/redirect/client1","data":"/a /b"}])");
    QCOMPARE(bench.subscriptions(), after);
    QVERIFY(bench.bus.takeLog().value(0).startsWith(u"ws unsubscribe /a"_s));
    QVERIFY(bench.log.notes(u"session"_s).last().contains(u"moved the subscription to /a"_s));
    QCOMPARE(bench.log.raw(MessageKind::Event, Direction::In).size(), 1); // recorded as well
}

void TestSessionCommands::movesOnlyWhatIsWanted()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(connectWith(bench, R"({"is":"redirects"})"));
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    bench.bus.takeLog();
    FakeTransport *link = bench.bus.link(TransportType::WebSocket);
    link->deliver(R"([{"channel":"/redirect/client1","data":"/other /b"}])");
    link->deliver(R"([{"channel":"/redirect/another","data":"/a /b"}])");
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QCOMPARE(bench.bus.takeLog(), QStringList{});
}

void TestSessionCommands::suspendsAndResumes()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    bench.bus.takeLog();
    bench.session.suspendSubscriptions(u"Ended."_s);
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws unsubscribe /a + unsubscribe /b"_s});
    QCOMPARE(bench.subscriptions(), u"/a waiting, /b waiting"_s);
    QCOMPARE(bench.session.subscriptions().last().explanation, u"Ended."_s);
    QVERIFY(bench.bus.acceptAll("/meta/unsubscribe"));
    bench.session.resubscribe();
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws subscribe /a + subscribe /b"_s});
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed, /b subscribed"_s);
}

void TestSessionCommands::keepsQuietWhileSuspended()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    bench.session.suspendSubscriptions(u"Ended."_s); // while the answer is on its way
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.subscribe("/b");
    QVERIFY(bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws connect"_s});
    QCOMPARE(bench.subscriptions(), u"/a waiting, /b waiting"_s);
}

void TestSessionCommands::aNewClientEndsTheSuspension()
{
    SessionBench bench(withDialect());
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    bench.session.suspendSubscriptions(u"Ended."_s);
    QVERIFY(bench.bus.refuse(
        "/meta/connect", "402::Unknown client", R"("advice":{"reconnect":"handshake"})"));
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake()
            && bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
}

void TestSessionCommands::leavesForGood()
{
    SessionBench bench(withDialect());
    QVERIFY(bench.connectOverWebSocket());
    bench.session.leave(u"Switched off."_s);
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.state(), ConnectionState::Disconnected);
    QVERIFY(bench.session.status().ended);
    QCOMPARE(bench.trouble(), u"Switched off."_s);
    QCOMPARE(bench.log.notes(u"session"_s).last(), u"Switched off."_s);
    bench.session.start();
    QVERIFY(!bench.session.status().ended);
}

void TestSessionCommands::takesOverWhatIsKnownOfTheTransports()
{
    SessionBench before;
    QVERIFY(before.connectOverLongPolling());
    SessionOptions options = SessionBench::quick();
    options.inheritedChoice = before.session.choice();
    SessionBench bench(options);
    bench.session.start();
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 0);
    QVERIFY(bench.acceptHandshake() && bench.bus.accept("/meta/connect", usualAdvice()));
    QCOMPARE(bench.session.status().transport, TransportType::LongPolling);
    QVERIFY(!bench.session.status().transportReason.isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionCommands)
#include "test_session_commands.moc"
