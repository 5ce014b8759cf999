// SPDX-License-Identifier: MIT
#include "tests/network/bayeuxpeertest.h"

#include "tests/words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int patience = 20000; // ms; covers a backoff and the server's own timeouts

QString nameOf(TransportPreference preference)
{
    switch (preference) {
    case TransportPreference::Automatic:
        return u"automatic"_s;
    case TransportPreference::WebSocketOnly:
        return u"websocket"_s;
    case TransportPreference::LongPollingOnly:
        return u"long-polling"_s;
    }
    return {};
}

QJsonObject onChannel(const QString &channel)
{
    return {{u"channel"_s, channel}};
}

QJsonObject message(const QString &channel, const QJsonObject &data)
{
    return {{u"channel"_s, channel}, {u"data"_s, data}};
}

} // namespace

BayeuxPeerTest::BayeuxPeerTest(QString script, QString path, QList<Way> ways)
    : m_script(std::move(script))
    , m_path(std::move(path))
    , m_ways(std::move(ways))
{ }

const BayeuxPeerTest::Way &BayeuxPeerTest::way() const
{
    QFETCH_GLOBAL(int, wayIndex);
    return m_ways.at(wayIndex);
}

void BayeuxPeerTest::initTestCase_data()
{
    QTest::addColumn<int>("wayIndex");
    for (qsizetype i = 0; i < m_ways.size(); ++i)
        QTest::newRow(qPrintable(nameOf(m_ways.at(i).preference))) << int(i);
}

void BayeuxPeerTest::init()
{
    m_server = std::make_unique<PeerProcess>(m_script);
    m_server->tell(u"start"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->count(u"listening"_s) == 1 || !m_server->failure().isEmpty(),
                             patience);
    QCOMPARE(m_server->failure(), QString());
    const int port = m_server->heard(u"listening"_s).constFirst().value("port"_L1).toInt();
    const QString url = u"http://127.0.0.1:%1%2"_s.arg(port).arg(m_path);

    m_reference = std::make_unique<PeerProcess>(u"reference-client.mjs"_s);
    m_reference->tell(
        u"handshake"_s,
        {{u"url"_s, url}, {u"transport"_s, QString(connectionType(way().transport))}});

    MonitorOptions options;
    const Result<InstanceAddress> address = InstanceAddress::parse(url);
    QVERIFY(address.ok());
    options.address = *address;
    options.transport = way().preference;
    options.network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    Result<std::unique_ptr<Monitor>> created = Monitor::create(options);
    QVERIFY(created.ok());
    m_monitor = std::move(created).value();
    m_monitor->start();

    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->status().state, ConnectionState::Connected, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_reference->count(u"handshake"_s, {{u"successful"_s, true}}), 1, patience);
}

void BayeuxPeerTest::cleanup()
{
    m_monitor.reset();
    m_reference.reset();
    m_server.reset();
}

void BayeuxPeerTest::subscribe(const QString &channel)
{
    m_monitor->subscribe(*ChannelPattern::parse(channel.toUtf8()));
}

PublishId BayeuxPeerTest::publish(const QString &channel, const QByteArray &data)
{
    return m_monitor->publish(*ChannelName::parse(channel.toUtf8()), data);
}

QString BayeuxPeerTest::subscriptionState(const QString &channel) const
{
    const QList<SubscriptionInfo> subscriptions = m_monitor->subscriptions();
    for (const SubscriptionInfo &subscription : subscriptions) {
        if (subscription.pattern.toString() == channel)
            return test::wordOf(subscription.state);
    }
    return {};
}

QStringList BayeuxPeerTest::deliveries() const
{
    QStringList texts;
    const CaptureStore &capture = m_monitor->capture();
    for (Row row = capture.firstRow(); row < capture.endRow(); row = row + 1) {
        const RowInfo info = capture.info(row);
        if (info.kind != MessageKind::Event || info.direction != Direction::In)
            continue;
        const QJsonObject message = QJsonDocument::fromJson(capture.message(row)).object();
        const QJsonDocument data(message.value("data"_L1).toObject());
        texts += QString::fromUtf8(capture.channelName(info.channel) + ' '
                                   + data.toJson(QJsonDocument::Compact));
    }
    return texts;
}

void BayeuxPeerTest::connectsOverTheTransportThatIsOffered()
{
    const ConnectionStatus status = monitor().status();
    QVERIFY(status.transport.has_value());
    QCOMPARE(connectionType(*status.transport), connectionType(way().transport));
    QCOMPARE(status.handshakes, 1);
    QCOMPARE(status.trouble, QString());
    QCOMPARE(server().count(u"handshake"_s, {{u"client"_s, status.clientId}}), 1);
}

void BayeuxPeerTest::receivesTwoHundredMessagesInOrder()
{
    constexpr int count = 200;
    QStringList expected;
    for (int n = 0; n < count; ++n)
        expected += u"/peer/many {\"n\":%1}"_s.arg(n);

    subscribe(u"/peer/many"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/many"_s), u"subscribed"_s);
    reference().tell(u"publishMany"_s, {{u"channel"_s, u"/peer/many"_s}, {u"count"_s, count}});

    QTRY_COMPARE_WITH_TIMEOUT(deliveries().size(), count, patience);
    QCOMPARE(deliveries(), expected);
}

void BayeuxPeerTest::publishesToTheOtherUserAndIsAcknowledged()
{
    reference().tell(u"subscribe"_s, onChannel(u"/peer/talk"_s));
    QTRY_COMPARE(reference().count(u"subscribed"_s, {{u"successful"_s, true}}), 1);
    const QSignalSpy finished(&monitor(), &Monitor::publishFinished);

    const PublishId id = publish(u"/peer/talk"_s, R"({"text":"Grüße"})");

    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.at(0).at(0).value<PublishOutcome>();
    QVERIFY(outcome.id == id);
    QVERIFY(outcome.result == PublishOutcome::Result::Acknowledged);
    QVERIFY(outcome.roundTrip > std::chrono::microseconds::zero());
    QTRY_COMPARE(
        reference().count(u"message"_s, message(u"/peer/talk"_s, {{u"text"_s, u"Grüße"_s}})), 1);
}

void BayeuxPeerTest::receivesItsOwnMessage()
{
    subscribe(u"/peer/echo"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/echo"_s), u"subscribed"_s);

    publish(u"/peer/echo"_s, R"({"text":"hello"})");

    QTRY_COMPARE(deliveries(), QStringList{u"/peer/echo {\"text\":\"hello\"}"_s});
}

void BayeuxPeerTest::publishRefusedByTheServerSaysWhy()
{
    server().tell(u"deny"_s, {{u"what"_s, u"publish"_s}, {u"channel"_s, u"/peer/closed"_s}});
    QTRY_COMPARE(server().count(u"denied"_s), 1);
    const QSignalSpy finished(&monitor(), &Monitor::publishFinished);

    publish(u"/peer/closed"_s, R"({"text":"hello"})");

    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.at(0).at(0).value<PublishOutcome>();
    QVERIFY(outcome.result == PublishOutcome::Result::Refused);
    QVERIFY2(outcome.text.contains("403:"_L1), qPrintable(outcome.text));
}

void BayeuxPeerTest::oneStarMatchesOneSegment()
{
    subscribe(u"/peer/*"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/*"_s), u"subscribed"_s);

    const QStringList channels{u"/peer/a"_s, u"/peer/a/b"_s, u"/other/a"_s, u"/peer/z"_s};
    for (const QString &channel : channels)
        server().tell(u"publish"_s, message(channel, {}));

    QTRY_VERIFY(deliveries().contains("/peer/z {}"_L1));
    QCOMPARE(deliveries(), (QStringList{u"/peer/a {}"_s, u"/peer/z {}"_s}));
}

void BayeuxPeerTest::twoStarsMatchManySegments()
{
    subscribe(u"/peer/**"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/**"_s), u"subscribed"_s);

    const QStringList channels{u"/peer/a"_s, u"/peer/a/b"_s, u"/other/a"_s, u"/peer/z"_s};
    for (const QString &channel : channels)
        server().tell(u"publish"_s, message(channel, {}));

    QTRY_VERIFY(deliveries().contains("/peer/z {}"_L1));
    QCOMPARE(deliveries(), (QStringList{u"/peer/a {}"_s, u"/peer/a/b {}"_s, u"/peer/z {}"_s}));
}

void BayeuxPeerTest::unsubscribeStopsDelivery()
{
    subscribe(u"/peer/left"_s);
    subscribe(u"/peer/kept"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/left"_s), u"subscribed"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/kept"_s), u"subscribed"_s);

    monitor().unsubscribe(*ChannelPattern::parse("/peer/left"));

    QTRY_COMPARE(server().count(u"unsubscribed"_s, onChannel(u"/peer/left"_s)), 1);
    QTRY_COMPARE(subscriptionState(u"/peer/left"_s), QString());
    server().tell(u"publish"_s, message(u"/peer/left"_s, {}));
    server().tell(u"publish"_s, message(u"/peer/kept"_s, {}));
    QTRY_COMPARE(deliveries(), QStringList{u"/peer/kept {}"_s});
}

void BayeuxPeerTest::refusedSubscriptionSaysWhy()
{
    server().tell(u"deny"_s, {{u"what"_s, u"subscribe"_s}, {u"channel"_s, u"/peer/secret"_s}});
    QTRY_COMPARE(server().count(u"denied"_s), 1);

    subscribe(u"/peer/secret"_s);

    QTRY_COMPARE(subscriptionState(u"/peer/secret"_s), u"refused"_s);
    const SubscriptionInfo refused = monitor().subscriptions().constFirst();
    QVERIFY2(refused.refusal.contains("403:"_L1), qPrintable(refused.refusal));
    QVERIFY(!refused.explanation.isEmpty());
    QCOMPARE(monitor().status().state, ConnectionState::Connected);
}

void BayeuxPeerTest::resubscribesAfterTheServerForgotUs()
{
    subscribe(u"/peer/kept"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/kept"_s), u"subscribed"_s);
    const QString forgotten = monitor().status().clientId;

    server().tell(u"forget"_s);

    QTRY_COMPARE_WITH_TIMEOUT(
        server().count(u"subscribed"_s, onChannel(u"/peer/kept"_s)), 2, patience);
    QTRY_COMPARE(subscriptionState(u"/peer/kept"_s), u"subscribed"_s);
    QTRY_COMPARE(monitor().status().state, ConnectionState::Connected);
    QCOMPARE(monitor().status().handshakes, 2);
    QVERIFY(monitor().status().clientId != forgotten);
    server().tell(u"publish"_s, message(u"/peer/kept"_s, {}));
    QTRY_COMPARE(deliveries(), QStringList{u"/peer/kept {}"_s});
}

void BayeuxPeerTest::resubscribesAfterTheServerRestarted()
{
    subscribe(u"/peer/kept"_s);
    QTRY_COMPARE(subscriptionState(u"/peer/kept"_s), u"subscribed"_s);

    server().tell(u"stop"_s);
    QTRY_COMPARE(server().count(u"stopped"_s), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!monitor().status().trouble.isEmpty(), patience);
    server().tell(u"start"_s);
    QTRY_COMPARE(server().count(u"listening"_s), 2);

    QTRY_COMPARE_WITH_TIMEOUT(
        server().count(u"subscribed"_s, onChannel(u"/peer/kept"_s)), 2, patience);
    QTRY_COMPARE(monitor().status().state, ConnectionState::Connected);
    QTRY_COMPARE(subscriptionState(u"/peer/kept"_s), u"subscribed"_s);
    QCOMPARE(connectionType(*monitor().status().transport), connectionType(way().transport));
    server().tell(u"publish"_s, message(u"/peer/kept"_s, {}));
    QTRY_COMPARE(deliveries(), QStringList{u"/peer/kept {}"_s});
}

void BayeuxPeerTest::saysGoodbye()
{
    const QString client = monitor().status().clientId;
    const QSignalSpy stopped(&monitor(), &Monitor::stopped);

    monitor().stop();

    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(monitor().status().state, ConnectionState::Disconnected);
    QTRY_COMPARE(server().count(u"left"_s, {{u"client"_s, client}, {u"expired"_s, false}}), 1);
}

} // namespace amb
