// SPDX-License-Identifier: MIT
#include "tests/gui/sampletraffic.h"
#include "tests/unit/decode/talksamples.h"
#include "ui/stories/presencepane.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace amb {

/// Who is on which record, in its pane.
class TestPresencePane : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void emptyPaneSaysWhatWouldFillIt();
    void peopleAreShownBelowTheirRecord();
    void recordIsCalledAsItsWatcherCallsIt();
    void oldCaptureShowsWhoWasThereAtItsEnd();
    void liveTrafficAgesByTheClock();
    void foldedRecordStaysFolded();
    void personShowsTheNewestMessage();

private:
    void see(const QByteArray &message, const QByteArray &channel = "/sn/rp/incident/5d0e")
    {
        appendRaw(*m_store, message, MessageKind::Event, Direction::In, channel);
        m_store->flush();
        m_pane->appendRows();
    }
    [[nodiscard]] QTreeWidget &tree() const
    {
        return *m_pane->findChild<QTreeWidget *>(u"presenceTree"_s);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<PresencePane> m_pane;
};

void TestPresencePane::init()
{
    m_pane.reset();
    m_store = memoryStore();
    m_pane = std::make_unique<PresencePane>(*m_store);
    m_pane->resize(700, 300);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestPresencePane::emptyPaneSaysWhatWouldFillIt()
{
    const auto *empty = m_pane->findChild<QLabel *>(u"presenceEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("in this capture"_L1));
    m_pane->setCanSubscribe(true);
    QVERIFY(empty->text().contains("Subscribe to /sn/rp/"_L1));
}

void TestPresencePane::peopleAreShownBelowTheirRecord()
{
    see(talk::array(talk::presence("one", "viewing", "s1") + ","
                    + talk::presence("two", "typing", "s2")));
    QTRY_COMPARE(tree().topLevelItemCount(), 1);
    const QTreeWidgetItem *record = tree().topLevelItem(0);
    QCOMPARE(record->text(0), u"incident 5d0e"_s);
    QCOMPARE(record->text(1), u"2 people now"_s);
    QCOMPARE(record->child(0)->text(0), u"one"_s);
    QCOMPARE(record->child(1)->text(1), u"typing in work_notes"_s);
    QVERIFY(record->isExpanded());
}

void TestPresencePane::recordIsCalledAsItsWatcherCallsIt()
{
    see(talk::array(talk::presence("one", "viewing", "s1")));
    see(R"({"data":{"operation":"update","action":"change","sys_id":"5d0e",)"
        R"("table_name":"incident","display_value":"INC0010042"}})",
        "/rw/default/incident/YQ--");
    QTRY_COMPARE(tree().topLevelItemCount(), 1);
    QTRY_COMPARE(tree().topLevelItem(0)->text(0), u"incident INC0010042"_s);
}

void TestPresencePane::oldCaptureShowsWhoWasThereAtItsEnd()
{
    see(talk::array(talk::presence("one", "viewing", "s1"))); // long ago, but the newest
    QTRY_COMPARE(tree().topLevelItemCount(), 1);
    QCOMPARE(tree().topLevelItem(0)->child(0)->text(1), u"viewing"_s);
}

void TestPresencePane::liveTrafficAgesByTheClock()
{
    oldCaptureShowsWhoWasThereAtItsEnd();
    m_pane->setLive(true);
    QCOMPARE(tree().topLevelItem(0)->child(0)->text(1), u"left"_s);
    QCOMPARE(tree().topLevelItem(0)->text(1), u"nobody now"_s);
}

void TestPresencePane::foldedRecordStaysFolded()
{
    oldCaptureShowsWhoWasThereAtItsEnd();
    tree().topLevelItem(0)->setExpanded(false);
    see(talk::array(talk::presence("one", "typing", "s1")));
    QTRY_COMPARE(tree().topLevelItem(0)->child(0)->text(1), u"typing in work_notes"_s);
    QVERIFY(!tree().topLevelItem(0)->isExpanded());
}

void TestPresencePane::personShowsTheNewestMessage()
{
    see("{}", "/demo/other");
    see(talk::array(talk::presence("one", "viewing", "s1")));
    QTRY_COMPARE(tree().topLevelItemCount(), 1);
    QSignalSpy rows(m_pane.get(), &PresencePane::rowRequested);
    QTest::mouseClick(tree().viewport(),
                      Qt::LeftButton,
                      {},
                      tree().visualItemRect(tree().topLevelItem(0)->child(0)).center());
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).at(0).value<Row>(), Row(1));
}

} // namespace amb

QTEST_MAIN(amb::TestPresencePane)

#include "test_presencepane.moc"
