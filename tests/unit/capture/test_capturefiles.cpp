// SPDX-License-Identifier: MIT
#include "core/capture/capturesave.h"
#include "core/capture/capturestore.h"
#include "samplerows.h"

#include <QDir>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Captures are saved as files and opened again to be read.
class TestCaptureFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsAFile();
    void readsAFolderOfSegmentsInOrder();
    void neverWritesToWhatItReads();
    void keepsWhatIsAppendedInMemory();
    void tellsOfDamagedAndTornLines();
    void readsACaptureThatIsBeingRecorded();
    void saysWhatIsNoCapture_data();
    void saysWhatIsNoCapture();
    void savesChosenRows();
    void savedRowsAreTheSameToTheByte();
    void leavesTheOldFileWhenItCannotSave();
    void leavesTheOldFileWhenItIsCancelled();

private:
    std::unique_ptr<CaptureStore> read(const QString &path) const
    {
        return openStore({.path = path, .isReadOnly = true});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestCaptureFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"capture.jsonl"_s);
}

void TestCaptureFiles::readsAFile()
{
    appendSamples(*openFile(m_file), 0, 100);
    const auto store = read(m_file);
    QCOMPARE(store->endRow(), Row(100));
    QCOMPARE(store->message(Row(99)), sampleMessage(99));
    QCOMPARE(store->channelStats(ChannelId(0)).messages, 100);
    QCOMPARE(store->storedBytes(), QFile(m_file).size());
}

void TestCaptureFiles::readsAFolderOfSegmentsInOrder()
{
    const QString folder = m_folder->filePath(u"segments"_s);
    {
        const auto store = openStore({.path = folder, .segmentBytes = 4096});
        for (int i = 0; i < 200; ++i) {
            appendSamples(*store, i, 1, 200);
            store->flush();
        }
    }
    QVERIFY(QDir(folder).entryList(QDir::Files).size() > 10);
    const auto store = read(folder);
    QCOMPARE(store->endRow(), Row(200));
    for (qint64 i = 0; i < 200; ++i)
        QCOMPARE(store->message(Row(i)), sampleMessage(i, 200));
}

void TestCaptureFiles::neverWritesToWhatItReads()
{
    const QString folder = m_folder->filePath(u"segments"_s);
    {
        const auto store = openStore({.path = folder, .segmentBytes = 4096});
        for (int i = 0; i < 100; ++i) {
            appendSamples(*store, i, 1, 200);
            store->flush();
        }
    }
    const QStringList files = QDir(folder).entryList(QDir::Files);
    {
        const auto store = read(folder);
        appendSamples(*store, 0, 10);
        store->flush();
        store->dropBefore(Row(90)); // from the list, not from the disk
        QVERIFY(store->firstRow() > Row(0));
    }
    QCOMPARE(QDir(folder).entryList(QDir::Files), files);
    QCOMPARE(read(folder)->endRow(), Row(100));
}

void TestCaptureFiles::keepsWhatIsAppendedInMemory()
{
    appendSamples(*openFile(m_file), 0, 5);
    const QByteArray before = contents(m_file);
    const auto store = read(m_file);
    appendSamples(*store, 5, 5);
    store->flush();
    QCOMPARE(store->endRow(), Row(10));
    QCOMPARE(store->message(Row(9)), sampleMessage(9));
    QCOMPARE(contents(m_file), before);
}

void TestCaptureFiles::tellsOfDamagedAndTornLines()
{
    appendSamples(*openFile(m_file), 0, 3);
    const QByteArray sound = contents(m_file);
    writeFile(m_file, sound + "no row\n" + R"({"time":"2026-)");
    const auto store = read(m_file);
    store->flush();
    QCOMPARE(store->endRow(), Row(4));
    QVERIFY2(store->message(Row(3)).contains("2 damaged lines"),
             store->message(Row(3)).constData());
    QVERIFY(contents(m_file).startsWith(sound));
}

void TestCaptureFiles::readsACaptureThatIsBeingRecorded()
{
    const auto recorder = openFile(m_file);
    appendSamples(*recorder, 0, 7);
    recorder->flush();
    QCOMPARE(read(m_file)->endRow(), Row(7));
}

void TestCaptureFiles::saysWhatIsNoCapture_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << u"missing.jsonl"_s << u"missing.jsonl"_s;
    QTest::newRow("empty folder") << u"empty"_s << u"no capture in this folder"_s;
    QTest::newRow("text") << u"letter.txt"_s << u"letter.txt"_s;
}

void TestCaptureFiles::saysWhatIsNoCapture()
{
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    writeFile(m_folder->filePath(u"letter.txt"_s), "Dear all,\nthis is no capture.\n");
    const auto store = CaptureStore::create({.path = m_folder->filePath(name), .isReadOnly = true});
    QVERIFY(!store.ok());
    QVERIFY2(store.error().text.contains(words), qPrintable(store.error().text));
    QVERIFY(!QFile::exists(m_folder->filePath(u"missing.jsonl"_s)));
}

void TestCaptureFiles::savesChosenRows()
{
    const auto store = openStore();
    appendSamples(*store, 0, 10);
    store->flush();
    auto future = saveCapture(store->snapshot(), {Row(2), Row(5), Row(999)}, m_file);
    future.waitForFinished();
    QVERIFY(future.result().ok());
    QCOMPARE(future.result().value(), 2);
    const auto saved = read(m_file);
    QCOMPARE(saved->endRow(), Row(2));
    QCOMPARE(saved->message(Row(1)), sampleMessage(5));
}

void TestCaptureFiles::savedRowsAreTheSameToTheByte()
{
    const auto store = openStore();
    appendSamples(*store, 0, 3);
    Record record = sampleRecord("<html>\xff", {});
    record.kind = MessageKind::Malformed;
    store->append(record);
    store->flush();
    saveCapture(store->snapshot(), {Row(0), Row(1), Row(2), Row(3)}, m_file).waitForFinished();
    QCOMPARE(withoutHeader(contents(m_file)), lines(*store));
}

void TestCaptureFiles::leavesTheOldFileWhenItCannotSave()
{
    const auto store = openStore();
    appendSamples(*store, 0, 3);
    store->flush();
    auto future =
        saveCapture(store->snapshot(), {Row(0)}, m_folder->filePath(u"no/such/folder.jsonl"_s));
    future.waitForFinished();
    QVERIFY(!future.result().ok());
    QVERIFY2(future.result().error().text.contains(u"folder.jsonl"_s),
             qPrintable(future.result().error().text));
}

void TestCaptureFiles::leavesTheOldFileWhenItIsCancelled()
{
    writeFile(m_file, "before");
    const auto store = openStore();
    appendSamples(*store, 0, 100'000);
    store->flush();
    std::vector<Row> rows;
    for (qint64 row = 0; row < 100'000; ++row)
        rows.push_back(Row(row));
    auto future = saveCapture(store->snapshot(), rows, m_file);
    future.cancel();
    future.waitForFinished();
    const QByteArray after = contents(m_file);
    QVERIFY(after == "before" || after.count('\n') == 100'001); // it may have been quicker
}

QTEST_MAIN(TestCaptureFiles)
#include "test_capturefiles.moc"
