// SPDX-License-Identifier: MIT
#include "core/doctor/reporttext.h"
#include "doctorfixture.h"
#include "middlebox.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// The doctor through a real HTTP proxy.
class TestBehindTinyproxy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void worksThroughTheProxy();
    void namesAProxyThatRefusesTheTunnel();
    void namesAProxyThatWantsAuthentication();
    void signsInAtTheProxyWithoutShowingThePassword();
    void namesAProxyThatIsDown();

private:
    DoctorReport examineThrough(const QByteArray &configuration,
                                const QString &user = {},
                                const QString &password = {});
    [[nodiscard]] QByteArray allowed() const
    {
        return "ConnectPort " + QByteArray::number(m_demoUrl.port()) + '\n';
    }

    std::unique_ptr<DemoHost> m_demo;
    QUrl m_demoUrl;
};

void TestBehindTinyproxy::init()
{
    m_demo = std::make_unique<DemoHost>(demoWith({}));
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_demoUrl = *url;
}

void TestBehindTinyproxy::cleanup()
{
    m_demo.reset();
}

DoctorReport TestBehindTinyproxy::examineThrough(const QByteArray &configuration,
                                                 const QString &user,
                                                 const QString &password)
{
    Middlebox proxy(Middlebox::Kind::Tinyproxy, configuration);
    const QByteArray trouble = proxy.start();
    if (!trouble.isEmpty())
        qFatal("tinyproxy %s", trouble.constData());
    DoctorOptions options = doctorAt(m_demoUrl);
    options.network.proxy =
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port(), user, password);
    return examine(options);
}

void TestBehindTinyproxy::worksThroughTheProxy()
{
    const DoctorReport report = examineThrough(allowed());
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
    const StepReport step = stepOf(report, DoctorStep::Proxy);
    QCOMPARE(step.outcome, StepOutcome::Good);
    QVERIFY(reportJson(report).contains("the settings of this program"));
    QVERIFY(reportJson(report).contains("CONNECT 127.0.0.1:"));
}

void TestBehindTinyproxy::namesAProxyThatRefusesTheTunnel()
{
    const DoctorReport report = examineThrough("ConnectPort 443\n");
    COMPARE_VERDICT(report, "proxy-refuses", Grade::Broken);
    QVERIFY2(report.verdict.text.contains("403"_L1), told(report).constData());
}

void TestBehindTinyproxy::namesAProxyThatWantsAuthentication()
{
    const DoctorReport report = examineThrough(allowed() + "BasicAuth worker tunnel-secret\n");
    COMPARE_VERDICT(report, "proxy-wants-authentication", Grade::Broken);
    QCOMPARE(stepOf(report, DoctorStep::Tls).outcome, StepOutcome::Skipped);
}

void TestBehindTinyproxy::signsInAtTheProxyWithoutShowingThePassword()
{
    const DoctorReport report = examineThrough(
        allowed() + "BasicAuth worker tunnel-secret\n", u"worker"_s, u"tunnel-secret"_s);
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
    const QByteArray all = reportHtml(report) + reportJson(report) + reportSummary(report).toUtf8();
    QVERIFY(all.contains("Proxy-Authorization: Basic"));
    QVERIFY(!all.contains("tunnel-secret"));
    QVERIFY(!all.contains(QByteArray("worker:tunnel-secret").toBase64()));
}

void TestBehindTinyproxy::namesAProxyThatIsDown()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    DoctorOptions options = doctorAt(m_demoUrl);
    options.network.proxy =
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closed.serverPort());
    closed.close();
    COMPARE_VERDICT(examine(options), "proxy-failed", Grade::Broken);
}

int main(int argc, char **argv)
{
    TestBehindTinyproxy test;
    return runWith("tinyproxy", AMB_TINYPROXY, test, argc, argv);
}

#include "test_behindtinyproxy.moc"
