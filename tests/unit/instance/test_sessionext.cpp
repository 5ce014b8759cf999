// SPDX-License-Identifier: MIT
#include "core/instance/sessionext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;

namespace {

QString describe(const SessionExt &ext)
{
    static const QStringList states{
        u"unknown"_s, u"logged in"_s, u"logged out"_s, u"invalidated"_s};
    return (ext.isPresent ? states.at(int(ext.status)) : u"absent"_s)
        + (ext.remaining ? u" "_s + QString::number(ext.remaining->count()) : QString());
}

/// The ext of the first message of one of the captured frames.
QByteArray extOfFrame(int number)
{
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value("n"_L1).toInt() == number)
            return QJsonDocument(
                       line.value("frame"_L1).toArray().at(0).toObject().value("ext"_L1).toObject())
                .toJson();
    }
    return {};
}

} // namespace

class TestSessionExt : public QObject
{
    Q_OBJECT

private slots:
    void readsCapturedFrames_data();
    void readsCapturedFrames();
    void readsTheInstancesWishes();
    void readsTheCommandFlow_data();
    void readsTheCommandFlow();
    void survivesWhatIsNotAsItShouldBe_data();
    void survivesWhatIsNotAsItShouldBe();
};

void TestSessionExt::readsCapturedFrames_data()
{
    QTest::addColumn<int>("frame");
    QTest::addColumn<QString>("expected");
    QTest::newRow("handshake, logged in") << 2 << u"logged in 1800"_s;
    QTest::newRow("handshake, no session") << 3 << u"invalidated 0"_s;
    QTest::newRow("connect, touch") << 10 << u"logged in 1200"_s;
    QTest::newRow("connect, reaped") << 11 << u"invalidated 0"_s;
    QTest::newRow("connect, logged out") << 12 << u"logged out 0"_s;
    QTest::newRow("connect, AMB off") << 13 << u"logged in"_s;
    QTest::newRow("connect, null") << 14 << u"unknown"_s;
    QTest::newRow("unknown client: no ext") << 15 << u"absent"_s;
}

void TestSessionExt::readsCapturedFrames()
{
    QFETCH(int, frame);
    QFETCH(QString, expected);
    const QByteArray ext = extOfFrame(frame);
    QVERIFY(!ext.isEmpty());
    QCOMPARE(describe(SessionExt::parse(ext)), expected);
}

void TestSessionExt::readsTheInstancesWishes()
{
    const SessionExt none = SessionExt::parse("{}");
    QVERIFY(!none.isSwitchedOff && !none.wantsTouch && !none.reconnectAfter
            && !none.limitsHandshakes && none.nodeId.isEmpty() && !none.commands);
    QVERIFY(SessionExt::parse(extOfFrame(10)).wantsTouch);
    QVERIFY(SessionExt::parse(extOfFrame(13)).isSwitchedOff);
    QVERIFY(!SessionExt::parse(extOfFrame(2)).isSwitchedOff);
    const SessionExt all = SessionExt::parse(
        R"({"glide.amb.active":"false","glide.amb.hup.signal.reconnect.in.sec":"30",
            "glide.amb.client.websocket_handshake_limit_enabled":true,
            "glide.amb.wsConnectionNodeId":"node7"})");
    QVERIFY(all.isSwitchedOff);
    QCOMPARE(all.reconnectAfter->count(), 30000);
    QCOMPARE(all.limitsHandshakes, std::optional(true));
    QCOMPARE(all.nodeId, QByteArray("node7"));
}

void TestSessionExt::readsTheCommandFlow_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QString>("limits");
    const auto row = [](const char *name, const char *flow, const QString &limits) {
        QTest::newRow(name) << QByteArray(flow) << limits;
    };
    row("switched off", R"({"enable":false,"maxInflight":1})", u"none"_s);
    row("not an object", R"("yes")", u"none"_s);
    row("defaults", R"({"enable":true})", u"1 in flight, 10000 ms, 3 times 2000 x2 300000"_s);
    row("texts",
        R"({"enable":"true","maxInflight":"2","maxWait":"500","retries":"5",
            "retryDelay":{"min":"100","max":"900","increaseFactor":"3"}})",
        u"2 in flight, 500 ms, 5 times 100 x3 900"_s);
    row("odd values",
        R"({"enable":true,"maxInflight":0,"maxWait":1e9,"retries":-1,
            "retryDelay":{"min":-5,"max":1e9,"increaseFactor":0}})",
        u"1 in flight, 300000 ms, 0 times 0 x1 300000"_s);
}

void TestSessionExt::readsTheCommandFlow()
{
    QFETCH(QByteArray, flow);
    QFETCH(QString, limits);
    const auto read = SessionExt::parse(R"({"subscribeCommandsFlow":)" + flow + '}').commands;
    const QString described = read
        ? u"%1 in flight, %2 ms, %3 times %4 x%5 %6"_s.arg(read->inFlight)
              .arg(read->longestWait.count())
              .arg(read->retries)
              .arg(read->firstRetry.count())
              .arg(read->factor)
              .arg(read->longestRetry.count())
        : u"none"_s;
    QCOMPARE(described, limits);
}

void TestSessionExt::survivesWhatIsNotAsItShouldBe_data()
{
    QTest::addColumn<QByteArray>("ext");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *ext, const QString &expected) {
        QTest::newRow(name) << QByteArray(ext) << expected;
    };
    row("nothing", "", u"absent"_s);
    row("no JSON", "{", u"absent"_s);
    row("no object", "[1]", u"absent"_s);
    row("a status nobody knows", R"({"glide.session.status":"session.odd"})", u"unknown"_s);
    row("a status of a wrong type", R"({"glide.session.status":{"a":1}})", u"unknown"_s);
    row("time as text", R"({"glide.session.time.remaining.in.seconds":"1800"})", u"absent 1800"_s);
    row("time as odd text", R"({"glide.session.time.remaining.in.seconds":"soon"})", u"absent"_s);
    row("time below 0", R"({"glide.session.time.remaining.in.seconds":-5})", u"absent 0"_s);
    row("time without end",
        R"({"glide.session.time.remaining.in.seconds":1e300})",
        u"absent 31536000"_s);
}

void TestSessionExt::survivesWhatIsNotAsItShouldBe()
{
    QFETCH(QByteArray, ext);
    QFETCH(QString, expected);
    QCOMPARE(describe(SessionExt::parse(ext)), expected);
}

QTEST_GUILESS_MAIN(TestSessionExt)
#include "test_sessionext.moc"
