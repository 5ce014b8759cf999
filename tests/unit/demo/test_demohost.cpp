// SPDX-License-Identifier: MIT
#include "core/demo/demohost.h"
#include "tests/unit/demo/probes.h"

#include <QTest>

namespace amb {

using namespace Qt::StringLiterals;

/// The demo instance in a thread of its own.
class TestDemoHost : public QObject
{
    Q_OBJECT

private slots:
    void servesFromItsOwnThread();
    void saysWhyItCannotStart();
    void endsWithClientsConnected();
};

void TestDemoHost::servesFromItsOwnThread()
{
    DemoHost host({});
    const auto url = host.start();
    QVERIFY(url.ok());
    QThread *thread = nullptr;
    host.run([&thread](DemoInstance &instance) { thread = instance.thread(); });
    QVERIFY(thread != QThread::currentThread());
    QVERIFY(!signIn(*url).isEmpty());
}

void TestDemoHost::saysWhyItCannotStart()
{
    DemoHost first({});
    const auto url = first.start();
    QVERIFY(url.ok());
    DemoOptions options;
    options.port = quint16(url->port());
    DemoHost second(options);
    const auto failed = second.start();
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Network);
    QVERIFY(!failed.error().detail.isEmpty());
    QVERIFY(failed.error().text.contains(failed.error().detail));
}

void TestDemoHost::endsWithClientsConnected()
{
    DemoFaults faults;
    faults.flood = {1'000'000, 1000, 100'000};
    DemoOptions options;
    options.faults = faults;
    std::unique_ptr<BayeuxProbe> probe;
    {
        DemoHost host(options);
        const auto url = host.start();
        QVERIFY(url.ok());
        probe = std::make_unique<BayeuxProbe>(*url, BayeuxProbe::Over::WebSocket, signIn(*url));
        QVERIFY(probe->open());
        probe->connectAndWait();
        QCOMPARE(probe->subscribe(u"/demo/flood"_s).value("successful"_L1), true);
        QTRY_VERIFY(probe->events().size() > 100);
    }
    QTRY_VERIFY(!probe->socket().isValid());
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestDemoHost)

#include "test_demohost.moc"
