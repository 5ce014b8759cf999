// SPDX-License-Identifier: MIT
#include "core/demo/demofaults.h"

#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDemoFaults : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsWrongWithoutFaults();
    void readsEachName_data();
    void readsEachName();
    void readsAList();
    void readsFaultsOfSignIn_data();
    void readsFaultsOfSignIn();
    void readsWhatTheBusWishes();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
};

void TestDemoFaults::nothingIsWrongWithoutFaults()
{
    QCOMPARE(*DemoFaults::parse(u""_s), DemoFaults());
    QCOMPARE(*DemoFaults::parse(u"  "_s), DemoFaults());
}

void TestDemoFaults::readsEachName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("webSocket");
    const auto row = [](const char *text, DemoFaults::WebSocket webSocket) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(webSocket);
    };
    row("websocket-off", DemoFaults::WebSocket::Off);
    row("websocket-not-offered", DemoFaults::WebSocket::NotOffered);
    row("websocket-refused", DemoFaults::WebSocket::Refused);
    row("websocket-hang", DemoFaults::WebSocket::Hang);
    row("websocket-close", DemoFaults::WebSocket::CloseAfterUpgrade);
    row("websocket-swallow", DemoFaults::WebSocket::Swallow);
    row("websocket-no-accept", DemoFaults::WebSocket::NoAccept);
}

void TestDemoFaults::readsEachName()
{
    QFETCH(const QString, text);
    QFETCH(const int, webSocket);
    const auto faults = DemoFaults::parse(text);
    QVERIFY(faults.ok());
    QCOMPARE(int(faults->webSocket), webSocket);
    QCOMPARE(faults->refusedStatus, 403);
}

void TestDemoFaults::readsAList()
{
    const auto faults = DemoFaults::parse(
        u"websocket-refused=503, slow=200,session-expiry=30,drop=5,clock-skew=-600,flood=1000:400:100"_s);
    QVERIFY(faults.ok());
    DemoFaults expected;
    expected.webSocket = DemoFaults::WebSocket::Refused;
    expected.refusedStatus = 503;
    expected.slowReplies = 200ms;
    expected.sessionExpiry = 30s;
    expected.dropEvery = 5s;
    expected.clockSkew = -600s;
    expected.flood = {1000, 400, 100};
    QCOMPARE(*faults, expected);
}

void TestDemoFaults::readsFaultsOfSignIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SignInFaults::Mode>("mode");
    QTest::addColumn<std::chrono::seconds>("retryAfter");
    QTest::newRow("sso") << u"sso"_s << SignInFaults::Mode::SingleSignOn << 30s;
    QTest::newRow("sso-form") << u"sso-form"_s << SignInFaults::Mode::SingleSignOnForm << 30s;
    QTest::newRow("rate-limit") << u"rate-limit"_s << SignInFaults::Mode::RateLimit << 30s;
    QTest::newRow("rate-limit=5") << u"rate-limit=5"_s << SignInFaults::Mode::RateLimit << 5s;
    QTest::newRow("hibernating") << u"hibernating"_s << SignInFaults::Mode::Hibernating << 30s;
    QTest::newRow("error-page") << u"error-page"_s << SignInFaults::Mode::ErrorPage << 30s;
}

void TestDemoFaults::readsFaultsOfSignIn()
{
    QFETCH(const QString, text);
    QFETCH(const SignInFaults::Mode, mode);
    QFETCH(const std::chrono::seconds, retryAfter);
    const auto faults = DemoFaults::parse(text);
    QVERIFY(faults.ok());
    DemoFaults expected;
    expected.signIn = {mode, retryAfter};
    QCOMPARE(*faults, expected);
}

void TestDemoFaults::readsWhatTheBusWishes()
{
    const auto faults = DemoFaults::parse(
        u"amb-off,null-status,touch,handshake-limit,busy=3,reaper=90,hup=60,command-flow"_s);
    QVERIFY(faults.ok());
    DemoFaults expected;
    expected.bus.isSwitchedOff = true;
    expected.bus.hasNullStatus = true;
    expected.bus.wantsTouch = true;
    expected.bus.limitsHandshakes = true;
    expected.bus.busyFor = 3;
    expected.bus.commandFlow.isEnabled = true;
    expected.bus.commandFlow.answersAfter = 200ms;
    expected.bus.announcesReplies = true;
    expected.reapAfter = 90s;
    expected.reapsPages = true;
    expected.hangUpEvery = 60s;
    QCOMPARE(*faults, expected);
}

void TestDemoFaults::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("name") << u"websocket-gone"_s << u"“websocket-gone” is no fault."_s;
    QTest::newRow("empty entry") << u"slow=1,,drop=1"_s << u"“” is no fault."_s;
    QTest::newRow("no value") << u"slow"_s << u"“slow” needs a value: milliseconds"_s;
    QTest::newRow("no skew") << u"clock-skew=x"_s << u"“x” is no value for “clock-skew”: seconds"_s;
    QTest::newRow("no number") << u"drop=x"_s << u"“x” is no value for “drop”: seconds"_s;
    QTest::newRow("negative") << u"slow=-1"_s << u"“-1” is no value for “slow”"_s;
    QTest::newRow("status") << u"websocket-refused=200"_s << u"an HTTP status from 400 to 599"_s;
    QTest::newRow("value of none") << u"websocket-off=1"_s << u"“websocket-off” takes no value."_s;
    QTest::newRow("value of sign-in") << u"sso=1"_s << u"“sso” takes no value, but"_s;
    QTest::newRow("no seconds") << u"rate-limit=0"_s << u"“rate-limit” takes no value, but"_s;
    QTest::newRow("value of a flag") << u"touch=1"_s << u"“touch” takes no value."_s;
    QTest::newRow("flood") << u"flood=10:x"_s << u"“10:x” is no value for “flood”"_s;
    QTest::newRow("long flood") << u"flood=1:2:3:4"_s << u"N[:BYTES[:PER_SECOND]]"_s;
}

void TestDemoFaults::refusesWhatItDoesNotKnow()
{
    QFETCH(const QString, text);
    QFETCH(const QString, complaint);
    const auto faults = DemoFaults::parse(text);
    QVERIFY(!faults.ok());
    QCOMPARE(faults.error().kind, ErrorKind::Input);
    QVERIFY2(faults.error().text.contains(complaint), qPrintable(faults.error().text));
    // Whoever mistypes sees what there is.
    QVERIFY(faults.error().text.contains("websocket-no-accept, slow=MS"_L1));
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoFaults)

#include "test_demofaults.moc"
