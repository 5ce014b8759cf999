// SPDX-License-Identifier: MIT
#include "core/doctor/doctor.h"
#include "core/doctor/reporttext.h"
#include "doctorfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// The doctor against the demo instance and its faults.
class TestDoctor : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFault_data();
    void namesTheFault();
    void takesUnderFiveSeconds();
    void asksNobodyForAnAddressThatIsGiven();
    void streamsItsSteps();
    void stopsAtOnce();
    void startsAgainAfterAStop();
    void saysWhyNobodyAnswers_data();
    void saysWhyNobodyAnswers();
    void saysThatThePasswordIsWrong();
    void saysThatCookiesAreDead();
    void saysThatASignInIsWanted();
    void holdsAConnectWhereAsked();
    void showsTheExactUpgrade();
    void measuresBothTransports();
    void leavesNoClientBehind();
    void keepsSecretsOutOfEveryReport();
    void savesReports();
    void refusesToSaveAsSomethingElse();
};

void TestDoctor::namesTheFault_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<QString>("situation");
    QTest::addColumn<int>("grade");
    const auto row = [](const char *faults, const char *situation, Grade grade) {
        QTest::newRow(*faults == '\0' ? "none" : faults)
            << QString::fromLatin1(faults) << QString::fromLatin1(situation) << int(grade);
    };
    row("", "all-well", Grade::WebSocket);
    row("slow=50", "all-well", Grade::WebSocket);
    row("websocket-off", "websocket-off", Grade::Fallback);
    row("websocket-not-offered", "websocket-off", Grade::Fallback);
    row("websocket-refused=400", "upgrade-refused", Grade::Fallback);
    row("websocket-refused=403", "origin-filter", Grade::Fallback);
    row("websocket-refused=418", "unknown", Grade::Fallback);
    row("websocket-hang", "upgrade-swallowed", Grade::Fallback);
    row("websocket-close", "frames-dropped", Grade::Fallback);
    row("websocket-swallow", "frames-dropped", Grade::Fallback);
    row("websocket-no-accept", "upgrade-by-other", Grade::Fallback);
    row("clock-skew=600", "clock-skew", Grade::WebSocket);
    row("clock-skew=-600", "clock-skew", Grade::WebSocket);
}

void TestDoctor::namesTheFault()
{
    QFETCH(const QString, faults);
    QFETCH(const QString, situation);
    QFETCH(const int, grade);
    DemoHost demo(demoWith(faults));
    const auto url = demo.start();
    QVERIFY(url.ok());
    const DoctorReport report = examine(doctorAt(*url));
    COMPARE_VERDICT(report, situation.toLatin1(), Grade(grade));
    QCOMPARE(report.steps.size(), Doctor::steps().size());
}

void TestDoctor::takesUnderFiveSeconds()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    QElapsedTimer clock;
    clock.start();
    const DoctorReport report = examine(doctorAt(*url));
    QVERIFY2(clock.elapsed() < 5000, told(report).constData());
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
}

void TestDoctor::asksNobodyForAnAddressThatIsGiven()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    const StepReport lookup = stepOf(examine(doctorAt(*url)), DoctorStep::Lookup);
    QCOMPARE(lookup.outcome, StepOutcome::Good);
    QVERIFY2(lookup.done.startsWith(u"Took the address as it is given"_s), qPrintable(lookup.done));
    QVERIFY2(lookup.result.contains(u"127.0.0.1"_s), qPrintable(lookup.result));
}

void TestDoctor::streamsItsSteps()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    Doctor doctor(doctorAt(*url));
    QList<int> order;
    connect(&doctor, &Doctor::stepStarted, this, [&order](DoctorStep step) {
        order.append(int(step) * 2);
    });
    connect(&doctor, &Doctor::stepFinished, this, [&order, &doctor](const StepReport &step) {
        order.append(int(step.step) * 2 + 1);
        QVERIFY(doctor.isRunning()); // it is told before all is over
    });
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(order.size() > Doctor::steps().size());
    QVERIFY(!doctor.isRunning());
}

void TestDoctor::stopsAtOnce()
{
    DemoHost demo(demoWith(u"websocket-hang"_s));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.patience = std::chrono::seconds(30);
    Doctor doctor(options);
    QSignalSpy finished(&doctor, &Doctor::finished);
    QSignalSpy started(&doctor, &Doctor::stepStarted);
    doctor.start();
    const auto isAtUpgrade = [&started] {
        return !started.isEmpty()
            && started.last().at(0).value<DoctorStep>() == DoctorStep::Upgrade;
    };
    QTRY_VERIFY(isAtUpgrade());
    doctor.stop();
    QCOMPARE(finished.size(), 1); // from within the call
    QVERIFY(!doctor.isRunning());
    const DoctorReport report = doctor.report();
    QCOMPARE(report.verdict.situation, Situation::Stopped);
    QCOMPARE(report.verdict.grade, Grade::Untold);
    QCOMPARE(report.steps.last().step, DoctorStep::Upgrade);
    QCOMPARE(report.steps.last().outcome, StepOutcome::Stopped);
}

void TestDoctor::startsAgainAfterAStop()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    Doctor doctor(doctorAt(*url));
    doctor.start();
    doctor.stop();
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.start();
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.size(), 1);
    COMPARE_VERDICT(doctor.report(), "all-well", Grade::WebSocket);
    QCOMPARE(doctor.report().steps.size(), Doctor::steps().size());
}

void TestDoctor::saysWhyNobodyAnswers_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("situation");
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    QTest::newRow("closed port") << u"http://127.0.0.1:%1"_s.arg(closed.serverPort())
                                 << u"not-reachable"_s;
    QTest::newRow("unknown name") << u"https://no-such-host.invalid"_s << u"host-unknown"_s;
}

void TestDoctor::saysWhyNobodyAnswers()
{
    QFETCH(const QString, address);
    QFETCH(const QString, situation);
    const DoctorReport report = examine(doctorAt(QUrl(address)));
    COMPARE_VERDICT(report, situation.toLatin1(), Grade::Broken);
    QCOMPARE(stepOf(report, DoctorStep::Upgrade).outcome, StepOutcome::Skipped);
}

void TestDoctor::saysThatThePasswordIsWrong()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.credentials.password = u"wrong-password"_s;
    const DoctorReport report = examine(options);
    COMPARE_VERDICT(report, "password-refused", Grade::Broken);
    QVERIFY(!reportJson(report).contains("wrong-password"));
}

void TestDoctor::saysThatCookiesAreDead()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.credentials = {Credentials::Kind::Cookies,
                           {},
                           {},
                           {QNetworkCookie("JSESSIONID", "0123456789ABCDEF"),
                            QNetworkCookie("glide_user_route", "glide.0123456789")}};
    const DoctorReport report = examine(options);
    COMPARE_VERDICT(report, "dead-cookies", Grade::Broken);
    QVERIFY(!reportHtml(report).contains("0123456789"));
}

void TestDoctor::saysThatASignInIsWanted()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.credentials = {};
    COMPARE_VERDICT(examine(options), "not-signed-in", Grade::Broken);
}

void TestDoctor::holdsAConnectWhereAsked()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.withHold = true;
    const DoctorReport report = examine(options);
    COMPARE_VERDICT(report, "all-well", Grade::WebSocket);
    QCOMPARE(stepOf(report, DoctorStep::Hold).outcome, StepOutcome::Good);
    QCOMPARE(stepOf(report, DoctorStep::PollHold).outcome, StepOutcome::Good);
    QVERIFY(stepOf(report, DoctorStep::Hold).took >= std::chrono::milliseconds(1400));
    // Both are held together.
    QVERIFY(stepOf(report, DoctorStep::PollHold).took < std::chrono::milliseconds(1000));
    QVERIFY(report.verdict.text.contains("quiet connection stays"_L1));
}

void TestDoctor::showsTheExactUpgrade()
{
    DemoHost demo(demoWith(u"websocket-refused=400"_s));
    const auto url = demo.start();
    QVERIFY(url.ok());
    const StepReport step = stepOf(examine(doctorAt(*url)), DoctorStep::Upgrade);
    QCOMPARE(step.outcome, StepOutcome::Failed);
    QVERIFY(!step.advice.ask.isEmpty());
    QString evidence;
    for (const Evidence &each : step.evidence)
        evidence += each.name + u'\n' + each.value + u'\n';
    for (const QString &part : {u"GET /amb HTTP/1.1"_s,
                                u"Upgrade: websocket"_s,
                                u"Cookie: JSESSIONID=•••"_s,
                                u"HTTP/1.1 400 Bad Request"_s,
                                u"Server: demo instance"_s,
                                u"Without Origin"_s,
                                u"On /amb/"_s})
        QVERIFY2(evidence.contains(part), qPrintable(part + u"\n\n"_s + evidence));
}

void TestDoctor::measuresBothTransports()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    const StepReport step = stepOf(examine(doctorAt(*url)), DoctorStep::Latency);
    QCOMPARE(step.evidence.size(), 2);
    for (const Evidence &each : step.evidence)
        QVERIFY2(each.value.contains("p95"_L1) && each.value.contains("bytes each"_L1),
                 qPrintable(each.value));
}

void TestDoctor::leavesNoClientBehind()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    examine(doctorAt(*url));
    const auto clients = [&demo] {
        int count = -1;
        demo.run([&count](DemoInstance &instance) { count = instance.clientCount(); });
        return count;
    };
    QTRY_COMPARE(clients(), 0);
}

void TestDoctor::keepsSecretsOutOfEveryReport()
{
    DemoHost demo(demoWith({}));
    const auto url = demo.start();
    QVERIFY(url.ok());
    DoctorOptions options = doctorAt(*url);
    options.network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    const DoctorReport report = examine(options);
    const QByteArray all = reportHtml(report) + reportJson(report) + reportSummary(report).toUtf8();
    QVERIFY(all.contains("JSESSIONID")); // names are kept
    QVERIFY(!all.contains(QByteArray("demo:demo").toBase64()));
    // Values of cookies, tokens and client ids are long and made of digits and letters.
    static const QRegularExpression value(
        u"(JSESSIONID|glide_user_route|glide_session_store|BAYEUX_BROWSER|g_ck|clientId)"
        "(&quot;|\\\\?\")?\\s*[=:]\\s*(&#39;|&quot;|\\\\?[\"'])?[A-Za-z0-9.]{6,}"_s);
    const QRegularExpressionMatch match = value.match(QString::fromUtf8(all));
    QVERIFY2(!match.hasMatch() || match.captured().contains("connectiondoctor"_L1),
             qPrintable(match.captured()));
}

void TestDoctor::savesReports()
{
    DemoHost demo(demoWith(u"websocket-off"_s));
    const auto url = demo.start();
    QVERIFY(url.ok());
    const DoctorReport report = examine(doctorAt(*url));
    const QTemporaryDir folder;
    const QString html = folder.filePath(u"report.html"_s);
    const QString json = folder.filePath(u"report.json"_s);
    QVERIFY(saveReport(report, html).ok());
    QVERIFY(saveReport(report, json).ok());
    QFile page(html);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    QVERIFY(text.contains("glide.cometd.websocket.enabled"));
    QVERIFY(text.contains("@media print"));
    QVERIFY2(!text.contains("http://www") && !text.contains("src=") && !text.contains("<link"),
             "the page needs nothing from elsewhere");
    QFile data(json);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(data.readAll()).object();
    const QJsonObject verdict = object.value("verdict"_L1).toObject();
    QCOMPARE(verdict.value("situation"_L1).toString(), u"websocket-off"_s);
    QCOMPARE(verdict.value("grade"_L1).toString(), u"fallback"_s);
    QCOMPARE(object.value("steps"_L1).toArray().size(), Doctor::steps().size());
}

void TestDoctor::refusesToSaveAsSomethingElse()
{
    const DoctorReport report;
    QVERIFY(saveReport(report, u"report.docx"_s).error().text.contains(".html"_L1));
    const auto error = saveReport(report, u"/no/such/folder/report.html"_s);
    QVERIFY(!error.ok());
    QCOMPARE(error.error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "test_doctor.moc"
