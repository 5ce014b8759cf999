// SPDX-License-Identifier: MIT
#include "monitorfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Reading tables of a demo instance through a monitor.
class TestReadTable : public QObject
{
    Q_OBJECT

private slots:
    void readsWithTheRightsOfTheSession();
    void readsAllPages();
    void tellsReadsApart();
    void saysWhichRightIsMissing();
    void saysWhenNobodyIsSignedIn();
    void saysWhenThereIsNoSuchTable();
    void leavesNoRowInTheCapture();

private:
    struct Read
    {
        TableReadId id;
        Result<TableRows> result;
    };

    static TableRequest request(const QString &table, const QString &query = {});
    static void connectMonitor(MonitorFixture &fixture);
    void watch(MonitorFixture &fixture);

    QList<Read> m_reads;
};

TableRequest TestReadTable::request(const QString &table, const QString &query)
{
    TableRequest request;
    request.table = table;
    request.query = query;
    return request;
}

void TestReadTable::connectMonitor(MonitorFixture &fixture)
{
    fixture.monitor().start();
    QTRY_COMPARE(fixture.status().state, ConnectionState::Connected);
}

void TestReadTable::watch(MonitorFixture &fixture)
{
    m_reads.clear();
    connect(&fixture.monitor(),
            &Monitor::tableRead,
            this,
            [this](TableReadId id, const Result<TableRows> &result) {
                m_reads.append({id, result});
            });
}

void TestReadTable::readsWithTheRightsOfTheSession()
{
    MonitorFixture fixture;
    connectMonitor(fixture);
    watch(fixture);
    const TableReadId id =
        fixture.monitor().readTable(request(u"incident"_s, u"active=true^ORDERBYnumber"_s));
    QTRY_COMPARE(m_reads.size(), 1);
    QCOMPARE(m_reads[0].id, id);
    QVERIFY(m_reads[0].result);
    const TableRow first = m_reads[0].result->constFirst();
    QVERIFY(first.value(u"number"_s).value.startsWith(u"INC"_s));
    const TableField caller = first.value(u"caller_id"_s);
    QCOMPARE(caller.value.size(), 32);
    QVERIFY(caller.display.startsWith(u"Agent"_s));
}

void TestReadTable::readsAllPages()
{
    MonitorFixture fixture;
    connectMonitor(fixture);
    watch(fixture);
    TableRequest tables = request(u"sys_dictionary"_s);
    tables.limit = 5000;
    fixture.monitor().readTable(tables);
    QTRY_COMPARE(m_reads.size(), 1);
    QVERIFY(m_reads[0].result && m_reads[0].result->size() > 20);
}

void TestReadTable::tellsReadsApart()
{
    MonitorFixture fixture;
    connectMonitor(fixture);
    watch(fixture);
    const TableReadId boards = fixture.monitor().readTable(request(u"vtb_board"_s));
    const TableReadId users = fixture.monitor().readTable(request(u"sys_user"_s));
    QVERIFY(boards != users);
    QTRY_COMPARE(m_reads.size(), 2);
    for (const Read &read : std::as_const(m_reads))
        QCOMPARE(read.result->constFirst().contains(u"user_name"_s), read.id == users);
}

void TestReadTable::saysWhichRightIsMissing()
{
    MonitorFixture fixture;
    fixture.options.credentials.user = u"agent.one"_s;
    fixture.options.credentials.password = u"agent.one"_s;
    connectMonitor(fixture);
    watch(fixture);
    fixture.monitor().readTable(request(u"sys_amb_channel_presence"_s));
    QTRY_COMPARE(m_reads.size(), 1);
    QVERIFY(!m_reads[0].result);
    const Error error = m_reads[0].result.error();
    QCOMPARE(error.kind, ErrorKind::Refused);
    QVERIFY2(error.text.contains(u"sys_amb_channel_presence"_s)
                 && error.text.contains(u"role admin"_s),
             qPrintable(error.text));
    QVERIFY(error.detail.contains(u"Failed API level ACL Validation"_s));
}

void TestReadTable::saysWhenNobodyIsSignedIn()
{
    MonitorFixture fixture;
    fixture.options.credentials = {};
    watch(fixture);
    fixture.monitor().readTable(request(u"incident"_s));
    QTRY_COMPARE(m_reads.size(), 1);
    QVERIFY(!m_reads[0].result);
    QCOMPARE(m_reads[0].result.error().kind, ErrorKind::NotSignedIn);
    QVERIFY(m_reads[0].result.error().text.contains(u"sign in"_s));
}

void TestReadTable::saysWhenThereIsNoSuchTable()
{
    MonitorFixture fixture;
    connectMonitor(fixture);
    watch(fixture);
    fixture.monitor().readTable(request(u"nosuch"_s));
    QTRY_COMPARE(m_reads.size(), 1);
    QCOMPARE(m_reads[0].result.error().kind, ErrorKind::Input);
    QVERIFY(m_reads[0].result.error().text.contains(u"no table nosuch"_s));
}

void TestReadTable::leavesNoRowInTheCapture()
{
    MonitorFixture fixture;
    watch(fixture);
    fixture.monitor().readTable(request(u"incident"_s));
    QTRY_COMPARE(m_reads.size(), 1);
    QCOMPARE(fixture.monitor().capture().endRow(), Row{});
}

QTEST_GUILESS_MAIN(TestReadTable)
#include "test_readtable.moc"
