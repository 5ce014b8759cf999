// SPDX-License-Identifier: MIT
#include "core/instance/instancecall.h"
#include "core/instance/tablereply.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// What the Table API says, and how it is asked.
class TestTableReply : public QObject
{
    Q_OBJECT

private slots:
    void readsBothFormsOfAField();
    void takesWhatIsNotBothForms();
    void oneRecordIsOneRow();
    void tellsTheTotal();
    void explains_data();
    void explains();
    void noRecordFoundIsNoTrouble();
    void passesOnWhyNothingCame();
    void quotesNoWallOfText();
    void asksForBothFormsWithoutLinks();
    void asksForQueryAndFields();
    void ordersPagesUnlessTheQueryDoes();
    void refusesWhatCannotBeAsked_data();
    void refusesWhatCannotBeAsked();

private:
    static InstanceReply reply(int status,
                               const QByteArray &body,
                               const QByteArray &type = "application/json;charset=UTF-8");
    static TableRequest incidents();
};

InstanceReply TestTableReply::reply(int status, const QByteArray &body, const QByteArray &type)
{
    InstanceReply result;
    result.status = status;
    result.contentType = type;
    result.body = body;
    return result;
}

TableRequest TestTableReply::incidents()
{
    TableRequest request;
    request.table = u"incident"_s;
    return request;
}

void TestTableReply::readsBothFormsOfAField()
{
    const auto page = parseTablePage(incidents(), reply(200, R"({"result":[
        {"state":{"display_value":"New","value":"1"},
         "caller_id":{"display_value":"Agent One","link":"https://x/1","value":"6a16"}}]})"));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
    const TableRow row = page->rows.constFirst();
    QCOMPARE(row.value(u"state"_s), (TableField{u"1"_s, u"New"_s}));
    QCOMPARE(row.value(u"caller_id"_s), (TableField{u"6a16"_s, u"Agent One"_s}));
}

void TestTableReply::takesWhatIsNotBothForms()
{
    const auto page = parseTablePage(incidents(), reply(200, R"({"result":[
        {"a":"text","b":7,"c":null,"d":true,"e":{"link":"https://x/1","value":"9"},"f":""},
        "no record"]})"));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    const TableRow row = page->rows.constFirst();
    QCOMPARE(row.value(u"a"_s), (TableField{u"text"_s, u"text"_s}));
    QCOMPARE(row.value(u"b"_s).value, u"7"_s);
    QCOMPARE(row.value(u"c"_s).value, QString());
    QCOMPARE(row.value(u"d"_s).value, u"true"_s);
    QCOMPARE(row.value(u"e"_s), (TableField{u"9"_s, u"9"_s}));
    QVERIFY(row.contains(u"f"_s));
    QVERIFY(page->rows.constLast().isEmpty());
}

void TestTableReply::oneRecordIsOneRow()
{
    const auto page = parseTablePage(incidents(), reply(200, R"({"result":{"a":"1"}})"));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
}

void TestTableReply::tellsTheTotal()
{
    InstanceReply answer = reply(200, R"({"result":[]})");
    QVERIFY(!parseTablePage(incidents(), answer)->total);
    answer.headers = {{"x-total-count", "1234"}};
    QCOMPARE(parseTablePage(incidents(), answer)->total, 1234);
    answer.headers = {{"x-total-count", "many"}};
    QVERIFY(!parseTablePage(incidents(), answer)->total);
}

void TestTableReply::explains_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QStringList>("words");
    const QByteArray acl =
        R"({"error":{"message":"User Not Authorized","detail":"Failed API level ACL Validation"},"status":"failure"})";
    QTest::newRow("not signed in")
        << u"incident"_s << 401
        << QByteArray(R"({"error":{"message":"User Not Authenticated","detail":"x"}})")
        << ErrorKind::NotSignedIn << QStringList{u"table incident"_s, u"sign in again"_s};
    QTest::newRow("no right to processors")
        << u"sys_amb_processor"_s << 403 << acl << ErrorKind::Refused
        << QStringList{u"table sys_amb_processor"_s,
                       u"role admin"_s,
                       u"read ACL on sys_amb_processor"_s,
                       u"administrator"_s};
    QTest::newRow("no right to the dictionary")
        << u"sys_dictionary"_s << 403 << acl << ErrorKind::Refused
        << QStringList{u"personalize_dictionary"_s};
    QTest::newRow("no right to another table")
        << u"sn_hr_core_case"_s << 403 << QByteArray("") << ErrorKind::Refused
        << QStringList{u"read ACL on sn_hr_core_case"_s, u"web services"_s};
    QTest::newRow("invalid table")
        << u"nosuch"_s << 400
        << QByteArray(
               R"({"error":{"message":"Invalid table nosuch","detail":null},"status":"failure"})")
        << ErrorKind::Input << QStringList{u"no table nosuch"_s, u"plugin"_s};
    QTest::newRow("another 400") << u"incident"_s << 400
                                 << QByteArray(R"({"error":{"message":"Bad query","detail":"it"}})")
                                 << ErrorKind::Input
                                 << QStringList{u"HTTP 400 (Bad Request)"_s, u"“Bad query: it”"_s};
    QTest::newRow("404") << u"incident"_s << 404 << QByteArray("<html>") << ErrorKind::Input
                         << QStringList{u"HTTP 404"_s, u"check the address"_s};
    QTest::newRow("429") << u"incident"_s << 429 << QByteArray("") << ErrorKind::Network
                         << QStringList{u"too many requests"_s, u"KB0655956"_s};
    QTest::newRow("redirect") << u"incident"_s << 302 << QByteArray("") << ErrorKind::NotSignedIn
                              << QStringList{u"redirects"_s, u"sign in again"_s};
    QTest::newRow("page") << u"incident"_s << 200
                          << QByteArray("\n<html><title>Hibernating</title></html>")
                          << ErrorKind::NotSignedIn
                          << QStringList{u"web page “Hibernating”"_s, u"sign in again"_s};
    QTest::newRow("cut off") << u"incident"_s << 200 << QByteArray(R"({"result":[{"a")")
                             << ErrorKind::Protocol << QStringList{u"no list of records"_s};
    QTest::newRow("ran too long")
        << u"incident"_s << 200
        << QByteArray(
               R"({"result":[],"error":{"message":"Transaction cancelled: maximum execution time exceeded"}})")
        << ErrorKind::Timeout << QStringList{u"fewer rows"_s, u"Transaction cancelled"_s};
}

void TestTableReply::explains()
{
    QFETCH(QString, table);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QStringList, words);
    TableRequest request;
    request.table = table;
    const auto page = parseTablePage(request, reply(status, body));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, kind);
    QVERIFY2(page.error().text.endsWith(u'.'), qPrintable(page.error().text));
    for (const QString &part : words)
        QVERIFY2(page.error().text.contains(part), qPrintable(page.error().text));
}

void TestTableReply::noRecordFoundIsNoTrouble()
{
    const auto page = parseTablePage(
        incidents(),
        reply(404, R"({"error":{"message":"No Record found","detail":"x"},"status":"failure"})"));
    QVERIFY(page);
    QVERIFY(page->rows.isEmpty());
}

void TestTableReply::passesOnWhyNothingCame()
{
    InstanceReply nothing;
    nothing.failure = Error{ErrorKind::Timeout, u"Too late."_s, {}};
    const auto page = parseTablePage(incidents(), nothing);
    QVERIFY(!page);
    QCOMPARE(page.error().text, u"Too late."_s);
}

void TestTableReply::quotesNoWallOfText()
{
    const QByteArray long_ = QByteArray("x\\n").repeated(50000);
    const auto page = parseTablePage(
        incidents(),
        reply(400, R"({"error":{"message":")" + long_ + R"(","detail":")" + long_ + R"("}})"));
    QVERIFY(!page);
    QVERIFY(page.error().text.size() < 700);
    QVERIFY(!page.error().text.contains(u'\n'));
}

void TestTableReply::asksForBothFormsWithoutLinks()
{
    QCOMPARE(tablePath(incidents(), 0, 1000),
             QByteArray("/api/now/table/incident?sysparm_display_value=all"
                        "&sysparm_exclude_reference_link=true"
                        "&sysparm_limit=1000&sysparm_offset=0"));
}

void TestTableReply::asksForQueryAndFields()
{
    TableRequest request = incidents();
    request.query = u"active=true^short_descriptionLIKEa&b=c+d%"_s;
    request.fields = {u"number"_s, u"caller_id.name"_s};
    const QByteArray path = tablePath(request, 0, 1000);
    QVERIFY2(path.contains("&sysparm_fields=number%2Ccaller_id.name"), path.constData());
    QVERIFY2(path.endsWith("&sysparm_query=active%3Dtrue%5Eshort_descriptionLIKEa%26b%3Dc%2Bd%25"),
             path.constData());
}

void TestTableReply::ordersPagesUnlessTheQueryDoes()
{
    TableRequest request = incidents();
    request.limit = 5000;
    QVERIFY(tablePath(request, 0, 1000).endsWith("&sysparm_query=ORDERBYsys_id"));
    request.query = u"active=true"_s;
    QVERIFY(tablePath(request, 1000, 1000).endsWith("active%3Dtrue%5EORDERBYsys_id"));
    request.query = u"active=true^ORDERBYDESCnumber"_s;
    QVERIFY(tablePath(request, 1000, 1000).endsWith("ORDERBYDESCnumber"));
    request.limit = 10;
    request.query = u"active=true"_s;
    QVERIFY(tablePath(request, 0, 10).endsWith("active%3Dtrue"));
}

void TestTableReply::refusesWhatCannotBeAsked_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("words");
    const QStringList none;
    QTest::newRow("no table") << QString() << none << 1 << u"no name of a table"_s;
    QTest::newRow("path") << u"incident/../x"_s << none << 1 << u"no name of a table"_s;
    QTest::newRow("query") << u"incident?a=b"_s << none << 1 << u"no name of a table"_s;
    QTest::newRow("field") << u"incident"_s << QStringList{u"a,b"_s} << 1
                           << u"no name of a field"_s;
    QTest::newRow("no rows") << u"incident"_s << none << 0 << u"At least one row"_s;
}

void TestTableReply::refusesWhatCannotBeAsked()
{
    QFETCH(QString, table);
    QFETCH(QStringList, fields);
    QFETCH(int, limit);
    QFETCH(QString, words);
    TableRequest request;
    request.table = table;
    request.fields = fields;
    request.limit = limit;
    const auto error = whyNotReadable(request);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Input);
    QVERIFY2(error->text.contains(words), qPrintable(error->text));
    QVERIFY(!whyNotReadable(incidents()));
}

QTEST_GUILESS_MAIN(TestTableReply)
#include "test_tablereply.moc"
