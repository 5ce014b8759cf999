// SPDX-License-Identifier: MIT
#include "ui/messages/rowmarks.h"
#include "ui/messages/shownrows.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace amb;

/// Which rows a list shows, and the marks on them.
class TestShownRows : public QObject
{
    Q_OBJECT

private slots:
    void showsAllWhereNothingIsHidden();
    void leavesOutTheHidden();
    void showsTheHiddenOnDemand();
    void dropsFromTheBeginning();
    void agreesWithAPlainList();
    void marksGoRound();
    void togglesMarksTogether();
    void forgetsMarksOfDroppedRows();
};

void TestShownRows::showsAllWhereNothingIsHidden()
{
    ShownRows rows(Row(10));
    QCOMPARE(rows.count(), 0);
    rows.append(Row(14), {});
    QCOMPARE(rows.count(), 4);
    QCOMPARE(rows.rowAt(0), Row(10));
    QCOMPARE(rows.rowAt(3), Row(13));
    QCOMPARE(rows.indexOf(Row(9)), -1);
    QCOMPARE(rows.indexOf(Row(14)), -1);
    QCOMPARE(rows.indexFrom(Row(99)), 4);
}

void TestShownRows::leavesOutTheHidden()
{
    ShownRows rows(Row(0));
    rows.append(Row(6), {Row(0), Row(1), Row(4)});
    QCOMPARE(rows.count(), 3);
    QCOMPARE(rows.rowAt(0), Row(2));
    QCOMPARE(rows.rowAt(1), Row(3));
    QCOMPARE(rows.rowAt(2), Row(5));
    QCOMPARE(rows.indexOf(Row(4)), -1);
    QCOMPARE(rows.indexFrom(Row(4)), 2);
    QCOMPARE(rows.indexOf(Row(5)), 2);
}

void TestShownRows::showsTheHiddenOnDemand()
{
    ShownRows rows(Row(0));
    rows.append(Row(3), {Row(1)});
    rows.setLeavesOut(false);
    QCOMPARE(rows.count(), 3);
    QCOMPARE(rows.indexOf(Row(1)), 1);
    QCOMPARE(rows.hiddenCount(), 1);
}

void TestShownRows::dropsFromTheBeginning()
{
    ShownRows rows(Row(0));
    rows.append(Row(10), {Row(2), Row(7)});
    rows.dropBefore(Row(5));
    QCOMPARE(rows.first(), Row(5));
    QCOMPARE(rows.count(), 4);
    QCOMPARE(rows.rowAt(2), Row(8));
    rows.dropBefore(Row(20)); // rows that were never taken
    QCOMPARE(rows.count(), 0);
    QCOMPARE(rows.end(), Row(20));
}

void TestShownRows::agreesWithAPlainList()
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same every time
    ShownRows rows(Row(0));
    std::vector<Row> shown;
    qint64 end = 0;
    for (int batch = 0; batch < 60; ++batch) {
        std::vector<Row> hidden;
        const qint64 next = end + qint64(random() % 40);
        for (; end < next; ++end) {
            if (random() % 3 == 0)
                hidden.push_back(Row(end));
            else
                shown.push_back(Row(end));
        }
        rows.append(Row(end), hidden);
        if (random() % 5 == 0) {
            const Row kept = rows.first() + qint64(random() % 20);
            rows.dropBefore(std::min(kept, rows.end()));
            std::erase_if(shown, [&rows](Row row) { return row < rows.first(); });
        }
        QCOMPARE(rows.count(), qint64(shown.size()));
        for (size_t i = 0; i < shown.size(); ++i) {
            QCOMPARE(rows.rowAt(qint64(i)), shown[i]);
            QCOMPARE(rows.indexOf(shown[i]), qint64(i));
        }
    }
}

void TestShownRows::marksGoRound()
{
    RowMarks marks;
    QVERIFY(!marks.after(Row(0)));
    marks.toggle({Row(3), Row(9)});
    QCOMPARE(marks.after(Row(0)), std::optional(Row(3)));
    QCOMPARE(marks.after(Row(3)), std::optional(Row(9)));
    QCOMPARE(marks.after(Row(9)), std::optional(Row(3)));
    QCOMPARE(marks.before(Row(9)), std::optional(Row(3)));
    QCOMPARE(marks.before(Row(3)), std::optional(Row(9)));
}

void TestShownRows::togglesMarksTogether()
{
    RowMarks marks;
    const QSignalSpy changed(&marks, &RowMarks::changed);
    marks.toggle({Row(1)});
    marks.toggle({Row(1), Row(2)}); // one is not marked yet: all are, afterwards
    QVERIFY(marks.contains(Row(1)));
    QVERIFY(marks.contains(Row(2)));
    marks.toggle({Row(1), Row(2)});
    QCOMPARE(marks.count(), 0);
    QCOMPARE(changed.size(), 3);
}

void TestShownRows::forgetsMarksOfDroppedRows()
{
    RowMarks marks;
    marks.toggle({Row(1), Row(5)});
    marks.dropBefore(Row(5));
    QVERIFY(!marks.contains(Row(1)));
    QVERIFY(marks.contains(Row(5)));
}

QTEST_MAIN(TestShownRows)
#include "test_shownrows.moc"
