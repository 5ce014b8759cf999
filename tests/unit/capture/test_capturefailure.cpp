// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "samplerows.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

/// Lets files grow only to a size for the time of a test, as a full disk does.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    FileSizeLimit(FileSizeLimit &&) = delete;
    FileSizeLimit &operator=(FileSizeLimit &&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

/// The disk fails while a capture is recorded.
class TestCaptureFailure : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void fullDiskStopsTheRecordingOnly();
    void keepsThePublishedAndCutsTheTornLine();
    void aFailedSegmentOfAFolderKeepsTheOthers();
    void aFolderThatVanishesStopsTheRecordingOnly();
    void tellsOnceAndOutsideOfAppend();
    void limitsWhatIsKeptInMemoryAfterwards();
    void theFileCanBeContinued();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureFailure::initTestCase()
{
    // A file that hits its size limit must fail the write, not end the program.
    QVERIFY(std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR); // NOLINT: a macro of the C library
}

void TestCaptureFailure::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCaptureFailure::fullDiskStopsTheRecordingOnly()
{
    const auto store = openFile(u"/dev/full"_s);
    const QSignalSpy failed(store.get(), &CaptureStore::recordingFailed);
    const QSignalSpy appended(store.get(), &CaptureStore::appended);
    appendSamples(*store, 0, 10);
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed[0][0].value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.text.startsWith(u"The disk is full: "_s), qPrintable(error.text));
    QVERIFY(error.detail.contains(u"/dev/full"_s));

    appendSamples(*store, 10, 10);
    QTRY_COMPARE(store->endRow(), Row(20));
    QCOMPARE(appended.count(), 2);
    QCOMPARE(failed.count(), 1);
    for (qint64 row = 0; row < 20; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row));
}

void TestCaptureFailure::keepsThePublishedAndCutsTheTornLine()
{
    const QString file = m_folder->filePath(u"capture.jsonl"_s);
    const auto store = openFile(file);
    const QSignalSpy failed(store.get(), &CaptureStore::recordingFailed);
    appendSamples(*store, 0, 100);
    store->flush();
    const QByteArray before = contents(file);
    {
        // The limit is in the middle of the next batch, so that a part of it can be written.
        const FileSizeLimit limit(rlim_t(before.size()) + 1000);
        appendSamples(*store, 100, 100);
        store->flush();
    }
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed[0][0].value<Error>().text.contains(u"largest size"_s));
    QCOMPARE(contents(file), before);
    appendSamples(*store, 200, 100);
    store->flush();
    QCOMPARE(contents(file), before);
    QCOMPARE(store->firstRow(), Row(0));
    QCOMPARE(store->endRow(), Row(300));
    for (qint64 row = 0; row < 300; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row));
}

void TestCaptureFailure::aFailedSegmentOfAFolderKeepsTheOthers()
{
    CaptureOptions options;
    options.path = m_folder->filePath(u"segments"_s);
    options.segmentBytes = 10'000;
    options.retainBytes = 1'000'000;
    const auto store = openStore(options);
    const QSignalSpy failed(store.get(), &CaptureStore::recordingFailed);
    appendSamples(*store, 0, 100);
    store->flush();
    {
        const FileSizeLimit limit(500); // no new segment gets through
        appendSamples(*store, 100, 200);
        store->flush();
    }
    QCOMPARE(failed.count(), 1);
    QCOMPARE(store->endRow(), Row(300));
    for (qint64 row = 0; row < 300; ++row)
        QCOMPARE(store->message(Row(row)), sampleMessage(row));
}

void TestCaptureFailure::aFolderThatVanishesStopsTheRecordingOnly()
{
    CaptureOptions options;
    options.path = m_folder->filePath(u"segments"_s);
    options.segmentBytes = 10'000;
    const auto store = openStore(options);
    const QSignalSpy failed(store.get(), &CaptureStore::recordingFailed);
    QVERIFY(QDir(options.path).removeRecursively());
    appendSamples(*store, 0, 200);
    store->flush();
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed[0][0].value<Error>().text.contains(u"folder does not exist"_s));
    QCOMPARE(store->message(Row(0)), sampleMessage(0));
    QCOMPARE(store->message(Row(199)), sampleMessage(199));
}

void TestCaptureFailure::tellsOnceAndOutsideOfAppend()
{
    const auto store = openFile(u"/dev/full"_s);
    const QSignalSpy failed(store.get(), &CaptureStore::recordingFailed);
    appendSamples(*store, 0, 10, 1'000'000); // more than is gathered
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    appendSamples(*store, 10, 10, 1'000'000);
    QTRY_COMPARE(store->endRow(), Row(20));
    QCOMPARE(failed.count(), 1);
}

void TestCaptureFailure::limitsWhatIsKeptInMemoryAfterwards()
{
    const QString file = m_folder->filePath(u"capture.jsonl"_s);
    const auto store = openFile(file);
    appendSamples(*store, 0, 100);
    store->flush();
    const QByteArray before = contents(file);
    const QSignalSpy dropped(store.get(), &CaptureStore::dropped);
    {
        const FileSizeLimit limit(rlim_t(before.size()));
        for (int i = 0; i < 300; ++i) {
            appendSamples(*store, i, 1, 1'000'000);
            store->flush();
            QVERIFY(store->storedBytes() <= before.size() + 256LL * 1024 * 1024);
        }
    }
    QVERIFY(!dropped.isEmpty());
    QVERIFY(store->firstRow() > Row(100));
    QCOMPARE(contents(file), before);
}

void TestCaptureFailure::theFileCanBeContinued()
{
    const QString file = m_folder->filePath(u"capture.jsonl"_s);
    auto store = openFile(file);
    appendSamples(*store, 0, 100);
    store->flush();
    {
        const FileSizeLimit limit(rlim_t(contents(file).size()) + 100);
        appendSamples(*store, 100, 1);
        store.reset();
    }
    store = openFile(file);
    QCOMPARE(store->endRow(), Row(100));
    QCOMPARE(store->message(Row(99)), sampleMessage(99));
}

QTEST_GUILESS_MAIN(TestCaptureFailure)
#include "test_capturefailure.moc"
