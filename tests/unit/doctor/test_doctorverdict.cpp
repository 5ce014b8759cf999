// SPDX-License-Identifier: MIT
#include "core/doctor/doctorrun.h"
#include "core/doctor/doctorverdict.h"
#include "samplefindings.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <set>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

namespace {

using F = DoctorFindings;
using Change = std::function<void(F &)>;

/// A value of an enum at random, up to and with `last`.
template <typename T>
T any(QRandomGenerator &random, T last)
{
    return T(random.bounded(int(last) + 1));
}

F randomFindings(QRandomGenerator &random)
{
    F f = wellFindings();
    const auto perhaps = [&random] {
        return random.bounded(6) == 0;
    };
    if (perhaps())
        f.network.tcp = any(random, NetworkFindings::Tcp::Failed);
    if (perhaps())
        f.network.proxy = any(random, NetworkFindings::Proxy::Failed);
    if (perhaps())
        f.tls.trust = any(random, TlsFindings::Trust::Failed);
    if (perhaps())
        f.tls.inspector = u"Zscaler"_s;
    if (perhaps())
        f.http.page = any(random, HttpFindings::Page::NoAnswer);
    if (perhaps())
        f.session.signIn = any(random, SessionFindings::SignIn::Failed);
    if (perhaps())
        f.session.accepted = random.bounded(5);
    if (perhaps())
        f.session.status = any(random, SessionStatus::Invalidated);
    if (perhaps())
        f.upgrade.answer = any(random, UpgradeFindings::Answer::Closed);
    if (perhaps())
        f.upgrade.status = 400 + random.bounded(200);
    if (perhaps())
        f.frames.result = any(random, FrameFindings::Result::Closed);
    for (BusFindings *bus : {&f.webSocket, &f.polling}) {
        if (perhaps())
            bus->handshake = any(random, BusFindings::Reply::NotBayeux);
        if (perhaps())
            bus->connect = any(random, BusFindings::Reply::NotBayeux);
        if (perhaps())
            bus->hold = any(random, BusFindings::Hold::GatewayTimeout);
        if (perhaps())
            bus->echo = any(random, BusFindings::Echo::Lost);
        bus->offersWebSocket = !perhaps();
    }
    // What cannot be found together.
    using Frames = FrameFindings::Result;
    if (f.upgrade.answer != UpgradeFindings::Answer::Switched || f.frames.result == Frames::Closed
        || f.frames.result == Frames::NothingPasses)
        f.webSocket = {};
    f.wasStopped = perhaps();
    return f;
}

QString stepNumber(const DoctorVerdict &verdict)
{
    return verdict.step ? QString::number(int(*verdict.step)) : u"-"_s;
}

} // namespace

/// The table of situations and verdicts.
class TestDoctorVerdict : public QObject
{
    Q_OBJECT

private slots:
    void tellsSituationsApart_data();
    void tellsSituationsApart();
    void namesTheOthersToo();
    void saysUnknownWhereNothingFits_data();
    void saysUnknownWhereNothingFits();
    void neverContradictsItself();
    void hasAKeyForEverySituation();
    void saysTwoSentencesForEach();
    void advisesTheStepThatShowsIt();
    void namesTheArticle_data();
    void namesTheArticle();
};

void TestDoctorVerdict::tellsSituationsApart_data()
{
    QTest::addColumn<F>("findings");
    QTest::addColumn<QString>("situation");
    QTest::addColumn<int>("grade");

    const auto row = [](const char *name, F f, const char *situation, Grade grade, auto &&change) {
        change(f);
        QTest::newRow(name) << f << QString::fromLatin1(situation) << int(grade);
    };
    const F well = wellFindings();
    F nothing = wellFindings();
    nothing.webSocket = {};
    nothing.polling = {};
    nothing.frames = {};
    nothing.upgrade = {};
    const auto ws = Grade::WebSocket;
    const auto fallback = Grade::Fallback;
    const auto broken = Grade::Broken;
    const auto same = [](F &) {
    };

    row("all well", well, "all-well", ws, same);
    row("name unknown", {}, "host-unknown", broken, [](F &f) {
        f.network.lookup = NetworkFindings::Lookup::NotFound;
    });
    row("packets dropped", {}, "not-reachable", broken, [](F &f) {
        f.network.tcp = NetworkFindings::Tcp::TimedOut;
    });
    row("port closed", {}, "not-reachable", broken, [](F &f) {
        f.network.tcp = NetworkFindings::Tcp::Refused;
    });
    row("proxy down", {}, "proxy-failed", broken, [](F &f) {
        f.network.proxyName = u"proxy:3128"_s;
        f.network.tcp = NetworkFindings::Tcp::Refused;
    });
    row("proxy wants authentication", {}, "proxy-wants-authentication", broken, [](F &f) {
        f.network.tcp = NetworkFindings::Tcp::Connected;
        f.network.proxy = NetworkFindings::Proxy::WantsAuthentication;
    });
    row("CONNECT refused", {}, "proxy-refuses", broken, [](F &f) {
        f.network.tcp = NetworkFindings::Tcp::Connected;
        f.network.proxy = NetworkFindings::Proxy::Refuses;
        f.network.proxyStatus = 403;
    });
    row("TLS inspected, not trusted", {}, "tls-inspection", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::UnknownAuthority;
        f.tls.inspector = u"Zscaler"_s;
    });
    row("TLS inspected, trusted, all works", well, "tls-inspection", ws, [](F &f) {
        f.tls.inspector = u"Zscaler"_s;
    });
    row("certificate expired", {}, "certificate-expired", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::Expired;
    });
    row("certificate of tomorrow", {}, "certificate-not-yet-valid", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::NotYetValid;
    });
    row("certificate of another host", {}, "certificate-wrong-name", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::WrongName;
    });
    row("own CA not installed", {}, "unknown-authority", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::UnknownAuthority;
    });
    row("no TLS at the port", {}, "no-tls", broken, [](F &f) {
        f.tls.trust = TlsFindings::Trust::Failed;
    });
    row("own CA installed", well, "all-well", ws, [](F &f) { f.tls.byOwnAuthority = true; });
    row("hibernating", nothing, "hibernating", broken, [](F &f) {
        f.http.page = HttpFindings::Page::Hibernating;
    });
    row("maintenance", nothing, "maintenance", broken, [](F &f) {
        f.http.page = HttpFindings::Page::Maintenance;
    });
    row("captive portal", nothing, "portal", broken, [](F &f) {
        f.http.page = HttpFindings::Page::Portal;
    });
    row("login page elsewhere", nothing, "login-elsewhere", broken, [](F &f) {
        f.http.page = HttpFindings::Page::LoginElsewhere;
    });
    row("gateway without backend", nothing, "server-error", broken, [](F &f) {
        f.http.page = HttpFindings::Page::ServerError;
        f.http.status = 502;
    });
    row("no HTTP", nothing, "not-http", broken, [](F &f) {
        f.http.page = HttpFindings::Page::NotHttp;
    });
    row("wrong password", nothing, "password-refused", broken, [](F &f) {
        f.session.signIn = SessionFindings::SignIn::PasswordRefused;
    });
    row("single sign-on", nothing, "needs-browser", broken, [](F &f) {
        f.session.signIn = SessionFindings::SignIn::NeedsBrowser;
    });
    row("sign-in fails otherwise", nothing, "sign-in-failed", broken, [](F &f) {
        f.session.signIn = SessionFindings::SignIn::Failed;
    });
    row("two nodes by REST", well, "affinity-lost", broken, [](F &f) { f.session.accepted = 2; });
    row("two nodes by 402", well, "affinity-lost", broken, [](F &f) {
        f.polling.connect = BusFindings::Reply::UnknownClient;
    });
    row("merged cookies", well, "merged-cookies", broken, [](F &f) {
        f.session.accepted = 0;
        f.session.acceptedWithOneCookie = true;
        f.session.status = SessionStatus::Invalidated;
    });
    row("dead cookies of a browser", well, "dead-cookies", broken, [](F &f) {
        f.session.fromBrowser = true;
        f.session.accepted = 0;
        f.session.acceptedWithOneCookie = false;
    });
    row("dead cookies as the bus says", well, "dead-cookies", broken, [](F &f) {
        f.session.checks = 0;
        f.session.accepted = 0;
        f.session.status = SessionStatus::Invalidated;
    });
    row("dead cookies and a refused upgrade",
        refusedUpgrade(403),
        "dead-cookies",
        broken,
        [](F &f) {
            f.session.accepted = 0;
            f.session.status = SessionStatus::Invalidated;
        });
    row("nobody signed in", well, "not-signed-in", broken, [](F &f) {
        f.session.signIn = SessionFindings::SignIn::NotAsked;
        f.session.checks = 0;
        f.session.accepted = 0;
        f.session.status = SessionStatus::Invalidated;
    });
    row("plain CometD without sign-in", well, "all-well", ws, [](F &f) {
        f.session = {};
        f.session.signIn = SessionFindings::SignIn::NotAsked;
    });
    row("property off", refusedUpgrade(400), "websocket-off", fallback, [](F &f) {
        f.polling.offersWebSocket = false;
        f.upgrade.likePlainGet = true;
    });
    row("upgrade works but is not offered", well, "websocket-off", fallback, [](F &f) {
        f.webSocket.offersWebSocket = false;
        f.polling.offersWebSocket = false;
    });
    row("proxy without upgrade", refusedUpgrade(400), "upgrade-refused", fallback, same);
    row("proxy strips the upgrade", refusedUpgrade(404), "upgrade-refused", fallback, [](F &f) {
        f.upgrade.likePlainGet = true;
    });
    row("gateway cannot upgrade", refusedUpgrade(502), "upgrade-refused", fallback, same);
    row("firewall answers the upgrade",
        refusedUpgrade(403),
        "upgrade-by-other",
        fallback,
        [](F &f) {
            f.upgrade.byOther = true;
            f.upgrade.server = u"squid/5.7"_s;
        });
    row("101 by somebody else", refusedUpgrade(101), "upgrade-by-other", fallback, [](F &f) {
        f.upgrade.answer = UpgradeFindings::Answer::Invalid;
    });
    row("origin filter", refusedUpgrade(403), "origin-filter", fallback, [](F &f) {
        f.upgrade.withSlash = 400;
    });
    row("origin filter behind TLS offload",
        refusedUpgrade(403),
        "origin-filter",
        fallback,
        [](F &f) {
            f.upgrade.withSlash = 403;
            f.upgrade.otherOriginWorks = true;
        });
    row("upgrade never answered", refusedUpgrade(0), "upgrade-swallowed", fallback, [](F &f) {
        f.upgrade.answer = UpgradeFindings::Answer::Silent;
    });
    row("closed at the upgrade", refusedUpgrade(0), "upgrade-swallowed", fallback, [](F &f) {
        f.upgrade.answer = UpgradeFindings::Answer::Closed;
    });
    row("101 and nothing passes", well, "frames-dropped", fallback, [](F &f) {
        f.frames.result = FrameFindings::Result::NothingPasses;
        f.webSocket.handshake = BusFindings::Reply::Silent;
        f.webSocket.connect = BusFindings::Reply::Untried;
    });
    row("101 and closed at a frame", well, "frames-dropped", fallback, [](F &f) {
        f.frames.result = FrameFindings::Result::Closed;
        f.webSocket.handshake = BusFindings::Reply::Closed;
    });
    row("large frames stuck", well, "large-frames-dropped", fallback, [](F &f) {
        f.frames.result = FrameFindings::Result::LargeStuck;
        f.frames.smallestStuck = 8'000;
    });
    row("frames buffered", well, "frames-late", ws, [](F &f) {
        f.frames.result = FrameFindings::Result::Late;
    });
    row("idle cut", well, "idle-cut", fallback, [](F &f) {
        f.webSocket.hold = BusFindings::Hold::Cut;
        f.webSocket.heldFor = std::chrono::seconds(13);
        f.polling.hold = BusFindings::Hold::Held;
    });
    row("idle dead without a word", well, "idle-cut", fallback, [](F &f) {
        f.webSocket.hold = BusFindings::Hold::Silent;
    });
    row("gateway timeout under fallback", refusedUpgrade(400), "upgrade-refused", broken, [](F &f) {
        f.polling.hold = BusFindings::Hold::GatewayTimeout;
        f.polling.httpStatus = 504;
    });
    row("gateway timeout beside WebSocket", well, "gateway-timeout", ws, [](F &f) {
        f.webSocket.hold = BusFindings::Hold::Held;
        f.polling.hold = BusFindings::Hold::GatewayTimeout;
        f.polling.httpStatus = 504;
    });
    row("polls buffered", well, "polling-late", ws, [](F &f) {
        f.polling.echo = BusFindings::Echo::Late;
    });
    row("polling blocked", well, "polling-blocked", ws, [](F &f) {
        f.polling.handshake = BusFindings::Reply::HttpError;
    });
    row("no bus", refusedUpgrade(404), "not-bayeux", broken, [](F &f) {
        f.polling = {};
        f.polling.handshake = BusFindings::Reply::HttpError;
        f.polling.httpStatus = 404;
    });
    row("clock ahead", well, "clock-skew", ws, [](F &f) {
        f.clockAhead = std::chrono::seconds(600);
    });
    row("clock behind", well, "clock-skew", ws, [](F &f) {
        f.clockAhead = std::chrono::seconds(-600);
    });
    row("stopped before anything", {}, "stopped", Grade::Untold, [](F &f) { f.wasStopped = true; });
}

void TestDoctorVerdict::tellsSituationsApart()
{
    QFETCH(const F, findings);
    QFETCH(const QString, situation);
    QFETCH(const int, grade);
    const DoctorVerdict verdict = judge(findings);
    QCOMPARE(situationKey(verdict.situation), situation);
    QCOMPARE(int(verdict.grade), grade);
    QCOMPARE(verdict.alsoTexts.size(), verdict.also.size());
    if (situation != "all-well"_L1)
        QVERIFY(!verdict.advice.cause.isEmpty() && !verdict.advice.nextStep.isEmpty());
}

void TestDoctorVerdict::namesTheOthersToo()
{
    F f = refusedUpgrade(400);
    f.polling.hold = BusFindings::Hold::GatewayTimeout;
    f.polling.httpStatus = 504;
    f.clockAhead = std::chrono::seconds(600);
    f.tls.inspector = u"Zscaler"_s;
    const DoctorVerdict verdict = judge(f);
    QCOMPARE(verdict.situation, Situation::UpgradeRefused);
    QCOMPARE(verdict.also,
             (QList<Situation>{
                 Situation::GatewayTimeout, Situation::ClockSkew, Situation::TlsInspection}));
    QVERIFY(verdict.alsoTexts.first().contains("504"_L1));
}

void TestDoctorVerdict::saysUnknownWhereNothingFits_data()
{
    QTest::addColumn<F>("findings");
    F f = refusedUpgrade(403);
    f.upgrade.withSlash = 403;
    QTest::newRow("403 to everything: filter or firewall") << f;
    QTest::newRow("an odd status") << refusedUpgrade(418);
    f = wellFindings();
    f.webSocket.handshake = BusFindings::Reply::Refused;
    QTest::newRow("handshake refused over WebSocket") << f;
    f = wellFindings();
    f.webSocket.connect = BusFindings::Reply::Silent;
    f.polling.connect = BusFindings::Reply::Silent;
    QTest::newRow("connects never answered") << f;
    QTest::newRow("nothing known") << F();
}

void TestDoctorVerdict::saysUnknownWhereNothingFits()
{
    QFETCH(const F, findings);
    const DoctorVerdict verdict = judge(findings);
    QCOMPARE(verdict.situation, Situation::Unknown);
    QVERIFY2(verdict.text.contains("unknown"_L1), qPrintable(verdict.text));
    QVERIFY2(verdict.advice.cause.contains("Unknown"_L1), qPrintable(verdict.advice.cause));
    QVERIFY(verdict.grade != Grade::WebSocket);
}

void TestDoctorVerdict::neverContradictsItself()
{
    constexpr int runs = 20'000;
    QRandomGenerator random(5);
    // What can be said beside another trouble.
    const QList<Situation> companions{Situation::IdleCut,
                                      Situation::GatewayTimeout,
                                      Situation::PollingLate,
                                      Situation::PollingBlocked,
                                      Situation::ClockSkew,
                                      Situation::TlsInspection};
    // With these, WebSocket does not carry the messages.
    const QList<Situation> blocking{Situation::WebSocketOff,
                                    Situation::UpgradeRefused,
                                    Situation::UpgradeByOther,
                                    Situation::UpgradeSwallowed,
                                    Situation::OriginFilter,
                                    Situation::FramesDropped,
                                    Situation::LargeFramesDropped,
                                    Situation::IdleCut,
                                    Situation::DeadCookies,
                                    Situation::AffinityLost,
                                    Situation::Unknown};
    for (int run = 0; run < runs; ++run) {
        const F f = randomFindings(random);
        const DoctorVerdict verdict = judge(f);
        const QByteArray name = situationKey(verdict.situation).toUtf8();
        if (verdict.situation == Situation::AllWell)
            QVERIFY2(verdict.grade == Grade::WebSocket, name.constData());
        if (verdict.grade == Grade::WebSocket)
            QVERIFY2(!blocking.contains(verdict.situation), name.constData());
        for (const Situation also : verdict.also) {
            QVERIFY2(companions.contains(also), name.constData());
            QVERIFY2(also != verdict.situation, name.constData());
            QVERIFY2(verdict.situation != Situation::AllWell, name.constData());
        }
        const DoctorVerdict again = judge(f);
        QCOMPARE(again.text, verdict.text);
    }
}

void TestDoctorVerdict::hasAKeyForEverySituation()
{
    std::set<QString> keys;
    for (int i = 0; i <= int(Situation::Unknown); ++i)
        keys.insert(situationKey(Situation(i)));
    QCOMPARE(keys.size(), size_t(Situation::Unknown) + 1);
    QVERIFY(!keys.contains(QString()));
}

void TestDoctorVerdict::saysTwoSentencesForEach()
{
    QRandomGenerator random(7);
    static const QRegularExpression ends(u"[.!?](?= [A-Z]|$)"_s);
    for (int run = 0; run < 5'000; ++run) {
        const QString text = judge(randomFindings(random)).text;
        QVERIFY2(text.count(ends) == 2, qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
    }
}

void TestDoctorVerdict::advisesTheStepThatShowsIt()
{
    const F f = refusedUpgrade(400);
    const auto advice = judgeStep(DoctorStep::Upgrade, f);
    QVERIFY(advice.has_value());
    QCOMPARE(advice->situation, Situation::UpgradeRefused);
    QVERIFY(advice->advice.ask.contains("Upgrade"_L1));
    QVERIFY(!judgeStep(DoctorStep::Tls, f).has_value());
    QCOMPARE(stepNumber(judge(f)), QString::number(int(DoctorStep::Upgrade)));
}

void TestDoctorVerdict::namesTheArticle_data()
{
    QTest::addColumn<F>("findings");
    QTest::addColumn<QString>("kb");
    F f = refusedUpgrade(400);
    QTest::newRow("blocked WebSocket") << f << u"KB0829978"_s;
    f.polling.offersWebSocket = false;
    QTest::newRow("property") << f << u"KB0829978"_s;
    f = refusedUpgrade(403);
    f.upgrade.withSlash = 400;
    QTest::newRow("origin") << f << u"KB2911033"_s;
    f = wellFindings();
    f.session.accepted = 0;
    f.session.acceptedWithOneCookie = true;
    QTest::newRow("merged cookies") << f << u"KB2548136"_s;
    f = wellFindings();
    f.frames.result = FrameFindings::Result::NothingPasses;
    QTest::newRow("frames dropped") << f << u"KB0622691"_s;
    f = wellFindings();
    f.polling.hold = BusFindings::Hold::GatewayTimeout;
    f.polling.httpStatus = 504;
    QTest::newRow("504") << f << u"KB3046976"_s;
}

void TestDoctorVerdict::namesTheArticle()
{
    QFETCH(const F, findings);
    QFETCH(const QString, kb);
    QCOMPARE(judge(findings).advice.kb, kb);
}

QTEST_GUILESS_MAIN(TestDoctorVerdict)
#include "test_doctorverdict.moc"
