// SPDX-License-Identifier: MIT
// How a monitor keeps its session at the instance alive, on a strict instance that ends it.
#include "monitorfixture.h"

#include <QNetworkCookie>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

DemoOptions shortHold()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.connectHold = 300ms;
    return demo;
}

RenewalOptions quickly()
{
    RenewalOptions renewal;
    renewal.shortestLife = 0ms;
    renewal.patience = 5s;
    renewal.drain = 50ms;
    renewal.backoff = {50ms, 1s};
    return renewal;
}

/// A monitor on an instance whose connects are short, with subscriptions to /demo/one and two.
class Bench : public MonitorFixture
{
public:
    explicit Bench(const DemoOptions &demo = shortHold())
        : MonitorFixture(demo)
    {
        options.renewal = quickly();
    }

    bool start()
    {
        subscribe("/demo/one");
        subscribe("/demo/two/*");
        monitor().start();
        return QTest::qWaitFor(
            [this] { return status().state == ConnectionState::Connected && isSubscribed(); });
    }

    template <typename Function>
    auto ask(Function function)
    {
        decltype(function(std::declval<DemoInstance &>())) result{};
        demo().run([&](DemoInstance &instance) { result = function(instance); });
        return result;
    }

    void expireSessions()
    {
        demo().run([](DemoInstance &instance) { instance.expireSessions(); });
    }

    void wish(const std::function<void(DemoFaults &)> &change)
    {
        demo().run([&change](DemoInstance &instance) {
            DemoFaults faults = instance.faults();
            change(faults);
            instance.setFaults(faults);
        });
    }

    /// How many patterns under /demo/ the instance serves to somebody.
    qsizetype demoSubscriptions()
    {
        return ask([](DemoInstance &instance) {
            const QList<QByteArray> all = instance.subscriptions();
            return std::count_if(all.begin(), all.end(), [](const QByteArray &pattern) {
                return pattern.startsWith("/demo/");
            });
        });
    }

    int clients()
    {
        return ask([](DemoInstance &instance) { return instance.clientCount(); });
    }
    int signIns()
    {
        return ask([](DemoInstance &instance) { return instance.signIns(); });
    }
    int touches()
    {
        return ask([](DemoInstance &instance) { return instance.touches(); });
    }

    bool hasNote(const QString &part)
    {
        const QStringList all = notes();
        return std::any_of(
            all.begin(), all.end(), [&part](const QString &note) { return note.contains(part); });
    }

    bool isHealthy()
    {
        const ConnectionStatus now = status();
        return now.state == ConnectionState::Connected && now.session == SessionStatus::LoggedIn
            && !now.renewing && isSubscribed();
    }

    /// Messages arrive on both channels, each once.
    bool delivers()
    {
        ++m_published;
        const QByteArray number = QByteArray::number(m_published);
        publishFromServer("/demo/one", number);
        publishFromServer("/demo/two/x", number);
        return QTest::qWaitFor([this, number] {
            return received("/demo/one").count(number) == 1
                && received("/demo/two/x").count(number) == 1;
        });
    }

private:
    int m_published = 0;
};

} // namespace

class TestRenewal : public QObject
{
    Q_OBJECT

private slots:
    void bindsTheRunningClientToANewSession_data();
    void bindsTheRunningClientToANewSession();
    void replacesTheClientWhenBindingDoesNotHelp_data();
    void replacesTheClientWhenBindingDoesNotHelp();
    void replacesASessionBeforeItsCountdownEnds();
    void learnsThatTheInstanceReaps();
    void findsOutByAWitnessThatTheInstanceReaps();
    void findsOutByAWitnessThatTheInstanceDoesNot();
    void isNotMovedByANodeTwice();
    void doesNotTryARefusedPasswordAgain();
    void triesAgainWhenTheInstanceDidNotAnswer();
    void cannotRenewPastedCookies();
    void takesNullForNothingAtFirst();
    void goesOnWhenTheSessionIsBackByItself();
    void leavesWebSocketWhenTheInstanceLimitsHandshakes();
    void touchesTheSessionOverWebSocketOnly_data();
    void touchesTheSessionOverWebSocketOnly();
    void leavesForGoodWhenTheBusIsSwitchedOff();
    void comesBackAnewWhenTheInstanceHangsUp_data();
    void comesBackAnewWhenTheInstanceHangsUp();
    void movesASubscriptionOnTheInstancesWord();
    void sendsCommandsAsTheInstanceWantsThem_data();
    void sendsCommandsAsTheInstanceWantsThem();
    void asksABusyInstanceAgain();
    void stopsInTheMiddleOfAReplacement();
    void wishesWhileASessionIsReplaced();
};

void TestRenewal::bindsTheRunningClientToANewSession_data()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

void TestRenewal::bindsTheRunningClientToANewSession()
{
    QFETCH(TransportPreference, transport);
    Bench bench;
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const QString clientId = bench.status().clientId;
    bench.expireSessions();
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QVERIFY(bench.delivers());
    QCOMPARE(bench.status().clientId, clientId);
    QCOMPARE(bench.status().gaps, 1);
    QCOMPARE(bench.status().handshakes, 1);
    QCOMPARE(bench.signIns(), 2);
    QCOMPARE(bench.ask([](DemoInstance &instance) { return instance.binds(); }), 1);
    QTRY_VERIFY(bench.hasNote(u"was bound to the new one"_s));
    QTRY_VERIFY(bench.hasNote(u"The session had ended, unnoticed for up to"_s));
    // The next end is found as well, on the cookies that were taken over.
    bench.expireSessions();
    QTRY_COMPARE(bench.status().replacements, 2);
    QTRY_VERIFY(bench.isHealthy());
    QVERIFY(bench.delivers());
}

void TestRenewal::replacesTheClientWhenBindingDoesNotHelp_data()
{
    bindsTheRunningClientToANewSession_data();
}

void TestRenewal::replacesTheClientWhenBindingDoesNotHelp()
{
    QFETCH(TransportPreference, transport);
    DemoOptions demo = shortHold();
    demo.bindsSessions = false;
    Bench bench(demo);
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const QString clientId = bench.status().clientId;
    bench.expireSessions();
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QVERIFY(bench.status().clientId != clientId);
    QVERIFY(bench.delivers());
    QCOMPARE(bench.status().gaps, 1);
    QCOMPARE(bench.status().handshakes, 2);
    QTRY_COMPARE(bench.clients(), 1); // the old one said goodbye
    QTRY_VERIFY(bench.hasNote(u"Session replaced, the instance had ended the old one"_s));
}

void TestRenewal::replacesASessionBeforeItsCountdownEnds()
{
    DemoOptions demo = shortHold();
    demo.faults.sessionExpiry = 4s;
    Bench bench(demo);
    QVERIFY(bench.start());
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().replacements, 2, 15000);
    QTRY_VERIFY(bench.isHealthy());
    QCOMPARE(bench.status().gaps, 0);
    QVERIFY(bench.delivers());
    QTRY_VERIFY(bench.hasNote(u"before the instance ends the old one"_s));
}

void TestRenewal::learnsThatTheInstanceReaps()
{
    DemoOptions demo = shortHold();
    demo.faults.reapAfter = 1500ms;
    demo.faults.reapsPages = true;
    Bench bench(demo);
    bench.options.renewal.assumedLife = 1s;
    bench.options.renewal.usesWitness = false;
    QVERIFY(bench.start());
    // The first end is found by the status alone; the next ones are foreseen.
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().replacements, 1, 10000);
    QTRY_COMPARE(bench.status().gaps, 1);
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().replacements >= 4, 15000);
    QCOMPARE(bench.status().gaps, 1);
    QTRY_VERIFY(bench.isHealthy());
}

void TestRenewal::findsOutByAWitnessThatTheInstanceReaps()
{
    DemoOptions demo = shortHold();
    demo.faults.reapAfter = 2s;
    demo.faults.reapsPages = true;
    Bench bench(demo);
    bench.options.renewal.assumedLife = 1s;
    QVERIFY(bench.start());
    QTRY_VERIFY_WITH_TIMEOUT(bench.hasNote(u"The instance ends sessions early"_s), 10000);
    QTRY_VERIFY(bench.hasNote(u"in case the instance ends the old one early"_s));
    const int replacements = bench.status().replacements;
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().replacements >= replacements + 2, 10000);
    QCOMPARE(bench.status().gaps, 0);
    QVERIFY(bench.delivers());
    QTRY_VERIFY(bench.clients() <= 2); // the witness left
}

void TestRenewal::findsOutByAWitnessThatTheInstanceDoesNot()
{
    Bench bench;
    bench.options.renewal.assumedLife = 400ms;
    QVERIFY(bench.start());
    QTRY_VERIFY_WITH_TIMEOUT(bench.hasNote(u"The instance lets sessions live"_s), 10000);
    QTRY_VERIFY(bench.clients() == 1 && bench.isHealthy());
    const int replacements = bench.status().replacements;
    const int signIns = bench.signIns();
    QVERIFY(replacements >= 1 && replacements <= 4);
    for (int i = 0; i < 4; ++i) {
        const auto reply = bench.status().lastReply;
        QTRY_VERIFY(bench.status().lastReply > reply);
    }
    QCOMPARE(bench.status().replacements, replacements);
    QCOMPARE(bench.signIns(), signIns);
    QCOMPARE(bench.status().gaps, 0);
    QVERIFY(bench.delivers());
}

void TestRenewal::isNotMovedByANodeTwice()
{
    DemoOptions demo = shortHold();
    demo.faults.httpNode = "node1";
    demo.faults.bus.nodeId = "node2";
    Bench bench(demo);
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.hasNote(u"The WebSocket is at another node of the instance (node2)"_s));
    QTRY_VERIFY(bench.isHealthy());
    for (int i = 0; i < 3; ++i) {
        const auto reply = bench.status().lastReply;
        QTRY_VERIFY(bench.status().lastReply > reply);
    }
    QCOMPARE(bench.status().replacements, 1); // it did not help, and is left at that
    QVERIFY(bench.delivers());
}

void TestRenewal::doesNotTryARefusedPasswordAgain()
{
    Bench bench;
    QVERIFY(bench.start());
    bench.wish([](DemoFaults &faults) { faults.refusesPassword = true; });
    bench.expireSessions();
    QTRY_VERIFY(bench.hasNote(u"This is not tried again"_s));
    QCOMPARE(bench.status().session, SessionStatus::Invalidated);
    QVERIFY(bench.status().trouble.contains(u"cannot be renewed"_s));
    // It stays on the bus, without subscriptions (amb.md § 3.1).
    QTRY_COMPARE(bench.demoSubscriptions(), 0);
    const int tries = bench.ask([](DemoInstance &instance) { return instance.refusedSignIns(); });
    QCOMPARE(tries, 1);
    // Some connects later there was no other try.
    const auto reply = bench.status().lastReply;
    QTRY_VERIFY(bench.status().lastReply > reply);
    QCOMPARE(bench.ask([](DemoInstance &instance) { return instance.refusedSignIns(); }), tries);
    QTRY_COMPARE(bench.monitor().subscriptions().first().state, SubscriptionState::Waiting);
}

void TestRenewal::triesAgainWhenTheInstanceDidNotAnswer()
{
    Bench bench;
    QVERIFY(bench.start());
    bench.wish([](DemoFaults &faults) { faults.signIn.mode = SignInFaults::Mode::ErrorPage; });
    bench.expireSessions();
    QTRY_VERIFY(bench.hasNote(u"Tried again after"_s));
    bench.wish([](DemoFaults &faults) { faults.signIn.mode = SignInFaults::Mode::None; });
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QCOMPARE(bench.status().trouble, QString());
    QVERIFY(bench.delivers());
}

void TestRenewal::cannotRenewPastedCookies()
{
    Bench bench;
    const QByteArray id = bench.ask([](DemoInstance &instance) { return instance.makeSession(); });
    bench.options.credentials = {};
    bench.options.credentials.kind = Credentials::Kind::Cookies;
    bench.options.credentials.cookies = {QNetworkCookie("JSESSIONID", id)};
    QVERIFY(bench.start());
    bench.expireSessions();
    QTRY_VERIFY(bench.hasNote(u"copy the cookies again"_s));
    QCOMPARE(bench.status().replacements, 0);
    QCOMPARE(bench.status().state, ConnectionState::Connected);
}

void TestRenewal::takesNullForNothingAtFirst()
{
    DemoOptions demo = shortHold();
    demo.faults.bus.hasNullStatus = true;
    Bench bench(demo);
    QVERIFY(bench.start());
    QCOMPARE(bench.status().session, SessionStatus::Unknown);
    const auto reply = bench.status().lastReply;
    QTRY_VERIFY(bench.status().lastReply > reply);
    QCOMPARE(bench.signIns(), 1);
    QVERIFY(bench.delivers());
}

/// A session of pasted cookies says null for a while (amb.md § 3.1: taken for invalidated then).
void TestRenewal::goesOnWhenTheSessionIsBackByItself()
{
    Bench bench;
    const QByteArray id = bench.ask([](DemoInstance &instance) { return instance.makeSession(); });
    bench.options.credentials = {};
    bench.options.credentials.kind = Credentials::Kind::Cookies;
    bench.options.credentials.cookies = {QNetworkCookie("JSESSIONID", id)};
    QVERIFY(bench.start());
    bench.wish([](DemoFaults &faults) { faults.bus.hasNullStatus = true; });
    QTRY_COMPARE(bench.demoSubscriptions(), 0);
    QTRY_COMPARE(bench.monitor().subscriptions().first().state, SubscriptionState::Waiting);
    const SubscriptionInfo info = bench.monitor().subscriptions().first();
    QVERIFY(info.explanation.contains(u"The session has ended"_s));
    bench.wish([](DemoFaults &faults) { faults.bus.hasNullStatus = false; });
    QTRY_VERIFY(bench.isHealthy());
    QCOMPARE(bench.status().gaps, 1);
    QCOMPARE(bench.status().replacements, 0);
    QVERIFY(bench.delivers());
}

void TestRenewal::leavesWebSocketWhenTheInstanceLimitsHandshakes()
{
    DemoOptions demo = shortHold();
    demo.faults.bus.limitsHandshakes = true;
    Bench bench(demo);
    QVERIFY(bench.start());
    for (int handshakes = 2; handshakes <= 3; ++handshakes) {
        bench.demo().run([](DemoInstance &instance) { instance.forgetClients(); });
        QTRY_COMPARE(bench.status().handshakes, handshakes);
        QTRY_VERIFY(bench.isHealthy());
    }
    QVERIFY(bench.isConnectedOver(TransportType::WebSocket));
    bench.demo().run([](DemoInstance &instance) { instance.dropConnections(); });
    QTRY_VERIFY(bench.isConnectedOver(TransportType::LongPolling) && bench.isHealthy());
    QVERIFY(bench.status().transportReason.contains(u"after 3 handshakes"_s));
    QVERIFY(bench.delivers());
}

void TestRenewal::touchesTheSessionOverWebSocketOnly_data()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::addColumn<bool>("touches");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly << true;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly << false;
}

void TestRenewal::touchesTheSessionOverWebSocketOnly()
{
    QFETCH(TransportPreference, transport);
    QFETCH(bool, touches);
    DemoOptions demo = shortHold();
    demo.faults.bus.wantsTouch = true;
    Bench bench(demo);
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const auto reply = bench.status().lastReply;
    QTRY_VERIFY(bench.status().lastReply > reply);
    if (touches)
        QTRY_VERIFY(bench.touches() >= 2);
    else
        QCOMPARE(bench.touches(), 0);
}

void TestRenewal::leavesForGoodWhenTheBusIsSwitchedOff()
{
    Bench bench;
    QVERIFY(bench.start());
    bench.wish([](DemoFaults &faults) { faults.bus.isSwitchedOff = true; });
    QTRY_COMPARE(bench.status().state, ConnectionState::Disconnected);
    QVERIFY(bench.status().ended);
    QVERIFY(bench.status().trouble.contains(u"switched its message bus off"_s));
    QTRY_COMPARE(bench.clients(), 0); // it said goodbye
    // At the first handshake as well.
    bench.monitor().reconnectNow();
    QTRY_VERIFY(bench.status().handshakes == 2 && bench.status().ended);
    bench.wish([](DemoFaults &faults) { faults.bus.isSwitchedOff = false; });
    bench.monitor().reconnectNow();
    QTRY_VERIFY(bench.isHealthy());
}

void TestRenewal::comesBackAnewWhenTheInstanceHangsUp_data()
{
    bindsTheRunningClientToANewSession_data();
}

void TestRenewal::comesBackAnewWhenTheInstanceHangsUp()
{
    QFETCH(TransportPreference, transport);
    Bench bench;
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const QString clientId = bench.status().clientId;
    const auto since = bench.status().transportSince;
    bench.demo().run([](DemoInstance &instance) { instance.hangUp(200ms); });
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QVERIFY(bench.status().clientId != clientId);
    QCOMPARE(bench.status().gaps, 0);
    QVERIFY(since && bench.status().transportSince == since); // it did not change
    QTRY_COMPARE(bench.clients(), 1);
    QVERIFY(bench.delivers());
    QTRY_VERIFY(bench.hasNote(u"asks to come back anew within 0.2 s"_s));
    QTRY_VERIFY(bench.hasNote(u"Session replaced, the instance asked to come back anew"_s));
    // Another time it is another wish, in the same words.
    bench.demo().run([](DemoInstance &instance) { instance.hangUp(200ms); });
    QTRY_COMPARE(bench.status().replacements, 2);
    QTRY_VERIFY(bench.isHealthy());
}

void TestRenewal::movesASubscriptionOnTheInstancesWord()
{
    Bench bench;
    QVERIFY(bench.start());
    const auto hasRedirectChannel = [](DemoInstance &instance) {
        const QList<QByteArray> all = instance.subscriptions();
        return std::any_of(all.begin(), all.end(), [](const QByteArray &pattern) {
            return pattern.startsWith("/sn/meta/channel_redirect/");
        });
    };
    QTRY_VERIFY(bench.ask(hasRedirectChannel));
    QCOMPARE(bench.monitor().subscriptions().size(), 2);
    bench.demo().run([](DemoInstance &instance) { instance.redirect("/demo/one", "/demo/three"); });
    QTRY_COMPARE(bench.monitor().subscriptions().first().pattern.bytes(),
                 QByteArray("/demo/three"));
    QTRY_VERIFY(bench.isSubscribed());
    bench.publishFromServer("/demo/three", "1");
    bench.publishFromServer("/demo/one", "1");
    bench.publishFromServer("/demo/two/x", "1");
    QTRY_COMPARE(bench.received("/demo/two/x").size(), 1);
    QCOMPARE(bench.received("/demo/three").size(), 1);
    QCOMPARE(bench.received("/demo/one").size(), 0);
    QTRY_VERIFY(bench.hasNote(u"The server moved the subscription to /demo/one"_s));
}

void TestRenewal::sendsCommandsAsTheInstanceWantsThem_data()
{
    QTest::addColumn<bool>("texts");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("one") << false << 1;
    QTest::newRow("numbers as texts") << true << 1;
    QTest::newRow("two") << false << 2;
}

void TestRenewal::sendsCommandsAsTheInstanceWantsThem()
{
    QFETCH(bool, texts);
    QFETCH(int, inFlight);
    DemoOptions demo = shortHold();
    BusWishes &bus = demo.faults.bus;
    bus.commandFlow.isEnabled = true;
    bus.commandFlow.maxInFlight = inFlight;
    bus.commandFlow.numbersAsTexts = texts;
    bus.commandFlow.answersAfter = 20ms;
    bus.announcesReplies = true;
    Bench bench(demo);
    for (int i = 0; i < 8; ++i)
        bench.subscribe("/demo/many/" + QByteArray::number(i));
    QVERIFY(bench.start());
    QCOMPARE(bench.ask([](DemoInstance &instance) { return instance.commandsTooMany(); }), 0);
    QVERIFY(bench.delivers());
}

void TestRenewal::asksABusyInstanceAgain()
{
    DemoOptions demo = shortHold();
    demo.faults.bus.commandFlow.isEnabled = true;
    demo.faults.bus.commandFlow.firstRetry = 50ms;
    demo.faults.bus.busyFor = 3;
    Bench bench(demo);
    QVERIFY(bench.start());
    QTRY_VERIFY(bench.hasNote(u"put off"_s));
    QVERIFY(bench.delivers());
}

void TestRenewal::stopsInTheMiddleOfAReplacement()
{
    DemoOptions demo = shortHold();
    demo.bindsSessions = false;
    demo.faults.slowReplies = 50ms;
    Bench bench(demo);
    QVERIFY(bench.start());
    bench.expireSessions();
    QTRY_VERIFY(bench.status().renewing);
    QSignalSpy stopped(&bench.monitor(), &Monitor::stopped);
    bench.monitor().stop();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(bench.status().state, ConnectionState::Disconnected);
    QVERIFY(!bench.status().renewing);
    QTRY_COMPARE(bench.clients(), 0);
    QVERIFY(bench.start());
    QVERIFY(bench.delivers());
}

void TestRenewal::wishesWhileASessionIsReplaced()
{
    DemoOptions demo = shortHold();
    demo.bindsSessions = false;
    demo.faults.slowReplies = 50ms;
    Bench bench(demo);
    QVERIFY(bench.start());
    bench.expireSessions();
    QTRY_VERIFY(bench.status().renewing);
    bench.subscribe("/demo/late");
    bench.monitor().unsubscribe(*ChannelPattern::parse("/demo/two/*"));
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QCOMPARE(bench.monitor().subscriptions().size(), 2);
    bench.publishFromServer("/demo/late", "1");
    QTRY_COMPARE(bench.received("/demo/late").size(), 1);
}

QTEST_GUILESS_MAIN(TestRenewal)
#include "test_renewal.moc"
