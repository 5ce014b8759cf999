// SPDX-License-Identifier: MIT
#include "ui/inspector/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// The tree of one message.
class TestJsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void keepsWrittenOrderAndNumbers();
    void readsMembersWhenAskedFor();
    void showsAScalarAlone();
    void survivesTwoHundredLevels();
    void shortensLongStrings();
    void countsWhatItDoesNotShow();
    void hasNoRowsForMalformedText();
    void writesPathsAsJqDoes();
    void givesValuesAsReceivedAndAsText();
};

namespace {

/// The whole tree as indented `name: value` lines; everything is fetched.
QString asText(JsonTreeModel &model, const QModelIndex &parent = {}, int indent = 0)
{
    if (model.canFetchMore(parent))
        model.fetchMore(parent);
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, JsonTreeModel::NameColumn, parent);
        const QModelIndex value = model.index(row, JsonTreeModel::ValueColumn, parent);
        text += QString(qsizetype(indent) * 2, u' ') + name.data().toString() + u": "_s
            + value.data().toString() + u'\n';
        text += asText(model, name, indent + 1);
    }
    return text;
}

} // namespace

void TestJsonTreeModel::keepsWrittenOrderAndNumbers()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(R"({"z":1.10,"a":{"y":"q\"","b":[true,null]},"m":9007199254740993})");
    QCOMPARE(asText(model),
             u"z: 1.10\n"
             "a: { 2 }\n"
             "  y: \"q\"\"\n"
             "  b: [ 2 ]\n"
             "    [0]: true\n"
             "    [1]: null\n"
             "m: 9007199254740993\n"_s);
}

void TestJsonTreeModel::readsMembersWhenAskedFor()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(R"({"data":{"a":1},"empty":{}})");
    const QModelIndex data = model.index(0, 0);
    QVERIFY(model.hasChildren(data));
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    QCOMPARE(model.rowCount(data), 0);
    QVERIFY(model.canFetchMore(data));
    model.fetchMore(data);
    QCOMPARE(model.rowCount(data), 1);
    QVERIFY(!model.canFetchMore(data));
}

void TestJsonTreeModel::showsAScalarAlone()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(R"("just text")");
    QCOMPARE(asText(model), u": \"just text\"\n"_s);
    QCOMPARE(model.path(model.index(0, 0)), u"."_s);
}

void TestJsonTreeModel::survivesTwoHundredLevels()
{
    constexpr int levels = 200;
    QByteArray json;
    for (int i = 0; i < levels; ++i)
        json += R"({"n":[)";
    json += "1";
    for (int i = 0; i < levels; ++i)
        json += "]}";
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(json);
    QModelIndex at;
    int depth = 0;
    for (QModelIndex next = model.index(0, 0); next.isValid(); next = model.index(0, 0, at)) {
        at = next;
        ++depth;
        if (model.canFetchMore(at))
            model.fetchMore(at);
    }
    QCOMPARE(depth, 2 * levels);
    QCOMPARE(model.valueText(at), u"1"_s);
    QVERIFY(model.path(at).startsWith(u".n[0].n[0].n[0]"_s));
}

void TestJsonTreeModel::shortensLongStrings()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(R"({"s":")" + QByteArray(1'000'000, 'x') + R"("})");
    const QString shown = model.index(0, JsonTreeModel::ValueColumn).data().toString();
    QVERIFY2(shown.size() < 500, qPrintable(shown));
    QVERIFY2(shown.contains(u"1.0 MB"_s), qPrintable(shown));
    QCOMPARE(model.valueText(model.index(0, 0)).size(), 1'000'000);
}

void TestJsonTreeModel::countsWhatItDoesNotShow()
{
    QByteArray json = "[0";
    for (int i = 1; i < 25'000; ++i)
        json += ",0";
    json += ']';
    JsonTreeModel model;
    model.setJson(json);
    QCOMPARE(model.rowCount(), 20'001);
    const QModelIndex last = model.index(20'000, JsonTreeModel::ValueColumn);
    QVERIFY2(last.data().toString().startsWith(u"5,000 more"_s),
             qPrintable(last.data().toString()));
}

void TestJsonTreeModel::hasNoRowsForMalformedText()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch while the model is being reset
    model.setJson(R"({"a":1})");
    model.setJson(R"({"a":})");
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.error());
    QCOMPARE(model.error()->offset, 5);
    model.setJson("{}");
    QVERIFY(!model.error());
}

void TestJsonTreeModel::writesPathsAsJqDoes()
{
    JsonTreeModel model;
    model.setJson(R"({"data":{"a b":[{"x_1":0}]}})");
    QModelIndex at = model.index(0, 0);
    QCOMPARE(model.path(at), u".data"_s);
    const QStringList paths{
        uR"(.data["a b"])"_s, uR"(.data["a b"][0])"_s, uR"(.data["a b"][0].x_1)"_s};
    for (const QString &path : paths) {
        model.fetchMore(at);
        at = model.index(0, 0, at);
        QCOMPARE(model.path(at), path);
    }
    model.setJson("[[7]]");
    QCOMPARE(model.path(model.index(0, 0)), u".[0]"_s);
}

void TestJsonTreeModel::givesValuesAsReceivedAndAsText()
{
    JsonTreeModel model;
    model.setJson(R"({"s":"a\tb","o":{"k" : 1}})");
    QCOMPARE(model.rawValue(model.index(0, 1)), QByteArray(R"("a\tb")"));
    QCOMPARE(model.valueText(model.index(0, 1)), u"a\tb"_s);
    QCOMPARE(model.valueText(model.index(1, 1)), uR"({"k" : 1})"_s);
}

QTEST_MAIN(TestJsonTreeModel)
#include "test_jsontreemodel.moc"
