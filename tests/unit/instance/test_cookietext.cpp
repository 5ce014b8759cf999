// SPDX-License-Identifier: MIT
#include "core/instance/cookietext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

namespace {

QByteArray describe(const QList<QNetworkCookie> &cookies)
{
    QByteArrayList words;
    for (const QNetworkCookie &cookie : cookies) {
        QByteArray text = cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
        if (!cookie.domain().isEmpty())
            text += '@' + cookie.domain().toLatin1() + cookie.path().toLatin1();
        if (cookie.isSecure())
            text += " secure";
        if (!cookie.isSessionCookie())
            text += ' ' + QByteArray::number(cookie.expirationDate().toSecsSinceEpoch());
        words += text;
    }
    return words.join(" | ");
}

} // namespace

class TestCookieText : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestCookieText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("header",
        "Cookie: JSESSIONID=AB12; glide_user_route=glide.1f",
        "JSESSIONID=AB12 | glide_user_route=glide.1f");
    row("header in lower case", "cookie:a=1", "a=1");
    row("value alone",
        "JSESSIONID=AB12;glide_user_route=glide.1f; ",
        "JSESSIONID=AB12 | glide_user_route=glide.1f");
    row("value with = and quotes", "a=b==; c=\"d e\"", "a=b== | c=\"d e\"");
    row("empty value", "a=; b=1", "a= | b=1");
    row("line break at the end", "a=1\r\n", "a=1");
    row("Netscape",
        "# Netscape HTTP Cookie File\n"
        "\n"
        "dev1.service-now.com\tFALSE\t/\tTRUE\t0\tJSESSIONID\tAB12\n"
        "#HttpOnly_.service-now.com\tTRUE\t/amb\tFALSE\t2000000000\troute\tglide.1f\n",
        "JSESSIONID=AB12@dev1.service-now.com/ secure | route=glide.1f@.service-now.com/amb "
        "2000000000");
    row("Netscape with CRLF", "# x\r\nhost\tFALSE\t/\tFALSE\t0\ta\t1\r\n", "a=1@host/");
    row("Netscape, domain and flag disagree",
        ".host.example\tFALSE\t/\tFALSE\t0\ta\t1\nhost.example\tTRUE\t/\tFALSE\t0\tb\t2",
        "a=1@host.example/ | b=2@.host.example/");
    row("Netscape, empty value last",
        "host\tFALSE\t/\tFALSE\t0\ta\t1\nhost\tFALSE\t/\tFALSE\t0\tb\t",
        "a=1@host/ | b=@host/");
}

void TestCookieText::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const Result<QList<QNetworkCookie>> cookies = parseCookieText(text);
    QVERIFY(cookies.ok());
    QCOMPARE(describe(*cookies), expected);
}

void TestCookieText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const QString &says) {
        QTest::newRow(name) << QByteArray(text) << says;
    };
    const QString noHeader = u"This is no Cookie header"_s;
    row("nothing", "", u"There is no cookie in the text"_s);
    row("white space", " \n\t ", u"There is no cookie in the text"_s);
    row("comments only", "# Netscape HTTP Cookie File\n", u"There is no cookie in the text"_s);
    row("name only", "Cookie:", u"There is no cookie in the text"_s);
    row("prose", "the secret is hush", noHeader);
    row("value without a name", "=hush", noHeader);
    row("JSON", R"([{"name":"JSESSIONID","value":"hush="}])", noHeader);
    row("a whole request", "GET / HTTP/1.1\nCookie: JSESSIONID=hush", noHeader);
    row("two headers", "Cookie: a=hush\nHost: b", noHeader);
    row("short line",
        "# Netscape\nhost\tFALSE\t/\thush\n",
        u"Line 2 of the cookie file does not have the seven"_s);
}

void TestCookieText::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const Result<QList<QNetworkCookie>> cookies = parseCookieText(text);
    QVERIFY(!cookies.ok());
    QCOMPARE(cookies.error().kind, ErrorKind::Input);
    QVERIFY2(cookies.error().text.startsWith(says), qPrintable(cookies.error().text));
    QVERIFY(!(cookies.error().text + cookies.error().detail).contains(u"hush"_s));
}

QTEST_GUILESS_MAIN(TestCookieText)
#include "test_cookietext.moc"
