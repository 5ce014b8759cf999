// SPDX-License-Identifier: MIT
// OAuth and the login pages of the demo instance, as strict as a real one's.
#include "core/demo/demoinstance.h"
#include "core/instance/formbody.h"
#include "core/instance/pagesign.h"
#include "core/instance/pkce.h"
#include "tests/unit/demo/probes.h"

#include <QTest>
#include <QUrlQuery>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

const QByteArray redirectUri = "http://127.0.0.1:50000/oauth";

QByteArray id()
{
    return DemoInstance::oauthClientId().toLatin1();
}

QByteArray secret()
{
    return DemoInstance::oauthClientSecret().toLatin1();
}

} // namespace

class TestDemoOAuth : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void givesTokensForEachGrant_data();
    void givesTokensForEachGrant();
    void deniesInRealWords_data();
    void deniesInRealWords();
    void takesOnlyAPostedForm();
    void codeIsGoodForOneTimeAndItsVerifier_data();
    void codeIsGoodForOneTimeAndItsVerifier();
    void asksStrangersToLogIn();
    void refusesABadWish_data();
    void refusesABadWish();
    void consentNeedsTheToken();
    void loginNeverLeadsToAnotherHost();
    void fiveWrongPasswordsLockAUser();
    void secondFactorUserMeetsItsPage();
    void staleTokenIsRenewedOn401();
    void cookieAloneMayReadButNotWrite();
    void sleepingInstanceAnswersEverythingWithItsPage();

private:
    ProbeReply token(const Fields &fields);
    QByteArray logIn(const QByteArray &user, ProbeReply *answer = nullptr);
    QByteArray codeFor(const QByteArray &verifier);
    [[nodiscard]] static QByteArray wish(const QByteArray &challenge,
                                         const QByteArray &to = redirectUri);

    std::unique_ptr<DemoInstance> m_instance;
    std::unique_ptr<HttpProbe> m_probe;
};

void TestDemoOAuth::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_probe = std::make_unique<HttpProbe>(m_instance->url());
}

void TestDemoOAuth::cleanup()
{
    m_probe.reset();
    m_instance.reset();
}

ProbeReply TestDemoOAuth::token(const Fields &fields)
{
    return m_probe->post("/oauth_token.do", {{"Content-Type", formContentType}}, formBody(fields));
}

/// The cookies of a login by form.
QByteArray TestDemoOAuth::logIn(const QByteArray &user, ProbeReply *answer)
{
    const ProbeReply page = m_probe->get("/login.do");
    const ProbeReply reply =
        m_probe->post("/login.do",
                      {{"Content-Type", formContentType}, {"Cookie", page.cookies()}},
                      formBody({{"user_name", user},
                                {"user_password", user},
                                {"sys_action", "sysverb_login"},
                                {"sysparm_ck", inputValue(page.body, u"sysparm_ck"_s).toUtf8()}}));
    if (answer)
        *answer = reply;
    return reply.cookies();
}

QByteArray TestDemoOAuth::wish(const QByteArray &challenge, const QByteArray &to)
{
    return formBody({{"response_type", "code"},
                     {"client_id", id()},
                     {"redirect_uri", to},
                     {"state", "s1"},
                     {"code_challenge", challenge},
                     {"code_challenge_method", "S256"}});
}

QByteArray TestDemoOAuth::codeFor(const QByteArray &verifier)
{
    const QByteArray cookies = logIn("demo");
    const QByteArray query = wish(pkceChallenge(verifier));
    const ProbeReply page = m_probe->get("/oauth_auth.do?" + query, {{"Cookie", cookies}});
    const QByteArray check = inputValue(page.body, u"sysparm_ck"_s).toUtf8();
    const ProbeReply answer =
        m_probe->post("/oauth_auth.do",
                      {{"Content-Type", formContentType}, {"Cookie", cookies}},
                      query + '&' + formBody({{"sysparm_ck", check}, {"answer", "allow"}}));
    const QUrlQuery back(QUrl::fromEncoded(answer.header("location")));
    return back.queryItemValue(u"code"_s, QUrl::FullyDecoded).toUtf8();
}

void TestDemoOAuth::givesTokensForEachGrant_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<bool>("hasRefreshToken");
    QTest::newRow("password") << Fields{{"grant_type", "password"},
                                        {"client_id", id()},
                                        {"client_secret", secret()},
                                        {"username", "demo"},
                                        {"password", "demo"}}
                              << true;
    QTest::newRow("client credentials") << Fields{{"grant_type", "client_credentials"},
                                                  {"client_id", id()},
                                                  {"client_secret", secret()}}
                                        << false;
}

void TestDemoOAuth::givesTokensForEachGrant()
{
    QFETCH(const Fields, fields);
    QFETCH(const bool, hasRefreshToken);
    const ProbeReply reply = token(fields);
    QCOMPARE(reply.status, 200);
    const QJsonObject tokens = reply.object();
    QCOMPARE(tokens.value("token_type"_L1), "Bearer"_L1);
    QCOMPARE(tokens.value("scope"_L1), "useraccount"_L1);
    QCOMPARE(tokens.value("expires_in"_L1), 1799);
    QCOMPARE(tokens.contains("refresh_token"_L1), hasRefreshToken);
    const QByteArray bearer = "Bearer " + tokens.value("access_token"_L1).toString().toLatin1();
    const ProbeReply rest =
        m_probe->get("/api/now/ui/user/current_user", {{"Authorization", bearer}});
    QCOMPARE(rest.status, 200);
    QVERIFY(!rest.cookies().isEmpty());
}

void TestDemoOAuth::deniesInRealWords_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::newRow("nothing") << Fields{};
    QTest::newRow("unknown grant")
        << Fields{{"grant_type", "magic"}, {"client_id", id()}, {"client_secret", secret()}};
    QTest::newRow("wrong client") << Fields{
        {"grant_type", "client_credentials"}, {"client_id", "x"}, {"client_secret", secret()}};
    QTest::newRow("wrong secret") << Fields{
        {"grant_type", "client_credentials"}, {"client_id", id()}, {"client_secret", "x"}};
    QTest::newRow("no secret") << Fields{{"grant_type", "client_credentials"}, {"client_id", id()}};
    QTest::newRow("wrong password") << Fields{{"grant_type", "password"},
                                              {"client_id", id()},
                                              {"client_secret", secret()},
                                              {"username", "demo"},
                                              {"password", "x"}};
    QTest::newRow("locked user") << Fields{{"grant_type", "password"},
                                           {"client_id", id()},
                                           {"client_secret", secret()},
                                           {"username", "locked"},
                                           {"password", "locked"}};
    QTest::newRow("unknown refresh token") << Fields{{"grant_type", "refresh_token"},
                                                     {"client_id", id()},
                                                     {"client_secret", secret()},
                                                     {"refresh_token", "x"}};
    QTest::newRow("unknown code") << Fields{{"grant_type", "authorization_code"},
                                            {"client_id", id()},
                                            {"code", "x"},
                                            {"redirect_uri", redirectUri},
                                            {"code_verifier", "x"}};
}

void TestDemoOAuth::deniesInRealWords()
{
    QFETCH(const Fields, fields);
    const ProbeReply reply = token(fields);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, R"({"error_description":"access_denied","error":"server_error"})");
}

void TestDemoOAuth::takesOnlyAPostedForm()
{
    const QByteArray grant = formBody(
        {{"grant_type", "client_credentials"}, {"client_id", id()}, {"client_secret", secret()}});
    QCOMPARE(m_probe->get("/oauth_token.do?" + grant).status, 401);
    QCOMPARE(
        m_probe->post("/oauth_token.do?" + grant, {{"Content-Type", formContentType}}, {}).status,
        401);
    QCOMPARE(m_probe->post("/oauth_token.do", {{"Content-Type", "application/json"}}, grant).status,
             401);
}

void TestDemoOAuth::codeIsGoodForOneTimeAndItsVerifier_data()
{
    QTest::addColumn<QByteArray>("verifier");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("status");
    QTest::newRow("right") << QByteArray() << redirectUri << 200;
    QTest::newRow("another verifier") << randomUrlText() << redirectUri << 401;
    QTest::newRow("another address")
        << QByteArray() << QByteArray("http://127.0.0.1:50001/oauth") << 401;
}

void TestDemoOAuth::codeIsGoodForOneTimeAndItsVerifier()
{
    QFETCH(const QByteArray, verifier);
    QFETCH(const QByteArray, address);
    QFETCH(const int, status);
    const QByteArray own = randomUrlText();
    const QByteArray code = codeFor(own);
    QVERIFY(!code.isEmpty());
    const Fields fields{{"grant_type", "authorization_code"},
                        {"client_id", id()},
                        {"code", code},
                        {"redirect_uri", address},
                        {"code_verifier", verifier.isEmpty() ? own : verifier}};
    QCOMPARE(token(fields).status, status);
    QCOMPARE(token(fields).status, 401); // a second time
}

void TestDemoOAuth::asksStrangersToLogIn()
{
    const ProbeReply reply = m_probe->get("/oauth_auth.do?" + wish(QByteArray(43, 'a')));
    QCOMPARE(reply.status, 302);
    QVERIFY(reply.header("location").startsWith("/login.do?sysparm_goto_url=%2Foauth_auth.do"));
}

void TestDemoOAuth::refusesABadWish_data()
{
    QTest::addColumn<QByteArray>("query");
    const QByteArray challenge(43, 'a');
    QTest::newRow("another host") << wish(challenge, "http://evil.example/oauth");
    QTest::newRow("not loopback by name") << wish(challenge, "http://127.0.0.1.evil.example/oauth");
    QTest::newRow("another scheme") << wish(challenge, "https://127.0.0.1/oauth");
    QTest::newRow("another path") << wish(challenge, "http://127.0.0.1:1/other");
    QTest::newRow("no challenge") << wish({});
    QTest::newRow("plain challenge") << wish(challenge).replace("S256", "plain");
    QTest::newRow("another client") << wish(challenge).replace(id(), "x");
}

void TestDemoOAuth::refusesABadWish()
{
    QFETCH(const QByteArray, query);
    const ProbeReply reply = m_probe->get("/oauth_auth.do?" + query, {{"Cookie", logIn("demo")}});
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.header("location").isEmpty());
}

void TestDemoOAuth::consentNeedsTheToken()
{
    const QByteArray cookies = logIn("demo");
    const ProbeReply reply =
        m_probe->post("/oauth_auth.do",
                      {{"Content-Type", formContentType}, {"Cookie", cookies}},
                      wish(QByteArray(43, 'a')) + "&answer=allow&sysparm_ck=guess");
    QCOMPARE(reply.status, 200); // the page again
    QVERIFY(reply.header("location").isEmpty());
}

void TestDemoOAuth::loginNeverLeadsToAnotherHost()
{
    const ProbeReply page = m_probe->get("/login.do?sysparm_goto_url=https%3A%2F%2Fevil.example");
    const QByteArray check = inputValue(page.body, u"sysparm_ck"_s).toUtf8();
    for (const QByteArray &place :
         {QByteArray("//evil.example"), QByteArray("https://evil.example")}) {
        const ProbeReply reply =
            m_probe->post("/login.do",
                          {{"Content-Type", formContentType}, {"Cookie", page.cookies()}},
                          formBody({{"user_name", "demo"},
                                    {"user_password", "demo"},
                                    {"sys_action", "sysverb_login"},
                                    {"sysparm_goto_url", place},
                                    {"sysparm_ck", check}}));
        QCOMPARE(reply.header("location"), "/home.do");
    }
}

void TestDemoOAuth::fiveWrongPasswordsLockAUser()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_probe->get("/api/now/ui/user/current_user", {basicHeader("guess")}).status, 401);
    QCOMPARE(m_probe->get("/api/now/ui/user/current_user", {basicHeader()}).status, 401);
    QCOMPARE(m_instance->passwordTries(), 6);
}

void TestDemoOAuth::secondFactorUserMeetsItsPage()
{
    ProbeReply reply;
    logIn("mfa", &reply);
    QCOMPARE(reply.status, 302);
    QCOMPARE(reply.header("location"), "/validate_multifactor_auth_code.do");
    QCOMPARE(m_probe->get(reply.header("location")).status, 200);
}

void TestDemoOAuth::staleTokenIsRenewedOn401()
{
    const QByteArray cookies = logIn("demo");
    const ProbeReply stale = m_probe->get("/api/now/ui/user/current_user",
                                          {{"Cookie", cookies}, {"X-UserToken", "old"}});
    QCOMPARE(stale.status, 401);
    QCOMPARE(stale.header("x-is-logged-in"), "true");
    const ProbeReply good =
        m_probe->get("/api/now/ui/user/current_user",
                     {{"Cookie", cookies}, {"X-UserToken", stale.header("x-usertoken-response")}});
    QCOMPARE(good.status, 200);
}

void TestDemoOAuth::cookieAloneMayReadButNotWrite()
{
    const QByteArray cookies = logIn("demo");
    QCOMPARE(m_probe->get("/api/now/ui/user/current_user", {{"Cookie", cookies}}).status, 200);
    const ProbeReply write =
        m_probe->post("/api/now/uisession/touch-session",
                      {{"Cookie", cookies}, {"Content-Type", "application/json"}},
                      "{}");
    QCOMPARE(write.status, 401);
    QVERIFY(!write.header("x-usertoken-response").isEmpty());
}

void TestDemoOAuth::sleepingInstanceAnswersEverythingWithItsPage()
{
    DemoFaults faults;
    faults.signIn.mode = SignInFaults::Mode::Hibernating;
    m_instance->setFaults(faults);
    for (const QByteArray &path : {QByteArray("/login.do"),
                                   QByteArray("/api/now/table/incident"),
                                   QByteArray("/oauth_token.do"),
                                   QByteArray("/no/such/page")}) {
        const ProbeReply reply = m_probe->get(path);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("Instance Hibernating page"));
    }
    const ProbeReply bus =
        m_probe->post("/amb/handshake", {{"Content-Type", "application/json"}}, "[]");
    QVERIFY(bus.body.contains("Instance Hibernating page"));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoOAuth)

#include "test_demooauth.moc"
