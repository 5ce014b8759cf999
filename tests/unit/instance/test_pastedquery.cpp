// SPDX-License-Identifier: MIT
#include "core/instance/pastedquery.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// What people paste: addresses of lists and records, queries, channels.
class TestPastedQuery : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestPastedQuery::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("query");
    const auto row =
        [](const char *name, const QString &text, const QString &table, const QString &query) {
            QTest::newRow(name) << text << table << query;
        };
    const QString incident = u"incident"_s;
    const QString site = u"https://dev12345.service-now.com/"_s;
    const QString id = u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s;
    row("query", u" active=true^ORDERBYnumber \n"_s, QString(), u"active=true^ORDERBYnumber"_s);
    row("classic list",
        site + u"incident_list.do?sysparm_query=active%3Dtrue%5Epriority%3D1&sysparm_view="_s,
        incident,
        u"active=true^priority=1"_s);
    row("classic list, little escaped",
        site + u"incident_list.do?sysparm_query=active=true^priority=1"_s,
        incident,
        u"active=true^priority=1"_s);
    row("spaces as plus",
        site + u"incident_list.do?sysparm_query=short_descriptionLIKEa+b"_s,
        incident,
        u"short_descriptionLIKEa b"_s);
    row("an escaped plus",
        site + u"incident_list.do?sysparm_query=short_descriptionLIKEa%2Bb"_s,
        incident,
        u"short_descriptionLIKEa+b"_s);
    row("beyond ASCII",
        site + u"incident_list.do?sysparm_query=short_descriptionLIKEl%C3%A4uft"_s,
        incident,
        u"short_descriptionLIKEläuft"_s);
    row("list without query", site + u"incident_list.do"_s, incident, QString());
    row("without host",
        u"incident_list.do?sysparm_query=active%3Dtrue"_s,
        incident,
        u"active=true"_s);
    row("without scheme",
        u"dev12345.service-now.com/incident_list.do?sysparm_query=active%3Dtrue"_s,
        incident,
        u"active=true"_s);
    row("record", site + u"incident.do?sys_id="_s + id, incident, u"sys_id="_s + id);
    row("record by query",
        site + u"incident.do?sysparm_query=number%3DINC1"_s,
        incident,
        u"number=INC1"_s);
    row("frame",
        site
            + u"nav_to.do?uri=%2Fincident_list.do%3Fsysparm_query%3Dactive%253Dtrue%255EstateIN1,2"_s,
        incident,
        u"active=true^stateIN1,2"_s);
    row("frame of a record",
        site + u"nav_to.do?uri=incident.do?sys_id="_s + id,
        incident,
        u"sys_id="_s + id);
    row("new navigation",
        site
            + u"now/nav/ui/classic/params/target/incident_list.do%3Fsysparm_query%3Dactive%253Dtrue%26sysparm_first_row%3D1"_s,
        incident,
        u"active=true"_s);
    row("workspace record",
        site + u"now/sow/record/incident/"_s + id + u"/params/selected-tab-index/1"_s,
        incident,
        u"sys_id="_s + id);
    row("agent workspace record",
        site + u"now/workspace/agent/record/incident/"_s + id,
        incident,
        u"sys_id="_s + id);
    row("workspace list",
        site + u"now/sow/simplelist/incident/params/query/active%3Dtrue%5Epriority%3D1"_s,
        incident,
        u"active=true^priority=1"_s);
    row("workspace list by parameters",
        site + u"now/workspace/agent/list/params/table/incident/query/active%3Dtrue"_s,
        incident,
        u"active=true"_s);
    row("portal list",
        site + u"sp?id=list&table=incident&filter=active%3Dtrue&o=number"_s,
        incident,
        u"active=true"_s);
    row("portal record",
        site + u"sp?id=form&table=incident&sys_id="_s + id,
        incident,
        u"sys_id="_s + id);
    row("Table API",
        site + u"api/now/table/incident?sysparm_query=active%3Dtrue&sysparm_limit=1"_s,
        incident,
        u"active=true"_s);
    row("Table API, one record",
        site + u"api/now/v2/table/incident/"_s + id,
        incident,
        u"sys_id="_s + id);
    row("channel", u"/rw/default/incident/YWN0aXZlPXRydWU-"_s, incident, u"active=true"_s);
    row("old channel", u"/rw/YWN0aXZlPXRydWU-"_s, QString(), u"active=true"_s);
    row("with a port",
        u"http://127.0.0.1:8080/incident_list.do?sysparm_query=active%3Dtrue"_s,
        incident,
        u"active=true"_s);
}

void TestPastedQuery::reads()
{
    QFETCH(const QString, text);
    QFETCH(const QString, table);
    QFETCH(const QString, query);
    const Result<PastedQuery> pasted = PastedQuery::read(text);
    QVERIFY2(pasted.ok(), pasted.ok() ? "" : qPrintable(pasted.error().text));
    QCOMPARE(pasted->table, table);
    QCOMPARE(pasted->query, query);
}

void TestPastedQuery::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &text, const QString &says) {
        QTest::newRow(name) << text << says;
    };
    row("nothing", u"  "_s, u"Paste a list's address"_s);
    row("a site", u"https://dev12345.service-now.com/"_s, u"names no table"_s);
    row("a page of its own", u"https://dev12345.service-now.com/stats.do"_s, u"names no table"_s);
    row("a workspace list known by its id alone",
        u"https://dev12345.service-now.com/now/sow/list/params/list-id/5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s,
        u"Copy URL"_s);
    row("frames without end",
        u"https://x.service-now.com/nav_to.do?uri=nav_to.do?uri=nav_to.do?uri=nav_to.do?uri=nav_to.do?uri=nav_to.do"_s,
        u"names no table"_s);
    row("a GraphQL channel", u"/rw/graphql/8b1a9953c4611296a827abf8c47804d7"_s, u"GraphQL"_s);
    row("a channel that was cut", u"/rw/default/incident/YWN0a"_s, u"copy the whole name"_s);
}

void TestPastedQuery::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const Result<PastedQuery> pasted = PastedQuery::read(text);
    QVERIFY(!pasted.ok());
    QCOMPARE(pasted.error().kind, ErrorKind::Input);
    QVERIFY2(pasted.error().text.contains(says), qPrintable(pasted.error().text));
}

QTEST_GUILESS_MAIN(TestPastedQuery)
#include "test_pastedquery.moc"
