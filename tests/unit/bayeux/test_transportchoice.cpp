// SPDX-License-Identifier: MIT
#include "core/transport/transportchoice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;

namespace {

using Clock = TransportChoice::Clock;
using Kind = TransportFailure::Kind;
using Stage = TransportChoice::Stage;
using Verdict = TransportChoice::Verdict;

const Clock::time_point t0{1h};

TransportFailure failure(Kind kind, const QString &text = u"It broke."_s, int httpStatus = 0)
{
    TransportFailure result;
    result.kind = kind;
    result.text = text;
    result.httpStatus = httpStatus;
    return result;
}

TransportChoice choice(TransportPreference preference = TransportPreference::Automatic)
{
    return TransportChoice(TransportChoice::Limits(), preference);
}

/// One where long-polling has taken over, since t0.
TransportChoice fallenBack()
{
    TransportChoice fallen = choice();
    fallen.webSocketFailed(
        Stage::Opening, failure(Kind::UpgradeRefused, u"No (HTTP 403)."_s, 403), t0);
    fallen.longPollingWorks(t0);
    return fallen;
}

} // namespace

class TestTransportChoice : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithWebSocketAndOffersBoth();
    void obeysThePreference_data();
    void obeysThePreference();
    void decides_data();
    void decides();
    void aSocketClosedEarlyIsTriedTwice();
    void aClosedSocketIsForgivenOnceOneWorked();
    void neverFallsBackWhenTheUserWantsWebSocket();
    void saysWhy();
    void leavesWebSocketAfterTooManyHandshakesWhenTheServerLimitsThem();
    void whatIsNotOfferedIsSetAside();
    void theNetworkIsToBlameWhenLongPollingFailsToo();
    void aProvenVerdictOutlivesFailuresOfLongPolling();
    void triesAgainAfterAMinuteThenMoreAndMoreSlowly();
    void hasNoTrialBeforeLongPollingHasWorked();
    void aTrialOnDemandThatFailsPutsTheNextOneOff();
    void aTrialThatHeldEndsTheVerdict();
    void aLossNowAndThenIsNoFlapping();
    void flappingIsSetAside();
    void flappingOnceMoreAfterAReturnIsSetAsideAtOnce();
    void forgetsOldTroubleAfterALongTimeOfPeace();
    void aNewPreferenceForgetsTheVerdict();
};

void TestTransportChoice::beginsWithWebSocketAndOffersBoth()
{
    const TransportChoice fresh = choice();
    QCOMPARE(fresh.next(), TransportType::WebSocket);
    const QList<TransportType> both{TransportType::WebSocket, TransportType::LongPolling};
    QCOMPARE(fresh.offered(), both);
    QCOMPARE(fresh.reason(), QString());
    QCOMPARE(fresh.httpStatus(), 0);
    QVERIFY(!fresh.nextTrial());
}

void TestTransportChoice::obeysThePreference_data()
{
    QTest::addColumn<TransportPreference>("preference");
    QTest::addColumn<TransportType>("type");
    QTest::addColumn<QString>("reason");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly << TransportType::WebSocket
                               << QString();
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly
                                  << TransportType::LongPolling
                                  << u"Long-polling was chosen by you."_s;
}

void TestTransportChoice::obeysThePreference()
{
    QFETCH(TransportPreference, preference);
    QFETCH(TransportType, type);
    QFETCH(QString, reason);
    TransportChoice forced = choice(preference);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(forced.next(), type);
        QCOMPARE(forced.offered(), QList<TransportType>{type});
        QCOMPARE(forced.reason(), reason);
        QCOMPARE(forced.httpStatus(), 0);
        QVERIFY(!forced.nextTrial());
        forced.longPollingWorks(t0);
        forced.webSocketNotOffered();
        forced.webSocketTrialFailed(failure(Kind::NoReply), t0);
    }
}

/// The nine situations as far as the choice decides them.
void TestTransportChoice::decides_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("fallsBack");
    QTest::newRow("upgrade refused") << Stage::Opening << Kind::UpgradeRefused << true;
    QTest::newRow("TCP refused") << Stage::Opening << Kind::ConnectionRefused << true;
    QTest::newRow("TLS failed") << Stage::Opening << Kind::TlsFailed << true;
    QTest::newRow("host not found") << Stage::Opening << Kind::HostNotFound << true;
    QTest::newRow("proxy") << Stage::Opening << Kind::ProxyFailed << true;
    QTest::newRow("upgrade not answered") << Stage::Opening << Kind::ConnectTimeout << true;
    QTest::newRow("accept header stripped") << Stage::Opening << Kind::UpgradeInvalid << true;
    QTest::newRow("lost while opening") << Stage::Opening << Kind::ConnectionLost << true;
    QTest::newRow("101, then closed") << Stage::Opened << Kind::ClosedByServer << false;
    QTest::newRow("101, then lost") << Stage::Opened << Kind::ConnectionLost << false;
    QTest::newRow("101, then swallowed") << Stage::Opened << Kind::NoReply << true;
    QTest::newRow("101, then too big") << Stage::Opened << Kind::MessageTooBig << true;
    QTest::newRow("worked, then lost") << Stage::Working << Kind::ConnectionLost << false;
    QTest::newRow("worked, then closed") << Stage::Working << Kind::ClosedByServer << false;
    QTest::newRow("worked, then silent") << Stage::Working << Kind::NoReply << false;
    QTest::newRow("lost, then refused") << Stage::Reopening << Kind::UpgradeRefused << true;
    QTest::newRow("lost, then closed") << Stage::Reopening << Kind::ClosedByServer << true;
    QTest::newRow("lost, then not answered") << Stage::Reopening << Kind::ConnectTimeout << true;
}

void TestTransportChoice::decides()
{
    QFETCH(Stage, stage);
    QFETCH(Kind, kind);
    QFETCH(bool, fallsBack);
    TransportChoice fresh = choice();
    QCOMPARE(fresh.webSocketFailed(stage, failure(kind), t0),
             fallsBack ? Verdict::FallBack : Verdict::TryAgain);
    QCOMPARE(fresh.next(), fallsBack ? TransportType::LongPolling : TransportType::WebSocket);
}

void TestTransportChoice::aSocketClosedEarlyIsTriedTwice()
{
    TransportChoice fresh = choice();
    QCOMPARE(fresh.webSocketFailed(Stage::Opened, failure(Kind::ClosedByServer), t0),
             Verdict::TryAgain);
    QCOMPARE(fresh.webSocketFailed(Stage::Opened, failure(Kind::ConnectionLost), t0),
             Verdict::FallBack);
    QCOMPARE(fresh.offered(), QList<TransportType>{TransportType::LongPolling});
}

void TestTransportChoice::aClosedSocketIsForgivenOnceOneWorked()
{
    TransportChoice fresh = choice();
    fresh.webSocketFailed(Stage::Opened, failure(Kind::ClosedByServer), t0);
    fresh.webSocketWorks(t0);
    QCOMPARE(fresh.webSocketFailed(Stage::Opened, failure(Kind::ClosedByServer), t0),
             Verdict::TryAgain);
}

void TestTransportChoice::neverFallsBackWhenTheUserWantsWebSocket()
{
    TransportChoice forced = choice(TransportPreference::WebSocketOnly);
    for (int i = 0; i < 10; ++i) {
        for (const Stage stage : {Stage::Opening, Stage::Opened, Stage::Reopening, Stage::Working})
            QCOMPARE(forced.webSocketFailed(stage, failure(Kind::UpgradeRefused), t0),
                     Verdict::TryAgain);
    }
    QCOMPARE(forced.next(), TransportType::WebSocket);
}

void TestTransportChoice::saysWhy()
{
    const TransportChoice fallen = fallenBack();
    QCOMPARE(fallen.reason(), u"No (HTTP 403)."_s);
    QCOMPARE(fallen.httpStatus(), 403);
}

void TestTransportChoice::leavesWebSocketAfterTooManyHandshakesWhenTheServerLimitsThem()
{
    TransportChoice limited = choice();
    limited.limitHandshakes(true);
    for (int i = 0; i < 3; ++i)
        limited.webSocketShookHands(t0 + i * 1min);
    QCOMPARE(limited.next(), TransportType::WebSocket); // not before the next failure
    TransportChoice unlimited = limited;
    unlimited.limitHandshakes(false);
    TransportChoice later = limited;
    const TransportFailure lost = failure(Kind::ConnectionLost);
    QCOMPARE(limited.webSocketFailed(Stage::Working, lost, t0 + 4min), Verdict::FallBack);
    QVERIFY(limited.reason().contains(u"after 3 handshakes"_s));
    QCOMPARE(unlimited.webSocketFailed(Stage::Working, lost, t0 + 4min), Verdict::TryAgain);
    QCOMPARE(later.webSocketFailed(Stage::Working, lost, t0 + 6min), Verdict::TryAgain);
}

void TestTransportChoice::whatIsNotOfferedIsSetAside()
{
    TransportChoice fresh = choice();
    fresh.webSocketNotOffered();
    QCOMPARE(fresh.next(), TransportType::LongPolling);
    QVERIFY(fresh.reason().contains(u"glide.cometd.websocket.enabled"_s));
    QCOMPARE(fresh.httpStatus(), 0);

    TransportChoice fallen = fallenBack(); // what is known already says more
    fallen.webSocketNotOffered();
    QCOMPARE(fallen.reason(), u"No (HTTP 403)."_s);
}

void TestTransportChoice::theNetworkIsToBlameWhenLongPollingFailsToo()
{
    TransportChoice fresh = choice();
    fresh.webSocketFailed(Stage::Opening, failure(Kind::ConnectionRefused), t0);
    QCOMPARE(fresh.next(), TransportType::LongPolling);
    fresh.longPollingFailed();
    QCOMPARE(fresh.next(), TransportType::WebSocket);
    QCOMPARE(fresh.reason(), QString());
}

void TestTransportChoice::aProvenVerdictOutlivesFailuresOfLongPolling()
{
    TransportChoice fallen = fallenBack();
    fallen.longPollingFailed();
    QCOMPARE(fallen.next(), TransportType::LongPolling);
    QCOMPARE(fallen.nextTrial(), t0 + 1min);
    fallen.longPollingWorks(t0 + 50s);
    QCOMPARE(fallen.nextTrial(), t0 + 1min);
}

void TestTransportChoice::triesAgainAfterAMinuteThenMoreAndMoreSlowly()
{
    TransportChoice fallen = fallenBack();
    QCOMPARE(fallen.nextTrial(), t0 + 1min);
    for (const std::chrono::minutes pause : {2min, 4min, 8min, 15min, 15min}) {
        fallen.webSocketTrialFailed(failure(Kind::UpgradeRefused, u"Still no."_s, 400), t0);
        QCOMPARE(fallen.nextTrial(), t0 + pause);
    }
    QCOMPARE(fallen.reason(), u"Still no."_s);
    QCOMPARE(fallen.httpStatus(), 400);
    for (int i = 0; i < 100; ++i)
        fallen.webSocketTrialFailed(failure(Kind::UpgradeRefused), t0);
    QCOMPARE(fallen.nextTrial(), t0 + 15min);
}

void TestTransportChoice::hasNoTrialBeforeLongPollingHasWorked()
{
    TransportChoice fresh = choice();
    fresh.longPollingWorks(t0); // nothing is set aside
    QVERIFY(!fresh.nextTrial());
    fresh.webSocketFailed(Stage::Opening, failure(Kind::UpgradeRefused), t0);
    QVERIFY(!fresh.nextTrial());
    fresh.longPollingWorks(t0 + 5s);
    QCOMPARE(fresh.nextTrial(), t0 + 65s);
}

void TestTransportChoice::aTrialOnDemandThatFailsPutsTheNextOneOff()
{
    TransportChoice fallen = fallenBack();
    fallen.webSocketTrialFailed(failure(Kind::NoReply), t0 + 10s);
    QCOMPARE(fallen.nextTrial(), t0 + 10s + 2min);
}

void TestTransportChoice::aTrialThatHeldEndsTheVerdict()
{
    TransportChoice fallen = fallenBack();
    fallen.webSocketTrialHeld();
    QCOMPARE(fallen.next(), TransportType::WebSocket);
    QCOMPARE(fallen.reason(), QString());
    QVERIFY(!fallen.nextTrial());
}

void TestTransportChoice::aLossNowAndThenIsNoFlapping()
{
    TransportChoice fresh = choice();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(
            fresh.webSocketFailed(Stage::Working, failure(Kind::ConnectionLost), t0 + i * 3min),
            Verdict::TryAgain);
        fresh.webSocketWorks(t0 + i * 3min);
    }
}

void TestTransportChoice::flappingIsSetAside()
{
    TransportChoice fresh = choice();
    const TransportFailure lost = failure(Kind::ConnectionLost, u"It was cut."_s);
    QCOMPARE(fresh.webSocketFailed(Stage::Working, lost, t0), Verdict::TryAgain);
    fresh.webSocketWorks(t0);
    QCOMPARE(fresh.webSocketFailed(Stage::Working, lost, t0 + 2min), Verdict::TryAgain);
    fresh.webSocketWorks(t0 + 2min);
    QCOMPARE(fresh.webSocketFailed(Stage::Working, lost, t0 + 4min), Verdict::FallBack);
    QVERIFY2(fresh.reason().contains(u"It was cut."_s), qPrintable(fresh.reason()));
    fresh.longPollingWorks(t0 + 4min);
    QCOMPARE(fresh.nextTrial(), t0 + 6min); // later than for one that never worked
}

void TestTransportChoice::flappingOnceMoreAfterAReturnIsSetAsideAtOnce()
{
    TransportChoice fresh = choice();
    for (int i = 0; i < 3; ++i)
        fresh.webSocketFailed(Stage::Working, failure(Kind::ConnectionLost), t0);
    fresh.longPollingWorks(t0);
    fresh.webSocketTrialHeld();
    fresh.webSocketWorks(t0 + 2min);
    QCOMPARE(fresh.webSocketFailed(Stage::Working, failure(Kind::ConnectionLost), t0 + 3min),
             Verdict::FallBack);
    fresh.longPollingWorks(t0 + 3min);
    QCOMPARE(fresh.nextTrial(), t0 + 3min + 4min);
}

void TestTransportChoice::forgetsOldTroubleAfterALongTimeOfPeace()
{
    TransportChoice fresh = choice();
    for (int i = 0; i < 3; ++i)
        fresh.webSocketFailed(Stage::Working, failure(Kind::ConnectionLost), t0);
    fresh.longPollingWorks(t0);
    fresh.webSocketTrialFailed(failure(Kind::NoReply), t0);
    fresh.webSocketWorks(t0 + 10min); // works, and the losses are long ago
    fresh.webSocketFailed(Stage::Opening, failure(Kind::UpgradeRefused), t0 + 20min);
    fresh.longPollingWorks(t0 + 20min);
    QCOMPARE(fresh.nextTrial(), t0 + 21min);
}

void TestTransportChoice::aNewPreferenceForgetsTheVerdict()
{
    TransportChoice fallen = fallenBack();
    fallen.setPreference(TransportPreference::LongPollingOnly);
    QCOMPARE(fallen.reason(), u"Long-polling was chosen by you."_s);
    QVERIFY(!fallen.nextTrial());
    fallen.setPreference(TransportPreference::Automatic);
    QCOMPARE(fallen.next(), TransportType::WebSocket);
    QCOMPARE(fallen.reason(), QString());
}

QTEST_GUILESS_MAIN(TestTransportChoice)
#include "test_transportchoice.moc"
