// SPDX-License-Identifier: MIT
#include "core/capture/filter.h"
#include "samplerows.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace amb;

/// The filter language: what each filter matches of a few messages, and what is said of each error.
class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void matches_data();
    void matches();
    void points_data();
    void points();
    void survivesAnyText();
    void isReadTheSameWhateverTheCaseOfItsWords();
    void anEmptyFilterIsEverything();
    void canBeLimitedToATime();
    void canBeHeldToSomeChannels();

private:
    /// The letters of the rows that a filter matches.
    [[nodiscard]] QString matched(const QString &text) const;

    std::unique_ptr<CaptureStore> m_store;
};

namespace {

constexpr QByteArrayView activeIncidents = "/rw/default/incident/YWN0aXZlPXRydWU-"; // active=true
constexpr QByteArrayView tasks =
    "/rw/default/task/cHJpb3JpdHk9MV5hY3RpdmU9dHJ1ZQ--"; // priority=1^…

struct Sample
{
    QByteArrayView channel;
    MessageKind kind;
    Direction direction;
    QByteArray raw;
};

/// Rows a, b, c, …
QList<Sample> samples()
{
    using Kind = MessageKind;
    return {
        // a
        {"/meta/handshake", Kind::Handshake, Direction::Out, R"({"channel":"/meta/handshake"})"},
        // b
        {"/meta/connect",
         Kind::Connect,
         Direction::In,
         R"({"channel":"/meta/connect","successful":true})"},
        // c
        {activeIncidents,
         Kind::Event,
         Direction::In,
         R"({"data":{"operation":"update","table_name":"incident","display_value":"INC0010042","changes":["priority","urgency"],"changes_with_users":{"urgency":"agent.one"},"record":{"priority":{"display_value":"3 - Moderate","value":"3"}}}})"},
        // d
        {activeIncidents,
         Kind::Event,
         Direction::In,
         R"({"data":{"operation":"insert","table_name":"incident","display_value":"INC0010043","changes":["short_description"],"record":{"short_description":{"value":"Printer does not print"},"sys_updated_by":{"value":"agent.two"}}}})"},
        // e
        {tasks,
         Kind::Event,
         Direction::In,
         R"({"data":{"operation":"update","table_name":"problem","changes":["state"],"record":{"description":{"value":"Dr\u00fccker l\u00e4uft, see \"http:\/\/x\/y\""}}},"ext":{"from_user":"Agent.One"}})"},
        // f
        {"/sn/rp/incident/5d0e4c1f87a2b6d3905e7f1c2a3b4d5e",
         Kind::Event,
         Direction::In,
         R"({"data":{"presences":[{"status":"typing","user_name":"beth.anglin","field_type":"priority"}]}})"},
        // g
        {"/demo/echo",
         Kind::Publish,
         Direction::Out,
         R"({"channel":"/demo/echo","data":{"text":"bell and pong"}})"},
        // h
        {"/demo/echo",
         Kind::PublishReply,
         Direction::In,
         R"({"channel":"/demo/echo","successful":true})"},
        // i
        {"",
         Kind::Note,
         Direction::Local,
         R"({"note":"transport","text":"WebSocket refused: 403"})"},
        // j
        {"/chat/room",
         Kind::Event,
         Direction::In,
         R"({"channel":"/chat/room","data":{"text":"Größe 日本 ÄRGER","user":"zoë"}})"},
        // k
        {"/big",
         Kind::Event,
         Direction::In,
         R"({"channel":"/big","data":")" + QByteArray(12'000, 'x') + "\"}"},
        // l
        {"/odd", Kind::Malformed, Direction::In, "no json (at all)"},
    };
}

} // namespace

void TestFilter::initTestCase()
{
    m_store = openStore();
    for (const Sample &sample : samples()) {
        Record record = sampleRecord(sample.raw, sample.channel);
        record.kind = sample.kind;
        record.direction = sample.direction;
        record.transport =
            sample.channel == "/big" ? TransportType::LongPolling : TransportType::WebSocket;
        m_store->append(record);
    }
    m_store->flush();
}

QString TestFilter::matched(const QString &text) const
{
    std::optional<FilterProblem> problem;
    const Filter filter = Filter::parse(text, problem);
    if (problem)
        return u"problem: "_s + problem->text;
    FilterMatcher matcher(filter, m_store->snapshot());
    QString letters;
    for (Row row = m_store->firstRow(); row < m_store->endRow(); row = row + 1) {
        if (matcher.matches(row))
            letters += QChar(u'a' + int(qint64(row)));
    }
    return letters;
}

void TestFilter::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *filter, const char *rows) {
        QTest::newRow(*filter == 0 ? "empty" : filter)
            << QString::fromUtf8(filter) << QString::fromLatin1(rows);
    };
    row("", "abcdefghijkl");
    row("   ", "abcdefghijkl");
    // words
    row("printer", "d");
    row("PRINTER", "d");
    row("inc001004", "cd");
    row("printer print", "d");
    row("bell pong", "g");
    row("bell printer", "");
    row("größe", "j");
    row("GRÖSSE", "");
    row("GRÖßE", "j");
    row("ärger", "j");
    row("日本", "j");
    row("läuft", "e");
    row("Drücker", "e");
    row("http://x", "e");
    row("http://x/y", "e");
    row("active=true", "cde"); // what the channel's name says
    row("priority=1", "e");
    row("/demo/echo", "gh");
    row("/meta/connect", "b");
    row("xxxxxxxxxxxxxxxxxxxxxxxx", "k");
    row("10:02", "");
    // phrases
    row("\"does not print\"", "d");
    row("\"print does\"", "");
    row("\"and\"", "ag");
    row("\"(at all)\"", "l");
    row("\"see \\\"http\"", "e");
    row("\"bell\"", "g");
    row("\"user:\"", "");
    // channel
    row("channel:incident", "cdf");
    row("channel:INCIDENT", "cdf");
    row("channel:/demo", "gh");
    row("channel:/rw/**", "cde");
    row("channel:/rw/default/*/*", "cde");
    row("channel:/rw/*", "");
    row("channel:/*/echo", "gh");
    row("channel:*echo", "");
    row("channel:**echo", "gh");
    row("channel:active=true", "cde");
    row("channel:\"task priority\"", "e");
    row("channel:nothing", "");
    // kind, dir, transport
    row("kind:event", "cdefjk");
    row("kind:publish", "g");
    row("kind:publish-reply", "h");
    row("kind:publish,publish-reply", "gh");
    row("kind:meta", "ab");
    row("kind:note", "i");
    row("kind:malformed", "l");
    row("kind:EVENT", "cdefjk");
    row("dir:out", "ag");
    row("dir:in", "bcdefhjkl");
    row("dir:local", "i");
    row("dir:out,local", "agi");
    row("transport:long-polling", "k");
    row("transport:websocket", "abcdefghijl");
    // size
    row("size>10k", "k");
    row("size>12kb", "k");
    row("size<=12k", "abcdefghijl");
    row("size > 10000", "k");
    row("size>1.2M", "");
    row("size<19", "l");
    row("size=18", "l");
    row("size>=18 size<19", "l");
    row("size<0.02k", "l");
    row("size", "");
    // user
    row("user:agent.one", "ce");
    row("user:AGENT", "cde");
    row("user:beth", "f");
    row("user:zoë", "j");
    row("user:agent.three", "");
    row("user:bell", "");
    row("user:\"agent.two\"", "d");
    // table
    row("table:incident", "cdf");
    row("table:task", "e");
    row("table:problem", "e");
    row("table:PROBLEM", "e");
    row("table:prob", "");
    // changed
    row("priority:changed", "c");
    row("urgency:changed", "c");
    row("state:changed", "e");
    row("state:CHANGED", "e");
    row("display_value:changed", "");
    row("priority:changed or state:changed", "ce");
    // patterns
    row("/INC00[0-9]+/", "cd");
    row("/inc00[0-9]+/", "");
    row("/inc00[0-9]+/i", "cd");
    row("/^.no json/", "l");
    row("/priority=1$/", ""); // the whole of what the channel says is "task priority=1^active=true"
    row("/priority=1\\^/", "e");
    row("/\\/demo\\/echo/", "gh");
    row("/pong|Printer/", "dg");
    row("/ and /", "g");
    // joined
    row("bell or printer", "dg");
    row("bell OR printer", "dg");
    row("bell and pong", "g");
    row("not kind:event", "abghil");
    row("NOT dir:in", "agi");
    row("not not bell", "g");
    row("channel:incident not printer", "cf");
    row("kind:event (printer or größe)", "dj");
    row("kind:event printer or dir:out", "adg");
    row("(kind:event or dir:out) and (printer or bell)", "dg");
    row("not (kind:event or dir:out)", "bhil");
    row("((bell))", "g");
    row("kind:event and not user:agent size<1k", "fj");
    row("(bell)(pong)", "g");
    row("\"bell\"or\"printer\"", "dg");
}

void TestFilter::matches()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, rows);
    QCOMPARE(matched(filter), rows);
}

void TestFilter::points_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isUnfinished");
    QTest::addColumn<QString>("says");
    const auto row =
        [](const char *filter, int position, int length, bool isUnfinished, const QString &says) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << position << length << isUnfinished
                                  << says;
        };
    row("\"open", 0, 5, true, u"quotes are not closed"_s);
    row("a \"", 2, 1, true, u"quotes are not closed"_s);
    row("\"\"", 0, 2, true, u"nothing between the quotes"_s);
    row("/open", 0, 5, true, u"regular expression is not closed"_s);
    row("// a", 0, 2, false, u"is empty"_s);
    row("a /x[/", 5, 1, true, u"wrong here"_s);
    row("/(/ a", 2, 1, false, u"wrong here"_s);
    row("(a", 0, 1, true, u"not closed"_s);
    row("a (b (c)", 2, 1, true, u"not closed"_s);
    row("()", 0, 2, true, u"nothing between"_s);
    row("a )", 2, 1, false, u"closes nothing"_s);
    row(") a", 0, 1, false, u"missing before"_s);
    row("and a", 0, 3, false, u"missing before it"_s);
    row("or", 0, 2, false, u"missing before it"_s);
    row("a or", 4, 0, true, u"missing at the end"_s);
    row("a and", 5, 0, true, u"missing at the end"_s);
    row("a or or b", 5, 2, false, u"missing before it"_s);
    row("not", 3, 0, true, u"missing at the end"_s);
    row("(a or )", 6, 1, false, u"missing before"_s);
    row("kind:", 5, 0, true, u"after “kind:”"_s);
    row("kind:evnt", 5, 4, true, u"no such kind"_s);
    row("kind:event,,note", 11, 0, false, u"no such kind"_s);
    row("kind:event,foo a", 11, 3, false, u"no such kind"_s);
    row("dir:up a", 4, 2, false, u"in, local, out"_s);
    row("transport:carrier", 10, 7, true, u"long-polling, websocket"_s);
    row("channel: a", 8, 0, false, u"after “channel:”"_s);
    row("user:", 5, 0, true, u"after “user:”"_s);
    row("table:\"\"", 6, 2, true, u"nothing between the quotes"_s);
    row("foo:bar a", 0, 7, false, u"“foo:” is none of"_s);
    row("priority:chan", 0, 13, true, u"priority:changed"_s);
    row("priority:chan a", 0, 13, false, u"priority:changed"_s);
    row("size>", 5, 0, true, u"number of bytes is missing"_s);
    row("size>big a", 5, 3, false, u"is no size"_s);
    row("size>10q", 5, 3, true, u"is no size"_s);
    row("size<>10", 4, 2, false, u"compared with"_s);
    row("größe kind:x", 11, 1, true, u"no such kind"_s);
}

void TestFilter::points()
{
    QFETCH(const QString, filter);
    QFETCH(const int, position);
    QFETCH(const int, length);
    QFETCH(const bool, isUnfinished);
    QFETCH(const QString, says);
    std::optional<FilterProblem> problem;
    const Filter parsed = Filter::parse(filter, problem);
    QVERIFY(problem);
    QVERIFY2(problem->text.contains(says), qPrintable(problem->text));
    QCOMPARE(problem->position, position);
    QCOMPARE(problem->length, length);
    QCOMPARE(problem->isUnfinished, isUnfinished);
    QVERIFY(parsed.isEverything());
}

void TestFilter::survivesAnyText()
{
    QRandomGenerator random(815); // the same texts every time
    const QStringList pieces{
        u"("_s, u")"_s,    u"\""_s, u"/"_s,      u"or"_s, u"and"_s,   u"not"_s,   u" "_s,
        u":"_s, u"size"_s, u">"_s,  u"="_s,      u"1k"_s, u"kind:"_s, u"event"_s, u"channel:"_s,
        u"*"_s, u"\\"_s,   u"["_s,  u"user:a"_s, u"x"_s,  u","_s,     u"ä"_s,     u"changed"_s};
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = random.bounded(14); length > 0; --length)
            text += pieces.at(random.bounded(int(pieces.size())));
        std::optional<FilterProblem> problem;
        const Filter filter = Filter::parse(text, problem);
        if (problem) {
            QVERIFY2(problem->position >= 0 && problem->position + problem->length <= text.size(),
                     qPrintable(text));
            QVERIFY(!problem->text.isEmpty());
        } else if (i % 100 == 0) {
            FilterMatcher matcher(filter, m_store->snapshot());
            for (Row row = m_store->firstRow(); row < m_store->endRow(); row = row + 1)
                (void)matcher.matches(row);
        }
    }
    std::optional<FilterProblem> problem;
    (void)Filter::parse(QString(100'000, u'('), problem);
    QVERIFY(problem);
    QVERIFY(problem->text.contains(u"too many"_s));
    (void)Filter::parse(u"not "_s.repeated(100'000), problem);
    QVERIFY(problem);
}

void TestFilter::isReadTheSameWhateverTheCaseOfItsWords()
{
    QCOMPARE(matched(u"KIND:Event AND NOT User:agent"_s), matched(u"kind:event not user:agent"_s));
    QCOMPARE(matched(u"SIZE>10K"_s), u"k"_s);
}

void TestFilter::anEmptyFilterIsEverything()
{
    std::optional<FilterProblem> problem;
    QVERIFY(Filter::parse(u" ", problem).isEverything());
    QVERIFY(!problem);
    QVERIFY(!Filter::parse(u"a", problem).isEverything());
}

void TestFilter::canBeLimitedToATime()
{
    const CaptureSnapshot snapshot = m_store->snapshot();
    const Timestamp first = snapshot.info(snapshot.firstRow()).time;
    const TimeRange none{first - std::chrono::seconds(1), first}; // the end does not belong to it
    const TimeRange all{first, first + std::chrono::hours(1)};
    std::optional<FilterProblem> problem;
    const Filter words = Filter::parse(u"incident", problem);
    const auto matches = [&](const Filter &filter) {
        return FilterMatcher(filter, snapshot).matches(snapshot.firstRow() + 2);
    };
    QVERIFY(matches(words.during(all)));
    QVERIFY(!matches(words.during(none)));
    QVERIFY(matches(Filter().during(all)));
    QVERIFY(!matches(Filter().during(none)));
    QVERIFY(!Filter().during(all).isEverything());
    QVERIFY(words.during(all).during({}) == words);
}

void TestFilter::canBeHeldToSomeChannels()
{
    const auto matchedOn = [this](const QString &text) {
        std::optional<FilterProblem> problem;
        const Filter filter = Filter::parse(text, problem).onChannels([](QByteArrayView channel) {
            return channel.isEmpty() || channel == "/demo/echo" || channel == "/chat/room";
        });
        FilterMatcher matcher(filter, m_store->snapshot());
        QString letters;
        for (Row row = m_store->firstRow(); row < m_store->endRow(); row = row + 1) {
            if (matcher.matches(row))
                letters += QChar(u'a' + int(qint64(row)));
        }
        return letters;
    };
    QCOMPARE(matchedOn({}), u"ghij"_s);
    QCOMPARE(matchedOn(u"kind:event"_s), u"j"_s);
    // The filter's own questions about channels are others.
    QCOMPARE(matchedOn(u"channel:/demo/** or channel:/sn/** or channel:room"_s), u"ghj"_s);
    std::optional<FilterProblem> problem;
    QVERIFY(!Filter().onChannels([](QByteArrayView) { return true; }).isEverything());
    QVERIFY(Filter::parse(u"kind:meta"_s, problem)
                .onChannels([](QByteArrayView) { return true; })
                .namesKinds());
}

QTEST_GUILESS_MAIN(TestFilter)
#include "test_filter.moc"
