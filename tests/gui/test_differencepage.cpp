// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/inspector/differencemodel.h"
#include "ui/inspector/inspector.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// Where a message differs from another one, in the inspector.
class TestDifferencePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comparesWithThePreviousOfTheRecord();
    void comparesOnTheChannelWithoutARecord();
    void changedValuesComeFirst();
    void saysWhenThereIsNoPrevious();
    void saysWhenNothingDiffers();
    void saysWhenOneIsMalformed();
    void comparesWithAChosenMessage();
    void showsTheOtherSide();
    void copiesByKeyAndMenu();
    void modelHoldsItsPromises();
    void keepsTheDifferenceOfARowThatIsGone();

private:
    Row append(const QByteArray &data, const QByteArray &channel = "/rw/default/incident/a")
    {
        appendEvent(*m_store, channel, data);
        m_store->flush();
        return m_store->endRow() + -1;
    }

    static QByteArray update(const QByteArray &sysId, int priority)
    {
        QByteArray data = R"({"operation":"update","action":"change","table_name":"incident",)"
                          R"("changes":["priority"],"record":{"priority":PRIORITY},)"
                          R"("sys_id":"SYS_ID"})";
        return data.replace("PRIORITY", QByteArray::number(priority)).replace("SYS_ID", sysId);
    }

    [[nodiscard]] QString cells(int row) const
    {
        QStringList texts;
        for (int column = 0; column < DifferenceModel::ColumnCount; ++column)
            texts.append(m_changes->model()->index(row, column).data().toString());
        return texts.join(u" | "_s);
    }

    [[nodiscard]] QString words() const
    {
        return m_inspector->findChild<QLabel *>(u"differenceWords"_s)->text();
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<Inspector> m_inspector;
    QTreeView *m_changes = nullptr;
};

void TestDifferencePage::init()
{
    m_inspector.reset();
    m_store = memoryStore();
    m_inspector = std::make_unique<Inspector>(*m_store);
    m_inspector->tabs().setCurrentIndex(3);
    m_changes = m_inspector->findChild<QTreeView *>(u"differences"_s);
    m_inspector->resize(420, 500);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestDifferencePage::comparesWithThePreviousOfTheRecord()
{
    append(update("aaaa", 4));
    append(update("bbbb", 1));
    m_inspector->setRow(append(update("aaaa", 3)));
    QVERIFY2(words().startsWith(u"Compared with the previous message of this record"_s),
             qPrintable(words()));
    QCOMPARE(m_changes->model()->rowCount(), 1);
    QCOMPARE(cells(0), u".data.record.priority | 4 | 3"_s);
}

void TestDifferencePage::comparesOnTheChannelWithoutARecord()
{
    append(R"({"n":1})", "/a");
    m_inspector->setRow(append(R"({"n":1,"m":"x"})", "/a"));
    QVERIFY2(words().contains(u"on this channel"_s), qPrintable(words()));
    QCOMPARE(cells(0), uR"(.data.m | (not there) | "x")"_s);
}

void TestDifferencePage::changedValuesComeFirst()
{
    append(R"({"a":1,"b":1,"gone":1,"z":1})", "/a");
    m_inspector->setRow(append(R"({"a":1,"b":2,"c":"new","z":2})", "/a"));
    QStringList places;
    for (int row = 0; row < m_changes->model()->rowCount(); ++row)
        places.append(
            m_changes->model()->index(row, DifferenceModel::PlaceColumn).data().toString());
    QCOMPARE(places, QStringList({u".data.b"_s, u".data.z"_s, u".data.c"_s, u".data.gone"_s}));
}

void TestDifferencePage::saysWhenThereIsNoPrevious()
{
    m_inspector->setRow(append(update("aaaa", 4)));
    QVERIFY2(words().startsWith(u"There is no earlier message of this record"_s),
             qPrintable(words()));
    QVERIFY(!m_changes->isVisible());
    QVERIFY(!m_inspector->findChild<QPushButton *>(u"differenceShow"_s)->isVisible());
}

void TestDifferencePage::saysWhenNothingDiffers()
{
    append(update("aaaa", 4));
    m_inspector->setRow(append(update("aaaa", 4)));
    QVERIFY2(words().endsWith(u"They do not differ."_s), qPrintable(words()));
    QVERIFY(!m_changes->isVisible());
}

void TestDifferencePage::saysWhenOneIsMalformed()
{
    append("{]", "/a");
    m_inspector->setRow(append("1", "/a"));
    QVERIFY2(words().contains(u"no JSON"_s), qPrintable(words()));
}

void TestDifferencePage::comparesWithAChosenMessage()
{
    const Row chosen = append(R"({"n":1})", "/a");
    append(R"({"n":2})", "/a");
    const Row shown = append(R"({"n":3})", "/a");
    m_inspector->tabs().setCurrentIndex(0);
    m_inspector->setRow(shown);
    m_inspector->compareWith(chosen);
    QCOMPARE(m_inspector->tabs().currentIndex(), 3);
    QVERIFY2(words().contains(u"that you chose"_s), qPrintable(words()));
    QCOMPARE(cells(0), u".data.n | 1 | 3"_s);
    m_inspector->setRow(chosen);
    QVERIFY2(words().startsWith(u"This is the message that you chose"_s), qPrintable(words()));
    m_inspector->setRow(shown);
    QTest::mouseClick(m_inspector->findChild<QPushButton *>(u"differencePrevious"_s),
                      Qt::LeftButton);
    QCOMPARE(cells(0), u".data.n | 2 | 3"_s);
    QVERIFY(!m_inspector->findChild<QPushButton *>(u"differencePrevious"_s)->isVisible());
}

void TestDifferencePage::showsTheOtherSide()
{
    const Row before = append(update("aaaa", 4));
    m_inspector->setRow(append(update("aaaa", 3)));
    QSignalSpy rows(m_inspector.get(), &Inspector::rowRequested);
    QTest::mouseClick(m_inspector->findChild<QPushButton *>(u"differenceShow"_s), Qt::LeftButton);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().first().value<Row>(), before);
}

void TestDifferencePage::copiesByKeyAndMenu()
{
    append(R"({"n":1})", "/a");
    m_inspector->setRow(append(R"({"n":2})", "/a"));
    m_changes->setFocus();
    QTest::keySequence(m_changes, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u".data.n: 1 → 2"_s);
}

void TestDifferencePage::modelHoldsItsPromises()
{
    const QAbstractItemModelTester tester(m_changes->model());
    append(R"({"n":1})", "/a");
    m_inspector->setRow(append(R"({"n":2})", "/a"));
    QByteArray many = "{";
    for (int i = 0; i < 1500; ++i)
        many += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
    m_inspector->setRow(append(many + '}', "/a"));
    QCOMPARE(m_changes->model()->rowCount(), 1001);
    QCOMPARE(m_changes->model()->index(1000, 0).data().toString(), u"… and 501 more"_s);
}

void TestDifferencePage::keepsTheDifferenceOfARowThatIsGone()
{
    append(update("aaaa", 4));
    m_inspector->setRow(append(update("aaaa", 3)));
    m_store->dropBefore(m_store->endRow());
    QCOMPARE(cells(0), u".data.record.priority | 4 | 3"_s);
}

QTEST_MAIN(TestDifferencePage)
#include "test_differencepage.moc"
