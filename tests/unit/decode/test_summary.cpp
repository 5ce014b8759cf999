// SPDX-License-Identifier: MIT
#include "core/decode/summary.h"
#include "core/oneline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

namespace {

/// The kind that a session gives a message (see envelope.h for what is received).
MessageKind kindOf(const QJsonObject &message, Direction direction)
{
    static const QHash<QString, MessageKind> meta{
        {u"/meta/handshake"_s, MessageKind::Handshake},
        {u"/meta/connect"_s, MessageKind::Connect},
        {u"/meta/subscribe"_s, MessageKind::Subscribe},
        {u"/meta/unsubscribe"_s, MessageKind::Unsubscribe},
        {u"/meta/disconnect"_s, MessageKind::Disconnect},
    };
    const auto it = meta.constFind(message.value("channel"_L1).toString());
    if (it != meta.constEnd())
        return *it;
    if (message.contains("data"_L1))
        return direction == Direction::Out ? MessageKind::Publish : MessageKind::Event;
    return message.contains("successful"_L1) ? MessageKind::PublishReply : MessageKind::Unknown;
}

/// What is wrong with a line for people; empty when it is fine.
QString faultOf(const QString &line)
{
    if (line.isEmpty())
        return u"empty"_s;
    if (line.size() > 500)
        return u"too long"_s;
    if (line != line.simplified())
        return u"not one tidy line"_s;
    for (const QChar character : line) {
        if (character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format)
            return u"has the control character %1"_s.arg(int(character.unicode()), 4, 16);
    }
    return {};
}

QString eventLine(const QByteArray &data)
{
    return summarize(R"({"channel":"/a","data":)" + data + '}', MessageKind::Event, Direction::In);
}

} // namespace

class TestSummary : public QObject
{
    Q_OBJECT

private slots:
    void saysSomethingOfEveryCapturedFrame();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void staysOneShortLine_data();
    void staysOneShortLine();
    void makesNoHtmlOfIt();
    void saysThatJsonIsMalformed();
    void showsWhatIsNoMessage();
    void survivesAnyKindOfAnyMessage();
    void shortensToWholeCharacters();
};

void TestSummary::saysSomethingOfEveryCapturedFrame()
{
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int messages = 0;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const Direction direction =
            line.value("dir"_L1).toString() == "out"_L1 ? Direction::Out : Direction::In;
        const QJsonArray frame = line.value("frame"_L1).toArray();
        for (const auto &value : frame) {
            const QJsonObject message = value.toObject();
            const QString words =
                summarize(QJsonDocument(message).toJson(), kindOf(message, direction), direction);
            QVERIFY2(faultOf(words).isEmpty(),
                     qPrintable(line.value("label"_L1).toString() + u": "_s + faultOf(words)));
            ++messages;
        }
    }
    QVERIFY(messages >= 53);
}

void TestSummary::saysWhatHappened_data()
{
    QTest::addColumn<int>("frame");
    QTest::addColumn<QString>("expected");
    const auto row = [](int frame, const QString &expected) {
        QTest::addRow("frame %d", frame) << frame << expected;
    };
    row(1, u"Handshake, offers websocket, long-polling"_s);
    row(2, u"Handshake accepted, client 8k2mfy1qv0s7d3n5t9xw4bzh6c, session.logged.in"_s);
    row(3, u"Handshake accepted, client 2p9vxh4rk7ct0mzb1w6ysq8jd5, session.invalidated"_s);
    row(5, u"Connect, to be answered at once"_s);
    row(7, u"Connect"_s);
    row(9, u"Connect answered, session.logged.in"_s);
    row(11, u"Connect answered, session.invalidated"_s);
    row(14, u"Connect answered"_s);
    row(15, u"Connect refused: 402::Unknown client"_s);
    row(17, u"Subscribe to /rw/default/incident/YWN0aXZlPXRydWU-"_s);
    row(19, u"Subscribed to /rw/default/incident/YWN0aXZlPXRydWU-"_s);
    row(21,
        u"Subscription to /no/such/channel refused: No processor matches the provided channel"_s);
    row(23, u"Unsubscribe from /rw/default/incident/YWN0aXZlPXRydWU-"_s);
    row(24, u"Unsubscribed from /rw/default/incident/YWN0aXZlPXRydWU-"_s);
    row(25, u"INC0010042 changed: urgency → 1 - High, priority → 3 - Moderate by agent.one"_s);
    row(27, u"INC0010042 changed (left the query): active → false, state → Closed by agent.one"_s);
    row(28, u"INC0010042 deleted"_s);
    row(29, u"Replace switch in rack 12 changed: lane → In Progress, order → 3 by agent.one"_s);
    row(31, u"INC0010042 changed by agent.one"_s);
    row(34, u"count: -1"_s);
    row(36, u"Publish acknowledged"_s);
    row(37, u"Agent One: typing (work_notes)"_s);
    row(44, u"agent.two: Lunch at 12?"_s);
    row(46,
        u"document: 5d0e4c1f87a2b6d3905e7f1c2a3b4d5e · message: Assigned to you · table: incident "
        u"· "
        u"title: INC0010042"_s);
    row(52, u"Disconnect: goodbye"_s);
    row(53, u"Disconnect answered"_s);
}

void TestSummary::saysWhatHappened()
{
    QFETCH(int, frame);
    QFETCH(QString, expected);
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString words;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value("n"_L1).toInt() != frame)
            continue;
        const Direction direction =
            line.value("dir"_L1).toString() == "out"_L1 ? Direction::Out : Direction::In;
        const QJsonObject message = line.value("frame"_L1).toArray().at(0).toObject();
        words = summarize(QJsonDocument(message).toJson(), kindOf(message, direction), direction);
    }
    QCOMPARE(words, expected);
}

void TestSummary::staysOneShortLine_data()
{
    QTest::addColumn<QByteArray>("data");
    const QByteArray big = '"' + QByteArray(qsizetype(1024) * 1024, 'x') + '"';
    const QByteArray many = "[" + QByteArray("1,").repeated(100000) + "1]";
    QTest::newRow("1 MB of text") << big;
    QTest::newRow("1 MB key") << "{" + big + ":1}";
    QTest::newRow("1 MB in a field") << R"({"a":)" + big + "}";
    QTest::newRow("a long array") << many;
    QTest::newRow("a million presences") << R"({"presences":[)"
            + QByteArray(R"({"user_display_name":"A","status":"b"},)").repeated(20000)
            + R"({"status":"c"}]})";
    QTest::newRow("a hostile record") << R"({"operation":"update","sys_id":"x","display_value":)"
            + big + R"(,"changes":[)" + big + R"(,"a"],"record":{"a":)" + big
            + R"(},"changes_with_users":{"a":)" + big + "}}";
    QTest::newRow("changes of wrong types") << QByteArray(
        R"({"operation":5,"sys_id":[],"changes":[1,null,{"a":1}],"record":[1],"changes_with_users":7})");
    QTest::newRow("many changes") << R"({"operation":"update","sys_id":"x","changes":[)"
            + QByteArray("\"f\",").repeated(100000) + "\"f\"]}";
    QTest::newRow("line breaks") << QByteArray(R"("a\nb\r\nc\td\u2028e\u2029f\u0085g")");
    QTest::newRow("control characters") << QByteArray(R"("\u0000\u0007\u001b[31mred\u007f")");
    QTest::newRow("direction turned") << QByteArray(R"("\u202etxt.exe\u2066x\u2069\u200f\ufeff!")");
    QTest::newRow("… in keys") << QByteArray(R"({"\u202ea\nb":1})");
    QTest::newRow("lone surrogates") << QByteArray(R"("\ud800 \udc00 a")");
    QTest::newRow("only white space") << QByteArray(R"(" \n\t ")");
    QTest::newRow("empty text") << QByteArray(R"("")");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a number") << QByteArray("-1.5e300");
    QTest::newRow("false") << QByteArray("false");
    QTest::newRow("deep") << QByteArray("[").repeated(500) + QByteArray("]").repeated(500);
    QTest::newRow("deeper than Qt reads")
        << QByteArray("[").repeated(100000) + QByteArray("]").repeated(100000);
}

void TestSummary::staysOneShortLine()
{
    QFETCH(QByteArray, data);
    const QString words = eventLine(data);
    QVERIFY2(faultOf(words).isEmpty(), qPrintable(faultOf(words)));
}

/// It is shown as plain text, so nothing is escaped and nothing is lost.
void TestSummary::makesNoHtmlOfIt()
{
    QCOMPARE(eventLine(R"({"a":"<img src=x onerror=alert(1)> & %1 %2"})"),
             u"a: <img src=x onerror=alert(1)> & %1 %2"_s);
    QCOMPARE(
        eventLine(R"({"operation":"update","sys_id":"1","display_value":"%2","changes":["%1"],)"
                  R"("record":{"%1":"%99"}})"),
        u"%2 changed: %1 → %99"_s);
}

void TestSummary::saysThatJsonIsMalformed()
{
    QVERIFY(eventLine(R"({"a":1,,})").startsWith(u"Malformed JSON at byte "_s));
    QCOMPARE(faultOf(eventLine("{")), QString());
    QCOMPARE(faultOf(summarize("", MessageKind::Event, Direction::In)), QString());
}

void TestSummary::showsWhatIsNoMessage()
{
    QCOMPARE(summarize("<!DOCTYPE html>\n<html>", MessageKind::Malformed, Direction::In),
             u"No Bayeux message: <!DOCTYPE html> <html>"_s);
    const QByteArray bytes = QByteArray::fromHex("00ff1f8b08c328").repeated(1000);
    QCOMPARE(faultOf(summarize(bytes, MessageKind::Malformed, Direction::In)), QString());
}

void TestSummary::survivesAnyKindOfAnyMessage()
{
    const QByteArrayList messages{"{}",
                                  "[]",
                                  "null",
                                  R"({"successful":"yes","error":5,"ext":[1],"channel":7,"id":{}})",
                                  R"({"successful":true,"clientId":{},"subscription":[1,2]})",
                                  R"({"supportedConnectionTypes":[1,{"a":"b"}],"text":5})"};
    for (const QByteArray &message : messages) {
        for (int kind = 0; kind <= int(MessageKind::Malformed); ++kind) {
            for (const Direction direction : {Direction::In, Direction::Out, Direction::Local}) {
                const QString words = summarize(message, MessageKind(kind), direction);
                QVERIFY(words.size() <= 500);
                QCOMPARE(words, words.simplified());
            }
        }
    }
}

void TestSummary::shortensToWholeCharacters()
{
    QCOMPARE(oneLine(u"abc"_s, 3), u"abc"_s);
    QCOMPARE(oneLine(u"abcd"_s, 3), u"ab…"_s);
    QCOMPARE(oneLine(u"a🚪🚪"_s, 3), u"a…"_s);
    QCOMPARE(oneLine(u" a \n\n b "_s, 10), u"a b"_s);
    QCOMPARE(oneLine(QString(), 3), QString());
}

QTEST_GUILESS_MAIN(TestSummary)
#include "test_summary.moc"
