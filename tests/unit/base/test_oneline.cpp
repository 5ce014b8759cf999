// SPDX-License-Identifier: MIT
#include "core/oneline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Text of somebody else, made harmless.
class TestOneLine : public QObject
{
    Q_OBJECT

private slots:
    void makesOneLine_data();
    void makesOneLine();
    void showsWhatCannotBeSeen_data();
    void showsWhatCannotBeSeen();
};

void TestOneLine::makesOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"Grüße"_s << u"Grüße"_s;
    QTest::newRow("line breaks") << u"a\r\nb\u2028c"_s << u"a b c"_s;
    QTest::newRow("direction") << u"a\u202eb"_s << u"a b"_s;
    QTest::newRow("long") << QString(30, u'x') << QString(19, u'x') + u'…';
}

void TestOneLine::makesOneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, line);
    QCOMPARE(oneLine(text, 20), line);
}

void TestOneLine::showsWhatCannotBeSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("plain") << u"<b>Grüße & \U0001f600</b>"_s << u"<b>Grüße & \U0001f600</b>"_s;
    QTest::newRow("line breaks stay") << u"a\r\n\tb"_s << u"a\r\n\tb"_s;
    QTest::newRow("control") << u"a\u0007\u001b[1m\u0085"_s << uR"(a\u0007\u001b[1m\u0085)"_s;
    QTest::newRow("nothing at all") << QString(QChar(0)) << uR"(\u0000)"_s;
    QTest::newRow("direction") << u"\u202egpj\u2066\u200f"_s << uR"(\u202egpj\u2066\u200f)"_s;
    QTest::newRow("no width") << u"a\u200bb\ufeff"_s << uR"(a\u200bb\ufeff)"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029"_s << uR"(a\u2028b\u2029)"_s;
}

void TestOneLine::showsWhatCannotBeSeen()
{
    QFETCH(const QString, text);
    QFETCH(const QString, visible);
    QCOMPARE(visibleText(text), visible);
}

QTEST_GUILESS_MAIN(TestOneLine)
#include "test_oneline.moc"
