// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/chart/ratechart.h"
#include "ui/chart/ratehistory.h"
#include "ui/chart/ratelegend.h"
#include "ui/chart/ratestrip.h"
#include "ui/connection/trafficmeter.h"
#include "ui/filter/filterfield.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/elidedlabel.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The chart of messages a second, and the list filtered by the time chosen in it.
class TestRateChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void countsByChannelAndTime();
    void joinsIntervals();
    void staysBounded();
    void toleratesAClockThatIsSetBack();
    void keepsThePlacesOfChannels();
    void showsWhichChannelsAreBusy();
    void saysWhatABarShows();
    void draggingFiltersByTime();
    void aClickChoosesNothing();
    void shiftAndArrowsFilterByTime();
    void escapeShowsAllTimes();
    void theChipSaysTheTimeAndLiftsIt();
    void joinsTheTimeWithTheFilter();
    void goingToARowEndsTheTime();
    void remembersTheSpanAndWhetherItIsShown();
    void shortNamesLeaveTheirRoomToLongOnes();
    void toleratesStrangeSettings();
    void isSwitchedInTheWindow();

private:
    void makeStrip();
    /// Events at a second after the beginning, and the sample that follows.
    void second(int number, int events, const QByteArray &channel = "/a");
    void drag(double from, double to) const;
    [[nodiscard]] double middleOf(int second) const
    {
        return m_chart->xOf(m_begin + std::chrono::seconds(second) + 500ms);
    }
    [[nodiscard]] QToolButton *chip() const
    {
        return m_window->findChild<QToolButton *>(u"chartRange"_s);
    }

    Timestamp m_begin;
    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<TrafficMeter> m_meter;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QWidget> m_window;
    RateStrip *m_strip = nullptr;
    RateChart *m_chart = nullptr;
    FilterBar *m_filterBar = nullptr;
    MessageView *m_view = nullptr;
};

namespace {

void appendAt(CaptureStore &store, const QByteArray &channel, Timestamp time)
{
    const QByteArray raw = R"({"channel":")" + channel + R"(","data":{"n":1}})";
    Record record;
    record.raw = raw;
    record.channel = channel;
    record.time = time;
    store.append(record);
}

} // namespace

void TestRateChart::init()
{
    WindowFixture::forgetSettings();
    m_window.reset();
    m_model.reset();
    m_meter.reset();
    m_store = memoryStore();
    m_meter = std::make_unique<TrafficMeter>(*m_store);
    m_model = std::make_unique<MessageModel>(*m_store);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
    m_begin = now() - 100s; // the meter's own samples are later than all of the test's
    makeStrip();
    for (int number = 0; number < 60; ++number)
        second(number, number == 20 || number == 21 ? 3 : 1);
    m_strip->refresh();
}

void TestRateChart::makeStrip()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_filterBar = new FilterBar(*m_model);
    m_strip = new RateStrip(*m_meter, *m_model, m_begin);
    m_view = new MessageView(*m_model);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_strip);
    layout->addWidget(m_view);
    m_chart = m_strip->findChild<RateChart *>(u"rateChart"_s);
    m_window->resize(1000, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestRateChart::second(int number, int events, const QByteArray &channel)
{
    for (int i = 0; i < events; ++i)
        appendAt(*m_store, channel, m_begin + std::chrono::seconds(number) + 500ms);
    m_store->flush();
    m_strip->history().sample(m_begin + std::chrono::seconds(number + 1));
}

void TestRateChart::drag(double from, double to) const
{
    const int y = m_chart->height() / 2;
    QTest::mousePress(m_chart, Qt::LeftButton, {}, QPoint(int(from), y));
    QTest::mouseMove(m_chart, QPoint(int((from + to) / 2), y));
    QTest::mouseMove(m_chart, QPoint(int(to), y));
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, QPoint(int(to), y));
}

void TestRateChart::countsByChannelAndTime()
{
    const auto store = memoryStore();
    appendAt(*store, "/before", m_begin);
    RateHistory history(*store, m_begin);
    appendAt(*store, "/a", m_begin);
    appendAt(*store, "/b", m_begin);
    appendAt(*store, "/b", m_begin);
    appendRaw(*store, "{}", MessageKind::Connect, Direction::In, "/meta/connect");
    history.sample(m_begin + 2s);
    history.sample(m_begin + 3s);
    const auto intervals = history.intervals({m_begin, m_begin + 10s}, 1s);
    QCOMPARE(intervals.size(), 2);
    QCOMPARE(intervals.at(0).messages, 3); // what was there before and heartbeats do not count
    QCOMPARE(intervals.at(0).perSecond(), 1.5);
    QCOMPARE(intervals.at(0).shares.size(), 2);
    QCOMPARE(store->channelName(intervals.at(0).shares.at(0).channel), "/b");
    QCOMPARE(intervals.at(0).shares.at(0).messages, 2);
    QCOMPARE(intervals.at(1).messages, 0);
}

void TestRateChart::joinsIntervals()
{
    const auto joined = m_strip->history().intervals({m_begin, m_begin + 60s}, 30s);
    QVERIFY(joined.size() >= 2 && joined.size() <= 3); // where 30 s begin depends on the clock
    qint64 messages = 0;
    for (const auto &interval : joined)
        messages += interval.messages;
    QCOMPARE(messages, 64);
    QCOMPARE(joined.constFirst().begin, m_begin);
    QCOMPARE(joined.constLast().end, m_begin + 60s);
}

void TestRateChart::staysBounded()
{
    const auto store = memoryStore();
    RateHistory history(*store, m_begin);
    for (int number = 0; number < 27 * 3600; ++number) {
        if (number % 100 == 0)
            appendAt(*store, "/a", m_begin);
        history.sample(m_begin + std::chrono::seconds(number + 1));
    }
    QCOMPARE(history.size(), 3600 + 24 * 60);
    const auto hour = history.intervals({history.end() - 24h, history.end()}, 3600s);
    for (const auto &interval : hour.mid(1, 20))
        QCOMPARE(interval.messages, 36);
}

void TestRateChart::toleratesAClockThatIsSetBack()
{
    const auto store = memoryStore();
    RateHistory history(*store, m_begin);
    history.sample(m_begin + 1s);
    history.sample(m_begin + 2s);
    history.sample(m_begin - 1h);
    history.sample(m_begin - 1h + 1s);
    const auto intervals = history.intervals({m_begin - 2h, m_begin + 1h}, 1s);
    QCOMPARE(intervals.size(), 2);
    for (const auto &interval : intervals)
        QVERIFY(interval.begin < interval.end);
    QCOMPARE(history.end(), m_begin - 1h + 1s);
}

void TestRateChart::keepsThePlacesOfChannels()
{
    RateSeries series;
    const auto share = [](int channel) {
        return RateHistory::Share{ChannelId(channel), 1};
    };
    series.follow({share(1), share(2), share(3), share(4)});
    series.follow({share(4), share(5), share(2), share(1)}); // another order; 3 has gone
    QCOMPARE(series.channelAt(0), ChannelId(1));
    QCOMPARE(series.channelAt(1), ChannelId(2));
    QCOMPARE(series.channelAt(2), ChannelId(5));
    QCOMPARE(series.channelAt(3), ChannelId(4));
    const RateHistory::Interval interval{
        m_begin, m_begin + 1s, 10, {{ChannelId(9), 4}, {ChannelId(1), 3}}};
    QCOMPARE(series.othersIn(interval), 7);
}

void TestRateChart::showsWhichChannelsAreBusy()
{
    const auto *legend = m_strip->findChild<RateLegend *>(u"rateLegend"_s);
    QCOMPARE(legend->entries().size(), 1);
    QCOMPARE(legend->entries().at(0).title, u"/a"_s);
    for (int i = 0; i < 6; ++i)
        second(60 + i, 6 - i, "/more/" + QByteArray::number(i));
    m_strip->refresh();
    QStringList titles;
    for (const auto &entry : legend->entries())
        titles.append(entry.title);
    QCOMPARE(titles, (QStringList{u"/a"_s, u"/more/0"_s, u"/more/1"_s, u"/more/2"_s, u"others"_s}));
}

void TestRateChart::saysWhatABarShows()
{
    second(60, 5, "/rw/default/incident/YWN0aXZlPXRydWU-");
    m_strip->refresh();
    const QString text = m_chart->textOf(m_chart->intervals().constLast());
    QVERIFY2(text.contains(u"5.0 a second (messages: 5)"_s) || text.contains(u"5 a second"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"incident · active=true: 5"_s), qPrintable(text));
}

void TestRateChart::draggingFiltersByTime()
{
    QCOMPARE(m_model->rowCount(), 64);
    drag(middleOf(20), middleOf(25));
    QVERIFY(m_model->timeRange().has_value());
    QTRY_VERIFY(m_model->rowCount() >= 9 && m_model->rowCount() <= 12);
    for (int i = 0; i < m_model->rowCount(); ++i)
        QVERIFY(m_model->timeRange()->contains(m_store->info(m_model->rowAt(i)).time));
    drag(middleOf(40), middleOf(30)); // backwards, too
    QTRY_VERIFY(m_model->rowCount() >= 11 && m_model->rowCount() <= 13);
    QTRY_VERIFY(
        m_filterBar->findChild<ElidedLabel *>(u"filterHits"_s)->text().contains(u"of 64"_s));
}

void TestRateChart::aClickChoosesNothing()
{
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, QPoint(int(middleOf(20)), 10));
    QVERIFY(!m_model->timeRange());
    QVERIFY(m_chart->hasFocus());
    QCOMPARE(m_model->rowCount(), 64);
}

void TestRateChart::shiftAndArrowsFilterByTime()
{
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_chart, Qt::Key_Right);
    QVERIFY(!m_model->timeRange());
    QVERIFY(!m_chart->accessibleDescription().isEmpty());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_chart, Qt::Key_Right, Qt::ShiftModifier);
    QTRY_VERIFY(m_model->timeRange().has_value());
    QTRY_COMPARE(m_model->rowCount(), 4);
    QTest::keyClick(m_chart, Qt::Key_Left, Qt::ShiftModifier);
    QTRY_COMPARE(m_model->rowCount(), 3);
}

void TestRateChart::escapeShowsAllTimes()
{
    drag(middleOf(20), middleOf(26));
    QTRY_VERIFY(m_model->isFiltered());
    QTest::keyClick(m_chart, Qt::Key_Escape);
    QVERIFY(!m_model->isFiltered());
    QCOMPARE(m_model->rowCount(), 64);
    QVERIFY(!m_chart->chosen());
}

void TestRateChart::theChipSaysTheTimeAndLiftsIt()
{
    QVERIFY(!chip()->isVisible());
    drag(middleOf(20), middleOf(30));
    QVERIFY(chip()->isVisible());
    QVERIFY2(chip()->text().contains(u" – "_s), qPrintable(chip()->text()));
    QTest::mouseClick(chip(), Qt::LeftButton);
    QVERIFY(!chip()->isVisible());
    QVERIFY(!m_model->timeRange());
    QVERIFY(!m_chart->chosen());
    QCOMPARE(m_model->rowCount(), 64);
}

void TestRateChart::joinsTheTimeWithTheFilter()
{
    for (int i = 0; i < 3; ++i)
        second(60 + i, 2, "/other");
    m_strip->refresh();
    drag(middleOf(50), middleOf(62));
    m_filterBar->setFilterText(u"channel:/other"_s);
    QTRY_COMPARE(m_model->rowCount(), 6);
    QTest::mouseClick(chip(), Qt::LeftButton);
    QTRY_COMPARE(m_model->rowCount(), 6);
    QCOMPARE(m_filterBar->filterText(), u"channel:/other"_s);
    m_filterBar->setFilterText({});
    QCOMPARE(m_model->rowCount(), 70);
}

void TestRateChart::goingToARowEndsTheTime()
{
    drag(middleOf(20), middleOf(26));
    QTRY_VERIFY(m_model->rowCount() > 0 && !m_model->isSearching());
    QVERIFY(m_view->goToRow(Row(0)));
    QVERIFY(!m_model->timeRange());
    QVERIFY(!chip()->isVisible());
}

void TestRateChart::shortNamesLeaveTheirRoomToLongOnes()
{
    QCOMPARE(RateLegend::fairShare({200, 10, 100}, 150), 70);
    QCOMPARE(RateLegend::fairShare({200, 10, 100}, 400), 200); // all fit
    QCOMPARE(RateLegend::fairShare({200, 10, 100}, -5), 0);
    QCOMPARE(RateLegend::fairShare({}, 100), 0);
}

void TestRateChart::remembersTheSpanAndWhetherItIsShown()
{
    QAction first;
    m_strip->followAction(first);
    QVERIFY(first.isChecked());
    drag(middleOf(20), middleOf(26));
    first.setChecked(false);
    QVERIFY(!m_strip->isVisible());
    QVERIFY(!m_model->timeRange()); // no filter that nobody sees
    m_strip->findChild<QAction *>(u"chartSpan15"_s)->trigger();
    makeStrip();
    QAction second;
    m_strip->followAction(second);
    QVERIFY(!second.isChecked());
    QVERIFY(!m_strip->isVisible());
    QCOMPARE(m_chart->span(), 15min);
}

void TestRateChart::toleratesStrangeSettings()
{
    QSettings().setValue(u"chart/minutes"_s, -7);
    QSettings().setValue(u"chart/shown"_s, QByteArray("\x01\x02"));
    makeStrip();
    QAction action;
    m_strip->followAction(action);
    QCOMPARE(m_chart->span(), 5min);
}

void TestRateChart::isSwitchedInTheWindow()
{
    WindowFixture fixture;
    auto &strip = fixture.find<RateStrip>(u"rateStrip"_s);
    QVERIFY(strip.isVisible());
    fixture.find<QAction>(u"actionChart"_s).trigger();
    QVERIFY(!strip.isVisible());
}

QTEST_MAIN(TestRateChart)
#include "test_ratechart.moc"
