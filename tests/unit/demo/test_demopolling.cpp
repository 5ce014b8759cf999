// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QJsonDocument>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The demo instance's bus over long-polling, and clients that change the transport.
class TestDemoPolling : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void handshakeSetsTheBrowserCookie();
    void handshakeKeepsABrowserCookie();
    void clientIsUnknownWithoutItsCookie();
    void clientOfAWebSocketIsUnknown();
    void eventsCompleteTheConnectAndStandBeforeItsReply();
    void connectIsHeldForItsTime();
    void eventsTravelWithOtherReplies();
    void secondConnectFailsTheFirst();
    void connectGoesOutWithTheRepliesOfItsBatch();
    void abortedPollsLoseNothing();
    void abortedPollsInNumbersDoNoHarm();
    void clientGoesOnOverAWebSocket();
    void disconnectAnswersThePoll();
    void serverTellsPollersToLeave();
    void forgottenPollersAreUnknown();
    void floodIsTakenPollByPoll();

private:
    std::unique_ptr<BayeuxProbe> openProbe(BayeuxProbe::Over over = BayeuxProbe::Over::Http);

    std::unique_ptr<DemoInstance> m_instance;
    QByteArray m_cookies;
};

void TestDemoPolling::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_cookies = signIn(m_instance->url());
}

void TestDemoPolling::cleanup()
{
    m_instance.reset();
}

std::unique_ptr<BayeuxProbe> TestDemoPolling::openProbe(BayeuxProbe::Over over)
{
    auto probe = std::make_unique<BayeuxProbe>(m_instance->url(), over, m_cookies);
    if (!probe->open())
        qFatal("the demo instance does not shake hands");
    return probe;
}

void TestDemoPolling::handshakeSetsTheBrowserCookie()
{
    const auto probe = openProbe();
    QVERIFY(probe->browserCookie().startsWith("BAYEUX_BROWSER="));
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
}

void TestDemoPolling::handshakeKeepsABrowserCookie()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::Http, m_cookies);
    probe.setBrowserCookie("BAYEUX_BROWSER=mine");
    QVERIFY(probe.open());
    QCOMPARE(probe.browserCookie(), "BAYEUX_BROWSER=mine");
    QCOMPARE(probe.connectNow().value("successful"_L1), true);
}

void TestDemoPolling::clientIsUnknownWithoutItsCookie()
{
    const auto probe = openProbe();
    const QByteArray cookie = probe->browserCookie();
    probe->setBrowserCookie({});
    QCOMPARE(probe->connectNow().value("error"_L1), "402::Unknown client"_L1);
    probe->setBrowserCookie("BAYEUX_BROWSER=another");
    QCOMPARE(probe->connectNow().value("error"_L1), "402::Unknown client"_L1);
    probe->setBrowserCookie(cookie);
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
}

void TestDemoPolling::clientOfAWebSocketIsUnknown()
{
    const auto socket = openProbe(BayeuxProbe::Over::WebSocket);
    const auto polling = openProbe();
    polling->setClientId(socket->clientId());
    QCOMPARE(polling->connectNow().value("error"_L1), "402::Unknown client"_L1);
}

void TestDemoPolling::eventsCompleteTheConnectAndStandBeforeItsReply()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectNow();
    m_instance->publish("/demo/echo", "1");
    m_instance->publish("/demo/echo", "2");
    const QString id = probe->connectAndWait();
    QVERIFY(probe->waitForReply(id));
    const QJsonArray batch = QJsonDocument::fromJson(probe->frames().last()).array();
    QCOMPARE(batch.size(), 3);
    QCOMPARE(batch.at(0).toObject().value("data"_L1), 1);
    QCOMPARE(batch.at(1).toObject().value("data"_L1), 2);
    QCOMPARE(batch.at(2).toObject().value("channel"_L1), "/meta/connect"_L1);
    // And one that is held already is completed.
    const QString held = probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    m_instance->publish("/demo/echo", "3");
    QVERIFY(probe->waitForReply(held));
    QCOMPARE(probe->events().size(), 3);
    QCOMPARE(m_instance->heldPolls(), 0);
}

void TestDemoPolling::connectIsHeldForItsTime()
{
    m_instance->setConnectHold(200ms);
    const auto probe = openProbe();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(probe->waitForReply(probe->connectAndWait()));
    QVERIFY(clock.elapsed() >= 190);
}

void TestDemoPolling::eventsTravelWithOtherReplies()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectNow();
    QCOMPARE(probe->publish(u"/demo/echo"_s, 1).value("successful"_L1), true);
    const QJsonArray batch = QJsonDocument::fromJson(probe->frames().last()).array();
    QCOMPARE(batch.size(), 2);
    QCOMPARE(batch.at(0).toObject().value("data"_L1), 1);
}

void TestDemoPolling::secondConnectFailsTheFirst()
{
    const auto probe = openProbe();
    const QString first = probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
    QTRY_COMPARE(probe->failures(), QList<int>{500});
    QVERIFY(probe->replyTo(first).isEmpty());
}

void TestDemoPolling::connectGoesOutWithTheRepliesOfItsBatch()
{
    const auto probe = openProbe();
    const QByteArray client = R"("clientId":")" + probe->clientId().toLatin1() + R"(")";
    probe->sendFrame(R"([{"id":"s","channel":"/meta/subscribe","subscription":"/demo/echo",)"
                     + client + R"(},{"id":"c","channel":"/meta/connect","advice":{"timeout":0},)"
                     + client + "}]");
    QTRY_COMPARE(probe->frames().size(), 2);
    const QJsonArray batch = QJsonDocument::fromJson(probe->frames().last()).array();
    QCOMPARE(batch.size(), 2);
    QCOMPARE(batch.at(0).toObject().value("id"_L1), "s"_L1);
    QCOMPARE(batch.at(1).toObject().value("id"_L1), "c"_L1);
}

void TestDemoPolling::abortedPollsLoseNothing()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    probe->abort();
    QTRY_COMPARE(m_instance->heldPolls(), 0);
    m_instance->publish("/demo/echo", "1");
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
    QCOMPARE(probe->events().size(), 1);
}

void TestDemoPolling::abortedPollsInNumbersDoNoHarm()
{
    // What QHttpServer 6.4 crashes on: replies to polls whose connection is gone.
    DemoFaults faults;
    faults.slowReplies = 5ms;
    m_instance->setFaults(faults);
    for (int i = 0; i < 40; ++i) {
        const auto probe = openProbe();
        probe->subscribe(u"/demo/echo"_s);
        probe->connectAndWait();
        if (i % 2 == 0)
            QTRY_COMPARE(m_instance->heldPolls(), 1);
        if (i % 3 != 0)
            m_instance->publish("/demo/echo", "1");
        probe->abort();
    }
    m_instance->setFaults({});
    QTRY_COMPARE(m_instance->heldPolls(), 0);
    const auto probe = openProbe();
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
}

void TestDemoPolling::clientGoesOnOverAWebSocket()
{
    const auto polling = openProbe();
    polling->subscribe(u"/demo/echo"_s);
    polling->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    const auto socket = openProbe(BayeuxProbe::Over::WebSocket);
    socket->setClientId(polling->clientId());
    socket->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 0);
    QTRY_COMPARE(polling->failures(), QList<int>{500});
    m_instance->publish("/demo/echo", "1");
    QTRY_COMPARE(socket->events().size(), 1);
    QCOMPARE(polling->events().size(), 0);
    // And back again.
    const QString held = polling->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    m_instance->publish("/demo/echo", "2");
    QVERIFY(polling->waitForReply(held));
    QCOMPARE(polling->events().size(), 1);
    QCOMPARE(socket->events().size(), 1);
}

void TestDemoPolling::disconnectAnswersThePoll()
{
    const auto probe = openProbe();
    const QString held = probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    QCOMPARE(probe->ask({{u"channel"_s, u"/meta/disconnect"_s}}).value("successful"_L1), true);
    QVERIFY(probe->waitForReply(held));
    QCOMPARE(probe->replyTo(held).value("advice"_L1).toObject().value("reconnect"_L1), "none"_L1);
    QCOMPARE(m_instance->clientCount(), 0);
}

void TestDemoPolling::serverTellsPollersToLeave()
{
    const auto probe = openProbe();
    const QString held = probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    m_instance->tellClientsToLeave();
    QVERIFY(probe->waitForReply(held));
    QCOMPARE(probe->frames().last(),
             R"([{"channel":"/meta/disconnect","successful":true},)"
             R"({"advice":{"reconnect":"none"},"channel":"/meta/connect","id":"2",)"
             R"("successful":true}])");
}

void TestDemoPolling::forgottenPollersAreUnknown()
{
    const auto probe = openProbe();
    const QString held = probe->connectAndWait();
    QTRY_COMPARE(m_instance->heldPolls(), 1);
    m_instance->forgetClients();
    QVERIFY(probe->waitForReply(held));
    QCOMPARE(probe->connectNow().value("error"_L1), "402::Unknown client"_L1);
}

void TestDemoPolling::floodIsTakenPollByPoll()
{
    DemoFaults faults;
    faults.flood = {300, 200, 100'000};
    m_instance->setFaults(faults);
    const auto probe = openProbe();
    probe->subscribe(u"/demo/flood"_s);
    for (int i = 0; i < 300 && probe->events().size() < 300; ++i)
        QVERIFY(probe->waitForReply(probe->connectAndWait()));
    const QList<QJsonObject> events = probe->events();
    QCOMPARE(events.size(), 300);
    QCOMPARE(events.last().value("data"_L1).toObject().value("seq"_L1), 299);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoPolling)

#include "test_demopolling.moc"
