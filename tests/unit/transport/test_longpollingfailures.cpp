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
using namespace amb::test;
using Kind = TransportFailure::Kind;

/// Each way in which a POST fails, against a raw peer.
class TestLongPollingFailures : public QObject
{
    Q_OBJECT

private slots:
    void tellsRepliesThatAreNotBayeuxApart_data();
    void tellsRepliesThatAreNotBayeuxApart();
    void neverRepeatsAPostOnAFreshConnection();
    void neverRepeatsAPostOnAReusedConnection();
    void neverRepeatsAPostWhoseReplyBreaksOff_data();
    void neverRepeatsAPostWhoseReplyBreaksOff();
    void neverRepeatsAnIdleConnectionsPost();
    void refusesABodyOverTheLimit();
    void refusesAGzippedBodyOverTheLimit();
    void acceptsABodyOfExactlyTheLimit();
    void goesOnAfterABodyOverTheLimit();
    void reportsARefusedConnection();
    void reportsAnUnknownHost();
    void reportsAServerThatIsNotHttp();

private:
    std::unique_ptr<LongPollingTransport> transportTo(const QUrl &url, qint64 limit = 1'000'000);

    CookieJar m_cookies;
};

std::unique_ptr<LongPollingTransport> TestLongPollingFailures::transportTo(const QUrl &url,
                                                                           qint64 limit)
{
    NetworkSettings settings;
    settings.maxMessageBytes = limit;
    return std::make_unique<LongPollingTransport>(url, "http://127.0.0.1", settings, m_cookies);
}

void TestLongPollingFailures::tellsRepliesThatAreNotBayeuxApart_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const auto with =
        [](const QByteArray &status, const QByteArray &headers, const QByteArray &body) {
            return "HTTP/1.1 " + status + "\r\n" + headers
                + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        };
    const QByteArray htmlType = "Content-Type: text/html\r\n";
    const QByteArray page = "<html><title>Log in | Instance</title></html>";
    QTest::newRow("400") << with("400 Bad Request", {}, {}) << Kind::HttpStatus << 400
                         << u"HTTP 400 (Bad Request): it does not take the request"_s;
    QTest::newRow("401") << with(
        "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", page)
                         << Kind::HttpStatus << 401 << u"HTTP 401 (Unauthorized): not signed in"_s;
    QTest::newRow("403") << with("403 Forbidden", {}, "no") << Kind::HttpStatus << 403
                         << u"HTTP 403 (Forbidden): origin or session not accepted"_s;
    QTest::newRow("404") << with("404 Not Found", htmlType, page) << Kind::HttpStatus << 404
                         << u"there is no message bus at this address"_s;
    QTest::newRow("407") << with("407 Proxy Authentication Required", {}, {}) << Kind::ProxyFailed
                         << 407 << u"the proxy wants a user name"_s;
    QTest::newRow("429") << with("429 Too Many Requests", "Retry-After: 5\r\n", {})
                         << Kind::HttpStatus << 429 << u"too many requests"_s;
    QTest::newRow("500") << with("500 Internal Server Error", {}, {}) << Kind::HttpStatus << 500
                         << u"an error inside the server"_s;
    QTest::newRow("502") << with("502 Bad Gateway", {}, {}) << Kind::HttpStatus << 502
                         << u"a gateway got no valid answer"_s;
    QTest::newRow("503") << with("503 Service Unavailable", {}, {}) << Kind::HttpStatus << 503
                         << u"the instance is not available now"_s;
    QTest::newRow("504") << with("504 Gateway Timeout", {}, {}) << Kind::HttpStatus << 504
                         << u"its idle timeout must be longer"_s;
    QTest::newRow("204") << with("204 No Content", {}, {}) << Kind::HttpStatus << 204
                         << u"answers with 200"_s;
    QTest::newRow("302") << with("302 Found", "Location: /login.do?token=secret\r\n", {})
                         << Kind::Redirect << 302 << u"/login.do: mostly to a login page"_s;
    QTest::newRow("303 elsewhere")
        << with("303 See Other", "Location: https://sso.example/saml?x=1\r\n", {}) << Kind::Redirect
        << 303 << u"redirects to https://sso.example/saml:"_s;
    QTest::newRow("redirect to nowhere")
        << with("302 Found", {}, {}) << Kind::Redirect << 302 << u"without saying where"_s;
    QTest::newRow("page") << with("200 OK", htmlType, page) << Kind::Html << 200
                          << u"the web page “Log in | Instance”"_s;
    QTest::newRow("page without a type") << with("200 OK", {}, "\r\n <!DOCTYPE html><html>")
                                         << Kind::Html << 200 << u"a web page instead"_s;
    QTest::newRow("empty") << with("200 OK", {}, {}) << Kind::EmptyBody << 200 << u"empty reply"_s;
    QTest::newRow("empty array") << with("200 OK", {}, " [ ]\n") << Kind::EmptyBody << 200
                                 << u"empty reply"_s;
    QTest::newRow("text") << with("200 OK", "Content-Type: text/plain\r\n", "upstream error")
                          << Kind::NotJson << 200 << u"is not JSON"_s;
}

void TestLongPollingFailures::tellsRepliesThatAreNotBayeuxApart()
{
    QFETCH(QByteArray, reply);
    QFETCH(Kind, kind);
    QFETCH(int, status);
    QFETCH(QString, words);
    HttpPeer peer;
    peer.onRequest = [&reply](const auto &post) {
        post.socket->write(reply);
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(3, RequestKind::Connect, "[{}]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 3"_s});
    const TransportFailure &failure = log.failures.first();
    QCOMPARE(failure.kind, kind);
    QCOMPARE(failure.httpStatus, status);
    QVERIFY2(failure.text.contains(words), qPrintable(failure.text));
    QVERIFY(failure.text.endsWith(u'.'));
    QVERIFY(!(failure.text + failure.detail).contains(u"secret"_s));
    QCOMPARE(peer.requests().size(), 1);
}

void TestLongPollingFailures::neverRepeatsAPostOnAFreshConnection()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        post.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[publish]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
    QCOMPARE(peer.requests().size(), 1);
}

void TestLongPollingFailures::neverRepeatsAPostOnAReusedConnection()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        if (post.body == "[first]")
            HttpPeer::replyJson(post, "[{}]");
        else
            post.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[first]"));
    QTRY_COMPARE(log.events.size(), 2);
    transport->send(request(2, RequestKind::Other, "[publish]"));
    QTRY_COMPARE(log.events.last(), u"requestFailed 2"_s);
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
    QCOMPARE(peer.requests().last().connection, 1);
    // The next one goes out, once, and nothing of the lost one with it.
    transport->send(request(3, RequestKind::Other, "[next]"));
    QTRY_COMPARE(log.events.last(), u"requestFailed 3"_s);
    QByteArray bodies;
    for (const auto &post : peer.requests())
        bodies += post.body;
    QCOMPARE(bodies, QByteArray("[first][publish][next]"));
}

void TestLongPollingFailures::neverRepeatsAPostWhoseReplyBreaksOff_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("in the status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("in the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: appl");
    QTest::newRow("in the body") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"a");
    QTest::newRow("in a chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n[{}]\r\n");
}

void TestLongPollingFailures::neverRepeatsAPostWhoseReplyBreaksOff()
{
    QFETCH(QByteArray, start);
    HttpPeer peer;
    peer.onRequest = [&start](const auto &post) {
        post.socket->write(start);
        post.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[publish]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
    QCOMPARE(peer.requests().size(), 1);
}

void TestLongPollingFailures::neverRepeatsAnIdleConnectionsPost()
{
    // The peer closes the idle connection just when the next POST comes.
    HttpPeer peer;
    QTcpSocket *idle = nullptr;
    peer.onRequest = [&idle](const auto &post) {
        idle = post.socket;
        HttpPeer::replyJson(post, "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[first]"));
    QTRY_COMPARE(log.events.size(), 2);
    idle->disconnectFromHost();
    transport->send(request(2, RequestKind::Other, "[second]"));
    QTRY_VERIFY(log.events.size() > 2);
    const auto posts = std::count_if(peer.requests().cbegin(),
                                     peer.requests().cend(),
                                     [](const auto &post) { return post.body == "[second]"; });
    QVERIFY(posts <= 1);
    QCOMPARE(log.events.last() == u"answered 2"_s, posts == 1);
}

void TestLongPollingFailures::refusesABodyOverTheLimit()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        // Only the start of a body without end.
        post.socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n"
                           + QByteArray(0x800, 'x') + "\r\n");
    };
    const auto transport = transportTo(peer.url(u"http"_s), 1024);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::MessageTooBig);
    QVERIFY(log.failures.first().text.contains(QLocale().formattedDataSize(1024)));
    QTRY_COMPARE(peer.openConnections(), 0);
}

void TestLongPollingFailures::refusesAGzippedBodyOverTheLimit()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::reply(
            post.socket, "200 OK", "Content-Encoding: gzip\r\n", gzip(QByteArray(50'000'000, 'x')));
    };
    const auto transport = transportTo(peer.url(u"http"_s), 100'000);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::MessageTooBig);
}

void TestLongPollingFailures::acceptsABodyOfExactlyTheLimit()
{
    HttpPeer peer;
    const QByteArray body = "[" + QByteArray(1022, 'x') + "]";
    peer.onRequest = [&body](const auto &post) {
        HttpPeer::replyJson(post, body);
    };
    const auto transport = transportTo(peer.url(u"http"_s), 1024);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Connect, "[]"));
    QTRY_COMPARE(log.frames, QList<QByteArray>{body});
}

void TestLongPollingFailures::goesOnAfterABodyOverTheLimit()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        HttpPeer::replyJson(post, post.body == "[1]" ? QByteArray(5000, 'x') : "[{}]");
    };
    const auto transport = transportTo(peer.url(u"http"_s), 1024);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Other, "[1]"));
    transport->send(request(2, RequestKind::Other, "[2]"));
    QTRY_COMPARE(log.events, (QStringList{u"requestFailed 1"_s, u"received"_s, u"answered 2"_s}));
}

void TestLongPollingFailures::reportsARefusedConnection()
{
    QUrl url;
    {
        const HttpPeer gone;
        url = gone.url(u"http"_s);
    }
    const auto transport = transportTo(url);
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QCOMPARE(log.events, QStringList());
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionRefused);
}

void TestLongPollingFailures::reportsAnUnknownHost()
{
    const auto transport = transportTo(QUrl(u"http://no-such-host.invalid/amb"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE_WITH_TIMEOUT(log.events, QStringList{u"requestFailed 1"_s}, 20000);
    QCOMPARE(log.failures.first().kind, Kind::HostNotFound);
}

void TestLongPollingFailures::reportsAServerThatIsNotHttp()
{
    HttpPeer peer;
    peer.onRequest = [](const auto &post) {
        post.socket->write("220 mail.example ESMTP\r\n\r\n");
        post.socket->disconnectFromHost();
    };
    const auto transport = transportTo(peer.url(u"http"_s));
    const TransportLog log(*transport);
    transport->send(request(1, RequestKind::Handshake, "[]"));
    QTRY_COMPARE(log.events, QStringList{u"requestFailed 1"_s});
    QCOMPARE(log.failures.first().kind, Kind::ConnectionLost);
}

QTEST_GUILESS_MAIN(TestLongPollingFailures)
#include "test_longpollingfailures.moc"
