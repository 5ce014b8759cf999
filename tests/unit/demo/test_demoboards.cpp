// SPDX-License-Identifier: MIT
#include "core/decode/boarddifference.h"
#include "core/decode/boardtimeline.h"
#include "core/demo/demoscenario.h"
#include "core/demo/recordwatch.h"
#include "core/demo/unreliabledelivery.h"
#include "tests/unit/demo/demoboardfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A capture of what a monitor gets that watches the demo's first board.
class Watcher
{
public:
    explicit Watcher(int unreliablePercent, quint64 seed = 1)
        : scenario(seed)
        , m_delivery(unreliablePercent)
    {
        const QByteArray ofBoard = "board=" + board().toLatin1();
        m_channels = {RecordWatch::channel("vtb_card", ofBoard),
                      RecordWatch::channel("vtb_lane", ofBoard),
                      RecordWatch::channel("vtb_board", "sys_id=" + board().toLatin1()),
                      RecordWatch::channel("vtb_board_member", ofBoard),
                      RecordWatch::channel("task", "sys_idISNOTEMPTY")};
    }

    static QString board() { return QString(facilitiesPlan().sysId); }

    void read() { timeline.add(readingOf(scenario.tables(), board(), Row(m_rows.size())), {}); }

    /// Plays until the bus has told of so many changes; while it is disconnected none comes.
    void play(int changes, bool isConnected = true)
    {
        for (int told = 0; told < changes;) {
            const DemoHappening happening = scenario.next();
            const auto *change = std::get_if<RecordChange>(&happening);
            if (!change)
                continue;
            for (const QByteArray &channel : std::as_const(m_channels)) {
                const auto data = RecordWatch::parse(channel)->data(*change);
                if (!data)
                    continue;
                // Of the others only those count that are behind a card.
                told += change->record().table() == "incident"_L1 ? 0 : 1;
                if (!isConnected)
                    continue;
                const QByteArray message =
                    "{\"channel\":\"" + channel + "\",\"data\":" + *data + "}";
                for (const QByteArray &each : m_delivery.pass(channel + ' ' + message))
                    deliver(each);
            }
        }
    }

    /// What is still on its way arrives.
    void deliverLate()
    {
        for (int i = 0; i < 10; ++i) {
            for (const QByteArray &each : m_delivery.pass("/x {}"))
                deliver(each);
        }
    }

    [[nodiscard]] Board shown() const { return boardOf(timeline.now(), board()); }

    DemoScenario scenario;
    BoardTimeline timeline{{[this](Row row) { return m_rows.value(qint64(row)).second; },
                            [this](Row row) {
                                return m_rows.value(qint64(row)).first;
                            }}};

private:
    void deliver(const QByteArray &packet)
    {
        const qsizetype space = packet.indexOf(' ');
        m_rows.append({packet.first(space), packet.sliced(space + 1)});
        timeline.offer({Row(m_rows.size() - 1), {}}, m_rows.last().first, m_rows.last().second);
    }

    QList<QByteArray> m_channels;
    UnreliableDelivery m_delivery;
    QList<std::pair<QByteArray, QByteArray>> m_rows; // channel and message
};

} // namespace

/// A board that is kept by traffic alone, beside the tables of the instance it is on.
class TestDemoBoards : public QObject
{
    Q_OBJECT

private slots:
    void boardStaysTrueWhileEverythingComes();
    void differenceListsAllThatABadBusMissed_data();
    void differenceListsAllThatABadBusMissed();
};

void TestDemoBoards::boardStaysTrueWhileEverythingComes()
{
    Watcher watcher(0);
    watcher.read();
    QCOMPARE(factsOf(watcher.shown()).all(),
             factsOf(watcher.scenario.tables(), Watcher::board()).all());
    for (int i = 0; i < 20; ++i) {
        watcher.play(50);
        const BoardFacts shown = factsOf(watcher.shown());
        const BoardFacts actual = factsOf(watcher.scenario.tables(), Watcher::board());
        QCOMPARE(shown.lanes, actual.lanes);
        QCOMPARE(shown.members, actual.members);
        QCOMPARE(shown.places, actual.places);
        // A card that is new shows of its task what was told of it since.
        for (auto card = shown.cards.begin(); card != shown.cards.end(); ++card) {
            if (!card->contains(u'?'))
                QCOMPARE(*card, actual.cards.value(card.key()));
        }
    }
}

void TestDemoBoards::differenceListsAllThatABadBusMissed_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 2; ++seed)
        QTest::addRow("seed %llu", seed) << 4 << seed;
    QTest::newRow("worst") << 30 << quint64(3);
}

void TestDemoBoards::differenceListsAllThatABadBusMissed()
{
    QFETCH(const int, percent);
    QFETCH(const quint64, seed);
    constexpr int events = 2000;
    Watcher watcher(percent, seed);
    watcher.read();
    watcher.play(events / 2);
    watcher.play(60, false); // connected anew after a while
    watcher.play(events / 2);
    QVERIFY(watcher.timeline.lastStep() > events / 2);

    const Board shown = watcher.shown();
    const QMap<QString, QString> before = factsOf(shown).all();
    const QMap<QString, QString> actual =
        factsOf(watcher.scenario.tables(), Watcher::board()).all();
    QSet<QString> wrong;
    for (const QString &subject : before.keys() + actual.keys()) {
        if (before.value(subject) != actual.value(subject))
            wrong.insert(subject);
    }
    QVERIFY(wrong.size() > 3); // the bus was bad indeed

    watcher.read();
    QSet<QString> listed;
    for (const BoardDifference &difference : boardDifference(shown, watcher.shown()))
        listed.insert(difference.sysId);
    QCOMPARE(listed, wrong);
    QCOMPARE(factsOf(watcher.shown()).all(), actual);
    QVERIFY(boardDifference(watcher.shown(), watcher.shown()).isEmpty());

    // What was under way all the time changes nothing any more.
    watcher.deliverLate();
    QCOMPARE(factsOf(watcher.shown()).all(), actual);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoBoards)

#include "test_demoboards.moc"
