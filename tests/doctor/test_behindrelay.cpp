// SPDX-License-Identifier: MIT
#include "doctorfixture.h"
#include "relay.h"

#include <QTest>

#include <unistd.h>

#include <arpa/inet.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

namespace {

/// Listens on loopback with a full queue: the kernel drops the packets of whoever comes next, as a
/// firewall does.
class FullListener
{
public:
    FullListener()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *plain = reinterpret_cast<sockaddr *>(&address);
        const bool listens = ::bind(m_socket, plain, size) == 0 && ::listen(m_socket, 0) == 0
            && ::getsockname(m_socket, plain, &size) == 0;
        if (!listens)
            return;
        m_port = ntohs(address.sin_port);
        for (QTcpSocket &each : m_waiting) {
            each.connectToHost(QHostAddress::LocalHost, m_port);
            m_isFull = !each.waitForConnected(300);
        }
    }
    ~FullListener() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(FullListener)

    /// Whether the last one that came got no answer.
    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_socket;
    std::array<QTcpSocket, 3> m_waiting;
    quint16 m_port = 0;
    bool m_isFull = false;
};

} // namespace

/// The doctor with troubles on the way that need no product.
class TestBehindRelay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesDroppedPackets();
    void namesLargeFramesThatDoNotPass();
    void namesFramesThatAreHeldBack();
    void namesPollsThatAreHeldBack();
    void namesAConnectionThatDiesInSilence();
    void findsNothingWrongWithARelayThatPassesAll();

private:
    std::unique_ptr<DemoHost> m_demo;
    QUrl m_demoUrl;
};

void TestBehindRelay::init()
{
    m_demo = std::make_unique<DemoHost>(demoWith({}));
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_demoUrl = *url;
}

void TestBehindRelay::namesDroppedPackets()
{
    const FullListener listener;
    QVERIFY(listener.isFull());
    DoctorOptions options = doctorAt(QUrl(u"http://127.0.0.1:%1"_s.arg(listener.port())));
    options.patience = std::chrono::milliseconds(1000);
    const DoctorReport report = examine(options);
    COMPARE_VERDICT(report, "not-reachable", Grade::Broken);
    QVERIFY2(report.verdict.text.contains("does not answer"_L1), told(report).constData());
    QVERIFY(report.took < std::chrono::seconds(3));
}

void TestBehindRelay::namesLargeFramesThatDoNotPass()
{
    Relay::Trouble trouble;
    trouble.swallowAfter = 4000;
    const Relay relay(m_demoUrl, trouble);
    const DoctorReport report = examine(doctorAt(relay.url()));
    COMPARE_VERDICT(report, "large-frames-dropped", Grade::Fallback);
    QVERIFY2(report.verdict.text.contains("8,000 bytes"_L1), told(report).constData());
}

void TestBehindRelay::namesFramesThatAreHeldBack()
{
    Relay::Trouble trouble;
    trouble.holdFrames = std::chrono::milliseconds(1500);
    const Relay relay(m_demoUrl, trouble);
    const DoctorReport report = examine(doctorAt(relay.url()));
    COMPARE_VERDICT(report, "frames-late", Grade::WebSocket);
}

void TestBehindRelay::namesPollsThatAreHeldBack()
{
    Relay::Trouble trouble;
    trouble.holdPolls = std::chrono::milliseconds(1500);
    const Relay relay(m_demoUrl, trouble);
    const DoctorReport report = examine(doctorAt(relay.url()));
    COMPARE_VERDICT(report, "polling-late", Grade::WebSocket);
}

void TestBehindRelay::namesAConnectionThatDiesInSilence()
{
    Relay::Trouble trouble;
    trouble.deadWhenQuiet = std::chrono::milliseconds(800);
    const Relay relay(m_demoUrl, trouble);
    DoctorOptions options = doctorAt(relay.url());
    options.withHold = true;
    const DoctorReport report = examine(options);
    COMPARE_VERDICT(report, "idle-cut", Grade::Fallback);
    QVERIFY2(report.verdict.text.contains("goes dead"_L1), told(report).constData());
}

void TestBehindRelay::findsNothingWrongWithARelayThatPassesAll()
{
    const Relay relay(m_demoUrl, {});
    COMPARE_VERDICT(examine(doctorAt(relay.url())), "all-well", Grade::WebSocket);
}

QTEST_GUILESS_MAIN(TestBehindRelay)
#include "test_behindrelay.moc"
