// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "core/capture/capturewriter.h"
#include "samplerows.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <csignal>
#include <sys/wait.h>

using namespace amb;
using namespace Qt::StringLiterals;

/// A capture in one file is opened again.
class TestCaptureContinue : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsAllRowsAgain();
    void appendsBehindThem();
    void countsChannelsAsBefore();
    void startsInAnEmptyFile();
    void cutsOffATornLastLine_data();
    void cutsOffATornLastLine();
    void keepsAWholeLastLineWithoutLineBreak();
    void keepsAHeaderWithoutLineBreak();
    void skipsAndCountsDamagedLines();
    void takesLinesOfOtherPrograms();
    void takesJoinedCaptures();
    void readsALineLargerThanItsBlocks();
    void refusesWhatIsNoCapture_data();
    void refusesWhatIsNoCapture();
    void refusesANewerFormat();
    void refusesAFileThatIsBeingRecordedTo();
    void refusesAFolder();
    void aKilledProgramLosesOnlyWhatWaited();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    /// A capture of that many samples in m_file.
    void record(qint64 count) const
    {
        const auto store = openFile(m_file);
        appendSamples(*store, 0, count);
    }
};

void TestCaptureContinue::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"capture.jsonl"_s);
}

void TestCaptureContinue::findsAllRowsAgain()
{
    QByteArray before;
    {
        const auto store = openFile(m_file);
        appendSamples(*store, 0, 100);
        Record record = sampleRecord("<html>\n", {});
        record.kind = MessageKind::Malformed;
        record.transport = TransportType::LongPolling;
        store->append(record);
        record = sampleRecord(R"([ {"a":"}\""} , 1.50 ])", "/a\"b\xC3\xA4");
        record.kind = MessageKind::Publish;
        record.direction = Direction::Out;
        record.time = sampleTime + std::chrono::microseconds(1);
        store->append(record);
        store->flush();
        before = lines(*store);
    }
    const auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(102));
    QCOMPARE(lines(*store), before);
    QCOMPARE(store->channelName(store->info(Row(101)).channel), "/a\"b\xC3\xA4"_ba);
    QCOMPARE(store->info(Row(101)).time, sampleTime + std::chrono::microseconds(1));
}

void TestCaptureContinue::appendsBehindThem()
{
    record(10);
    const QByteArray before = contents(m_file);
    const auto store = openFile(m_file);
    appendSamples(*store, 10, 10);
    store->flush();
    QCOMPARE(store->endRow(), Row(20));
    for (qint64 row = 0; row < 20; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row));
    QVERIFY(contents(m_file).startsWith(before));
    QCOMPARE(withoutHeader(contents(m_file)), lines(*store));
}

void TestCaptureContinue::countsChannelsAsBefore()
{
    record(10);
    const auto store = openFile(m_file);
    QCOMPARE(store->channelCount(), 1U);
    QCOMPARE(store->channelStats(ChannelId(0)).messages, 10);
    QCOMPARE(store->channelStats(ChannelId(0)).bytes, 10 * sampleMessage(0).size());
    QCOMPARE(store->channelStats(ChannelId(0)).last, std::optional(sampleTime));
}

void TestCaptureContinue::startsInAnEmptyFile()
{
    writeFile(m_file, {});
    record(1);
    QVERIFY(contents(m_file).startsWith(R"({"amb-capture":1)"));
}

void TestCaptureContinue::cutsOffATornLastLine_data()
{
    QTest::addColumn<int>("missing");

    QTest::newRow("line break and brace") << 2;
    QTest::newRow("in the message") << 20;
    QTest::newRow("in the channel") << 160;
    QTest::newRow("all but the first byte") << 0;
}

void TestCaptureContinue::cutsOffATornLastLine()
{
    QFETCH(int, missing);

    record(10);
    const QByteArray whole = contents(m_file);
    const auto lastLine = whole.lastIndexOf('\n', -2) + 1;
    writeFile(m_file, missing > 0 ? whole.chopped(missing) : whole.first(lastLine + 1));
    QVERIFY(contents(m_file).size() > lastLine);

    const auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(9));
    QCOMPARE(contents(m_file), whole.first(lastLine));
    appendSamples(*store, 9, 1);
    store->flush();
    QCOMPARE(contents(m_file), whole);
}

void TestCaptureContinue::keepsAWholeLastLineWithoutLineBreak()
{
    record(10);
    const QByteArray whole = contents(m_file);
    writeFile(m_file, whole.chopped(1));
    auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(10));
    QCOMPARE(store->message(Row(9)), sampleMessage(9));
    store.reset();
    QCOMPARE(contents(m_file), whole);
}

void TestCaptureContinue::keepsAHeaderWithoutLineBreak()
{
    writeFile(m_file, R"({"amb-capture":1,"created":"2026-11-22T19:08:11Z"})");
    record(1);
    QCOMPARE(openFile(m_file)->endRow(), Row(1));
    QCOMPARE(contents(m_file).count('\n'), 2);
}

void TestCaptureContinue::skipsAndCountsDamagedLines()
{
    record(4);
    QList<QByteArray> parts = contents(m_file).split('\n');
    parts[1].chop(40); // torn …
    parts[1] += parts[2]; // … and run into the next line
    parts.removeAt(2);
    parts.insert(2, QByteArray(100, '\0'));
    parts.insert(2, R"({"time":"yesterday"})");
    parts.insert(2, QByteArray()); // an empty line is no damage
    writeFile(m_file, parts.join('\n'));

    const auto store = openFile(m_file);
    store->flush();
    QCOMPARE(store->endRow(), Row(3));
    QCOMPARE(store->message(Row(0)), sampleMessage(2));
    QCOMPARE(store->message(Row(1)), sampleMessage(3));
    QCOMPARE(store->info(Row(2)).kind, MessageKind::Note);
    const QJsonObject note = QJsonDocument::fromJson(store->message(Row(2))).object();
    QCOMPARE(note["note"_L1].toString(), u"damaged"_s);
    QCOMPARE(note["lines"_L1].toInteger(), 3);
}

void TestCaptureContinue::takesLinesOfOtherPrograms()
{
    writeFile(m_file,
              "{\"created\":\"2026-11-22T19:08:11Z\" , \"amb-capture\": 1}\r\n"
              "{ \"message\": {\"a\" : 1.0} , \"kind\":\"event\", \"channel\":\"\\/x\","
              " \"transport\":\"websocket\",\"direction\":\"in\","
              " \"time\":\"2026-11-22T19:08:11Z\", \"mark\":true }\r\n"
              "{\"time\":\"2026-11-22T19:08:11.5Z\",\"channel\":\"/x\",\"direction\":\"out\","
              "\"kind\":\"something-new\",\"transport\":\"long-polling\",\"message\":2}\r\n");
    const auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(2));
    QCOMPARE(store->message(Row(0)), R"({"a" : 1.0})"_ba);
    QCOMPARE(store->message(Row(1)), "2"_ba);
    QCOMPARE(store->info(Row(1)).kind, MessageKind::Unknown);
    QCOMPARE(store->channelCount(), 1U);
    QCOMPARE(store->line(Row(0)),
             R"({"time":"2026-11-22T19:08:11.000000Z","channel":"/x","direction":"in",)"
             R"("kind":"event","transport":"websocket","message":{"a" : 1.0}})"_ba);
}

void TestCaptureContinue::takesJoinedCaptures()
{
    record(2);
    writeFile(m_file, contents(m_file) + contents(m_file));
    const auto store = openFile(m_file);
    store->flush();
    QCOMPARE(store->endRow(), Row(4));
    QCOMPARE(store->message(Row(2)), sampleMessage(0));
}

void TestCaptureContinue::readsALineLargerThanItsBlocks()
{
    {
        const auto store = openFile(m_file);
        appendSamples(*store, 0, 1000, 500);
        appendSamples(*store, 1000, 1, 30'000'000);
        appendSamples(*store, 1001, 20'000, 500);
    }
    const auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(21'001));
    QCOMPARE(store->message(Row(999)), sampleMessage(999, 500));
    QCOMPARE(store->message(Row(1000)), sampleMessage(1000, 30'000'000));
    for (qint64 row = 1001; row < 21'001; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row, 500));
}

void TestCaptureContinue::refusesWhatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("prose") << "Dear diary\n"_ba;
    QTest::newRow("other JSON") << "{\"a\":1}\n"_ba;
    QTest::newRow("version is no number") << "{\"amb-capture\":\"one\"}\n"_ba;
    QTest::newRow("version zero") << "{\"amb-capture\":0}\n"_ba;
    QTest::newRow("line break first") << "\n{\"amb-capture\":1}\n"_ba;
    QTest::newRow("torn header") << R"({"amb-cap)"_ba;
    QTest::newRow("zero bytes") << QByteArray(5000, '\0');
    QTest::newRow("rows without a header")
        << "{\"time\":\"2026-11-22T19:08:11Z\",\"channel\":\"/x\"}\n"_ba;
}

void TestCaptureContinue::refusesWhatIsNoCapture()
{
    QFETCH(QByteArray, text);

    writeFile(m_file, text);
    CaptureOptions options;
    options.path = m_file;
    options.singleFile = true;
    const auto store = CaptureStore::create(options);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Input);
    QVERIFY(store.error().text.contains(u"not a capture"_s));
    QVERIFY(store.error().text.contains(m_file));
    QCOMPARE(contents(m_file), text);
}

void TestCaptureContinue::refusesANewerFormat()
{
    const QByteArray text = "{\"amb-capture\":2}\n{\"what\":\"ever\"}\n";
    writeFile(m_file, text);
    CaptureOptions options;
    options.path = m_file;
    options.singleFile = true;
    const auto store = CaptureStore::create(options);
    QVERIFY(!store);
    QVERIFY(store.error().text.contains(u"newer version"_s));
    QCOMPARE(contents(m_file), text);
}

void TestCaptureContinue::refusesAFileThatIsBeingRecordedTo()
{
    const auto first = openFile(m_file);
    CaptureOptions options;
    options.path = m_file;
    options.singleFile = true;
    const auto second = CaptureStore::create(options);
    QVERIFY(!second);
    QVERIFY(second.error().text.contains(u"Another program"_s));
}

void TestCaptureContinue::refusesAFolder()
{
    CaptureOptions options;
    options.path = m_folder->path();
    options.singleFile = true;
    const auto store = CaptureStore::create(options);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY(store.error().text.contains(u"This is a folder"_s));
}

void TestCaptureContinue::aKilledProgramLosesOnlyWhatWaited()
{
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        CaptureOptions options;
        options.path = m_file;
        options.singleFile = true;
        const Result<std::unique_ptr<CaptureWriter>> writer = CaptureWriter::open(options);
        for (qint64 i = 0; i < 1000; ++i)
            (*writer)->append(sampleRecord(sampleMessage(i)));
        (*writer)->publish();
        (*writer)->append(sampleRecord(sampleMessage(1000)));
        ::raise(SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    const auto store = openFile(m_file);
    QCOMPARE(store->endRow(), Row(1000));
    QCOMPARE(store->message(Row(999)), sampleMessage(999));
}

QTEST_GUILESS_MAIN(TestCaptureContinue)
#include "test_capturecontinue.moc"
