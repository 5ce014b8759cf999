// SPDX-License-Identifier: MIT
#include "tests/network/bayeuxpeertest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// The monitor against Faye, which offers both transports and differs from CometD in many details.
class TestFayePeer : public BayeuxPeerTest
{
    Q_OBJECT

public:
    TestFayePeer()
        : BayeuxPeerTest(u"faye-server.mjs"_s,
                         u"/bayeux"_s,
                         {{TransportPreference::WebSocketOnly, TransportType::WebSocket},
                          {TransportPreference::LongPollingOnly, TransportType::LongPolling},
                          {TransportPreference::Automatic, TransportType::WebSocket}})
    { }

private slots:
    void givesNoReasonForTheFirstChoice();
};

void TestFayePeer::givesNoReasonForTheFirstChoice()
{
    if (way().transport == TransportType::WebSocket)
        QCOMPARE(monitor().status().transportReason, QString());
    else
        QVERIFY(!monitor().status().nextWebSocketTry.has_value());
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestFayePeer)
#include "test_faye_peer.moc"
