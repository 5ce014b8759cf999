// SPDX-License-Identifier: MIT
#include "core/capture/captureline.h"
#include "samplerows.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

class TestCaptureLine : public QObject
{
    Q_OBJECT

private slots:
    void writesKeysInTheAgreedOrder();
    void writesEveryWordOfDirectionKindAndTransport();
    void writesTimes_data();
    void writesTimes();
    void readsTimes_data();
    void readsTimes();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void escapesStrings_data();
    void escapesStrings();
    void replacesLineBreaksOfAMessageBySpaces();
    void writesMalformedBytesAsAString();
    void headerNamesFormatAndTime();
};

namespace {

QByteArray prefix(const RowInfo &row, QByteArrayView jsonChannel = R"("/x")")
{
    LineBuffer out;
    LineFormat().appendPrefix(out, row, jsonChannel);
    return out.view().toByteArray();
}

Timestamp microseconds(qint64 count)
{
    return Timestamp(std::chrono::microseconds(count));
}

} // namespace

void TestCaptureLine::writesKeysInTheAgreedOrder()
{
    RowInfo row;
    row.time = sampleTime;
    QCOMPARE(prefix(row),
             R"({"time":"2026-11-22T19:08:11.402123Z","channel":"/x","direction":"in",)"
             R"("kind":"event","transport":"websocket","message":)"_ba);
}

void TestCaptureLine::writesEveryWordOfDirectionKindAndTransport()
{
    for (int direction = 0; direction <= int(Direction::Local); ++direction) {
        for (int kind = 0; kind <= int(MessageKind::Malformed); ++kind) {
            for (int transport = 0; transport <= int(TransportType::LongPolling); ++transport) {
                RowInfo row;
                row.direction = Direction(direction);
                row.kind = MessageKind(kind);
                row.transport = TransportType(transport);
                const QJsonObject object = QJsonDocument::fromJson(prefix(row) + "null}").object();
                QCOMPARE(object["direction"_L1].toString(), QString(toText(row.direction)));
                QCOMPARE(object["kind"_L1].toString(), QString(toText(row.kind)));
                QCOMPARE(object["transport"_L1].toString(), QString(connectionType(row.transport)));
            }
        }
    }
}

void TestCaptureLine::writesTimes_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("epoch") << qint64(0) << "1970-01-01T00:00:00.000000Z"_ba;
    QTest::newRow("last microsecond of a second")
        << qint64(999'999) << "1970-01-01T00:00:00.999999Z"_ba;
    QTest::newRow("before the epoch") << qint64(-1) << "1969-12-31T23:59:59.999999Z"_ba;
    QTest::newRow("leap day") << qint64(1'709'208'000'000'001) << "2024-02-29T12:00:00.000001Z"_ba;
    QTest::newRow("end of a year")
        << qint64(1'798'761'599'000'000) << "2026-12-31T23:59:59.000000Z"_ba;
}

void TestCaptureLine::writesTimes()
{
    QFETCH(qint64, time);
    QFETCH(QByteArray, text);

    RowInfo row;
    row.time = microseconds(time);
    QVERIFY(prefix(row).startsWith(R"({"time":")" + text + R"(",)"));
    QCOMPARE(parseTime(text), std::optional(row.time));
}

void TestCaptureLine::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("time");

    QTest::newRow("without a fraction") << "1970-01-01T00:00:01Z"_ba << qint64(1'000'000);
    QTest::newRow("milliseconds") << "1970-01-01T00:00:00.402Z"_ba << qint64(402'000);
    QTest::newRow("nanoseconds") << "1970-01-01T00:00:00.000001999Z"_ba << qint64(1);
}

void TestCaptureLine::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, time);

    QCOMPARE(parseTime(text), std::optional(microseconds(time)));
}

void TestCaptureLine::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no zone") << "2026-11-22T19:08:11.402123"_ba;
    QTest::newRow("other zone") << "2026-11-22T19:08:11.402123+01:00"_ba;
    QTest::newRow("something behind") << "2026-11-22T19:08:11.402123Zz"_ba;
    QTest::newRow("no such day") << "2026-02-29T19:08:11Z"_ba;
    QTest::newRow("no such month") << "2026-13-01T19:08:11Z"_ba;
    QTest::newRow("no such hour") << "2026-11-22T24:08:11Z"_ba;
    QTest::newRow("ten digits of a second") << "2026-11-22T19:08:11.0123456789Z"_ba;
    QTest::newRow("words") << "yesterday"_ba;
}

void TestCaptureLine::refusesWhatIsNoTime()
{
    QFETCH(QByteArray, text);

    QVERIFY(!parseTime(text));
}

void TestCaptureLine::escapesStrings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("empty") << QByteArray() << R"("")"_ba;
    QTest::newRow("plain") << "/foo/*"_ba
                           << R"("/foo/*")"_ba;
    QTest::newRow("quote and backslash") << R"(a"b\c)"_ba
                                         << R"("a\"b\\c")"_ba;
    QTest::newRow("line breaks and tab") << "a\r\n\tb"_ba
                                         << R"("a\r\n\tb")"_ba;
    QTest::newRow("control") << "\x01\x1F"_ba
                             << R"("\u0001\u001f")"_ba;
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << R"("a\u0000b")"_ba;
    QTest::newRow("UTF-8") << "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"_ba
                           << "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\""_ba;
    QTest::newRow("lone continuation") << "a\x80z"_ba
                                       << "\"a\xEF\xBF\xBDz\""_ba;
    QTest::newRow("cut off at the end") << "a\xE2\x82"_ba
                                        << "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""_ba;
    QTest::newRow("overlong") << "\xC0\xAF"_ba
                              << "\"\xEF\xBF\xBD\xEF\xBF\xBD\""_ba;
    QTest::newRow("surrogate") << "\xED\xA0\x80"_ba
                               << "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""_ba;
    QTest::newRow("beyond Unicode") << "\xF4\x90\x80\x80"_ba
                                    << "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""_ba;
}

void TestCaptureLine::escapesStrings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, json);

    QCOMPARE(bytesAsJson(bytes), json);
}

void TestCaptureLine::replacesLineBreaksOfAMessageBySpaces()
{
    LineBuffer out;
    QCOMPARE(LineFormat::appendMessage(out, "{\r\n\t\"a\":\n1}", MessageKind::Event), 11);
    QCOMPARE(out.view(), QByteArrayView("{  \t\"a\": 1}"));
}

void TestCaptureLine::writesMalformedBytesAsAString()
{
    LineBuffer out;
    const QByteArrayView json = R"("<html>\n\"")";
    QCOMPARE(LineFormat::appendMessage(out, "<html>\n\"", MessageKind::Malformed), json.size());
    QCOMPARE(out.view(), json);
}

void TestCaptureLine::headerNamesFormatAndTime()
{
    QCOMPARE(LineFormat::header(sampleTime),
             "{\"amb-capture\":1,\"created\":\"2026-11-22T19:08:11Z\"}\n"_ba);
}

QTEST_GUILESS_MAIN(TestCaptureLine)
#include "test_captureline.moc"
