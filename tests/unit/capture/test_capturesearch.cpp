// SPDX-License-Identifier: MIT
#include "core/capture/capturereader.h"
#include "core/capture/capturesearch.h"
#include "samplerows.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace amb;

/// Searching a capture in threads: in order, complete, kept up to date, and ended at will.
class TestCaptureSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryHitInOrder();
    void findsInFiles();
    void goesOnAsRowsCome();
    void anotherFilterTakesOver();
    void findsNothingAfterCancel();
    void endsWithItsOwner();
    void leavesOutDroppedRows();
    void readsBlocksAsRowsOneByOne();
    void readsWhatIsLeftOfACutFile();
};

namespace {

Filter filterOf(const QString &text)
{
    std::optional<FilterProblem> problem;
    const Filter filter = Filter::parse(text, problem);
    if (problem)
        qFatal("%s", qPrintable(problem->text));
    return filter;
}

/// What a search has found so far.
class Hits
{
public:
    explicit Hits(CaptureSearch &search)
    {
        QObject::connect(&search, &CaptureSearch::found, &search, [this](const QList<Row> &rows) {
            all += rows;
        });
    }

    QList<Row> all;
};

/// The rows with numbers from first that end in a digit 7.
QList<Row> sevens(qint64 first, qint64 end)
{
    QList<Row> rows;
    for (qint64 i = first; i < end; ++i) {
        if (i % 10 == 7)
            rows.append(Row(i));
    }
    return rows;
}

const QString endsInSeven = u"/\"n\":[0-9]*7,/"_s;

} // namespace

void TestCaptureSearch::findsEveryHitInOrder()
{
    const auto store = openStore();
    appendSamples(*store, 0, 100'000);
    store->flush();
    CaptureSearch search(*store);
    const Hits hits(search);
    search.start(filterOf(endsInSeven));
    QTRY_VERIFY(search.isCaughtUp());
    QCOMPARE(hits.all, sevens(0, 100'000));
    QCOMPARE(search.searchedEnd(), Row(100'000));
}

void TestCaptureSearch::findsInFiles()
{
    const QTemporaryDir folder;
    CaptureOptions options;
    options.path = folder.filePath(u"capture"_s);
    options.segmentBytes = 200'000; // many segments, most of them parked
    const auto store = openStore(options);
    appendSamples(*store, 0, 30'000);
    store->flush();
    CaptureSearch search(*store);
    const Hits hits(search);
    search.start(filterOf(endsInSeven));
    QTRY_VERIFY(search.isCaughtUp());
    QCOMPARE(hits.all, sevens(0, 30'000));
}

void TestCaptureSearch::goesOnAsRowsCome()
{
    const auto store = openStore();
    CaptureSearch search(*store);
    const Hits hits(search);
    connect(store.get(), &CaptureStore::appended, &search, &CaptureSearch::extend);
    search.start(filterOf(endsInSeven));
    for (int batch = 0; batch < 20; ++batch) {
        appendSamples(*store, batch * 1000, 1000);
        store->flush();
    }
    QTRY_COMPARE(search.searchedEnd(), Row(20'000));
    QCOMPARE(hits.all, sevens(0, 20'000));
}

void TestCaptureSearch::anotherFilterTakesOver()
{
    const auto store = openStore();
    appendSamples(*store, 0, 100'000);
    store->flush();
    CaptureSearch search(*store);
    search.start(filterOf(u"/x.*y.*z/"_s));
    const Hits hits(search);
    search.start(filterOf(endsInSeven));
    QTRY_VERIFY(search.isCaughtUp());
    QCOMPARE(hits.all, sevens(0, 100'000));
}

void TestCaptureSearch::findsNothingAfterCancel()
{
    const auto store = openStore();
    appendSamples(*store, 0, 50'000);
    store->flush();
    CaptureSearch search(*store);
    const QSignalSpy found(&search, &CaptureSearch::found);
    const QSignalSpy advanced(&search, &CaptureSearch::advanced);
    search.start(filterOf(endsInSeven));
    search.cancel();
    QVERIFY(!search.isActive());
    // A search that begins now ends after the one that was cancelled.
    CaptureSearch other(*store);
    other.start(filterOf(endsInSeven));
    QTRY_VERIFY(other.isCaughtUp());
    QCOMPARE(found.size(), 0);
    QCOMPARE(advanced.size(), 0);
}

void TestCaptureSearch::endsWithItsOwner()
{
    const auto store = openStore();
    appendSamples(*store, 0, 200'000, 200);
    store->flush();
    QElapsedTimer timer;
    {
        CaptureSearch search(*store);
        search.start(filterOf(u"/(x+x+)+y/"_s));
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestCaptureSearch::leavesOutDroppedRows()
{
    const QTemporaryDir folder;
    CaptureOptions options;
    options.path = folder.filePath(u"capture"_s);
    options.segmentBytes = 100'000;
    options.retainBytes = 300'000;
    const auto store = openStore(options);
    for (int batch = 0; batch < 20; ++batch) {
        appendSamples(*store, batch * 1000, 1000);
        store->flush();
    }
    QVERIFY(store->firstRow() > Row(0));
    CaptureSearch search(*store);
    const Hits hits(search);
    search.start(filterOf(u"kind:event"_s));
    QTRY_VERIFY(search.isCaughtUp());
    QCOMPARE(hits.all.first(), store->firstRow());
}

void TestCaptureSearch::readsBlocksAsRowsOneByOne()
{
    const QTemporaryDir folder;
    CaptureOptions options;
    options.path = folder.filePath(u"capture"_s);
    options.segmentBytes = 1'000'000;
    const auto store = openStore(options);
    for (int i = 0; i < 300; ++i) // lines of 100 bytes to 300 kB
        appendSamples(*store, i, 1, i % 50 == 0 ? 300'000 : i * 10);
    store->flush();
    CaptureReader reader(store->snapshot());
    for (Row row = store->firstRow(); row < store->endRow(); row = row + 1)
        QCOMPARE(reader.message(row), QByteArrayView(store->message(row)));
    for (Row row = store->firstRow(); row < store->endRow(); row = row + 37) // and backwards
        QCOMPARE(reader.message(Row(299 - qint64(row))),
                 QByteArrayView(store->message(Row(299 - qint64(row)))));
    QCOMPARE(reader.message(store->endRow()), QByteArrayView());
}

void TestCaptureSearch::readsWhatIsLeftOfACutFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"capture.jsonl"_s);
    const auto store = openFile(path);
    appendSamples(*store, 0, 100);
    store->flush();
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    CaptureSearch search(*store);
    const Hits hits(search);
    search.start(filterOf(u"incident \"n\""_s));
    QTRY_VERIFY(search.isCaughtUp());
    CaptureReader reader(store->snapshot());
    QVERIFY(!reader.message(Row(0)).isEmpty());
    QVERIFY(reader.message(Row(99)).isEmpty());
}

QTEST_GUILESS_MAIN(TestCaptureSearch)
#include "test_capturesearch.moc"
