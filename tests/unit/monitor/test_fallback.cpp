// SPDX-License-Identifier: MIT
// The situations in which WebSocket does not work, by default settings, against the demo instance:
// each ends connected on long-polling, in time, with every subscription and with the reason.
#include "core/bayeux/session.h"
#include "core/instance/httpsession.h"
#include "core/instance/signin.h"
#include "core/transport/networktransportfactory.h"
#include "monitorfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace amb;
using namespace std::chrono_literals;

namespace {

using Fault = DemoFaults::WebSocket;

/// Takes records and forgets them.
class NoSink : public RecordSink
{
public:
    void append(const Record & /*record*/) override { }
};

/// A port on which nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// Answers a TLS handshake as a plain HTTP server does.
class PlainServer : public QTcpServer
{
public:
    PlainServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }
};

} // namespace

class TestFallback : public QObject
{
    Q_OBJECT

private slots:
    void fallsBackWhenTheUpgradeIsRefused_data();
    void fallsBackWhenTheUpgradeIsRefused();
    void fallsBackWhenOnlyTheWebSocketIsOutOfReach_data();
    void fallsBackWhenOnlyTheWebSocketIsOutOfReach();
    void fallsBackAfterTheConnectTimeoutWhenTheUpgradeIsNeverAnswered();
    void fallsBackAfterTwoTriesWhenClosedBeforeTheHandshakeReply();
    void fallsBackAfterOneNetworkDelayWhenFramesAreSwallowed();
    void fallsBackAtOnceWhenWebSocketIsNotOffered();
    void fallsBackSoonWhenAWorkingWebSocketIsBlocked_data();
    void fallsBackSoonWhenAWorkingWebSocketIsBlocked();
    void staysOnLongPollingWhenTheSessionIsForgotten();
    void fallsBackWhenTheAcceptHeaderIsStripped();
    void fallsBackWhenAWebSocketIsCutAgainAndAgain();

private:
    void checkFallback(MonitorFixture &fixture, std::chrono::milliseconds limit, int httpStatus);
};

void TestFallback::checkFallback(MonitorFixture &fixture,
                                 std::chrono::milliseconds limit,
                                 int httpStatus)
{
    QElapsedTimer timer;
    timer.start();
    fixture.subscribe("/demo/one");
    fixture.subscribe("/demo/two");
    fixture.monitor().start();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isConnectedOver(TransportType::LongPolling)
                                 && fixture.isSubscribed(),
                             int(limit.count()) + 2000);
    QVERIFY2(timer.elapsed() < limit.count(), qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!fixture.status().transportReason.isEmpty());
    QCOMPARE(fixture.status().transportHttpStatus, httpStatus);
    fixture.publishFromServer("/demo/one", "1");
    fixture.publishFromServer("/demo/two", "2");
    QTRY_COMPARE(fixture.received("/demo/one"), QByteArrayList{"1"});
    QTRY_COMPARE(fixture.received("/demo/two"), QByteArrayList{"2"});
}

void TestFallback::fallsBackWhenTheUpgradeIsRefused_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 503})
        QTest::addRow("%d", status) << status;
}

void TestFallback::fallsBackWhenTheUpgradeIsRefused()
{
    QFETCH(int, status);
    MonitorFixture fixture;
    fixture.setFault(Fault::Refused, status);
    checkFallback(fixture, 1s, status);
}

void TestFallback::fallsBackWhenOnlyTheWebSocketIsOutOfReach_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("listening");
    QTest::newRow("TCP refused") << "ws" << false;
    QTest::newRow("TLS fails") << "wss" << true;
}

void TestFallback::fallsBackWhenOnlyTheWebSocketIsOutOfReach()
{
    QFETCH(QString, scheme);
    QFETCH(bool, listening);
    DemoInstance instance(MonitorFixture::quietDemo());
    QVERIFY(instance.listen());
    const auto address = InstanceAddress::parse(instance.url().toString());
    QUrl webSocket = address->webSocketUrl();
    const PlainServer plain;
    webSocket.setScheme(scheme);
    webSocket.setPort(listening ? plain.serverPort() : closedPort());

    HttpSession http(*address, {}, 5s);
    SignIn signIn;
    QSignalSpy signedIn(&signIn, &SignIn::done);
    signIn.start(http,
                 {Credentials::Kind::Password, QStringLiteral("demo"), QStringLiteral("demo"), {}});
    QVERIFY(signedIn.wait());

    NoSink sink;
    NetworkTransportFactory factory(
        address->bayeuxUrl(), webSocket, address->origin(), {}, http.cookies());
    Session session(factory, sink, {});
    session.subscribe(*ChannelPattern::parse("/demo/one"));
    QElapsedTimer timer;
    timer.start();
    session.start();
    QTRY_COMPARE(session.status().state, ConnectionState::Connected);
    QTRY_COMPARE(session.subscriptions().first().state, SubscriptionState::Subscribed);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(session.status().transport == TransportType::LongPolling);
    QVERIFY(!session.status().transportReason.isEmpty());
}

void TestFallback::fallsBackAfterTheConnectTimeoutWhenTheUpgradeIsNeverAnswered()
{
    MonitorFixture fixture;
    fixture.setFault(Fault::Hang);
    checkFallback(fixture, 11s, 0);
}

void TestFallback::fallsBackAfterTwoTriesWhenClosedBeforeTheHandshakeReply()
{
    MonitorFixture fixture;
    fixture.setFault(Fault::CloseAfterUpgrade);
    checkFallback(fixture, 3s, 0);
    int attempts = 0;
    fixture.demo().run([&](DemoInstance &instance) { attempts = instance.upgradeAttempts(); });
    QCOMPARE(attempts, 2);
}

void TestFallback::fallsBackAfterOneNetworkDelayWhenFramesAreSwallowed()
{
    MonitorFixture fixture;
    fixture.setFault(Fault::Swallow);
    checkFallback(fixture, 11s, 0);
}

void TestFallback::fallsBackAtOnceWhenWebSocketIsNotOffered()
{
    MonitorFixture fixture;
    fixture.setFault(Fault::NotOffered);
    checkFallback(fixture, 1s, 0);
}

void TestFallback::fallsBackSoonWhenAWorkingWebSocketIsBlocked_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("refused") << int(Fault::Refused);
    QTest::newRow("hangs") << int(Fault::Hang);
    QTest::newRow("swallowed") << int(Fault::Swallow);
    QTest::newRow("closed after 101") << int(Fault::CloseAfterUpgrade);
    QTest::newRow("switched off") << int(Fault::Off);
}

void TestFallback::fallsBackSoonWhenAWorkingWebSocketIsBlocked()
{
    QFETCH(int, fault);
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.subscribe("/demo/two");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());

    fixture.setFault(Fault(fault));
    QElapsedTimer timer;
    timer.start();
    fixture.demo().run([](DemoInstance &instance) { instance.dropConnections(); });
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed(), 7000);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!fixture.status().transportReason.isEmpty());
    QVERIFY(fixture.status().gaps > 0);
    fixture.publishFromServer("/demo/two", "7");
    QTRY_COMPARE(fixture.received("/demo/two"), QByteArrayList{"7"});
}

void TestFallback::staysOnLongPollingWhenTheSessionIsForgotten()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.connectHold = 300ms;
    MonitorFixture fixture(demo);
    fixture.setFault(Fault::Refused, 400);
    checkFallback(fixture, 1s, 400);
    int attemptsBefore = 0;
    fixture.demo().run([&](DemoInstance &instance) {
        attemptsBefore = instance.upgradeAttempts();
        instance.forgetClients();
    });
    QTRY_COMPARE(fixture.status().handshakes, 2);
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    QCOMPARE(fixture.status().transportHttpStatus, 400);
    fixture.publishFromServer("/demo/one", "3");
    QTRY_COMPARE(fixture.received("/demo/one"), (QByteArrayList{"1", "3"}));
    int attempts = 0;
    fixture.demo().run([&](DemoInstance &instance) { attempts = instance.upgradeAttempts(); });
    QCOMPARE(attempts, attemptsBefore);
}

void TestFallback::fallsBackWhenTheAcceptHeaderIsStripped()
{
    MonitorFixture fixture;
    fixture.setFault(Fault::NoAccept);
    checkFallback(fixture, 1s, 0);
}

void TestFallback::fallsBackWhenAWebSocketIsCutAgainAndAgain()
{
    MonitorFixture fixture;
    fixture.subscribe("/demo/one");
    fixture.monitor().start();
    for (int cut = 1; cut <= 3; ++cut) {
        QTRY_VERIFY(fixture.isConnectedOver(TransportType::WebSocket) && fixture.isSubscribed());
        QTRY_COMPARE(fixture.status().gaps, cut - 1);
        fixture.demo().run([](DemoInstance &instance) { instance.dropConnections(); });
        if (cut < 3)
            QTRY_COMPARE(fixture.status().gaps, cut);
    }
    QTRY_VERIFY(fixture.isConnectedOver(TransportType::LongPolling) && fixture.isSubscribed());
    QVERIFY(fixture.status().transportReason.contains(QStringLiteral("cut 3 times")));
}

QTEST_GUILESS_MAIN(TestFallback)
#include "test_fallback.moc"
