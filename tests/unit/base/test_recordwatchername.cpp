// SPDX-License-Identifier: MIT
#include "core/recordwatchername.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Record watchers' channel names, against the vectors of amb.md § 5.6 and the browser's own rules.
class TestRecordWatcherName : public QObject
{
    Q_OBJECT

private slots:
    void goesBothWays_data();
    void goesBothWays();
    void stripsAsTheBrowserDoes_data();
    void stripsAsTheBrowserDoes();
    void readsWhatOthersEncode_data();
    void readsWhatOthersEncode();
    void knowsGraphQlByItsHash();
    void readsANameWithoutQuery();
    void leavesOtherNamesAlone_data();
    void leavesOtherNamesAlone();
    void keepsAnUnstrippedQuery();
    void comesBackFromRandomQueries();
};

void TestRecordWatcherName::goesBothWays_data()
{
    QTest::addColumn<QByteArray>("responder");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("channel");
    const auto row =
        [](const char *responder, const QString &table, const QString &query, const char *channel) {
            QTest::newRow(channel)
                << QByteArray(responder) << table << query << QByteArray(channel);
        };
    row("default", u"incident"_s, u"active=true"_s, "/rw/default/incident/YWN0aXZlPXRydWU-");
    row("default",
        u"incident"_s,
        u"priority=1^active=true"_s,
        "/rw/default/incident/cHJpb3JpdHk9MV5hY3RpdmU9dHJ1ZQ--");
    row("default",
        u"problem"_s,
        u"sys_idISNOTEMPTY"_s,
        "/rw/default/problem/c3lzX2lkSVNOT1RFTVBUWQ--");
    row("default", u"incident"_s, u"ORDERBYnumber"_s, "/rw/default/incident/T1JERVJCWW51bWJlcg--");
    row("default",
        u"incident"_s,
        u"sys_id=1c741bd70b2322007518478d83673af3"_s,
        "/rw/default/incident/c3lzX2lkPTFjNzQxYmQ3MGIyMzIyMDA3NTE4NDc4ZDgzNjczYWYz");
    row("count", u"incident"_s, u"active=true"_s, "/rw/count/incident/YWN0aXZlPXRydWU-");
    row("count2", u"incident"_s, u"active=true"_s, "/rw/count2/incident/YWN0aXZlPXRydWU-");
    row("default",
        u"incident"_s,
        u"short_descriptionLIKEDrucker läuft nicht"_s,
        "/rw/default/incident/c2hvcnRfZGVzY3JpcHRpb25MSUtFRHJ1Y2tlciBsw6R1ZnQgbmljaHQ-");
    // A slash of base64 is one more segment.
    row("default", u"incident"_s, u"ab?"_s, "/rw/default/incident/YWI/");
    row("default", u"incident"_s, u"a=?>?>?>"_s, "/rw/default/incident/YT0/Pj8+Pz4-");
}

void TestRecordWatcherName::goesBothWays()
{
    QFETCH(QByteArray, responder);
    QFETCH(QString, table);
    QFETCH(QString, query);
    QFETCH(QByteArray, channel);
    QCOMPARE(RecordWatcherName::encode(responder, table, query), channel);
    const std::optional<RecordWatcherName> name = RecordWatcherName::decode(channel);
    QVERIFY(name);
    QCOMPARE(name->responder, responder);
    QCOMPARE(name->table, table);
    QCOMPARE(name->query, query);
    QCOMPARE(name->coding, RecordWatcherName::Coding::Utf8);
    QCOMPARE(name->toBytes(), channel);
}

void TestRecordWatcherName::stripsAsTheBrowserDoes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("stripped");
    const auto row = [](const QString &query, const QString &stripped) {
        QTest::newRow(qPrintable(query)) << query << stripped;
    };
    row(u"active=true^EQ"_s, u"active=true"_s);
    row(u"active=true^ORDERBYnumber"_s, u"active=true"_s);
    row(u"active=true^ORDERBYDESCsys_updated_on^EQ"_s, u"active=true"_s);
    row(u"active=true^ORDERBYnumber^priority=1"_s, u"active=true^priority=1"_s);
    row(u"ORDERBYnumber"_s, u"ORDERBYnumber"_s);
    row(u"GOTOnumber>=INC001"_s, u"number>=INC001"_s);
    row(u"GOTOGOTOnumber=1"_s, u"GOTOnumber=1"_s);
    row(u"a=1^GOTOnumber=1"_s, u"a=1^GOTOnumber=1"_s);
    // The browser takes "^EQ" away wherever it stands.
    row(u"a=1^EQ^b=2^EQ"_s, u"a=1^b=2"_s);
    row(u"a=1^EQUIPMENT=2"_s, u"a=1UIPMENT=2"_s);
    row(QString(), QString());
}

void TestRecordWatcherName::stripsAsTheBrowserDoes()
{
    QFETCH(QString, query);
    QFETCH(QString, stripped);
    QCOMPARE(RecordWatcherName::strip(query), stripped);
    const auto name =
        RecordWatcherName::decode(RecordWatcherName::encode("default", u"task"_s, query));
    QVERIFY(name);
    QCOMPARE(name->query, stripped);
}

void TestRecordWatcherName::readsWhatOthersEncode_data()
{
    using Coding = RecordWatcherName::Coding;
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QByteArray>("responder");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("query");
    QTest::addColumn<Coding>("coding");
    QTest::addColumn<QByteArray>("again");
    const QByteArray latin1 = QByteArray("name=M\xFCller").toBase64().replace('=', '-');
    QTest::newRow("Latin-1 of a browser")
        << QByteArray("/rw/default/sys_user/" + latin1) << QByteArray("default") << u"sys_user"_s
        << u"name=Müller"_s << Coding::Latin1 << QByteArray("/rw/default/sys_user/" + latin1);
    const QByteArray hex = QByteArray("006e0061006d0065003d65e5672c").toBase64().replace('=', '-');
    QTest::newRow("hexadecimal of the charts")
        << QByteArray("/rw/count/sys_user/" + hex) << QByteArray("count") << u"sys_user"_s
        << u"name=日本"_s << Coding::Hex << QByteArray("/rw/count/sys_user/" + hex);
    QTest::newRow("padding kept as =")
        << QByteArray("/rw/default/incident/YWN0aXZlPXRydWU=") << QByteArray("default")
        << u"incident"_s << u"active=true"_s << Coding::Utf8
        << QByteArray("/rw/default/incident/YWN0aXZlPXRydWU-");
    QTest::newRow("padding left out")
        << QByteArray("/rw/default/incident/YWN0aXZlPXRydWU") << QByteArray("default")
        << u"incident"_s << u"active=true"_s << Coding::Utf8
        << QByteArray("/rw/default/incident/YWN0aXZlPXRydWU-");
    QTest::newRow("old form") << QByteArray("/rw/YWN0aXZlPXRydWU-") << QByteArray() << QString()
                              << u"active=true"_s << Coding::Utf8
                              << QByteArray("/rw/YWN0aXZlPXRydWU-");
    QTest::newRow("old form with a slash")
        << QByteArray("/rw/YT0/Pj8+Pz4-") << QByteArray() << QString() << u"a=?>?>?>"_s
        << Coding::Utf8 << QByteArray("/rw/YT0/Pj8+Pz4-");
    QTest::newRow("a responder of somebody's own")
        << QByteArray("/rw/mine/incident/YWN0aXZlPXRydWU-") << QByteArray("mine") << u"incident"_s
        << u"active=true"_s << Coding::Utf8 << QByteArray("/rw/mine/incident/YWN0aXZlPXRydWU-");
}

void TestRecordWatcherName::readsWhatOthersEncode()
{
    QFETCH(QByteArray, channel);
    QFETCH(QByteArray, responder);
    QFETCH(QString, table);
    QFETCH(QString, query);
    QFETCH(RecordWatcherName::Coding, coding);
    QFETCH(QByteArray, again);
    const auto name = RecordWatcherName::decode(channel);
    QVERIFY(name);
    QCOMPARE(name->responder, responder);
    QCOMPARE(name->table, table);
    QCOMPARE(name->query, query);
    QCOMPARE(name->coding, coding);
    QCOMPARE(name->toBytes(), again);
}

void TestRecordWatcherName::knowsGraphQlByItsHash()
{
    const QByteArray channel = "/rw/graphql/8b1a9953c4611296a827abf8c47804d7";
    const auto name = RecordWatcherName::decode(channel);
    QVERIFY(name);
    QVERIFY(name->isGraphQl());
    QCOMPARE(name->hash, QByteArray("8b1a9953c4611296a827abf8c47804d7"));
    QCOMPARE(name->table, QString());
    QCOMPARE(name->toBytes(), channel);
}

void TestRecordWatcherName::readsANameWithoutQuery()
{
    for (const char *channel : {"/rw/default/incident", "/rw/default/incident/"}) {
        const auto name = RecordWatcherName::decode(channel);
        QVERIFY(name);
        QCOMPARE(name->table, u"incident"_s);
        QCOMPARE(name->query, QString());
    }
    QCOMPARE(RecordWatcherName::encode("default", u"incident"_s, QString()),
             QByteArray("/rw/default/incident/"));
}

void TestRecordWatcherName::leavesOtherNamesAlone_data()
{
    QTest::addColumn<QByteArray>("channel");
    for (const char *channel : {"",
                                "/rw",
                                "/rw/",
                                "/rw/default",
                                "/rw/**",
                                "/rw/default/",
                                "/rw/default/*",
                                "/rw/default/incident/*",
                                "/rw/default/incident/not base64",
                                "/rw/default/incident/AAAA",
                                "/rw/default/incident/YWN0a",
                                "/sn/rp/incident/5d0e4c1f87a2b6d3905e7f1c2a3b4d5e",
                                "/demo/rw/default/incident/YWN0aXZlPXRydWU-"})
        QTest::newRow(*channel ? channel : "empty") << QByteArray(channel);
}

void TestRecordWatcherName::leavesOtherNamesAlone()
{
    QFETCH(QByteArray, channel);
    QVERIFY(!RecordWatcherName::decode(channel));
}

void TestRecordWatcherName::keepsAnUnstrippedQuery()
{
    RecordWatcherName name;
    name.table = u"incident"_s;
    name.query = u"active=true^ORDERBYnumber^EQ"_s;
    const QByteArray channel = name.toBytes();
    const auto again = RecordWatcherName::decode(channel);
    QVERIFY(again);
    QCOMPARE(*again, name);
    QCOMPARE(again->toBytes(), channel);
}

void TestRecordWatcherName::comesBackFromRandomQueries()
{
    QRandomGenerator random(20'260'302); // the same queries every time
    const QStringList fields{u"active"_s, u"state"_s, u"assigned_to.manager"_s, u"u_größe"_s};
    const QStringList operators{u"="_s, u"!="_s, u"LIKE"_s, u"CHANGESTO"_s, u">="_s, u"ISEMPTY"_s};
    const QStringList joins{u"^"_s, u"^OR"_s, u"^NQ"_s};
    const auto anyOf = [&random](const QStringList &list) {
        return list.at(random.bounded(int(list.size())));
    };
    const auto anyCharacter = [&random] {
        const int kind = random.bounded(10);
        if (kind == 0)
            return QString(QChar(char16_t(random.bounded(0xA1, 0x180))));
        if (kind == 1)
            return QString::fromUcs4(U"😀", 1);
        if (kind == 2)
            return QString(QChar(char16_t(random.bounded(0x4E00, 0x9FFF))));
        return QString(QChar(char16_t(random.bounded(0x20, 0x7F))));
    };
    for (int i = 0; i < 1000; ++i) {
        QString query;
        for (int part = random.bounded(1, 6); part > 0; --part) {
            query +=
                (query.isEmpty() ? QString() : anyOf(joins)) + anyOf(fields) + anyOf(operators);
            for (int length = random.bounded(20); length > 0; --length)
                query += anyCharacter();
        }
        query = RecordWatcherName::strip(query);
        const QByteArray channel = RecordWatcherName::encode("default", u"incident"_s, query);
        const auto name = RecordWatcherName::decode(channel);
        QVERIFY2(name, channel.constData());
        QCOMPARE(name->query, RecordWatcherName::strip(query));
        QCOMPARE(name->toBytes(), channel);
    }
}

QTEST_GUILESS_MAIN(TestRecordWatcherName)
#include "test_recordwatchername.moc"
