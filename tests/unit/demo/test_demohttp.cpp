// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "core/demo/gzip.h"
#include "core/demo/httpmessage.h"
#include "tests/unit/demo/probes.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

DemoOptions quiet()
{
    DemoOptions options;
    options.playScenario = false;
    return options;
}

const QByteArray handshake = R"([{"id":"1","channel":"/meta/handshake","version":"1.0"}])";
const std::pair<QByteArray, QByteArray> json{"Content-Type", "application/json;charset=UTF-8"};

} // namespace

/// How the demo instance reads HTTP, well formed or not.
class TestDemoHttp : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void chunksComeInAnyPieces();
    void wrongChunksAreNoticed_data();
    void wrongChunksAreNoticed();
    void ambiguousLengthsAreRefused_data();
    void ambiguousLengthsAreRefused();

    void answersOneRequestAfterTheOtherOnOneConnection();
    void answersPipelinedRequestsInOrder();
    void readsABodyThatComesByteByByte();
    void readsAChunkedBody();
    void asksForABodyThatWaits();
    void closesWhenAskedTo();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void staysUpWhenARequestIsCut();
    void gzipsForThoseWhoTakeIt();

    void takesBayeuxOnItsPathsAlone_data();
    void takesBayeuxOnItsPathsAlone();
    void takesBayeuxInItsContentTypesAlone_data();
    void takesBayeuxInItsContentTypesAlone();
    void refusesBayeuxByGet();
    void refusesABodyThatIsNoBayeux_data();
    void refusesABodyThatIsNoBayeux();
    void takesAnEmptyBodyAsATouch();

private:
    std::unique_ptr<DemoInstance> m_instance;
};

void TestDemoHttp::init()
{
    m_instance = std::make_unique<DemoInstance>(quiet());
    QVERIFY(m_instance->listen());
}

void TestDemoHttp::cleanup()
{
    m_instance.reset();
}

void TestDemoHttp::chunksComeInAnyPieces()
{
    const QByteArray whole = "4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\nTrailer: a\r\n\r\n";
    for (qsizetype piece = 1; piece <= whole.size(); ++piece) {
        ChunkedBody body(100);
        QByteArray input;
        auto state = ChunkedBody::State::NeedsMore;
        for (qsizetype i = 0; i < whole.size(); i += piece) {
            QCOMPARE(state, ChunkedBody::State::NeedsMore);
            input += whole.mid(i, piece);
            state = body.feed(input);
        }
        QCOMPARE(state, ChunkedBody::State::Complete);
        QCOMPARE(body.body(), "Wikipedia ");
        QCOMPARE(input, QByteArray());
    }
}

void TestDemoHttp::wrongChunksAreNoticed_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("state");
    QTest::newRow("no size") << QByteArray("x\r\n") << int(ChunkedBody::State::Wrong);
    QTest::newRow("negative") << QByteArray("-1\r\n") << int(ChunkedBody::State::Wrong);
    QTest::newRow("huge") << QByteArray("FFFFFFFFFFFFFFFFF\r\n") << int(ChunkedBody::State::Wrong);
    QTest::newRow("no end") << QByteArray("1\r\nabc\r\n") << int(ChunkedBody::State::Wrong);
    QTest::newRow("endless line") << QByteArray(2000, '0') << int(ChunkedBody::State::Wrong);
    QTest::newRow("too long") << QByteArray("65\r\n") << int(ChunkedBody::State::TooLong);
}

void TestDemoHttp::wrongChunksAreNoticed()
{
    QFETCH(QByteArray, input);
    QFETCH(const int, state);
    ChunkedBody body(100);
    QCOMPARE(int(body.feed(input)), state);
}

void TestDemoHttp::ambiguousLengthsAreRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 1\r\nContent-Length: 1\r\n") << 400;
    QTest::newRow("both") << QByteArray("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n")
                          << 400;
    QTest::newRow("sign") << QByteArray("Content-Length: +1\r\n") << 400;
    QTest::newRow("empty") << QByteArray("Content-Length:\r\n") << 400;
    QTest::newRow("encoding") << QByteArray("Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("too long") << QByteArray("Content-Length: 101\r\n") << 413;
    QTest::newRow("overflow") << QByteArray("Content-Length: 99999999999999999999\r\n") << 413;
}

void TestDemoHttp::ambiguousLengthsAreRefused()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const int, status);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
    const auto request = parseRequestHead(head);
    QVERIFY(std::holds_alternative<HttpRequest>(request));
    const auto length = bodyLength(std::get<HttpRequest>(request), 100);
    QVERIFY(std::holds_alternative<int>(length));
    QCOMPARE(std::get<int>(length), status);
}

void TestDemoHttp::answersOneRequestAfterTheOtherOnOneConnection()
{
    HttpProbe probe(m_instance->url());
    QCOMPARE(probe.get("/login.do").status, 200);
    QCOMPARE(probe.post("/amb/handshake", {json}, handshake).status, 200);
    QCOMPARE(probe.get("/no/such/page").status, 404);
    QVERIFY(!probe.isClosed());
}

void TestDemoHttp::answersPipelinedRequestsInOrder()
{
    HttpProbe probe(m_instance->url());
    probe.request("GET", "/login.do");
    probe.request("GET", "/nowhere");
    probe.request("POST", "/amb", {json}, handshake);
    QTRY_COMPARE(probe.replies().size(), 3);
    QCOMPARE(probe.replies().at(0).status, 200);
    QCOMPARE(probe.replies().at(1).status, 404);
    QCOMPARE(probe.replies().at(2).array().at(0).toObject().value("successful"_L1), true);
}

void TestDemoHttp::readsABodyThatComesByteByByte()
{
    HttpProbe probe(m_instance->url());
    const QByteArray head = "POST /amb HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            "Content-Length: "
        + QByteArray::number(handshake.size()) + "\r\n\r\n";
    for (const char byte : head + handshake)
        probe.send(QByteArray(1, byte));
    QTRY_COMPARE(probe.replies().size(), 1);
    QCOMPARE(probe.replies().at(0).status, 200);
    QCOMPARE(m_instance->handshakes(), 1);
}

void TestDemoHttp::readsAChunkedBody()
{
    HttpProbe probe(m_instance->url());
    probe.send("POST /amb HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
               "Transfer-Encoding: chunked\r\n\r\n"
               + QByteArray::number(handshake.size(), 16) + "\r\n" + handshake
               + "\r\n0\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(probe.replies().size(), 2);
    QCOMPARE(probe.replies().at(0).status, 200);
    QCOMPARE(probe.replies().at(1).status, 404);
}

void TestDemoHttp::asksForABodyThatWaits()
{
    HttpProbe probe(m_instance->url());
    probe.send("POST /amb HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
               "Expect: 100-continue\r\nContent-Length: "
               + QByteArray::number(handshake.size()) + "\r\n\r\n");
    QTRY_COMPARE(probe.replies().size(), 1);
    QCOMPARE(probe.replies().at(0).status, 100);
    probe.send(handshake);
    QTRY_COMPARE(probe.replies().size(), 2);
    QCOMPARE(probe.replies().at(1).status, 200);
}

void TestDemoHttp::closesWhenAskedTo()
{
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.get("/login.do", {{"Connection", "close"}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("connection"), "close");
    QTRY_VERIFY(probe.isClosed());
}

void TestDemoHttp::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("garbage", "\x16\x03\x01\x02 hello\r\n\r\n", 400);
    row("words", "one two\r\n\r\n", 400);
    row("version", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", 400);
    row("target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("header without colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", 400);
    row("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
    row("folded header", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    row("wrong chunk",
        "POST /amb HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        400);
    row("method", "DELETE /login.do HTTP/1.1\r\nHost: a\r\n\r\n", 405);
    row("long head", "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'x') + "\r\n\r\n", 431);
    row("endless head", "GET /" + QByteArray(20000, 'x'), 431);
    row("long body", "POST /amb HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", 413);
    row("long chunk",
        "POST /amb HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n",
        413);
}

void TestDemoHttp::refusesBadRequests()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    HttpProbe probe(m_instance->url());
    probe.send(bytes);
    QTRY_COMPARE(probe.replies().size(), 1);
    QCOMPARE(probe.replies().at(0).status, status);
    if (status != 405)
        QTRY_VERIFY(probe.isClosed());
    HttpProbe another(m_instance->url());
    QCOMPARE(another.get("/login.do").status, 200);
}

void TestDemoHttp::staysUpWhenARequestIsCut()
{
    const QByteArray request = "POST /amb/handshake HTTP/1.1\r\nHost: a\r\n"
                               "Content-Type: application/json\r\nContent-Length: "
        + QByteArray::number(handshake.size()) + "\r\n\r\n" + handshake;
    for (qsizetype cut = 1; cut < request.size(); cut += 7) {
        QTcpSocket socket;
        socket.connectToHost(m_instance->url().host(), quint16(m_instance->url().port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write(request.first(cut));
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        socket.abort();
    }
    HttpProbe probe(m_instance->url());
    QCOMPARE(probe.post("/amb/handshake", {json}, handshake).status, 200);
    QCOMPARE(m_instance->handshakes(), 1);
}

void TestDemoHttp::gzipsForThoseWhoTakeIt()
{
    QNetworkAccessManager network;
    QUrl url = m_instance->url();
    url.setPath(u"/amb"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    // Twenty unknown clients make a long reply.
    QByteArray body;
    for (int i = 0; i < 20; ++i)
        body += R"(,{"channel":"/meta/connect","clientId":"unknown"})";
    body = '[' + body.sliced(1) + ']';
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll().count("402::Unknown client"), 20);

    HttpProbe probe(m_instance->url());
    const ProbeReply packed = probe.post("/amb", {json, {"Accept-Encoding", "br, gzip"}}, body);
    QCOMPARE(packed.header("content-encoding"), "gzip");
    const ProbeReply plain = probe.post("/amb", {json}, body);
    QCOMPARE(plain.header("content-encoding"), QByteArray());
    QCOMPARE(gzip(plain.body), packed.body);
}

void TestDemoHttp::takesBayeuxOnItsPathsAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    for (const char *path : {"/amb", "/amb/", "/amb/handshake", "/amb/connect", "/amb/disconnect"})
        QTest::newRow(path) << QByteArray(path) << 200;
    for (const char *path : {"/ambient", "/amb/subscribe", "/amb/handshake/"})
        QTest::newRow(path) << QByteArray(path) << 404;
}

void TestDemoHttp::takesBayeuxOnItsPathsAlone()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    HttpProbe probe(m_instance->url());
    // The channel in the body decides, not the path.
    QCOMPARE(probe.post(path, {json}, handshake).status, status);
    QCOMPARE(m_instance->handshakes(), status == 200 ? 1 : 0);
}

void TestDemoHttp::takesBayeuxInItsContentTypesAlone_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray form = "message=" + handshake.toPercentEncoding();
    const QByteArray single = handshake.sliced(1).chopped(1);
    QTest::newRow("json") << QByteArray("application/json;charset=UTF-8") << handshake << 200;
    QTest::newRow("text") << QByteArray("text/json") << handshake << 200;
    QTest::newRow("single object") << QByteArray("application/json") << single << 200;
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << form << 200;
    QTest::newRow("other") << QByteArray("text/plain") << handshake << 500;
    QTest::newRow("none") << QByteArray() << handshake << 500;
}

void TestDemoHttp::takesBayeuxInItsContentTypesAlone()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    HttpProbe probe(m_instance->url());
    HttpProbe::Headers headers;
    if (!type.isEmpty())
        headers.emplaceBack("Content-Type", type);
    const ProbeReply reply = probe.post("/amb/handshake", headers, body);
    QCOMPARE(reply.status, status);
    if (status == 200)
        QCOMPARE(reply.array().size(), 1); // also to a single object
}

void TestDemoHttp::refusesBayeuxByGet()
{
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.get("/amb");
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body, "Unknown Bayeux Transport\n");
}

void TestDemoHttp::refusesABodyThatIsNoBayeux_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("[{\"channel\":") << 400;
    QTest::newRow("a number") << QByteArray("12") << 400;
    QTest::newRow("numbers") << QByteArray("[1,2]") << 400;
    QTest::newRow("rubbish behind") << QByteArray("[] []") << 400;
    QTest::newRow("handshake and more")
        << QByteArray(R"([{"channel":"/meta/handshake"},{"channel":"/meta/connect"}])") << 500;
}

void TestDemoHttp::refusesABodyThatIsNoBayeux()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    HttpProbe probe(m_instance->url());
    QCOMPARE(probe.post("/amb", {json}, body).status, status);
    QCOMPARE(m_instance->clientCount(), 0);
}

void TestDemoHttp::takesAnEmptyBodyAsATouch()
{
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.post("/amb", {json, {"Content-Length", "0"}}, {});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "[]");
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoHttp)

#include "test_demohttp.moc"
