// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "samplerows.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

QByteArray numberedChannel(qint64 number)
{
    return "/channel/" + QByteArray::number(number % 500);
}

/// An event whose time, channel and message all tell its number.
void appendNumbered(CaptureStore &store, qint64 number)
{
    const QByteArray raw = sampleMessage(number);
    const QByteArray channel = numberedChannel(number);
    Record record = sampleRecord(raw, channel);
    record.time = sampleTime + std::chrono::microseconds(number);
    store.append(record);
}

/// Reads rows all over a store while it is written, and counts those that are not as they should.
class Reader
{
public:
    explicit Reader(const CaptureStore &store)
        : m_thread([this, &store] { run(store); })
    { }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    Reader(Reader &&) = delete;
    Reader &operator=(Reader &&) = delete;
    ~Reader() { stop(); }

    void stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    /// What was seen first to be wrong, empty when nothing was. After stop().
    [[nodiscard]] QByteArray fault() const { return m_fault; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] qint64 checked() const { return m_checked; }

private:
    void run(const CaptureStore &store)
    {
        while (!m_stop && m_fault.isEmpty()) {
            const CaptureSnapshot rows = store.snapshot();
            const qint64 count = rows.endRow() - rows.firstRow();
            if (rows.firstRow() > store.firstRow() || rows.endRow() > store.endRow())
                m_fault = "a snapshot is ahead of the store";
            for (int i = 0; i < 16 && count > 0; ++i) {
                m_seed = m_seed * 6364136223846793005ULL + 1442695040888963407ULL;
                check(store, rows, rows.firstRow() + qint64((m_seed >> 33) % quint64(count)));
            }
            if (count > 0)
                check(store, rows, rows.endRow() + -1);
        }
        m_running = false;
    }

    void check(const CaptureStore &store, const CaptureSnapshot &rows, Row row)
    {
        const RowInfo info = rows.info(row);
        if (info.kind == MessageKind::Note)
            return;
        const qint64 number = (info.time - sampleTime).count();
        const QByteArray message = rows.message(row);
        if (message != sampleMessage(number) || info.size != message.size())
            m_fault = "wrong message: " + message;
        if (store.channelName(info.channel) != numberedChannel(number))
            m_fault = "wrong channel";
        if (store.channelStats(info.channel).messages == 0)
            m_fault = "not counted";
        if (!rows.line(row).endsWith(message + '}'))
            m_fault = "wrong line";
        ++m_checked;
    }

    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_running = true;
    std::atomic<qint64> m_checked = 0;
    QByteArray m_fault;
    quint64 m_seed = 1;
    std::thread m_thread; // last, so that all is there when it starts
};

} // namespace

class TestCaptureThreads : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readersSeeWholeRowsWhileTheWriterWrites_data();
    void readersSeeWholeRowsWhileTheWriterWrites();
    void worksInTheThreadItWasMovedTo();
    void aMillionRowsReadBackRight();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureThreads::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCaptureThreads::readersSeeWholeRowsWhileTheWriterWrites_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::addColumn<qint64>("retainBytes");

    QTest::newRow("in a folder") << false << qint64(0);
    QTest::newRow("in a folder, dropping") << false << qint64(1'000'000);
    QTest::newRow("in memory, dropping") << true << qint64(1'000'000);
}

void TestCaptureThreads::readersSeeWholeRowsWhileTheWriterWrites()
{
    QFETCH(bool, inMemory);
    QFETCH(qint64, retainBytes);

    CaptureOptions options;
    if (!inMemory)
        options.path = m_folder->filePath(u"segments"_s);
    options.segmentBytes = 200'000;
    options.retainBytes = retainBytes;
    const auto store = openStore(options);
    Reader first(*store);
    Reader second(*store);
    // Goes on until both readers have seen a good deal, however slow the machine is.
    qint64 number = 0;
    while (number < 100'000 || first.checked() < 1000 || second.checked() < 1000) {
        for (int i = 0; i < 100; ++i)
            appendNumbered(*store, number++);
        store->flush();
        if (!first.isRunning() || !second.isRunning())
            break;
    }
    first.stop();
    second.stop();
    QCOMPARE(first.fault(), QByteArray());
    QCOMPARE(second.fault(), QByteArray());
}

void TestCaptureThreads::worksInTheThreadItWasMovedTo()
{
    auto store = openStore({});
    QThread thread;
    store->moveToThread(&thread);
    std::atomic<QThread *> published = nullptr;
    connect(
        store.get(),
        &CaptureStore::appended,
        store.get(),
        [&] { published = QThread::currentThread(); },
        Qt::DirectConnection);
    connect(&thread, &QThread::started, store.get(), [&] { appendSamples(*store, 0, 10); });
    thread.start();
    QTRY_COMPARE(store->endRow(), Row(10));
    QTRY_COMPARE(published.load(), &thread);
    QCOMPARE(store->message(Row(9)), sampleMessage(9));
    QObject *const moved = store.get();
    connect(
        &thread, &QThread::finished, moved, [&] { store.reset(); }, Qt::DirectConnection);
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(!store);
}

void TestCaptureThreads::aMillionRowsReadBackRight()
{
    CaptureOptions options;
    options.path = m_folder->filePath(u"segments"_s);
    const auto store = openStore(options);
    constexpr qint64 rows = 1'000'000;
    for (qint64 number = 0; number < rows; ++number)
        appendNumbered(*store, number);
    store->flush();
    QCOMPARE(store->endRow(), Row(rows));
    const CaptureSnapshot snapshot = store->snapshot();
    for (qint64 number = 0; number < rows; ++number) {
        const RowInfo info = snapshot.info(Row(number));
        if (info.time != sampleTime + std::chrono::microseconds(number)
            || qint64(info.channel) != number % 500)
            QFAIL(qPrintable(u"info of row %1"_s.arg(number)));
    }
    for (qint64 number = 0; number < rows; number += 7)
        QCOMPARE(snapshot.message(Row(number)), sampleMessage(number));
}

QTEST_GUILESS_MAIN(TestCaptureThreads)
#include "test_capturethreads.moc"
