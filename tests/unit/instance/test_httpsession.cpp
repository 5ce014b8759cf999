// SPDX-License-Identifier: MIT
#include "core/instance/httpsession.h"
#include "tests/unit/instance/site.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

class TestHttpSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sendsCookiesAndTokenWithEachRequest();
    void postsABodyOnceWithItsOrigin();
    void renewsATokenAndAsksOnceMore();
    void asksNoThirdTime();
    void keepsTheNewestToken();
    void keepsNoTokenThatBreaksAHeader();
    void followsNoRedirectByItself();
    void limitsTheSizeOfAReply();
    void tellsWhatWentWrong();
    void givesACallUpWithTheSession();
    void clearForgetsCookiesAndToken();
    void knowsWhatIsItsOwn_data();
    void knowsWhatIsItsOwn();
    void findsTheTokenInAPage_data();
    void findsTheTokenInAPage();

private:
    void watch(InstanceCall *call);

    std::unique_ptr<Site> m_site;
    std::unique_ptr<HttpSession> m_session;
    QList<InstanceReply> m_replies;
};

void TestHttpSession::init()
{
    m_replies.clear();
    m_session.reset();
    m_site = std::make_unique<Site>();
    QVERIFY(m_site->listen());
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    settings.maxMessageBytes = 1000;
    m_session =
        std::make_unique<HttpSession>(*InstanceAddress::parse(m_site->url()), settings, 400ms);
}

void TestHttpSession::watch(InstanceCall *call)
{
    connect(call, &InstanceCall::finished, this, [this](const InstanceReply &reply) {
        m_replies += reply;
    });
    QCOMPARE(m_replies.size(), 0); // never from within the call
}

void TestHttpSession::sendsCookiesAndTokenWithEachRequest()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", "Set-Cookie: b=2; Path=/\r\nX-Total-Count: 7\r\n", "{}");
    };
    m_session->cookies().add({QNetworkCookie("a", "1")}, m_session->address().site());
    m_session->setUserToken("t0ken");
    watch(m_session->get(QUrl(u"/api/now/table/incident?sysparm_limit=1"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    const InstanceReply &reply = m_replies.constFirst();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("{}"));
    QCOMPARE(reply.header("x-total-count"), QByteArray("7"));
    QVERIFY(!reply.failure);
    const QByteArray head = m_site->heads.constFirst();
    QCOMPARE(pathOf(head), QByteArray("/api/now/table/incident?sysparm_limit=1"));
    QCOMPARE(headerOf(head, "Cookie"), QByteArray("a=1"));
    QCOMPARE(headerOf(head, "X-UserToken"), QByteArray("t0ken"));
    QVERIFY(headerOf(head, "User-Agent").startsWith("AMB-Monitor/"));
    QVERIFY(m_session->cookies().hasCookie("b"));
}

void TestHttpSession::postsABodyOnceWithItsOrigin()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", {}, "{}");
    };
    watch(m_session->post(
        QUrl(u"/oauth_token.do"_s), "application/x-www-form-urlencoded", "grant_type=password"));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_site->bodies, QByteArrayList({"grant_type=password"}));
    const QByteArray head = m_site->heads.constFirst();
    QVERIFY(head.startsWith("POST /oauth_token.do "));
    QCOMPARE(headerOf(head, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(headerOf(head, "Origin"), m_site->url().toLatin1());
}

/// amb.md § 1.4: on 401 with X-Is-Logged-In: true, once more with the token of the reply.
void TestHttpSession::renewsATokenAndAsksOnceMore()
{
    m_site->answer = [this](const QByteArray &) {
        return headerOf(m_site->heads.constLast(), "X-UserToken") == "new"
            ? httpReply("200 OK", {}, "{}")
            : httpReply("401 Unauthorized",
                        "X-Is-Logged-In: true\r\nX-UserToken-Response: new\r\n");
    };
    m_session->setUserToken("old");
    watch(m_session->post(QUrl(u"/amb_session_setup.do"_s), "application/json", "[]"));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.constFirst().status, 200);
    QCOMPARE(m_site->bodies, QByteArrayList({"[]", "[]"}));
    QCOMPARE(m_session->userToken(), QByteArray("new"));
}

void TestHttpSession::asksNoThirdTime()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("401 Unauthorized",
                         "X-Is-Logged-In: true\r\nX-UserToken-Response: new\r\n");
    };
    watch(m_session->get(QUrl(u"/api/now/x"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.constFirst().status, 401);
    QCOMPARE(m_site->heads.size(), 2);
}

void TestHttpSession::keepsTheNewestToken()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", "X-UserToken-Response: next\r\n", "{}");
    };
    m_session->setUserToken("old");
    watch(m_session->get(QUrl(u"/api/now/x"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_session->userToken(), QByteArray("next"));
    QCOMPARE(m_site->heads.size(), 1);
}

void TestHttpSession::keepsNoTokenThatBreaksAHeader()
{
    m_session->setUserToken("good");
    m_session->setUserToken("bad\r\nX-Other: 1");
    QCOMPARE(m_session->userToken(), QByteArray("good"));
}

void TestHttpSession::followsNoRedirectByItself()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("302 Found", "Location: /login.do?a=b\r\n");
    };
    watch(m_session->get(QUrl(u"/home.do"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    QVERIFY(m_replies.constFirst().isRedirect());
    QCOMPARE(m_replies.constFirst().location, QUrl(m_site->url() + u"/login.do?a=b"_s));
    QCOMPARE(m_site->heads.size(), 1);
}

void TestHttpSession::limitsTheSizeOfAReply()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", {}, QByteArray(5000, 'x'));
    };
    watch(m_session->get(QUrl(u"/home.do"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.constFirst().status, 0);
    QCOMPARE(m_replies.constFirst().failure->kind, ErrorKind::Protocol);
    QVERIFY(m_replies.constFirst().failure->text.contains(u"larger than the limit"_s));
}

void TestHttpSession::tellsWhatWentWrong()
{
    watch(m_session->get(QUrl(u"/home.do"_s))); // nobody answers
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.constFirst().failure->kind, ErrorKind::Timeout);
    m_replies.clear();
    m_site.reset();
    watch(m_session->get(QUrl(u"/home.do"_s)));
    QTRY_COMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.constFirst().failure->kind, ErrorKind::Network);
    QVERIFY(m_replies.constFirst().failure->text.contains(u"127.0.0.1"_s));
}

void TestHttpSession::givesACallUpWithTheSession()
{
    watch(m_session->get(QUrl(u"/home.do"_s)));
    QTRY_COMPARE(m_site->heads.size(), 1);
    m_session.reset();
    QCOMPARE(m_replies.size(), 0);
}

void TestHttpSession::clearForgetsCookiesAndToken()
{
    m_session->cookies().add({QNetworkCookie("a", "1")}, m_session->address().site());
    m_session->setUserToken("t0ken");
    m_session->clear();
    QVERIFY(m_session->cookies().cookieHeader(m_session->address().site()).isEmpty());
    QVERIFY(m_session->userToken().isEmpty());
}

void TestHttpSession::knowsWhatIsItsOwn_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isOwn");
    QTest::newRow("path") << u"/home.do"_s << true;
    QTest::newRow("whole") << u"https://dev1.service-now.com/home.do"_s << true;
    QTest::newRow("port named") << u"https://dev1.service-now.com:443/home.do"_s << true;
    QTest::newRow("upper case") << u"https://DEV1.service-now.com/"_s << true;
    QTest::newRow("other host") << u"https://login.example/"_s << false;
    QTest::newRow("other host without scheme") << u"//login.example/"_s << false;
    QTest::newRow("longer host") << u"https://dev1.service-now.com.example/"_s << false;
    QTest::newRow("not secure") << u"http://dev1.service-now.com/"_s << false;
    QTest::newRow("other port") << u"https://dev1.service-now.com:8443/"_s << false;
}

void TestHttpSession::knowsWhatIsItsOwn()
{
    QFETCH(const QString, url);
    QFETCH(const bool, isOwn);
    const HttpSession session(
        *InstanceAddress::parse(u"https://dev1.service-now.com"_s), {}, 400ms);
    QCOMPARE(session.isOwn(QUrl(url)), isOwn);
}

void TestHttpSession::findsTheTokenInAPage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("older") << QByteArray("<script>var g_ck = 'ab12';</script>")
                           << QByteArray("ab12");
    QTest::newRow("newer") << QByteArray(R"(<script>window.g_ck="ab12"</script>)")
                           << QByteArray("ab12");
    QTest::newRow("first empty") << QByteArray(R"(x.my_g_ck = 'no'; g_ck = "ab12")")
                                 << QByteArray("ab12");
    QTest::newRow("not signed in") << QByteArray("var g_ck = '';") << QByteArray();
    QTest::newRow("none") << QByteArray("<html></html>") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestHttpSession::findsTheTokenInAPage()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, token);
    QCOMPARE(userTokenIn(page), token);
}

QTEST_GUILESS_MAIN(TestHttpSession)
#include "test_httpsession.moc"
