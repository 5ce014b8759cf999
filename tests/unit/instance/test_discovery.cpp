// SPDX-License-Identifier: MIT
#include "core/instance/discovery.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void asksForWhatItUses();
    void listsWhatIsServed();
    void countsWhoListens();
    void listsWhatIsListenedTo();
    void readsWatchersInWords();
    void survivesRowsOfAnyShape();
    void everyChannelHasAFamily_data();
    void everyChannelHasAFamily();
    void offersWhatCanBeSubscribed_data();
    void offersWhatCanBeSubscribed();

private:
    static TableRow row(const QList<std::pair<QString, QString>> &fields);
    static TableRow presence(const QString &channel, const QString &user);
};

TableRow TestDiscovery::row(const QList<std::pair<QString, QString>> &fields)
{
    TableRow result;
    for (const auto &[name, value] : fields)
        result.insert(name, {value, value});
    return result;
}

TableRow TestDiscovery::presence(const QString &channel, const QString &user)
{
    return row({{u"channel_id"_s, channel}, {u"user_name"_s, user}});
}

void TestDiscovery::asksForWhatItUses()
{
    QCOMPARE(discovery::processorRequest().table, u"sys_amb_processor"_s);
    QVERIFY(discovery::processorRequest().fields.contains(u"channel_name"_s));
    QCOMPARE(discovery::presenceRequest().table, u"sys_amb_channel_presence"_s);
}

void TestDiscovery::listsWhatIsServed()
{
    const TableRows rows{row({{u"name"_s, u"RecordWatcherAMBProcessor"_s},
                              {u"channel_name"_s, u"/rw/**"_s},
                              {u"active"_s, u"true"_s},
                              {u"public"_s, u"false"_s},
                              {u"description"_s, u"Tells of\nchanges"_s}}),
                         row({{u"name"_s, u"Announcements"_s},
                              {u"channel_name"_s, u"/announce"_s},
                              {u"active"_s, u"false"_s},
                              {u"public"_s, u"true"_s}})};
    const QList<DiscoveredChannel> served = discovery::served(rows, {});
    QCOMPARE(served.size(), 2);
    QCOMPARE(served[0].channel, QByteArray("/announce"));
    QVERIFY(!served[0].isActive && served[0].isPublic);
    QCOMPARE(served[0].family.name, u"Custom"_s);
    QCOMPARE(served[1].channel, QByteArray("/rw/**"));
    QVERIFY(served[1].isActive && !served[1].isPublic);
    QCOMPARE(served[1].family.name, u"Record watchers"_s);
    QCOMPARE(served[1].name, u"RecordWatcherAMBProcessor"_s);
    QCOMPARE(served[1].words, u"Tells of changes"_s);
}

void TestDiscovery::countsWhoListens()
{
    const TableRows processors{row({{u"channel_name"_s, u"/a/**"_s}}),
                               row({{u"channel_name"_s, u"/a/*"_s}}),
                               row({{u"channel_name"_s, u"/a/b"_s}})};
    const TableRows presences{presence(u"/a/b"_s, u"zoe"_s),
                              presence(u"/a/b"_s, u"abel"_s),
                              presence(u"/a/b"_s, u"zoe"_s),
                              presence(u"/a/b/c"_s, u"mo"_s),
                              presence(u"/ab"_s, u"nobody"_s)};
    const QList<DiscoveredChannel> served = discovery::served(processors, presences);
    QCOMPARE(served[0].channel, QByteArray("/a/*"));
    QCOMPARE(served[0].users, (QStringList{u"abel"_s, u"zoe"_s}));
    QCOMPARE(served[0].subscriptions, 3);
    QCOMPARE(served[1].channel, QByteArray("/a/**"));
    QCOMPARE(served[1].users, (QStringList{u"abel"_s, u"mo"_s, u"zoe"_s}));
    QCOMPARE(served[2].channel, QByteArray("/a/b"));
    QCOMPARE(served[2].subscriptions, 3);
}

void TestDiscovery::listsWhatIsListenedTo()
{
    TableRow gone = presence(u"/left"_s, u"abel"_s);
    gone.insert(u"event_type"_s, {u"unsubscribe"_s, u"Unsubscribe"_s});
    const QList<DiscoveredChannel> used =
        discovery::inUse({presence(u"/b"_s, u"abel"_s), presence(u"/a"_s, {}), gone});
    QCOMPARE(used.size(), 2);
    QCOMPARE(used[0].channel, QByteArray("/a"));
    QCOMPARE(used[0].users, QStringList{u"nobody signed in"_s});
    QCOMPARE(used[1].users, QStringList{u"abel"_s});
}

void TestDiscovery::readsWatchersInWords()
{
    const QList<DiscoveredChannel> used =
        discovery::inUse({presence(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s, u"abel"_s)});
    QCOMPARE(used.size(), 1);
    QCOMPARE(used[0].words, u"incident active=true"_s);
    QVERIFY(!used[0].needsValue());
}

void TestDiscovery::survivesRowsOfAnyShape()
{
    const TableRows rows{{},
                         row({{u"channel_name"_s, {}}}),
                         row({{u"channel_name"_s, u"no slash"_s}}),
                         row({{u"channel_name"_s, u"/"_s}}),
                         row({{u"channel_name"_s, u"/ok"_s}, {u"active"_s, u"perhaps"_s}})};
    QCOMPARE(discovery::served(rows, rows).size(), 1);
    QVERIFY(!discovery::served(rows, rows).constFirst().isActive);
    QCOMPARE(discovery::inUse(rows).size(), 1);
}

void TestDiscovery::everyChannelHasAFamily_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QString>("family");
    const auto expect = [](const char *channel, const QString &family) {
        QTest::newRow(channel) << QByteArray(channel) << family;
    };
    expect("/rw/default/incident/x", u"Record watchers"_s);
    expect("/rw/**", u"Record watchers"_s);
    expect("/rw", u"Record watchers"_s);
    expect("/rwx", u"Custom"_s);
    expect("/rw/count/incident/x", u"Record counts"_s);
    expect("/rw/count2/incident/x", u"Record counts"_s);
    expect("/rw/graphql/3f", u"GraphQL watchers"_s);
    expect("/sn/rp/incident/1", u"Record presence"_s);
    expect("/sp/rp/incident/1", u"Record presence"_s);
    expect("/sn/meta/channel_redirect/*", u"Channel redirects"_s);
    expect("/connect/message/1", u"Connect chat"_s);
    expect("/connect/support/queues", u"Chat queues"_s);
    expect("/notifications/1", u"Notifications"_s);
    expect("/cs/messages/1", u"Virtual Agent"_s);
    expect("/cs/support_queue/1", u"Waiting times"_s);
    expect("/history/update/incident/1", u"Activity streams"_s);
    expect("/activity/email/1", u"Activity streams"_s);
    expect("/uxbannerannouncements", u"Announcements"_s);
    expect("/openframe/agent_status", u"Telephony"_s);
    expect("/mid/server/1", u"MID Servers"_s);
    expect("/flow/execution/1", u"Flows"_s);
    expect("/weba/config", u"Web analytics"_s);
    expect("/build_agent/stream/1", u"Build Agent"_s);
    expect("/service/transaction/cancel", u"Requests"_s);
    expect("/sn-cli/record/incident", u"Custom"_s);
    expect("", u"Custom"_s);
}

void TestDiscovery::everyChannelHasAFamily()
{
    QFETCH(QByteArray, channel);
    QFETCH(QString, family);
    QCOMPARE(familyOf(channel).name, family);
    QVERIFY(familyOf(channel).purpose.endsWith(u'.'));
}

void TestDiscovery::offersWhatCanBeSubscribed_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<bool>("needsValue");
    const auto expect = [](const char *channel, const char *offered, bool needsValue) {
        QTest::newRow(channel) << QByteArray(channel) << QByteArray(offered) << needsValue;
    };
    expect("/demo/echo", "/demo/echo", false);
    expect("/rw/**", "/rw/default/<table>/<query>", true);
    expect("/rw", "/rw/default/<table>/<query>", true);
    expect("/sn/rp/**", "/sn/rp/<table>/<sys_id>", true);
    expect("/notifications/*", "/notifications/<profile>", true);
    expect("/custom/things/*", "/custom/things/<name>", true);
    expect("/sn/rp/incident/*", "/sn/rp/incident/<name>", true);
    expect("/uxbannerannouncements", "/uxbannerannouncements", false);
}

void TestDiscovery::offersWhatCanBeSubscribed()
{
    QFETCH(QByteArray, channel);
    QFETCH(QByteArray, offered);
    QFETCH(bool, needsValue);
    DiscoveredChannel discovered;
    discovered.channel = channel;
    QCOMPARE(discovered.toSubscribe(), offered);
    QCOMPARE(discovered.needsValue(), needsValue);
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "test_discovery.moc"
