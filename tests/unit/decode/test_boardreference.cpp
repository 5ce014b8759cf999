// SPDX-License-Identifier: MIT
#include "core/decode/boardreference.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// Which board somebody means by what he pasted.
class TestBoardReference : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSysId_data();
    void findsTheSysId();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

void TestBoardReference::findsTheSysId_data()
{
    QTest::addColumn<QString>("pasted");
    const QString id = u"41aa00bb22cc33dd44ee55ff66778899"_s;
    const QString host = u"https://dev1.service-now.com"_s;
    QTest::newRow("sys_id") << u" %1\n"_s.arg(id);
    QTest::newRow("capitals") << id.toUpper();
    QTest::newRow("page") << host + u"/$vtb.do?sysparm_board=%1"_s.arg(id);
    QTest::newRow("escaped page") << host + u"/%24vtb.do?sysparm_board%3D"_s + id;
    QTest::newRow("in a frame") << host
            + u"/now/nav/ui/classic/params/target/%2524vtb.do%253Fsysparm_board%253D"_s + id;
    QTest::newRow("old frame") << host + u"/nav_to.do?uri=%2F$vtb.do%3Fsysparm_board%3D"_s + id;
    QTest::newRow("record") << host + u"/vtb_board.do?sys_id=%1&sysparm_view=x"_s.arg(id);
    QTest::newRow("record page") << host + u"/now/sow/record/vtb_board/"_s + id;
    QTest::newRow("query") << u"board=%1"_s.arg(id);
    QTest::newRow("two ids, one named")
        << host + u"/x/00000000000000000000000000000001?sysparm_board="_s + id;
}

void TestBoardReference::findsTheSysId()
{
    QFETCH(const QString, pasted);
    const auto sysId = boardSysId(pasted);
    QVERIFY(sysId);
    QCOMPARE(*sysId, u"41aa00bb22cc33dd44ee55ff66778899"_s);
}

void TestBoardReference::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << u"  "_s << u"Paste the address"_s;
    QTest::newRow("no id") << u"https://dev1.service-now.com/"_s << u"no sys_id"_s;
    QTest::newRow("too long") << u"41aa00bb22cc33dd44ee55ff667788990"_s << u"no sys_id"_s;
    QTest::newRow("two") << u"00000000000000000000000000000001 00000000000000000000000000000002"_s
                         << u"more than one"_s;
    QTest::newRow("percent signs") << u"%%%%%%25%25%25"_s << u"no sys_id"_s;
}

void TestBoardReference::saysWhatIsMissing()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, words);
    const auto sysId = boardSysId(pasted);
    QVERIFY(!sysId);
    QVERIFY2(sysId.error().text.contains(words), qPrintable(sysId.error().text));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestBoardReference)

#include "test_boardreference.moc"
