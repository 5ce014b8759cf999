// SPDX-License-Identifier: MIT
// amb-monitor's command line, as far as no window is needed.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    static void saysWhatIsWrong_data();
    static void saysWhatIsWrong();
};

void TestCommandLine::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("capture and instance")
        << QStringList{u"--capture"_s, u"old.jsonl"_s, u"dev12345"_s}
        << QByteArray("Give --capture, or INSTANCE or --demo, not both.");
    QTest::newRow("a proxy for nothing") << QStringList{u"--proxy"_s, u"http://proxy:3128"_s}
                                         << QByteArray("--proxy is for an instance");
    QTest::newRow("channels for nothing")
        << QStringList{u"-s"_s, u"/a"_s} << QByteArray("-s is for an instance");
    QTest::newRow("a capture and a transport")
        << QStringList{u"--capture"_s, u"old.jsonl"_s, u"--transport"_s, u"websocket"_s}
        << QByteArray("--transport is for an instance");
    QTest::newRow("an address that is none")
        << QStringList{u"ftp://dev12345"_s} << QByteArray("ftp");
}

void TestCommandLine::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path()); // else Qt tells of its default
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(AMB_MONITOR), arguments);
    QVERIFY(program.waitForFinished(20000));
    const QByteArray words = program.readAllStandardError();
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(words.startsWith("amb-monitor: ") && words.contains(says), words.constData());
    QCOMPARE(words.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestCommandLine)

#include "test_commandline.moc"
