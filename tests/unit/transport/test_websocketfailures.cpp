// SPDX-License-Identifier: MIT
#include "core/transport/cookiejar.h"
#include "core/transport/websockettransport.h"
#include "httppeer.h"
#include "transportlog.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace amb;
using namespace amb::test;
using Kind = TransportFailure::Kind;

/// Each way in which a WebSocket fails, against a raw peer.
class TestWebSocketFailures : public QObject
{
    Q_OBJECT

private slots:
    void namesTheStatusOfARefusedUpgrade_data();
    void namesTheStatusOfARefusedUpgrade();
    void recognisesAnAnswerThatIsNoWebSocket_data();
    void recognisesAnAnswerThatIsNoWebSocket();
    void takesAConnectionClosedBeforeTheAnswerAsLost();
    void timesOutWhenTheUpgradeIsNeverAnswered();
    void timesOutWhenTheAnswerNeverEnds();
    void doesNotTimeOutOnceOpen();
    void reportsARefusedConnection();
    void reportsAnUnknownHost();
    void reportsAnUnknownSchemeLater();
    void reportsACloseFrameWithCodeAndReason_data();
    void reportsACloseFrameWithCodeAndReason();
    void reportsARestartOfTheServer();
    void reportsAnAbortedConnectionAsLost();
    void deliversWhatCameBeforeTheClose();
    void refusesAFrameOverTheLimit();
    void refusesAFragmentedMessageOverTheLimit();
    void acceptsAMessageOfExactlyTheLimit();
    void givesUpOnBadFrames_data();
    void givesUpOnBadFrames();
    void abandonSaysWhyAndFailsLater();
    void abandonFailsWhileStillOpening();
    void abandonFailsOnceOnly();

private:
    std::unique_ptr<WebSocketTransport> transportTo(const QUrl &url,
                                                    const NetworkSettings &settings = {});
    /// Opens to a peer that accepts the upgrade and sends `bytes`; gives the failure.
    void failAfter(const QByteArray &bytes,
                   TransportFailure &failure,
                   const NetworkSettings &settings = {});

    CookieJar m_cookies;
};

std::unique_ptr<WebSocketTransport> TestWebSocketFailures::transportTo(
    const QUrl &url, const NetworkSettings &settings)
{
    return std::make_unique<WebSocketTransport>(url, "http://127.0.0.1", settings, m_cookies);
}

void TestWebSocketFailures::failAfter(const QByteArray &bytes,
                                      TransportFailure &failure,
                                      const NetworkSettings &settings)
{
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(bytes);
    };
    const auto transport = transportTo(peer.url(u"ws"_s), settings);
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE_WITH_TIMEOUT(log.events, (QStringList{u"opened"_s, u"failed"_s}), 10000);
    failure = log.failures.first();
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestWebSocketFailures::namesTheStatusOfARefusedUpgrade_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("words");
    QTest::newRow("400") << QByteArray("400 Bad Request") << QByteArray()
                         << u"HTTP 400 (Bad Request): a proxy, load balancer or firewall"_s;
    QTest::newRow("400 with a version")
        << QByteArray("400 Bad Request") << QByteArray("Sec-WebSocket-Version: 13\r\n")
        << u"HTTP 400 (Bad Request)"_s;
    QTest::newRow("400 with another version")
        << QByteArray("400 Bad Request") << QByteArray("Sec-WebSocket-Version: 8\r\n")
        << u"HTTP 400 (Bad Request)"_s;
    QTest::newRow("401") << QByteArray("401 Unauthorized")
                         << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n")
                         << u"HTTP 401 (Unauthorized): not signed in"_s;
    QTest::newRow("403") << QByteArray("403 Forbidden") << QByteArray()
                         << u"HTTP 403 (Forbidden): origin or session not accepted"_s;
    QTest::newRow("404") << QByteArray("404 Not Found") << QByteArray()
                         << u"HTTP 404 (Not Found): there is no WebSocket"_s;
    QTest::newRow("407") << QByteArray("407 Proxy Authentication Required") << QByteArray()
                         << u"the proxy wants a user name"_s;
    QTest::newRow("503") << QByteArray("503 Service Unavailable") << QByteArray()
                         << u"HTTP 503 (Service Unavailable): the instance is not available"_s;
    QTest::newRow("503 without a phrase")
        << QByteArray("503") << QByteArray() << u"HTTP 503 (Service Unavailable)"_s;
    QTest::newRow("302") << QByteArray("302 Found") << QByteArray("Location: /login.do\r\n")
                         << u"HTTP 302 (Found): it redirects elsewhere"_s;
    QTest::newRow("200") << QByteArray("200 OK") << QByteArray()
                         << u"HTTP 200 (OK): an ordinary web page"_s;
    QTest::newRow("599") << QByteArray("599 Odd") << QByteArray() << u"HTTP 599: an error"_s;
}

void TestWebSocketFailures::namesTheStatusOfARefusedUpgrade()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    QFETCH(QString, words);
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        HttpPeer::reply(upgrade.socket, status, headers, "<html>\r\n\r\nno</html>\r\n");
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::UpgradeRefused);
    QCOMPARE(log.failures.first().httpStatus, status.left(3).toInt());
    QVERIFY2(log.failures.first().text.contains(words), qPrintable(log.failures.first().text));
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(peer.connections(), 1);
}

void TestWebSocketFailures::recognisesAnAnswerThatIsNoWebSocket_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("Sec-WebSocket-Accept stripped")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\n\r\n");
    QTest::newRow("Sec-WebSocket-Accept wrong")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n");
    QTest::newRow("upgrade to something else")
        << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n");
    QTest::newRow("not HTTP") << QByteArray("220 mail.example ESMTP\r\n\r\n");
}

void TestWebSocketFailures::recognisesAnAnswerThatIsNoWebSocket()
{
    QFETCH(QByteArray, answer);
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        upgrade.socket->write(answer);
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::UpgradeInvalid);
    QVERIFY(!log.failures.first().detail.isEmpty());
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestWebSocketFailures::takesAConnectionClosedBeforeTheAnswerAsLost()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &upgrade) {
        upgrade.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
    QVERIFY(log.failures.first().text.contains(u"before the WebSocket upgrade was answered"_s));
}

void TestWebSocketFailures::timesOutWhenTheUpgradeIsNeverAnswered()
{
    HttpPeer peer;
    NetworkSettings settings;
    settings.connectTimeout = 200ms;
    const auto transport = transportTo(peer.url(u"ws"_s), settings);
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectTimeout);
    QVERIFY(log.failures.first().text.contains(u"0.2 s"_s));
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestWebSocketFailures::timesOutWhenTheAnswerNeverEnds()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &upgrade) {
        upgrade.socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webs");
    };
    NetworkSettings settings;
    settings.connectTimeout = 200ms;
    const auto transport = transportTo(peer.url(u"ws"_s), settings);
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectTimeout);
}

void TestWebSocketFailures::doesNotTimeOutOnceOpen()
{
    HttpPeer peer;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    NetworkSettings settings;
    settings.connectTimeout = 150ms;
    const auto transport = transportTo(peer.url(u"ws"_s), settings);
    const TransportLog log(*transport);
    transport->open();
    // A second link that is never answered fails after the first one's time is over.
    HttpPeer silent;
    const auto later = transportTo(silent.url(u"ws"_s), settings);
    const TransportLog laterLog(*later);
    QTRY_COMPARE(log.events, QStringList{u"opened"_s});
    later->open();
    QTRY_COMPARE(laterLog.events, QStringList{u"failed"_s});
    QCOMPARE(log.events, QStringList{u"opened"_s});
}

void TestWebSocketFailures::reportsARefusedConnection()
{
    QUrl url;
    {
        const HttpPeer gone;
        url = gone.url(u"ws"_s);
    }
    const auto transport = transportTo(url);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QCOMPARE(log.events, QStringList());
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionRefused);
    QVERIFY(log.failures.first().text.contains(QString::number(url.port())));
}

void TestWebSocketFailures::reportsAnUnknownHost()
{
    const auto transport = transportTo(QUrl(u"ws://no-such-host.invalid/amb"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE_WITH_TIMEOUT(log.events, QStringList{u"failed"_s}, 20000);
    QCOMPARE(log.failures.first().kind, Kind::HostNotFound);
    QVERIFY(log.failures.first().text.contains(u"no-such-host.invalid"_s));
}

void TestWebSocketFailures::reportsAnUnknownSchemeLater()
{
    const auto transport = transportTo(QUrl(u"ftp://127.0.0.1/amb"_s));
    const TransportLog log(*transport);
    transport->open();
    QCOMPARE(log.events, QStringList());
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
}

void TestWebSocketFailures::reportsACloseFrameWithCodeAndReason_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("policy") << closeFrame(1008, "no session") << 1008 << u"“no session”"_s;
    QTest::newRow("sweep") << closeFrame(1000, "Destroy") << 1000 << u"“Destroy”"_s;
    QTest::newRow("too big for the server") << closeFrame(1009, "Text message too large") << 1009
                                            << u"message too big for the server"_s;
    QTest::newRow("own code") << closeFrame(4001, "x") << 4001 << u"4001"_s;
    QTest::newRow("without a code") << webSocketFrame(Opcode::Close, {}) << 1000 << u"normal end"_s;
    QTest::newRow("several lines") << closeFrame(1011, "a\r\nb") << 1011 << u"“a b”"_s;
}

void TestWebSocketFailures::reportsACloseFrameWithCodeAndReason()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    QFETCH(QString, words);
    TransportFailure failure;
    failAfter(frame, failure);
    QCOMPARE(failure.kind, Kind::ClosedByServer);
    QCOMPARE(failure.closeCode, code);
    QVERIFY2(failure.text.contains(words), qPrintable(failure.text));
}

void TestWebSocketFailures::reportsARestartOfTheServer()
{
    TransportFailure failure;
    failAfter(closeFrame(1012, {}), failure);
    QCOMPARE(failure.kind, Kind::ClosedByServer);
    QVERIFY2(failure.text.contains(u"restarts"_s), qPrintable(failure.text));
}

void TestWebSocketFailures::reportsAnAbortedConnectionAsLost()
{
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, (QStringList{u"opened"_s, u"failed"_s}));
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
    QCOMPARE(log.failures.first().closeCode, 0);
}

void TestWebSocketFailures::deliversWhatCameBeforeTheClose()
{
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(webSocketFrame(Opcode::Text, "[1]")
                              + webSocketFrame(Opcode::Text, "[2]") + closeFrame(1001, "bye")
                              + webSocketFrame(Opcode::Text, "[3]"));
        upgrade.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, (QStringList{u"opened"_s, u"received"_s, u"received"_s, u"failed"_s}));
    QCOMPARE(log.failures.first().kind, Kind::ClosedByServer);
    QCOMPARE(log.failures.first().closeCode, 1001);
}

void TestWebSocketFailures::refusesAFrameOverTheLimit()
{
    NetworkSettings settings;
    settings.maxMessageBytes = 1024;
    TransportFailure failure;
    failAfter(webSocketFrame(Opcode::Text, QByteArray(1025, 'x')), failure, settings);
    QCOMPARE(failure.kind, Kind::MessageTooBig);
    QCOMPARE(failure.closeCode, 0);
    QVERIFY2(failure.text.contains(QLocale().formattedDataSize(1024)), qPrintable(failure.text));
}

void TestWebSocketFailures::refusesAFragmentedMessageOverTheLimit()
{
    NetworkSettings settings;
    settings.maxMessageBytes = 100;
    TransportFailure failure;
    const QByteArray first = QByteArray("\x01\x50", 2) + QByteArray(80, 'x');
    const QByteArray last = QByteArray("\x80\x50", 2) + QByteArray(80, 'x');
    failAfter(first + last, failure, settings);
    QCOMPARE(failure.kind, Kind::MessageTooBig);
}

void TestWebSocketFailures::acceptsAMessageOfExactlyTheLimit()
{
    HttpPeer peer;
    peer.onRequest = [&](const auto &upgrade) {
        peer.upgrade(upgrade);
        upgrade.socket->write(webSocketFrame(Opcode::Text, QByteArray(1024, 'x')));
    };
    NetworkSettings settings;
    settings.maxMessageBytes = 1024;
    const auto transport = transportTo(peer.url(u"ws"_s), settings);
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, (QStringList{u"opened"_s, u"received"_s}));
}

void TestWebSocketFailures::givesUpOnBadFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("reserved bits") << QByteArray("\xf1\x01x", 3) << u"broke the WebSocket"_s;
    QTest::newRow("nothing to continue") << QByteArray("\x80\x01x", 3) << u"broke the WebSocket"_s;
    QTest::newRow("not UTF-8") << QByteArray("\x81\x02\xc3\x28", 4) << u"not valid UTF-8"_s;
    QTest::newRow("stopped inside a frame")
        << QByteArray("\x81\x0axx", 4) << u"stopped in the middle"_s;
}

void TestWebSocketFailures::givesUpOnBadFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    TransportFailure failure;
    failAfter(bytes, failure);
    QCOMPARE(failure.kind, Kind::ConnectionLost);
    QCOMPARE(failure.closeCode, 0);
    QVERIFY2(failure.text.contains(words), qPrintable(failure.text));
}

void TestWebSocketFailures::abandonSaysWhyAndFailsLater()
{
    HttpPeer peer;
    QByteArray bytes;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    // The peer takes the close frame and never answers it.
    peer.onBytes = [&bytes](QTcpSocket *, const QByteArray &more) {
        bytes += more;
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"opened"_s});
    transport->abandon(RequestToken{7});
    QCOMPARE(log.events, QStringList{u"opened"_s});
    QTRY_COMPARE(log.events, (QStringList{u"opened"_s, u"failed"_s}));
    QCOMPARE(log.failures.first().kind, Kind::NoReply);
    QTRY_VERIFY(!bytes.isEmpty());
    QCOMPARE(takeClientFrames(bytes),
             QList<QByteArray>{"\x08\x03\xe8"
                               "Message Timeout"});
}

void TestWebSocketFailures::abandonFailsWhileStillOpening()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(peer.requests().size(), 1);
    transport->abandon(RequestToken{1});
    QTRY_COMPARE(log.events, QStringList{u"failed"_s});
    QCOMPARE(log.failures.first().kind, Kind::NoReply);
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestWebSocketFailures::abandonFailsOnceOnly()
{
    HttpPeer peer;
    peer.onRequest = [&peer](const auto &upgrade) {
        peer.upgrade(upgrade);
    };
    const auto transport = transportTo(peer.url(u"ws"_s));
    const TransportLog log(*transport);
    transport->open();
    QTRY_COMPARE(log.events, QStringList{u"opened"_s});
    transport->abandon(RequestToken{1});
    transport->abandon(RequestToken{2});
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(log.events, (QStringList{u"opened"_s, u"failed"_s}));
}

QTEST_GUILESS_MAIN(TestWebSocketFailures)
#include "test_websocketfailures.moc"
