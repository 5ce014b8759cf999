// SPDX-License-Identifier: MIT
#include "core/wirewords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using wire::Exchange;
using wire::Symptom;

/// Every refusal of amb.md §§ 5.3 and 8.3, and what else the dictionary says.
class TestWireWords : public QObject
{
    Q_OBJECT

private slots:
    void explainsRefusals_data();
    void explainsRefusals();
    void explainsStatuses_data();
    void explainsStatuses();
    void explainsSymptoms_data();
    void explainsSymptoms();
    void explainsTheSession();
    void aCodeOfTheInstanceCountsMoreThanGenericWords();
    void wordsCountMoreThanACode();
    void knowsNothingOfWhatNobodyKnows();
    void everyStatusHasWords();
    void everyCloseCodeHasWords();
    void putsThePartsTogether();

private:
    static void check(const WireWords &words);
};

/// Each row: what the dictionary must name, and the article.
void TestWireWords::check(const WireWords &words)
{
    QFETCH(QString, happened);
    QFETCH(QString, cause);
    QFETCH(QString, advice);
    QFETCH(QString, article);
    QVERIFY2(words.happened.contains(happened), qPrintable(words.happened));
    QVERIFY2(words.cause.contains(cause), qPrintable(words.cause));
    QVERIFY2(words.advice.contains(advice), qPrintable(words.advice));
    QCOMPARE(words.article, article);
}

static void addParts()
{
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("advice");
    QTest::addColumn<QString>("article");
}

void TestWireWords::explainsRefusals_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("code");
    addParts();
    QTest::newRow("nobody signed in")
        << u"Either the channel is not a public channel or http session is not mapped against "
           u"glide session with a valid user"_s
        << 403 << u"not signed in"_s << u"no valid session"_s << u"sign in again"_s << QString();
    QTest::newRow("no processor") << u"No processor matches the provided channel"_s << 0
                                  << u"no such channel"_s << u"sys_amb_processor"_s
                                  << u"check the name"_s << u"KB0622691"_s;
    QTest::newRow("ACL") << u"403:Denied authorization to subscribe to /rw/** by processor: "
                            u"RecordWatcherAMBProcessor:subscribe_denied"_s
                         << 403 << u"signed in, but not allowed"_s << u"ACL"_s << u"administrator"_s
                         << QString();
    QTest::newRow("429") << u"404::message_deleted"_s << 429 << u"busy"_s << u"AMB Send"_s
                         << u"wait a few seconds"_s << QString();
    QTest::newRow("202") << u"404::message_deleted"_s << 202 << u"busy"_s << u"put it off"_s
                         << u"wait a few seconds"_s << QString();
    QTest::newRow("deleted without ext")
        << u"404::message_deleted"_s << 404 << u"dropped the message"_s << u"no reason"_s
        << u"look at the session"_s << QString();
    QTest::newRow("403 without words")
        << u"Nope"_s << 403 << u"not allowed"_s << u"ACL"_s << u"administrator"_s << QString();
    QTest::newRow("unknown client") << u"402::Unknown client"_s << 402 << u"does not know"_s
                                    << u"restarted"_s << u"a new one is being made"_s << QString();
    QTest::newRow("session unknown") << u"402::session_unknown"_s << 402 << u"does not know"_s
                                     << u"restarted"_s << u"a new one is being made"_s << QString();
    QTest::newRow("CometD policy")
        << u"403:denied_by_security_policy:subscribe_denied"_s << 403 << u"not allowed"_s
        << u"forbid"_s << u"administrator"_s << QString();
}

void TestWireWords::explainsRefusals()
{
    QFETCH(QString, message);
    QFETCH(int, code);
    check(wire::refusal(message, code));
}

void TestWireWords::explainsStatuses_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<int>("status");
    addParts();
    const auto row = [](const char *name, Exchange exchange, int status) -> QTestData & {
        return QTest::newRow(name) << exchange << status;
    };
    row("upgrade 400", Exchange::Upgrade, 400)
        << u"upgrade was refused"_s << u"does not pass WebSocket"_s
        << u"glide.cometd.websocket.enabled"_s << u"KB0829978"_s;
    row("upgrade 403", Exchange::Upgrade, 403) << u"upgrade was refused"_s << u"origin or session"_s
                                               << u"sign in again"_s << u"KB2911033"_s;
    row("upgrade to a page", Exchange::Upgrade, 200)
        << u"upgrade was refused"_s << u"web page"_s << u"check the address"_s << u"KB0829978"_s;
    row("upgrade redirected", Exchange::Upgrade, 302)
        << u"upgrade was refused"_s << u"login page"_s << u"sign in again"_s << QString();
    row("poll 504", Exchange::Post, 504)
        << u"gateway"_s << u"gave up waiting"_s << u"longer than the 30 s"_s << u"KB3046976"_s;
    row("poll 403", Exchange::Post, 403)
        << u"refused"_s << u"origin or session"_s << u"sign in again"_s << QString();
    row("poll 429", Exchange::Post, 429)
        << u"busy"_s << u"more than 10"_s << u"wait"_s << u"KB0655956"_s;
    row("REST 401", Exchange::Rest, 401)
        << u"not signed in"_s << u"session ended"_s << u"sign in again"_s << QString();
    row("REST 403", Exchange::Rest, 403)
        << u"refused"_s << u"roles or an ACL"_s << u"administrator"_s << QString();
    row("sleeping instance", Exchange::Rest, 503)
        << u"not available"_s << u"hibernation"_s << u"wake the instance"_s << QString();
}

void TestWireWords::explainsStatuses()
{
    QFETCH(Exchange, exchange);
    QFETCH(int, status);
    check(wire::httpStatus(exchange, status));
}

void TestWireWords::explainsSymptoms_data()
{
    QTest::addColumn<Symptom>("symptom");
    addParts();
    const auto row = [](const char *name, Symptom symptom) -> QTestData & {
        return QTest::newRow(name) << symptom;
    };
    row("cut off", Symptom::UpgradeCutOff)
        << u"before the WebSocket upgrade"_s << u"firewall"_s << u"/amb"_s << u"KB0829978"_s;
    row("changed", Symptom::UpgradeChanged)
        << u"not that of a WebSocket server"_s << u"proxy"_s << u"/amb"_s << u"KB0829978"_s;
    row("not offered", Symptom::WebSocketNotOffered)
        << u"does not offer WebSocket"_s << u"glide.cometd.websocket.enabled"_s << u"true"_s
        << u"KB0829978"_s;
    row("swallowed", Symptom::FramesSwallowed) << u"no message came back"_s << u"drops the frames"_s
                                               << u"$websocket_test.do"_s << u"KB0622691"_s;
    row("empty", Symptom::EmptyReply)
        << u"empty reply"_s << u"proxy"_s << u"/amb"_s << u"KB0622691"_s;
    row("page", Symptom::WebPage) << u"web page"_s << u"signing in"_s << u"sign in again"_s
                                  << QString();
    row("redirect", Symptom::LoginRedirect)
        << u"redirects"_s << u"login page"_s << u"sign in again"_s << QString();
    row("two cookie headers", Symptom::CookiesJoined)
        << u"behind a gateway"_s << u"joins two Cookie headers"_s << u"one header"_s
        << u"KB2548136"_s;
    row("reaped", Symptom::SessionReaped)
        << u"under a healthy connection"_s << u"made by REST"_s << u"/home.do"_s << QString();
    row("no connect", Symptom::NoConnectOutstanding)
        << u"events stopped"_s << u"/meta/connect"_s << u"connect again"_s << QString();
    row("quiet table", Symptom::TableQuiet)
        << u"no events"_s << u"database view"_s << u"change a record"_s << QString();
    row("bus off", Symptom::BusSwitchedOff)
        << u"switched its message bus off"_s << u"glide.amb.active"_s << u"administrator"_s
        << QString();
    row("scheme twice", Symptom::SchemeTwice)
        << u"not well formed"_s << u"scheme"_s << u"https://"_s << u"KB0752107"_s;
    row("MID Server", Symptom::MidServerDisconnects)
        << u"MID Server"_s << u"patched"_s << u"nothing needs to be done"_s << u"KB2960053"_s;
}

void TestWireWords::explainsSymptoms()
{
    QFETCH(Symptom, symptom);
    check(wire::symptom(symptom));
}

void TestWireWords::explainsTheSession()
{
    QVERIFY(wire::session(SessionStatus::LoggedIn).isEmpty());
    QVERIFY(wire::session(SessionStatus::Unknown).isEmpty());
    QVERIFY(wire::session(SessionStatus::LoggedOut).sentence().startsWith(u"Logged out: "_s));
    const WireWords words = wire::session(SessionStatus::Invalidated);
    QVERIFY(words.happened.contains(u"session.invalidated"_s));
    QVERIFY(words.cause.contains(u"cookies are not accepted"_s));
    QVERIFY(words.advice.contains(u"sign in again"_s));
}

void TestWireWords::aCodeOfTheInstanceCountsMoreThanGenericWords()
{
    QCOMPARE(wire::refusal(u"404::message_deleted"_s, 403).happened, u"not allowed"_s);
}

void TestWireWords::wordsCountMoreThanACode()
{
    QCOMPARE(wire::refusal(u"no processor MATCHES it"_s, 403).happened,
             u"the instance serves no such channel"_s);
}

void TestWireWords::knowsNothingOfWhatNobodyKnows()
{
    QVERIFY(wire::refusal(u"out of cheese"_s, 777).isEmpty());
    QCOMPARE(wire::refusal(u"out of cheese"_s, 777).sentence(), QString());
}

void TestWireWords::everyStatusHasWords()
{
    for (const Exchange exchange : {Exchange::Upgrade, Exchange::Post, Exchange::Rest}) {
        for (int status = 100; status < 600; ++status) {
            const WireWords words = wire::httpStatus(exchange, status);
            QVERIFY2(!words.happened.isEmpty() && !words.cause.isEmpty() && !words.advice.isEmpty(),
                     qPrintable(QString::number(status)));
        }
    }
}

void TestWireWords::everyCloseCodeHasWords()
{
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1012, 1013, 1014, 4999})
        QVERIFY(!wire::closeCode(code).isEmpty());
    QVERIFY(wire::closeCode(1009).advice.contains(u"8 KB"_s));
}

void TestWireWords::putsThePartsTogether()
{
    const WireWords all{u"it broke"_s, u"rust"_s, u"oil it"_s, u"KB0000001"_s};
    QCOMPARE(all.reason(), u"rust; oil it (KB0000001)"_s);
    QCOMPARE(all.sentence(), u"It broke: rust; oil it (KB0000001)."_s);
    const WireWords noCause{u"it broke"_s, {}, u"oil it"_s, {}};
    QCOMPARE(noCause.sentence(), u"It broke: oil it."_s);
    const WireWords bare{u"it broke"_s, {}, {}, {}};
    QCOMPARE(bare.sentence(), u"It broke."_s);
}

QTEST_GUILESS_MAIN(TestWireWords)
#include "test_wirewords.moc"
