// SPDX-License-Identifier: MIT
#include "core/decode/jsondifference.h"
#include "core/decode/jsonpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// What differs between two JSON values, place by place.
class TestJsonDifference : public QObject
{
    Q_OBJECT

private slots:
    void tellsPlaces_data();
    void tellsPlaces();
    void tellsPlacesThatCanBeLookedUp();
    void isBounded();
    void survivesDeepNesting();
};

namespace {

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().first();
}

QString told(const JsonDifference &difference)
{
    QStringList lines;
    for (const JsonChange &change : difference.changes)
        lines.append(u"%1 %2 -> %3"_s.arg(
            change.path, change.before.value_or(u"-"_s), change.after.value_or(u"-"_s)));
    return lines.join(u" | "_s);
}

} // namespace

void TestJsonDifference::tellsPlaces_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *before, const char *after, const QString &e) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << e;
    };
    row("the same", R"({"a":[1,{"b":null}]})", R"({ "a" : [1,{"b":null}] })", u""_s);
    row("written in another order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", u""_s);
    row("a number", R"({"a":1})", R"({"a":2})", u".a 1 -> 2"_s);
    row("a text", R"({"a":"x"})", R"({"a":"y"})", uR"(.a "x" -> "y")"_s);
    row("another type", R"({"a":1})", R"({"a":"1"})", uR"(.a 1 -> "1")"_s);
    row("null is a value", R"({"a":null})", R"({})", u".a null -> -"_s);
    row("false is not absent", R"({})", R"({"a":false})", u".a - -> false"_s);
    row("a new container", R"({})", R"({"a":{"b":1}})", uR"(.a - -> {"b":1})"_s);
    row("a container is a text now", R"({"a":[1]})", R"({"a":"[1]"})", uR"(.a [1] -> "[1]")"_s);
    row("deep", R"({"a":{"b":{"c":1}}})", R"({"a":{"b":{"c":2}}})", u".a.b.c 1 -> 2"_s);
    row("elements by number", "[1,2,3]", "[1,5,3]", u".[1] 2 -> 5"_s);
    row("a new element", "[1]", "[1,2]", u".[1] - -> 2"_s);
    row("elements gone", "[1,2,3]", "[]", u".[0] 1 -> - | .[1] 2 -> - | .[2] 3 -> -"_s);
    row("odd names", R"({"a b":{"":1}})", R"({"a b":{"":2}})", uR"(.["a b"][""] 1 -> 2)"_s);
    row("names with quotes", R"({"q\"":1})", R"({"q\"":2})", uR"(.["q\""] 1 -> 2)"_s);
    row("names side by side",
        R"({"a":1,"c":1})",
        R"({"b":1,"c":2})",
        u".a 1 -> - | .b - -> 1 | .c 1 -> 2"_s);
    row("the outermost", "1", R"("x")", uR"(. 1 -> "x")"_s);
    row("control characters", R"({"a":"x\ny"})", R"({"a":"\u202ex"})", uR"(.a "x y" -> "x")"_s);
    row("large whole numbers",
        "9007199254740993",
        "9007199254740992",
        u". 9007199254740993 -> 9007199254740992"_s);
}

void TestJsonDifference::tellsPlaces()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, expected);
    QCOMPARE(told(JsonDifference::between(json(before), json(after))), expected);
}

void TestJsonDifference::tellsPlacesThatCanBeLookedUp()
{
    const QJsonValue after = json(R"({"data":{"a b":[0,{"c.d":"new"}]}})");
    const auto difference =
        JsonDifference::between(json(R"({"data":{"a b":[0,{"c.d":"old"}]}})"), after);
    QCOMPARE(difference.changes.size(), 1);
    const auto path = JsonPath::parse(difference.changes.first().path);
    QVERIFY2(path, qPrintable(difference.changes.first().path));
    QCOMPARE(path->in(after).toString(), u"new"_s);
}

void TestJsonDifference::isBounded()
{
    QJsonObject before;
    QJsonObject after;
    for (int i = 0; i < 10'000; ++i) {
        before.insert(QString::number(i), i);
        after.insert(QString::number(i), i + 1);
    }
    after.insert(u"0"_s, QString(1'000'000, u'x'));
    const auto difference = JsonDifference::between(before, after);
    QCOMPARE(difference.changes.size(), JsonDifference::mostChanges);
    QCOMPARE(difference.leftOut, 9'000);
    QVERIFY(difference.changes.first().after.value_or(QString()).size() < 500);
}

void TestJsonDifference::survivesDeepNesting()
{
    const auto nested = [](const QByteArray &inner) {
        return json(QByteArray(900, '[') + inner + QByteArray(900, ']'));
    };
    const auto difference = JsonDifference::between(nested("1"), nested("2"));
    QCOMPARE(difference.changes.size(), 1);
    QCOMPARE(difference.changes.first().path.count(u'['), JsonDifference::deepest);
    QVERIFY(JsonDifference::between(nested("1"), nested("1")).changes.isEmpty());
}

QTEST_GUILESS_MAIN(TestJsonDifference)
#include "test_jsondifference.moc"
