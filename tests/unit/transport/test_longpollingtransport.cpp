// SPDX-License-Identifier: MIT
#include "core/transport/cookiejar.h"
#include "core/transport/longpollingtransport.h"
#include "gzip.h"
#include "httppeer.h"
#include "transportlog.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;
using namespace amb::test;

class TestLongPollingTransport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void derivesThePathFromTheKind();
    void appendsToAnyEndpoint_data();
    void appendsToAnyEndpoint();
    void sendsTheHeadersOfABayeuxPost();
    void passesTheBodyOnBeforeItSaysAnswered();
    void signalsNothingWithinSend();
    void keepsBayeuxBrowserForTheNextRequest();
    void sharesItsCookieJar();
    void leavesTheCookieJarAlive();
    void runsOneConnectAndOneOtherAtATime();
    void sendsWaitingRequestsInOrder();
    void aFailedPostLeavesQueuedOnesAlone();
    void usesHttp11WithoutPipelining();
    void keepsConnectionsAlive();
    void readsGzippedReplies();
    void readsChunkedReplies();
    void carriesMessagesOfAnySize_data();
    void carriesMessagesOfAnySize();
    void abandonEndsOnlyThatPost();
    void abandonTakesAWaitingRequestOut();
    void whatWaitsIsNotUnderWay();
    void closeEndsAllSilently();
    void closeInReceivedDropsAnswered();
    void sendsNothingAfterClose();
    void deletionEndsPolls();

private:
    std::unique_ptr<LongPollingTransport> transportTo(const QUrl &url);

    CookieJar m_cookies;
};

void TestLongPollingTransport::init()
{
    m_cookies.clear();
}

std::unique_ptr<LongPollingTransport> TestLongPollingTransport::transportTo(const QUrl &url)
{
    return std::make_unique<LongPollingTransport>(
        url, "https://instance.example", NetworkSettings(), m_cookies);
}

void TestLongPollingTransport::derivesThePathFromTheKind()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[1]"));
    QTRY_COMPARE(log.events.size(), 2);
    transport->send(request(2, RequestKind::Connect, "[2]"));
    QTRY_COMPARE(log.events.size(), 4);
    transport->send(request(3, RequestKind::Other, "[3]"));
    QTRY_COMPARE(log.events.size(), 6);
    transport->send(request(4, RequestKind::Disconnect, "[4]"));
    QTRY_COMPARE(log.events.size(), 8);
    QCOMPARE(peer.targets(), QByteArray("/amb/handshake /amb/connect /amb /amb/disconnect"));
    QVERIFY(peer.requests().first().head.startsWith("POST /amb/handshake HTTP/1.1\r\n"));
}

void TestLongPollingTransport::appendsToAnyEndpoint_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("targets");
    QTest::newRow("deep") << u"/a/b"_s << QByteArray("/a/b/connect /a/b");
    QTest::newRow("slash") << u"/bayeux/"_s << QByteArray("/bayeux/connect /bayeux/");
    QTest::newRow("root") << u"/"_s << QByteArray("/connect /");
    QTest::newRow("escaped") << u"/a%20b"_s << QByteArray("/a%20b/connect /a%20b");
    QTest::newRow("query") << u"/amb?x=1"_s << QByteArray("/amb/connect?x=1 /amb?x=1");
}

void TestLongPollingTransport::appendsToAnyEndpoint()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, targets);
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s, path));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.events.size(), 2);
    transport->send(request(2, RequestKind::Other, "[]"));
    QTRY_COMPARE(log.events.size(), 4);
    QCOMPARE(peer.targets(), targets);
}

void TestLongPollingTransport::sendsTheHeadersOfABayeuxPost()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    transport->send(request(1, RequestKind::Other, R"([{"channel":"/chat"}])"));
    QTRY_COMPARE(peer.requests().size(), 1);
    const HttpPeer::Request &post = peer.requests().first();
    QCOMPARE(post.header("Content-Type"), QByteArray("application/json;charset=UTF-8"));
    QCOMPARE(post.header("Content-Length"), QByteArray("21"));
    QCOMPARE(post.headerCount("Content-Length"), 1);
    QCOMPARE(post.headerCount("Transfer-Encoding"), 0);
    QCOMPARE(post.headerCount("Expect"), 0);
    QCOMPARE(post.headerCount("Cookie"), 0);
    QCOMPARE(post.header("Origin"), QByteArray("https://instance.example"));
    QCOMPARE(post.header("User-Agent"), QByteArray("AMB-Monitor/" AMB_VERSION));
    QVERIFY(post.header("Accept-Encoding").contains("gzip"));
    QCOMPARE(post.body, QByteArray(R"([{"channel":"/chat"}])"));
}

void TestLongPollingTransport::passesTheBodyOnBeforeItSaysAnswered()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, R"([{"id":"1"}])");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(9, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(log.events, (QStringList{u"received"_s, u"answered 9"_s}));
    QCOMPARE(log.frames, QList<QByteArray>{R"([{"id":"1"}])"});
}

void TestLongPollingTransport::signalsNothingWithinSend()
{
    const auto transport = transportTo(QUrl(u"nonsense://127.0.0.1/amb"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[]"));
    QCOMPARE(log.events, QStringList());
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
}

void TestLongPollingTransport::keepsBayeuxBrowserForTheNextRequest()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::reply(post.socket,
                        "200 OK",
                        "Set-Cookie: BAYEUX_BROWSER=b1; Path=/; HttpOnly\r\n"
                        "Set-Cookie: glide_user=\"\"; Max-Age=0; Path=/\r\n",
                        "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(log.events.size(), 2);
    transport->send(request(2, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.events.size(), 4);
    QCOMPARE(peer.requests().at(1).header("Cookie"), QByteArray("BAYEUX_BROWSER=b1"));
}

void TestLongPollingTransport::sharesItsCookieJar()
{
    HttpPeer peer;
    const QUrl url = peer.url(u"http"_s);
    m_cookies.add(QNetworkCookie::parseCookies("JSESSIONID=A1\nroute=b2"), url);
    const auto first = transportTo(url);
    const auto second = transportTo(url);
    first->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(peer.requests().size(), 1);
    second->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(peer.requests().size(), 2);
    QCOMPARE(peer.requests().at(0).header("Cookie"), QByteArray("JSESSIONID=A1; route=b2"));
    QCOMPARE(peer.requests().at(0).headerCount("Cookie"), 1);
    QCOMPARE(peer.requests().at(1).header("Cookie"), QByteArray("JSESSIONID=A1; route=b2"));
}

void TestLongPollingTransport::leavesTheCookieJarAlive()
{
    auto jar = std::make_unique<CookieJar>();
    const QUrl url(u"http://127.0.0.1:1/amb"_s);
    jar->add(QNetworkCookie::parseCookies("a=1"), url);
    LongPollingTransport(url, {}, {}, *jar).close();
    QCOMPARE(jar->cookieHeader(url), QByteArray("a=1"));
    QCOMPARE(jar->parent(), nullptr);
}

void TestLongPollingTransport::runsOneConnectAndOneOtherAtATime()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    transport->send(request(3, RequestKind::Connect, "[3]"));
    transport->send(request(4, RequestKind::Other, "[4]"));
    QTRY_COMPARE(peer.requests().size(), 2);
    QCOMPARE(peer.connections(), 2);
    // Answering the other one, not the connect, lets only the next other one go.
    const auto other = std::find_if(peer.requests().cbegin(),
                                    peer.requests().cend(),
                                    [](const auto &post) { return post.body == "[2]"; });
    HttpPeer::replyJson(*other, "[{}]");
    QTRY_COMPARE(peer.requests().size(), 3);
    QCOMPARE(peer.requests().last().body, QByteArray("[4]"));
    QCOMPARE(log.events, (QStringList{u"received"_s, u"answered 2"_s}));
    QCOMPARE(peer.connections(), 2);
}

void TestLongPollingTransport::sendsWaitingRequestsInOrder()
{
    HttpPeer peer;
    QByteArray bodies;
    peer.onRequest = [&bodies](const auto &post) {
        bodies += post.body;
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    for (quint64 token = 1; token <= 5; ++token)
        transport->send(request(token, RequestKind::Other, QByteArray::number(token)));
    QTRY_COMPARE(log.events.size(), 10);
    QCOMPARE(bodies, QByteArray("12345"));
    QCOMPARE(log.events.last(), u"answered 5"_s);
}

void TestLongPollingTransport::aFailedPostLeavesQueuedOnesAlone()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        if (post.body == "[1]")
            HttpPeer::reply(post.socket, "500 Internal Server Error", {}, "no");
        else if (post.body == "[2]")
            post.socket->abort();
        else
            HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    transport->send(request(3, RequestKind::Other, "[3]"));
    QTRY_COMPARE(
        log.events,
        (QStringList{u"requestFailed 1"_s, u"requestFailed 2"_s, u"received"_s, u"answered 3"_s}));
    QCOMPARE(peer.requests().size(), 3);
}

void TestLongPollingTransport::usesHttp11WithoutPipelining()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    transport->send(request(1, RequestKind::Connect, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(peer.requests().size(), 2);
    QVERIFY(peer.requests().at(0).connection != peer.requests().at(1).connection);
    QCOMPARE(peer.requests().at(0).headerCount("Upgrade"), 0);
    QCOMPARE(peer.requests().at(0).headerCount("HTTP2-Settings"), 0);
}

void TestLongPollingTransport::keepsConnectionsAlive()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    for (quint64 token = 1; token <= 4; ++token)
        transport->send(request(token, RequestKind::Other, "[]"));
    QTRY_COMPARE(log.events.size(), 8);
    QCOMPARE(peer.connections(), 1);
}

void TestLongPollingTransport::readsGzippedReplies()
{
    HttpPeer peer;
    const QByteArray body = R"([{"channel":"/größe","data":")" + QByteArray(5000, 'x') + R"("}])";
    peer.onRequest = [&body](const auto &post) {
        HttpPeer::reply(post.socket,
                        "200 OK",
                        "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                        gzip(body));
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.frames, QList<QByteArray>{body});
}

void TestLongPollingTransport::readsChunkedReplies()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        post.socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                           "Transfer-Encoding: chunked\r\n\r\n3\r\n[{\"\r\n6\r\na\":1}]\r\n"
                           "0\r\n\r\n");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.frames, QList<QByteArray>{R"([{"a":1}])"});
}

void TestLongPollingTransport::carriesMessagesOfAnySize_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("8 kB") << 8 * 1024;
    QTest::newRow("64 kB") << 64 * 1024;
    QTest::newRow("1 MB") << 1024 * 1024;
    QTest::newRow("5 MB") << 5 * 1024 * 1024;
}

void TestLongPollingTransport::carriesMessagesOfAnySize()
{
    QFETCH(int, size);
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, post.body);
    };
    const QByteArray body = "[" + QByteArray(size - 2, 'x') + "]";
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, body));
    QTRY_COMPARE(log.frames.size(), 1);
    QCOMPARE(log.frames.first(), body);
    QCOMPARE(peer.requests().first().body, body);
}

void TestLongPollingTransport::abandonEndsOnlyThatPost()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(peer.requests().size(), 2);
    transport->abandon(RequestToken{1});
    QTRY_COMPARE(peer.openConnections(), 1);
    const auto other = std::find_if(peer.requests().cbegin(),
                                    peer.requests().cend(),
                                    [](const auto &post) { return post.body == "[2]"; });
    HttpPeer::replyJson(*other, "[{}]");
    QTRY_COMPARE(log.events, (QStringList{u"received"_s, u"answered 2"_s}));
    transport->send(request(3, RequestKind::Connect, "[3]"));
    QTRY_COMPARE(peer.requests().size(), 3);
}

void TestLongPollingTransport::abandonTakesAWaitingRequestOut()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    transport->send(request(3, RequestKind::Other, "[3]"));
    transport->abandon(RequestToken{2});
    QTRY_COMPARE(log.events.size(), 4);
    QCOMPARE(peer.requests().size(), 2);
    QCOMPARE(peer.requests().last().body, QByteArray("[3]"));
}

void TestLongPollingTransport::whatWaitsIsNotUnderWay()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(peer.requests().size(), 1);
    QVERIFY(transport->underWayFor(RequestToken{1}).count() > 0);
    QCOMPARE(transport->underWayFor(RequestToken{2}).count(), 0);
    HttpPeer::replyJson(peer.requests().last(), "[{}]");
    QTRY_COMPARE(peer.requests().size(), 2);
    QVERIFY(transport->underWayFor(RequestToken{2}).count() > 0);
    // Nobody is to wait for ever for one that is not there any more.
    QVERIFY(transport->underWayFor(RequestToken{1}) > 1h);
}

void TestLongPollingTransport::closeEndsAllSilently()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    transport->send(request(3, RequestKind::Other, "[3]"));
    QTRY_COMPARE(peer.requests().size(), 2);
    transport->close();
    QTRY_COMPARE(peer.openConnections(), 0);
    QCOMPARE(log.events, QStringList());
    QCOMPARE(peer.requests().size(), 2);
}

void TestLongPollingTransport::closeInReceivedDropsAnswered()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    connect(transport.get(), &Transport::received, transport.get(), &Transport::close);
    transport->send(request(1, RequestKind::Other, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(log.events, QStringList{u"received"_s});
    // A second, live transport shows that the event loop had time for the first.
    const auto other = transportTo(peer.url(u"http"_s));
    const TransportLog otherLog(*other);
    other->send(request(3, RequestKind::Other, "[3]"));
    QTRY_COMPARE(otherLog.events.size(), 2);
    QCOMPARE(log.events, QStringList{u"received"_s});
}

void TestLongPollingTransport::sendsNothingAfterClose()
{
    HttpPeer peer;
    const auto transport = transportTo(peer.url(u"http"_s));
    transport->close();
    transport->send(request(1, RequestKind::Other, "[1]"));
    // A second, live transport shows that the event loop had time for the first.
    const auto other = transportTo(peer.url(u"http"_s));
    other->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(peer.requests().size(), 1);
    QCOMPARE(peer.requests().first().body, QByteArray("[2]"));
}

void TestLongPollingTransport::deletionEndsPolls()
{
    HttpPeer peer;
    auto transport = transportTo(peer.url(u"http"_s));
    transport->send(request(1, RequestKind::Connect, "[1]"));
    QTRY_COMPARE(peer.requests().size(), 1);
    transport.reset();
    QTRY_COMPARE(peer.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestLongPollingTransport)
#include "test_longpollingtransport.moc"
