// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "core/demo/demosessions.h"
#include "tests/unit/demo/probes.h"

#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What stands between two texts; empty when they are not there.
QByteArray between(const QByteArray &text, const QByteArray &before, const QByteArray &after)
{
    const qsizetype begin = text.indexOf(before) + before.size();
    const qsizetype end = text.indexOf(after, begin);
    return text.contains(before) && end > begin ? text.sliced(begin, end - begin) : QByteArray();
}

const std::pair<QByteArray, QByteArray> formType{"Content-Type",
                                                 "application/x-www-form-urlencoded"};

} // namespace

/// Sign-in, cookies, pages and REST tables of the demo instance.
class TestDemoSite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void basicCredentialsMakeTheCookies();
    void aSessionIsKeptWhenItsCookiesComeBack();
    void wrongPasswordIsNotAuthenticated();
    void noCredentialsAreNotAuthenticated();
    void twoCookieHeadersBreakTheSession();
    void tellsTheCurrentUser();

    void homePageSendsStrangersToTheLogin();
    void homePageGivesTheToken();
    void formLoginMakesASession();
    void formLoginRefusesTheWrongPassword();
    void formLoginRefusesAPageThatExpired();
    void logoutEndsTheSession();

    void readsTablesAsAsked();
    void readsOneRecord();
    void refusesTables_data();
    void refusesTables();

    void apiSessionsAreReapedUnlessTheyOpenAPage();
    void countdownBeginsAt1800();
    void sessionExpiryEndsEverySession();

private:
    std::unique_ptr<DemoInstance> m_instance;
    std::unique_ptr<HttpProbe> m_probe;
};

void TestDemoSite::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_probe = std::make_unique<HttpProbe>(m_instance->url());
}

void TestDemoSite::cleanup()
{
    m_probe.reset();
    m_instance.reset();
}

void TestDemoSite::basicCredentialsMakeTheCookies()
{
    const ProbeReply reply = m_probe->get("/api/now/table/sys_user", {basicHeader()});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("x-is-logged-in"), "true");
    const QList<QByteArray> cookies = reply.all("set-cookie");
    QCOMPARE(cookies.size(), 5);
    QVERIFY(cookies.at(0).startsWith("JSESSIONID="));
    QVERIFY(cookies.at(0).endsWith("; Path=/; HttpOnly"));
    QVERIFY(cookies.at(1).startsWith(R"(glide_user=""; Max-Age=0;)"));
    QVERIFY(cookies.at(2).startsWith(R"(glide_user_session=""; Max-Age=0;)"));
    QVERIFY(cookies.at(3).startsWith("glide_user_route=glide."));
    QVERIFY(cookies.at(4).startsWith("glide_session_store="));
}

void TestDemoSite::aSessionIsKeptWhenItsCookiesComeBack()
{
    const QByteArray cookies = signIn(m_instance->url());
    QVERIFY(!cookies.isEmpty());
    const ProbeReply byCookie = m_probe->get("/api/now/table/sys_user", {{"Cookie", cookies}});
    QCOMPARE(byCookie.status, 200);
    const ProbeReply byBoth =
        m_probe->get("/api/now/table/sys_user", {{"Cookie", cookies}, basicHeader()});
    QCOMPARE(byBoth.status, 200);
    QCOMPARE(byBoth.all("set-cookie").size(), 0);
}

void TestDemoSite::wrongPasswordIsNotAuthenticated()
{
    const ProbeReply reply = m_probe->get("/api/now/table/sys_user", {basicHeader("guess")});
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.header("www-authenticate"), R"(Basic realm="Service-now")");
    QCOMPARE(reply.header("x-is-logged-in"), "false");
    QCOMPARE(reply.all("set-cookie").size(), 0);
    QCOMPARE(reply.body,
             R"({"error":{"message":"User Not Authenticated",)"
             R"("detail":"Required to provide Auth information"},"status":"failure"})");
}

void TestDemoSite::noCredentialsAreNotAuthenticated()
{
    QCOMPARE(m_probe->get("/api/now/ui/user/current_user").status, 401);
}

void TestDemoSite::twoCookieHeadersBreakTheSession()
{
    const QByteArray cookies = signIn(m_instance->url());
    const qsizetype middle = cookies.indexOf("; ");
    const ProbeReply reply =
        m_probe->get("/api/now/ui/user/current_user",
                     {{"Cookie", cookies.first(middle)}, {"Cookie", cookies.sliced(middle + 2)}});
    QCOMPARE(reply.status, 401);
}

void TestDemoSite::tellsTheCurrentUser()
{
    const ProbeReply reply = m_probe->get("/api/now/ui/user/current_user", {basicHeader()});
    QCOMPARE(reply.object().value("result"_L1).toObject().value("user_name"_L1), "demo"_L1);
}

void TestDemoSite::homePageSendsStrangersToTheLogin()
{
    const ProbeReply reply = m_probe->get("/home.do");
    QCOMPARE(reply.status, 302);
    QCOMPARE(reply.header("location"), "/login.do");
}

void TestDemoSite::homePageGivesTheToken()
{
    const ProbeReply reply = m_probe->get("/home.do", {{"Cookie", signIn(m_instance->url())}});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("content-type").startsWith("text/html"));
    QCOMPARE(between(reply.body, "var g_ck = '", "'").size(), 72);
}

void TestDemoSite::formLoginMakesASession()
{
    const ProbeReply page = m_probe->get("/login.do");
    const QByteArray token = between(page.body, R"(name="sysparm_ck" value=")", R"(")");
    QVERIFY(!token.isEmpty());
    const ProbeReply reply = m_probe->post("/login.do",
                                           {formType, {"Cookie", page.cookies()}},
                                           "user_name=demo&user_password=demo&sysparm_ck=" + token
                                               + "&sys_action=sysverb_login");
    QCOMPARE(reply.status, 302);
    QCOMPARE(reply.header("location"), "/home.do");
    QVERIFY(!reply.cookies().isEmpty());
    const ProbeReply home = m_probe->get("/home.do", {{"Cookie", reply.cookies()}});
    QCOMPARE(home.status, 200);
}

void TestDemoSite::formLoginRefusesTheWrongPassword()
{
    const ProbeReply page = m_probe->get("/login.do");
    const QByteArray token = between(page.body, R"(name="sysparm_ck" value=")", R"(")");
    const ProbeReply reply = m_probe->post("/login.do",
                                           {formType, {"Cookie", page.cookies()}},
                                           "user_name=demo&user_password=guess&sysparm_ck=" + token
                                               + "&sys_action=sysverb_login");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("User name or password invalid"));
    QCOMPARE(m_probe->get("/home.do", {{"Cookie", page.cookies()}}).status, 302);
}

void TestDemoSite::formLoginRefusesAPageThatExpired()
{
    const ProbeReply page = m_probe->get("/login.do");
    const ProbeReply reply = m_probe->post(
        "/login.do",
        {formType, {"Cookie", page.cookies()}},
        "user_name=demo&user_password=demo&sysparm_ck=guess&sys_action=sysverb_login");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("The page has expired"));
}

void TestDemoSite::logoutEndsTheSession()
{
    const QByteArray cookies = signIn(m_instance->url());
    QCOMPARE(m_probe->get("/logout.do", {{"Cookie", cookies}}).status, 302);
    QCOMPARE(m_probe->get("/api/now/table/sys_user", {{"Cookie", cookies}}).status, 401);
}

void TestDemoSite::readsTablesAsAsked()
{
    const ProbeReply all = m_probe->get("/api/now/table/vtb_lane", {basicHeader()});
    QCOMPARE(all.object().value("result"_L1).toArray().size(), 7); // of two boards
    const ProbeReply some =
        m_probe->get("/api/now/table/vtb_lane?sysparm_query=name%3DTo%20Do%5EORname%3DDone&"
                     "sysparm_fields=name,board&sysparm_limit=1&sysparm_display_value=all",
                     {basicHeader()});
    QCOMPARE(some.header("x-total-count"), "2");
    const QJsonArray result = some.object().value("result"_L1).toArray();
    QCOMPARE(result.size(), 1);
    const QJsonObject lane = result.at(0).toObject();
    QCOMPARE(lane.keys(), QStringList({u"board"_s, u"name"_s}));
    QCOMPARE(lane.value("board"_L1).toObject().value("display_value"_L1), "Facilities"_L1);
}

void TestDemoSite::readsOneRecord()
{
    const ProbeReply reply =
        m_probe->get("/api/now/table/incident/5d0e4c1f87a2b6d3905e7f1c2a3b4d5e", {basicHeader()});
    QCOMPARE(reply.status, 200);
    const QJsonObject incident = reply.object().value("result"_L1).toObject();
    QCOMPARE(incident.value("number"_L1), "INC0010042"_L1);
    const QByteArray caller = "/api/now/table/sys_user/"
        + incident.value("caller_id"_L1).toObject().value("value"_L1).toString().toLatin1();
    QCOMPARE(m_probe->get(caller, {basicHeader()}).status, 200);
}

void TestDemoSite::refusesTables_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("by ACL") << QByteArray("sn_hr_core_case") << 403;
    QTest::newRow("no such table") << QByteArray("no_such_table") << 400;
    QTest::newRow("no name") << QByteArray() << 400;
    QTest::newRow("no such record") << QByteArray("incident/0") << 404;
}

void TestDemoSite::refusesTables()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    const ProbeReply reply = m_probe->get("/api/now/table/" + path, {basicHeader()});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.object().value("status"_L1), "failure"_L1);
}

void TestDemoSite::apiSessionsAreReapedUnlessTheyOpenAPage()
{
    DemoSessions sessions({30min, 0ms, {}});
    const QByteArray reaped = sessions.create(DemoSessions::Kind::Api, u"demo"_s).id;
    QCOMPARE(sessions.status(reaped), DemoSessions::Status::Invalidated);
    QCOMPARE(sessions.timeLeft(reaped), 0s);

    DemoSessions lasting({30min, 1min, {}});
    const QByteArray kept = lasting.create(DemoSessions::Kind::Api, u"demo"_s).id;
    lasting.openPage(kept);
    QCOMPARE(lasting.find(kept)->kind, DemoSessions::Kind::Ui);
    QCOMPARE(lasting.status(kept), DemoSessions::Status::LoggedIn);
}

void TestDemoSite::countdownBeginsAt1800()
{
    DemoSessions sessions({});
    const QByteArray id = sessions.create(DemoSessions::Kind::Ui, u"demo"_s).id;
    QCOMPARE(sessions.timeLeft(id), 1800s);
    QCOMPARE(sessions.timeLeft("unknown"), 0s);
}

void TestDemoSite::sessionExpiryEndsEverySession()
{
    DemoSessions sessions({});
    const QByteArray id = sessions.create(DemoSessions::Kind::Ui, u"demo"_s).id;
    SessionLives lives;
    lives.all = 5s;
    sessions.setLives(lives);
    QCOMPARE(sessions.timeLeft(id), 5s);
    lives.all = 1ms;
    sessions.setLives(lives);
    QTRY_COMPARE(sessions.status(id), DemoSessions::Status::Invalidated);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoSite)

#include "test_demosite.moc"
