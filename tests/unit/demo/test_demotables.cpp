// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QTest>
#include <QUrl>

namespace amb {

using namespace Qt::StringLiterals;

/// The REST Table API of the demo instance.
class TestDemoTables : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsProcessors();
    void listsWhoIsSubscribedNow();
    void namesNoCookieInAPresence();
    void keepsSystemTablesForAdmins_data();
    void keepsSystemTablesForAdmins();
    void tellsOfTablesAndFields();
    void understandsQueries_data();
    void understandsQueries();
    void sorts();
    void pagesAndCounts();
    void leavesLinksOutWhenAsked();
    void refusesAsAnInstanceDoes_data();
    void refusesAsAnInstanceDoes();

private:
    static std::pair<QByteArray, QByteArray> basic(const QByteArray &user);
    ProbeReply ask(const QByteArray &path, const QByteArray &user = "demo");
    /// The values of a field of all records that a query finds.
    QStringList values(const QByteArray &table, const QByteArray &query, const QString &field);

    std::unique_ptr<DemoInstance> m_instance;
};

void TestDemoTables::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
}

void TestDemoTables::cleanup()
{
    m_instance.reset();
}

std::pair<QByteArray, QByteArray> TestDemoTables::basic(const QByteArray &user)
{
    return {"Authorization", "Basic " + (user + ':' + user).toBase64()};
}

ProbeReply TestDemoTables::ask(const QByteArray &path, const QByteArray &user)
{
    HttpProbe probe(m_instance->url());
    return probe.get("/api/now/table/" + path, {basic(user)});
}

QStringList TestDemoTables::values(const QByteArray &table,
                                   const QByteArray &query,
                                   const QString &field)
{
    const ProbeReply reply = ask(table + "?sysparm_query=" + query.toPercentEncoding());
    QStringList values;
    for (const auto &record : reply.object().value("result"_L1).toArray())
        values += record.toObject().value(field).toString();
    return values;
}

void TestDemoTables::listsProcessors()
{
    const QStringList channels =
        values("sys_amb_processor", "ORDERBYchannel_name", u"channel_name"_s);
    QVERIFY(channels.contains(u"/rw/**"_s) && channels.contains(u"/sn/rp/**"_s));
    QStringList sorted = channels;
    sorted.sort();
    QCOMPARE(channels, sorted);
    QCOMPARE(values("sys_amb_processor", "channel_name=/cs/support_queue/*", u"active"_s),
             QStringList{u"false"_s});
}

void TestDemoTables::listsWhoIsSubscribedNow()
{
    QCOMPARE(values("sys_amb_channel_presence", "", u"channel_id"_s), QStringList());
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, signIn(m_instance->url()));
    QVERIFY(probe.open());
    probe.subscribe(u"/demo/echo"_s);
    probe.subscribe(u"/sn/rp/incident/1"_s);
    QCOMPARE(values("sys_amb_channel_presence", "user_name=demo", u"channel_id"_s),
             (QStringList{u"/demo/echo"_s, u"/sn/rp/incident/1"_s}));
    QCOMPARE(values("sys_amb_channel_presence", "", u"cometd_session_id"_s).constFirst(),
             probe.clientId());
    probe.ask({{u"channel"_s, u"/meta/unsubscribe"_s}, {u"subscription"_s, u"/demo/echo"_s}});
    QCOMPARE(values("sys_amb_channel_presence", "", u"channel_id"_s),
             QStringList{u"/sn/rp/incident/1"_s});
}

void TestDemoTables::namesNoCookieInAPresence()
{
    const QByteArray cookies = signIn(m_instance->url());
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, cookies);
    QVERIFY(probe.open());
    probe.subscribe(u"/demo/echo"_s);
    const QByteArray session = cookies.split(';').constFirst().split('=').value(1);
    QVERIFY(!session.isEmpty());
    QVERIFY(!ask("sys_amb_channel_presence").body.contains(session));
}

void TestDemoTables::keepsSystemTablesForAdmins_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("status"); // for one who is no admin
    QTest::newRow("processors") << QByteArray("sys_amb_processor") << 403;
    QTest::newRow("presences") << QByteArray("sys_amb_channel_presence") << 403;
    QTest::newRow("tables") << QByteArray("sys_db_object") << 200;
    QTest::newRow("fields") << QByteArray("sys_dictionary") << 200;
    QTest::newRow("incidents") << QByteArray("incident") << 200;
}

void TestDemoTables::keepsSystemTablesForAdmins()
{
    QFETCH(const QByteArray, table);
    QFETCH(const int, status);
    QCOMPARE(ask(table).status, 200);
    const ProbeReply reply = ask(table, "agent.one");
    QCOMPARE(reply.status, status);
    if (status == 403)
        QCOMPARE(
            reply.body,
            QByteArray(
                R"({"error":{"message":"User Not Authorized","detail":"Failed API level ACL Validation"},"status":"failure"})"));
}

void TestDemoTables::tellsOfTablesAndFields()
{
    QCOMPARE(values("sys_db_object", "name=incident", u"label"_s), QStringList{u"Incident"_s});
    const ProbeReply super =
        ask("sys_db_object?sysparm_query=name%3Dincident&sysparm_fields=super_class.name");
    QCOMPARE(super.body, QByteArray(R"({"result":[{"super_class.name":"task"}]})"));
    const QStringList fields =
        values("sys_dictionary", "nameINincident,task^elementISNOTEMPTY", u"element"_s);
    QVERIFY(fields.contains(u"caller_id"_s) && fields.contains(u"priority"_s)
            && fields.contains(u"sys_id"_s));
    QCOMPARE(values("sys_dictionary", "element=caller_id", u"reference"_s),
             QStringList{u"sys_user"_s});
    QCOMPARE(values("sys_dictionary", "name=incident^internal_type=collection", u"element"_s),
             QStringList{QString()});
}

void TestDemoTables::understandsQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *query, const QStringList &names) {
        QTest::newRow(query) << QByteArray(query) << names;
    };
    row("name=task", {u"task"_s});
    row("nameSTARTSWITHvtb_b^name!=vtb_board", {u"vtb_board_member"_s});
    row("nameLIKEdict", {u"sys_dictionary"_s});
    row("nameINtask,incident,nosuch", {u"task"_s, u"incident"_s});
    row("name=task^ORname=incident^labelLIKEinc", {u"incident"_s});
    row("super_class.name=task^nameSTARTSWITHi", {u"incident"_s});
    row("name=nosuch", {});
}

void TestDemoTables::understandsQueries()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QStringList, names);
    QCOMPARE(values("sys_db_object", query, u"name"_s), names);
}

void TestDemoTables::sorts()
{
    QCOMPARE(
        values("sys_db_object", "nameSTARTSWITHvtb^ORDERBYDESCname", u"name"_s),
        (QStringList{
            u"vtb_task"_s, u"vtb_lane"_s, u"vtb_card"_s, u"vtb_board_member"_s, u"vtb_board"_s}));
    QCOMPARE(
        values("sys_dictionary",
               "nameSTARTSWITHvtb^element=board^ORelement=name^ORDERBYelement^ORDERBYDESCname",
               u"name"_s),
        (QStringList{
            u"vtb_lane"_s, u"vtb_card"_s, u"vtb_board_member"_s, u"vtb_lane"_s, u"vtb_board"_s}));
}

void TestDemoTables::pagesAndCounts()
{
    const ProbeReply reply = ask("sys_db_object?sysparm_query=nameSTARTSWITHvtb%5EORDERBYname"
                                 "&sysparm_limit=1&sysparm_offset=1&sysparm_fields=name");
    QCOMPARE(reply.body, QByteArray(R"({"result":[{"name":"vtb_board_member"}]})"));
    QCOMPARE(reply.header("x-total-count"), QByteArray("5"));
}

void TestDemoTables::leavesLinksOutWhenAsked()
{
    const QByteArray path = "vtb_lane?sysparm_fields=board&sysparm_limit=1&sysparm_display_value=";
    QVERIFY(ask(path + "all").body.contains("\"link\""));
    const ProbeReply reply = ask(path + "all&sysparm_exclude_reference_link=true");
    QVERIFY2(!reply.body.contains("\"link\""), reply.body.constData());
    QVERIFY(reply.body.contains(R"("display_value":"Facilities")"));
}

void TestDemoTables::refusesAsAnInstanceDoes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    const auto row =
        [](const char *name, const char *path, const char *user, int status, const char *message) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(user) << status
                                << QByteArray(message);
        };
    row("nobody", "incident", "nobody", 401, "User Not Authenticated");
    row("no such table", "nosuch", "demo", 400, "Invalid table nosuch");
    row("ACL", "sn_hr_core_case", "demo", 403, "User Not Authorized");
    row("no such record", "incident/0", "demo", 404, "No Record found");
    row("no right to one record", "sys_amb_processor/0", "agent.one", 403, "User Not Authorized");
}

void TestDemoTables::refusesAsAnInstanceDoes()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, user);
    QFETCH(const int, status);
    QFETCH(const QByteArray, message);
    const ProbeReply reply = ask(path, user);
    QCOMPARE(reply.status, status);
    const QJsonObject error = reply.object().value("error"_L1).toObject();
    QCOMPARE(error.value("message"_L1).toString().toUtf8(), message);
    QVERIFY(error.contains("detail"_L1));
    QCOMPARE(reply.object().value("status"_L1).toString(), u"failure"_s);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoTables)

#include "test_demotables.moc"
