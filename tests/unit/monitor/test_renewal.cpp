// SPDX-License-Identifier: MIT
#include "renewalbench.h"

#include <QNetworkCookie>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a monitor keeps its session at the instance alive, on a strict instance that ends it.
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
    void stopsInTheMiddleOfAReplacement();
    void wishesWhileASessionIsReplaced();
};

void TestRenewal::bindsTheRunningClientToANewSession_data()
{
    addBothTransports();
}

void TestRenewal::bindsTheRunningClientToANewSession()
{
    QFETCH(TransportPreference, transport);
    RenewalBench bench;
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
    addBothTransports();
}

void TestRenewal::replacesTheClientWhenBindingDoesNotHelp()
{
    QFETCH(TransportPreference, transport);
    DemoOptions demo = shortHold();
    demo.bindsSessions = false;
    RenewalBench bench(demo);
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const QString clientId = bench.status().clientId;
    const auto confirmed = bench.monitor().subscriptions().first().acknowledged;
    bench.expireSessions();
    QTRY_COMPARE(bench.status().replacements, 1);
    QTRY_VERIFY(bench.isHealthy());
    QVERIFY(bench.status().clientId != clientId);
    QVERIFY(bench.monitor().subscriptions().first().acknowledged > confirmed); // there was a gap
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
    RenewalBench bench(demo);
    QVERIFY(bench.start());
    const auto confirmed = bench.monitor().subscriptions().first().acknowledged;
    QVERIFY(confirmed);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().replacements, 2, 15000);
    QTRY_VERIFY(bench.isHealthy());
    QCOMPARE(bench.status().gaps, 0);
    QCOMPARE(bench.monitor().subscriptions().first().acknowledged, confirmed); // never interrupted
    QVERIFY(bench.delivers());
    QTRY_VERIFY(bench.hasNote(u"before the instance ends the old one"_s));
}

void TestRenewal::learnsThatTheInstanceReaps()
{
    DemoOptions demo = shortHold();
    demo.faults.reapAfter = 1500ms;
    demo.faults.reapsPages = true;
    RenewalBench bench(demo);
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
    RenewalBench bench(demo);
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
    RenewalBench bench;
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
    RenewalBench bench(demo);
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
    RenewalBench bench;
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
    RenewalBench bench;
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
    RenewalBench bench;
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
    RenewalBench bench(demo);
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
    RenewalBench bench;
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

void TestRenewal::stopsInTheMiddleOfAReplacement()
{
    DemoOptions demo = shortHold();
    demo.bindsSessions = false;
    demo.faults.slowReplies = 50ms;
    RenewalBench bench(demo);
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
    RenewalBench bench(demo);
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
