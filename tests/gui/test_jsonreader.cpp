// SPDX-License-Identifier: MIT
#include "core/jsonreader.h"

#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// JSON texts are checked and walked over without recursion.
class TestJsonReader : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWellFormedTexts_data();
    void acceptsWellFormedTexts();
    void namesThePlaceOfAnError_data();
    void namesThePlaceOfAnError();
    void survivesAnyNesting();
    void walksMembersInWrittenOrder();
    void keepsNumbersAsWritten();
    void resolvesEscapes_data();
    void resolvesEscapes();
    void cutsLongStringsAtTheLimit();
    void countsLinesAndColumns();
    void staysInsideMalformedText_data();
    void staysInsideMalformedText();
};

namespace {

/// The outermost container's members as `name=value` lines.
QByteArray members(QByteArrayView text)
{
    QByteArray lines;
    JsonMembers walk(text, outermostJson(text));
    while (const auto member = walk.next()) {
        lines += text.sliced(member->nameBegin, member->nameEnd - member->nameBegin).toByteArray();
        lines += '=';
        lines +=
            text.sliced(member->value.begin, member->value.end - member->value.begin).toByteArray();
        lines += '\n';
    }
    return lines;
}

} // namespace

void TestJsonReader::acceptsWellFormedTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty array") << QByteArray("[ ]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("true") << QByteArray(" true\n");
    QTest::newRow("empty string") << QByteArray(R"("")");
    QTest::newRow("zero") << QByteArray("0");
    QTest::newRow("number") << QByteArray("-12.50e+3");
    QTest::newRow("nested") << QByteArray(R"({"a":[1,{"b":"\u00e4\n"},[]],"c":{}})");
    QTest::newRow("utf-8") << QByteArray(R"({"name":"Zoë"})");
}

void TestJsonReader::acceptsWellFormedTexts()
{
    QFETCH(const QByteArray, text);
    const auto error = checkJson(text);
    QVERIFY2(!error, error ? qPrintable(error->text) : "");
}

void TestJsonReader::namesThePlaceOfAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("offset");
    QTest::newRow("nothing") << QByteArray("") << qsizetype(0);
    QTest::newRow("blanks") << QByteArray("  ") << qsizetype(2);
    QTest::newRow("word") << QByteArray("hello") << qsizetype(0);
    QTest::newRow("half a word") << QByteArray("tru") << qsizetype(0);
    QTest::newRow("not closed") << QByteArray(R"({"a":1)") << qsizetype(6);
    QTest::newRow("wrong bracket") << QByteArray("[1}") << qsizetype(2);
    QTest::newRow("comma at end") << QByteArray(R"({"a":1,})") << qsizetype(7);
    QTest::newRow("comma at array's end") << QByteArray("[1,]") << qsizetype(3);
    QTest::newRow("no colon") << QByteArray(R"({"a" 1})") << qsizetype(5);
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << qsizetype(1);
    QTest::newRow("string not closed") << QByteArray(R"(["abc])") << qsizetype(1);
    QTest::newRow("line break in string") << QByteArray("\"a\nb\"") << qsizetype(2);
    QTest::newRow("bad escape") << QByteArray(R"("a\x")") << qsizetype(2);
    QTest::newRow(R"(short \u)") << QByteArray(R"("\u12")") << qsizetype(1);
    QTest::newRow("leading zero") << QByteArray("012") << qsizetype(1);
    QTest::newRow("point without digit") << QByteArray("[1.]") << qsizetype(3);
    QTest::newRow("text behind") << QByteArray("{} x") << qsizetype(3);
}

void TestJsonReader::namesThePlaceOfAnError()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, offset);
    const auto error = checkJson(text);
    QVERIFY(error);
    QCOMPARE(error->offset, offset);
    QVERIFY(!error->text.isEmpty());
}

void TestJsonReader::survivesAnyNesting()
{
    constexpr qsizetype depth = 1'000'000;
    const QByteArray open(depth, '[');
    QVERIFY(!checkJson(open + QByteArray(depth, ']')));
    const auto error = checkJson(open);
    QVERIFY(error);
    QCOMPARE(error->offset, depth);
    QCOMPARE(outermostJson(open + QByteArray(depth, ']')).end, 2 * depth);
}

void TestJsonReader::walksMembersInWrittenOrder()
{
    QCOMPARE(members(R"( {"z" : {"a":[1,"]"]}, "a":"}", "a":null } )"),
             QByteArray("\"z\"={\"a\":[1,\"]\"]}\n\"a\"=\"}\"\n\"a\"=null\n"));
    QCOMPARE(members(R"([1, [2,3] ,"x\"y"])"), QByteArray("=1\n=[2,3]\n=\"x\\\"y\"\n"));
    QCOMPARE(members("{ }"), QByteArray());
}

void TestJsonReader::keepsNumbersAsWritten()
{
    QCOMPARE(members("[9007199254740993,1.10,-0,1e2]"),
             QByteArray("=9007199254740993\n=1.10\n=-0\n=1e2\n"));
}

void TestJsonReader::resolvesEscapes_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray(R"("abc")") << u"abc"_s;
    QTest::newRow("empty") << QByteArray(R"("")") << QString();
    QTest::newRow("short ones") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("unicode") << QByteArray(R"("a\u00e4b")") << u"aäb"_s;
    QTest::newRow("surrogates") << QByteArray(R"("\ud83d\ude00")") << u"😀"_s;
    QTest::newRow("utf-8") << QByteArray(R"("Zoë")") << u"Zoë"_s;
}

void TestJsonReader::resolvesEscapes()
{
    QFETCH(const QByteArray, literal);
    QFETCH(const QString, text);
    QCOMPARE(jsonStringText(literal), text);
}

void TestJsonReader::cutsLongStringsAtTheLimit()
{
    const QByteArray literal = '"' + QByteArray(1'000'000, 'x') + '"';
    QCOMPARE(jsonStringText(literal, 10), QString(10, u'x'));
    QCOMPARE(jsonStringText(R"("\n\n\n")", 2), u"\n\n"_s);
}

void TestJsonReader::countsLinesAndColumns()
{
    const QByteArray text = "{\n  \"ä\": x\n}";
    const TextPosition position = positionOf(text, text.indexOf('x'));
    QCOMPARE(position.line, 2);
    QCOMPARE(position.column, 8);
    QCOMPARE(positionOf(text, 0).column, 1);
    QCOMPARE(positionOf(text, 1000).line, 3);
}

void TestJsonReader::staysInsideMalformedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("name only") << QByteArray(R"({"successful")");
    QTest::newRow("colon only") << QByteArray(R"({"successful":)");
    QTest::newRow("open string") << QByteArray(R"({"a)");
    QTest::newRow("escape at end") << QByteArray(R"({"a\)");
    QTest::newRow("open bracket") << QByteArray(R"({"a":[1,)");
    QTest::newRow("just a bracket") << QByteArray("{");
    QTest::newRow("commas") << QByteArray("{,,,,}");
    QTest::newRow("closed too often") << QByteArray("[1]]]]");
}

// The message list looks into envelopes before anything checked them.
void TestJsonReader::staysInsideMalformedText()
{
    QFETCH(const QByteArray, text);
    const JsonValue outermost = outermostJson(text);
    QVERIFY(outermost.end <= text.size());
    JsonMembers walk(text, outermost);
    int count = 0;
    while (const auto member = walk.next()) {
        QVERIFY(member->nameEnd <= text.size());
        QVERIFY(member->value.end <= text.size());
        QVERIFY(++count <= text.size());
    }
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "test_jsonreader.moc"
