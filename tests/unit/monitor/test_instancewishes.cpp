// SPDX-License-Identifier: MIT
#include "renewalbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What an instance asks of its clients besides messages, and a monitor that does it.
class TestInstanceWishes : public QObject
{
    Q_OBJECT

private slots:
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
};

void TestInstanceWishes::leavesWebSocketWhenTheInstanceLimitsHandshakes()
{
    DemoOptions demo = shortHold();
    demo.faults.bus.limitsHandshakes = true;
    RenewalBench bench(demo);
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

void TestInstanceWishes::touchesTheSessionOverWebSocketOnly_data()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::addColumn<bool>("touches");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly << true;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly << false;
}

void TestInstanceWishes::touchesTheSessionOverWebSocketOnly()
{
    QFETCH(TransportPreference, transport);
    QFETCH(bool, touches);
    DemoOptions demo = shortHold();
    demo.faults.bus.wantsTouch = true;
    RenewalBench bench(demo);
    bench.options.transport = transport;
    QVERIFY(bench.start());
    const auto reply = bench.status().lastReply;
    QTRY_VERIFY(bench.status().lastReply > reply);
    if (touches)
        QTRY_VERIFY(bench.touches() >= 2);
    else
        QCOMPARE(bench.touches(), 0);
}

void TestInstanceWishes::leavesForGoodWhenTheBusIsSwitchedOff()
{
    RenewalBench bench;
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

void TestInstanceWishes::comesBackAnewWhenTheInstanceHangsUp_data()
{
    addBothTransports();
}

void TestInstanceWishes::comesBackAnewWhenTheInstanceHangsUp()
{
    QFETCH(TransportPreference, transport);
    RenewalBench bench;
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

void TestInstanceWishes::movesASubscriptionOnTheInstancesWord()
{
    RenewalBench bench;
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

void TestInstanceWishes::sendsCommandsAsTheInstanceWantsThem_data()
{
    QTest::addColumn<bool>("texts");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("one") << false << 1;
    QTest::newRow("numbers as texts") << true << 1;
    QTest::newRow("two") << false << 2;
}

void TestInstanceWishes::sendsCommandsAsTheInstanceWantsThem()
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
    RenewalBench bench(demo);
    for (int i = 0; i < 8; ++i)
        bench.subscribe("/demo/many/" + QByteArray::number(i));
    QVERIFY(bench.start());
    QCOMPARE(bench.ask([](DemoInstance &instance) { return instance.commandsTooMany(); }), 0);
    QVERIFY(bench.delivers());
}

void TestInstanceWishes::asksABusyInstanceAgain()
{
    DemoOptions demo = shortHold();
    demo.faults.bus.commandFlow.isEnabled = true;
    demo.faults.bus.commandFlow.firstRetry = 50ms;
    demo.faults.bus.busyFor = 3;
    RenewalBench bench(demo);
    QVERIFY(bench.start());
    QTRY_VERIFY(bench.hasNote(u"put off"_s));
    QVERIFY(bench.delivers());
}

QTEST_GUILESS_MAIN(TestInstanceWishes)
#include "test_instancewishes.moc"
