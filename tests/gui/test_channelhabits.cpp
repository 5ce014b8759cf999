// SPDX-License-Identifier: MIT
#include "channelsettings.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelscope.h"
#include "ui/channels/channelsets.h"

#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// What users make of channels, and that it survives restarts and damaged files.
class TestChannelHabits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepChannelSettingsApart(); }
    void init() { QSettings().clear(); }
    void survivesARestart();
    void keepsInstancesApart();
    void leavesNothingBehindWhenAllIsTakenBack();
    void tellsEachChangeOnce();
    void keepsWhatAnotherWindowChanged();
    void coloursByTheBestFit();
    void ignoresADamagedFile_data();
    void ignoresADamagedFile();
    void endsSoloAndMuteOfAll();
    void showsWhatTheScopeShows_data();
    void showsWhatTheScopeShows();
    void keepsSetsByName();
    void ignoresDamagedSets();
};

namespace {

const QString instance = u"dev.example.com:8443"_s;

ChannelPattern pattern(const QByteArray &text)
{
    return *ChannelPattern::parse(text);
}

QList<ChannelPattern> patterns(const QByteArray &text)
{
    QList<ChannelPattern> list;
    for (const QByteArray &one : text.split(' ')) {
        if (!one.isEmpty())
            list.append(pattern(one));
    }
    return list;
}

ChannelHabit full()
{
    ChannelHabit habit;
    habit.alias = u"Open & “mine”"_s;
    habit.colour = QColor(0x35, 0x84, 0xe4);
    habit.isFavourite = true;
    habit.isMuted = true;
    habit.isSolo = true;
    habit.silence = std::chrono::minutes(15);
    return habit;
}

} // namespace

void TestChannelHabits::survivesARestart()
{
    {
        ChannelHabits habits(instance);
        habits.set(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s, full());
        habits.change({u"/a"_s}, [](ChannelHabit &habit) { habit.isMuted = true; });
    }
    const ChannelHabits habits(instance);
    QVERIFY(habits.of(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s) == full());
    QVERIFY(habits.of(u"/a"_s).isMuted);
    QVERIFY(habits.of(u"/b"_s) == ChannelHabit());
}

void TestChannelHabits::keepsInstancesApart()
{
    ChannelHabits(instance).set(u"/a"_s, full());
    QVERIFY(ChannelHabits(u"test.example.com"_s).of(u"/a"_s) == ChannelHabit());
}

void TestChannelHabits::leavesNothingBehindWhenAllIsTakenBack()
{
    ChannelHabits habits(instance);
    habits.set(u"/a"_s, full());
    QVERIFY(!QSettings().allKeys().isEmpty());
    habits.set(u"/a"_s, {});
    QCOMPARE(QSettings().allKeys(), QStringList());
}

void TestChannelHabits::tellsEachChangeOnce()
{
    ChannelHabits habits(instance);
    const QSignalSpy changed(&habits, &ChannelHabits::changed);
    habits.change({u"/a"_s, u"/b"_s}, [](ChannelHabit &habit) { habit.isFavourite = true; });
    QCOMPARE(changed.size(), 1);
    habits.change({u"/a"_s, u"/b"_s}, [](ChannelHabit &habit) { habit.isFavourite = true; });
    QCOMPARE(changed.size(), 1);
}

void TestChannelHabits::keepsWhatAnotherWindowChanged()
{
    ChannelHabits one(instance);
    ChannelHabits other(instance);
    one.set(u"/a"_s, full());
    other.set(u"/b"_s, full());
    const ChannelHabits restored(instance);
    QVERIFY(restored.of(u"/a"_s) == full());
    QVERIFY(restored.of(u"/b"_s) == full());
}

void TestChannelHabits::coloursByTheBestFit()
{
    ChannelHabits habits(instance);
    const auto paint = [&habits](const QString &channel, Qt::GlobalColor colour) {
        habits.change({channel}, [colour](ChannelHabit &habit) { habit.colour = colour; });
    };
    paint(u"/a/**"_s, Qt::red);
    paint(u"/a/x"_s, Qt::green);
    QCOMPARE(habits.colourOf("/a/x"), QColor(Qt::green));
    QCOMPARE(habits.colourOf("/a/y/z"), QColor(Qt::red));
    QVERIFY(!habits.colourOf("/b").isValid());
    QVERIFY(!habits.colourOf("").isValid());
}

void TestChannelHabits::ignoresADamagedFile_data()
{
    QTest::addColumn<QByteArray>("saved");
    QTest::addColumn<int>("muted");
    QTest::newRow("no JSON") << QByteArray("\x01\x02garbage") << 0;
    QTest::newRow("cut off") << QByteArray(R"([{"channel":"/a","muted":tr)") << 0;
    QTest::newRow("an object") << QByteArray(R"({"channel":"/a","muted":true})") << 0;
    QTest::newRow("numbers") << QByteArray(R"([1,2,[3],null])") << 0;
    QTest::newRow("no channel") << QByteArray(R"([{"channel":"nonsense","muted":true}])") << 0;
    QTest::newRow("wrong types") << QByteArray(
        R"([{"channel":"/a","alias":7,"colour":[],"silenceMinutes":"x","muted":1}])")
                                 << 0;
    QTest::newRow("one of them is right") << QByteArray(
        R"([{"channel":"/b//c","muted":true},{"channel":"/a","colour":"nocolour","muted":true}])")
                                          << 1;
    QTest::newRow("out of range") << QByteArray(
        R"([{"channel":"/a","muted":true,"silenceMinutes":99999999}])")
                                  << 1;
}

void TestChannelHabits::ignoresADamagedFile()
{
    QFETCH(const QByteArray, saved);
    QFETCH(const int, muted);
    {
        ChannelHabits habits(instance);
        habits.set(u"/a"_s, full());
    }
    const QString key = QSettings().allKeys().constFirst();
    QSettings().setValue(key, saved);
    const ChannelHabits habits(instance);
    QCOMPARE(habits.muted().size(), muted);
    QVERIFY(!habits.of(u"/a"_s).colour.isValid());
    QVERIFY(habits.of(u"/a"_s).silence <= ChannelHabits::longestSilence());
}

void TestChannelHabits::endsSoloAndMuteOfAll()
{
    ChannelHabits habits(instance);
    habits.set(u"/a"_s, full());
    habits.set(u"/b"_s, full());
    QCOMPARE(habits.solo().size(), 2);
    QCOMPARE(habits.watchedForSilence().size(), 2);
    habits.endSolo();
    QCOMPARE(habits.solo().size(), 0);
    QCOMPARE(habits.muted().size(), 2);
    habits.unmuteAll();
    QCOMPARE(habits.muted().size(), 0);
    QVERIFY(habits.of(u"/a"_s).isFavourite);
}

void TestChannelHabits::showsWhatTheScopeShows_data()
{
    QTest::addColumn<QByteArray>("muted");
    QTest::addColumn<QByteArray>("solo");
    QTest::addColumn<QByteArray>("others");
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<bool>("isShown");
    const auto row = [](const char *name,
                        const QByteArray &muted,
                        const QByteArray &solo,
                        const QByteArray &others,
                        const QByteArray &channel,
                        bool isShown) {
        QTest::newRow(name) << muted << solo << others << channel << isShown;
    };
    row("nothing set", "", "", "/a", "/a", true);
    row("muted", "/a", "", "/b", "/a", false);
    row("another", "/a", "", "/b", "/b", true);
    row("not subscribed", "/a", "", "", "/c", true);
    row("muted by a pattern", "/a/**", "", "", "/a/x/y", false);
    row("a name is more exact", "/a/**", "", "/a/x", "/a/x", true);
    row("muted within a pattern", "/a/x", "", "/a/**", "/a/x", false);
    row("the rest of the pattern", "/a/x", "", "/a/**", "/a/y", true);
    row("one level is more exact than all", "/a/**", "", "/a/*", "/a/x", true);
    row("all levels are less exact than one", "/a/*", "", "/a/**", "/a/x", false);
    row("the longer pattern", "/a/**", "", "/a/b/**", "/a/b/c", true);
    row("solo", "", "/a", "/b", "/a", true);
    row("beside solo", "", "/a", "/b", "/b", false);
    row("solo goes before mute", "/a", "/a", "", "/a", true);
    row("solo hides the protocol", "", "/a", "", "/meta/connect", false);
    row("mute does not", "/**", "", "", "/meta/connect", true);
    row("a note beside solo", "", "/a", "", "", true);
    row("a note beside mute", "/**", "", "", "", true);
}

void TestChannelHabits::showsWhatTheScopeShows()
{
    QFETCH(const QByteArray, muted);
    QFETCH(const QByteArray, solo);
    QFETCH(const QByteArray, others);
    QFETCH(const QByteArray, channel);
    QFETCH(const bool, isShown);
    const ChannelScope scope(patterns(muted), patterns(solo), patterns(others));
    QCOMPARE(scope.shows(channel), isShown);
    QCOMPARE(scope.isEverything(), muted.isEmpty() && solo.isEmpty());
}

void TestChannelHabits::keepsSetsByName()
{
    ChannelSets sets;
    sets.save({u" Work "_s, patterns("/b /a /b")});
    sets.save({u"Chat"_s, patterns("/chat/**")});
    sets.save({QString(), patterns("/x")});
    sets.save({u"Nothing"_s, {}});
    QCOMPARE(sets.all().size(), 2);
    const ChannelSets others; // another window, or after a restart
    QVERIFY(others.all().constFirst() == (ChannelSet{u"Chat"_s, patterns("/chat/**")}));
    QVERIFY(others.all().constLast() == (ChannelSet{u"Work"_s, patterns("/b /a")}));
    sets.save({u"Work"_s, patterns("/c")});
    QCOMPARE(others.all().size(), 2);
    QVERIFY(others.all().constLast().patterns == patterns("/c"));
    sets.remove(u"Work"_s);
    QCOMPARE(others.all().size(), 1);
}

void TestChannelHabits::ignoresDamagedSets()
{
    const ChannelSets sets;
    for (const char *saved :
         {"",
          "nonsense",
          "{}",
          R"([1,{"name":7},{"name":"x","channels":"/a"}])",
          R"([{"name":"\u202e\n","channels":["/a"]},{"name":"x","channels":["wrong"]}])"}) {
        QSettings().setValue(u"channels/sets"_s, QByteArray(saved));
        QCOMPARE(sets.all().size(), 0);
    }
    QSettings().setValue(u"channels/sets"_s,
                         QByteArray(R"([{"name":"x","channels":["wrong","/a",5]}])"));
    QVERIFY(sets.all() == (QList<ChannelSet>{{u"x"_s, patterns("/a")}}));
}

QTEST_GUILESS_MAIN(TestChannelHabits)
#include "test_channelhabits.moc"
