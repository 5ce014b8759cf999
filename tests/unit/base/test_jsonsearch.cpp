// SPDX-License-Identifier: MIT
#include "core/jsonreader.h"
#include "core/jsonsearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Looking for text in JSON as it was received.
class TestJsonSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsNamesAndValues_data();
    void findsNamesAndValues();
    void walksOverAllValuesInOrder();
    void countsTheValuesOfEachLevel();
    void survivesDeepNesting();
};

void TestJsonSearch::findsNamesAndValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QByteArrayList>("found"); // the values, as far as they are looked at

    const QByteArray sample =
        R"({"State":"closed","list":["Open",17,true],"a\u0062c":{"x":"q\"r"}})";
    QTest::newRow("nothing wanted") << sample << u""_s << QByteArrayList();
    QTest::newRow("no hit") << sample << u"incident"_s << QByteArrayList();
    QTest::newRow("a name, in another case")
        << sample << u"state"_s << QByteArrayList{R"("closed")"};
    QTest::newRow("a value") << sample << u"CLOSED"_s << QByteArrayList{R"("closed")"};
    QTest::newRow("in an array") << sample << u"open"_s << QByteArrayList{R"("Open")"};
    QTest::newRow("a number") << sample << u"7"_s << QByteArrayList{"17"};
    QTest::newRow("a literal") << sample << u"true"_s << QByteArrayList{"true"};
    QTest::newRow("a name with escapes") << sample << u"abc"_s << QByteArrayList{R"({"x":"q\"r"})"};
    QTest::newRow("a value with escapes") << sample << u"q\"r"_s << QByteArrayList{R"("q\"r")"};
    QTest::newRow("a name and its value at once")
        << QByteArray(R"({"open":"open"})") << u"open"_s << QByteArrayList{R"("open")"};
    QTest::newRow("no part of the grammar") << sample << u","_s << QByteArrayList();
    QTest::newRow("a lone value") << QByteArray(R"("text")") << u"ex"_s
                                  << QByteArrayList{R"("text")"};
    QTest::newRow("other letters")
        << QByteArray(R"(["Grüße"])") << u"GRÜ"_s << QByteArrayList{R"("Grüße")"};
    QTest::newRow("a colon in a value") << QByteArray(R"({"a" : "b:c" , "d":[":"]})") << u":"_s
                                        << QByteArrayList{R"("b:c")", R"(":")"};
}

void TestJsonSearch::findsNamesAndValues()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, needle);
    QFETCH(const QByteArrayList, found);
    QByteArrayList values;
    for (const qsizetype at : searchJson(json, needle)) {
        const JsonValue value = outermostJson(QByteArrayView(json).sliced(at));
        values.append(json.mid(at, value.end));
    }
    QCOMPARE(values, found);
}

void TestJsonSearch::walksOverAllValuesInOrder()
{
    const QByteArray json = R"( {"a":[1,{"b":"}"}], "c" : {} } )";
    JsonWalk walk(json);
    QStringList steps;
    while (const auto step = walk.next())
        steps.append(u"%1 %2=%3"_s.arg(
            QString::number(step->depth),
            QString::fromUtf8(json.mid(step->nameBegin, step->nameEnd - step->nameBegin)),
            QString::fromUtf8(json.mid(step->begin, step->end - step->begin))));
    QCOMPARE(
        steps,
        (QStringList{
            u"0 ={"_s, u"1 \"a\"=["_s, u"2 =1"_s, u"2 ={"_s, u"3 \"b\"=\"}\""_s, u"1 \"c\"={"_s}));
}

void TestJsonSearch::countsTheValuesOfEachLevel()
{
    const QByteArray json = R"({"a":[1,2,{"b":3}],"c":{}})";
    QCOMPARE(jsonLevels(json, 10), (QList<qint64>{2, 3, 1}));
    QCOMPARE(jsonLevels(json, 2), (QList<qint64>{2, 3}));
    QCOMPARE(jsonLevels("[]", 10), QList<qint64>());
}

void TestJsonSearch::survivesDeepNesting()
{
    const QByteArray json = QByteArray(200'000, '[') + "\"x\"" + QByteArray(200'000, ']');
    QCOMPARE(searchJson(json, u"x"_s), QList<qsizetype>{200'000});
    QCOMPARE(jsonLevels(json, 3), (QList<qint64>{1, 1, 1}));
}

QTEST_GUILESS_MAIN(TestJsonSearch)
#include "test_jsonsearch.moc"
