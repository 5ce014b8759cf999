// SPDX-License-Identifier: MIT
#include "core/instance/recordwatchlint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

using Rule = WatchLint::Rule;
using Weight = WatchLint::Weight;

/// Every rule finds what it is for, offers something better where there is, and is quiet otherwise.
class TestRecordWatchLint : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void findsNothingWrongWith_data();
    void findsNothingWrongWith();
    void whatIsBetterIsClean_data();
    void whatIsBetterIsClean();
    void namesAnUnknownTable();
    void namesUnknownFields();
    void believesTheInstanceAboutRemoteTables();
    void warnsOfWideTables();
    void warnsOfLongNames();
    void warnsOfCounts();
    void tellsTheHeaviestFirst();
};

namespace {

QList<WatchLint> lint(const QString &table,
                      const QString &query,
                      const TableKnowledge &knowledge = {},
                      const QByteArray &responder = "default")
{
    RecordWatcherName watcher;
    watcher.responder = responder;
    watcher.table = table;
    watcher.query = query;
    return lintRecordWatch(watcher, knowledge);
}

std::optional<WatchLint> find(const QList<WatchLint> &lints, Rule rule)
{
    for (const WatchLint &each : lints) {
        if (each.rule == rule)
            return each;
    }
    return {};
}

} // namespace

void TestRecordWatchLint::finds_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("query");
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<Weight>("weight");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("better"); // query
    const auto row = [](const char *name,
                        const QString &table,
                        const QString &query,
                        Rule rule,
                        Weight weight,
                        const QString &says,
                        const QString &better = {}) {
        QTest::newRow(name) << table << query << rule << weight << says << better;
    };
    const QString incident = u"incident"_s;
    const QString active = u"active=true"_s;
    row("no table", QString(), active, Rule::NoTable, Weight::Refusal, u"such as incident"_s);
    row("no name", u"my table"_s, active, Rule::BadTableName, Weight::Refusal, u"small letters"_s);
    row("no query",
        incident,
        QString(),
        Rule::NoCondition,
        Weight::Refusal,
        u"no empty query"_s,
        u"sys_idISNOTEMPTY"_s);
    row("only sorted",
        incident,
        u"ORDERBYnumber"_s,
        Rule::NoCondition,
        Weight::Refusal,
        u"no empty query"_s,
        u"sys_idISNOTEMPTY"_s);
    row("everything",
        incident,
        u"sys_idISNOTEMPTY"_s,
        Rule::EveryRecord,
        Weight::Hint,
        u"Every record"_s,
        active);
    row("everything of the portal",
        incident,
        u"sys_id!=-1"_s,
        Rule::EveryRecord,
        Weight::Hint,
        u"Every record"_s,
        active);
    row("anything",
        incident,
        u"numberANYTHING"_s,
        Rule::EveryRecord,
        Weight::Hint,
        u"Every record"_s,
        active);
    row("task without query",
        u"task"_s,
        QString(),
        Rule::WholeTask,
        Weight::Warning,
        u"All of task"_s,
        u"active=true^sys_class_name=incident"_s);
    row("all of task",
        u"task"_s,
        u"sys_idISNOTEMPTY"_s,
        Rule::WholeTask,
        Weight::Warning,
        u"one kind of task"_s,
        u"active=true^sys_class_name=incident"_s);
    row("the bus's table",
        u"sys_amb_message"_s,
        active,
        Rule::RefusedTable,
        Weight::Refusal,
        u"cannot be watched"_s);
    row("the watchers' tables",
        u"sys_rw_action"_s,
        active,
        Rule::RefusedTable,
        Weight::Refusal,
        u"cannot be watched"_s);
    row("nothing asked of task",
        u"task"_s,
        QString(),
        Rule::NoCondition,
        Weight::Refusal,
        u"no empty query"_s);
    for (const char *rotated : {"syslog",
                                "syslog_transaction",
                                "sys_email_log",
                                "ecc_queue",
                                "sys_audit",
                                "sysevent",
                                "sysevent0003"})
        row(rotated,
            QString::fromLatin1(rotated),
            active,
            Rule::UnsupportedTable,
            Weight::Warning,
            u"rotating shards"_s);
    row("a remote table",
        u"x_acme_st_orders"_s,
        active,
        Rule::UnsupportedTable,
        Weight::Warning,
        u"computed when it is read"_s);
    row("a table of the nodes",
        u"v_cluster_transaction"_s,
        active,
        Rule::UnsupportedTable,
        Weight::Warning,
        u"computed when it is read"_s);
    row("a view",
        u"incident_sla"_s,
        active,
        Rule::UnsupportedTable,
        Weight::Warning,
        u"database view"_s);
    row("long records", u"kb_knowledge"_s, active, Rule::LongRecords, Weight::Hint, u"8 KB"_s);
    row("dot-walked",
        incident,
        u"active=true^caller_id.vip=true"_s,
        Rule::DotWalk,
        Weight::Warning,
        u"is not told"_s,
        active);
    row("dot-walked with alternative",
        incident,
        u"active=true^caller_id.vip=true^ORpriority=1"_s,
        Rule::DotWalk,
        Weight::Warning,
        u"is not told"_s,
        active);
    row("dot-walked at the beginning of another query",
        incident,
        u"active=true^NQcaller_id.vip=true^priority=1"_s,
        Rule::DotWalk,
        Weight::Warning,
        u"is not told"_s,
        u"active=true^NQpriority=1"_s);
    row("dot-walked alone",
        incident,
        u"caller_id.vip=true"_s,
        Rule::DotWalk,
        Weight::Warning,
        u"is not told"_s);
    row("not understood",
        incident,
        u"active=true^FROBS"_s,
        Rule::NotUnderstood,
        Weight::Warning,
        u"“FROBS”"_s,
        active);
    row("sorted",
        incident,
        u"active=true^ORDERBYDESCnumber"_s,
        Rule::Sorted,
        Weight::Hint,
        u"mean nothing"_s,
        active);
    row("EQ within",
        incident,
        u"active=true^EQUIPMENT=2"_s,
        Rule::EqualsCut,
        Weight::Warning,
        u"spoils a condition"_s);
    row("slash at the end",
        incident,
        u"u_q=ab?"_s + u"?"_s.repeated(2),
        Rule::SlashAtEnd,
        Weight::Warning,
        u"last character"_s,
        u"u_q=ab?"_s + u"?"_s.repeated(2) + u"^sys_idISNOTEMPTY"_s);
    row("beyond ASCII",
        incident,
        u"short_descriptionLIKEläuft"_s,
        Rule::NotAscii,
        Weight::Hint,
        u"UTF-8"_s);
}

void TestRecordWatchLint::finds()
{
    QFETCH(const QString, table);
    QFETCH(const QString, query);
    QFETCH(const Rule, rule);
    QFETCH(const Weight, weight);
    QFETCH(const QString, says);
    QFETCH(const QString, better);
    const auto found = find(lint(table, query), rule);
    QVERIFY(found);
    QCOMPARE(found->weight, weight);
    QVERIFY2(found->text.contains(says), qPrintable(found->text));
    QCOMPARE(found->betterQuery.value_or(QString()), better);
}

void TestRecordWatchLint::findsNothingWrongWith_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("query");
    const auto row = [](const QString &table, const QString &query) {
        QTest::newRow(qPrintable(table + u' ' + query)) << table << query;
    };
    row(u"incident"_s, u"active=true"_s);
    row(u"incident"_s, u"active=true^priority=1^ORpriority=2^EQ"_s);
    row(u"incident"_s, u"stateCHANGESTO6"_s);
    row(u"task"_s, u"sys_class_name=incident^active=true"_s);
    row(u"task"_s, u"assignment_group=5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
    row(u"vtb_card"_s, u"board=5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
    row(u"u_system"_s, u"sys_id=5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
}

void TestRecordWatchLint::findsNothingWrongWith()
{
    QFETCH(const QString, table);
    QFETCH(const QString, query);
    TableKnowledge knowledge;
    QVERIFY(lint(table, query, knowledge).isEmpty());
}

void TestRecordWatchLint::whatIsBetterIsClean_data()
{
    finds_data();
}

void TestRecordWatchLint::whatIsBetterIsClean()
{
    QFETCH(const QString, table);
    QFETCH(const QString, query);
    QFETCH(const Rule, rule);
    const auto found = find(lint(table, query), rule);
    QVERIFY(found);
    if (found->betterQuery)
        QVERIFY(!find(lint(table, *found->betterQuery), rule));
}

void TestRecordWatchLint::namesAnUnknownTable()
{
    TableKnowledge knowledge;
    knowledge.tables = {u"incident"_s, u"problem"_s, u"task"_s};
    const auto near = find(lint(u"incidnet"_s, u"active=true"_s, knowledge), Rule::UnknownTable);
    QVERIFY(near);
    QVERIFY(near->text.contains(u"is it incident?"_s));
    QCOMPARE(near->betterTable, u"incident"_s);
    const auto far = find(lint(u"u_zebra"_s, u"active=true"_s, knowledge), Rule::UnknownTable);
    QVERIFY(far);
    QVERIFY(!far->betterTable);
    QVERIFY(!find(lint(u"problem"_s, u"active=true"_s, knowledge), Rule::UnknownTable));
    const auto capital = find(lint(u"Incident"_s, u"active=true"_s), Rule::BadTableName);
    QVERIFY(capital);
    QCOMPARE(capital->betterTable, u"incident"_s);
}

void TestRecordWatchLint::namesUnknownFields()
{
    TableKnowledge knowledge;
    knowledge.fields = {u"active"_s, u"priority"_s, u"state"_s, u"assigned_to"_s};
    const auto found =
        find(lint(u"incident"_s, u"active=true^prioritty=1"_s, knowledge), Rule::UnknownField);
    QVERIFY(found);
    QVERIFY(found->text.contains(u"“prioritty”"_s));
    QCOMPARE(found->betterQuery, u"active=true^priority=1"_s);
    const auto walked =
        find(lint(u"incident"_s, u"asigned_to.name=x"_s, knowledge), Rule::UnknownField);
    QVERIFY(walked);
    QCOMPARE(walked->betterQuery, u"assigned_to.name=x"_s);
    const auto far = find(lint(u"incident"_s, u"u_zebra=1"_s, knowledge), Rule::UnknownField);
    QVERIFY(far);
    QVERIFY(!far->betterQuery);
    QVERIFY(!find(lint(u"incident"_s, u"u_zebra=1"_s), Rule::UnknownField)); // not known: no guess
}

void TestRecordWatchLint::believesTheInstanceAboutRemoteTables()
{
    TableKnowledge knowledge;
    knowledge.isRemote = true;
    QVERIFY(find(lint(u"u_orders"_s, u"active=true"_s, knowledge), Rule::UnsupportedTable));
    QVERIFY(!find(lint(u"u_orders"_s, u"active=true"_s), Rule::UnsupportedTable));
}

void TestRecordWatchLint::warnsOfWideTables()
{
    TableKnowledge knowledge;
    knowledge.fields.append(u"active"_s);
    for (int i = 0; i < 250; ++i)
        knowledge.fields.append(u"u_%1"_s.arg(i));
    const auto found = find(lint(u"incident"_s, u"active=true"_s, knowledge), Rule::LongRecords);
    QVERIFY(found);
    QVERIFY(found->text.contains(u"251"_s));
}

void TestRecordWatchLint::warnsOfLongNames()
{
    QString query = u"sys_idIN"_s;
    for (int i = 0; i < 60; ++i)
        query += u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e,"_s;
    const auto found = find(lint(u"incident"_s, query), Rule::TooLong);
    QVERIFY(found);
    QVERIFY(found->text.contains(u"several smaller watchers"_s));
}

void TestRecordWatchLint::warnsOfCounts()
{
    QVERIFY(find(lint(u"incident"_s, u"active=true"_s, {}, "count2"), Rule::CountDrifts));
    QVERIFY(!find(lint(u"incident"_s, u"active=true"_s), Rule::CountDrifts));
}

void TestRecordWatchLint::tellsTheHeaviestFirst()
{
    const QList<WatchLint> found =
        lint(u"sys_rw_action"_s, u"a.b=1^name=ü^ORDERBYname"_s, {}, "count");
    QVERIFY(found.size() >= 4);
    QCOMPARE(found.first().rule, Rule::RefusedTable);
    QVERIFY(std::is_sorted(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.weight > b.weight;
    }));
}

QTEST_GUILESS_MAIN(TestRecordWatchLint)
#include "test_recordwatchlint.moc"
