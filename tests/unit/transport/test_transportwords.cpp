// SPDX-License-Identifier: MIT
#include "core/transport/closecause.h"
#include "core/transport/failures.h"
#include "core/transport/httpreply.h"
#include "core/transport/upgraderefusal.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace amb;
using Kind = TransportFailure::Kind;

class TestTransportWords : public QObject
{
    Q_OBJECT

private slots:
    void findsTheStatusInTheErrorString_data();
    void findsTheStatusInTheErrorString();
    void tellsOwnCloseReasonsFromThePeers_data();
    void tellsOwnCloseReasonsFromThePeers();
    void everyStatusHasWords_data();
    void everyStatusHasWords();
    void socketErrorsBecomeKinds_data();
    void socketErrorsBecomeKinds();
    void networkErrorsBecomeKinds_data();
    void networkErrorsBecomeKinds();
    void theShapeOfABodyDecides_data();
    void theShapeOfABodyDecides();
    void findsThePageTitle_data();
    void findsThePageTitle();
    void shortensThePeersText();
    void hidesSecretsOfARedirect();
};

void TestTransportWords::findsTheStatusInTheErrorString_data()
{
    QTest::addColumn<QString>("errorString");
    QTest::addColumn<int>("status");
    const QString prefix = u"QWebSocketPrivate::processHandshake: "_s;
    QTest::newRow("403") << prefix + u"Unhandled http status code: 403 (Forbidden)."_s << 403;
    QTest::newRow("no phrase") << prefix + u"Unhandled http status code: 503 ()."_s << 503;
    QTest::newRow("another language")
        << prefix + u"Nicht unterstützter HTTP-Statuscode: 404 (Not Found)."_s << 404;
    QTest::newRow("phrase with digits")
        << prefix + u"Unhandled http status code: 418 (500 teapots)."_s << 418;
    QTest::newRow("400") << prefix + u"Unknown error condition encountered. Aborting connection."_s
                         << 400;
    QTest::newRow("400 with a version")
        << u"Handshake: Server requests a version that we don't support: 8."_s << 400;
    QTest::newRow("wrong key")
        << u"Accept-Key received from server 123 (x) does not match the client key."_s << 123;
    QTest::newRow("socket") << u"Connection refused"_s << 0;
    QTest::newRow("no HTTP") << u"Read handshake request status failed"_s << 0;
    QTest::newRow("empty") << QString() << 0;
}

void TestTransportWords::findsTheStatusInTheErrorString()
{
    QFETCH(QString, errorString);
    QFETCH(int, status);
    QCOMPARE(refusedUpgradeStatus(errorString), status);
}

void TestTransportWords::tellsOwnCloseReasonsFromThePeers_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *reason, CloseCause cause) {
        QTest::newRow(reason) << QString::fromLatin1(reason) << static_cast<int>(cause);
    };
    row("Maximum framesize exceeded.", CloseCause::TooBig);
    row("Received message is too big.", CloseCause::TooBig);
    row("Timeout when reading data from socket.", CloseCause::Stalled);
    row("Invalid UTF-8 code encountered.", CloseCause::InvalidText);
    row("Rsv field is non-zero", CloseCause::InvalidFrame);
    row("Invalid close code 1002 detected.", CloseCause::PeerWithOtherCode);
    row("Destroy", CloseCause::Peer);
    row("Text message size [70000] exceeds maximum size [65536]", CloseCause::Peer);
    row("", CloseCause::Peer);
}

void TestTransportWords::tellsOwnCloseReasonsFromThePeers()
{
    QFETCH(QString, reason);
    QFETCH(int, cause);
    QCOMPARE(static_cast<int>(closeCause(reason)), cause);
}

void TestTransportWords::everyStatusHasWords_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {100, 200, 204, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405,
                             407, 408, 413, 418, 426, 429, 500, 501, 502, 503, 504, 599, 999})
        QTest::addRow("%d", status) << status;
}

void TestTransportWords::everyStatusHasWords()
{
    QFETCH(int, status);
    for (const TransportFailure &failure :
         {failures::httpStatus(status, u"said"_s), failures::upgradeRefused(status, u"said"_s)}) {
        QCOMPARE(failure.httpStatus, status);
        QVERIFY(failure.text.contains(QString::number(status)));
        QVERIFY(failure.text.endsWith(u'.'));
        QVERIFY(!failure.text.endsWith(u".."_s));
        QVERIFY(failure.text.size() > 40);
        QCOMPARE(failure.detail, u"said"_s);
    }
}

void TestTransportWords::socketErrorsBecomeKinds_data()
{
    QTest::addColumn<QAbstractSocket::SocketError>("error");
    QTest::addColumn<bool>("viaProxy");
    QTest::addColumn<Kind>("kind");
    using Socket = QAbstractSocket;
    QTest::newRow("host") << Socket::HostNotFoundError << false << Kind::HostNotFound;
    QTest::newRow("refused") << Socket::ConnectionRefusedError << false << Kind::ConnectionRefused;
    QTest::newRow("unreachable") << Socket::NetworkError << false << Kind::ConnectionRefused;
    QTest::newRow("proxy denies") << Socket::SocketAccessError << true << Kind::ProxyFailed;
    QTest::newRow("closed") << Socket::RemoteHostClosedError << false << Kind::ConnectionLost;
    QTest::newRow("TLS") << Socket::SslHandshakeFailedError << false << Kind::TlsFailed;
    QTest::newRow("proxy refused")
        << Socket::ProxyConnectionRefusedError << false << Kind::ProxyFailed;
    QTest::newRow("proxy sign-in")
        << Socket::ProxyAuthenticationRequiredError << false << Kind::ProxyFailed;
    QTest::newRow("proxy unknown") << Socket::ProxyNotFoundError << false << Kind::ProxyFailed;
}

void TestTransportWords::socketErrorsBecomeKinds()
{
    QFETCH(QAbstractSocket::SocketError, error);
    QFETCH(bool, viaProxy);
    QFETCH(Kind, kind);
    const QUrl url(u"wss://dev.example.com/amb"_s);
    const TransportFailure failure = failures::whileOpening(error, {url, viaProxy, u"said"_s});
    QCOMPARE(failure.kind, kind);
    QCOMPARE(failure.detail, u"said"_s);
    QVERIFY(failure.text.endsWith(u'.'));
}

void TestTransportWords::networkErrorsBecomeKinds_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<bool>("viaProxy");
    QTest::addColumn<Kind>("kind");
    using Reply = QNetworkReply;
    QTest::newRow("host") << Reply::HostNotFoundError << false << Kind::HostNotFound;
    QTest::newRow("refused") << Reply::ConnectionRefusedError << false << Kind::ConnectionRefused;
    QTest::newRow("unreachable") << Reply::UnknownNetworkError << false << Kind::ConnectionRefused;
    QTest::newRow("refused by a proxy")
        << Reply::ConnectionRefusedError << true << Kind::ProxyFailed;
    QTest::newRow("closed") << Reply::RemoteHostClosedError << false << Kind::ConnectionLost;
    QTest::newRow("not sent again") << Reply::ContentReSendError << false << Kind::ConnectionLost;
    QTest::newRow("TLS") << Reply::SslHandshakeFailedError << false << Kind::TlsFailed;
    QTest::newRow("proxy") << Reply::ProxyConnectionRefusedError << false << Kind::ProxyFailed;
    QTest::newRow("proxy sign-in")
        << Reply::ProxyAuthenticationRequiredError << false << Kind::ProxyFailed;
}

void TestTransportWords::networkErrorsBecomeKinds()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(bool, viaProxy);
    QFETCH(Kind, kind);
    const QUrl url(u"https://dev.example.com/amb"_s);
    const TransportFailure failure = failures::fromNetworkError(error, {url, viaProxy, u"said"_s});
    QCOMPARE(failure.kind, kind);
    QVERIFY(failure.text.endsWith(u'.'));
}

void TestTransportWords::theShapeOfABodyDecides_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind"); // -1: Bayeux
    const auto is = [](Kind kind) {
        return static_cast<int>(kind);
    };
    const QByteArray json = "application/json";
    const QByteArray html = "Text/HTML;charset=UTF-8";
    QTest::newRow("array") << json << QByteArray("[{}]") << -1;
    QTest::newRow("object") << json << QByteArray("{}") << -1;
    QTest::newRow("array as page") << html << QByteArray("[{}]") << -1;
    QTest::newRow("array after blanks") << json << QByteArray("\r\n [{}]") << -1;
    QTest::newRow("array after a mark") << json << QByteArray("\xef\xbb\xbf[{}]") << -1;
    QTest::newRow("cut array") << json << QByteArray("[") << -1;
    QTest::newRow("blanks") << json << QByteArray(" \n") << is(Kind::EmptyBody);
    QTest::newRow("empty array") << json << QByteArray("[\n]") << is(Kind::EmptyBody);
    QTest::newRow("page as JSON") << json << QByteArray("<html>") << is(Kind::Html);
    QTest::newRow("text as page") << html << QByteArray("hello") << is(Kind::Html);
    QTest::newRow("number") << json << QByteArray("42") << is(Kind::NotJson);
}

void TestTransportWords::theShapeOfABodyDecides()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const HttpReply reply{.status = 200,
                          .url = QUrl(u"https://dev.example.com/amb"_s),
                          .contentType = contentType,
                          .location = {},
                          .retryAfter = {},
                          .body = body};
    const auto failure = whyNotBayeux(reply);
    QCOMPARE(failure ? static_cast<int>(failure->kind) : -1, kind);
}

void TestTransportWords::findsThePageTitle_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << QByteArray("<head><title>Log in</title>") << u"Log in"_s;
    QTest::newRow("capitals and lines")
        << QByteArray("<TITLE lang=de>\n  Größe\n</TITLE>") << u"Größe"_s;
    QTest::newRow("none") << QByteArray("<html>") << QString();
    QTest::newRow("open") << QByteArray("<title>endless") << QString();
    QTest::newRow("far down") << "<head>" + QByteArray(20000, ' ') + "<title>x</title>"
                              << QString();
}

void TestTransportWords::findsThePageTitle()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, title);
    QCOMPARE(pageTitle(page), title);
}

void TestTransportWords::shortensThePeersText()
{
    QCOMPARE(failures::oneLine(u" a\r\n\tb "_s), u"a b"_s);
    QCOMPARE(failures::oneLine(QString(500, u'x'), 10), QString(9, u'x') + u'…');
    const TransportFailure failure = failures::closedByServer(1008, QString(500, u'x'));
    QVERIFY(failure.text.size() < 300);
}

void TestTransportWords::hidesSecretsOfARedirect()
{
    const QUrl target(u"https://user:secret@sso.example/in?SAMLRequest=secret#secret"_s);
    const TransportFailure failure = failures::redirect(302, target, {});
    QVERIFY(failure.text.contains(u"https://sso.example/in:"_s));
    QVERIFY(!failure.text.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestTransportWords)
#include "test_transportwords.moc"
