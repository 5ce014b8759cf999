// SPDX-License-Identifier: MIT
#include "ui/channels/channellines.h"
#include "ui/channels/silencewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

using std::chrono::minutes;

/// When a silence is told, and how pasted lines are read.
class TestSilenceWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsASilenceOnce();
    void aMessageBeginsAnother();
    void tellsAtOnceOfASilenceThatIsLongEnoughAlready();
    void anotherLimitIsObeyedAtOnce();
    void forgetsWhatIsWatchedNoMore();
    void readsLines();
    void namesWrongLines();
    void readsTheLineEndsOfOthers();

private:
    void look(int minute, std::optional<int> last = {}, minutes limit = minutes(5))
    {
        const auto at = [](int value) {
            return Timestamp(minutes(value));
        };
        SilenceWatch::Channel channel{u"/a"_s, limit, {}};
        if (last)
            channel.last = at(*last);
        m_watch->look({channel}, at(minute));
    }

    std::unique_ptr<SilenceWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_noticed;
    std::unique_ptr<QSignalSpy> m_ended;
};

void TestSilenceWatch::init()
{
    m_watch = std::make_unique<SilenceWatch>();
    m_noticed = std::make_unique<QSignalSpy>(m_watch.get(), &SilenceWatch::silenceNoticed);
    m_ended = std::make_unique<QSignalSpy>(m_watch.get(), &SilenceWatch::silenceEnded);
}

void TestSilenceWatch::tellsASilenceOnce()
{
    look(100, 99);
    look(103, 99);
    QCOMPARE(m_noticed->size(), 0);
    look(104, 99);
    QCOMPARE(m_noticed->size(), 1);
    QCOMPARE(m_noticed->at(0).at(0).toString(), u"/a"_s);
    QCOMPARE(m_noticed->at(0).at(1).value<std::chrono::microseconds>(), minutes(5));
    QVERIFY(m_watch->isNoticed(u"/a"_s));
    look(200, 99);
    QCOMPARE(m_noticed->size(), 1);
}

void TestSilenceWatch::aMessageBeginsAnother()
{
    look(100);
    look(105);
    QCOMPARE(m_noticed->size(), 1);
    look(106, 106);
    QCOMPARE(m_ended->size(), 1);
    QVERIFY(!m_watch->isNoticed(u"/a"_s));
    look(110, 106);
    QCOMPARE(m_noticed->size(), 1);
    look(111, 106);
    QCOMPARE(m_noticed->size(), 2);
}

void TestSilenceWatch::tellsAtOnceOfASilenceThatIsLongEnoughAlready()
{
    look(100, 10);
    QCOMPARE(m_noticed->size(), 1);
    QCOMPARE(m_noticed->at(0).at(1).value<std::chrono::microseconds>(), minutes(90));
    look(105, 10);
    QCOMPARE(m_noticed->size(), 1);
}

void TestSilenceWatch::anotherLimitIsObeyedAtOnce()
{
    look(100, 99);
    look(103, 99, minutes(10));
    QCOMPARE(m_noticed->size(), 0);
    look(104, 99, minutes(1));
    QCOMPARE(m_noticed->size(), 1);
}

void TestSilenceWatch::forgetsWhatIsWatchedNoMore()
{
    look(100);
    look(105);
    m_watch->look({}, Timestamp(minutes(106)));
    QCOMPARE(m_ended->size(), 1);
    look(107);
    QCOMPARE(m_noticed->size(), 1);
}

void TestSilenceWatch::readsLines()
{
    const auto lines = ChannelLines::read(u"# mine\n/a\n\n  /b/** \n/a\n#/c"_s);
    QCOMPARE(lines.patterns.size(), 2);
    QCOMPARE(lines.patterns.at(1).toString(), u"/b/**"_s);
    QCOMPARE(lines.repeated, 1);
    QCOMPARE(lines.problems.size(), 0);
    QCOMPARE(ChannelLines::read({}).patterns.size(), 0);
}

void TestSilenceWatch::namesWrongLines()
{
    const QString text = u"/a\nincident\n\n/meta/connect\n/b/*/c"_s;
    const auto lines = ChannelLines::read(text);
    QCOMPARE(lines.patterns.size(), 1);
    QCOMPARE(lines.problems.size(), 3);
    QCOMPARE(lines.problems.at(0).line, 2);
    QCOMPARE(text.mid(lines.problems.at(0).position, lines.problems.at(0).length), u"incident"_s);
    QCOMPARE(lines.problems.at(1).line, 4);
    QCOMPARE(lines.problems.at(2).line, 5);
    for (const ChannelLines::Problem &problem : lines.problems)
        QVERIFY(!problem.text.isEmpty());
}

void TestSilenceWatch::readsTheLineEndsOfOthers()
{
    const auto lines = ChannelLines::read(u"/a\r\n/b\r\n"_s);
    QCOMPARE(lines.patterns.size(), 2);
    QCOMPARE(lines.problems.size(), 0);
}

QTEST_GUILESS_MAIN(TestSilenceWatch)
#include "test_silencewatch.moc"
