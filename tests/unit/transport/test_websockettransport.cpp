// SPDX-License-Identifier: MIT
#include "core/transport/cookiejar.h"
#include "core/transport/networktransportfactory.h"
#include "core/transport/websockettransport.h"
#include "httppeer.h"
#include "transportlog.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

class TestWebSocketTransport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensAtTheUrlAsGivenWithOriginAndUserAgent();
    void sendsAllCookiesInOneHeader();
    void sendsNoCookieHeaderWithoutCookies();
    void sendsSecureCookiesOnlyOverTls();
    void opensByItsFirstRequest();
    void keepsRequestsInOrderUntilOpen();
    void carriesMessagesOfAnySize_data();
    void carriesMessagesOfAnySize();
    void passesOnUtf8AsItCame();
    void passesBinaryFramesOnAsBytes();
    void joinsFragmentedMessages();
    void closeSaysGoodbyeAndStaysSilent();
    void closeIsSilentWhileOpening();
    void closeDropsAFailureOnItsWay();
    void closesAPeerThatNeverReads();
    void sendsNothingAfterClose();
    void factoryMakesBothTransports();

private:
    std::unique_ptr<WebSocketTransport> transportTo(const QUrl &url);

    CookieJar m_cookies;
};

void TestWebSocketTransport::initTestCase()
{
    qRegisterMetaType<TransportFailure>();
}

std::unique_ptr<WebSocketTransport> TestWebSocketTransport::transportTo(const QUrl &url)
{
    return std::make_unique<WebSocketTransport>(
        url, "https://instance.example", NetworkSettings(), m_cookies);
}

void TestWebSocketTransport::opensAtTheUrlAsGivenWithOriginAndUserAgent()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"ws"_s));
    transport->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    const HttpPeer::Request &upgrade = peer.requests().first();
    QVERIFY(upgrade.head.startsWith("GET /amb HTTP/1.1\r\n"));
    QCOMPARE(upgrade.header("Origin"), QByteArray("https://instance.example"));
    QCOMPARE(upgrade.headerCount("Origin"), 1);
    QCOMPARE(upgrade.header("User-Agent"), QByteArray("AMB-Monitor/" AMB_VERSION));
    QCOMPARE(upgrade.headerCount("Sec-WebSocket-Protocol"), 0);
    QCOMPARE(upgrade.headerCount("Sec-WebSocket-Extensions"), 0);
}

void TestWebSocketTransport::sendsAllCookiesInOneHeader()
{
    HttpPeer peer;
    m_cookies.add(QNetworkCookie::parseCookies("JSESSIONID=A1; Path=/; HttpOnly\n"
                                               "glide_user_route=glide.b2; Path=/"),
                  peer.url(u"http"_s));
    const auto transport = transportTo(peer.url(u"ws"_s));
    transport->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    m_cookies.clear();
    QCOMPARE(peer.requests().first().headerCount("Cookie"), 1);
    QCOMPARE(peer.requests().first().header("Cookie"),
             QByteArray("JSESSIONID=A1; glide_user_route=glide.b2"));
}

void TestWebSocketTransport::sendsNoCookieHeaderWithoutCookies()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"ws"_s));
    transport->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    QCOMPARE(peer.requests().first().headerCount("Cookie"), 0);
}

void TestWebSocketTransport::sendsSecureCookiesOnlyOverTls()
{
    HttpPeer peer;
    m_cookies.add(QNetworkCookie::parseCookies("JSESSIONID=A1; Path=/; Secure"),
                  peer.url(u"https"_s));
    const auto transport = transportTo(peer.url(u"ws"_s));
    transport->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    m_cookies.clear();
    QCOMPARE(peer.requests().first().headerCount("Cookie"), 0);
}

void TestWebSocketTransport::opensByItsFirstRequest()
{
    HttpPeer peer;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[1]"));
    QTRY_COMPARE(log.events, QStringList{u"opened"_s});
}

void TestWebSocketTransport::keepsRequestsInOrderUntilOpen()
{
    HttpPeer peer;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    QByteArray bytes;
    peer.onBytes = [&bytes](QTcpSocket *, const QByteArray &more) {
        bytes += more;
    };
    QByteArrayList sent;
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    transport->send(request(3, RequestKind::Other, "[3]"));
    QTRY_COMPARE(log.events, QStringList{u"opened"_s});
    transport->send(request(4, RequestKind::Connect, "[4]"));
    QTRY_COMPARE((sent += takeClientFrames(bytes)).join(),
                 QByteArray("\x01[1]\x01[2]\x01[3]\x01[4]"));
}

void TestWebSocketTransport::carriesMessagesOfAnySize_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("two bytes") << 2;
    QTest::newRow("125 bytes") << 125;
    QTest::newRow("126 bytes") << 126;
    QTest::newRow("8 kB") << 8 * 1024;
    QTest::newRow("64 kB") << 64 * 1024;
    QTest::newRow("65535 bytes") << 65535;
    QTest::newRow("1 MB") << 1024 * 1024;
    QTest::newRow("5 MB") << 5 * 1024 * 1024;
}

void TestWebSocketTransport::carriesMessagesOfAnySize()
{
    QFETCH(int, size);
    QWebSocketServer server(u"echo"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, this, [&server] {
        QWebSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
    });
    const QByteArray body = "[" + QByteArray(size - 2, 'x') + "]";
    const auto transport = transportTo(server.serverUrl());
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, body));
    QTRY_COMPARE(log.frames.size(), 1);
    QCOMPARE(log.frames.first(), body);
    transport->close();
}

void TestWebSocketTransport::passesOnUtf8AsItCame()
{
    HttpPeer peer;
    const QByteArray first = R"(["Größe €"])";
    const QByteArray second = "[\"\xf0\x9f\x9a\x80\"]";
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(webSocketFrame(Opcode::Text, first)
                              + webSocketFrame(Opcode::Text, second)
                              + webSocketFrame(Opcode::Text, {}));
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.frames.size(), 3);
    QCOMPARE(log.frames, (QList<QByteArray>{first, second, QByteArray("")}));
}

void TestWebSocketTransport::passesBinaryFramesOnAsBytes()
{
    HttpPeer peer;
    const QByteArray bytes("\x00\xff\xfe", 3);
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(webSocketFrame(Opcode::Binary, bytes));
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.frames, QList<QByteArray>{bytes});
}

void TestWebSocketTransport::joinsFragmentedMessages()
{
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(QByteArray("\x01\x01[", 3) + QByteArray("\x80\x04€]", 6));
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.frames, QList<QByteArray>{QByteArray("[€]")});
}

void TestWebSocketTransport::closeSaysGoodbyeAndStaysSilent()
{
    HttpPeer peer;
    QByteArray bytes;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    peer.onBytes = [&bytes](QTcpSocket *, const QByteArray &more) {
        bytes += more;
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events.size(), 1);
    transport->send(request(1, RequestKind::Disconnect, "[bye]"));
    transport->close();
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(takeClientFrames(bytes),
             (QList<QByteArray>{"\x01[bye]",
                                QByteArray("\x08\x03\xe8"
                                           "Disconnect")}));
    QCOMPARE(log.events, QStringList{u"opened"_s});
}

void TestWebSocketTransport::closeIsSilentWhileOpening()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    transport->close();
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(log.events, QStringList());
}

void TestWebSocketTransport::closeDropsAFailureOnItsWay()
{
    HttpPeer peer;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events.size(), 1);
    transport->abandon(RequestToken{1});
    transport->close();
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(log.events, QStringList{u"opened"_s});
}

void TestWebSocketTransport::closesAPeerThatNeverReads()
{
    HttpPeer peer;
    QTcpSocket *deaf = nullptr;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        deaf = upgrade.socket;
        deaf->setReadBufferSize(1);
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events.size(), 1);
    // More than the kernel's buffers take.
    transport->send(request(1, RequestKind::Other, QByteArray(32'000'000, 'x')));
    transport->close();
    deaf->setReadBufferSize(0);
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(log.events, QStringList{u"opened"_s});
}

void TestWebSocketTransport::sendsNothingAfterClose()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->close();
    transport->send(request(1, RequestKind::Other, "[]"));
    transport->open();
    transport->abandon(RequestToken{1});
    // A second, live transport shows that the event loop had time for the first.
    const auto other = transportTo(peer.url(u"ws"_s));
    other->open();
    QTRY_COMPARE(peer.requests().size(), 1);
    QCOMPARE(peer.connections(), 1);
    QCOMPARE(log.events, QStringList());
}

void TestWebSocketTransport::factoryMakesBothTransports()
{
    const QUrl http(u"http://user:secret@127.0.0.1:1/amb"_s);
    NetworkTransportFactory factory(
        http, QUrl(u"ws://127.0.0.1:1/amb"_s), "http://127.0.0.1:1", {}, m_cookies);
    QCOMPARE(factory.create(TransportType::WebSocket)->type(), TransportType::WebSocket);
    QCOMPARE(factory.create(TransportType::LongPolling)->type(), TransportType::LongPolling);
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "test_websockettransport.moc"
