// SPDX-License-Identifier: MIT
// Each way of sign-in against the demo instance, with real requests and redirects.
#include "core/instance/cookietext.h"
#include "tests/unit/demo/demobrowser.h"
#include "tests/unit/demo/probes.h"
#include "tests/unit/demo/signinrunner.h"

#include <QTcpServer>
#include <QTest>
#include <QUrlQuery>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Credentials::Kind;

namespace {

Credentials with(Kind kind, const QString &user = u"demo"_s, const QString &password = u"demo"_s)
{
    Credentials credentials;
    credentials.kind = kind;
    credentials.user = user;
    credentials.password = password;
    credentials.application = {DemoInstance::oauthClientId(), DemoInstance::oauthClientSecret(), 0};
    return credentials;
}

} // namespace

class TestDemoSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void signsInByEachWay_data();
    void signsInByEachWay();
    void bearerTokenMakesTheCookies();
    void refreshTokenMakesTheCookies();
    void passwordGrantGoesOnWithItsRefreshToken();
    void passwordHasItsTurnWhenTheRefreshTokenEnded();
    void browserBringsTheCode();
    void browserGoesOnWithItsRefreshToken();
    void browserSaysNo();
    void foreignStateEndsNothing();
    void publicClientNeedsNoSecret();
    void cookiesOfABrowserAreTaken();
    void curlCommandIsTaken();
    void busyPortIsSaid();
    void anotherStartGivesUpTheFirst();
    void mayBeDestroyedOnTheWay();

private:
    std::unique_ptr<DemoInstance> m_instance;
    std::unique_ptr<SignInRunner> m_runner;
};

void TestDemoSignIn::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_runner = std::make_unique<SignInRunner>(*m_instance);
}

void TestDemoSignIn::cleanup()
{
    m_runner.reset();
    m_instance.reset();
}

void TestDemoSignIn::signsInByEachWay_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("passwordTries");
    QTest::newRow("password") << Kind::Password << 1;
    QTest::newRow("form") << Kind::FormLogin << 1;
    QTest::newRow("OAuth password") << Kind::OAuthPassword << 1;
    QTest::newRow("OAuth client credentials") << Kind::OAuthClientCredentials << 0;
}

void TestDemoSignIn::signsInByEachWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, passwordTries);
    QVERIFY2(m_runner->run(with(kind)), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QVERIFY(!m_runner->session().userToken().isEmpty());
    const CookieJar &cookies = m_runner->session().cookies();
    QVERIFY(cookies.hasCookie("JSESSIONID"));
    QVERIFY(cookies.hasCookie("glide_user_route"));
    QVERIFY(!cookies.hasCookie("glide_user")); // a tombstone
    QCOMPARE(m_instance->passwordTries(), passwordTries);
    QCOMPARE(m_instance->requests("/home.do"), 1); // which makes the session last (§ 3.4)

    BayeuxProbe bus(
        m_instance->url(), BayeuxProbe::Over::Http, cookies.cookieHeader(m_instance->url()));
    QVERIFY(bus.open());
    const QJsonObject ext = bus.connectNow().value("ext"_L1).toObject();
    QCOMPARE(ext.value("glide.session.status"_L1), "session.logged.in"_L1);
}

void TestDemoSignIn::bearerTokenMakesTheCookies()
{
    Credentials credentials = with(Kind::BearerToken);
    credentials.accessToken = QString::fromLatin1(m_instance->makeAccessToken(u"demo"_s));
    QVERIFY2(m_runner->run(credentials), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QCOMPARE(m_instance->passwordTries(), 0);
    credentials.accessToken.prepend(u"Bearer "_s); // copied with its name
    QVERIFY(m_runner->run(credentials));
}

void TestDemoSignIn::refreshTokenMakesTheCookies()
{
    QVERIFY(m_runner->run(with(Kind::OAuthPassword)));
    Credentials credentials = with(Kind::OAuthRefreshToken, {}, {});
    credentials.refreshToken = m_runner->changes().constLast().refreshToken;
    QVERIFY(!credentials.refreshToken.isEmpty());
    QVERIFY2(m_runner->run(credentials), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QCOMPARE(m_instance->passwordTries(), 1);
}

void TestDemoSignIn::passwordGrantGoesOnWithItsRefreshToken()
{
    QVERIFY(m_runner->run(with(Kind::OAuthPassword)));
    const Credentials renewed = m_runner->changes().constLast();
    m_instance->expireSessions();
    QVERIFY(m_runner->run(renewed));
    QCOMPARE(m_instance->passwordTries(), 1);
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QCOMPARE(m_runner->changes().size(), 0);
}

void TestDemoSignIn::passwordHasItsTurnWhenTheRefreshTokenEnded()
{
    QVERIFY(m_runner->run(with(Kind::OAuthPassword)));
    const Credentials renewed = m_runner->changes().constLast();
    m_instance->revokeTokens();
    QVERIFY(m_runner->run(renewed));
    QCOMPARE(m_instance->passwordTries(), 2);
    QCOMPARE(m_runner->changes().size(), 2); // gone, and a new one
    QVERIFY(m_runner->changes().constFirst().refreshToken.isEmpty());
    QVERIFY(m_runner->changes().constLast().refreshToken != renewed.refreshToken);
}

void TestDemoSignIn::browserBringsTheCode()
{
    m_runner->start(with(Kind::OAuthBrowser, {}, {}));
    QTRY_COMPARE(m_runner->pages().size(), 1);
    const QUrl page = m_runner->pages().constFirst();
    QCOMPARE(page.path(), u"/oauth_auth.do"_s);
    QVERIFY(!page.toString().contains(DemoInstance::oauthClientSecret()));
    DemoBrowser browser(m_instance->url());
    const ProbeReply last = browser.answerConsent(page, "allow");
    QCOMPARE(last.status, 200);
    QVERIFY(last.body.contains("You can close this page"));
    QTRY_VERIFY(m_runner->hasEnded());
    QVERIFY2(m_runner->isDone(), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QCOMPARE(m_instance->passwordTries(), 1); // the user's, in the browser
}

void TestDemoSignIn::browserGoesOnWithItsRefreshToken()
{
    m_runner->start(with(Kind::OAuthBrowser, {}, {}));
    QTRY_COMPARE(m_runner->pages().size(), 1);
    DemoBrowser browser(m_instance->url());
    browser.answerConsent(m_runner->pages().constFirst(), "allow");
    QTRY_VERIFY(m_runner->isDone());
    const Credentials renewed = m_runner->changes().constLast();
    QVERIFY(m_runner->run(renewed));
    QCOMPARE(m_runner->pages().size(), 0);
}

void TestDemoSignIn::browserSaysNo()
{
    m_runner->start(with(Kind::OAuthBrowser, {}, {}));
    QTRY_COMPARE(m_runner->pages().size(), 1);
    DemoBrowser browser(m_instance->url());
    const ProbeReply last = browser.answerConsent(m_runner->pages().constFirst(), "deny");
    QVERIFY(last.body.contains("Not signed in"));
    QTRY_VERIFY(m_runner->hasEnded());
    QVERIFY(m_runner->words().contains(u"did not let the application in"_s));
    QVERIFY(m_runner->words().contains(u"access_denied"_s));
}

void TestDemoSignIn::foreignStateEndsNothing()
{
    m_runner->start(with(Kind::OAuthBrowser, {}, {}));
    QTRY_COMPARE(m_runner->pages().size(), 1);
    const QUrlQuery query(m_runner->pages().constFirst());
    const QUrl back(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    QUrl root = back;
    root.setPath({});
    for (const char *target :
         {"/oauth?code=x&state=guess", "/oauth?code=x", "/oauth?state=", "/favicon.ico"}) {
        HttpProbe probe(root);
        QCOMPARE(probe.get(target).status, 404);
    }
    QVERIFY(!m_runner->hasEnded());
    DemoBrowser browser(m_instance->url());
    browser.answerConsent(m_runner->pages().constFirst(), "allow");
    QTRY_VERIFY(m_runner->isDone());
}

void TestDemoSignIn::publicClientNeedsNoSecret()
{
    Credentials credentials = with(Kind::OAuthBrowser, {}, {});
    credentials.application.clientSecret.clear();
    m_runner->start(credentials);
    QTRY_COMPARE(m_runner->pages().size(), 1);
    DemoBrowser browser(m_instance->url());
    browser.answerConsent(m_runner->pages().constFirst(), "allow");
    QTRY_VERIFY(m_runner->isDone());
}

void TestDemoSignIn::cookiesOfABrowserAreTaken()
{
    Credentials credentials = with(Kind::Cookies, {}, {});
    credentials.cookies = *parseCookieText("Cookie: " + amb::signIn(m_instance->url()));
    QVERIFY2(m_runner->run(credentials), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
    QVERIFY(!m_runner->session().userToken().isEmpty());
}

void TestDemoSignIn::curlCommandIsTaken()
{
    Credentials credentials = with(Kind::Cookies, {}, {});
    const QByteArray command = "curl '" + m_instance->url().toEncoded()
        + "/home.do' \\\n  -H 'accept: */*' \\\n  -b '" + amb::signIn(m_instance->url())
        + "' \\\n  --compressed";
    credentials.cookies = *parseCookieText(command);
    QVERIFY2(m_runner->run(credentials), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
}

void TestDemoSignIn::busyPortIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Credentials credentials = with(Kind::OAuthBrowser, {}, {});
    credentials.application.redirectPort = other.serverPort();
    QVERIFY(!m_runner->run(credentials));
    QVERIFY(m_runner->words().contains(QString::number(other.serverPort())));
    QVERIFY(m_runner->words().contains(u"choose another port"_s));
}

void TestDemoSignIn::anotherStartGivesUpTheFirst()
{
    m_runner->start(with(Kind::Password, u"demo"_s, u"wrong"_s));
    QVERIFY(m_runner->run(with(Kind::Password)));
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
}

void TestDemoSignIn::mayBeDestroyedOnTheWay()
{
    m_runner->start(with(Kind::OAuthPassword));
    QTRY_COMPARE(m_instance->requests("/oauth_token.do"), 1);
    m_runner.reset();
    m_runner = std::make_unique<SignInRunner>(*m_instance);
    QVERIFY(m_runner->run(with(Kind::Password)));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoSignIn)

#include "test_demosignin.moc"
