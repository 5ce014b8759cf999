// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/connection/connectionstrip.h"
#include "ui/connection/historymodel.h"
#include "ui/connection/historypane.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

void appendNote(CaptureStore &store, const QByteArray &about, const QByteArray &text)
{
    appendRaw(store,
              "{\"note\":\"" + about + "\",\"text\":\"" + text + "\"}",
              MessageKind::Note,
              Direction::Local);
    store.flush();
}

} // namespace

/// What happened to the connection, when and why.
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void listsTheMonitorsOwnRows();
    void findsGapsRoundTheEnd();
    void saysWhatWouldFillIt();
    void leadsToTheRow();
    void copiesEverythingForATicket();
    void stripTellsThePhases();
    void survivesNotesOfOthers();
    void countsRefusalsOnce();
    void countsDamagedLinesAsAGap();
    void statusBarLeadsToAGap();
    void statusBarLeadsToWhatIsRefused();

private:
    void appendNote(const QByteArray &about, const QByteArray &text) const
    {
        ::appendNote(*m_store, about, text);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestHistory::init()
{
    WindowFixture::forgetSettings();
    m_tester.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<HistoryModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &HistoryModel::appendRows);
}

void TestHistory::listsTheMonitorsOwnRows()
{
    appendEvents(*m_store, 3);
    appendNote("transport", "Connected over WebSocket.");
    appendEvents(*m_store, 3);
    appendNote("gap", "A new session was made.");
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->index(0, HistoryModel::KindColumn).data().toString(), u"transport"_s);
    QCOMPARE(m_model->index(1, HistoryModel::TextColumn).data().toString(),
             u"A new session was made."_s);
    QCOMPARE(m_model->rowOf(1), Row(7));
    const HistoryModel later(*m_store);
    QCOMPARE(later.rowCount(), 2);
}

void TestHistory::findsGapsRoundTheEnd()
{
    const QSignalSpy changed(m_model.get(), &HistoryModel::gapsChanged);
    QVERIFY(!m_model->gapAfter({}));
    appendNote("gap", "one");
    appendNote("transport", "two");
    appendNote("gap", "three");
    QCOMPARE(m_model->gapCount(), 2);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_model->gapAfter({}), std::optional(Row(0)));
    QCOMPARE(m_model->gapAfter(Row(0)), std::optional(Row(2)));
    QCOMPARE(m_model->gapAfter(Row(2)), std::optional(Row(0)));
}

void TestHistory::saysWhatWouldFillIt()
{
    HistoryPane pane(*m_model, u"dev1"_s);
    pane.show();
    auto *empty = pane.findChild<QLabel *>(u"historyEmpty"_s);
    QVERIFY(empty->isVisible());
    appendNote("transport", "Connected.");
    QVERIFY(!empty->isVisible());
    QVERIFY(pane.findChild<QTreeView *>(u"historyList"_s)->isVisible());
}

void TestHistory::leadsToTheRow()
{
    HistoryPane pane(*m_model, u"dev1"_s);
    pane.resize(600, 200);
    pane.show();
    appendEvents(*m_store, 5);
    appendNote("gap", "Lost.");
    auto *list = pane.findChild<QTreeView *>(u"historyList"_s);
    const QSignalSpy requested(&pane, &HistoryPane::rowRequested);
    list->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<Row>(), Row(5));
}

void TestHistory::copiesEverythingForATicket()
{
    HistoryPane pane(*m_model, u"dev1.example"_s);
    pane.show();
    appendNote("transport", "WebSocket lost: nobody knows.");
    ConnectionStatus status;
    status.state = ConnectionState::Waiting;
    pane.setStatus(status);
    QVERIFY(pane.findChild<QPushButton *>(u"historyReconnect"_s)->isEnabled());
    QTest::mouseClick(pane.findChild<QPushButton *>(u"historyCopy"_s), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"dev1.example"_s), qPrintable(text));
    QVERIFY2(text.contains(u"transport  WebSocket lost: nobody knows."_s), qPrintable(text));
    QVERIFY2(text.contains(u"Waiting"_s), qPrintable(text));
}

void TestHistory::stripTellsThePhases()
{
    ConnectionStrip strip;
    QVERIFY(strip.textAt(now()).isEmpty());
    ConnectionStatus status;
    status.state = ConnectionState::Handshaking;
    strip.setStatus(status);
    status.state = ConnectionState::Connected;
    status.transport = TransportType::LongPolling;
    status.transportReason = u"A proxy refused the upgrade."_s;
    strip.setStatus(status);
    const QString text = strip.textAt(now());
    QVERIFY2(text.startsWith(u"Long-polling"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"A proxy refused the upgrade."_s), qPrintable(text));
    QCOMPARE(strip.summary(now()), u"Long-polling 0 s, connecting 0 s"_s);
    QCOMPARE(strip.accessibleDescription(), strip.summary(now()));
}

void TestHistory::survivesNotesOfOthers()
{
    appendRaw(*m_store, "{", MessageKind::Note, Direction::Local);
    appendRaw(*m_store, R"({"note":7,"text":8})", MessageKind::Note, Direction::Local);
    m_store->flush();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->index(1, HistoryModel::KindColumn).data().toString(), u"note"_s);
    QCOMPARE(m_model->index(1, HistoryModel::TextColumn).data().toString(), QString());
}

void TestHistory::countsRefusalsOnce()
{
    appendNote("refused", "Subscription to /a refused.");
    appendNote("session", "Session replaced.");
    appendNote("refused", "Subscription to /a refused.");
    appendNote("refused", "Subscription to /b refused.");
    QCOMPARE(m_model->refusedCount(), 2);
    QCOMPARE(m_model->refusalAfter(std::nullopt), std::optional(m_model->rowOf(0)));
    QCOMPARE(m_model->refusalAfter(m_model->rowOf(0)), std::optional(m_model->rowOf(2)));
    QCOMPARE(m_model->refusalAfter(m_model->rowOf(3)), std::optional(m_model->rowOf(0)));
}

void TestHistory::countsDamagedLinesAsAGap()
{
    appendNote("damaged", "12 damaged lines of this capture were skipped.");
    QCOMPARE(m_model->gapCount(), 1);
}

void TestHistory::statusBarLeadsToWhatIsRefused()
{
    WindowFixture fixture;
    auto &refused = fixture.find<QToolButton>(u"statusRefused"_s);
    QVERIFY(!refused.isEnabled());
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
    fixture.monitor().subscribe(*ChannelPattern::parse("/no/such/channel"));
    QTRY_COMPARE(refused.text(), u"refused: 1"_s);
    fixture.find<QDockWidget>(u"channelDock"_s).hide();
    QTest::mouseClick(&refused, Qt::LeftButton);
    auto &channels = fixture.find<QTreeView>(u"channelList"_s);
    QTRY_VERIFY(channels.isVisible());
    QCOMPARE(channels.currentIndex().data().toString(), u"/no/such/channel"_s);
    QVERIFY(channels.selectionModel()->isSelected(channels.currentIndex()));
}

void TestHistory::statusBarLeadsToAGap()
{
    WindowFixture fixture;
    auto &gaps = fixture.find<QToolButton>(u"statusGaps"_s);
    QVERIFY(!gaps.isEnabled());
    QTRY_COMPARE(fixture.monitor().status().state, ConnectionState::Connected);
    fixture.forgetClients();
    QTRY_COMPARE(gaps.text(), u"gaps: 1"_s);
    QTest::mouseClick(&gaps, Qt::LeftButton);
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QVERIFY(messages.currentIndex().isValid());
    QCOMPARE(messages.model()->index(messages.currentIndex().row(), 2).data().toString(), u"gap"_s);
    QVERIFY(messages.hasFocus());
}

QTEST_MAIN(TestHistory)
#include "test_history.moc"
