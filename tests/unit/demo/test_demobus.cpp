// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject extOf(const QJsonObject &message)
{
    return message.value("ext"_L1).toObject();
}

} // namespace

/// The demo instance's bus over a WebSocket, message by message (amb.md §§ 2, 3).
class TestDemoBus : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void handshakeReplyLooksLikeARealOne();
    void handshakeWithoutASessionSucceedsAllTheSame();
    void clientIdsAreUnlike();
    void idsAreEchoedAsTheyCame_data();
    void idsAreEchoedAsTheyCame();
    void messageWithoutChannelFails();

    void connectWithTimeoutZeroIsAnsweredAtOnce();
    void connectIsHeldForItsTime();
    void connectReplyLooksLikeARealOne();
    void unknownClientIsAdvisedToShakeHandsOnConnectAlone_data();
    void unknownClientIsAdvisedToShakeHandsOnConnectAlone();
    void forgottenClientsAreUnknown();
    void clientsThatHoldNoConnectAreSwept();

    void eventsWaitForAConnect();
    void eventsComeInTheirOwnFramesWhileTheConnectStaysHeld();

    void disconnectAnswersTheHeldConnectToo();
    void serverTellsItsClientsToLeave();
    void expiredSessionsStopTheEventsButNotTheBus();
    void boundSessionBringsTheEventsBack();

    void floodsThoseWhoSubscribe();
    void floodWaitsForASlowClient();
    void crashForgetsEverything();

private:
    std::unique_ptr<BayeuxProbe> openProbe();

    std::unique_ptr<DemoInstance> m_instance;
    QByteArray m_cookies;
};

void TestDemoBus::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_cookies = signIn(m_instance->url());
    QVERIFY(!m_cookies.isEmpty());
}

void TestDemoBus::cleanup()
{
    m_instance.reset();
}

std::unique_ptr<BayeuxProbe> TestDemoBus::openProbe()
{
    auto probe =
        std::make_unique<BayeuxProbe>(m_instance->url(), BayeuxProbe::Over::WebSocket, m_cookies);
    if (!probe->open())
        qFatal("the demo instance does not shake hands");
    return probe;
}

void TestDemoBus::handshakeReplyLooksLikeARealOne()
{
    const auto probe = openProbe();
    QByteArray frame = probe->frames().at(0);
    QVERIFY(QRegularExpression(u"^[a-z0-9]{26}$"_s).match(probe->clientId()).hasMatch());
    frame.replace(probe->clientId().toLatin1(), "CLIENT");
    QCOMPARE(frame,
             R"([{"minimumVersion":"1.0","clientId":"CLIENT",)"
             R"("supportedConnectionTypes":["websocket","long-polling"],)"
             R"("advice":{"interval":0,"timeout":30000,"reconnect":"retry"},)"
             R"("channel":"/meta/handshake","id":"1","version":"1.0","successful":true,)"
             R"("ext":{"glide.session.status":"session.logged.in","glide.amb.active":true,)"
             R"("glide.session.time.remaining.in.seconds":1800}}])");
    QCOMPARE(m_instance->handshakes(), 1);
    QCOMPARE(m_instance->clientCount(), 1);
}

void TestDemoBus::handshakeWithoutASessionSucceedsAllTheSame()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    QVERIFY(probe.frames().at(0).contains(
        R"("successful":true,"ext":{"glide.session.status":"session.invalidated",)"
        R"("glide.amb.active":true,"glide.session.time.remaining.in.seconds":0})"));
}

void TestDemoBus::clientIdsAreUnlike()
{
    const auto one = openProbe();
    const auto other = openProbe();
    QVERIFY(one->clientId() != other->clientId());
}

void TestDemoBus::idsAreEchoedAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {R"("17")", R"("a\u0062c")", "17", "17.0", "null"})
        QTest::newRow(id) << QByteArray(id);
}

void TestDemoBus::idsAreEchoedAsTheyCame()
{
    QFETCH(const QByteArray, id);
    const auto probe = openProbe();
    probe->sendFrame(R"([{"channel":"/demo/echo","id":)" + id + R"(,"data":1,"clientId":")"
                     + probe->clientId().toLatin1() + R"("}])");
    QTRY_COMPARE(probe->frames().size(), 2);
    QCOMPARE(probe->frames().at(1),
             R"([{"id":)" + id + R"(,"channel":"/demo/echo","successful":true}])");
}

void TestDemoBus::messageWithoutChannelFails()
{
    const auto probe = openProbe();
    const QJsonObject reply = probe->ask({{u"data"_s, 1}});
    QCOMPARE(reply.value("error"_L1), "400::channel_missing"_L1);
}

void TestDemoBus::connectWithTimeoutZeroIsAnsweredAtOnce()
{
    const auto probe = openProbe();
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(probe->connectNow().value("successful"_L1), true);
    QVERIFY(clock.elapsed() < 2000);
}

void TestDemoBus::connectIsHeldForItsTime()
{
    m_instance->setConnectHold(200ms);
    const auto probe = openProbe();
    QElapsedTimer clock;
    clock.start();
    const QString id = probe->connectAndWait();
    QVERIFY(probe->waitForReply(id));
    QVERIFY(clock.elapsed() >= 190);
}

void TestDemoBus::connectReplyLooksLikeARealOne()
{
    const auto probe = openProbe();
    probe->connectNow();
    QCOMPARE(probe->frames().at(1),
             R"([{"advice":{"interval":0,"timeout":30000,"reconnect":"retry"},)"
             R"("channel":"/meta/connect","id":"2","successful":true,)"
             R"("ext":{"glide.session.status":"session.logged.in","glide.amb.active":true,)"
             R"("glide.session.time.remaining.in.seconds":1800}}])");
}

void TestDemoBus::unknownClientIsAdvisedToShakeHandsOnConnectAlone_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("isAdvised");
    QTest::newRow("connect") << u"/meta/connect"_s << true;
    QTest::newRow("subscribe") << u"/meta/subscribe"_s << false;
    QTest::newRow("unsubscribe") << u"/meta/unsubscribe"_s << false;
    QTest::newRow("disconnect") << u"/meta/disconnect"_s << false;
    QTest::newRow("publish") << u"/demo/echo"_s << false;
}

void TestDemoBus::unknownClientIsAdvisedToShakeHandsOnConnectAlone()
{
    QFETCH(const QString, channel);
    QFETCH(const bool, isAdvised);
    const auto probe = openProbe();
    const QJsonObject reply = probe->ask({{u"channel"_s, channel},
                                          {u"subscription"_s, u"/demo/echo"_s},
                                          {u"data"_s, 1},
                                          {u"clientId"_s, u"8k2mfy1qv0s7d3n5t9xw4bzh6c"_s}});
    QCOMPARE(reply.value("channel"_L1), channel);
    QCOMPARE(reply.value("successful"_L1), false);
    QCOMPARE(reply.value("error"_L1), "402::Unknown client"_L1);
    QCOMPARE(reply.value("advice"_L1).toObject().value("reconnect"_L1).toString(),
             isAdvised ? u"handshake"_s : QString());
}

void TestDemoBus::forgottenClientsAreUnknown()
{
    const auto probe = openProbe();
    const QString held = probe->connectAndWait();
    QCOMPARE(probe->subscribe(u"/demo/echo"_s).value("successful"_L1), true);
    m_instance->forgetClients();
    QVERIFY(probe->waitForReply(held));
    QCOMPARE(probe->replyTo(held).value("successful"_L1), true);
    QCOMPARE(m_instance->clientCount(), 0);
    QCOMPARE(m_instance->subscriptions(), QList<QByteArray>());
    QCOMPARE(probe->connectNow().value("error"_L1), "402::Unknown client"_L1);
}

void TestDemoBus::clientsThatHoldNoConnectAreSwept()
{
    DemoOptions options;
    options.playScenario = false;
    options.maxInterval = 50ms;
    DemoInstance instance(options);
    QVERIFY(instance.listen());
    BayeuxProbe silent(instance.url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(silent.open());
    BayeuxProbe holding(instance.url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(holding.open());
    holding.connectAndWait();
    QTRY_COMPARE(instance.clientCount(), 1);
    QVERIFY(holding.socket().isValid());
    QCOMPARE(silent.connectNow().value("error"_L1), "402::Unknown client"_L1);
}

void TestDemoBus::eventsWaitForAConnect()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    m_instance->publish("/demo/echo", "1");
    m_instance->publish("/demo/echo", "2");
    QCOMPARE(probe->subscribe(u"/demo/other"_s).value("successful"_L1), true);
    QCOMPARE(probe->events().size(), 0);
    const QJsonObject reply = probe->connectNow();
    QCOMPARE(reply.value("successful"_L1), true);
    QCOMPARE(probe->events().size(), 2);
    // Between two connects they wait again.
    m_instance->publish("/demo/echo", "3");
    QCOMPARE(probe->subscribe(u"/demo/another"_s).value("successful"_L1), true);
    QCOMPARE(probe->events().size(), 2);
    probe->connectAndWait();
    QTRY_COMPARE(probe->events().size(), 3);
}

void TestDemoBus::eventsComeInTheirOwnFramesWhileTheConnectStaysHeld()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    const QString held = probe->connectAndWait();
    m_instance->publish("/demo/echo", "1");
    m_instance->publish("/demo/echo", "2");
    QTRY_COMPARE(probe->events().size(), 2);
    QCOMPARE(probe->frames().size(), 4);
    QVERIFY(probe->frames().at(2).startsWith(
        R"([{"channel":"/demo/echo","data":1,"ext":{"from_user":"system",)"));
    QVERIFY(probe->replyTo(held).isEmpty());
}

void TestDemoBus::disconnectAnswersTheHeldConnectToo()
{
    const auto probe = openProbe();
    const QString held = probe->connectAndWait();
    const QJsonObject reply = probe->ask({{u"channel"_s, u"/meta/disconnect"_s}});
    QCOMPARE(reply.value("successful"_L1), true);
    const QJsonObject connectReply = probe->replyTo(held);
    QCOMPARE(connectReply.value("successful"_L1), true);
    QCOMPARE(connectReply.value("advice"_L1).toObject().value("reconnect"_L1), "none"_L1);
    QCOMPARE(m_instance->clientCount(), 0);
}

void TestDemoBus::serverTellsItsClientsToLeave()
{
    const auto holding = openProbe();
    const QString held = holding->connectAndWait();
    const auto between = openProbe();
    QCOMPARE(holding->subscribe(u"/demo/echo"_s).value("successful"_L1), true);
    m_instance->tellClientsToLeave();
    QVERIFY(holding->waitForReply(held));
    QCOMPARE(holding->frames().at(2), R"([{"channel":"/meta/disconnect","successful":true}])");
    QCOMPARE(holding->frames().at(3),
             R"([{"advice":{"reconnect":"none"},"channel":"/meta/connect","id":"2",)"
             R"("successful":true}])");
    // Who holds no connect is told with the next.
    const QJsonObject reply = between->connectNow();
    QCOMPARE(reply.value("advice"_L1).toObject().value("reconnect"_L1), "none"_L1);
    QCOMPARE(m_instance->clientCount(), 0);
}

void TestDemoBus::expiredSessionsStopTheEventsButNotTheBus()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectNow();
    m_instance->expireSessions();
    m_instance->publish("/demo/echo", "1");
    const QJsonObject reply = probe->connectNow();
    QCOMPARE(reply.value("successful"_L1), true);
    QCOMPARE(extOf(reply).value("glide.session.status"_L1), "session.invalidated"_L1);
    QCOMPARE(extOf(reply).value("glide.session.time.remaining.in.seconds"_L1), 0);
    QCOMPARE(probe->events().size(), 0);
    QCOMPARE(probe->subscribe(u"/demo/other"_s).value("successful"_L1), false);
}

void TestDemoBus::boundSessionBringsTheEventsBack()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    m_instance->expireSessions();
    const QByteArray cookies = signIn(m_instance->url());
    HttpProbe http(m_instance->url());
    const QByteArray page = http.get("/home.do", {{"Cookie", cookies}}).body;
    const QByteArray token = page.sliced(page.indexOf("g_ck = '") + 8, 72);
    const HttpProbe::Headers headers{{"Cookie", cookies},
                                     {"X-CometD_SessionID", probe->clientId().toLatin1()}};
    QCOMPARE(http.post("/amb_session_setup.do", headers, {}).status, 401);
    const ProbeReply reply = http.post(
        "/amb_session_setup.do", headers + HttpProbe::Headers{{"X-UserToken", token}}, {});
    QCOMPARE(reply.object().value("bind"_L1), true);
    probe->connectAndWait();
    m_instance->publish("/demo/echo", "1");
    QTRY_COMPARE(probe->events().size(), 1);
}

void TestDemoBus::floodsThoseWhoSubscribe()
{
    DemoFaults faults;
    faults.flood = {500, 400, 100'000};
    m_instance->setFaults(faults);
    const auto probe = openProbe();
    probe->connectAndWait();
    probe->subscribe(u"/demo/flood"_s);
    QTRY_COMPARE(probe->events(u"/demo/flood"_s).size(), 500);
    const QList<QJsonObject> events = probe->events(u"/demo/flood"_s);
    for (qsizetype i = 0; i < events.size(); ++i)
        QCOMPARE(events.at(i).value("data"_L1).toObject().value("seq"_L1), i);
    QCOMPARE(probe->frames().last().size(), 400 + 2); // and the brackets
}

void TestDemoBus::floodWaitsForASlowClient()
{
    DemoFaults faults;
    faults.flood = {1'000'000, 1000, 1'000'000};
    m_instance->setFaults(faults);
    // This one takes nothing, since it holds no connect.
    const auto idle = openProbe();
    idle->connectNow();
    idle->subscribe(u"/demo/flood"_s);
    // What was held back comes with the next connect; it is bounded.
    const auto other = openProbe();
    other->connectAndWait();
    other->subscribe(u"/demo/flood"_s);
    QTRY_VERIFY(other->frames().size() > 6000);
    m_instance->setFaults({});
    const qsizetype before = idle->frames().size();
    QCOMPARE(idle->connectNow().value("successful"_L1), true);
    const qsizetype held = idle->frames().size() - before;
    QVERIFY2(held > 0 && held < 4300, qPrintable(QString::number(held)));
}

void TestDemoBus::crashForgetsEverything()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectAndWait();
    const QUrl url = m_instance->url();
    m_instance->crash();
    QTRY_VERIFY(!probe->socket().isValid());
    QCOMPARE(m_instance->clientCount(), 0);
    HttpProbe refused(url);
    QTRY_VERIFY(refused.isClosed());
    QVERIFY(m_instance->listen());
    QCOMPARE(m_instance->url(), url);
    HttpProbe http(url);
    QCOMPARE(http.get("/api/now/table/sys_user", {{"Cookie", m_cookies}}).status, 401);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoBus)

#include "test_demobus.moc"
