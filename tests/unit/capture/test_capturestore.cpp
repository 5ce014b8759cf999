// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "samplerows.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

class TestCaptureStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsBackWhatWasAppended_data();
    void readsBackWhatWasAppended();
    void fileHoldsHeaderAndTheVeryLines();
    void keepsRawBytes_data();
    void keepsRawBytes();
    void keepsAMessageLargerThanTheBuffer();
    void malformedBytesBecomeAJsonString();
    void escapesChannelNames();
    void publishesNothingBeforeTheEventLoopTurns();
    void publishesAtMostThirtyBatchesASecond();
    void flushPublishesAtOnce();
    void rowsBeyondTheEndReadAsNothing();
    void countsMessagesOfAChannel();
    void snapshotOutlivesTheStore();
    void deletingTheStoreWritesWhatWaits();
    void aSlotMayDeleteTheStore();
    void costsAboutTwentyFourBytesARow();
    void createsForItsOwnerOnly();
    void refusesAFolderThatCannotBeMade();

private:
    QTemporaryDir m_folder;
    int m_run = 0;

    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder.filePath(QString::number(m_run) + name);
    }
};

void TestCaptureStore::init()
{
    QVERIFY(m_folder.isValid());
    ++m_run;
}

void TestCaptureStore::readsBackWhatWasAppended_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("singleFile");

    QTest::newRow("in memory") << QString() << false;
    QTest::newRow("in a folder") << u"segments"_s << false;
    QTest::newRow("in one file") << u"capture.jsonl"_s << true;
}

void TestCaptureStore::readsBackWhatWasAppended()
{
    QFETCH(QString, name);
    QFETCH(bool, singleFile);

    CaptureOptions options;
    options.path = name.isEmpty() ? QString() : path(name);
    options.singleFile = singleFile;
    const auto store = openStore(options);
    Record record = sampleRecord(R"({"id":"1","channel":"/meta/connect"})", "/meta/connect");
    record.direction = Direction::Out;
    record.kind = MessageKind::Connect;
    record.transport = TransportType::LongPolling;
    store->append(sampleRecord(sampleMessage(0)));
    store->append(record);
    store->flush();

    QCOMPARE(store->firstRow(), Row(0));
    QCOMPARE(store->endRow(), Row(2));
    const RowInfo info = store->info(Row(1));
    QCOMPARE(info.time, sampleTime);
    QCOMPARE(info.size, record.raw.size());
    QCOMPARE(info.direction, Direction::Out);
    QCOMPARE(info.kind, MessageKind::Connect);
    QCOMPARE(info.transport, TransportType::LongPolling);
    QCOMPARE(store->channelName(info.channel), "/meta/connect"_ba);
    QCOMPARE(store->message(Row(0)), sampleMessage(0));
    QCOMPARE(store->message(Row(1)), record.raw.toByteArray());
    QCOMPARE(store->line(Row(1)),
             R"({"time":"2026-11-22T19:08:11.402123Z","channel":"/meta/connect",)"
             R"("direction":"out","kind":"connect","transport":"long-polling",)"
             R"("message":{"id":"1","channel":"/meta/connect"}})"_ba);
}

void TestCaptureStore::fileHoldsHeaderAndTheVeryLines()
{
    const QString file = path(u"capture.jsonl"_s);
    const auto store = openFile(file);
    appendSamples(*store, 0, 3);
    store->flush();

    QVERIFY(contents(file).startsWith("{\"amb-capture\":1,\"created\":\"2"));
    QCOMPARE(withoutHeader(contents(file)), lines(*store));
    QCOMPARE(store->storedBytes(), contents(file).size());
}

void TestCaptureStore::keepsRawBytes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("kept");

    const QByteArray odd = R"({ "b" : 1.0e2, "a":"\u00e4\/", "n":12345678901234567890 } )"_ba;
    QTest::newRow("order, spaces, numbers, escapes") << odd << odd;
    QTest::newRow("line breaks") << "{\r\n\"a\":1\n}"_ba
                                 << R"({  "a":1 })"_ba;
    QTest::newRow("no object") << "null"_ba
                               << "null"_ba;
}

void TestCaptureStore::keepsRawBytes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, kept);

    const auto store = openStore({});
    store->append(sampleRecord(raw));
    store->flush();
    QCOMPARE(store->message(Row(0)), kept);
}

void TestCaptureStore::keepsAMessageLargerThanTheBuffer()
{
    const auto store = openStore({});
    const QByteArray large = sampleMessage(1, 20'000'000);
    store->append(sampleRecord(large));
    store->append(sampleRecord(sampleMessage(2)));
    store->flush();
    QCOMPARE(store->message(Row(0)), large);
    QCOMPARE(store->message(Row(1)), sampleMessage(2));
}

void TestCaptureStore::malformedBytesBecomeAJsonString()
{
    const QString file = path(u"capture.jsonl"_s);
    const auto store = openFile(file);
    Record record = sampleRecord("<html>\xFF\n", {});
    record.kind = MessageKind::Malformed;
    store->append(record);
    store->flush();

    QCOMPARE(store->message(Row(0)), "\"<html>\xEF\xBF\xBD\\n\""_ba);
    QCOMPARE(store->info(Row(0)).size, store->message(Row(0)).size());
    QVERIFY(!QJsonDocument::fromJson(store->line(Row(0))).isNull());
    QCOMPARE(withoutHeader(contents(file)), store->line(Row(0)) + '\n');
}

void TestCaptureStore::escapesChannelNames()
{
    const auto store = openStore({});
    store->append(sampleRecord("{}", "/a\"b\\\n"));
    store->flush();
    QCOMPARE(store->channelName(store->info(Row(0)).channel), "/a\"b\\\n"_ba);
    const QByteArray escaped = R"("channel":"/a\"b\\\n",)";
    QVERIFY(store->line(Row(0)).contains(escaped));
}

void TestCaptureStore::publishesNothingBeforeTheEventLoopTurns()
{
    const auto store = openStore({});
    const QSignalSpy appended(store.get(), &CaptureStore::appended);
    appendSamples(*store, 0, 3);
    QCOMPARE(store->endRow(), Row(0));
    QCOMPARE(store->message(Row(0)), QByteArray());
    QTRY_COMPARE(appended.count(), 1);
    QCOMPARE(appended[0][0].value<Row>(), Row(0));
    QCOMPARE(appended[0][1].toLongLong(), 3);
    QCOMPARE(store->endRow(), Row(3));
}

void TestCaptureStore::publishesAtMostThirtyBatchesASecond()
{
    const auto store = openStore({});
    int batches = 0;
    qint64 rows = 0;
    QTimer source;
    connect(&source, &QTimer::timeout, store.get(), [&] { appendSamples(*store, 0, 10); });
    connect(store.get(), &CaptureStore::appended, this, [&](Row first, qint64 count) {
        QCOMPARE(first, Row(rows));
        rows += count;
        ++batches;
    });
    QElapsedTimer clock;
    clock.start();
    source.start(1);
    QTRY_VERIFY(batches >= 10);
    // The first batch is not made to wait, so ten take nine intervals at least.
    QVERIFY2(clock.elapsed() >= 9 * 1000 / 30, qPrintable(QString::number(clock.elapsed())));
}

void TestCaptureStore::flushPublishesAtOnce()
{
    const auto store = openStore({});
    const QSignalSpy appended(store.get(), &CaptureStore::appended);
    appendSamples(*store, 0, 1);
    store->flush();
    QCOMPARE(appended.count(), 1);
    store->flush();
    QCOMPARE(appended.count(), 1);
}

void TestCaptureStore::rowsBeyondTheEndReadAsNothing()
{
    const auto store = openStore({});
    appendSamples(*store, 0, 1);
    store->flush();
    for (const Row row : {Row(-1), Row(1), Row(1'000'000)}) {
        QCOMPARE(store->message(row), QByteArray());
        QCOMPARE(store->line(row), QByteArray());
        QCOMPARE(store->info(row).size, 0);
    }
}

void TestCaptureStore::countsMessagesOfAChannel()
{
    const auto store = openStore({});
    Record reply = sampleRecord("{}", "/a");
    reply.kind = MessageKind::PublishReply;
    store->append(reply);
    QCOMPARE(store->channelCount(), 1U);
    QCOMPARE(store->channelStats(ChannelId(0)).messages, 0);
    QVERIFY(!store->channelStats(ChannelId(0)).last);

    store->append(sampleRecord("{ }", "/b"));
    store->append(sampleRecord("{}", "/a"));
    store->append(sampleRecord("{}", "/a"));
    QCOMPARE(store->channelCount(), 2U);
    const ChannelStats stats = store->channelStats(ChannelId(0));
    QCOMPARE(stats.messages, 2);
    QCOMPARE(stats.bytes, 4);
    QCOMPARE(stats.last, std::optional(sampleTime));
    QCOMPARE(store->channelStats(ChannelId(1)).bytes, 3);
    QCOMPARE(store->channelStats(ChannelId(2)).messages, 0);
    QCOMPARE(store->channelName(ChannelId(2)), QByteArray());
}

void TestCaptureStore::snapshotOutlivesTheStore()
{
    auto store = openFile(path(u"capture.jsonl"_s));
    appendSamples(*store, 0, 2);
    store->flush();
    const CaptureSnapshot snapshot = store->snapshot();
    appendSamples(*store, 2, 2);
    store->flush();
    store.reset();
    QCOMPARE(snapshot.endRow(), Row(2));
    QCOMPARE(snapshot.message(Row(1)), sampleMessage(1));
    QCOMPARE(snapshot.message(Row(2)), QByteArray());
}

void TestCaptureStore::deletingTheStoreWritesWhatWaits()
{
    const QString file = path(u"capture.jsonl"_s);
    auto store = openFile(file);
    appendSamples(*store, 0, 5);
    store.reset();
    QCOMPARE(withoutHeader(contents(file)).count('\n'), 5);
}

void TestCaptureStore::aSlotMayDeleteTheStore()
{
    auto store = openStore({});
    connect(store.get(), &CaptureStore::appended, this, [&] { store.reset(); });
    appendSamples(*store, 0, 1);
    QTRY_VERIFY(!store);
}

void TestCaptureStore::costsAboutTwentyFourBytesARow()
{
    const auto store = openStore({});
    constexpr qint64 rows = 655'360;
    appendSamples(*store, 0, rows);
    store->flush();
    QVERIFY(store->memoryBytes() >= rows * 24);
    QVERIFY2(store->memoryBytes() < rows * 25, qPrintable(QString::number(store->memoryBytes())));
}

void TestCaptureStore::createsForItsOwnerOnly()
{
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QString file = path(u"capture.jsonl"_s);
    const auto single = openFile(file);
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());

    CaptureOptions options;
    options.path = path(u"segments"_s);
    const auto store = openStore(options);
    QCOMPARE(QFile::permissions(options.path) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(options.path + u"/000001.jsonl"_s) & others, QFile::Permissions());
}

void TestCaptureStore::refusesAFolderThatCannotBeMade()
{
    writeFile(path(u"file"_s), "x");
    CaptureOptions options;
    options.path = path(u"file/segments"_s);
    const auto store = CaptureStore::create(options);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY(store.error().text.contains(path(u"file"_s)));
}

QTEST_GUILESS_MAIN(TestCaptureStore)
#include "test_capturestore.moc"
