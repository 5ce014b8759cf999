// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"
#include "tests/unit/demo/probes.h"

#include <QSignalSpy>
#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The upgrade to a WebSocket on the demo instance, and what can go wrong with it.
class TestDemoUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void acceptsAnUpgradeWithOurOrigin();
    void refusesAnUpgrade_data();
    void refusesAnUpgrade();
    void ignoresAuthorization();
    void ignoresTwoCookieHeaders();

    void offRefusesAndIsNotOffered();
    void notOfferedStillUpgrades();
    void refusesWithTheStatusOfTheFault();
    void hangsWithoutAWord();
    void closesBeforeTheHandshakeReply();
    void swallowsFramesAtOnce();
    void leavesTheAcceptHeaderOut();
    void dropsConnectionsWhenTold();
    void dropsConnectionsEverySoOften();
    void slowsRepliesDown();
    void closesOnFramesThatAreNoBayeux_data();
    void closesOnFramesThatAreNoBayeux();
    void letsGoOfSocketsThatEnd();

private:
    void setFault(DemoFaults::WebSocket fault, int status = 403);
    HttpProbe::Headers headers() const;

    std::unique_ptr<DemoInstance> m_instance;
};

void TestDemoUpgrade::init()
{
    DemoOptions options;
    options.playScenario = false;
    m_instance = std::make_unique<DemoInstance>(options);
    QVERIFY(m_instance->listen());
}

void TestDemoUpgrade::cleanup()
{
    m_instance.reset();
}

void TestDemoUpgrade::setFault(DemoFaults::WebSocket fault, int status)
{
    DemoFaults faults;
    faults.webSocket = fault;
    faults.refusedStatus = status;
    m_instance->setFaults(faults);
}

HttpProbe::Headers TestDemoUpgrade::headers() const
{
    return {{"Upgrade", "websocket"},
            {"Connection", "keep-alive, Upgrade"},
            {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
            {"Sec-WebSocket-Version", "13"},
            {"Origin", m_instance->url().toEncoded()}};
}

void TestDemoUpgrade::acceptsAnUpgradeWithOurOrigin()
{
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.get("/amb", headers());
    QCOMPARE(reply.status, 101);
    QCOMPARE(reply.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    QCOMPARE(m_instance->upgradeAttempts(), 1);
    QTRY_COMPARE(m_instance->openWebSockets(), 1);
}

void TestDemoUpgrade::refusesAnUpgrade_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value"); // null: without the header
    QTest::addColumn<int>("status");
    const auto row = [](const char *name,
                        const QByteArray &path,
                        const QByteArray &header,
                        const QByteArray &value,
                        int status) {
        QTest::newRow(name) << path << header << value << status;
    };
    row("slash", "/amb/", "", {}, 400);
    row("path", "/amb/connect", "", {}, 404);
    row("no origin", "/amb", "Origin", {}, 403);
    row("foreign origin", "/amb", "Origin", "https://evil.example", 403);
    row("null origin", "/amb", "Origin", "null", 403);
    row("origin with path", "/amb", "Origin", "http://127.0.0.1:1/", 403);
    row("no connection", "/amb", "Connection", "keep-alive", 400);
    row("no key", "/amb", "Sec-WebSocket-Key", {}, 400);
    row("short key", "/amb", "Sec-WebSocket-Key", "AAAA", 400);
    row("old version", "/amb", "Sec-WebSocket-Version", "8", 426);
}

void TestDemoUpgrade::refusesAnUpgrade()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const int, status);
    HttpProbe::Headers all = headers();
    all.removeIf([&header](const auto &entry) { return entry.first == header; });
    if (!value.isNull())
        all.emplaceBack(header, value);
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.get(path, all);
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.body.isEmpty());
    QTRY_VERIFY(probe.isClosed());
    QCOMPARE(m_instance->upgradeAttempts(), 1);
    QCOMPARE(m_instance->openWebSockets(), 0);
}

void TestDemoUpgrade::ignoresAuthorization()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    QVERIFY(probe.frames().at(0).contains("session.invalidated"));

    HttpProbe http(m_instance->url());
    const ProbeReply reply = http.post("/amb/handshake",
                                       {{"Content-Type", "application/json"}, basicHeader()},
                                       R"([{"channel":"/meta/handshake"}])");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("session.invalidated"));
}

void TestDemoUpgrade::ignoresTwoCookieHeaders()
{
    const QByteArray cookies = signIn(m_instance->url());
    HttpProbe http(m_instance->url());
    const ProbeReply reply = http.post("/amb/handshake",
                                       {{"Content-Type", "application/json"},
                                        {"Cookie", cookies},
                                        {"Cookie", "glide_user_activity=1"}},
                                       R"([{"channel":"/meta/handshake"}])");
    QVERIFY(reply.body.contains("session.invalidated"));
}

void TestDemoUpgrade::offRefusesAndIsNotOffered()
{
    setFault(DemoFaults::WebSocket::Off);
    HttpProbe probe(m_instance->url());
    QCOMPARE(probe.get("/amb", headers()).status, 400);
    BayeuxProbe polling(m_instance->url(), BayeuxProbe::Over::Http, {});
    QVERIFY(polling.open());
    QVERIFY(polling.frames().at(0).contains(R"("supportedConnectionTypes":["long-polling"])"));
}

void TestDemoUpgrade::notOfferedStillUpgrades()
{
    setFault(DemoFaults::WebSocket::NotOffered);
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    QVERIFY(probe.frames().at(0).contains(R"("supportedConnectionTypes":["long-polling"])"));
}

void TestDemoUpgrade::refusesWithTheStatusOfTheFault()
{
    setFault(DemoFaults::WebSocket::Refused, 503);
    HttpProbe probe(m_instance->url());
    QCOMPARE(probe.get("/amb", headers()).status, 503);
}

void TestDemoUpgrade::hangsWithoutAWord()
{
    setFault(DemoFaults::WebSocket::Hang);
    HttpProbe probe(m_instance->url());
    probe.request("GET", "/amb", headers());
    QTRY_COMPARE(m_instance->upgradeAttempts(), 1);
    // Whoever asks meanwhile is answered, so it is not just slow.
    HttpProbe another(m_instance->url());
    QCOMPARE(another.get("/login.do").status, 200);
    QVERIFY(probe.unread().isEmpty() && probe.replies().isEmpty() && !probe.isClosed());
    m_instance->dropConnections();
    QTRY_VERIFY(probe.isClosed());
}

void TestDemoUpgrade::closesBeforeTheHandshakeReply()
{
    setFault(DemoFaults::WebSocket::CloseAfterUpgrade);
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QSignalSpy connected(&probe.socket(), &QWebSocket::connected);
    QSignalSpy disconnected(&probe.socket(), &QWebSocket::disconnected);
    connect(&probe.socket(), &QWebSocket::connected, &probe, [&probe] {
        probe.sendFrame(R"([{"channel":"/meta/handshake","id":"1"}])");
    });
    QUrl url = m_instance->url();
    url.setScheme(u"ws"_s);
    url.setPath(u"/amb"_s);
    probe.socket().open(url);
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(connected.size(), 1);
    QCOMPARE(probe.frames().size(), 0);
    QCOMPARE(m_instance->handshakes(), 0);
}

void TestDemoUpgrade::swallowsFramesAtOnce()
{
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, signIn(m_instance->url()));
    QVERIFY(probe.open());
    QCOMPARE(probe.subscribe(u"/demo/echo"_s).value("successful"_L1), true);
    probe.connectAndWait();
    setFault(DemoFaults::WebSocket::Swallow);
    const QString swallowed = probe.tell({{u"channel"_s, u"/demo/echo"_s}, {u"data"_s, 1}});
    m_instance->publish("/demo/echo", "2");
    // A ping is answered by the socket itself, so everything before it has been there.
    QSignalSpy pong(&probe.socket(), &QWebSocket::pong);
    probe.socket().ping();
    QTRY_COMPARE(pong.size(), 1);
    QCOMPARE(m_instance->publishesReceived(), 0);
    QCOMPARE(probe.events().size(), 0);
    QVERIFY(probe.replyTo(swallowed).isEmpty());
    // The instance itself works on.
    setFault(DemoFaults::WebSocket::Works);
    QCOMPARE(probe.publish(u"/demo/echo"_s, 3).value("successful"_L1), true);
}

void TestDemoUpgrade::leavesTheAcceptHeaderOut()
{
    setFault(DemoFaults::WebSocket::NoAccept);
    HttpProbe probe(m_instance->url());
    const ProbeReply reply = probe.get("/amb", headers());
    QCOMPARE(reply.status, 101);
    QCOMPARE(reply.header("sec-websocket-accept"), QByteArray());
    QCOMPARE(m_instance->openWebSockets(), 0);
}

void TestDemoUpgrade::dropsConnectionsWhenTold()
{
    BayeuxProbe socket(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(socket.open());
    HttpProbe http(m_instance->url());
    QCOMPARE(http.get("/login.do").status, 200);
    m_instance->dropConnections();
    QTRY_VERIFY(http.isClosed());
    QTRY_VERIFY(!socket.socket().isValid());
    QCOMPARE(m_instance->openWebSockets(), 0);
    QCOMPARE(m_instance->clientCount(), 1); // the client may come back
}

void TestDemoUpgrade::dropsConnectionsEverySoOften()
{
    DemoFaults faults;
    faults.dropEvery = 50ms;
    m_instance->setFaults(faults);
    HttpProbe first(m_instance->url());
    QTRY_VERIFY(first.isClosed());
    HttpProbe second(m_instance->url());
    QTRY_VERIFY(second.isClosed());
    m_instance->setFaults({});
    HttpProbe third(m_instance->url());
    QCOMPARE(third.get("/login.do").status, 200);
}

void TestDemoUpgrade::slowsRepliesDown()
{
    DemoFaults faults;
    faults.slowReplies = 150ms;
    m_instance->setFaults(faults);
    QElapsedTimer clock;
    clock.start();
    HttpProbe http(m_instance->url());
    QCOMPARE(http.get("/login.do").status, 200);
    QVERIFY(clock.elapsed() >= 140);
    BayeuxProbe socket(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    clock.start();
    QVERIFY(socket.open());
    QVERIFY(clock.elapsed() >= 140);
}

void TestDemoUpgrade::closesOnFramesThatAreNoBayeux_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QByteArray("hello") << 1011;
    QTest::newRow("a number") << QByteArray("1") << 1011;
    QTest::newRow("handshake and more")
        << QByteArray(R"([{"channel":"/meta/handshake"},{"channel":"/meta/connect"}])") << 1011;
    QTest::newRow("too long") << QByteArray(1'100'000, 'x') << 1009;
}

void TestDemoUpgrade::closesOnFramesThatAreNoBayeux()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const int, code);
    BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
    QVERIFY(probe.open());
    QSignalSpy disconnected(&probe.socket(), &QWebSocket::disconnected);
    probe.sendFrame(frame);
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(int(probe.socket().closeCode()), code);
}

void TestDemoUpgrade::letsGoOfSocketsThatEnd()
{
    const auto tcpSockets = [this] {
        return m_instance->findChildren<QTcpSocket *>().size();
    };
    for (int i = 0; i < 5; ++i) {
        BayeuxProbe probe(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
        QVERIFY(probe.open());
    }
    {
        BayeuxProbe cut(m_instance->url(), BayeuxProbe::Over::WebSocket, {});
        QVERIFY(cut.open());
        cut.abort();
    }
    QTRY_COMPARE(m_instance->openWebSockets(), 0);
    QTRY_COMPARE(tcpSockets(), 0);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoUpgrade)

#include "test_demoupgrade.moc"
