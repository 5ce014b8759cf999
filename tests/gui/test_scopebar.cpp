// SPDX-License-Identifier: MIT
#include "channelsettings.h"
#include "sampletraffic.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/silencenotice.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/scopebar.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

using std::chrono::minutes;

/// Mute, solo and silence over the message list.
class TestScopeBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepChannelSettingsApart(); }
    void init();
    void isNotThereWhileAllIsShown();
    void leavesOutMutedRowsOldAndNew();
    void showsOnlySoloAndNotes();
    void worksTogetherWithTheFilter();
    void obeysWhatWasSavedFromTheStart();
    void countsWhatIsLeftOutInTheFilterBar();
    void showsAliasAndColourInTheMessageList();
    void showsARowThatIsAskedForAndSaysSo();
    void tellsASilenceUntilItIsDismissed();
    void forgetsASilenceThatEnded();

private:
    void append(const QByteArray &channel, const QByteArray &data = R"({"n":1})")
    {
        appendEvent(*m_store, channel, data);
        publish();
    }
    void publish()
    {
        const Row before = m_store->endRow();
        m_store->flush();
        m_messages->appendRows(before, m_store->endRow() - before);
    }
    [[nodiscard]] QString channels() const
    {
        QStringList channels;
        for (int row = 0; row < m_messages->rowCount(); ++row)
            channels.append(m_messages->index(row, MessageModel::ChannelColumn).data().toString());
        return channels.join(u' ');
    }
    void set(const QString &channel, bool ChannelHabit::*flag)
    {
        m_habits->change({channel}, [flag](ChannelHabit &habit) { habit.*flag = true; });
    }
    void press(NoticeBar &bar)
    {
        QTest::mouseClick(bar.findChild<QPushButton *>(u"noticeButton"_s), Qt::LeftButton);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_messages;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<ChannelModel> m_channels;
    std::unique_ptr<ChannelHabits> m_habits;
    std::unique_ptr<ScopeBar> m_bar;
};

void TestScopeBar::init()
{
    m_bar.reset();
    m_habits.reset();
    m_channels.reset();
    m_tester.reset();
    m_messages.reset();
    QSettings().clear();
    m_store = memoryStore();
    m_messages = std::make_unique<MessageModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_messages.get());
    m_channels = std::make_unique<ChannelModel>(*m_store);
    m_habits = std::make_unique<ChannelHabits>(u"instance"_s);
    m_bar = std::make_unique<ScopeBar>(*m_messages, *m_channels, *m_habits);
    m_bar->resize(600, 40);
    append("/a");
    append("/b");
    append("/c");
}

void TestScopeBar::isNotThereWhileAllIsShown()
{
    QCOMPARE(channels(), u"/a /b /c"_s);
    QVERIFY(!m_bar->isVisible());
}

void TestScopeBar::leavesOutMutedRowsOldAndNew()
{
    set(u"/b"_s, &ChannelHabit::isMuted);
    QTRY_COMPARE(channels(), u"/a /c"_s);
    QCOMPARE(m_bar->text(), u"/b is muted: its messages are recorded, but not in the list."_s);
    QVERIFY(m_bar->isVisible());
    append("/b");
    append("/d");
    QTRY_COMPARE(channels(), u"/a /c /d"_s);
    set(u"/a"_s, &ChannelHabit::isMuted);
    QTRY_COMPARE(channels(), u"/c /d"_s);
    QVERIFY(m_bar->text().startsWith(u"2 channels are muted"_s));
    press(*m_bar);
    QTRY_COMPARE(channels(), u"/a /b /c /b /d"_s); // nothing is lost
    QVERIFY(!m_bar->isVisible());
}

void TestScopeBar::showsOnlySoloAndNotes()
{
    appendRaw(*m_store, R"({"note":"gap","text":"x"})", MessageKind::Note, Direction::Local);
    publish();
    set(u"/a"_s, &ChannelHabit::isMuted);
    set(u"/b"_s, &ChannelHabit::isSolo);
    QTRY_COMPARE(m_messages->rowCount(), 2);
    QCOMPARE(m_messages->index(0, MessageModel::ChannelColumn).data().toString(), u"/b"_s);
    QVERIFY(m_bar->text().startsWith(u"Solo: only /b is shown."_s));
    append("/b");
    append("/c");
    QTRY_COMPARE(m_messages->rowCount(), 3);
    press(*m_bar); // ends solo; what was muted stays muted
    QTRY_COMPARE(m_messages->rowCount(), 5);
    QVERIFY(m_bar->text().startsWith(u"/a is muted"_s));
}

void TestScopeBar::worksTogetherWithTheFilter()
{
    append("/a", R"({"n":"printer"})");
    append("/b", R"({"n":"printer"})");
    set(u"/b"_s, &ChannelHabit::isMuted);
    FilterBar filter(*m_messages);
    filter.setFilterText(u"printer channel:/**"_s);
    QTRY_COMPARE(channels(), u"/a"_s);
    m_habits->unmuteAll();
    QTRY_COMPARE(channels(), u"/a /b"_s);
    QCOMPARE(filter.filterText(), u"printer channel:/**"_s);
    filter.setFilterText({});
    QTRY_COMPARE(m_messages->rowCount(), 5);
}

void TestScopeBar::obeysWhatWasSavedFromTheStart()
{
    set(u"/b"_s, &ChannelHabit::isMuted);
    MessageModel messages(*m_store);
    ChannelHabits restored(u"instance"_s);
    const ScopeBar bar(messages, *m_channels, restored);
    QTRY_COMPARE(messages.rowCount(), 2);
    QVERIFY(bar.isVisible());
}

void TestScopeBar::countsWhatIsLeftOutInTheFilterBar()
{
    FilterBar filter(*m_messages);
    set(u"/b"_s, &ChannelHabit::isMuted);
    QTRY_COMPARE(filter.findChild<QFrame *>(u"filterHits"_s)->property("text").toString(),
                 u"2 of 3"_s);
    m_habits->unmuteAll();
    QCOMPARE(filter.findChild<QFrame *>(u"filterHits"_s)->property("text").toString(), QString());
}

void TestScopeBar::showsAliasAndColourInTheMessageList()
{
    m_messages->setHabits(*m_habits);
    m_habits->change({u"/b"_s}, [](ChannelHabit &habit) {
        habit.alias = u"The second"_s;
        habit.colour = Qt::red;
    });
    QCOMPARE(channels(), u"/a The second /c"_s);
    QCOMPARE(m_messages->line(1).colour, QColor(Qt::red));
    QVERIFY(!m_messages->line(0).colour.isValid());
    const QString tip =
        m_messages->index(1, MessageModel::ChannelColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"/b"_s), qPrintable(tip));
}

void TestScopeBar::showsARowThatIsAskedForAndSaysSo()
{
    MessageView view(*m_messages);
    view.resize(600, 300);
    view.show();
    set(u"/b"_s, &ChannelHabit::isMuted);
    QTRY_COMPARE(channels(), u"/a /c"_s);
    QVERIFY(view.goToRow(Row(1)));
    QCOMPARE(channels(), u"/a /b /c"_s);
    QVERIFY(m_bar->text().startsWith(u"All channels are shown for now"_s));
    QVERIFY(m_habits->of(u"/b"_s).isMuted);
    press(*m_bar);
    QTRY_COMPARE(channels(), u"/a /c"_s);
    QVERIFY(m_bar->text().startsWith(u"/b is muted"_s));
}

void TestScopeBar::tellsASilenceUntilItIsDismissed()
{
    SilenceNotice notice(*m_channels, *m_habits);
    notice.resize(600, 60);
    const QSignalSpy noted(&notice, &SilenceNotice::noteRequested);
    SubscriptionInfo info;
    info.pattern = *ChannelPattern::parse("/a");
    m_channels->setSubscriptions({info});
    notice.watch().look({{u"/a"_s, minutes(5), {}}}, Timestamp(minutes(100)));
    QVERIFY(!notice.isVisible());
    notice.watch().look({{u"/a"_s, minutes(5), {}}}, Timestamp(minutes(105)));
    QVERIFY(notice.isVisible());
    QCOMPARE(notice.text(), u"/a: Not connected: nothing can come."_s);
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted.at(0).at(0).toString(), notice.text());
    press(notice);
    QVERIFY(!notice.isVisible());
}

void TestScopeBar::forgetsASilenceThatEnded()
{
    SilenceNotice notice(*m_channels, *m_habits);
    const SilenceWatch::Channel a{u"/a"_s, minutes(5), {}};
    const SilenceWatch::Channel b{u"/b"_s, minutes(5), {}};
    notice.watch().look({a, b}, Timestamp(minutes(100)));
    notice.watch().look({a, b}, Timestamp(minutes(105)));
    QVERIFY(notice.text().endsWith(u"Another channel is silent too."_s));
    notice.watch().look({a}, Timestamp(minutes(106)));
    QCOMPARE(notice.text(), u"/a"_s);
    // The model knows neither of them: looked at anew, none is watched.
    m_channels->sample(std::chrono::seconds(1));
    QVERIFY(!notice.isVisible());
}

QTEST_MAIN(TestScopeBar)
#include "test_scopebar.moc"
