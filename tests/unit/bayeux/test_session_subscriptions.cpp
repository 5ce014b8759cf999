// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

using Kind = TransportFailure::Kind;

class TestSessionSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void waitsUntilConnected();
    void asksForAllInOneFrame();
    void asksAtOnceWhenConnected();
    void asksOnceForTheSamePattern();
    void saysWhyOneWasRefused();
    void explainsARefusal();
    void asksAgainWhenARefusedOneIsWishedAgain();
    void asksAgainForRefusedOnesAfterANewHandshake();
    void tellsWhenTheSubscriptionInForceWasConfirmed();
    void unsubscribes();
    void anAnswerComesTooLateForWhatIsNotWantedAnyMore();
    void wishesItBackWhilePending();
    void doesNotTellTheServerOfWhatItNeverKnew();
    void tellsTheServerLaterWhenThereIsNoLink();
    void sendsNothingBehindTheGoodbye();
    void keepsThemOverALostLink();
    void asksAgainForWhatWasPendingWhenTheLinkBroke();
    void keepsWaitingOnALivingSocket();
    void knowsNothingOfThemWhenStopped();
    void ignoresTheEarlyNoticeOfTheInstance();
};

void TestSessionSubscriptions::waitsUntilConnected()
{
    SessionBench bench;
    QSignalSpy changes(&bench.session, &Session::subscriptionsChanged);
    bench.subscribe("/a");
    QCOMPARE(changes.size(), 1);
    QCOMPARE(bench.subscriptions(), u"/a waiting"_s);
    bench.session.start();
    bench.subscribe("/b");
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    bench.subscribe("/c");
    QCOMPARE(bench.bus.count("/meta/subscribe"), 0);
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.subscriptions(), u"/a pending, /b pending, /c pending"_s);
}

void TestSessionSubscriptions::asksForAllInOneFrame()
{
    SessionBench bench;
    for (const char *pattern : {"/a", "/b/*", "/c/**"})
        bench.subscribe(pattern);
    QVERIFY(bench.connectOverWebSocket());
    const QStringList expected{u"ws handshake"_s,
                               u"ws connect!"_s,
                               u"ws subscribe /a + subscribe /b/* + subscribe /c/**"_s,
                               u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed, /b/* subscribed, /c/** subscribed"_s);
}

void TestSessionSubscriptions::asksAtOnceWhenConnected()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.subscribe("/a");
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws subscribe /a"_s});
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionSubscriptions::asksOnceForTheSamePattern()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    bench.subscribe("/a/");
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.subscribe("/a");
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1);
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionSubscriptions::saysWhyOneWasRefused()
{
    SessionBench bench;
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403:denied_by_security_policy:subscribe_denied"));
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(),
             u"/a refused: 403:denied_by_security_policy:subscribe_denied, /b subscribed"_s);
    QCOMPARE(bench.log.notes(u"refused"_s),
             QStringList{u"Subscription to /a refused: "_s
                         + u"403:denied_by_security_policy:subscribe_denied"_s});
    QCOMPARE(bench.state(), ConnectionState::Connected);
}

void TestSessionSubscriptions::explainsARefusal()
{
    SessionOptions options = SessionBench::quick();
    options.dialect.explain = [](QByteArrayView error, QByteArrayView ext) {
        return RefusalWords{QString::fromUtf8(error), QString::fromUtf8(ext)};
    };
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    QVERIFY(bench.bus.refuse("/meta/subscribe", "404::message_deleted", R"("ext":{"code": 403})"));
    const SubscriptionInfo info = bench.session.subscriptions().constFirst();
    QCOMPARE(info.refusal, u"404::message_deleted"_s);
    QCOMPARE(info.explanation, u"{\"code\": 403}"_s);
}

void TestSessionSubscriptions::asksAgainWhenARefusedOneIsWishedAgain()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1); // not by itself
    bench.subscribe("/a");
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionSubscriptions::asksAgainForRefusedOnesAfterANewHandshake()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QCOMPARE(bench.subscriptions(), u"/a waiting"_s);
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
}

void TestSessionSubscriptions::tellsWhenTheSubscriptionInForceWasConfirmed()
{
    SessionBench bench;
    const auto confirmed = [&bench] {
        return bench.session.subscriptions().constFirst().acknowledged;
    };
    const Timestamp begin = now();
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(!confirmed());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QVERIFY(confirmed() && *confirmed() >= begin && *confirmed() <= now());
    QVERIFY(bench.session.status().replyDue > now());
    const auto first = confirmed();
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, failure(Kind::ConnectionLost, u"Lost."_s)));
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(confirmed(), first); // the same client: the same subscription
    QVERIFY(bench.bus.refuse("/meta/connect", "402::Unknown client"));
    QVERIFY(!confirmed());
    QVERIFY(bench.bus.comeUp() && bench.acceptHandshake());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QVERIFY(!confirmed());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QVERIFY(confirmed() && *confirmed() >= *first);
}

void TestSessionSubscriptions::unsubscribes()
{
    SessionBench bench;
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    bench.bus.takeLog();
    bench.unsubscribe("/a");
    bench.unsubscribe("/c");
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws unsubscribe /a"_s});
    QCOMPARE(bench.subscriptions(), u"/b subscribed"_s);
    QVERIFY(bench.bus.accept("/meta/unsubscribe"));
    QCOMPARE(bench.subscriptions(), u"/b subscribed"_s);
}

void TestSessionSubscriptions::anAnswerComesTooLateForWhatIsNotWantedAnyMore()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    bench.bus.takeLog();
    bench.unsubscribe("/a");
    QCOMPARE(bench.bus.takeLog(), QStringList{u"ws unsubscribe /a"_s});
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    QVERIFY(bench.bus.accept("/meta/unsubscribe"));
    QCOMPARE(bench.subscriptions(), QString());
    QCOMPARE(bench.log.notes(u"refused"_s), QStringList());
}

void TestSessionSubscriptions::wishesItBackWhilePending()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.bus.takeLog();
    bench.subscribe("/a");
    bench.unsubscribe("/a");
    bench.subscribe("/a");
    const QStringList expected{u"ws subscribe /a"_s, u"ws unsubscribe /a"_s, u"ws subscribe /a"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QVERIFY(bench.bus.accept("/meta/unsubscribe"));
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

void TestSessionSubscriptions::doesNotTellTheServerOfWhatItNeverKnew()
{
    SessionBench bench;
    bench.subscribe("/a");
    bench.unsubscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.refuse("/meta/subscribe", "403::no"));
    bench.unsubscribe("/b");
    QCOMPARE(bench.bus.count("/meta/unsubscribe"), 0);
    QCOMPARE(bench.subscriptions(), QString());
}

void TestSessionSubscriptions::tellsTheServerLaterWhenThereIsNoLink()
{
    SessionBench bench(SessionBench::quick(TransportPreference::WebSocketOnly));
    bench.subscribe("/a");
    bench.subscribe("/b");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.acceptAll("/meta/subscribe"));
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, failure(Kind::ConnectionLost, u"Lost."_s)));
    QCOMPARE(bench.state(), ConnectionState::Waiting);
    bench.unsubscribe("/a");
    bench.unsubscribe("/b");
    bench.subscribe("/b");
    QTRY_COMPARE(bench.state(), ConnectionState::Connecting);
    QVERIFY(bench.bus.comeUp());
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QStringList expected{u"ws unsubscribe /a + subscribe /b"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
}

void TestSessionSubscriptions::sendsNothingBehindTheGoodbye()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.session.stop();
    bench.bus.takeLog();
    bench.unsubscribe("/a");
    bench.subscribe("/b");
    QCOMPARE(bench.bus.takeLog(), QStringList());
    QCOMPARE(bench.subscriptions(), u"/b waiting"_s);
}

void TestSessionSubscriptions::keepsThemOverALostLink()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, failure(Kind::ConnectionLost, u"Lost."_s)));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QVERIFY(bench.bus.comeUp());
    QVERIFY(bench.bus.accept("/meta/connect"));
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.bus.count("/meta/subscribe"), 1); // the same client: the server knows it
    QCOMPARE(bench.bus.count("/meta/handshake"), 1);
}

void TestSessionSubscriptions::asksAgainForWhatWasPendingWhenTheLinkBroke()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.subscribe("/b");
    QVERIFY(
        bench.bus.breakDown(TransportType::WebSocket, failure(Kind::ConnectionLost, u"Lost."_s)));
    QCOMPARE(bench.subscriptions(), u"/a subscribed, /b waiting"_s);
    QVERIFY(bench.bus.comeUp());
    bench.bus.takeLog();
    QVERIFY(bench.bus.accept("/meta/connect"));
    const QStringList expected{u"ws subscribe /b"_s, u"ws connect"_s};
    QCOMPARE(bench.bus.takeLog(), expected);
}

void TestSessionSubscriptions::keepsWaitingOnALivingSocket()
{
    SessionOptions options = SessionBench::quick();
    options.networkDelay = 50ms;
    SessionBench bench(options);
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    // An instance under load: the answer takes three delays, while other things go on.
    int frames = 0;
    QTimer traffic;
    connect(&traffic, &QTimer::timeout, this, [&] {
        bench.bus.links().constFirst()->deliver(R"([{"channel":"/b","data":1}])");
        ++frames;
    });
    traffic.start(10ms);
    QTRY_VERIFY(frames > 15);
    QCOMPARE(bench.state(), ConnectionState::Connected);
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
    QCOMPARE(bench.bus.made(TransportType::WebSocket), 1);
}

void TestSessionSubscriptions::knowsNothingOfThemWhenStopped()
{
    SessionBench bench;
    bench.subscribe("/a");
    QVERIFY(bench.connectOverWebSocket());
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    bench.session.stop();
    QVERIFY(bench.bus.accept("/meta/disconnect"));
    QCOMPARE(bench.subscriptions(), u"/a waiting"_s);
}

/// amb.md § 5.4: the notice bears the id of the subscribe, which it does not answer.
void TestSessionSubscriptions::ignoresTheEarlyNoticeOfTheInstance()
{
    SessionBench bench;
    QVERIFY(bench.connectOverWebSocket());
    bench.subscribe("/a");
    const QByteArray id = bench.bus.waiting("/meta/subscribe")->id();
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/sn/meta/ack","id":")" + id
                  + R"(","ext":{"received_by_glide":{"channel":"/meta/subscribe"}}}])");
    bench.bus.link(TransportType::WebSocket)
        ->deliver(R"([{"channel":"/meta/subscribe","id":")" + id
                  + R"(","ext":{"received_by_glide":{"channel":"/meta/subscribe"}}}])");
    QCOMPARE(bench.subscriptions(), u"/a pending"_s);
    QVERIFY(bench.bus.accept("/meta/subscribe"));
    QCOMPARE(bench.subscriptions(), u"/a subscribed"_s);
}

QTEST_GUILESS_MAIN(TestSessionSubscriptions)
#include "test_session_subscriptions.moc"
