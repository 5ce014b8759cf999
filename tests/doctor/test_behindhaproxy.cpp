// SPDX-License-Identifier: MIT
#include "doctorfixture.h"
#include "middlebox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// The doctor with a real HAProxy between it and the demo instance.
class TestBehindHaproxy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysAfterHowManySecondsTheTunnelIsCut();
    void namesTheTimeoutOfHeldPolls();
    void namesMergedCookies();
    void saysUnknownWhereEveryUpgradeIsForbidden();
    void tellsWhenRequestsLandOnTwoNodes();
    void findsNothingWrongWithStickyNodes();

private:
    DoctorReport examineBehind(const QByteArray &rules, const QByteArray &servers, bool withHold);
    [[nodiscard]] QByteArray oneServer() const
    {
        return "  server a " + m_demoUrl.authority().toLatin1() + '\n';
    }

    std::unique_ptr<DemoHost> m_demo;
    QUrl m_demoUrl;
};

void TestBehindHaproxy::init()
{
    DemoOptions options = demoWith({});
    options.connectHold = std::chrono::milliseconds(2500);
    m_demo = std::make_unique<DemoHost>(options);
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_demoUrl = *url;
}

void TestBehindHaproxy::cleanup()
{
    m_demo.reset();
}

DoctorReport TestBehindHaproxy::examineBehind(const QByteArray &rules,
                                              const QByteArray &servers,
                                              bool withHold)
{
    Middlebox haproxy(Middlebox::Kind::Haproxy,
                      "listen instance\n  bind 127.0.0.1:@PORT@\n" + rules + servers);
    const QByteArray trouble = haproxy.start();
    if (!trouble.isEmpty())
        qFatal("haproxy %s", trouble.constData());
    DoctorOptions options = doctorAt(haproxy.url());
    options.withHold = withHold;
    return examine(options);
}

void TestBehindHaproxy::saysAfterHowManySecondsTheTunnelIsCut()
{
    const DoctorReport report = examineBehind("  timeout tunnel 1s\n", oneServer(), true);
    COMPARE_VERDICT(report, "idle-cut", Grade::Fallback);
    QVERIFY2(report.verdict.text.contains("cut after 1."_L1), told(report).constData());
    QVERIFY(report.verdict.also.isEmpty());
}

void TestBehindHaproxy::namesTheTimeoutOfHeldPolls()
{
    const DoctorReport report =
        examineBehind("  timeout server 1s\n  timeout tunnel 60s\n", oneServer(), true);
    COMPARE_VERDICT(report, "gateway-timeout", Grade::WebSocket);
    QVERIFY2(report.verdict.text.contains("504"_L1), told(report).constData());
}

void TestBehindHaproxy::namesMergedCookies()
{
    const DoctorReport report = examineBehind(
        "  http-request set-header Cookie \"%[req.fhdr(Cookie),regsub('; ',', ',g)]\" "
        "if { req.fhdr(Cookie) -m found }\n",
        oneServer(),
        false);
    COMPARE_VERDICT(report, "merged-cookies", Grade::Broken);
    QCOMPARE(report.verdict.advice.kb, u"KB2548136"_s);
}

/// Filter or firewall: nothing tells, so neither is said.
void TestBehindHaproxy::saysUnknownWhereEveryUpgradeIsForbidden()
{
    const DoctorReport report =
        examineBehind("  http-request deny deny_status 403 if { req.hdr(Upgrade) -m found }\n",
                      oneServer(),
                      false);
    COMPARE_VERDICT(report, "unknown", Grade::Fallback);
}

void TestBehindHaproxy::tellsWhenRequestsLandOnTwoNodes()
{
    DemoHost other(demoWith({}));
    const auto url = other.start();
    QVERIFY(url.ok());
    const QByteArray servers = oneServer() + "  server b " + url->authority().toLatin1() + '\n';
    const DoctorReport report = examineBehind("  balance roundrobin\n", servers, false);
    COMPARE_VERDICT(report, "affinity-lost", Grade::Broken);
}

void TestBehindHaproxy::findsNothingWrongWithStickyNodes()
{
    DemoHost other(demoWith({}));
    const auto url = other.start();
    QVERIFY(url.ok());
    const DoctorReport report =
        examineBehind("  balance roundrobin\n  cookie glide_node insert\n",
                      "  server a " + m_demoUrl.authority().toLatin1() + " cookie a\n  server b "
                          + url->authority().toLatin1() + " cookie b\n",
                      false);
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
}

int main(int argc, char **argv)
{
    TestBehindHaproxy test;
    return runWith("haproxy", AMB_HAPROXY, test, argc, argv);
}

#include "test_behindhaproxy.moc"
