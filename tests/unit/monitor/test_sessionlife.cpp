// SPDX-License-Identifier: MIT
// What a session lives through on a strict instance, seen from the monitor.
#include "monitorfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Fault = DemoFaults::WebSocket;

DemoOptions shortHold()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.connectHold = 400ms;
    return demo;
}

QByteArrayList countTo(int last)
{
    QByteArrayList numbers;
    for (int i = 1; i <= last; ++i)
        numbers.append(QByteArray::number(i));
    return numbers;
}

int clientsOf(MonitorFixture &fixture)
{
    int clients = 0;
    fixture.demo().run([&](DemoInstance &instance) { clients = instance.clientCount(); });
    return clients;
}

} // namespace

class TestSessionLife : public QObject
{
    Q_OBJECT

private slots:
    void connectsOverWebSocketAndSaysSo();
    void movesBackToWebSocketWithoutLosingOrDoublingAMessage();
    void triesWebSocketOnDemand();
    void staysOnThePollWhenTheTrialFails();
    void resubscribesWhenTheServerForgotTheClient_data();
    void resubscribesWhenTheServerForgotTheClient();
    void keepsTheClientWhenTheSocketIsCutOnce();
    void comesBackWhenTheServerRestarts_data();
    void comesBackWhenTheServerRestarts();
    void saysThatItWasToldToLeave();
    void saysGoodbyeWhenStopped_data();
    void saysGoodbyeWhenStopped();
    void startsAgainAfterTheGoodbye();
    void switchesTransportWhenForced();
    void tellsThatASessionWasInvalidated();
    void isRefusedWithTheRealReasonWhenAnonymous();
    void triesARefusedPasswordOnce();
    void publishesAndSeesTheEcho_data();
    void publishesAndSeesTheEcho();
    void saysThatAPublishWasRefused();
    void failsAPublishWhileDisconnected();
    void losesNothingInAFlood();
};

void TestSessionLife::connectsOverWebSocketAndSaysSo()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());
    const ConnectionStatus status = fixture.status();
    QCOMPARE(status.transportReason, QString());
    QCOMPARE(status.trouble, QString());
    QCOMPARE(status.session, SessionStatus::LoggedIn);
    QVERIFY(status.sessionEnds.has_value());
    QCOMPARE(status.handshakes, 1);
    QCOMPARE(status.gaps, 0);
    QTRY_VERIFY(fixture.notes().contains(u"Connected over WebSocket."_s));
}

void TestSessionLife::movesBackToWebSocketWithoutLosingOrDoublingAMessage()
{
    MonitorFixture fixture(shortHold());
    fixture.setFault(Fault::Refused, 503);
    fixture.options.webSocketRetryFirst = 300ms;
    fixture.subscribe("/demo/count");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    const QString clientId = fixture.status().clientId;

    int last = 0;
    QTimer publisher;
    connect(&publisher, &QTimer::timeout, this, [&] {
        fixture.publishFromServer("/demo/count", QByteArray::number(++last));
    });
    publisher.start(7ms);
    fixture.setFault(Fault::Works);
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket));
    QTRY_VERIFY(last > 150);
    publisher.stop();
    QTRY_COMPARE(fixture.received("/demo/count").size(), last);
    QCOMPARE(fixture.received("/demo/count"), countTo(last));
    QCOMPARE(fixture.status().clientId, clientId);
    QCOMPARE(fixture.status().gaps, 0);
    QVERIFY(fixture.isSubscribed());
    QCOMPARE(fixture.status().transportReason, QString());
    QTRY_COMPARE(clientsOf(fixture), 1); // the trial's own session said goodbye
}

void TestSessionLife::triesWebSocketOnDemand()
{
    MonitorFixture fixture(shortHold());
    fixture.setFault(Fault::Refused, 400);
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    QVERIFY(fixture.status().nextWebSocketTry > now() + 50s);
    fixture.setFault(Fault::Works);
    fixture.monitor().tryWebSocketNow();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket));
    fixture.publishFromServer("/demo/one", "1");
    QTRY_COMPARE(fixture.received("/demo/one"), countTo(1));
}

void TestSessionLife::staysOnThePollWhenTheTrialFails()
{
    MonitorFixture fixture(shortHold());
    fixture.setFault(Fault::Refused, 400);
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    fixture.setFault(Fault::Refused, 403);
    fixture.monitor().tryWebSocketNow();
    QTRY_COMPARE(fixture.status().transportHttpStatus, 403);
    QVERIFY(fixture.isConnectedOver(TransportType::LongPolling));
    QVERIFY(!fixture.status().tryingWebSocket);
    QVERIFY(fixture.status().nextWebSocketTry > now() + 100s); // later than the first one
    fixture.publishFromServer("/demo/one", "1");
    QTRY_COMPARE(fixture.received("/demo/one"), countTo(1));
    QCOMPARE(fixture.status().handshakes, 1);
}

void TestSessionLife::resubscribesWhenTheServerForgotTheClient_data()
{
    QTest::addColumn<TransportPreference>("preference");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

void TestSessionLife::resubscribesWhenTheServerForgotTheClient()
{
    QFETCH(TransportPreference, preference);
    MonitorFixture fixture(shortHold());
    fixture.options.transport = preference;
    fixture.subscribe("/demo/one");
    fixture.subscribe("/demo/two/*");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    fixture.demo().run([](DemoInstance &instance) { instance.forgetClients(); });
    QTRY_COMPARE(fixture.status().handshakes, 2);
    QTRY_VERIFY(fixture.status().state == ConnectionState::Connected && fixture.isSubscribed());
    QCOMPARE(fixture.status().gaps, 1);
    fixture.publishFromServer("/demo/one", "1");
    fixture.publishFromServer("/demo/two/x", "1");
    QTRY_COMPARE(fixture.received("/demo/one"), countTo(1));
    QTRY_COMPARE(fixture.received("/demo/two/x"), countTo(1));
}

void TestSessionLife::keepsTheClientWhenTheSocketIsCutOnce()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());
    const QString clientId = fixture.status().clientId;
    fixture.demo().run([](DemoInstance &instance) { instance.dropConnections(); });
    QTRY_COMPARE(fixture.status().gaps, 1);
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket));
    QCOMPARE(fixture.status().clientId, clientId);
    fixture.publishFromServer("/demo/one", "1");
    QTRY_COMPARE(fixture.received("/demo/one"), countTo(1));
}

void TestSessionLife::comesBackWhenTheServerRestarts_data()
{
    resubscribesWhenTheServerForgotTheClient_data();
    QTest::newRow("automatic") << TransportPreference::Automatic;
}

void TestSessionLife::comesBackWhenTheServerRestarts()
{
    QFETCH(TransportPreference, preference);
    MonitorFixture fixture;
    fixture.options.transport = preference;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    fixture.demo().run([](DemoInstance &instance) { instance.crash(); });
    QTRY_VERIFY(!fixture.status().trouble.isEmpty());
    fixture.demo().run([](DemoInstance &instance) { QVERIFY(instance.listen()); });
    // The restarted instance knows neither client nor HTTP session; the bus is joined all the same.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.status().handshakes, 2, 10000);
    QTRY_COMPARE(fixture.status().state, ConnectionState::Connected);
    QCOMPARE(fixture.status().trouble, QString());
}

void TestSessionLife::saysThatItWasToldToLeave()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    fixture.demo().run([](DemoInstance &instance) { instance.tellClientsToLeave(); });
    QTRY_COMPARE(fixture.status().state, ConnectionState::Disconnected);
    QVERIFY(fixture.status().ended);
    QVERIFY(fixture.status().trouble.contains(u"told this client to leave"_s));
    fixture.monitor().reconnectNow();
    QTRY_VERIFY(fixture.status().state == ConnectionState::Connected && fixture.isSubscribed());
}

void TestSessionLife::saysGoodbyeWhenStopped_data()
{
    resubscribesWhenTheServerForgotTheClient_data();
}

void TestSessionLife::saysGoodbyeWhenStopped()
{
    QFETCH(TransportPreference, preference);
    MonitorFixture fixture;
    fixture.options.transport = preference;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    QCOMPARE(clientsOf(fixture), 1);
    QSignalSpy stopped(&fixture.monitor(), &Monitor::stopped);
    fixture.monitor().stop();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(fixture.status().state, ConnectionState::Disconnected);
    QVERIFY(!fixture.status().ended);
    QTRY_COMPARE(clientsOf(fixture), 0);
}

void TestSessionLife::startsAgainAfterTheGoodbye()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket));
    const QString clientId = fixture.status().clientId;
    fixture.monitor().stop();
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket)
                && fixture.status().clientId != clientId && fixture.isSubscribed());
    QCOMPARE(clientsOf(fixture), 1);
}

void TestSessionLife::switchesTransportWhenForced()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());
    fixture.monitor().setTransportPreference(TransportPreference::LongPollingOnly);
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    QTRY_COMPARE(clientsOf(fixture), 1); // it said goodbye to the first session
    fixture.monitor().setTransportPreference(TransportPreference::WebSocketOnly);
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());
    fixture.publishFromServer("/demo/one", "1");
    QTRY_COMPARE(fixture.received("/demo/one"), countTo(1));
}

void TestSessionLife::tellsThatASessionWasInvalidated()
{
    MonitorFixture fixture(shortHold());
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    fixture.demo().run([](DemoInstance &instance) { instance.expireSessions(); });
    QTRY_COMPARE(fixture.status().session, SessionStatus::Invalidated);
    QCOMPARE(fixture.status().state, ConnectionState::Connected);
    QVERIFY(!fixture.status().sessionEnds.has_value());
}

void TestSessionLife::isRefusedWithTheRealReasonWhenAnonymous()
{
    MonitorFixture fixture;
    fixture.options.credentials = {};
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_COMPARE(fixture.status().state, ConnectionState::Connected);
    QTRY_COMPARE(fixture.monitor().subscriptions().value(0).state, SubscriptionState::Refused);
    const SubscriptionInfo refused = fixture.monitor().subscriptions().first();
    QVERIFY(refused.refusal.contains(u"http session is not mapped"_s));
    QVERIFY(refused.explanation.contains(u"Not signed in"_s));
    QCOMPARE(fixture.status().session, SessionStatus::Invalidated);
}

void TestSessionLife::triesARefusedPasswordOnce()
{
    MonitorFixture fixture;
    fixture.options.credentials.password = u"wrong"_s;
    QSignalSpy failed(&fixture.monitor(), &Monitor::signInFailed);
    fixture.monitor().start();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotSignedIn);
    QTRY_VERIFY(fixture.status().ended);
    QCOMPARE(fixture.status().state, ConnectionState::Disconnected);
    QCOMPARE(clientsOf(fixture), 0);
}

void TestSessionLife::publishesAndSeesTheEcho_data()
{
    resubscribesWhenTheServerForgotTheClient_data();
}

void TestSessionLife::publishesAndSeesTheEcho()
{
    QFETCH(TransportPreference, preference);
    MonitorFixture fixture;
    fixture.options.transport = preference;
    fixture.subscribe("/demo/echo");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    QSignalSpy published(&fixture.monitor(), &Monitor::publishFinished);
    const PublishId id =
        fixture.monitor().publish(*ChannelName::parse("/demo/echo"), R"({"a":[1,null,"ü"]})");
    QTRY_COMPARE(published.count(), 1);
    const auto outcome = published.first().first().value<PublishOutcome>();
    QCOMPARE(outcome.id, id);
    QCOMPARE(outcome.result, PublishOutcome::Result::Acknowledged);
    QVERIFY(outcome.roundTrip > 0us);
    QVERIFY(outcome.reply.contains("\"successful\":true"));
    QTRY_COMPARE(fixture.received("/demo/echo"), QByteArrayList{R"({"a":[1,null,"ü"]})"});
}

void TestSessionLife::saysThatAPublishWasRefused()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isSubscribed());
    QSignalSpy published(&fixture.monitor(), &Monitor::publishFinished);
    fixture.monitor().publish(*ChannelName::parse("/no/such"), "1");
    fixture.monitor().publish(*ChannelName::parse("/meta/connect"), "1");
    QTRY_COMPARE(published.count(), 2);
    QCOMPARE(published.at(0).first().value<PublishOutcome>().result,
             PublishOutcome::Result::Failed);
    const auto refused = published.at(1).first().value<PublishOutcome>();
    QCOMPARE(refused.result, PublishOutcome::Result::Refused);
    QVERIFY(refused.text.contains(u"No processor matches"_s));
}

void TestSessionLife::failsAPublishWhileDisconnected()
{
    MonitorFixture fixture;
    QSignalSpy published(&fixture.monitor(), &Monitor::publishFinished);
    fixture.monitor().publish(*ChannelName::parse("/demo/echo"), "1");
    QTRY_COMPARE(published.count(), 1);
    QCOMPARE(published.first().first().value<PublishOutcome>().result,
             PublishOutcome::Result::Failed);
}

void TestSessionLife::losesNothingInAFlood()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.faults.flood = {20000, 300, 1000000};
    MonitorFixture fixture(demo);
    fixture.subscribe("/demo/flood");
    fixture.monitor().start();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.monitor().capture().endRow() >= Row(20000), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.received("/demo/flood").size(), 20000, 20000);
}

QTEST_GUILESS_MAIN(TestSessionLife)
#include "test_sessionlife.moc"
