// SPDX-License-Identifier: MIT
#include "core/bayeux/framesplitter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

namespace {

/// The envelopes of a frame as text: kind, then each field that is there; then the error's place.
QByteArray describe(const QByteArray &frame)
{
    FrameSplitter splitter;
    const FrameSplitter::Split split = splitter.split(frame);
    QByteArrayList parts;
    for (const Envelope &envelope : split.envelopes) {
        QByteArray text = QByteArray(toText(classify(envelope)).latin1());
        const auto add = [&text](const char *name, QByteArrayView value) {
            if (!value.isEmpty())
                text += QByteArray(" ") + name + '=' + value.toByteArray();
        };
        add("channel", envelope.channel);
        add("id", envelope.id);
        add("client", envelope.clientId);
        add("error", envelope.error);
        add("subscription", envelope.subscription);
        add("types", envelope.supportedConnectionTypes);
        add("advice", envelope.advice);
        add("ext", envelope.ext);
        if (envelope.successful)
            text += *envelope.successful ? " ok" : " not-ok";
        if (envelope.hasData)
            text += " data";
        parts += text;
    }
    if (split.error)
        parts += "error@" + QByteArray::number(split.errorOffset);
    return parts.join(" | ");
}

QByteArray eventWith(const QByteArray &data)
{
    return R"([{"channel":"/a","data":)" + data + "}]";
}

} // namespace

class TestFrameSplitter : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFieldsOfAMessage_data();
    void readsTheFieldsOfAMessage();
    void keepsRawBytesAsTheyCame_data();
    void keepsRawBytesAsTheyCame();
    void givesWhatCameBeforeAnError_data();
    void givesWhatCameBeforeAnError();
    void nothingCrashesWhenCutAnywhere();
    void readsAMegabyte();
    void readsWhatIsNestedAThousandDeep();
    void isAsGoodAfterAHugeFrameAsBefore();
    void splitsAllCapturedFrames_data();
    void splitsAllCapturedFrames();
    void tellsWhatIsWrongForPeople();
};

void TestFrameSplitter::readsTheFieldsOfAMessage_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *frame, const char *expected) {
        QTest::newRow(name) << QByteArray(frame) << QByteArray(expected);
    };
    row("empty array", "[]", "");
    row("event", R"([{"channel":"/a","data":{"n":1}}])", "event channel=/a data");
    row("single object", R"({"channel":"/a","data":1})", "event channel=/a data");
    row("event with the publisher's id",
        R"([{"id":"7","channel":"/a","data":{}}])",
        "event channel=/a id=7 data");
    row("event with successful",
        R"([{"channel":"/a","data":{},"successful":true}])",
        "event channel=/a ok data");
    row("data null", R"([{"channel":"/a","data":null}])", "event channel=/a data");
    row("data empty text", R"([{"channel":"/a","data":""}])", "event channel=/a data");
    row("data 0", R"([{"channel":"/a","data":0}])", "event channel=/a data");
    row("data false", R"([{"channel":"/a","data":false}])", "event channel=/a data");
    row("publish reply",
        R"([{"channel":"/a","id":"3","successful":true}])",
        "publish-reply channel=/a id=3 ok");
    row("refused publish",
        R"([{"channel":"/a","id":"3","successful":false,"error":"404::message_deleted"}])",
        "publish-reply channel=/a id=3 error=404::message_deleted not-ok");
    row("neither", R"([{"channel":"/a","id":"3"}])", "unknown channel=/a id=3");
    row("no channel", R"([{"data":1}])", "unknown data");
    row("empty object", "[{}]", "unknown");
    row("connect reply",
        R"([{"channel":"/meta/connect","id":"2","successful":true,"advice":{"timeout":1}}])",
        R"(connect channel=/meta/connect id=2 advice={"timeout":1} ok)");
    row("connect reply with data",
        R"([{"channel":"/meta/connect","data":1}])",
        "connect channel=/meta/connect data");
    row("server's disconnect",
        R"([{"channel":"/meta/disconnect","successful":true}])",
        "disconnect channel=/meta/disconnect ok");
    row("unknown meta channel",
        R"([{"channel":"/meta/connects","successful":true}])",
        "publish-reply channel=/meta/connects ok");
    row("escaped slashes",
        R"([{"channel":"\/meta\/connect","id":"\u0031"}])",
        "connect channel=/meta/connect id=1");
    row("escaped key", R"([{"ch\u0061nnel":"/a","d\u0061ta":1}])", "event channel=/a data");
    row("id as a number",
        R"([{"channel":"/meta/connect","id": 12 ,"successful":true}])",
        "connect channel=/meta/connect id=12 ok");
    row("id null",
        R"([{"channel":"/meta/disconnect","id":null}])",
        "disconnect channel=/meta/disconnect");
    row("id of other types",
        R"([{"id":{"id":"9"},"channel":"/a","data":1},{"id":[1],"channel":"/b","data":1},{"id":true,"channel":"/c","data":1}])",
        "event channel=/a data | event channel=/b data | event channel=/c data");
    row("channel of a wrong type",
        R"([{"channel":["/a"],"data":1},{"channel":5,"successful":true}])",
        "unknown data | unknown ok");
    row("successful of a wrong type",
        R"([{"channel":"/a","successful":"true"}])",
        "unknown channel=/a");
    row("error and clientId of a wrong type",
        R"([{"channel":"/meta/handshake","error":{"a":1},"clientId":5,"successful":false}])",
        "handshake channel=/meta/handshake not-ok");
    row("advice and ext that are no objects",
        R"([{"channel":"/meta/connect","advice":null,"ext":[1]},{"channel":"/a","advice":"x","ext":5,"data":1}])",
        "connect channel=/meta/connect | event channel=/a data");
    row("types and subscription of a wrong type",
        R"([{"channel":"/meta/handshake","supportedConnectionTypes":"websocket","subscription":5}])",
        "handshake channel=/meta/handshake");
    row("subscriptions in an array",
        R"([{"channel":"/meta/subscribe","subscription":["/a", "/b"],"successful":true}])",
        R"(subscribe channel=/meta/subscribe subscription=["/a", "/b"] ok)");
    row("raw values without the space behind",
        "[{\"ext\" : {\"a\": [1 , 2]} \n , \"channel\":\"/a\" , \"data\" : 1 \n}]",
        R"(event channel=/a ext={"a": [1 , 2]} data)");
    row("fields inside data are data's own",
        R"([{"data":{"channel":"/b","id":"9","data":{"channel":"/c"},"successful":false,"advice":{"reconnect":"none"},"error":"x"},"channel":"/a"}])",
        "event channel=/a data");
    row("fields inside ext and unknown fields",
        R"([{"ext":{"data":1,"id":"5"},"timestamp":"now","other":[{"channel":"/x"}],"channel":"/a","successful":true}])",
        R"(publish-reply channel=/a ext={"data":1,"id":"5"} ok)");
    row("braces and brackets inside strings",
        R"([{"data":"}]{[\"\\","channel":"/a"},{"channel":"/b","data":"]"}])",
        "event channel=/a data | event channel=/b data");
    row("pretty-printed",
        "\r\n [\n  {\n    \"channel\" : \"/a\",\n\t\"data\" : 1\n  }\n ,\n "
        "{\"channel\":\"/b\",\"data\":2} ]\n\n",
        "event channel=/a data | event channel=/b data");
    row("UTF-8",
        "[{\"channel\":\"/a\",\"data\":\"Grüße, 東京 🚪\",\"error\":\"è\"}]",
        "event channel=/a error=è data");
    row("the same key twice: the last counts",
        R"([{"channel":"/a","channel":"/b","data":1}])",
        "event channel=/b data");
}

void TestFrameSplitter::readsTheFieldsOfAMessage()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, expected);
    QCOMPARE(describe(frame), expected);
}

void TestFrameSplitter::keepsRawBytesAsTheyCame_data()
{
    QTest::addColumn<QByteArrayList>("messages");
    QTest::addColumn<QByteArray>("between");
    const QByteArrayList messages{
        R"({"channel":"/a","data":{"big":12345678901234567890,"f":1.0,"e":1E5}})",
        "{ \"data\" : \"\\u00e9\\/\" ,\n\t\"channel\":\"/b\" }",
        R"({"z":1,"a":2,"channel":"/c","data":null})",
        "{}"};
    QTest::newRow("compact") << messages << QByteArray(",");
    QTest::newRow("spaced") << messages << QByteArray(" \r\n,\t ");
}

void TestFrameSplitter::keepsRawBytesAsTheyCame()
{
    QFETCH(QByteArrayList, messages);
    QFETCH(QByteArray, between);
    const QByteArray frame = "[ " + messages.join(between) + " ]";
    FrameSplitter splitter;
    const FrameSplitter::Split split = splitter.split(frame);
    QVERIFY(!split.error);
    QByteArrayList raw;
    for (const Envelope &envelope : split.envelopes) {
        raw += envelope.raw.toByteArray();
        QVERIFY(envelope.raw.begin() >= frame.constBegin()
                && envelope.raw.end() <= frame.constEnd());
    }
    QCOMPARE(raw, messages);
}

void TestFrameSplitter::givesWhatCameBeforeAnError_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &frame, const char *expected) {
        QTest::newRow(name) << frame << QByteArray(expected);
    };
    row("nothing", "", "error@0");
    row("white space", " \n ", "error@0");
    row("HTML", "<!DOCTYPE html><html></html>", "error@0");
    row("a word", "hello", "error@0");
    row("a number", "5", "error@0");
    row("null", "null", "error@0");
    row("a string", "\"[]\"", "error@0");
    row("truncated array", R"([{"channel":"/a","data":1})", "error@0");
    row("truncated message", R"([{"channel":"/a","data":1},{"channel":"/b")", "error@0");
    row("truncated string", R"([{"channel":"/a","data":1},{"channel":"/b)", "error@0");
    row("truncated object", R"({"channel":"/a","data":{"n":1})", "error@0");
    row("trailing garbage", R"([{"channel":"/a","data":1}] x)", "error@0");
    row("two arrays",
        R"([{"channel":"/a","data":1}][{"channel":"/b","data":1}])",
        "event channel=/a data | error@26");
    row("two objects",
        R"({"channel":"/a","data":1}{"channel":"/b","data":1})",
        "event channel=/a data | error@25");
    row("comma missing",
        R"([{"channel":"/a","data":1}{"channel":"/b","data":1}])",
        "event channel=/a data | error@26");
    row("element that is no message",
        R"([{"channel":"/a","data":1},5,{"channel":"/b","data":1}])",
        "event channel=/a data | error@27");
    row("array in the array", R"([[{"channel":"/a","data":1}]])", "error@1");
    row("invalid UTF-8", "[{\"channel\":\"/a\",\"data\":\"\xC3\x28\"}]", "error@0");
    row("NUL byte", QByteArray("[{\"channel\":\"/a\"}\0]", 18), "error@0");
    row("key without value",
        R"([{"channel":"/a","data":1},{"channel"}])",
        "event channel=/a data | error@27");
    row("single quotes", "[{'channel':'/a'}]", "error@1");
}

void TestFrameSplitter::givesWhatCameBeforeAnError()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, expected);
    QCOMPARE(describe(frame), expected);
}

void TestFrameSplitter::nothingCrashesWhenCutAnywhere()
{
    const QByteArray frame =
        R"([{"channel":"/meta/connect","id":12,"successful":true,"advice":{"interval":0},)"
        R"("ext":{"a":[1,{"b":"\u00e9"}]}},{"channel":"/a","data":[true,null,-1.5e3,"\"]}"]}])";
    QCOMPARE(describe(frame),
             QByteArray("connect channel=/meta/connect id=12 advice={\"interval\":0} "
                        "ext={\"a\":[1,{\"b\":\"\\u00e9\"}]} ok | event channel=/a data"));
    FrameSplitter splitter;
    for (qsizetype length = 0; length < frame.size(); ++length) {
        const QByteArray cut = frame.left(length);
        const FrameSplitter::Split split = splitter.split(cut);
        QVERIFY2(split.error.has_value(), cut.constData());
        QVERIFY(split.envelopes.size() <= 2);
        QVERIFY(split.errorOffset >= 0 && split.errorOffset <= length);
    }
}

void TestFrameSplitter::readsAMegabyte()
{
    const QByteArray big = '"' + QByteArray(qsizetype(1024) * 1024, 'x') + '"';
    QByteArray frame = "[";
    for (int i = 0; i < 3; ++i)
        frame += R"({"channel":"/a","data":)" + big + "},";
    frame += R"({"channel":"/b","data":1}])";
    QCOMPARE(describe(frame),
             QByteArray("event channel=/a data | event channel=/a data | event channel=/a data | "
                        "event channel=/b data"));
}

void TestFrameSplitter::readsWhatIsNestedAThousandDeep()
{
    const QByteArray open = QByteArray("[").repeated(1000);
    const QByteArray close = QByteArray("]").repeated(1000);
    QCOMPARE(describe(eventWith(open + close)), QByteArray("event channel=/a data"));
    QCOMPARE(describe(eventWith(QByteArray(R"({"data":)").repeated(1000) + "1"
                                + QByteArray("}").repeated(1000))),
             QByteArray("event channel=/a data"));
    QCOMPARE(describe(eventWith(QByteArray("[").repeated(200000))), QByteArray("error@1"));
}

void TestFrameSplitter::isAsGoodAfterAHugeFrameAsBefore()
{
    FrameSplitter splitter;
    const QByteArray small = R"([{"channel":"/a","id":"1","data":1}])";
    const QByteArray huge = eventWith('"' + QByteArray(qsizetype(9) * 1024 * 1024, 'x') + '"');
    for (const QByteArray &frame : {small, huge, small, small}) {
        const FrameSplitter::Split split = splitter.split(frame);
        QVERIFY(!split.error);
        QCOMPARE(split.envelopes.size(), size_t(1));
        QCOMPARE(split.envelopes.front().channel, QByteArrayView("/a"));
        QCOMPARE(split.envelopes.front().raw.size(), frame.size() - 2);
    }
}

void TestFrameSplitter::splitsAllCapturedFrames_data()
{
    QTest::addColumn<QJsonArray>("messages");
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int frames = 0;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QString name =
            u"%1 %2"_s.arg(line.value("n"_L1).toInt()).arg(line.value("label"_L1).toString());
        QTest::newRow(qPrintable(name)) << line.value("frame"_L1).toArray();
        ++frames;
    }
    QCOMPARE(frames, 53);
}

void TestFrameSplitter::splitsAllCapturedFrames()
{
    QFETCH(QJsonArray, messages);
    const QByteArray frame = QJsonDocument(messages).toJson(QJsonDocument::Compact);
    FrameSplitter splitter;
    const FrameSplitter::Split split = splitter.split(frame);
    QVERIFY(!split.error);
    QCOMPARE(split.envelopes.size(), size_t(messages.size()));
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const Envelope &envelope = split.envelopes[size_t(i)];
        const QJsonObject message = messages.at(i).toObject();
        QCOMPARE(QJsonDocument::fromJson(envelope.raw.toByteArray()).object(), message);
        QCOMPARE(QString::fromUtf8(envelope.channel), message.value("channel"_L1).toString());
        QCOMPARE(QString::fromUtf8(envelope.id), message.value("id"_L1).toString());
        QCOMPARE(QString::fromUtf8(envelope.clientId), message.value("clientId"_L1).toString());
        QCOMPARE(QString::fromUtf8(envelope.error), message.value("error"_L1).toString());
        QCOMPARE(QJsonDocument::fromJson(envelope.ext.toByteArray()).object(),
                 message.value("ext"_L1).toObject());
        QCOMPARE(QJsonDocument::fromJson(envelope.advice.toByteArray()).object(),
                 message.value("advice"_L1).toObject());
        QCOMPARE(envelope.hasData, message.contains("data"_L1));
        QCOMPARE(envelope.successful.has_value(), message.contains("successful"_L1));
        QCOMPARE(envelope.successful.value_or(false), message.value("successful"_L1).toBool());
    }
}

void TestFrameSplitter::tellsWhatIsWrongForPeople()
{
    FrameSplitter splitter;
    const FrameSplitter::Split split = splitter.split("<html>secret</html>");
    QVERIFY(split.error.has_value());
    QCOMPARE(split.error->kind, ErrorKind::Protocol);
    QCOMPARE(split.error->text,
             u"The server sent something that is no Bayeux message (at byte 0); it is kept as it "
             u"came."_s);
    QVERIFY(!split.error->detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestFrameSplitter)
#include "test_framesplitter.moc"
