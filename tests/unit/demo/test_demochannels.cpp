// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QSignalSpy>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr auto activeIncidents = "/rw/default/incident/YWN0aXZlPXRydWU-"_L1;

QJsonObject extOf(const QJsonObject &message)
{
    return message.value("ext"_L1).toObject();
}

} // namespace

/// Who may subscribe and publish on the demo instance's bus, and what comes of it (amb.md §§ 5, 6).
class TestDemoChannels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void subscribesAsARealOne();
    void subscribesToSeveralChannelsAtOnce();
    void refusesSubscriptions_data();
    void refusesSubscriptions();
    void refusesSubscriptionsWithoutASession();
    void subscribesToItsOwnRedirectsAlone();
    void unsubscribes();
    void aMessageIsDeliveredOnceToAClient();
    void publishIsAcknowledgedAndDeliveredToAll();
    void dataIsPassedOnByteForByte();
    void refusesToPublish_data();
    void refusesToPublish();
    void refusesToPublishWithoutASession();

private:
    std::unique_ptr<BayeuxProbe> openProbe();

    std::unique_ptr<DemoInstance> m_instance;
    QByteArray m_cookies;
};

void TestDemoChannels::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_cookies = signIn(m_instance->url());
    QVERIFY(!m_cookies.isEmpty());
}

void TestDemoChannels::cleanup()
{
    m_instance.reset();
}

std::unique_ptr<BayeuxProbe> TestDemoChannels::openProbe()
{
    auto probe =
        std::make_unique<BayeuxProbe>(m_instance->url(), BayeuxProbe::Over::WebSocket, m_cookies);
    if (!probe->open())
        qFatal("the demo instance does not shake hands");
    return probe;
}

void TestDemoChannels::subscribesAsARealOne()
{
    const auto probe = openProbe();
    QSignalSpy subscribed(m_instance.get(), &DemoInstance::subscribed);
    probe->subscribe(activeIncidents);
    QCOMPARE(probe->frames().at(1),
             R"([{"id":"2","channel":"/meta/subscribe",)"
             R"("subscription":"/rw/default/incident/YWN0aXZlPXRydWU-","successful":true,)"
             R"("ext":{"processed_by_glide":true}}])");
    QCOMPARE(m_instance->subscriptions(),
             QList<QByteArray>{"/rw/default/incident/YWN0aXZlPXRydWU-"});
    QCOMPARE(subscribed.size(), 1);
}

void TestDemoChannels::subscribesToSeveralChannelsAtOnce()
{
    const auto probe = openProbe();
    const QJsonObject reply =
        probe->ask({{u"channel"_s, u"/meta/subscribe"_s},
                    {u"subscription"_s, QJsonArray{u"/demo/b"_s, u"/demo/a"_s}}});
    QCOMPARE(reply.value("successful"_L1), true);
    QCOMPARE(m_instance->subscriptions(), QList<QByteArray>({"/demo/a", "/demo/b"}));
    // The first one that is refused fails the whole, and the ones before it stay.
    const QJsonObject refused =
        probe->ask({{u"channel"_s, u"/meta/subscribe"_s},
                    {u"subscription"_s, QJsonArray{u"/demo/c"_s, u"/no/such"_s, u"/demo/d"_s}}});
    QCOMPARE(refused.value("successful"_L1), false);
    QCOMPARE(m_instance->subscriptions(), QList<QByteArray>({"/demo/a", "/demo/b", "/demo/c"}));
}

void TestDemoChannels::refusesSubscriptions_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("message");
    const auto deleted = u"404::message_deleted"_s;
    const auto noProcessor = u"No processor matches the provided channel"_s;
    const auto row = [](const char *channel, const QString &error, const QString &message) {
        QTest::newRow(channel) << QString::fromLatin1(channel) << error << message;
    };
    row("/no/such/channel", deleted, noProcessor);
    row("/**", deleted, noProcessor);
    row("/service/transaction/cancel", deleted, noProcessor);
    row("/rw/graphql/incident/YWN0aXZlPXRydWU-", deleted, noProcessor);
    row("/rw/default/incident", deleted, noProcessor);
    row("/rw/default/incident/no.base64", deleted, noProcessor);
    const auto denied = u"Denied authorization to subscribe to %1 by processor: "
                        "RecordWatcherAMBProcessor"_s;
    for (const char *channel :
         {"/rw/**", "/rw/default/incident/*", "/rw/default/sn_hr_core_case/YWN0aXZlPXRydWU-"}) {
        const QString message = denied.arg(QString::fromLatin1(channel));
        row(channel, u"403:"_s + message + u":subscribe_denied"_s, message);
    }
    row("/meta/connect", u"403:denied_by_security_policy:subscribe_denied"_s, {});
    row("demo", u"403::subscription_invalid"_s, {});
    row("/demo/a=b", u"403::subscription_invalid"_s, {});
    row("/demo/*/a", u"403::subscription_invalid"_s, {});
}

void TestDemoChannels::refusesSubscriptions()
{
    QFETCH(const QString, channel);
    QFETCH(const QString, error);
    QFETCH(const QString, message);
    const auto probe = openProbe();
    const QJsonObject reply = probe->subscribe(channel);
    QCOMPARE(reply.value("successful"_L1), false);
    QCOMPARE(reply.value("subscription"_L1), channel);
    QCOMPARE(reply.value("error"_L1), error);
    QCOMPARE(extOf(reply).value("glide.amb.reply.status.message"_L1).toString(), message);
    QCOMPARE(m_instance->subscriptions(), QList<QByteArray>());
}

void TestDemoChannels::refusesSubscriptionsWithoutASession()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    probe.subscribe(activeIncidents);
    QCOMPARE(probe.frames().at(1),
             R"([{"id":"2","channel":"/meta/subscribe",)"
             R"("subscription":"/rw/default/incident/YWN0aXZlPXRydWU-","successful":false,)"
             R"("error":"404::message_deleted","ext":{"glide.amb.reply.status.code":403,)"
             R"("glide.amb.reply.status.message":"Either the channel is not a public channel or )"
             R"(http session is not mapped against glide session with a valid user",)"
             R"("rejected_by_glide":true}}])");
}

void TestDemoChannels::subscribesToItsOwnRedirectsAlone()
{
    const auto probe = openProbe();
    const QString prefix = u"/sn/meta/channel_redirect/"_s;
    QCOMPARE(probe->subscribe(prefix + probe->clientId()).value("successful"_L1), true);
    QCOMPARE(probe->subscribe(prefix + u"8k2mfy1qv0s7d3n5t9xw4bzh6c"_s).value("successful"_L1),
             false);
}

void TestDemoChannels::unsubscribes()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectAndWait();
    probe->ask({{u"channel"_s, u"/meta/unsubscribe"_s}, {u"subscription"_s, u"/demo/echo"_s}});
    QCOMPARE(probe->frames().at(2),
             R"([{"id":"4","channel":"/meta/unsubscribe","subscription":"/demo/echo",)"
             R"("successful":true,"ext":{"processed_by_glide":true}}])");
    QCOMPARE(m_instance->subscriptions(), QList<QByteArray>());
    QCOMPARE(probe->publish(u"/demo/echo"_s, 1).value("successful"_L1), true);
    QCOMPARE(probe->events().size(), 0);
}

void TestDemoChannels::aMessageIsDeliveredOnceToAClient()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->subscribe(u"/demo/*"_s);
    probe->subscribe(u"/demo/**"_s);
    probe->connectAndWait();
    m_instance->publish("/demo/echo", "1");
    QCOMPARE(probe->publish(u"/demo/last"_s, 2).value("successful"_L1), true);
    QCOMPARE(probe->events(u"/demo/echo"_s).size(), 1);
}

void TestDemoChannels::publishIsAcknowledgedAndDeliveredToAll()
{
    const auto sender = openProbe();
    const auto other = openProbe();
    QSignalSpy received(m_instance.get(), &DemoInstance::publishReceived);
    for (BayeuxProbe *probe : {sender.get(), other.get()}) {
        probe->subscribe(u"/demo/echo"_s);
        probe->connectAndWait();
    }
    const QJsonObject reply =
        sender->publish(u"/demo/echo"_s, QJsonObject{{u"text"_s, u"hello"_s}});
    QCOMPARE(reply.keys(), QStringList({u"channel"_s, u"id"_s, u"successful"_s}));
    QCOMPARE(reply.value("successful"_L1), true);
    QTRY_COMPARE(other->events().size(), 1);
    QTRY_COMPARE(sender->events().size(), 1);
    const QJsonObject event = other->events().at(0);
    QVERIFY(!event.contains("id"_L1));
    QCOMPARE(extOf(event).value("from_user"_L1), "demo"_L1);
    QCOMPARE(extOf(event).value("processed_by_glide"_L1), true);
    QCOMPARE(extOf(event).value("sys_id"_L1).toString().size(), 32);
    QCOMPARE(m_instance->publishesReceived(), 1);
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.at(0).at(1).toByteArray(), R"({"text":"hello"})");
}

void TestDemoChannels::dataIsPassedOnByteForByte()
{
    const auto probe = openProbe();
    probe->subscribe(u"/demo/echo"_s);
    probe->connectAndWait();
    const QByteArray data =
        R"({ "z" : 1.50, "a":12345678901234567890,"e":1E2, "t":"\u00e9\"}]", "n":[ null , {} ]})";
    probe->sendFrame(R"([ { "id":"x", "data" : )" + data
                     + R"( , "channel":"/demo/echo", "clientId":")" + probe->clientId().toLatin1()
                     + R"(" } ])");
    QTRY_COMPARE(probe->events().size(), 1);
    QVERIFY(probe->frames().at(2).startsWith(R"([{"channel":"/demo/echo","data":)" + data
                                             + R"(,"ext":{"from_user":"demo")"));
}

void TestDemoChannels::refusesToPublish_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("error");
    QTest::newRow("meta") << u"/meta/echo"_s << u"403:denied_by_security_policy:publish_denied"_s;
    QTest::newRow("pattern") << u"/demo/*"_s << u"405::channel_invalid"_s;
    QTest::newRow("grammar") << u"/demo/a%b"_s << u"405::channel_invalid"_s;
    QTest::newRow("unknown") << u"/no/such/channel"_s << u"404::message_deleted"_s;
    QTest::newRow("watcher") << QString(activeIncidents)
                             << u"403:Denied authorization to publish to %1:publish_denied"_s.arg(
                                    activeIncidents);
}

void TestDemoChannels::refusesToPublish()
{
    QFETCH(const QString, channel);
    QFETCH(const QString, error);
    const auto probe = openProbe();
    const QJsonObject reply = probe->publish(channel, 1);
    QCOMPARE(reply.value("channel"_L1), channel);
    QCOMPARE(reply.value("successful"_L1), false);
    QCOMPARE(reply.value("error"_L1), error);
    QCOMPARE(m_instance->publishesReceived(), 0);
}

void TestDemoChannels::refusesToPublishWithoutASession()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    const QJsonObject reply = probe.publish(u"/demo/echo"_s, 1);
    QCOMPARE(reply.value("error"_L1), "404::message_deleted"_L1);
    QCOMPARE(extOf(reply).value("glide.amb.reply.status.code"_L1), 403);
    QCOMPARE(m_instance->publishesReceived(), 0);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoChannels)

#include "test_demochannels.moc"
