// SPDX-License-Identifier: MIT
#include "core/transport/cookiejar.h"

#include <QDateTime>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace amb;

class TestCookieJar : public QObject
{
    Q_OBJECT

private slots:
    void makesOneHeaderOfNameAndValueOnly();
    void treatsWebSocketLikeHttp();
    void keepsSecureCookiesOffPlainConnections();
    void keepsHostsApart();
    void givesCookiesWithoutAPathToAllPaths();
    void keepsAReplysCookieWithoutAPathInItsFolder();
    void neverKeepsTombstones_data();
    void neverKeepsTombstones();
    void tombstonesTakeTheCookieAway();
    void forgetsCookiesThatExpire();
    void refusesCookiesThatBreakTheHeader();
    void clearForgetsAll();
    void takesTheCookiesOfAnotherJar();

private:
    const QUrl m_url{u"https://dev.example.com/amb"_s};
};

void TestCookieJar::makesOneHeaderOfNameAndValueOnly()
{
    CookieJar jar;
    QCOMPARE(jar.cookieHeader(m_url), QByteArray());
    jar.add(QNetworkCookie::parseCookies("JSESSIONID=AB==; Path=/; HttpOnly; Secure\n"
                                         "glide_user_route=glide.1f; Path=/; Max-Age=1000"),
            m_url);
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("JSESSIONID=AB==; glide_user_route=glide.1f"));
    QVERIFY(jar.hasCookie("JSESSIONID"));
    QVERIFY(!jar.hasCookie("jsessionid"));
}

void TestCookieJar::treatsWebSocketLikeHttp()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("a=1; Secure"), QUrl(u"wss://dev.example.com/amb"_s));
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("a=1"));
    QCOMPARE(jar.cookieHeader(QUrl(u"wss://dev.example.com/amb"_s)), QByteArray("a=1"));
}

void TestCookieJar::keepsSecureCookiesOffPlainConnections()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("a=1; Secure\nb=2"), m_url);
    QCOMPARE(jar.cookieHeader(QUrl(u"ws://dev.example.com/amb"_s)), QByteArray("b=2"));
    QCOMPARE(jar.cookieHeader(QUrl(u"http://dev.example.com/amb"_s)), QByteArray("b=2"));
}

void TestCookieJar::keepsHostsApart()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("a=1"), m_url);
    jar.add(QNetworkCookie::parseCookies("b=2; Domain=other.example"), m_url);
    QCOMPARE(jar.cookieHeader(QUrl(u"https://other.example/amb"_s)), QByteArray());
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("a=1"));
}

void TestCookieJar::givesCookiesWithoutAPathToAllPaths()
{
    CookieJar jar;
    jar.add({QNetworkCookie("a", "1")}, QUrl(u"https://dev.example.com/deep/down"_s));
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("a=1"));
}

void TestCookieJar::keepsAReplysCookieWithoutAPathInItsFolder()
{
    CookieJar jar;
    jar.setCookiesFromUrl(QNetworkCookie::parseCookies("BAYEUX_BROWSER=b"),
                          QUrl(u"https://dev.example.com/amb/handshake"_s));
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("BAYEUX_BROWSER=b"));
    QCOMPARE(jar.cookieHeader(QUrl(u"https://dev.example.com/amb/connect"_s)),
             QByteArray("BAYEUX_BROWSER=b"));
    QCOMPARE(jar.cookieHeader(QUrl(u"https://dev.example.com/ambush"_s)), QByteArray());
}

void TestCookieJar::neverKeepsTombstones_data()
{
    QTest::addColumn<QByteArray>("cookie");
    QTest::newRow("empty") << QByteArray("glide_user=; Path=/");
    QTest::newRow("quoted empty") << QByteArray(R"(glide_user=""; Path=/)");
    QTest::newRow("Max-Age=0") << QByteArray("glide_user=x; Max-Age=0; Path=/");
    QTest::newRow("expired") << QByteArray(
        "glide_user=x; Expires=Thu, 01 Jan 1970 00:00:10 GMT; Path=/");
}

void TestCookieJar::neverKeepsTombstones()
{
    QFETCH(QByteArray, cookie);
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies(cookie + "\na=1"), m_url);
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("a=1"));
    QVERIFY(!jar.hasCookie("glide_user"));
}

void TestCookieJar::tombstonesTakeTheCookieAway()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("glide_user=x; Path=/\na=1; Path=/"), m_url);
    jar.add(QNetworkCookie::parseCookies(R"(glide_user=""; Path=/)"), m_url);
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("a=1"));
    jar.add(QNetworkCookie::parseCookies("a=2; Max-Age=0; Path=/"), m_url);
    QCOMPARE(jar.cookieHeader(m_url), QByteArray());
}

void TestCookieJar::forgetsCookiesThatExpire()
{
    CookieJar jar;
    QNetworkCookie soon("a", "1");
    soon.setExpirationDate(QDateTime::currentDateTimeUtc().addMSecs(80));
    jar.add({soon}, m_url);
    QVERIFY(jar.hasCookie("a"));
    QTRY_COMPARE(jar.cookieHeader(m_url), QByteArray());
    QVERIFY(!jar.hasCookie("a"));
}

void TestCookieJar::refusesCookiesThatBreakTheHeader()
{
    CookieJar jar;
    jar.add({QNetworkCookie("a", "1\r\nX-Other: 2"),
             QNetworkCookie("b\n", "1"),
             QNetworkCookie("", "1"),
             QNetworkCookie("c", "größe")},
            m_url);
    QCOMPARE(jar.cookieHeader(m_url), QByteArray("c=größe"));
}

void TestCookieJar::clearForgetsAll()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("a=1"), m_url);
    jar.clear();
    QVERIFY(!jar.hasCookie("a"));
    QCOMPARE(jar.cookieHeader(m_url), QByteArray());
}

void TestCookieJar::takesTheCookiesOfAnotherJar()
{
    CookieJar jar;
    jar.add(QNetworkCookie::parseCookies("JSESSIONID=old\nBAYEUX_BROWSER=mine"), m_url);
    CookieJar other;
    other.add(QNetworkCookie::parseCookies("JSESSIONID=new\nBAYEUX_BROWSER=its\nroute=1"), m_url);
    jar.takeFrom(other, "BAYEUX_BROWSER");
    QCOMPARE(jar.value("JSESSIONID"), QByteArray("new"));
    QCOMPARE(jar.value("BAYEUX_BROWSER"), QByteArray("mine"));
    QCOMPARE(jar.value("route"), QByteArray("1"));
    QCOMPARE(jar.value("none"), QByteArray());
    QCOMPARE(other.value("JSESSIONID"), QByteArray("new"));
}

QTEST_GUILESS_MAIN(TestCookieJar)
#include "test_cookiejar.moc"
