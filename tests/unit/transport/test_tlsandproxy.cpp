// SPDX-License-Identifier: MIT
#include "connectproxy.h"
#include "core/transport/cookiejar.h"
#include "core/transport/networksetup.h"
#include "core/transport/networktransportfactory.h"
#include "httppeer.h"
#include "testcertificates.h"
#include "transportlog.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using Kind = TransportFailure::Kind;

/// TLS and proxies with both transports. The first column of each table is the transport.
class TestTlsAndProxy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void acceptsAnOwnAuthority_data() { bothTransports(); }
    void acceptsAnOwnAuthority();
    void refusesAnUnknownAuthority_data() { bothTransports(); }
    void refusesAnUnknownAuthority();
    void refusesACertificateForAnotherHost_data() { bothTransports(); }
    void refusesACertificateForAnotherHost();
    void refusesAnExpiredCertificate_data() { bothTransports(); }
    void refusesAnExpiredCertificate();
    void namesAPortThatSpeaksNoTls_data() { bothTransports(); }
    void namesAPortThatSpeaksNoTls();
    void sendsSecureCookiesOverTls_data() { bothTransports(); }
    void sendsSecureCookiesOverTls();
    void staysWithHttp11OverTls();
    void neverRepeatsAPostOverTls();
    void goesThroughATunnelOverTls_data() { bothTransports(); }
    void goesThroughATunnelOverTls();
    void plainWebSocketGoesThroughATunnel();
    void plainHttpGoesThroughTheProxy();
    void signsInAtTheProxy_data();
    void signsInAtTheProxy();
    void reportsAProxyThatWantsCredentials_data();
    void reportsAProxyThatWantsCredentials();
    void reportsAProxyThatRefuses_data() { bothTransports(); }
    void reportsAProxyThatRefuses();
    void reportsAProxyThatIsNotThere_data();
    void reportsAProxyThatIsNotThere();
    void neverUsesTheSystemsProxyForThisComputer_data();
    void neverUsesTheSystemsProxyForThisComputer();
    void usesTheSystemsProxyForOthers();
    void usesTheProxySetForAll();
    void keepsTheSystemsCertificatesBesideOwnOnes();

private:
    static void bothTransports();
    static void bothTransportsAndSchemes();
    /// Sends one request to `peer` over TLS (or not); the answer or failure ends up in m_log.
    void exchange(TransportType type, const HttpPeer &peer, bool isSecure);
    static void answer(HttpPeer &peer);
    void exchangeAndExpect(Kind kind,
                           const QString &words,
                           const HttpPeer &peer,
                           bool isSecure = true);

    std::unique_ptr<TestCertificates> m_certificates;
    CookieJar m_cookies;
    NetworkSettings m_settings;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportLog> m_log;
};

void TestTlsAndProxy::initTestCase()
{
    m_certificates = std::make_unique<TestCertificates>();
    QVERIFY2(m_certificates->isValid(), "openssl made no certificate authority");
}

void TestTlsAndProxy::init()
{
    m_settings = NetworkSettings();
    m_settings.ownCertificates = m_certificates->authority();
    m_cookies.clear();
    m_log.reset();
    m_transport.reset();
}

void TestTlsAndProxy::bothTransports()
{
    QTest::addColumn<TransportType>("type");
    QTest::newRow("websocket") << TransportType::WebSocket;
    QTest::newRow("long-polling") << TransportType::LongPolling;
}

void TestTlsAndProxy::bothTransportsAndSchemes()
{
    QTest::addColumn<TransportType>("type");
    QTest::addColumn<bool>("isSecure");
    QTest::newRow("wss") << TransportType::WebSocket << true;
    QTest::newRow("ws") << TransportType::WebSocket << false;
    QTest::newRow("https") << TransportType::LongPolling << true;
    QTest::newRow("http") << TransportType::LongPolling << false;
}

/// The peer echoes a message over either transport.
void TestTlsAndProxy::answer(HttpPeer &peer)
{
    peer.onRequest = [&peer](const auto &request) {
        if (!request.header("Sec-WebSocket-Key").isEmpty())
            peer.upgrade(request);
        else
            HttpPeer::replyJson(request, request.body);
    };
    peer.onBytes = [](QTcpSocket *socket, QByteArray bytes) {
        for (const QByteArray &frame : takeClientFrames(bytes))
            socket->write(webSocketFrame(Opcode::Text, frame.mid(1)));
    };
}

void TestTlsAndProxy::exchange(TransportType type, const HttpPeer &peer, bool isSecure)
{
    NetworkTransportFactory factory(peer.url(isSecure ? u"https"_s : u"http"_s),
                                    peer.url(isSecure ? u"wss"_s : u"ws"_s),
                                    "https://instance.example",
                                    m_settings,
                                    m_cookies);
    m_transport = factory.create(type);
    m_log = std::make_unique<TransportLog>(*m_transport);
    m_transport->send(request(1, RequestKind::Other, R"(["hello"])"));
    QTRY_VERIFY(!m_log->frames.isEmpty() || !m_log->failures.isEmpty());
}

void TestTlsAndProxy::exchangeAndExpect(Kind kind,
                                        const QString &words,
                                        const HttpPeer &peer,
                                        bool isSecure)
{
    QFETCH(TransportType, type);
    exchange(type, peer, isSecure);
    QCOMPARE(m_log->failures.size(), 1);
    const TransportFailure &failure = m_log->failures.first();
    QVERIFY2(failure.kind == kind, qPrintable(failure.text + u" | "_s + failure.detail));
    QVERIFY2(failure.text.contains(words), qPrintable(failure.text + u" | "_s + failure.detail));
    QVERIFY(!failure.detail.isEmpty());
}

void TestTlsAndProxy::acceptsAnOwnAuthority()
{
    QFETCH(TransportType, type);
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s));
    answer(peer);
    exchange(type, peer, true);
    QCOMPARE(m_log->frames, QList<QByteArray>{R"(["hello"])"});
}

void TestTlsAndProxy::refusesAnUnknownAuthority()
{
    m_settings.ownCertificates.clear();
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s));
    answer(peer);
    exchangeAndExpect(Kind::TlsFailed, u"the authority “Test authority”"_s, peer);
    QCOMPARE(peer.requests().size(), 0);
}

void TestTlsAndProxy::refusesACertificateForAnotherHost()
{
    HttpPeer peer(m_certificates->serverFor(u"DNS:other.example"_s));
    exchangeAndExpect(Kind::TlsFailed, u"is for other.example and not for this host"_s, peer);
    QCOMPARE(peer.requests().size(), 0);
}

void TestTlsAndProxy::refusesAnExpiredCertificate()
{
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s, -1));
    exchangeAndExpect(Kind::TlsFailed, u"expired on"_s, peer);
    QCOMPARE(peer.requests().size(), 0);
}

void TestTlsAndProxy::namesAPortThatSpeaksNoTls()
{
    // Takes the first bytes of TLS for a request and answers in plain HTTP.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
    });
    QFETCH(TransportType, type);
    const QString place = u"127.0.0.1:%1/amb"_s.arg(plain.serverPort());
    NetworkTransportFactory factory(QUrl(u"https://"_s + place),
                                    QUrl(u"wss://"_s + place),
                                    "https://instance.example",
                                    m_settings,
                                    m_cookies);
    m_transport = factory.create(type);
    m_log = std::make_unique<TransportLog>(*m_transport);
    m_transport->send(request(1, RequestKind::Other, "[]"));
    QTRY_COMPARE(m_log->failures.size(), 1);
    QCOMPARE(m_log->failures.first().kind, Kind::TlsFailed);
    QVERIFY(m_log->failures.first().text.contains(u"check that the port speaks TLS"_s));
}

void TestTlsAndProxy::sendsSecureCookiesOverTls()
{
    QFETCH(TransportType, type);
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s));
    answer(peer);
    m_cookies.add(QNetworkCookie::parseCookies("JSESSIONID=A1; Secure; Path=/"),
                  peer.url(u"https"_s));
    exchange(type, peer, true);
    QCOMPARE(peer.requests().first().header("Cookie"), QByteArray("JSESSIONID=A1"));
}

void TestTlsAndProxy::staysWithHttp11OverTls()
{
    QSslConfiguration tls = m_certificates->serverFor(u"IP:127.0.0.1"_s);
    tls.setAllowedNextProtocols({"h2", "http/1.1"});
    HttpPeer peer(tls);
    answer(peer);
    exchange(TransportType::LongPolling, peer, true);
    QVERIFY(peer.requests().first().head.startsWith("POST /amb HTTP/1.1\r\n"));
}

void TestTlsAndProxy::neverRepeatsAPostOverTls()
{
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s));
    peer.onRequest = [](const auto &post) {
        post.socket->disconnectFromHost();
    };
    exchange(TransportType::LongPolling, peer, true);
    QCOMPARE(m_log->failures.size(), 1);
    QCOMPARE(m_log->failures.first().kind, Kind::ConnectionLost);
    QCOMPARE(peer.requests().size(), 1);
}

void TestTlsAndProxy::goesThroughATunnelOverTls()
{
    QFETCH(TransportType, type);
    ConnectProxy proxy;
    m_settings.proxy = proxy.settings();
    HttpPeer peer(m_certificates->serverFor(u"IP:127.0.0.1"_s));
    answer(peer);
    exchange(type, peer, true);
    QCOMPARE(m_log->frames, QList<QByteArray>{R"(["hello"])"});
    QCOMPARE(proxy.requests().size(), 1);
    QCOMPARE(proxy.requests().first().target(), "127.0.0.1:" + QByteArray::number(peer.port()));
}

void TestTlsAndProxy::plainWebSocketGoesThroughATunnel()
{
    ConnectProxy proxy;
    m_settings.proxy = proxy.settings();
    HttpPeer peer;
    answer(peer);
    exchange(TransportType::WebSocket, peer, false);
    QCOMPARE(m_log->frames, QList<QByteArray>{R"(["hello"])"});
    QVERIFY(proxy.requests().first().head.startsWith("CONNECT "));
}

void TestTlsAndProxy::plainHttpGoesThroughTheProxy()
{
    ConnectProxy proxy;
    m_settings.proxy = proxy.settings();
    const HttpPeer peer;
    exchange(TransportType::LongPolling, peer, false);
    QCOMPARE(m_log->frames, QList<QByteArray>{R"([{"from":"proxy"}])"});
    QCOMPARE(proxy.requests().first().target(), peer.url(u"http"_s).toEncoded());
    QCOMPARE(peer.connections(), 0);
}

void TestTlsAndProxy::signsInAtTheProxy_data()
{
    bothTransportsAndSchemes();
}

void TestTlsAndProxy::signsInAtTheProxy()
{
    QFETCH(TransportType, type);
    QFETCH(bool, isSecure);
    ConnectProxy proxy("user:pass:word");
    m_settings.proxy = proxy.settings(u"user"_s, u"pass:word"_s);
    HttpPeer peer(isSecure ? std::optional(m_certificates->serverFor(u"IP:127.0.0.1"_s))
                           : std::nullopt);
    answer(peer);
    exchange(type, peer, isSecure);
    QCOMPARE(m_log->frames.size(), 1);
    for (const HttpPeer::Request &request : peer.requests())
        QCOMPARE(request.headerCount("Proxy-Authorization"), 0);
}

void TestTlsAndProxy::reportsAProxyThatWantsCredentials_data()
{
    bothTransportsAndSchemes();
}

void TestTlsAndProxy::reportsAProxyThatWantsCredentials()
{
    QFETCH(bool, isSecure);
    ConnectProxy proxy("user:password");
    m_settings.proxy = proxy.settings();
    const HttpPeer peer;
    exchangeAndExpect(Kind::ProxyFailed, u"user name and password"_s, peer, isSecure);
    QCOMPARE(peer.connections(), 0);
}

void TestTlsAndProxy::reportsAProxyThatRefuses()
{
    ConnectProxy proxy;
    proxy.refuseWith("403 Forbidden");
    m_settings.proxy = proxy.settings();
    const HttpPeer peer;
    exchangeAndExpect(Kind::ProxyFailed, u"proxy"_s, peer);
}

void TestTlsAndProxy::reportsAProxyThatIsNotThere_data()
{
    bothTransportsAndSchemes();
}

void TestTlsAndProxy::reportsAProxyThatIsNotThere()
{
    QFETCH(bool, isSecure);
    {
        const ConnectProxy gone;
        m_settings.proxy = gone.settings();
    }
    const HttpPeer peer;
    exchangeAndExpect(Kind::ProxyFailed, u"proxy"_s, peer, isSecure);
}

void TestTlsAndProxy::neverUsesTheSystemsProxyForThisComputer_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("IPv4") << u"http://127.0.0.1:8080/amb"_s;
    QTest::newRow("IPv4, other") << u"ws://127.1.2.3/amb"_s;
    QTest::newRow("IPv6") << u"wss://[::1]:8443/amb"_s;
    QTest::newRow("name") << u"https://LocalHost/amb"_s;
    QTest::newRow("name below") << u"https://app.localhost/amb"_s;
}

void TestTlsAndProxy::neverUsesTheSystemsProxyForThisComputer()
{
    QFETCH(QString, url);
    qputenv("http_proxy", "http://proxy.example:3128");
    qputenv("https_proxy", "http://proxy.example:3128");
    const QNetworkProxy proxy = proxyFor({}, QUrl(url));
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
    QCOMPARE(proxy.type(), QNetworkProxy::NoProxy);
}

void TestTlsAndProxy::usesTheSystemsProxyForOthers()
{
    qputenv("http_proxy", "http://proxy.example:3128");
    qputenv("https_proxy", "http://proxy.example:3128");
    const QNetworkProxy http = proxyFor({}, QUrl(u"ws://dev.example.com/amb"_s));
    const QNetworkProxy https = proxyFor({}, QUrl(u"wss://dev.example.com/amb"_s));
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
    QCOMPARE(http.hostName(), u"proxy.example"_s);
    QCOMPARE(https.hostName(), u"proxy.example"_s);
}

void TestTlsAndProxy::usesTheProxySetForAll()
{
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::Socks5Proxy, u"socks.example"_s, 1080);
    QCOMPARE(proxyFor(settings, QUrl(u"ws://127.0.0.1/amb"_s)).hostName(), u"socks.example"_s);
    settings.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    QCOMPARE(proxyFor(settings, QUrl(u"wss://dev.example.com/amb"_s)).type(),
             QNetworkProxy::NoProxy);
}

void TestTlsAndProxy::keepsTheSystemsCertificatesBesideOwnOnes()
{
    QCOMPARE(sslConfiguration(m_settings).caCertificates(),
             QSslConfiguration::defaultConfiguration().caCertificates()
                 + m_certificates->authority());
    QCOMPARE(sslConfiguration(m_settings).peerVerifyMode(), QSslSocket::VerifyPeer);
}

QTEST_GUILESS_MAIN(TestTlsAndProxy)
#include "test_tlsandproxy.moc"
