// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "core/demo/demoscenario.h"
#include "core/demo/recordwatch.h"
#include "tests/unit/demo/probes.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Played
{
    QByteArray channel;
    QByteArray data;

    friend bool operator==(const Played &, const Played &) = default;
};

/// What a subscriber of all the scenario's channels gets out of one happening.
QList<Played> played(const DemoHappening &happening)
{
    if (const auto *message = std::get_if<DemoMessage>(&happening))
        return {{message->channel, message->data}};
    QList<Played> messages;
    for (const QByteArray &channel : DemoScenario::channels())
        if (const auto watch = RecordWatch::parse(channel))
            if (const auto data = watch->data(std::get<RecordChange>(happening)))
                messages += {channel, *data};
    return messages;
}

QList<Played> play(DemoScenario &scenario, qsizetype count)
{
    QList<Played> messages;
    while (messages.size() < count)
        messages += played(scenario.next());
    return messages.first(count);
}

QJsonObject dataOf(const Played &message)
{
    return QJsonDocument::fromJson(message.data).object();
}

/// The `data` of the sample frame with a label.
QJsonObject sampleData(const QString &label)
{
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value("label"_L1) == label)
            return line.value("frame"_L1).toArray().at(0).toObject().value("data"_L1).toObject();
    }
    return {};
}

RecordChange change(const QList<std::pair<QString, QString>> &before,
                    const QList<std::pair<QString, QString>> &after)
{
    const auto record = [](const QList<std::pair<QString, QString>> &fields) {
        DemoRecord made(u"incident"_s, u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
        for (const auto &[field, value] : fields)
            made.set(field, value);
        return made;
    };
    RecordChange made;
    if (!before.isEmpty())
        made.before = record(before);
    if (!after.isEmpty())
        made.after = record(after);
    return made;
}

QByteArray watch(const QByteArray &query)
{
    return RecordWatch::channel("incident", query);
}

} // namespace

/// What plays on the demo instance, and whom it is told to.
class TestDemoScenario : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameBytes();
    void anotherSeedGivesOthers();
    void playsOnEveryLivelyChannelSoon();
    void goesAtTwoToFourASecond();
    void boardLivesWithThreeUsers();
    void incidentsComeChangeAndGo();
    void goesOnForEver();
    void looksLikeTheSamples_data();
    void looksLikeTheSamples();

    void queryMatches_data();
    void queryMatches();
    void watcherIsToldHowARecordStands_data();
    void watcherIsToldHowARecordStands();
    void watcherOfAnotherTableHearsNothing();
    void watcherOfATableHearsOfThoseThatExtendIt();
    void watcherOfChangesHearsOfThoseAlone_data();
    void watcherOfChangesHearsOfThoseAlone();
    void watcherReadsQueriesWithSlashes();

    void firstMessageComesSoon();
    void quietChannelStaysQuiet();
    void waitsForAnAudience();
};

void TestDemoScenario::sameSeedGivesTheSameBytes()
{
    DemoScenario one(7);
    DemoScenario other(7);
    QCOMPARE(play(one, 200), play(other, 200));
}

void TestDemoScenario::anotherSeedGivesOthers()
{
    DemoScenario one(7);
    DemoScenario other(8);
    QVERIFY(play(one, 50) != play(other, 50));
}

void TestDemoScenario::playsOnEveryLivelyChannelSoon()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        DemoScenario scenario(seed);
        QSet<QByteArray> channels;
        const QList<Played> messages = play(scenario, 40);
        for (const Played &message : messages)
            channels += message.channel;
        QCOMPARE(messages.at(0).channel, DemoScenario::channels().at(0));
        // All but those that are quiet, refused, or seldom told of anything.
        QVERIFY2(channels.size() >= 6, qPrintable(QString::number(channels.size())));
        for (const QByteArray &channel : DemoScenario::channels().first(4))
            QVERIFY2(channels.contains(channel), channel.constData());
    }
}

void TestDemoScenario::goesAtTwoToFourASecond()
{
    DemoScenario scenario(1);
    std::chrono::milliseconds time{};
    QVERIFY(scenario.delay() < 300ms);
    qsizetype messages = 0;
    for (int i = 0; i < 1000; ++i) {
        time += scenario.delay();
        messages += played(scenario.next()).size();
    }
    const double perSecond = double(messages) * 1000 / double(time.count());
    QVERIFY2(perSecond > 2 && perSecond < 4, qPrintable(QString::number(perSecond)));
}

void TestDemoScenario::boardLivesWithThreeUsers()
{
    DemoScenario scenario(1);
    QSet<QString> users;
    QSet<QString> boards;
    QHash<QString, int> deeds;
    for (int i = 0; i < 2000; ++i) {
        const DemoHappening happening = scenario.next();
        const auto *record = std::get_if<RecordChange>(&happening);
        if (!record || !record->record().table().startsWith("vtb_"_L1))
            continue;
        const QString table = record->record().table();
        users += record->user;
        if (table == "vtb_card"_L1)
            boards += record->record().value(u"board"_s).display;
        if (record->operation == RecordChange::Operation::Insert)
            ++deeds[table + u" added"_s];
        else if (record->operation == RecordChange::Operation::Delete)
            ++deeds[table + u" deleted"_s];
        else
            ++deeds[table + u' ' + record->changes.first()];
    }
    QCOMPARE(users, QSet<QString>({u"agent.one"_s, u"agent.two"_s, u"agent.three"_s}));
    QCOMPARE(boards, QSet<QString>({u"Facilities"_s, u"Office Move"_s}));
    for (const QString &deed : {u"vtb_card added"_s,
                                u"vtb_card deleted"_s,
                                u"vtb_card lane"_s,
                                u"vtb_card removed"_s,
                                u"vtb_task added"_s,
                                u"vtb_task deleted"_s,
                                u"vtb_task short_description"_s,
                                u"vtb_task assigned_to"_s,
                                u"vtb_task sys_tags"_s,
                                u"vtb_lane added"_s,
                                u"vtb_lane deleted"_s,
                                u"vtb_lane name"_s,
                                u"vtb_board_member added"_s,
                                u"vtb_board_member deleted"_s})
        QVERIFY2(deeds.value(deed) > 2, qPrintable(deed));
}

void TestDemoScenario::incidentsComeChangeAndGo()
{
    DemoScenario scenario(1);
    QHash<QString, int> actions;
    QSet<QString> fields;
    for (const Played &message : play(scenario, 600)) {
        if (message.channel != DemoScenario::channels().at(0))
            continue;
        const QJsonObject data = dataOf(message);
        ++actions[data.value("action"_L1).toString()];
        for (const auto &field : data.value("changes"_L1).toArray())
            fields += field.toString();
    }
    QVERIFY(actions.value(u"entry"_s) > 5);
    QVERIFY(actions.value(u"change"_s) > 20);
    QVERIFY(actions.value(u"exit"_s) > 5);
    for (const QString &field :
         {u"state"_s, u"urgency"_s, u"priority"_s, u"assigned_to"_s, u"work_notes"_s, u"active"_s})
        QVERIFY2(fields.contains(field), qPrintable(field));
}

void TestDemoScenario::goesOnForEver()
{
    DemoScenario scenario(3);
    for (int i = 0; i < 20'000; ++i)
        scenario.next();
    QVERIFY(scenario.tables().records(u"incident"_s).size() < 50);
    QVERIFY(scenario.tables().records(u"vtb_card"_s).size() < 40);
    QVERIFY(scenario.tables().records(u"task"_s).size() < 90);
    QVERIFY(scenario.tables().find(u"incident"_s, QString(IncidentStory::watchedIncident)));
}

void TestDemoScenario::looksLikeTheSamples_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("channel");
    const QList<QByteArray> channels = DemoScenario::channels();
    QTest::newRow("watcher") << u"record watcher: update"_s << channels.at(0);
    QTest::newRow("card") << u"record watcher on vtb_card: card moved"_s << channels.at(1);
    QTest::newRow("chat") << u"connect chat message"_s << channels.at(2);
    QTest::newRow("presence") << u"presence: exited"_s << channels.at(3);
}

void TestDemoScenario::looksLikeTheSamples()
{
    QFETCH(const QString, label);
    QFETCH(const QByteArray, channel);
    const QJsonObject sample = sampleData(label);
    QVERIFY(!sample.isEmpty());
    DemoScenario scenario(1);
    qsizetype alike = 0;
    for (const Played &message : play(scenario, 200)) {
        if (message.channel != channel)
            continue;
        const QJsonObject data = dataOf(message);
        if (data.value("operation"_L1) == "delete"_L1)
            continue; // has no record
        QCOMPARE(data.keys(), sample.keys());
        for (const QString &key : sample.keys())
            QCOMPARE(data.value(key).type(), sample.value(key).type());
        ++alike;
    }
    QVERIFY(alike > 10);
}

void TestDemoScenario::queryMatches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *query, bool matches) {
        QTest::newRow(query) << QString::fromLatin1(query) << matches;
    };
    row("active=true", true);
    row("active=false", false);
    row("active!=false", true);
    row("active=true^priority=1", false);
    row("active=true^priority=1^ORpriority=3", true);
    row("priority=3^ORpriority=1^active=false", false);
    row("sys_idISNOTEMPTY", true);
    row("assigned_toISEMPTY", true);
    row("assigned_toISNOTEMPTY", false);
    row("sys_id=5d0e4c1f87a2b6d3905e7f1c2a3b4d5e", true);
    row("sys_id=0", false);
    row("sys_id!=-1", true);
    row("priorityIN1,2,3", true);
    row("short_descriptionLIKEDOOR", true);
    row("short_descriptionSTARTSWITHdoor", false);
    row("active=true^ORDERBYDESCnumber", true);
    row("ORDERBYnumber", true);
    row("javascript:gs.now()^active=true", true);
    row("active=true^stateCHANGES", true); // lists know nothing of changes
}

void TestDemoScenario::queryMatches()
{
    QFETCH(const QString, query);
    QFETCH(const bool, matches);
    DemoRecord record(u"incident"_s, u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
    record.set(u"active"_s, u"true"_s);
    record.set(u"priority"_s, u"3"_s, u"3 - Moderate"_s);
    record.set(u"short_description"_s, u"Badge reader offline, door 4"_s);
    QCOMPARE(RecordQuery(query).matches(record), matches);
}

void TestDemoScenario::watcherIsToldHowARecordStands_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("action"); // empty: nothing
    QTest::addColumn<QString>("count");
    QTest::newRow("came") << QString() << u"1"_s << u"entry"_s << u"+1"_s;
    QTest::newRow("came otherwise") << QString() << u"2"_s << QString() << QString();
    QTest::newRow("came into it") << u"2"_s << u"1"_s << u"entry"_s << u"+1"_s;
    QTest::newRow("changed") << u"1"_s << u"1"_s << u"change"_s << QString();
    QTest::newRow("left it") << u"1"_s << u"2"_s << u"exit"_s << u"-1"_s;
    QTest::newRow("deleted") << u"1"_s << QString() << u"exit"_s << u"-1"_s;
    QTest::newRow("outside") << u"2"_s << u"3"_s << QString() << QString();
}

void TestDemoScenario::watcherIsToldHowARecordStands()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, action);
    QFETCH(const QString, count);
    using Fields = QList<std::pair<QString, QString>>;
    const RecordChange happened =
        change(before.isEmpty() ? Fields() : Fields{{u"priority"_s, before}},
               after.isEmpty() ? Fields() : Fields{{u"priority"_s, after}});
    QByteArray channel = watch("priority=1");
    const auto told = RecordWatch::parse(channel)->data(happened);
    QCOMPARE(told.has_value(), !action.isEmpty());
    if (told)
        QCOMPARE(QJsonDocument::fromJson(*told).object().value("action"_L1), action);
    channel.replace("/default/", "/count/");
    const auto counted = RecordWatch::parse(channel)->data(happened);
    QCOMPARE(counted.value_or(QByteArray()),
             count.isEmpty() ? QByteArray() : R"({"count":")" + count.toLatin1() + R"("})");
}

void TestDemoScenario::watcherOfAnotherTableHearsNothing()
{
    const auto other = RecordWatch::parse(RecordWatch::channel("problem", "sys_idISNOTEMPTY"));
    QVERIFY(!other->data(change({}, {{u"priority"_s, u"1"_s}})));
}

void TestDemoScenario::watcherOfATableHearsOfThoseThatExtendIt()
{
    const auto tasks = RecordWatch::parse(RecordWatch::channel("task", "sys_idISNOTEMPTY"));
    const auto told = tasks->data(change({}, {{u"priority"_s, u"1"_s}}));
    QVERIFY(told.has_value());
    QCOMPARE(QJsonDocument::fromJson(*told).object().value("table_name"_L1), "incident"_L1);
}

void TestDemoScenario::watcherOfChangesHearsOfThoseAlone_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("action"); // when state goes from 1 to 2; empty: nothing
    QTest::newRow("changes") << QByteArray("stateCHANGES") << u"change"_s;
    QTest::newRow("other field") << QByteArray("priorityCHANGES") << QString();
    QTest::newRow("to") << QByteArray("stateCHANGESTO2") << u"change"_s;
    QTest::newRow("to another") << QByteArray("stateCHANGESTO3") << QString();
    QTest::newRow("from") << QByteArray("stateCHANGESFROM1") << u"change"_s;
    QTest::newRow("from another") << QByteArray("stateCHANGESFROM2") << QString();
    QTest::newRow("and more") << QByteArray("active=true^stateCHANGES") << u"change"_s;
    QTest::newRow("and less") << QByteArray("active=false^stateCHANGES") << QString();
    QTest::newRow("or") << QByteArray("priorityCHANGES^ORstateCHANGES") << u"change"_s;
    QTest::newRow("into it") << QByteArray("state=2^stateCHANGES") << u"entry"_s;
}

void TestDemoScenario::watcherOfChangesHearsOfThoseAlone()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, action);
    RecordChange moved = change({{u"state"_s, u"1"_s}, {u"active"_s, u"true"_s}},
                                {{u"state"_s, u"2"_s}, {u"active"_s, u"true"_s}});
    moved.changes = {u"state"_s};
    const auto told = RecordWatch::parse(watch(query))->data(moved);
    QCOMPARE(told ? QJsonDocument::fromJson(*told).object().value("action"_L1).toString()
                  : QString(),
             action);
}

void TestDemoScenario::watcherReadsQueriesWithSlashes()
{
    const QByteArray channel = watch("short_description=ab?");
    QVERIFY(channel.count('/') > 4);
    const auto parsed = RecordWatch::parse(channel);
    QVERIFY(parsed.has_value());
    QVERIFY(parsed->data(change({}, {{u"short_description"_s, u"ab?"_s}})));
}

void TestDemoScenario::firstMessageComesSoon()
{
    DemoInstance instance;
    QVERIFY(instance.listen());
    BayeuxProbe probe(instance.url(), BayeuxProbe::Over::WebSocket, signIn(instance.url()));
    QVERIFY(probe.open());
    probe.connectAndWait();
    QElapsedTimer clock;
    clock.start();
    probe.subscribe(QString::fromLatin1(DemoInstance::scenarioChannels().at(0)));
    QTRY_VERIFY(!probe.events().isEmpty());
    QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(probe.events().at(0).value("data"_L1).toObject().value("action"_L1), "entry"_L1);
}

void TestDemoScenario::quietChannelStaysQuiet()
{
    DemoOptions options;
    options.scenarioSpeed = 100;
    DemoInstance instance(options);
    QVERIFY(instance.listen());
    BayeuxProbe probe(instance.url(), BayeuxProbe::Over::WebSocket, signIn(instance.url()));
    QVERIFY(probe.open());
    probe.connectAndWait();
    int refused = 0;
    for (const QByteArray &channel : DemoInstance::scenarioChannels())
        if (probe.subscribe(QString::fromLatin1(channel)).value("successful"_L1) != true)
            ++refused;
    QCOMPARE(refused, 1);
    QTRY_VERIFY(probe.events().size() > 100);
    QCOMPARE(probe.events(u"/demo/quiet"_s).size(), 0);
}

void TestDemoScenario::waitsForAnAudience()
{
    DemoOptions options;
    options.scenarioSpeed = 100;
    DemoInstance instance(options);
    QVERIFY(instance.listen());
    BayeuxProbe probe(instance.url(), BayeuxProbe::Over::WebSocket, signIn(instance.url()));
    QVERIFY(probe.open());
    probe.connectAndWait();
    probe.subscribe(QString::fromLatin1(DemoInstance::scenarioChannels().at(0)));
    QTRY_VERIFY(!probe.events().isEmpty());
    // Nothing played before, so the first to come is the scenario's first.
    DemoScenario scenario(options.seed);
    const QList<Played> expected = play(scenario, 1);
    QCOMPARE(probe.events().at(0).value("data"_L1).toObject(), dataOf(expected.at(0)));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoScenario)

#include "test_demoscenario.moc"
