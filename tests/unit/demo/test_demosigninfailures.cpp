// SPDX-License-Identifier: MIT
// What can go wrong at sign-in, each with its own words, and how often the instance is asked.
#include "tests/unit/demo/signinrunner.h"

#include <QTest>

#include <functional>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Credentials::Kind;
using Mode = SignInFaults::Mode;

namespace {

const QString secret = u"Hush-7Q&+ü"_s;

Credentials with(Kind kind, const QString &user, const QString &password)
{
    Credentials credentials;
    credentials.kind = kind;
    credentials.user = user;
    credentials.password = password;
    credentials.application = {DemoInstance::oauthClientId(), DemoInstance::oauthClientSecret(), 0};
    credentials.cookies = {QNetworkCookie("JSESSIONID", "0123456789ABCDEF")};
    credentials.accessToken = u"t0ken-of-long-ago"_s;
    credentials.refreshToken = kind == Kind::OAuthRefreshToken ? u"r3fresh"_s : QString();
    return credentials;
}

} // namespace

class TestDemoSignInFailures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhatStandsInTheWay_data();
    void saysWhatStandsInTheWay();
    void triesARefusedPasswordOnce_data();
    void triesARefusedPasswordOnce();
    void triesAChangedPassword();
    void remembersARefusalAcrossTokens();
    void refusalIsOfOneInstance();
    void tellsOfALockedUser();
    void waitsAsLongAsItIsAskedTo();
    void tokenThatExpiredIsRefusedOnce();
    void cookiesThatDiedAreRefused();
    void wrongClientIsDenied_data();
    void wrongClientIsDenied();
    void missingPartsAreSaidWithoutARequest_data();
    void missingPartsAreSaidWithoutARequest();
    void saysNothingSecret_data();
    void saysNothingSecret();

private:
    void setMode(Mode mode);

    std::unique_ptr<DemoInstance> m_instance;
    std::unique_ptr<SignInRunner> m_runner;
};

void TestDemoSignInFailures::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
    m_runner = std::make_unique<SignInRunner>(*m_instance);
}

void TestDemoSignInFailures::cleanup()
{
    m_runner.reset();
    m_instance.reset();
}

void TestDemoSignInFailures::setMode(Mode mode)
{
    DemoFaults faults;
    faults.signIn.mode = mode;
    m_instance->setFaults(faults);
}

void TestDemoSignInFailures::saysWhatIsWrong_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("advises");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const Credentials &credentials) -> QTestData & {
        return QTest::newRow(name) << credentials;
    };
    row("wrong password by REST", with(Kind::Password, u"demo"_s, secret))
        << u"does not accept this user and password (HTTP 401)"_s << u"not tried again"_s << 1;
    row("wrong password in the form", with(Kind::FormLogin, u"demo"_s, secret))
        << u"does not accept this user and password: “User name or password invalid”"_s
        << u"not tried again"_s << 2;
    row("wrong password for OAuth", with(Kind::OAuthPassword, u"demo"_s, secret))
        << u"gives no OAuth token for this user and application (server_error: access_denied)"_s
        << u"not tried again"_s << 1;
    row("locked user by REST", with(Kind::Password, u"locked"_s, secret))
        << u"does not accept this user and password (HTTP 401)"_s << u"locked out"_s << 1;
    row("locked user in the form", with(Kind::FormLogin, u"locked"_s, secret))
        << u"has locked this user out"_s << u"administrator can unlock"_s << 2;
    row("locked user for OAuth", with(Kind::OAuthPassword, u"locked"_s, secret))
        << u"access_denied"_s << u"locked out"_s << 1;
    row("second factor by REST", with(Kind::Password, u"mfa"_s, u"mfa"_s))
        << u"HTTP 401"_s << u"with MFA or single sign-on, use OAuth in the browser"_s << 1;
    row("second factor in the form", with(Kind::FormLogin, u"mfa"_s, u"mfa"_s))
        << u"wants a second factor (MFA)"_s << u"OAuth in the browser or paste"_s << 2;
    row("expired token", with(Kind::BearerToken, {}, {}))
        << u"does not accept this OAuth token"_s << u"Paste a new one"_s << 1;
    row("refresh token that ended", with(Kind::OAuthRefreshToken, {}, {}))
        << u"does not accept the refresh token"_s << u"Sign in anew"_s << 1;
    row("dead cookies", with(Kind::Cookies, {}, {}))
        << u"no longer knows the session of these cookies"_s << u"copy the whole Cookie header"_s
        << 1;
}

void TestDemoSignInFailures::saysWhatIsWrong()
{
    QFETCH(const Credentials, credentials);
    QFETCH(const QString, says);
    QFETCH(const QString, advises);
    QFETCH(const int, requests);
    QVERIFY(!m_runner->run(credentials));
    QVERIFY2(m_runner->words().contains(says), qPrintable(m_runner->words()));
    QVERIFY2(m_runner->words().contains(advises), qPrintable(m_runner->words()));
    QVERIFY(m_runner->words().contains(u"127.0.0.1:"_s));
    QCOMPARE(m_runner->kind(), ErrorKind::NotSignedIn);
    QCOMPARE(m_instance->requests(), requests);
    QVERIFY(m_instance->passwordTries() <= 1);
    QVERIFY(m_runner->signIn().wasRefused(credentials));
    // Again, as a reconnect or a renewal does: nothing is sent.
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!m_runner->run(credentials));
        QVERIFY2(m_runner->words().contains(u"Not tried again"_s), qPrintable(m_runner->words()));
    }
    QCOMPARE(m_instance->requests(), requests);
}

void TestDemoSignInFailures::saysWhatStandsInTheWay_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<ErrorKind>("errorKind");
    QTest::addColumn<QString>("says");
    struct Way
    {
        const char *name;
        Kind kind;
    };
    for (const Way &way : {Way{"REST", Kind::Password},
                           Way{"form", Kind::FormLogin},
                           Way{"OAuth", Kind::OAuthPassword},
                           Way{"cookies", Kind::Cookies}}) {
        const auto row = [&way](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", name, way.name) << way.kind;
        };
        row("sleeping") << Mode::Hibernating << ErrorKind::Network
                        << u"hibernates, as developer instances do"_s;
        row("too many requests") << Mode::RateLimit << ErrorKind::Refused
                                 << u"HTTP 429: too many requests. Sign in again in 30 s"_s;
        row("error page") << Mode::ErrorPage << ErrorKind::Network
                          << u"HTTP 500 (Internal Server Error) and the web page “Error Page "
                             "Exception”"_s;
    }
    QTest::newRow("SSO redirect, form")
        << Kind::FormLogin << Mode::SingleSignOn << ErrorKind::NotSignedIn
        << u"signs its users in at sso.example (single sign-on)"_s;
    QTest::newRow("SSO form, form")
        << Kind::FormLogin << Mode::SingleSignOnForm << ErrorKind::NotSignedIn
        << u"signs its users in elsewhere (single sign-on)"_s;
    QTest::newRow("SSO redirect, dead cookies")
        << Kind::Cookies << Mode::SingleSignOn << ErrorKind::NotSignedIn
        << u"no longer knows the session of these cookies"_s;
}

void TestDemoSignInFailures::saysWhatStandsInTheWay()
{
    QFETCH(const Kind, kind);
    QFETCH(const Mode, mode);
    QFETCH(const ErrorKind, errorKind);
    QFETCH(const QString, says);
    setMode(mode);
    QVERIFY(!m_runner->run(with(kind, u"demo"_s, u"demo"_s)));
    QVERIFY2(m_runner->words().contains(says), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->kind(), errorKind);
    QCOMPARE(m_instance->requests(), 1);
    QCOMPARE(m_instance->passwordTries(), 0);
}

void TestDemoSignInFailures::triesARefusedPasswordOnce_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("REST") << Kind::Password;
    QTest::newRow("form") << Kind::FormLogin;
    QTest::newRow("OAuth") << Kind::OAuthPassword;
}

void TestDemoSignInFailures::triesARefusedPasswordOnce()
{
    QFETCH(const Kind, kind);
    for (int i = 0; i < 10; ++i)
        QVERIFY(!m_runner->run(with(kind, u"demo"_s, secret)));
    QCOMPARE(m_instance->passwordTries(), 1);
}

void TestDemoSignInFailures::triesAChangedPassword()
{
    QVERIFY(!m_runner->run(with(Kind::Password, u"demo"_s, secret)));
    QVERIFY(m_runner->run(with(Kind::Password, u"demo"_s, u"demo"_s)));
    QCOMPARE(m_instance->passwordTries(), 2);
    QCOMPARE(m_runner->whoAmI(), u"demo"_s);
}

/// The password is tried after its refresh token ended; it counts as one try however often the
/// owner comes back with the old token.
void TestDemoSignInFailures::remembersARefusalAcrossTokens()
{
    Credentials credentials = with(Kind::OAuthPassword, u"demo"_s, secret);
    credentials.refreshToken = u"ended"_s;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_runner->run(credentials));
    credentials.refreshToken.clear();
    QVERIFY(!m_runner->run(credentials));
    QCOMPARE(m_instance->passwordTries(), 1);
    QCOMPARE(m_instance->requests(), 2);
}

void TestDemoSignInFailures::refusalIsOfOneInstance()
{
    QVERIFY(!m_runner->run(with(Kind::Password, u"demo"_s, secret)));
    HttpSession elsewhere(*InstanceAddress::parse(u"http://127.0.0.1:9"_s), {}, 1s);
    int failures = 0;
    QString words;
    connect(&m_runner->signIn(), &SignIn::failed, this, [&](const Error &error) {
        ++failures;
        words = error.text;
    });
    m_runner->signIn().start(elsewhere, with(Kind::Password, u"demo"_s, secret));
    QTRY_COMPARE(failures, 1);
    QVERIFY(!words.contains(u"Not tried again"_s));
}

/// Five wrong passwords lock a user out, on the demo instance as on real ones.
void TestDemoSignInFailures::tellsOfALockedUser()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(!m_runner->run(with(Kind::FormLogin, u"demo"_s, secret + QString::number(i))));
    QVERIFY(!m_runner->run(with(Kind::FormLogin, u"demo"_s, u"demo"_s)));
    QVERIFY2(m_runner->words().contains(u"locked this user out"_s), qPrintable(m_runner->words()));
}

void TestDemoSignInFailures::waitsAsLongAsItIsAskedTo()
{
    DemoFaults faults;
    faults.signIn = {Mode::RateLimit, 1s};
    m_instance->setFaults(faults);
    const Credentials credentials = with(Kind::Password, u"demo"_s, u"demo"_s);
    QVERIFY(!m_runner->run(credentials));
    QVERIFY(!m_runner->signIn().wasRefused(credentials));
    m_instance->setFaults({});
    QVERIFY(!m_runner->run(credentials));
    QVERIFY2(m_runner->words().contains(u"asked to wait"_s), qPrintable(m_runner->words()));
    QCOMPARE(m_instance->requests(), 1);
    QTRY_VERIFY(m_runner->run(credentials)); // when the second is over
}

void TestDemoSignInFailures::tokenThatExpiredIsRefusedOnce()
{
    Credentials credentials = with(Kind::BearerToken, {}, {});
    credentials.accessToken = QString::fromLatin1(m_instance->makeAccessToken(u"demo"_s));
    QVERIFY(m_runner->run(credentials));
    m_instance->expireAccessTokens();
    const int before = m_instance->requests();
    QVERIFY(!m_runner->run(credentials));
    QVERIFY(m_runner->words().contains(u"it has expired"_s));
    QCOMPARE(m_instance->requests(), before + 1);
}

void TestDemoSignInFailures::cookiesThatDiedAreRefused()
{
    QVERIFY(m_runner->run(with(Kind::Password, u"demo"_s, u"demo"_s)));
    Credentials credentials = with(Kind::Cookies, {}, {});
    credentials.cookies = m_runner->session().cookies().cookiesForUrl(m_instance->url());
    QVERIFY(m_runner->run(credentials));
    m_instance->expireSessions();
    QVERIFY(!m_runner->run(credentials));
    QVERIFY(m_runner->words().contains(u"no longer knows the session"_s));
}

void TestDemoSignInFailures::wrongClientIsDenied_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("password") << Kind::OAuthPassword << u"check user, password, client ID"_s;
    QTest::newRow("client credentials")
        << Kind::OAuthClientCredentials
        << u"glide.oauth.inbound.client.credential.grant_type.enabled"_s;
    QTest::newRow("refresh token") << Kind::OAuthRefreshToken << u"another application"_s;
}

void TestDemoSignInFailures::wrongClientIsDenied()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, says);
    Credentials credentials = with(kind, u"demo"_s, u"demo"_s);
    credentials.application.clientSecret = secret;
    QVERIFY(!m_runner->run(credentials));
    QVERIFY2(m_runner->words().contains(says), qPrintable(m_runner->words()));
    QVERIFY(m_runner->words().contains(u"server_error: access_denied"_s));
    QCOMPARE(m_instance->requests(), 1);
}

void TestDemoSignInFailures::missingPartsAreSaidWithoutARequest_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QString>("says");
    Credentials credentials = with(Kind::OAuthPassword, u"demo"_s, u"demo"_s);
    credentials.application.clientId.clear();
    QTest::newRow("client ID") << credentials << u"needs the client ID"_s;
    credentials = with(Kind::OAuthClientCredentials, {}, {});
    credentials.application.clientSecret.clear();
    QTest::newRow("client secret") << credentials << u"by its client secret"_s;
    credentials = with(Kind::OAuthRefreshToken, {}, {});
    credentials.refreshToken.clear();
    QTest::newRow("refresh token") << credentials << u"no refresh token"_s;
    credentials = with(Kind::BearerToken, {}, {});
    credentials.accessToken = u"two words"_s;
    QTest::newRow("access token") << credentials << u"paste the token alone"_s;
    QTest::newRow("certificate") << with(Kind::ClientCertificate, {}, {})
                                 << u"choose a certificate and its key"_s;
}

void TestDemoSignInFailures::missingPartsAreSaidWithoutARequest()
{
    QFETCH(const Credentials, credentials);
    QFETCH(const QString, says);
    QVERIFY(!m_runner->run(credentials));
    QVERIFY2(m_runner->words().contains(says), qPrintable(m_runner->words()));
    QCOMPARE(m_runner->kind(), ErrorKind::Input);
    QCOMPARE(m_instance->requests(), 0);
}

void TestDemoSignInFailures::saysNothingSecret_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("REST") << Kind::Password;
    QTest::newRow("form") << Kind::FormLogin;
    QTest::newRow("OAuth password") << Kind::OAuthPassword;
    QTest::newRow("OAuth client") << Kind::OAuthClientCredentials;
    QTest::newRow("OAuth refresh") << Kind::OAuthRefreshToken;
    QTest::newRow("token") << Kind::BearerToken;
    QTest::newRow("cookies") << Kind::Cookies;
}

void TestDemoSignInFailures::saysNothingSecret()
{
    QFETCH(const Kind, kind);
    Credentials credentials = with(kind, u"demo"_s, secret);
    credentials.application.clientSecret = secret;
    for (const Mode mode : {Mode::None,
                            Mode::SingleSignOn,
                            Mode::SingleSignOnForm,
                            Mode::Hibernating,
                            Mode::ErrorPage,
                            Mode::RateLimit}) {
        setMode(mode);
        SignInRunner runner(*m_instance);
        runner.run(credentials);
        const QString said = runner.allWords();
        for (const QString &word : {secret,
                                    credentials.accessToken,
                                    credentials.refreshToken,
                                    u"0123456789ABCDEF"_s,
                                    u"SAMLRequest"_s})
            QVERIFY2(word.isEmpty() || !said.contains(word), qPrintable(said));
    }
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoSignInFailures)

#include "test_demosigninfailures.moc"
