// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "core/oneline.h"
#include "samplemessages.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// What holds for decoding whatever the message is.
class TestDecoders : public QObject
{
    Q_OBJECT

private slots:
    void staysBounded_data();
    void staysBounded();
    void makesNoHtmlOfIt();
    void saysThatJsonIsMalformed();
    void showsWhatIsNoMessage();
    void survivesAnyKindOfAnyMessage();
    void survivesMutatedMessages();
    void saysHowManyFieldsAreLeftOut();
    void shortensToWholeCharacters();
    void namesFieldsInWords_data();
    void namesFieldsInWords();

private:
    [[nodiscard]] DecodedMessage event(const QByteArray &data,
                                       const QByteArray &channel = "/a") const
    {
        return m_decoders.decode(R"({"channel":")" + channel + R"(","data":)" + data + '}',
                                 MessageKind::Event,
                                 Direction::In);
    }

    Decoders m_decoders;
};

namespace {

/// A channel of each family.
const QByteArrayList &channels()
{
    static const QByteArrayList names{"/a",
                                      "/rw/default/incident/YWN0aXZlPXRydWU-",
                                      "/rw/default/%%%/%%%",
                                      "/rw/count/incident/YWN0aXZlPXRydWU-",
                                      "/rw/count2/",
                                      "/rw/graphql/3f2a91",
                                      "/sn/rp/incident/5d0e4c1f87a2b6d3905e7f1c2a3b4d5e",
                                      "/sp/rp/",
                                      "/connect/message/1",
                                      "/connect/support/queues",
                                      "/connect/1",
                                      "/notifications/1",
                                      "/cs/messages/1",
                                      "/cs/support_queue/1",
                                      "/activity/ui16/edit/1",
                                      "/history/update/incident/1",
                                      "/flow/execution/1",
                                      "/mid/server/1",
                                      "/build_agent/stream/1",
                                      "/sn/meta/channel_redirect/1",
                                      "/service/transaction/cancel",
                                      "/uxbannerannouncements",
                                      "/openframe/agent_status"};
    return names;
}

} // namespace

void TestDecoders::staysBounded_data()
{
    QTest::addColumn<QByteArray>("data");
    const QByteArray big = '"' + QByteArray(qsizetype(1024) * 1024, 'x') + '"';
    QTest::newRow("1 MB of text") << big;
    QTest::newRow("1 MB key") << "{" + big + ":1}";
    QTest::newRow("1 MB in a field") << R"({"a":)" + big + "}";
    QTest::newRow("a long array") << "[" + QByteArray("1,").repeated(100000) + "1]";
    QTest::newRow("many presences") << R"({"presences":[)"
            + QByteArray(R"({"user_display_name":"A","status":"b"},)").repeated(20000)
            + R"({"status":"c"}]})";
    QTest::newRow("a hostile record") << R"({"operation":"update","sys_id":"x","display_value":)"
            + big + R"(,"table_name":)" + big + R"(,"changes":[)" + big + R"(,"a"],"record":{"a":)"
            + big + R"(},"changes_with_users":{"a":)" + big + "}}";
    QTest::newRow("a hostile card") << R"({"operation":"update","sys_id":)" + big
            + R"(,"table_name":"vtb_card","changes":["lane"],"record":{"lane":{"display_value":)"
            + big + R"(,"value":)" + big + "}}}";
    QTest::newRow("changes of wrong types") << QByteArray(
        R"({"operation":"update","sys_id":"x","changes":[1,null,{"a":1}],"record":[1],"changes_with_users":7})");
    QTest::newRow("many changes") << R"({"operation":"update","sys_id":"x","changes":[)"
            + QByteArray("\"f\",").repeated(100000) + "\"g\"]}";
    QTest::newRow("JSON in JSON in JSON") << R"({"data":"{\"type\":\"edited\",\"new\":)"
            + QByteArray(R"([\"\\\"\",)").repeated(1000) + R"("})";
    QTest::newRow("line breaks") << QByteArray(R"("a\nb\r\nc\td\u2028e\u2029f\u0085g")");
    QTest::newRow("control characters") << QByteArray(R"({"\u0007a":"\u0000\u001b[31mred\u007f"})");
    QTest::newRow("direction turned") << QByteArray(R"({"a":"\u202etxt.exe\u2066x\u2069\u200f!"})");
    QTest::newRow("… in keys") << QByteArray(R"({"\u202ea\nb":1,"":2,"__":3,"._.":4})");
    QTest::newRow("lone surrogates") << QByteArray(R"({"\ud800":"\ud800 \udc00 a"})");
    QTest::newRow("only white space") << QByteArray(R"(" \n\t ")");
    QTest::newRow("empty text") << QByteArray(R"("")");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a number") << QByteArray("-1.5e300");
    QTest::newRow("false") << QByteArray("false");
    QTest::newRow("200 levels of arrays")
        << QByteArray("[").repeated(200) + QByteArray("]").repeated(200);
    QTest::newRow("200 levels of objects")
        << QByteArray(R"({"a":)").repeated(200) + "1" + QByteArray("}").repeated(200);
    QTest::newRow("deeper than Qt reads")
        << QByteArray("[").repeated(100000) + QByteArray("]").repeated(100000);
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\xfe\xc3\x28\"}");
}

void TestDecoders::staysBounded()
{
    QFETCH(const QByteArray, data);
    QElapsedTimer clock;
    for (const QByteArray &channel : channels()) {
        clock.start();
        QCOMPARE(faultOf(event(data, channel)), QString());
        QVERIFY2(clock.elapsed() < 3000, channel.constData()); // sanitizers are slow
    }
}

/// It is shown as plain text, so nothing is escaped and nothing is lost.
void TestDecoders::makesNoHtmlOfIt()
{
    QCOMPARE(event(R"({"a":"<img src=x onerror=alert(1)> & %1 %2"})").sentence,
             u"a: <img src=x onerror=alert(1)> & %1 %2"_s);
    QCOMPARE(event(R"({"operation":"update","sys_id":"1","display_value":"%2","changes":["%1"],)"
                   R"("record":{"%1":"%99"},"changes_with_users":{"%1":"%3"}})")
                 .sentence,
             u"%2: %1 → %99 by %3"_s);
}

void TestDecoders::saysThatJsonIsMalformed()
{
    QVERIFY(event(R"({"a":1,,})").sentence.startsWith(u"Malformed JSON at byte "_s));
    QCOMPARE(faultOf(event("{")), QString());
    QCOMPARE(faultOf(m_decoders.decode("", MessageKind::Event, Direction::In)), QString());
}

void TestDecoders::showsWhatIsNoMessage()
{
    QCOMPARE(m_decoders.decode("<!DOCTYPE html>\n<html>", MessageKind::Malformed, Direction::In)
                 .sentence,
             u"No Bayeux message: <!DOCTYPE html> <html>"_s);
    const QByteArray bytes = QByteArray::fromHex("00ff1f8b08c328").repeated(1000);
    QCOMPARE(faultOf(m_decoders.decode(bytes, MessageKind::Malformed, Direction::In)), QString());
}

void TestDecoders::survivesAnyKindOfAnyMessage()
{
    const QByteArrayList messages{
        "{}",
        "[]",
        "null",
        R"({"successful":"yes","error":5,"ext":[1],"channel":7,"id":{}})",
        R"({"successful":true,"clientId":{},"subscription":[1,2],"advice":[]})",
        R"({"subscription":[],"advice":{"interval":"x","timeout":-1,"reconnect":[]}})",
        R"({"supportedConnectionTypes":[1,{"a":"b"}],"text":5,"note":[]})",
        R"({"ext":{"received_by_glide":{"channel":"/meta/subscribe","subscription":[]}}})",
        R"({"channel":"/service/transaction/cancel","data":"::::"})"};
    for (const QByteArray &message : messages) {
        for (int kind = 0; kind <= int(MessageKind::Malformed); ++kind) {
            for (const Direction direction : {Direction::In, Direction::Out, Direction::Local})
                QCOMPARE(faultOf(m_decoders.decode(message, MessageKind(kind), direction)),
                         QString());
        }
    }
}

void TestDecoders::survivesMutatedMessages()
{
    const QList<SampleMessage> samples = sampleMessages();
    quint32 state = 20260302; // a generator of our own: the same everywhere
    const auto random = [&state](qsizetype below) {
        state = state * 1664525U + 1013904223U;
        return qsizetype(quint64(state) * quint64(below) >> 32U);
    };
    const QByteArrayList pieces{"null",     "[]",
                                "{}",       "\"\"",
                                "-1",       "1e400",
                                "true",     R"("\u202e")",
                                "{",        "}",
                                "[",        "]",
                                "\"",       ",",
                                ":",        R"("display_value":)",
                                "\xff",     "\\u",
                                "\\n",      "%1",
                                "vtb_card", "9999999999999999999"};
    for (int round = 0; round < 20'000; ++round) {
        const SampleMessage &sample = samples.at(random(samples.size()));
        QByteArray raw = sample.raw;
        for (qsizetype edits = 1 + random(3); edits > 0; --edits) {
            const qsizetype at = random(raw.size() + 1);
            switch (random(4)) {
            case 0:
                raw.replace(at, random(12), pieces.at(random(pieces.size())));
                break;
            case 1: // a part of another message
                raw.insert(at, samples.at(random(samples.size())).raw.mid(random(200), random(60)));
                break;
            case 2:
                raw.remove(at, random(20));
                break;
            default: // another value for a name
                if (const qsizetype colon = raw.indexOf(':', at); colon >= 0) {
                    const qsizetype end = raw.indexOf(',', colon);
                    raw.replace(
                        colon + 1, (end < 0 ? raw.size() : end) - colon - 1, pieces.at(random(8)));
                }
            }
        }
        const DecodedMessage decoded = m_decoders.decode(raw, sample.kind, sample.direction);
        const QString fault = faultOf(decoded);
        QVERIFY2(fault.isEmpty(), qPrintable(fault + u": "_s + QString::fromUtf8(raw)));
    }
}

void TestDecoders::saysHowManyFieldsAreLeftOut()
{
    QByteArrayList members;
    for (int i = 0; i < 1000; ++i)
        members.append("\"f" + QByteArray::number(i) + "\":1");
    const DecodedMessage decoded = event('{' + members.join(',') + '}');
    QCOMPARE(decoded.fields.size(), DecodedMessage::mostFields);
    QCOMPARE(decoded.fieldsLeftOut, 1000 - DecodedMessage::mostFields);
}

void TestDecoders::shortensToWholeCharacters()
{
    QCOMPARE(oneLine(u"abc"_s, 3), u"abc"_s);
    QCOMPARE(oneLine(u"abcd"_s, 3), u"ab…"_s);
    QCOMPARE(oneLine(u"a🚪🚪"_s, 3), u"a…"_s);
    QCOMPARE(oneLine(u" a \n\n b "_s, 10), u"a b"_s);
    QCOMPARE(oneLine(QString(), 3), QString());
}

void TestDecoders::namesFieldsInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("label");
    const auto row = [](const QString &name, const QString &label) {
        QTest::newRow(qPrintable(name)) << name << label;
    };
    row(u"short_description"_s, u"Short description"_s);
    row(u"caller_id"_s, u"Caller"_s);
    row(u"averageWaitTime"_s, u"Average wait time"_s);
    row(u"serializedGraphQLSubscription"_s, u"Serialized graph QL subscription"_s);
    row(u"clientId"_s, u"Client ID"_s);
    row(u"sys_mod_count"_s, u"Updates so far"_s);
    row(u"u_über"_s, u"U über"_s);
    row(u"data.sender.name"_s, u"Name"_s);
    row(u"ext.sys_id"_s, u"AMB message"_s);
}

void TestDecoders::namesFieldsInWords()
{
    QFETCH(const QString, name);
    QFETCH(const QString, label);
    const QByteArray data = R"({")" + name.toUtf8().replace("ext.", "") + R"(":1})";
    QVERIFY(!label.isEmpty());
    const DecodedMessage decoded = name.startsWith("ext."_L1)
        ? m_decoders.decode(R"({"data":{},"ext":)" + data + '}', MessageKind::Event, Direction::In)
        : event(data);
    QCOMPARE(decoded.fields.value(0).label, label);
}

QTEST_GUILESS_MAIN(TestDecoders)
#include "test_decoders.moc"
