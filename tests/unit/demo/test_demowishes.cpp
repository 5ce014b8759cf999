// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject extOf(const QJsonObject &message)
{
    return message.value("ext"_L1).toObject();
}

} // namespace

/// What the demo instance says and wishes in `ext` (amb.md §§ 2.1, 2.2, 5.2, 5.4), byte for byte.
class TestDemoWishes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void wishesNothingUnasked();
    void hasANullStatus();
    void saysThatTheBusIsSwitchedOff();
    void wantsToBeTouchedOverWebSocketOnly();
    void countsTouches();
    void hangsUpOnceOnEachClient();
    void offersTheCommandFlow();
    void refusesMoreCommandsThanItWants();
    void doesNotMindClientsThatKnowNoCommandFlow();
    void isBusyForAWhile();
    void announcesReplies();
    void redirectsThoseWhomItConcerns();
    void reapsInSpiteOfAPage();
    void refusesPages();

private:
    void wish(const std::function<void(DemoFaults &)> &change);
    std::unique_ptr<BayeuxProbe> openProbe(BayeuxProbe::Over over = BayeuxProbe::Over::WebSocket);
    QJsonObject handshakeExt(bool knowsFlow = false);

    std::unique_ptr<DemoInstance> m_instance;
    QByteArray m_cookies;
};

void TestDemoWishes::init()
{
    DemoOptions options;
    options.playScenario = false;
    options.connectHold = 200ms;
    options.apiSessionLife = 300ms;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_cookies = signIn(m_instance->url());
    QVERIFY(!m_cookies.isEmpty());
}

void TestDemoWishes::cleanup()
{
    m_instance.reset();
}

void TestDemoWishes::wish(const std::function<void(DemoFaults &)> &change)
{
    DemoFaults faults = m_instance->faults();
    change(faults);
    m_instance->setFaults(faults);
}

std::unique_ptr<BayeuxProbe> TestDemoWishes::openProbe(BayeuxProbe::Over over)
{
    HttpProbe(m_instance->url()).get("/home.do", {{"Cookie", m_cookies}});
    auto probe = std::make_unique<BayeuxProbe>(m_instance->url(), over, m_cookies);
    return probe->open() ? std::move(probe) : nullptr;
}

QJsonObject TestDemoWishes::handshakeExt(bool knowsFlow)
{
    const auto probe = openProbe();
    QJsonObject message{{u"channel"_s, u"/meta/handshake"_s}, {u"version"_s, u"1.0"_s}};
    if (knowsFlow)
        message.insert(u"ext"_s, QJsonObject{{u"supportsSubscribeCommandFlow"_s, true}});
    return probe ? extOf(probe->ask(message)) : QJsonObject();
}

void TestDemoWishes::wishesNothingUnasked()
{
    QCOMPARE(handshakeExt().keys(),
             (QStringList{u"glide.amb.active"_s,
                          u"glide.session.status"_s,
                          u"glide.session.time.remaining.in.seconds"_s}));
}

void TestDemoWishes::hasANullStatus()
{
    wish([](DemoFaults &faults) { faults.bus.hasNullStatus = true; });
    QCOMPARE(handshakeExt().value("glide.session.status"_L1).type(), QJsonValue::Null);
}

void TestDemoWishes::saysThatTheBusIsSwitchedOff()
{
    wish([](DemoFaults &faults) { faults.bus.isSwitchedOff = true; });
    QCOMPARE(handshakeExt().value("glide.amb.active"_L1), QJsonValue(false));
}

void TestDemoWishes::wantsToBeTouchedOverWebSocketOnly()
{
    wish([](DemoFaults &faults) { faults.bus.wantsTouch = true; });
    const auto socket = openProbe();
    QVERIFY(socket);
    QCOMPARE(extOf(socket->connectNow()).value("session.touch.http"_L1), QJsonValue(true));
    const auto polls = openProbe(BayeuxProbe::Over::Http);
    QVERIFY(polls);
    QVERIFY(!extOf(polls->connectNow()).contains("session.touch.http"_L1));
}

void TestDemoWishes::countsTouches()
{
    HttpProbe http(m_instance->url());
    const HttpProbe::Headers headers{{"Cookie", m_cookies}, {"Content-Type", "application/json"}};
    QCOMPARE(http.post("/amb", headers, {}).status, 200);
    QCOMPARE(m_instance->touches(), 1);
}

void TestDemoWishes::hangsUpOnceOnEachClient()
{
    const auto probe = openProbe();
    QVERIFY(probe);
    probe->connectNow();
    const QString held = probe->connectAndWait();
    m_instance->hangUp(1500ms);
    QVERIFY(probe->waitForReply(held));
    const auto key = "glide.amb.hup.signal.reconnect.in.sec"_L1;
    QCOMPARE(extOf(probe->replyTo(held)).value(key), QJsonValue(1.5));
    QVERIFY(!extOf(probe->connectNow()).contains(key));
}

void TestDemoWishes::offersTheCommandFlow()
{
    wish([](DemoFaults &faults) { faults.bus.commandFlow.isEnabled = true; });
    QJsonObject flow = handshakeExt().value("subscribeCommandsFlow"_L1).toObject();
    QCOMPARE(QJsonDocument(flow).toJson(QJsonDocument::Compact),
             QByteArray(R"({"enable":true,"maxInflight":1,"maxWait":10000,"retries":3,)"
                        R"("retryDelay":{"increaseFactor":2,"max":300000,"min":2000}})"));
    wish([](DemoFaults &faults) { faults.bus.commandFlow.numbersAsTexts = true; });
    flow = handshakeExt().value("subscribeCommandsFlow"_L1).toObject();
    QCOMPARE(flow.value("maxInflight"_L1), QJsonValue(u"1"_s));
}

void TestDemoWishes::refusesMoreCommandsThanItWants()
{
    wish([](DemoFaults &faults) {
        faults.bus.commandFlow.isEnabled = true;
        faults.bus.commandFlow.answersAfter = 30ms;
    });
    const auto probe = openProbe();
    QVERIFY(probe);
    const QJsonObject reply =
        probe->ask({{u"channel"_s, u"/meta/handshake"_s},
                    {u"version"_s, u"1.0"_s},
                    {u"ext"_s, QJsonObject{{u"supportsSubscribeCommandFlow"_s, true}}}});
    probe->setClientId(reply.value("clientId"_L1).toString());
    const auto subscribe = [&probe](const QString &channel) {
        return probe->tell({{u"channel"_s, u"/meta/subscribe"_s}, {u"subscription"_s, channel}});
    };
    const QString first = subscribe(u"/demo/a"_s);
    const QString second = subscribe(u"/demo/b"_s);
    QVERIFY(probe->waitForReply(first) && probe->waitForReply(second));
    QCOMPARE(probe->replyTo(first).value("successful"_L1), QJsonValue(true));
    const QJsonObject refused = probe->replyTo(second);
    QCOMPARE(refused.value("error"_L1), QJsonValue(u"404::message_deleted"_s));
    QCOMPARE(extOf(refused).value("glide.amb.reply.status.code"_L1), QJsonValue(429));
    QCOMPARE(extOf(refused).value("rejected_by_glide"_L1), QJsonValue(true));
    QCOMPARE(m_instance->commandsTooMany(), 1);
    QVERIFY(probe->subscribe(u"/demo/b"_s).value("successful"_L1).toBool());
    QCOMPARE(m_instance->subscriptions(), (QList<QByteArray>{"/demo/a", "/demo/b"}));
}

void TestDemoWishes::doesNotMindClientsThatKnowNoCommandFlow()
{
    wish([](DemoFaults &faults) {
        faults.bus.commandFlow.isEnabled = true;
        faults.bus.commandFlow.answersAfter = 30ms;
    });
    const auto probe = openProbe();
    QVERIFY(probe);
    const QString first =
        probe->tell({{u"channel"_s, u"/meta/subscribe"_s}, {u"subscription"_s, u"/demo/a"_s}});
    QVERIFY(probe->subscribe(u"/demo/b"_s).value("successful"_L1).toBool());
    QVERIFY(probe->waitForReply(first));
    QCOMPARE(m_instance->commandsTooMany(), 0);
}

void TestDemoWishes::isBusyForAWhile()
{
    wish([](DemoFaults &faults) {
        faults.bus.busyFor = 2;
        faults.bus.busyCode = 202;
    });
    const auto probe = openProbe();
    QVERIFY(probe);
    for (int i = 0; i < 2; ++i) {
        const QJsonObject ext = extOf(probe->subscribe(u"/demo/a"_s));
        QCOMPARE(ext.value("glide.amb.reply.status.code"_L1), QJsonValue(202));
    }
    QVERIFY(probe->subscribe(u"/demo/a"_s).value("successful"_L1).toBool());
}

void TestDemoWishes::announcesReplies()
{
    wish([](DemoFaults &faults) { faults.bus.announcesReplies = true; });
    const auto probe = openProbe();
    QVERIFY(probe);
    const QString id =
        probe->tell({{u"channel"_s, u"/meta/subscribe"_s}, {u"subscription"_s, u"/demo/a"_s}});
    QVERIFY(probe->waitForReply(id));
    const QByteArray last = probe->frames().last();
    QVERIFY2(last.contains(R"("ext":{"received_by_glide":{"channel":"/meta/subscribe")"),
             last.constData());
    QVERIFY2(last.indexOf("received_by_glide") < last.indexOf("processed_by_glide"),
             last.constData());
}

void TestDemoWishes::redirectsThoseWhomItConcerns()
{
    const auto probe = openProbe();
    QVERIFY(probe);
    const QString channel = u"/sn/meta/channel_redirect/"_s + probe->clientId();
    QVERIFY(probe->subscribe(channel).value("successful"_L1).toBool());
    QVERIFY(probe->subscribe(u"/demo/a"_s).value("successful"_L1).toBool());
    probe->connectNow();
    probe->connectAndWait();
    m_instance->redirect("/demo/other", "/demo/b");
    m_instance->redirect("/demo/a", "/demo/b");
    QTRY_COMPARE(probe->events(channel).size(), 1);
    QCOMPARE(probe->events(channel).first().value("data"_L1).toObject(),
             (QJsonObject{{u"clientId"_s, probe->clientId()},
                          {u"fromChannel"_s, u"/demo/a"_s},
                          {u"toChannel"_s, u"/demo/b"_s}}));
}

void TestDemoWishes::reapsInSpiteOfAPage()
{
    wish([](DemoFaults &faults) { faults.reapsPages = true; });
    const auto probe = openProbe();
    QVERIFY(probe);
    QCOMPARE(extOf(probe->connectNow()).value("glide.session.status"_L1),
             QJsonValue(u"session.logged.in"_s));
    QTRY_COMPARE(extOf(probe->connectNow()).value("glide.session.status"_L1),
                 QJsonValue(u"session.invalidated"_s));
    QVERIFY(probe->connectNow().value("successful"_L1).toBool()); // the bus looks healthy
}

void TestDemoWishes::refusesPages()
{
    wish([](DemoFaults &faults) { faults.refusesPages = true; });
    QCOMPARE(HttpProbe(m_instance->url()).get("/home.do", {{"Cookie", m_cookies}}).status, 403);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoWishes)

#include "test_demowishes.moc"
