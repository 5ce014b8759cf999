// SPDX-License-Identifier: MIT
#include "core/instance/instanceaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

class TestInstanceAddress : public QObject
{
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void neverRepeatsAPassword_data();
    void neverRepeatsAPassword();
};

void TestInstanceAddress::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("http");
    QTest::addColumn<QString>("webSocket");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *text,
                        const QString &http,
                        const QString &webSocket,
                        const QByteArray &origin,
                        const QString &name) {
        QTest::newRow(text) << QString::fromUtf8(text) << http << webSocket << origin << name;
    };
    const QString http = u"https://dev1.service-now.com/amb"_s;
    const QString ws = u"wss://dev1.service-now.com/amb"_s;
    const QByteArray origin = "https://dev1.service-now.com";
    const QString name = u"dev1.service-now.com"_s;
    for (const char *text : {"https://dev1.service-now.com",
                             "https://dev1.service-now.com/",
                             "https://dev1.service-now.com/amb",
                             "https://dev1.service-now.com/amb/",
                             "https://dev1.service-now.com///",
                             "https://dev1.service-now.com:443",
                             "HTTPS://Dev1.Service-Now.com",
                             "dev1.service-now.com",
                             "dev1.service-now.com/amb/",
                             "wss://dev1.service-now.com/amb",
                             "  dev1.service-now.com \n",
                             "dev1",
                             " Dev1 ",
                             "dev1/",
                             "dev1/amb"})
        row(text, http, ws, origin, name);
    row("http://127.0.0.1:8080/bayeux",
        u"http://127.0.0.1:8080/bayeux"_s,
        u"ws://127.0.0.1:8080/bayeux"_s,
        "http://127.0.0.1:8080",
        u"127.0.0.1:8080"_s);
    row("ws://localhost:9000/a/b/",
        u"http://localhost:9000/a/b"_s,
        u"ws://localhost:9000/a/b"_s,
        "http://localhost:9000",
        u"localhost:9000"_s);
    row("localhost:8443",
        u"https://localhost:8443/amb"_s,
        u"wss://localhost:8443/amb"_s,
        "https://localhost:8443",
        u"localhost:8443"_s);
    row("localhost",
        u"https://localhost/amb"_s,
        u"wss://localhost/amb"_s,
        "https://localhost",
        u"localhost"_s);
    row("amb:8443",
        u"https://amb:8443/amb"_s,
        u"wss://amb:8443/amb"_s,
        "https://amb:8443",
        u"amb:8443"_s);
    row("https://intranet",
        u"https://intranet/amb"_s,
        u"wss://intranet/amb"_s,
        "https://intranet",
        u"intranet"_s);
    row("192.0.2.7",
        u"https://192.0.2.7/amb"_s,
        u"wss://192.0.2.7/amb"_s,
        "https://192.0.2.7",
        u"192.0.2.7"_s);
    row("http://localhost:80",
        u"http://localhost/amb"_s,
        u"ws://localhost/amb"_s,
        "http://localhost",
        u"localhost"_s);
    row("http://localhost:443",
        u"http://localhost:443/amb"_s,
        u"ws://localhost:443/amb"_s,
        "http://localhost:443",
        u"localhost:443"_s);
    row("[::1]:8080",
        u"https://[::1]:8080/amb"_s,
        u"wss://[::1]:8080/amb"_s,
        "https://[::1]:8080",
        u"[::1]:8080"_s);
    row("http://bücher.example",
        u"http://bücher.example/amb"_s,
        u"ws://bücher.example/amb"_s,
        "http://xn--bcher-kva.example",
        u"xn--bcher-kva.example"_s);
}

void TestInstanceAddress::understands()
{
    QFETCH(QString, text);
    QFETCH(QString, http);
    QFETCH(QString, webSocket);
    QFETCH(QByteArray, origin);
    QFETCH(QString, name);
    const Result<InstanceAddress> address = InstanceAddress::parse(text);
    QVERIFY(address.ok());
    QCOMPARE(address->bayeuxUrl(), QUrl(http));
    QCOMPARE(address->webSocketUrl(), QUrl(webSocket));
    QCOMPARE(address->origin(), origin);
    QCOMPARE(address->site().toEncoded(), origin);
    QCOMPARE(address->displayName(), name);
}

void TestInstanceAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const QString &says) {
        QTest::newRow(text) << QString::fromUtf8(text) << says;
    };
    row("", u"An address is missing"_s);
    row("  ", u"An address is missing"_s);
    row("https://", u"is no address"_s);
    row("https:///amb", u"is no address"_s);
    row("https://<a>", u"is no address"_s);
    row("two words", u"is no address"_s);
    row("host:port", u"is no address"_s);
    row("host:99999", u"is no address"_s);
    row("https://[::1", u"is no address"_s);
    row("ftp://host", u"begins with “ftp://”"_s);
    row("file:///etc/passwd", u"is no address"_s);
    row("https://host/amb?token=hush", u"has a query or fragment"_s);
    row("https://host/amb#part", u"has a query or fragment"_s);
}

void TestInstanceAddress::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const Result<InstanceAddress> address = InstanceAddress::parse(text);
    QVERIFY(!address.ok());
    QCOMPARE(address.error().kind, ErrorKind::Input);
    QVERIFY2(address.error().text.contains(says), qPrintable(address.error().text));
    QVERIFY(!address.error().text.contains(u"hush"_s));
}

void TestInstanceAddress::neverRepeatsAPassword_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"https://admin:hush@host",
                             "admin:hush@host",
                             "https://admin:hush@",
                             "https://admin:hush@two words",
                             "ftp://admin:hush@host",
                             "https://admin:hush@host:99999/amb",
                             "https://admin:hush@host?a=b"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestInstanceAddress::neverRepeatsAPassword()
{
    QFETCH(QString, text);
    const Result<InstanceAddress> address = InstanceAddress::parse(text);
    QVERIFY(!address.ok());
    QVERIFY(address.error().text.contains(u"contains a user name or password"_s));
    QVERIFY(!(address.error().text + address.error().detail).contains(u"hush"_s));
}

QTEST_GUILESS_MAIN(TestInstanceAddress)
#include "test_instanceaddress.moc"
