// SPDX-License-Identifier: MIT
#include "core/instance/httpsession.h"
#include "core/instance/signin.h"
#include "tests/unit/instance/site.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

namespace {

Credentials password(const QString &user = u"demo"_s, const QString &word = u"hush"_s)
{
    Credentials credentials;
    credentials.kind = Credentials::Kind::Password;
    credentials.user = user;
    credentials.password = word;
    return credentials;
}

Credentials cookies(const QList<QNetworkCookie> &list)
{
    Credentials credentials;
    credentials.kind = Credentials::Kind::Cookies;
    credentials.cookies = list;
    return credentials;
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesCookiesAndViewsAPage();
    void sendsUtf8Credentials();
    void succeedsAlsoWithoutThePage_data();
    void succeedsAlsoWithoutThePage();
    void fails_data();
    void fails();
    void triesARefusedPasswordOnce();
    void failsWhenNobodyListens();
    void failsWhenTlsIsRefused();
    void failsWhenTheServerIsSilent();
    void needsNoCredentials();
    void takesCookies();
    void refusesCookiesOfOtherSites();
    void mayBeDestroyedOnTheWay();

private:
    void signIn(const Credentials &credentials, const QString &url = {});

    std::unique_ptr<Site> m_site;
    std::unique_ptr<HttpSession> m_http;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<QSignalSpy> m_done;
    QList<Error> m_errors;
};

void TestSignIn::init()
{
    m_signIn.reset();
    m_errors.clear();
    m_site = std::make_unique<Site>();
    QVERIFY(m_site->listen());
}

void TestSignIn::signIn(const Credentials &credentials, const QString &url)
{
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    m_signIn.reset();
    m_http = std::make_unique<HttpSession>(
        *InstanceAddress::parse(url.isEmpty() ? m_site->url() : url), settings, 400ms);
    m_signIn = std::make_unique<SignIn>();
    m_done = std::make_unique<QSignalSpy>(m_signIn.get(), &SignIn::done);
    connect(
        m_signIn.get(), &SignIn::failed, this, [this](const Error &error) { m_errors += error; });
    m_signIn->start(*m_http, credentials);
    QCOMPARE(m_done->size() + m_errors.size(), 0); // never from within the call
}

void TestSignIn::makesCookiesAndViewsAPage()
{
    m_site->answer = [](const QByteArray &path) {
        return path == "/home.do" ? httpReply("200 OK", "Set-Cookie: page=1\r\n", "<html></html>")
                                  : httpReply("200 OK",
                                              "Set-Cookie: JSESSIONID=AB12; Path=/; HttpOnly\r\n"
                                              "Set-Cookie: glide_user=\"\"; Max-Age=0\r\n",
                                              "{}");
    };
    signIn(password());
    QTRY_COMPARE(m_done->size(), 1);
    QCOMPARE(m_site->heads.size(), 2);
    const QByteArray rest = m_site->heads.at(0);
    QCOMPARE(pathOf(rest), QByteArray("/api/now/ui/user/current_user"));
    QCOMPARE(headerOf(rest, "Authorization"), "Basic " + QByteArray("demo:hush").toBase64());
    const QByteArray page = m_site->heads.at(1);
    QCOMPARE(pathOf(page), QByteArray("/home.do"));
    QCOMPARE(headerOf(page, "Authorization"), QByteArray());
    QCOMPARE(headerOf(page, "Cookie"), QByteArray("JSESSIONID=AB12"));
    QCOMPARE(m_http->cookies().cookieHeader(QUrl(m_site->url() + u"/amb"_s)),
             QByteArray("JSESSIONID=AB12; page=1"));
    QCOMPARE(m_errors.size(), 0);
}

void TestSignIn::sendsUtf8Credentials()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("401 Unauthorized", {});
    };
    signIn(password(u"jörg"_s, u"p:ß🚪"_s));
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(headerOf(m_site->heads.at(0), "Authorization"),
             "Basic " + QByteArray("jörg:p:ß🚪").toBase64());
}

void TestSignIn::succeedsAlsoWithoutThePage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("forbidden") << httpReply("403 Forbidden", {});
    QTest::newRow("redirect") << httpReply("302 Found", "Location: /login.do\r\n");
    QTest::newRow("silent") << QByteArray();
}

void TestSignIn::succeedsAlsoWithoutThePage()
{
    QFETCH(QByteArray, page);
    m_site->answer = [page](const QByteArray &path) {
        return path == "/home.do" ? page : httpReply("200 OK", "Set-Cookie: a=1; Path=/\r\n");
    };
    signIn(password());
    QTRY_COMPARE(m_done->size(), 1);
    QCOMPARE(m_errors.size(), 0);
    QCOMPARE(m_site->heads.size(), 2);
}

void TestSignIn::fails_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("401") << httpReply("401 Unauthorized",
                                      "WWW-Authenticate: BASIC realm=\"Service-now\"\r\n")
                         << ErrorKind::NotSignedIn << u"does not accept this user and password"_s;
    QTest::newRow("404") << httpReply("404 Not Found", {}) << ErrorKind::NotSignedIn
                         << u"has no ServiceNow REST API"_s;
    QTest::newRow("302") << httpReply("302 Found", "Location: https://sso.example/\r\n")
                         << ErrorKind::NotSignedIn
                         << u"signs its users in at sso.example (single sign-on)"_s;
    QTest::newRow("500") << httpReply("500 Internal Server Error", {}, "hush") << ErrorKind::Network
                         << u"was answered with HTTP 500"_s;
    QTest::newRow("no cookie") << httpReply("200 OK", {}, "{}") << ErrorKind::NotSignedIn
                               << u"set no session cookie"_s;
    QTest::newRow("tombstones only")
        << httpReply("200 OK", "Set-Cookie: glide_user=\"\"; Max-Age=0\r\n", "{}")
        << ErrorKind::NotSignedIn << u"set no session cookie"_s;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorKind::Network
                             << QString();
}

void TestSignIn::fails()
{
    QFETCH(QByteArray, reply);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    m_site->answer = [reply](const QByteArray &) {
        return reply;
    };
    signIn(password());
    QTRY_COMPARE(m_errors.size(), 1);
    const Error error = m_errors.constFirst();
    if (!says.isEmpty()) { // what is no HTTP shows up in one of several ways
        QCOMPARE(error.kind, kind);
        QVERIFY2(error.text.contains(says), qPrintable(error.text));
        QVERIFY(error.text.contains(u"127.0.0.1:"_s));
        QCOMPARE(m_site->heads.size(), 1);
    }
    QVERIFY(!error.text.isEmpty());
    QVERIFY(!(error.text + error.detail).contains(u"hush"_s));
    QCOMPARE(m_done->size(), 0);
}

/// Instances lock users out after a few wrong passwords.
void TestSignIn::triesARefusedPasswordOnce()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"Service-now\"\r\n");
    };
    signIn(password());
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_site->heads.size(), 1);
    m_errors.clear();
    signIn(password(u"demo"_s, u"right"_s)); // nothing of the first is remembered
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_site->heads.size(), 2);
    QCOMPARE(headerOf(m_site->heads.at(1), "Authorization"),
             "Basic " + QByteArray("demo:right").toBase64());
}

void TestSignIn::failsWhenNobodyListens()
{
    const QString url = m_site->url();
    m_site->close();
    signIn(password(), url);
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.constFirst().kind, ErrorKind::Network);
    QVERIFY(m_errors.constFirst().text.contains(u"127.0.0.1"_s));
}

void TestSignIn::failsWhenTlsIsRefused()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("400 Bad Request", {});
    };
    signIn(password(), m_site->url(u"https"_s)); // a server that does not speak TLS
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.constFirst().kind, ErrorKind::Tls);
    for (const QByteArray &head : std::as_const(m_site->heads))
        QVERIFY(!head.contains("Authorization"));
}

void TestSignIn::failsWhenTheServerIsSilent()
{
    signIn(password());
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.constFirst().kind, ErrorKind::Timeout);
    QVERIFY(m_errors.constFirst().text.contains(u"did not answer in time"_s));
}

void TestSignIn::needsNoCredentials()
{
    signIn(Credentials());
    QTRY_COMPARE(m_done->size(), 1);
    QCOMPARE(m_site->heads.size(), 0);
}

void TestSignIn::takesCookies()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("404 Not Found", {}); // a plain CometD server
    };
    signIn(cookies({QNetworkCookie("JSESSIONID", "AB12"), QNetworkCookie("route", "1f")}));
    QTRY_COMPARE(m_done->size(), 1);
    QCOMPARE(m_site->heads.size(), 1);
    QCOMPARE(headerOf(m_site->heads.constFirst(), "Cookie"),
             QByteArray("JSESSIONID=AB12; route=1f"));
    QCOMPARE(m_http->cookies().cookieHeader(QUrl(m_site->url() + u"/amb"_s)),
             QByteArray("JSESSIONID=AB12; route=1f"));
}

void TestSignIn::refusesCookiesOfOtherSites()
{
    QNetworkCookie cookie("JSESSIONID", "hush");
    cookie.setDomain(u"bank.example"_s);
    signIn(cookies({cookie}));
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.constFirst().kind, ErrorKind::NotSignedIn);
    QVERIFY(m_errors.constFirst().text.startsWith(u"None of the cookies is for 127.0.0.1:"_s));
    QCOMPARE(m_done->size(), 0);
}

void TestSignIn::mayBeDestroyedOnTheWay()
{
    signIn(password());
    QTRY_COMPARE(m_site->heads.size(), 1);
    m_signIn.reset();
    signIn(Credentials()); // and the shared cookie jar lives on
    QTRY_COMPARE(m_done->size(), 1);
    QVERIFY(!m_http->cookies().hasCookie("a"));
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "test_signin.moc"
