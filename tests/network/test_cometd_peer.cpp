// SPDX-License-Identifier: MIT
#include "tests/network/bayeuxpeertest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// The monitor against CometD's Node server, which offers long-polling only.
class TestCometdPeer : public BayeuxPeerTest
{
    Q_OBJECT

public:
    TestCometdPeer()
        : BayeuxPeerTest(u"cometd-server.mjs"_s,
                         u"/cometd"_s,
                         {{TransportPreference::LongPollingOnly, TransportType::LongPolling},
                          {TransportPreference::Automatic, TransportType::LongPolling}})
    { }

private slots:
    void fallingBackSaysWhy();
    void endsWhenTheServerTellsToLeave();
};

void TestCometdPeer::fallingBackSaysWhy()
{
    const ConnectionStatus status = monitor().status();
    if (way().preference == TransportPreference::Automatic) {
        QVERIFY2(status.transportReason.contains("400"_L1), qPrintable(status.transportReason));
        QCOMPARE(status.transportHttpStatus, 400);
        QVERIFY(status.nextWebSocketTry.has_value());
    } else {
        QCOMPARE(status.transportHttpStatus, 0);
        QVERIFY(!status.nextWebSocketTry.has_value());
    }
}

void TestCometdPeer::endsWhenTheServerTellsToLeave()
{
    server().tell(u"dismiss"_s);

    QTRY_COMPARE(monitor().status().state, ConnectionState::Disconnected);
    QVERIFY(monitor().status().ended);
    QVERIFY(!monitor().status().trouble.isEmpty());
    QCOMPARE(monitor().status().handshakes, 1);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestCometdPeer)
#include "test_cometd_peer.moc"
