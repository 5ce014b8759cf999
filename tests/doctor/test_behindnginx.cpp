// SPDX-License-Identifier: MIT
#include "core/doctor/reporttext.h"
#include "doctorfixture.h"
#include "middlebox.h"
#include "testcertificates.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

namespace {

const QByteArray passHost = "proxy_set_header Host $http_host; proxy_http_version 1.1; ";
const QByteArray passUpgrade = "proxy_set_header Upgrade $http_upgrade; "
                               "proxy_set_header Connection $http_connection; ";

/// A server that passes everything on, with more directives for it.
QByteArray passing(const QUrl &to, const QByteArray &directives)
{
    return "server { listen 127.0.0.1:@PORT@; location / { proxy_pass " + to.toString().toLatin1()
        + "; " + directives + " } }";
}

} // namespace

/// The doctor with a real nginx between it and the demo instance.
class TestBehindNginx : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void findsNothingWrongWithUpgradeHeaders();
    void findsNothingWrongWithBuffering();
    void namesAProxyWithoutUpgrade();
    void namesTheOriginFilterBehindAChangedHost();
    void saysAfterHowManySecondsAQuietConnectionIsCut();
    void namesTheGatewayTimeoutOfHeldPolls();
    void namesTheGatewayTimeoutUnderTheFallback();
    void tellsWhenSomebodyElseAnswersTheUpgrade();
    void tellsWhenRequestsLandOnTwoNodes();
    void namesAPageInPlaceOfTheInstance_data();
    void namesAPageInPlaceOfTheInstance();
    void namesAGatewayWithoutBackend();
    void namesTheCertificate_data();
    void namesTheCertificate();
    void worksThroughTlsInspectionThatIsTrusted();

private:
    /// The report of a run through nginx with this configuration.
    DoctorReport examineBehind(const QByteArray &configuration, bool withHold = false);

    std::unique_ptr<DemoHost> m_demo;
    QUrl m_demoUrl;
};

void TestBehindNginx::init()
{
    DemoOptions options = demoWith({});
    options.connectHold = std::chrono::milliseconds(2500);
    m_demo = std::make_unique<DemoHost>(options);
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_demoUrl = *url;
}

void TestBehindNginx::cleanup()
{
    m_demo.reset();
}

DoctorReport TestBehindNginx::examineBehind(const QByteArray &configuration, bool withHold)
{
    Middlebox nginx(Middlebox::Kind::Nginx, configuration);
    const QByteArray trouble = nginx.start();
    if (!trouble.isEmpty())
        qFatal("nginx %s", trouble.constData());
    DoctorOptions options = doctorAt(nginx.url());
    options.withHold = withHold;
    return examine(options);
}

void TestBehindNginx::findsNothingWrongWithUpgradeHeaders()
{
    const DoctorReport report = examineBehind(passing(m_demoUrl, passHost + passUpgrade), true);
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
    QVERIFY(report.verdict.also.isEmpty());
}

void TestBehindNginx::findsNothingWrongWithBuffering()
{
    const DoctorReport report =
        examineBehind(passing(m_demoUrl,
                              passHost + passUpgrade
                                  + "proxy_buffering on; proxy_buffers 8 64k; proxy_buffer_size "
                                    "64k; proxy_request_buffering on;"));
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
}

void TestBehindNginx::namesAProxyWithoutUpgrade()
{
    const DoctorReport report = examineBehind(passing(m_demoUrl, passHost));
    COMPARE_VERDICT(report, "upgrade-refused", Grade::Fallback);
    QVERIFY(report.verdict.text.contains("400"_L1));
    QVERIFY(report.verdict.advice.cause.contains("strips the upgrade"_L1));
    QCOMPARE(report.verdict.advice.kb, u"KB0829978"_s);
}

void TestBehindNginx::namesTheOriginFilterBehindAChangedHost()
{
    const DoctorReport report = examineBehind(passing(
        m_demoUrl, "proxy_set_header Host $proxy_host; proxy_http_version 1.1; " + passUpgrade));
    COMPARE_VERDICT(report, "origin-filter", Grade::Fallback);
    QVERIFY(report.verdict.advice.ask.contains("Host and Origin"_L1));
}

void TestBehindNginx::saysAfterHowManySecondsAQuietConnectionIsCut()
{
    const DoctorReport report =
        examineBehind(passing(m_demoUrl, passHost + passUpgrade + "proxy_read_timeout 1s;"), true);
    COMPARE_VERDICT(report, "idle-cut", Grade::Broken);
    QVERIFY2(report.verdict.text.contains("cut after 1."_L1), told(report).constData());
    QCOMPARE(report.verdict.also, QList<Situation>{Situation::GatewayTimeout});
}

void TestBehindNginx::namesTheGatewayTimeoutOfHeldPolls()
{
    const QByteArray to = m_demoUrl.toString().toLatin1();
    const DoctorReport report =
        examineBehind("server { listen 127.0.0.1:@PORT@; location / { proxy_pass " + to + "; "
                          + passHost + passUpgrade + " } location /amb/connect { proxy_pass " + to
                          + "; " + passHost + "proxy_read_timeout 1s; } }",
                      true);
    COMPARE_VERDICT(report, "gateway-timeout", Grade::WebSocket);
    QVERIFY(report.verdict.text.contains("504"_L1));
    QVERIFY2(report.verdict.text.contains("after 1."_L1), told(report).constData());
    QCOMPARE(report.verdict.advice.kb, u"KB3046976"_s);
}

void TestBehindNginx::namesTheGatewayTimeoutUnderTheFallback()
{
    const DoctorReport report =
        examineBehind(passing(m_demoUrl, passHost + "proxy_read_timeout 1s;"), true);
    COMPARE_VERDICT(report, "upgrade-refused", Grade::Broken);
    QCOMPARE(report.verdict.also, QList<Situation>{Situation::GatewayTimeout});
}

void TestBehindNginx::tellsWhenSomebodyElseAnswersTheUpgrade()
{
    const DoctorReport report = examineBehind(passing(m_demoUrl,
                                                      passHost
                                                          + "proxy_pass_header Server; "
                                                            "if ($http_upgrade) { return 403; }"));
    COMPARE_VERDICT(report, "upgrade-by-other", Grade::Fallback);
    QVERIFY2(report.verdict.text.contains("nginx"_L1), told(report).constData());
}

void TestBehindNginx::tellsWhenRequestsLandOnTwoNodes()
{
    DemoHost other(demoWith({}));
    const auto url = other.start();
    QVERIFY(url.ok());
    const DoctorReport report =
        examineBehind("upstream nodes { server " + m_demoUrl.authority().toLatin1() + "; server "
                      + url->authority().toLatin1() + "; }\n"
                      + passing(QUrl(u"http://nodes"_s), passHost + passUpgrade));
    COMPARE_VERDICT(report, "affinity-lost", Grade::Broken);
}

void TestBehindNginx::namesAPageInPlaceOfTheInstance_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("situation");
    const auto page = [](const char *title) {
        return QByteArray("return 200 '<html><head><title>") + title
            + "</title></head><body><form><input type=password></form></body></html>';";
    };
    QTest::newRow("captive portal") << page("Guest Wi-Fi") << u"portal"_s;
    QTest::newRow("portal by status") << "return 511;"_ba << u"portal"_s;
    QTest::newRow("login elsewhere")
        << "return 302 https://login.example.com/start;"_ba << u"login-elsewhere"_s;
    QTest::newRow("hibernating") << page("Instance is hibernating") << u"hibernating"_s;
    QTest::newRow("maintenance")
        << "return 503 '<html><title>Down for maintenance</title></html>';"_ba << u"maintenance"_s;
}

void TestBehindNginx::namesAPageInPlaceOfTheInstance()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, situation);
    const DoctorReport report =
        examineBehind("server { listen 127.0.0.1:@PORT@; location / { " + answer + " } }");
    COMPARE_VERDICT(report, situation.toLatin1(), Grade::Broken);
}

void TestBehindNginx::namesAGatewayWithoutBackend()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    const DoctorReport report = examineBehind(passing(nobody, passHost));
    COMPARE_VERDICT(report, "server-error", Grade::Broken);
    QVERIFY(report.verdict.text.contains("502"_L1));
}

void TestBehindNginx::namesTheCertificate_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<QString>("situation");
    const QString host = u"IP:127.0.0.1"_s;
    QTest::newRow("own CA, installed") << u"Company CA"_s << host << 2 << true << u"all-well"_s;
    QTest::newRow("own CA, not installed")
        << u"Company CA"_s << host << 2 << false << u"unknown-authority"_s;
    QTest::newRow("TLS inspection")
        << u"Zscaler Root CA"_s << host << 2 << false << u"tls-inspection"_s;
    QTest::newRow("expired") << u"Company CA"_s << host << -1 << true << u"certificate-expired"_s;
    QTest::newRow("wrong name") << u"Company CA"_s << u"DNS:other.example.com"_s << 2 << true
                                << u"certificate-wrong-name"_s;
}

void TestBehindNginx::namesTheCertificate()
{
    QFETCH(const QString, authority);
    QFETCH(const QString, subject);
    QFETCH(const int, days);
    QFETCH(const bool, isTrusted);
    QFETCH(const QString, situation);
    const TestCertificates certificates(authority);
    QVERIFY(certificates.isValid());
    QByteArray server = passing(m_demoUrl, passHost + passUpgrade);
    server.replace("listen 127.0.0.1:@PORT@;",
                   "listen 127.0.0.1:@PORT@ ssl; ssl_certificate @DIR@/server.pem; "
                   "ssl_certificate_key @DIR@/server.key;");
    Middlebox nginx(Middlebox::Kind::Nginx, server);
    nginx.setTls(certificates.serverFor(subject, days));
    QCOMPARE(nginx.start(), QByteArray());
    DoctorOptions options = doctorAt(nginx.url(u"https"_s));
    if (isTrusted)
        options.network.ownCertificates = certificates.authority();
    const DoctorReport report = examine(options);
    const bool isWell = situation == "all-well"_L1;
    COMPARE_VERDICT(report, situation.toLatin1(), isWell ? Grade::WebSocket : Grade::Broken);
    const StepReport tls = stepOf(report, DoctorStep::Tls);
    QCOMPARE(tls.outcome, isWell ? StepOutcome::Note : StepOutcome::Failed);
    QString evidence;
    for (const Evidence &each : tls.evidence)
        evidence += each.value + u'\n';
    QVERIFY2(evidence.contains(authority), told(report).constData());
}

void TestBehindNginx::worksThroughTlsInspectionThatIsTrusted()
{
    const TestCertificates certificates(u"Zscaler Root CA"_s);
    QByteArray server = passing(m_demoUrl, passHost);
    server.replace("listen 127.0.0.1:@PORT@;",
                   "listen 127.0.0.1:@PORT@ ssl; ssl_certificate @DIR@/server.pem; "
                   "ssl_certificate_key @DIR@/server.key;");
    Middlebox nginx(Middlebox::Kind::Nginx, server);
    nginx.setTls(certificates.serverFor(u"IP:127.0.0.1"_s));
    QCOMPARE(nginx.start(), QByteArray());
    DoctorOptions options = doctorAt(nginx.url(u"https"_s));
    options.network.ownCertificates = certificates.authority();
    const DoctorReport report = examine(options);
    // What is blocked comes first; who probably blocks it stands beside it.
    COMPARE_VERDICT(report, "upgrade-refused", Grade::Fallback);
    QCOMPARE(report.verdict.also, QList<Situation>{Situation::TlsInspection});
    QVERIFY(report.verdict.alsoTexts.first().contains("Zscaler"_L1));
}

int main(int argc, char **argv)
{
    TestBehindNginx test;
    return runWith("nginx", AMB_NGINX, test, argc, argv);
}

#include "test_behindnginx.moc"
