// SPDX-License-Identifier: MIT
// `ambcat --doctor` as a user runs it.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Run ambcat(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(AMBCAT), arguments);
    Run run;
    if (process.waitForFinished(40000))
        run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

class TestAmbcatDoctor : public QObject
{
    Q_OBJECT

private slots:
    void endsByHowWellItWorks_data();
    void endsByHowWellItWorks();
    void endsWith4WhenNobodyAnswers();
    void writesAReport();
    void showsEvidenceWithV();
    void printsEachStepAsItEnds();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
};

void TestAmbcatDoctor::endsByHowWellItWorks_data()
{
    QTest::addColumn<QString>("demo");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("all well") << u"--demo"_s << 0 << "All is well"_ba;
    QTest::newRow("fallback") << u"--demo=websocket-off"_s << 1 << "WebSocket is switched off"_ba;
}

void TestAmbcatDoctor::endsByHowWellItWorks()
{
    QFETCH(const QString, demo);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, said);
    const Run run = ambcat({u"--doctor"_s, demo});
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.out.contains(said), run.out.constData());
    QVERIFY(run.out.contains("Address and DNS"));
    QCOMPARE(run.err, QByteArray());
}

void TestAmbcatDoctor::endsWith4WhenNobodyAnswers()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString address = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
    closed.close();
    const Run run = ambcat({u"--doctor"_s, address});
    QCOMPARE(run.exitCode, 4);
    QVERIFY2(run.out.contains("refuses the connection"), run.out.constData());
}

void TestAmbcatDoctor::writesAReport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.json"_s);
    const Run run = ambcat({u"--doctor"_s, u"--demo=websocket-refused=400"_s, u"--report"_s, path});
    QCOMPARE(run.exitCode, 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject verdict =
        QJsonDocument::fromJson(file.readAll()).object().value("verdict"_L1).toObject();
    QCOMPARE(verdict.value("situation"_L1).toString(), u"upgrade-refused"_s);
}

void TestAmbcatDoctor::showsEvidenceWithV()
{
    const Run run = ambcat({u"--doctor"_s, u"--demo"_s, u"-v"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Sec-WebSocket-Accept"));
    QVERIFY(!run.out.contains(QByteArray("demo:demo").toBase64()));
}

void TestAmbcatDoctor::printsEachStepAsItEnds()
{
    QProcess process;
    process.start(QStringLiteral(AMBCAT), {u"--doctor"_s, u"--demo=websocket-hang"_s});
    QByteArray out;
    const auto read = [&] {
        out += process.readAllStandardOutput();
        return out.contains("Sign-in and cookies");
    };
    QTRY_VERIFY(read());
    QCOMPARE(process.state(), QProcess::Running); // it waits for the upgrade
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 3);
    out += process.readAllStandardOutput();
    QVERIFY2(out.contains("The doctor was stopped"), out.constData());
}

void TestAmbcatDoctor::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no instance") << QStringList{u"--doctor"_s} << "address of an instance"_ba;
    QTest::newRow("report of another kind")
        << QStringList{u"--doctor"_s, u"--demo"_s, u"--report"_s, u"a.pdf"_s}
        << ".html or .json"_ba;
    QTest::newRow("report alone") << QStringList{u"--demo"_s, u"--report"_s, u"a.html"_s}
                                  << "go with --doctor"_ba;
    QTest::newRow("with a subscription")
        << QStringList{u"--doctor"_s, u"--demo"_s, u"-s"_s, u"/x"_s} << "leave those away"_ba;
    QTest::newRow("report that cannot be written")
        << QStringList{u"--doctor"_s, u"--demo"_s, u"--report"_s, u"/no/such/folder/a.html"_s}
        << "cannot be written"_ba;
}

void TestAmbcatDoctor::tellsWhatIsWrong()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    const Run run = ambcat(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(said), run.err.constData());
}

QTEST_GUILESS_MAIN(TestAmbcatDoctor)
#include "test_ambcatdoctor.moc"
