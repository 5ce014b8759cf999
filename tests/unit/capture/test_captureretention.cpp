// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "samplerows.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Segments, and what happens when there are too many of them.
class TestCaptureRetention : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void closesASegmentThatIsLargeEnough();
    void numbersSegmentsAfterThoseThatAreThere();
    void dropsOldestSegmentsAndSaysSo_data();
    void dropsOldestSegmentsAndSaysSo();
    void dropBeforeIsSilentAndDropsWholeSegments();
    void dropBeforeLeavesASingleFileAlone();
    void readerKeepsARetiredSegment();
    void readsFromMoreSegmentsThanFilesMayBeOpen();
    void rowNumbersGoOnAfterDropping();
    void keepsMemoryWithinADefault();

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] CaptureOptions options(qint64 segmentBytes, qint64 retainBytes = 0) const
    {
        CaptureOptions chosen;
        chosen.path = m_folder->filePath(u"segments"_s);
        chosen.segmentBytes = segmentBytes;
        chosen.retainBytes = retainBytes;
        return chosen;
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->filePath(u"segments"_s)).entryList(QDir::Files, QDir::Name);
    }
};

void TestCaptureRetention::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCaptureRetention::closesASegmentThatIsLargeEnough()
{
    const auto store = openStore(options(10'000));
    appendSamples(*store, 0, 200);
    store->flush();
    QVERIFY(files().size() > 3);
    QCOMPARE(files().first(), u"000001.jsonl"_s);

    QByteArray all;
    for (const QString &name : files()) {
        const QByteArray text = contents(m_folder->filePath(u"segments/"_s + name));
        QVERIFY(text.startsWith(R"({"amb-capture":1,)"));
        QVERIFY2(text.size() <= 10'400, qPrintable(name));
        all += withoutHeader(text);
    }
    QCOMPARE(all, lines(*store));
}

void TestCaptureRetention::numbersSegmentsAfterThoseThatAreThere()
{
    openStore(options(10'000)).reset();
    const QByteArray before = contents(m_folder->filePath(u"segments/000001.jsonl"_s));
    const auto store = openStore(options(10'000));
    QCOMPARE(files(), QStringList({u"000001.jsonl"_s, u"000002.jsonl"_s}));
    QCOMPARE(contents(m_folder->filePath(u"segments/000001.jsonl"_s)), before);
    QCOMPARE(store->endRow(), Row(0));
}

void TestCaptureRetention::dropsOldestSegmentsAndSaysSo_data()
{
    QTest::addColumn<bool>("inMemory");

    QTest::newRow("in a folder") << false;
    QTest::newRow("in memory") << true;
}

void TestCaptureRetention::dropsOldestSegmentsAndSaysSo()
{
    QFETCH(bool, inMemory);

    constexpr qint64 limit = 200'000;
    CaptureOptions chosen = options(20'000, limit);
    if (inMemory)
        chosen.path.clear();
    const auto store = openStore(chosen);
    const QSignalSpy dropped(store.get(), &CaptureStore::dropped);
    qint64 samples = 0;
    while (dropped.isEmpty()) {
        appendSamples(*store, samples, 10);
        samples += 10;
        store->flush();
        QVERIFY2(store->storedBytes() <= limit, "grows beyond the limit");
        QVERIFY(samples < 10'000);
    }

    const Row first = store->firstRow();
    QVERIFY(first > Row(0));
    QCOMPARE(dropped[0][0].value<Row>(), first);
    QCOMPARE(store->message(first), sampleMessage(qint64(first)));
    QCOMPARE(store->message(Row(0)), QByteArray());

    const Row note = store->endRow() + -1;
    QCOMPARE(store->info(note).kind, MessageKind::Note);
    QCOMPARE(store->info(note).direction, Direction::Local);
    QCOMPARE(store->channelName(store->info(note).channel), QByteArray());
    const QJsonObject gap = QJsonDocument::fromJson(store->message(note)).object();
    QCOMPARE(gap["note"_L1].toString(), u"gap"_s);
    QCOMPARE(gap["rows"_L1].toInteger(), qint64(first));
    QVERIFY(gap["text"_L1].toString().startsWith(QString::number(qint64(first))));
    if (!inMemory)
        QVERIFY(!files().contains(u"000001.jsonl"_s));
}

void TestCaptureRetention::dropBeforeIsSilentAndDropsWholeSegments()
{
    const auto store = openStore(options(10'000));
    const QSignalSpy dropped(store.get(), &CaptureStore::dropped);
    appendSamples(*store, 0, 200);
    store->flush();
    const qint64 before = store->storedBytes();
    const auto count = files().size();

    store->dropBefore(Row(5)); // in the middle of the first segment
    QCOMPARE(dropped.count(), 0);
    store->dropBefore(Row(120));
    QCOMPARE(dropped.count(), 1);
    QVERIFY(store->firstRow() > Row(0));
    QVERIFY(store->firstRow() <= Row(120));
    QCOMPARE(store->message(Row(120)), sampleMessage(120));
    QCOMPARE(store->endRow(), Row(200));
    QVERIFY(files().size() < count);
    QVERIFY(store->storedBytes() < before);
}

void TestCaptureRetention::dropBeforeLeavesASingleFileAlone()
{
    const QString file = m_folder->filePath(u"capture.jsonl"_s);
    const auto store = openFile(file);
    appendSamples(*store, 0, 200);
    store->flush();
    store->dropBefore(Row(200));
    QVERIFY(QFile::exists(file));
    QCOMPARE(store->firstRow(), Row(0));
}

void TestCaptureRetention::readerKeepsARetiredSegment()
{
    const auto store = openStore(options(10'000));
    appendSamples(*store, 0, 200);
    store->flush();
    const CaptureSnapshot snapshot = store->snapshot();
    store->dropBefore(Row(150));
    QCOMPARE(store->message(Row(0)), QByteArray());
    QCOMPARE(snapshot.message(Row(0)), sampleMessage(0));
}

void TestCaptureRetention::readsFromMoreSegmentsThanFilesMayBeOpen()
{
    const auto store = openStore(options(4096));
    constexpr qint64 rows = 4000;
    appendSamples(*store, 0, rows, 100);
    store->flush();
    QVERIFY(files().size() > 200);
    const QStringList open =
        QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files);
    QVERIFY2(open.size() < 160, qPrintable(QString::number(open.size())));
    for (qint64 row = 0; row < rows; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row, 100));
}

void TestCaptureRetention::rowNumbersGoOnAfterDropping()
{
    CaptureOptions chosen = options(100'000);
    chosen.path.clear();
    const auto store = openStore(chosen);
    constexpr qint64 rows = 200'000; // several chunks of the index
    for (qint64 row = 0; row < rows; row += 1000) {
        appendSamples(*store, row, 1000);
        store->flush();
        store->dropBefore(store->endRow());
    }
    QCOMPARE(store->endRow(), Row(rows));
    QVERIFY(store->firstRow() > Row(rows - 2000));
    QCOMPARE(store->message(Row(rows - 1)), sampleMessage(rows - 1));
    QVERIFY(store->memoryBytes() < 4'000'000);
}

void TestCaptureRetention::keepsMemoryWithinADefault()
{
    const auto store = openStore({});
    const QSignalSpy dropped(store.get(), &CaptureStore::dropped);
    constexpr int padding = 1'000'000;
    for (int i = 0; i < 300; ++i) {
        appendSamples(*store, i, 1, padding);
        store->flush();
        QVERIFY(store->storedBytes() <= 256LL * 1024 * 1024);
    }
    QVERIFY(!dropped.isEmpty());
    QVERIFY(store->endRow() - store->firstRow() > 200);
}

QTEST_GUILESS_MAIN(TestCaptureRetention)
#include "test_captureretention.moc"
