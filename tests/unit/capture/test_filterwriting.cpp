// SPDX-License-Identifier: MIT
#include "core/capture/filter.h"
#include "core/capture/filterwriting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Filters that are made by a click.
class TestFilterWriting : public QObject
{
    Q_OBJECT

private slots:
    static void narrows_data();
    static void narrows();
    static void quotesWhatNeedsIt_data();
    static void quotesWhatNeedsIt();
    static void knowsNamesOfFields();
};

void TestFilterWriting::narrows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("term");
    QTest::addColumn<bool>("isLeftOut");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &f, const QString &t, bool out, auto e) {
        QTest::newRow(name) << f << t << out << QString(e);
    };
    const QString term = u"user:x"_s;
    row("nothing yet", u""_s, term, false, u"user:x"_s);
    row("nothing yet, left out", u" "_s, term, true, u"not user:x"_s);
    row("both", u"a b"_s, term, false, u"a b user:x"_s);
    row("or binds less", u"a or b"_s, term, false, u"(a or b) user:x"_s);
    row("or in parentheses", u"(a or b) c"_s, term, true, u"(a or b) c not user:x"_s);
    row("or as a word", u"\"a or b\""_s, term, false, u"\"a or b\" user:x"_s);
    row("the same again", u"a user:x"_s, term, false, u"a user:x"_s);
    row("alone and again", u"user:x"_s, term, false, u"user:x"_s);
    row("left out, then wanted", u"not user:x"_s, term, false, u"not user:x user:x"_s);
    row("its end is an alternative", u"a or user:x"_s, term, false, u"(a or user:x) user:x"_s);
    row("what cannot be understood", u"(a or"_s, term, false, u"user:x"_s);
}

void TestFilterWriting::narrows()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, term);
    QFETCH(const bool, isLeftOut);
    QFETCH(const QString, expected);
    const QString narrowed = narrowedFilter(filter, term, isLeftOut);
    QCOMPARE(narrowed, expected);
    std::optional<FilterProblem> problem;
    Filter::parse(narrowed, problem);
    QVERIFY(!problem);
}

void TestFilterWriting::quotesWhatNeedsIt_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"agent.one"_s << u"user:agent.one"_s;
    QTest::newRow("a channel") << u"/rw/default/incident/YWN0aXZl-"_s
                               << u"user:/rw/default/incident/YWN0aXZl-"_s;
    QTest::newRow("spaces") << u"Agent One"_s << uR"(user:"Agent One")"_s;
    QTest::newRow("parentheses") << u"a(b)"_s << u"user:\"a(b)\""_s;
    QTest::newRow("quotes and backslashes") << uR"(a"b\c)"_s << uR"(user:"a\"b\\c")"_s;
}

void TestFilterWriting::quotesWhatNeedsIt()
{
    QFETCH(const QString, value);
    QFETCH(const QString, expected);
    QCOMPARE(filterTerm("user"_L1, value), expected);
    std::optional<FilterProblem> problem;
    Filter::parse(expected, problem);
    QVERIFY(!problem);
}

void TestFilterWriting::knowsNamesOfFields()
{
    QVERIFY(canBeFilterField(u"short_description"_s));
    QVERIFY(canBeFilterField(u"u_field.name"_s));
    QVERIFY(!canBeFilterField(u"with space"_s));
    QVERIFY(!canBeFilterField(u""_s));
    QVERIFY(!canBeFilterField(u"1st"_s));
}

QTEST_GUILESS_MAIN(TestFilterWriting)
#include "test_filterwriting.moc"
