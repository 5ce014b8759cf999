// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "core/decode/decoderule.h"
#include "samplemessages.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// What users teach the decoders by a file of rules.
class TestDecodeRules : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExamples();
    void saysWhatARuleSays_data();
    void saysWhatARuleSays();
    void listsItsFieldsFirst();
    void takesTheFirstRuleThatFits();
    void namesTheRecordOnlyWhenItIsWhole();
    void matchesChannels_data();
    void matchesChannels();
    void findsValues_data();
    void findsValues();
    void saysWhereAFaultIs_data();
    void saysWhereAFaultIs();
    void survivesAnyMessage();
};

namespace {

DecodedMessage decode(const QByteArray &rules, const QByteArray &channel, const QByteArray &data)
{
    auto parsed = parseDecodeRules(rules);
    if (!parsed) {
        DecodedMessage failed;
        failed.sentence = parsed.error().text;
        return failed;
    }
    return Decoders(std::move(parsed).value())
        .decode(R"({"channel":")" + channel + R"(","data":)" + data + '}',
                MessageKind::Event,
                Direction::In);
}

/// A file with one rule for all channels below /acme.
QByteArray ruleWith(const QByteArray &sentence, const QByteArray &more = {})
{
    return R"({"rules":[{"channel":"/acme/**","sentence":")" + sentence + '"' + more + "}]}";
}

/// A file of rules with a fault: how its error begins, and words in it.
void row(const char *name, const char *rules, const QString &begin, const QString &words)
{
    QTest::newRow(name) << QByteArray(rules) << begin << words;
}

void addFaultyFiles()
{
    row("no JSON", "{\n  \"rules\": [,]\n}", u"line 2, column 13: "_s, u"A value is expected."_s);
    row("nothing", "", u"line 1, column 1: "_s, u"There is no value."_s);
    row("a list", "[]", u"line 1, column 1: "_s, u"{\"rules\": […]}"_s);
    row("rules of a wrong type", R"({"rules":{}})", u"line 1, column 1: "_s, u"{\"rules\": […]}"_s);
    row("another name",
        R"({"Rules":[]})",
        u"line 1, column 2: "_s,
        u"There is no \"Rules\" here"_s);
    row("a rule of a wrong type",
        "{\"rules\":[\n  7]}",
        u"line 2, column 3: "_s,
        u"is to be an object"_s);
    row("no sentence",
        "{\"rules\":[\n{\"channel\":\"/a\"}]}",
        u"line 2, column 1: "_s,
        u"This rule has no \"sentence\"."_s);
    row("a name misspelt",
        "{\"rules\":[{\"channel\":\"/a\",\n  \"sentense\":\"x\"}]}",
        u"line 2, column 3: "_s,
        u"A rule has no \"sentense\"; it has name, channel, when, sentence, fields and record."_s);
    row("twice",
        R"({"rules":[{"name":"a","name":"b"}]})",
        u"line 1, column 23: "_s,
        u"stands twice"_s);
}

void addFaultyRules()
{
    row("a channel without slash",
        "{\"rules\":[{\n\t\"channel\": \"acme\"}]}",
        u"line 2, column 13: "_s,
        u"begins with a slash"_s);
    row("** in the middle",
        R"({"rules":[{"channel":"/a/**/b"}]})",
        u"line 1, column 22: "_s,
        u"** stands at the end"_s);
    row("half a wildcard",
        R"({"rules":[{"channel":"/a*"}]})",
        u"line 1, column 22: "_s,
        u"* stands for a whole part"_s);
    row("an open place",
        R"({"rules":[{"sentence":"{data"}]})",
        u"line 1, column 23: "_s,
        u"has no } that closes it"_s);
    row("a closing brace",
        R"({"rules":[{"sentence":"a}"}]})",
        u"line 1, column 23: "_s,
        u"write }} for a brace"_s);
    row("a bad path",
        R"({"rules":[{"sentence":"{data..x}"}]})",
        u"line 1, column 23: "_s,
        u"a name is missing"_s);
    row("an open bracket",
        R"({"rules":[{"sentence":"{data[1}"}]})",
        u"line 1, column 23: "_s,
        u"a [ has no ]"_s);
    row("an index that is none",
        R"({"rules":[{"fields":["a[-1]"]}]})",
        u"line 1, column 22: "_s,
        u"a number from 0 on"_s);
    row("a field without path",
        R"({"rules":[{"fields":[{"label":"x"}]}]})",
        u"line 1, column 22: "_s,
        u"This field has no \"path\"."_s);
    row("a sentence that is a number",
        R"({"rules":[{"sentence":5}]})",
        u"line 1, column 23: "_s,
        u"a text in double quotes"_s);
    row("a condition on an object",
        R"({"rules":[{"when":{"a":{}}}]})",
        u"line 1, column 24: "_s,
        u"A value to compare with"_s);
    row("an unknown part of a record",
        R"({"rules":[{"record":{"id":"x"}}]})",
        u"line 1, column 22: "_s,
        u"it has table and sys_id"_s);
    row("ä before it",
        "{\"rules\":[{\"name\":\"ää\",\"x\":1}]}",
        u"line 1, column 24: "_s,
        u"A rule has no \"x\""_s);
}

} // namespace

void TestDecodeRules::readsTheExamples()
{
    const QDir folder(QStringLiteral(AMB_EXAMPLES));
    const QStringList names = folder.entryList({u"*.json"_s});
    QCOMPARE(names, (QStringList{u"build-status.json"_s, u"door-events.json"_s}));
    QList<DecodeRule> rules;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto parsed = parseDecodeRules(file.readAll());
        QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.error().text));
        rules += *parsed;
    }
    const Decoders decoders(rules);
    const auto sentence = [&decoders](const QByteArray &raw) {
        return decoders.decode(raw, MessageKind::Event, Direction::In).sentence;
    };
    QCOMPARE(
        sentence(
            R"({"channel":"/acme/build/7","data":{"project":"Web","number":7,"state":"failed"}})"),
        u"Web: build 7 failed in an unknown step"_s);
    QCOMPARE(
        sentence(
            R"({"channel":"/acme/build/7","data":{"project":"Web","number":7,"state":"queued"}})"),
        u"Web: build 7 is queued"_s);
    QCOMPARE(
        sentence(
            R"({"channel":"/x_acme_doors/4/event","data":{"event":"opened","badge":{"holder":"Ann"}}})"),
        u"Door 4: opened by Ann"_s);
}

void TestDecodeRules::saysWhatARuleSays_data()
{
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QString>("expected");
    QTest::newRow("words alone") << QByteArray("It happened") << u"It happened"_s;
    QTest::newRow("a value") << QByteArray("is {data.text}") << u"is <b>%1</b>"_s;
    QTest::newRow("a number") << QByteArray("{data.number}") << u"12"_s;
    QTest::newRow("a missing value") << QByteArray("{data.none}") << u"?"_s;
    QTest::newRow("null") << QByteArray("{data.null|nothing}") << u"nothing"_s;
    QTest::newRow("said instead") << QByteArray("by {data.none|nobody}") << u"by nobody"_s;
    QTest::newRow("braces") << QByteArray("{{{data.number}}}") << u"{12}"_s;
    QTest::newRow("display value") << QByteArray("{data.pair}") << u"4 - Low"_s;
    QTest::newRow("part of the channel") << QByteArray("{channel[1]}") << u"north"_s;
    QTest::newRow("within a text of JSON") << QByteArray("{data.inner.a[1]}") << u"2"_s;
    QTest::newRow("nothing left to say") << QByteArray("{data.null|}") << u"(empty)"_s;
}

void TestDecodeRules::saysWhatARuleSays()
{
    QFETCH(const QByteArray, sentence);
    QFETCH(const QString, expected);
    const DecodedMessage decoded =
        decode(ruleWith(sentence),
               "/acme/north",
               R"({"text":"<b>%1</b>","number":12,"null":null,"inner":"{\"a\":[1,2]}",)"
               R"("pair":{"display_value":"4 - Low","value":"4"}})");
    QCOMPARE(decoded.sentence, expected);
    QCOMPARE(decoded.family, u"Own rule"_s);
}

void TestDecodeRules::listsItsFieldsFirst()
{
    const DecodedMessage decoded = decode(
        ruleWith(
            "x",
            R"(,"fields":["data.z",{"label":"State","path":".data.now","before":"data.was"},"data.none"])"),
        "/acme/a",
        R"({"a":1,"now":"up","was":"down","z":26})");
    QCOMPARE(asText(decoded),
             u"Own rule: x\n"
             u"  Z (z): 26\n"
             u"  State (now): down → up\n"
             u"  None (none): \n"
             u"  A (a): 1\n"
             u"  Was (was): down\n"_s);
}

void TestDecodeRules::takesTheFirstRuleThatFits()
{
    const QByteArray rules = R"({"rules":[
        {"channel":"/acme/*","when":{"data.type":"a","data.n":1,"data.b":true},"sentence":"first"},
        {"channel":"/acme/*","when":{"data.type":"a"},"sentence":"second"}]})";
    QCOMPARE(decode(rules, "/acme/x", R"({"type":"a","n":1,"b":true})").sentence, u"first"_s);
    QCOMPARE(decode(rules, "/acme/x", R"({"type":"a","n":2})").sentence, u"second"_s);
    QCOMPARE(decode(rules, "/acme/x", R"({"type":"c"})").sentence, u"type: c"_s);
    QCOMPARE(decode(rules, "/acme/x/y", R"({"type":"a"})").sentence, u"type: a"_s);
}

void TestDecodeRules::namesTheRecordOnlyWhenItIsWhole()
{
    const QByteArray rules =
        ruleWith("x", R"(,"record":{"table":"incident","sys_id":"{data.id}"})");
    QCOMPARE(decode(rules, "/acme/a", R"({"id":"7"})").record, (RecordKey{u"incident"_s, u"7"_s}));
    QVERIFY(decode(rules, "/acme/a", R"({"other":"7"})").record.isNull());
}

void TestDecodeRules::matchesChannels_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *channel, bool matches) {
        QTest::addRow("%s %s", pattern, channel)
            << QString::fromLatin1(pattern) << QString::fromLatin1(channel) << matches;
    };
    row("/a/b", "/a/b", true);
    row("/a/b", "/a/b/c", false);
    row("/a/*", "/a/b", true);
    row("/a/*", "/a", false);
    row("/a/*", "/a/b/c", false);
    row("/a/**", "/a/b/c", true);
    row("/a/**", "/a", false);
    row("/**", "/a", true);
    row("/rw/*/incident/**", "/rw/default/incident/YWN0/aXZl", true);
    row("/rw/*/incident/**", "/rw/default/problem/YWN0", false);
}

void TestDecodeRules::matchesChannels()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, channel);
    QFETCH(const bool, matches);
    const auto glob = ChannelGlob::parse(pattern);
    QVERIFY(glob.ok());
    QCOMPARE(glob->matches(channel), matches);
}

void TestDecodeRules::findsValues_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("a member") << u"a"_s << QJsonValue(1);
    QTest::newRow("with a dot before") << u".a"_s << QJsonValue(1);
    QTest::newRow("a quoted name") << uR"(["x y"]["."])"_s << QJsonValue(2);
    QTest::newRow("as jq writes it") << uR"(.["x y"].list[1])"_s << QJsonValue("b"_L1);
    QTest::newRow("beyond the end") << uR"(["x y"].list[9])"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("into a number") << u"a.b"_s << QJsonValue(QJsonValue::Undefined);
}

void TestDecodeRules::findsValues()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    const QJsonObject message{
        {u"a"_s, 1}, {u"x y"_s, QJsonObject{{u"."_s, 2}, {u"list"_s, QJsonArray{u"a"_s, u"b"_s}}}}};
    const auto parsed = JsonPath::parse(path);
    QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.error().text));
    QCOMPARE(parsed->in(message), value);
}

void TestDecodeRules::saysWhereAFaultIs_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("begin"); // of the error
    QTest::addColumn<QString>("words"); // in it
    addFaultyFiles();
    addFaultyRules();
}

void TestDecodeRules::saysWhereAFaultIs()
{
    QFETCH(const QByteArray, rules);
    QFETCH(const QString, begin);
    QFETCH(const QString, words);
    const auto parsed = parseDecodeRules(rules);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().text.startsWith(begin), qPrintable(parsed.error().text));
    QVERIFY2(parsed.error().text.contains(words), qPrintable(parsed.error().text));
}

void TestDecodeRules::survivesAnyMessage()
{
    auto rules = parseDecodeRules(
        R"({"rules":[{"channel":"/**","sentence":"{data.a[0].b}{ext}{channel[0]}",)"
        R"("fields":["data","ext.x","data[7]"],"record":{"sys_id":"{data}"}}]})");
    QVERIFY(rules.ok());
    const Decoders decoders(std::move(rules).value());
    const QList<SampleMessage> samples = sampleMessages();
    for (const SampleMessage &sample : samples)
        QCOMPARE(faultOf(decoders.decode(sample.raw, sample.kind, sample.direction)), QString());
    const QByteArray big = R"({"channel":"/a","data":")" + QByteArray(1'000'000, '[') + R"("})";
    QCOMPARE(faultOf(decoders.decode(big, MessageKind::Event, Direction::In)), QString());
}

QTEST_GUILESS_MAIN(TestDecodeRules)
#include "test_decoderules.moc"
