// SPDX-License-Identifier: MIT
#include "ui/channels/quietwords.h"

#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr Timestamp present{std::chrono::seconds(1'780'000'000)};

Timestamp ago(std::chrono::microseconds duration)
{
    return present - duration;
}

/// Connected for an hour, answered 12 s ago, the next answer is due in 30 s.
ConnectionStatus alive()
{
    ConnectionStatus status;
    status.state = ConnectionState::Connected;
    status.session = SessionStatus::LoggedIn;
    status.since = ago(std::chrono::hours(1));
    status.lastReply = ago(seconds(12));
    status.replyDue = present + seconds(30);
    status.sessionEnds = present + minutes(20);
    return status;
}

ConnectionStatus in(ConnectionState state)
{
    ConnectionStatus status = alive();
    status.state = state;
    status.since = ago(minutes(4));
    return status;
}

ConnectionStatus unanswered()
{
    ConnectionStatus status = alive();
    status.lastReply = ago(seconds(70));
    status.replyDue = ago(seconds(10));
    return status;
}

ConnectionStatus with(SessionStatus session)
{
    ConnectionStatus status = alive();
    status.session = session;
    return status;
}

SubscriptionInfo subscription(SubscriptionState state,
                              std::optional<Timestamp> acknowledged = ago(minutes(30)))
{
    SubscriptionInfo info;
    info.pattern = *ChannelPattern::parse("/a");
    info.state = state;
    if (state == SubscriptionState::Subscribed)
        info.acknowledged = acknowledged;
    return info;
}

constexpr std::optional<Timestamp> never;

} // namespace

/// The sentence that tells a quiet channel from a dead one.
class TestQuietWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void judgesAChannel_data();
    void judgesAChannel();
    void judgesTheConnection_data();
    void judgesTheConnection();
    void namesTheFacts();
    void toleratesAClockThatWasSetBack();
};

void TestQuietWords::judgesAChannel_data()
{
    QTest::addColumn<SubscriptionInfo>("info");
    QTest::addColumn<std::optional<Timestamp>>("last");
    QTest::addColumn<ConnectionStatus>("status");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("words");
    const SubscriptionInfo held = subscription(SubscriptionState::Subscribed);
    const auto row = [](const char *name,
                        const SubscriptionInfo &info,
                        std::optional<Timestamp> last,
                        const ConnectionStatus &status,
                        Tone tone,
                        const QString &words) {
        QTest::newRow(name) << info << last << status << int(tone) << words;
    };
    using Last = std::optional<Timestamp>;
    row("quiet",
        held,
        Last(ago(minutes(4))),
        alive(),
        Tone::Good,
        u"Nothing for 4 min. The connection answered 12 s ago and the subscription is confirmed: "
        "the channel is quiet."_s);
    row("nothing ever",
        held,
        never,
        alive(),
        Tone::Good,
        u"Nothing in 30 min so far. The connection answered 12 s ago and the subscription is "
        "confirmed: the channel is quiet."_s);
    row("busy",
        held,
        Last(ago(seconds(3))),
        alive(),
        Tone::Good,
        u"Messages are coming in, the last one 3 s ago."_s);
    row(
        "a message proves the connection",
        held,
        Last(ago(seconds(11))),
        [] {
            ConnectionStatus status = unanswered();
            status.replyDue = ago(seconds(15));
            return status;
        }(),
        Tone::Good,
        u"Nothing for 11 s. The connection answered 11 s ago and the subscription is confirmed: "
        "the channel is quiet."_s);
    row("confirmed anew",
        subscription(SubscriptionState::Subscribed, ago(minutes(5))),
        Last(ago(minutes(50))),
        alive(),
        Tone::Good,
        u"Nothing since the subscription was confirmed 5 min ago; the last message came 50 min "
        "ago. The connection answered 12 s ago and the subscription is confirmed: the channel is "
        "quiet."_s);
    row("dead",
        held,
        Last(ago(minutes(4))),
        unanswered(),
        Tone::Warning,
        u"Nothing for 4 min. The connection has not answered for 70 s: it may be dead."_s);
    row("not asked for",
        subscription(SubscriptionState::Waiting),
        never,
        alive(),
        Tone::Quiet,
        u"The subscription is not asked for yet: nothing can come before that."_s);
    SubscriptionInfo busy = subscription(SubscriptionState::Waiting);
    busy.explanation = u"The server is busy; asked again after 2 s."_s;
    row("put off",
        busy,
        never,
        alive(),
        Tone::Warning,
        u"The subscription is not confirmed yet: nothing can come before that. The server is busy; "
        "asked again after 2 s."_s);
    row("asked for",
        subscription(SubscriptionState::Pending),
        never,
        alive(),
        Tone::Plain,
        u"The subscription is asked for, but not confirmed yet: nothing can come before that."_s);
    row("refused",
        subscription(SubscriptionState::Refused),
        never,
        alive(),
        Tone::Bad,
        u"The server refused the subscription: nothing will come on this channel."_s);
    row("disconnected",
        subscription(SubscriptionState::Waiting),
        Last(ago(minutes(4))),
        in(ConnectionState::Disconnected),
        Tone::Quiet,
        u"Disconnected for 4 min: nothing can come."_s);
    row("connecting",
        subscription(SubscriptionState::Waiting),
        never,
        in(ConnectionState::Connecting),
        Tone::Plain,
        u"The connection is being made: nothing can come yet."_s);
    row("logged out",
        held,
        Last(ago(minutes(4))),
        with(SessionStatus::LoggedOut),
        Tone::Bad,
        u"The session is logged out: nothing can come, though the connection answered 12 s ago."_s);
    row("invalidated",
        held,
        Last(ago(minutes(4))),
        with(SessionStatus::Invalidated),
        Tone::Bad,
        u"The session is logged out: nothing can come, though the connection answered 12 s ago."_s);
}

void TestQuietWords::judgesAChannel()
{
    QFETCH(const SubscriptionInfo, info);
    QFETCH(const std::optional<Timestamp>, last);
    QFETCH(const ConnectionStatus, status);
    QFETCH(const int, tone);
    QFETCH(const QString, words);
    const Saying said = sayQuietChannel(info, last, status, present);
    QCOMPARE(said.word, words);
    QCOMPARE(int(said.tone), tone);
    QVERIFY(said.glyph != Glyph::None);
}

void TestQuietWords::judgesTheConnection_data()
{
    QTest::addColumn<ConnectionStatus>("status");
    QTest::addColumn<std::optional<Timestamp>>("last");
    QTest::addColumn<QString>("words");
    using Last = std::optional<Timestamp>;
    QTest::newRow("never begun") << ConnectionStatus() << never
                                 << u"Not connected: nothing can come."_s;
    ConnectionStatus signingIn;
    signingIn.signingIn = true;
    QTest::newRow("signing in") << signingIn << never
                                << u"Signing in: nothing can come before that."_s;
    QTest::newRow("disconnected") << in(ConnectionState::Disconnected) << never
                                  << u"Disconnected for 4 min: nothing can come."_s;
    QTest::newRow("handshaking") << in(ConnectionState::Handshaking) << never
                                 << u"The connection is being made: nothing can come yet."_s;
    ConnectionStatus waiting = in(ConnectionState::Waiting);
    waiting.nextAttempt = present + seconds(8);
    QTest::newRow("waiting") << waiting << never
                             << u"The connection is lost and tried again in 8 s: nothing can come "
                                "until then."_s;
    waiting.nextAttempt = ago(seconds(1));
    QTest::newRow("about to try")
        << waiting << never
        << u"The connection is lost and tried again: nothing can come until then."_s;
    QTest::newRow("alive") << alive() << Last(ago(minutes(4)))
                           << u"The connection answered 12 s ago: it is alive. The last message "
                              "came 4 min ago."_s;
    QTest::newRow("no message yet") << alive() << never
                                    << u"The connection answered 12 s ago: it is alive. No message "
                                       "came so far."_s;
    QTest::newRow("busy") << alive() << Last(ago(seconds(2)))
                          << u"Messages are coming in: the connection is alive."_s;
    QTest::newRow("no answer") << unanswered() << Last(ago(minutes(4)))
                               << u"The connection has not answered for 70 s: it may be dead."_s;
    ConnectionStatus undated = unanswered();
    undated.replyDue.reset();
    QTest::newRow("no answer, hold unknown")
        << undated << never << u"The connection has not answered for 70 s: it may be dead."_s;
    ConnectionStatus held = unanswered();
    held.replyDue = present + seconds(50);
    QTest::newRow("the server holds connects for long")
        << held << never
        << u"The connection answered 70 s ago: it is alive. No message came so far."_s;
    ConnectionStatus fresh = alive();
    fresh.since = present;
    fresh.lastReply.reset();
    QTest::newRow("just connected") << fresh << never << u"The connection has just been made."_s;
    ConnectionStatus over = alive();
    over.sessionEnds = ago(seconds(20));
    QTest::newRow("time ran out")
        << over << never
        << u"The session's time ran out 20 s ago: the channels may be dead, though the connection "
           "answered 12 s ago."_s;
    ConnectionStatus ending = alive();
    ending.sessionEnds = present + seconds(40);
    QTest::newRow("the session ends soon")
        << ending << never
        << u"The connection answered 12 s ago: it is alive. No message came so far. The session "
           "ends in 40 s."_s;
    ending.renewing = true;
    QTest::newRow("a session that is being replaced does not matter")
        << ending << never
        << u"The connection answered 12 s ago: it is alive. No message came so far."_s;
    ConnectionStatus renewing = with(SessionStatus::LoggedOut);
    renewing.renewing = true;
    QTest::newRow("being replaced")
        << renewing << never
        << u"The session is logged out and being replaced: nothing can come until then, though the "
           "connection answered 12 s ago."_s;
}

void TestQuietWords::judgesTheConnection()
{
    QFETCH(const ConnectionStatus, status);
    QFETCH(const std::optional<Timestamp>, last);
    QFETCH(const QString, words);
    QCOMPARE(sayQuietConnection(status, last, present).word, words);
}

void TestQuietWords::namesTheFacts()
{
    const auto clock = [](Timestamp time) {
        return clockText(time).left(8);
    };
    const SubscriptionInfo held = subscription(SubscriptionState::Subscribed);
    QCOMPARE(quietFacts(&held, ago(minutes(4)), alive(), present),
             u"Last message: "_s + clock(ago(minutes(4)))
                 + u" (4 min ago)\nSubscription confirmed: "_s + clock(ago(minutes(30)))
                 + u" (30 min ago)\nLast answer of the connection: "_s + clock(ago(seconds(12)))
                 + u" (12 s ago)\nSession: logged in, 20:00 left"_s);
    const SubscriptionInfo wanted = subscription(SubscriptionState::Pending);
    QCOMPARE(quietFacts(&wanted, never, ConnectionStatus(), present),
             u"Last message: none so far\nSubscription confirmed: no\nLast answer of the "
             "connection: none so far\nSession: not told by the server"_s);
    QVERIFY(!quietFacts(nullptr, never, alive(), present).contains(u"Subscription"_s));

    SubscriptionInfo watcher = held;
    watcher.pattern = *ChannelPattern::parse("/rw/default/incident/YWN0aXZlPXRydWU-");
    const QString advice = u"change a record that the query finds"_s;
    QVERIFY(quietFacts(&watcher, never, alive(), present).contains(advice, Qt::CaseInsensitive));
    QVERIFY(!quietFacts(&watcher, ago(minutes(4)), alive(), present)
                 .contains(advice, Qt::CaseInsensitive));
}

void TestQuietWords::toleratesAClockThatWasSetBack()
{
    const Timestamp before = present - std::chrono::hours(3);
    const Saying said = sayQuietChannel(
        subscription(SubscriptionState::Subscribed), ago(minutes(4)), alive(), before);
    QCOMPARE(said.word, u"Messages are coming in, the last one 0 s ago."_s);
}

QTEST_GUILESS_MAIN(TestQuietWords)
#include "test_quietwords.moc"
