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
    void readsCurlCommands_data();
    void readsCurlCommands();
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
    row("header among a request's others",
        "GET /home.do HTTP/2\r\nHost: dev1.service-now.com\r\nCookie: a=1; b=2\r\nAccept: */*",
        "a=1 | b=2");
}

/// As Chrome, Edge and Firefox copy a request for bash and for Windows.
void TestCookieText::readsCurlCommands_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("Chrome, bash",
        "curl 'https://dev1.service-now.com/home.do' \\\n"
        "  -H 'accept: text/html,*/*;q=0.8' \\\n"
        "  -H 'accept-language: en' \\\n"
        "  -b 'JSESSIONID=AB12; glide_user_route=glide.1f; c=%22x%22' \\\n"
        "  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)'",
        "JSESSIONID=AB12@dev1.service-now.com | glide_user_route=glide.1f@dev1.service-now.com | "
        "c=%22x%22@dev1.service-now.com");
    row("Chrome, bash with escapes",
        "curl 'https://dev1.service-now.com/' \\\n  -b $'a=x\\u0021y; b=it\\'s; c=\\x41\\101'",
        "a=x!y@dev1.service-now.com | b=it's@dev1.service-now.com | c=AA@dev1.service-now.com");
    row("Chrome, older, with a header",
        "curl 'https://dev1.service-now.com/' -H 'cookie: a=1; b=2' --compressed",
        "a=1@dev1.service-now.com | b=2@dev1.service-now.com");
    row("Chrome, cmd",
        "curl ^\"https://dev1.service-now.com/home.do?a=b^&c=d^\" ^\r\n"
        "  -H ^\"accept: */*^\" ^\r\n"
        "  -b ^\"JSESSIONID=AB12; q=^\\^\"x^\\^\"; p=^%^22^\" ^\r\n"
        "  -H ^\"sec-ch-ua: ^\\^\"Chromium^\\^\";v=^\\^\"140^\\^\"^\"",
        "JSESSIONID=AB12@dev1.service-now.com | q=\"x\"@dev1.service-now.com | "
        "p=%22@dev1.service-now.com");
    row("Firefox, POSIX",
        "curl 'https://dev1.service-now.com/home.do' --compressed -H 'User-Agent: Mozilla/5.0' "
        "-H 'Cookie: a=1; b=2' -H 'Connection: keep-alive'",
        "a=1@dev1.service-now.com | b=2@dev1.service-now.com");
    row("Firefox, Windows",
        "curl \"https://dev1.service-now.com/home.do\" --compressed -H \"Cookie: a=1; "
        "b=\"\"q\"\"\"",
        "a=1@dev1.service-now.com | b=\"q\"@dev1.service-now.com");
    row("options joined with their values",
        "curl.exe https://dev1.service-now.com/ --cookie=a=1 -bb=2 --header='Cookie: c=3'",
        "a=1@dev1.service-now.com | b=2@dev1.service-now.com | c=3@dev1.service-now.com");
    row("in double quotes of bash",
        "curl \"https://dev1.service-now.com/\" \\\n  -H \"Cookie: a=\\$1; b=\\\"q\\\"\"",
        "a=$1@dev1.service-now.com | b=\"q\"@dev1.service-now.com");
}

void TestCookieText::readsCurlCommands()
{
    reads();
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
    row("curl without cookies",
        "curl 'https://dev1.example/' -H 'a: hush'",
        u"The curl command sends no cookies"_s);
    row("curl, cut off",
        "curl 'https://dev1.example/' -b 'a=hush",
        u"The curl command ends within a quotation"_s);
    row("curl for cmd, cut off",
        "curl ^\"https://dev1.example/^\" ^\n -b ^\"a=hush",
        u"The curl command ends within a quotation"_s);
    row("curl with a file",
        "curl https://dev1.example/ -b hush.txt",
        u"The curl command reads its cookies from a file"_s);
    row("curl with a bad header", "curl https://dev1.example/ -b 'a=b; hush'", noHeader);
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
