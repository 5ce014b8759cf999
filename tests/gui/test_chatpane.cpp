// SPDX-License-Identifier: MIT
#include "tests/gui/sampletraffic.h"
#include "tests/unit/decode/talksamples.h"
#include "ui/stories/chatpane.h"

#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// Transcripts in their pane.
class TestChatPane : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void emptyPaneSaysWhatWouldFillIt();
    void transcriptGrowsAsPeopleTalk();
    void lateWordsStandInTheirPlace();
    void saysNoTimeWhereNoneIsTold();
    void eachConversationHasItsTranscript();
    void chosenLineShowsItsMessage();
    void hiddenPaneMakesUpForIt();
    void longLinesAreBrokenBetweenWords();

private:
    void hear(const QByteArray &channel, const QByteArray &message)
    {
        appendRaw(*m_store, message, MessageKind::Event, Direction::In, channel);
        m_store->flush();
        m_pane->appendRows();
    }
    [[nodiscard]] QAbstractItemModel &transcript() const
    {
        return *m_pane->findChild<QListView *>(u"chatTranscript"_s)->model();
    }
    [[nodiscard]] QString line(int row) const
    {
        return transcript().index(row, 0).data().toString();
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<ChatPane> m_pane;
};

void TestChatPane::init()
{
    m_pane.reset();
    m_store = memoryStore();
    m_pane = std::make_unique<ChatPane>(*m_store);
    m_pane->resize(700, 300);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestChatPane::emptyPaneSaysWhatWouldFillIt()
{
    const auto *empty = m_pane->findChild<QLabel *>(u"chatEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("in this capture"_L1));
    m_pane->setCanSubscribe(true);
    QVERIFY(empty->text().contains("Subscribe to a /connect/"_L1));
}

void TestChatPane::transcriptGrowsAsPeopleTalk()
{
    hear("/connect/message/x", talk::said("1", "Lunch at 12?", 10));
    QTRY_COMPARE(transcript().rowCount(), 1);
    const QSignalSpy resets(&transcript(), &QAbstractItemModel::modelReset);
    hear("/connect/message/x", talk::said("2", "Yes please.", 11));
    QTRY_COMPARE(transcript().rowCount(), 2);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(line(1), u"Yes please."_s);
    QVERIFY(transcript()
                .index(1, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith("agent.two: Yes please."_L1));
}

void TestChatPane::saysNoTimeWhereNoneIsTold()
{
    hear("/connect/message/x", talk::said("1", "Lunch at 12?", 10));
    hear("/connect/talk", talk::member("removed", "p2"));
    QTRY_COMPARE(transcript().rowCount(), 2);
    const QModelIndex event = transcript().index(1, 0);
    // When it came is by the monitor's clock; the words before are by the instance's.
    QCOMPARE(event.data(Qt::AccessibleTextRole).toString(), event.data().toString());
    QVERIFY(event.data(Qt::ToolTipRole).toString().contains(u"does not tell"_s));
}

void TestChatPane::lateWordsStandInTheirPlace()
{
    hear("/connect/message/x", talk::said("2", "second", 11));
    QTRY_COMPARE(transcript().rowCount(), 1);
    hear("/connect/message/x", talk::said("1", "first", 10));
    QTRY_COMPARE(transcript().rowCount(), 2);
    QCOMPARE(line(0), u"first"_s);
    QCOMPARE(line(1), u"second"_s);
}

void TestChatPane::eachConversationHasItsTranscript()
{
    hear("/connect/message/x", talk::said("1", "Hello", 10));
    hear("/cs/messages/9c1d", talk::agent(R"("messageId":"2","text":"How can I help?")"));
    auto *talks = m_pane->findChild<QListWidget *>(u"chatConversations"_s);
    QTRY_COMPARE(talks->count(), 2);
    QCOMPARE(talks->item(0)->text(), u"Chat: agent.two"_s);
    QVERIFY(talks->item(1)->text().startsWith("Virtual Agent"_L1));
    QCOMPARE(line(0), u"Hello"_s);
    talks->setCurrentRow(1);
    QCOMPARE(line(0), u"How can I help?"_s);
}

void TestChatPane::chosenLineShowsItsMessage()
{
    hear("/demo/other", "{}");
    hear("/connect/message/x", talk::said("1", "Hello", 10));
    QTRY_COMPARE(transcript().rowCount(), 1);
    QSignalSpy rows(m_pane.get(), &ChatPane::rowRequested);
    auto *view = m_pane->findChild<QListView *>(u"chatTranscript"_s);
    QTest::mouseClick(
        view->viewport(), Qt::LeftButton, {}, view->visualRect(transcript().index(0, 0)).center());
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).at(0).value<Row>(), Row(1));
}

void TestChatPane::hiddenPaneMakesUpForIt()
{
    m_pane->hide();
    hear("/connect/message/x", talk::said("1", "Hello", 10));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(transcript().rowCount(), 0);
    m_pane->show();
    QTRY_COMPARE(transcript().rowCount(), 1);
}

void TestChatPane::longLinesAreBrokenBetweenWords()
{
    auto *view = m_pane->findChild<QListView *>(u"chatTranscript"_s);
    constexpr int words = 6;
    const int line = view->fontMetrics().height();
    // Half of a second word would have room.
    view->setFixedWidth(view->fontMetrics().horizontalAdvance(u"reservations reserva"_s) + 16);
    hear("/connect/message/x", talk::said("1", QByteArray("reservations ").repeated(words), 10));
    QTRY_COMPARE(transcript().rowCount(), 1);
    QTRY_VERIFY(view->visualRect(transcript().index(0, 0)).height() >= (1 + words) * line);
}

} // namespace amb

QTEST_MAIN(amb::TestChatPane)

#include "test_chatpane.moc"
