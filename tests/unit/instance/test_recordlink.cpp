// SPDX-License-Identifier: MIT
#include "core/instance/recordlink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// The page of a record in the instance's user interface.
class TestRecordLink : public QObject
{
    Q_OBJECT

private slots:
    void leadsToTheRecord_data();
    void leadsToTheRecord();
    void saysWhyThereIsNoPage_data();
    void saysWhyThereIsNoPage();
};

namespace {

const QString sysId = u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s;

} // namespace

void TestRecordLink::leadsToTheRecord_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("page");
    const QString query = u"nav_to.do?uri=incident.do%3Fsys_id%3D"_s + sysId;
    QTest::newRow("an instance") << u"https://dev1.service-now.com"_s
                                 << u"https://dev1.service-now.com/"_s + query;
    QTest::newRow("with a port") << u"http://127.0.0.1:8080/amb"_s
                                 << u"http://127.0.0.1:8080/"_s + query;
    QTest::newRow("without credentials") << u"https://user:secret@dev1.service-now.com/?token=x#y"_s
                                         << u"https://dev1.service-now.com/"_s + query;
}

void TestRecordLink::leadsToTheRecord()
{
    QFETCH(const QString, site);
    QFETCH(const QString, page);
    const auto result = recordPage(QUrl(site), u"incident"_s, sysId);
    QVERIFY(result);
    QCOMPARE(result->toString(QUrl::FullyEncoded), page);
}

void TestRecordLink::saysWhyThereIsNoPage_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    const QString site = u"https://dev1.service-now.com"_s;
    QTest::newRow("no record") << site << u"incident"_s << u""_s << u"names no record"_s;
    QTest::newRow("no table") << site << u""_s << sysId << u"in which table"_s;
    QTest::newRow("another page") << site << u"incident.do?x=/../"_s << sysId << u"form"_s;
    QTest::newRow("a script") << site << u"javascript:alert(1)"_s << sysId << u"form"_s;
    QTest::newRow("no sys_id") << site << u"incident"_s << u"5d0e&x=1"_s << u"form"_s;
    QTest::newRow("no instance") << u""_s << u"incident"_s << sysId << u"address"_s;
    QTest::newRow("a file") << u"file:///etc"_s << u"incident"_s << sysId << u"address"_s;
}

void TestRecordLink::saysWhyThereIsNoPage()
{
    QFETCH(const QString, site);
    QFETCH(const QString, table);
    QFETCH(const QString, id);
    QFETCH(const QString, words);
    const auto result = recordPage(QUrl(site), table, id);
    QVERIFY(!result);
    QVERIFY2(result.error().text.contains(words), qPrintable(result.error().text));
}

QTEST_GUILESS_MAIN(TestRecordLink)
#include "test_recordlink.moc"
