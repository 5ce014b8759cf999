// SPDX-License-Identifier: MIT
#include "core/instance/tablecatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// What is asked of an instance's dictionary, and what becomes of the answers.
class TestTableCatalog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void asksForTablesOnce();
    void asksForFieldsOfTheWholeLineage();
    void asksForFieldsOnceTheTablesAreKnown();
    void readsFieldsWithoutRightsToTheTables();
    void saysWhyNothingIsKnown();
    void asksAgainAfterTheNetworkFailed();
    void leavesOtherReadsAlone();
    void endsInACircleOfParents();
    void asksForNothingThatIsNoTable();

private:
    [[nodiscard]] TableReadId last() const { return TableReadId(m_asked.size()); }

    QList<TableRequest> m_asked;
    std::unique_ptr<TableCatalog> m_catalog;
};

namespace {

TableRow table(const QString &name,
               const QString &parent = {},
               const QString &isRemote = u"false"_s)
{
    return {{u"name"_s, {name, name}},
            {u"super_class.name"_s, {parent, parent}},
            {u"scriptable_table"_s, {isRemote, isRemote}}};
}

TableRow field(const QString &name)
{
    return {{u"element"_s, {name, name}}};
}

const TableRows tables{table(u"task"_s),
                       table(u"incident"_s, u"task"_s),
                       table(u"x_st_orders"_s, {}, u"true"_s),
                       table(u"not a name"_s)};

} // namespace

void TestTableCatalog::init()
{
    m_asked.clear();
    m_catalog = std::make_unique<TableCatalog>([this](const TableRequest &request) {
        m_asked.append(request);
        return last();
    });
}

void TestTableCatalog::asksForTablesOnce()
{
    m_catalog->wantTables();
    m_catalog->wantTables();
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().table, u"sys_db_object"_s);
    QVERIFY(m_catalog->isReading());
    const QSignalSpy changed(m_catalog.get(), &TableCatalog::changed);
    m_catalog->take(last(), tables);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_catalog->tables(), (QStringList{u"incident"_s, u"task"_s, u"x_st_orders"_s}));
    QVERIFY(m_catalog->knowledge(u"x_st_orders"_s).isRemote);
    QVERIFY(!m_catalog->isReading());
    m_catalog->wantTables();
    QCOMPARE(m_asked.size(), 1);
}

void TestTableCatalog::asksForFieldsOfTheWholeLineage()
{
    m_catalog->wantTables();
    m_catalog->take(last(), tables);
    m_catalog->wantFields(u"incident"_s);
    m_catalog->wantFields(u"incident"_s);
    QCOMPARE(m_asked.size(), 2);
    QCOMPARE(m_asked.last().table, u"sys_dictionary"_s);
    QVERIFY(m_asked.last().query.startsWith(u"nameINincident,task^"_s));
    m_catalog->take(last(), TableRows{field(u"priority"_s), field(u"caller_id"_s), field({})});
    QCOMPARE(m_catalog->fields(u"incident"_s), (QStringList{u"caller_id"_s, u"priority"_s}));
    QCOMPARE(m_catalog->knowledge(u"incident"_s).fields, m_catalog->fields(u"incident"_s));
    m_catalog->wantFields(u"incident"_s);
    QCOMPARE(m_asked.size(), 2);
}

void TestTableCatalog::asksForFieldsOnceTheTablesAreKnown()
{
    m_catalog->wantFields(u"incident"_s);
    m_catalog->wantFields(u"incident"_s);
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().table, u"sys_db_object"_s);
    m_catalog->take(last(), tables);
    QCOMPARE(m_asked.size(), 2);
    QVERIFY(m_asked.last().query.startsWith(u"nameINincident,task^"_s));
}

void TestTableCatalog::readsFieldsWithoutRightsToTheTables()
{
    m_catalog->wantFields(u"incident"_s);
    m_catalog->take(last(), Error{ErrorKind::Refused, u"No rights."_s, {}});
    QCOMPARE(m_asked.size(), 2);
    QVERIFY(m_asked.last().query.startsWith(u"nameINincident^"_s));
    m_catalog->take(last(), TableRows{field(u"priority"_s)});
    QCOMPARE(m_catalog->fields(u"incident"_s), QStringList{u"priority"_s});
    QVERIFY(m_catalog->tables().isEmpty());
}

void TestTableCatalog::saysWhyNothingIsKnown()
{
    m_catalog->wantTables();
    const QSignalSpy changed(m_catalog.get(), &TableCatalog::changed);
    m_catalog->take(last(), Error{ErrorKind::Refused, u"No rights."_s, {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_catalog->trouble(), u"No rights."_s);
    m_catalog->wantTables(); // asking again would not help
    QCOMPARE(m_asked.size(), 1);
}

void TestTableCatalog::asksAgainAfterTheNetworkFailed()
{
    m_catalog->wantTables();
    m_catalog->take(last(), Error{ErrorKind::Network, u"No answer."_s, {}});
    m_catalog->wantTables();
    QCOMPARE(m_asked.size(), 2);
    m_catalog->take(last(), tables);
    QCOMPARE(m_catalog->trouble(), QString());
    QCOMPARE(m_catalog->tables().size(), 3);
}

void TestTableCatalog::leavesOtherReadsAlone()
{
    m_catalog->wantTables();
    const QSignalSpy changed(m_catalog.get(), &TableCatalog::changed);
    m_catalog->take(TableReadId(77), tables);
    QCOMPARE(changed.size(), 0);
    QVERIFY(m_catalog->tables().isEmpty());
}

void TestTableCatalog::endsInACircleOfParents()
{
    m_catalog->wantTables();
    m_catalog->take(last(), TableRows{table(u"a"_s, u"b"_s), table(u"b"_s, u"a"_s)});
    m_catalog->wantFields(u"a"_s);
    QVERIFY(m_asked.last().query.startsWith(u"nameINa,b^"_s));
}

void TestTableCatalog::asksForNothingThatIsNoTable()
{
    m_catalog->wantFields(QString());
    m_catalog->wantFields(u"a^nameISNOTEMPTY"_s);
    m_catalog->wantFields(u"my table"_s);
    QCOMPARE(m_asked.size(), 0);
}

QTEST_GUILESS_MAIN(TestTableCatalog)
#include "test_tablecatalog.moc"
