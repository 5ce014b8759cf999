// SPDX-License-Identifier: MIT
// The program itself, as a user runs it.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
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

    [[nodiscard]] QByteArrayList lines() const
    {
        QByteArrayList lines = out.split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }
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

/// Speaks HTML to everybody.
class WebSite : public QTcpServer
{
public:
    WebSite()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                const QByteArray page = "<html><head><title>Welcome</title></head></html>";
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
                              "Content-Length: "
                              + QByteArray::number(page.size()) + "\r\n\r\n" + page);
                socket->disconnectFromHost();
            });
        });
    }
};

} // namespace

class TestAmbcat : public QObject
{
    Q_OBJECT

private slots:
    void printsTwentyMessagesOfTheDemo();
    void namesTransportAndReasonWhenWebSocketIsOff();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void endsWith4WhenNobodyAnswers_data();
    void endsWith4WhenNobodyAnswers();
    void endsWith4WhenTheServerSpeaksHtml();
    void endsWith5WhenThePasswordIsWrong();
    void endsWith6WhenRefused_data();
    void endsWith6WhenRefused();
    void endsWith3WhenTheCountIsNotReachedInTime();
    void endsWith0AfterTheTimeWithoutACount();
    void publishesAndSeesItsEcho();
    void textNamesWatchersByWhatTheyWatch();
    void publishesAFile();
    void endsWith0AfterTerm();
    void recordsWhatItPrints();
    void goesOnWhenTheRecordMayNotGrow();
    void printsMetaMessagesWhenAsked();
    void printsAndCountsWhatTheFilterMatches();
    void aFilterThatNamesKindsShowsThem();
    void pointsAtWhatIsWrongInAFilter();
    void losesNothingInAFloodIntoASlowPipe();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestAmbcat::printsTwentyMessagesOfTheDemo()
{
    const Run run = ambcat({u"--demo"_s, u"-n"_s, u"20"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 20);
    for (const QByteArray &line : run.lines()) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(
            object.keys(),
            (QStringList{
                u"channel"_s, u"direction"_s, u"kind"_s, u"message"_s, u"time"_s, u"transport"_s}));
        QCOMPARE(object.value("kind"_L1).toString(), u"event"_s);
        QCOMPARE(object.value("transport"_L1).toString(), u"websocket"_s);
    }
}

void TestAmbcat::namesTransportAndReasonWhenWebSocketIsOff()
{
    const Run run = ambcat({u"--demo=websocket-off"_s, u"-n"_s, u"20"_s, u"-v"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 20);
    QVERIFY(run.err.contains("Connected over long-polling: "));
    QVERIFY(run.err.contains("HTTP 400"));
    QVERIFY(run.out.contains("\"transport\":\"long-polling\""));
}

void TestAmbcat::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing given") << QStringList{} << QByteArray("Give the name or address");
    QTest::newRow("unknown option") << QStringList{u"--bogus"_s} << QByteArray("bogus");
    QTest::newRow("password on the command line")
        << QStringList{u"dev1"_s, u"--user"_s, u"a"_s, u"--password"_s, u"x"_s}
        << QByteArray("--password-file FILE or --password-env");
    QTest::newRow("bad URL") << QStringList{u"ht tp://x"_s} << QByteArray("is no address");
    QTest::newRow("other scheme") << QStringList{u"ftp://x"_s} << QByteArray("https://");
    QTest::newRow("password in URL")
        << QStringList{u"https://a:b@x"_s, u"-s"_s, u"/a"_s} << QByteArray("user name or password");
    QTest::newRow("nothing to do") << QStringList{u"http://127.0.0.1"_s} << QByteArray("-s");
    QTest::newRow("bad channel") << QStringList{u"--demo"_s, u"-s"_s, u"a/b"_s}
                                 << QByteArray("begins with");
    QTest::newRow("bad character")
        << QStringList{u"--demo"_s, u"-s"_s, u"/a?b"_s} << QByteArray("“?”");
    QTest::newRow("publish to a pattern")
        << QStringList{u"--demo"_s, u"--publish"_s, u"/a/*"_s, u"--data"_s, u"1"_s}
        << QByteArray("is a pattern");
    QTest::newRow("bad JSON")
        << QStringList{u"--demo"_s, u"--publish"_s, u"/a"_s, u"--data"_s, u"{\"a\":"_s}
        << QByteArray("is no JSON");
    QTest::newRow("no data") << QStringList{u"--demo"_s, u"--publish"_s, u"/a"_s}
                             << QByteArray("go together");
    QTest::newRow("no such data file")
        << QStringList{u"--demo"_s, u"--publish"_s, u"/a"_s, u"--data"_s, u"@/no/such"_s}
        << QByteArray("/no/such");
    QTest::newRow("bad count") << QStringList{u"--demo"_s, u"-n"_s, u"many"_s}
                               << QByteArray("many");
    QTest::newRow("bad time") << QStringList{u"--demo"_s, u"-t"_s, u"-1"_s} << QByteArray("-t");
    QTest::newRow("bad format") << QStringList{u"--demo"_s, u"--format"_s, u"xml"_s}
                                << QByteArray("json or text");
    QTest::newRow("bad transport")
        << QStringList{u"--demo"_s, u"--transport"_s, u"pigeon"_s} << QByteArray("long-polling");
    QTest::newRow("bad fault") << QStringList{u"--demo=earthquake"_s}
                               << QByteArray("websocket-off");
    QTest::newRow("bad proxy") << QStringList{u"--demo"_s, u"--proxy"_s, u"gopher://x"_s}
                               << QByteArray("socks5://");
    QTest::newRow("user alone") << QStringList{u"--demo"_s, u"--user"_s, u"x"_s}
                                << QByteArray("--password-file");
    QTest::newRow("no such password file")
        << QStringList{u"--demo"_s, u"--user"_s, u"x"_s, u"--password-file"_s, u"/no/such"_s}
        << QByteArray("/no/such");
    QTest::newRow("no such record folder")
        << QStringList{u"--demo"_s, u"--record"_s, u"/no/such/file"_s}
        << QByteArray("/no/such/file");
}

void TestAmbcat::tellsWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Run run = ambcat(arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(words), run.err.constData());
    QCOMPARE(run.err.count('\n'), 1);
}

void TestAmbcat::endsWith4WhenNobodyAnswers_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("unknown host") << u"http://nosuchhost.invalid"_s;
    QTest::newRow("wrong port") << u"http://127.0.0.1:1"_s;
}

void TestAmbcat::endsWith4WhenNobodyAnswers()
{
    QFETCH(QString, address);
    const Run run = ambcat({address, u"-s"_s, u"/a"_s});
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains("check the address"), run.err.constData());
}

void TestAmbcat::endsWith4WhenTheServerSpeaksHtml()
{
    const WebSite site;
    QProcess process;
    process.start(QStringLiteral(AMBCAT),
                  {u"http://127.0.0.1:%1"_s.arg(site.serverPort()), u"-s"_s, u"/a"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10000);
    QCOMPARE(process.exitCode(), 4);
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("web page “Welcome”"), err.constData());
    QCOMPARE(err.count('\n'), 1);
}

void TestAmbcat::endsWith5WhenThePasswordIsWrong()
{
    const Run run = ambcat({u"--demo"_s,
                            u"--user"_s,
                            u"demo"_s,
                            u"--password-file"_s,
                            file(u"password"_s, "not-the-password\n")});
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.err.contains("HTTP 401"), run.err.constData());
    QVERIFY(!run.err.contains("not-the-password"));
    QCOMPARE(run.err.count('\n'), 1);
}

void TestAmbcat::endsWith6WhenRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("subscription") << QStringList{u"--demo"_s, u"-s"_s, u"/no/such"_s};
    QTest::newRow("publish") << QStringList{
        u"--demo"_s, u"--publish"_s, u"/no/such"_s, u"--data"_s, u"1"_s};
}

void TestAmbcat::endsWith6WhenRefused()
{
    QFETCH(QStringList, arguments);
    const Run run = ambcat(arguments);
    QCOMPARE(run.exitCode, 6);
    for (const char *part : {"No processor matches", "check the name", "KB0622691"})
        QVERIFY2(run.err.contains(part), run.err.constData());
}

void TestAmbcat::endsWith3WhenTheCountIsNotReachedInTime()
{
    const Run run =
        ambcat({u"--demo"_s, u"-s"_s, u"/demo/quiet"_s, u"-n"_s, u"1"_s, u"-t"_s, u"0.5"_s});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains("0 of 1"));
}

void TestAmbcat::endsWith0AfterTheTimeWithoutACount()
{
    QCOMPARE(ambcat({u"--demo"_s, u"-t"_s, u"0.5"_s}).exitCode, 0);
}

void TestAmbcat::publishesAndSeesItsEcho()
{
    const Run run = ambcat({u"--demo"_s,
                            u"-s"_s,
                            u"/demo/echo"_s,
                            u"--publish"_s,
                            u"/demo/echo"_s,
                            u"--data"_s,
                            u"{\"text\":\"grüße\"}"_s,
                            u"-n"_s,
                            u"1"_s,
                            u"--format"_s,
                            u"json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 1);
    QVERIFY(run.out.contains("\"data\":{\"text\":\"grüße\"}"));
    QVERIFY(run.err.contains("acknowledged"));
}

void TestAmbcat::textNamesWatchersByWhatTheyWatch()
{
    const Run run = ambcat({u"--demo"_s, u"-n"_s, u"1"_s, u"--format"_s, u"text"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("  incident active=true  "), run.out.constData());
}

void TestAmbcat::publishesAFile()
{
    const QString path = file(u"data.json"_s, "[1,\n 2]\n");
    const Run run =
        ambcat({u"--demo"_s, u"--publish"_s, u"/demo/echo"_s, u"--data"_s, u'@' + path, u"-q"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
}

void TestAmbcat::endsWith0AfterTerm()
{
    QProcess process;
    process.start(QStringLiteral(AMBCAT), {u"--demo"_s, u"-v"_s});
    QByteArray err;
    QTRY_VERIFY((err += process.readAllStandardError()).contains("Connected over"));
    ::kill(pid_t(process.processId()), SIGTERM);
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    err += process.readAllStandardError();
    QVERIFY(err.contains("saying goodbye"));
}

void TestAmbcat::recordsWhatItPrints()
{
    const QString path = m_folder.filePath(u"capture.jsonl"_s);
    const Run first = ambcat({u"--demo"_s, u"-n"_s, u"3"_s, u"--record"_s, path});
    QCOMPARE(first.exitCode, 0);
    QFile capture(path);
    QVERIFY(capture.open(QIODevice::ReadOnly));
    QByteArray content = capture.readAll();
    QVERIFY(content.startsWith("{\"amb-capture\":1"));
    for (const QByteArray &line : first.lines())
        QVERIFY(content.contains(line + '\n'));
    QVERIFY(!content.contains("Authorization") && !content.contains("JSESSIONID"));

    const Run second = ambcat({u"--demo"_s, u"-n"_s, u"3"_s, u"--record"_s, path});
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.lines().size(), 3);
    QVERIFY(capture.seek(0));
    QVERIFY(capture.readAll().startsWith(content));
}

void TestAmbcat::goesOnWhenTheRecordMayNotGrow()
{
    const QString folder = m_folder.filePath(u"limited"_s);
    QProcess process;
    process.start(u"sh"_s,
                  {u"-c"_s,
                   u"ulimit -f 8; exec \"$@\""_s,
                   u"sh"_s,
                   QStringLiteral(AMBCAT),
                   u"--demo=flood=200:300:1000"_s,
                   u"-s"_s,
                   u"/demo/flood"_s,
                   u"-n"_s,
                   u"200"_s,
                   u"--record"_s,
                   folder});
    QVERIFY(process.waitForFinished(40000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 200);
    QVERIFY(process.readAllStandardError().contains("Recording stopped: "));
}

void TestAmbcat::printsMetaMessagesWhenAsked()
{
    const Run run = ambcat({u"--demo"_s, u"-n"_s, u"1"_s, u"--meta"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("\"kind\":\"handshake\""));
    QVERIFY(run.out.contains("\"kind\":\"subscribe\""));
    QVERIFY(!run.out.contains("\"kind\":\"note\""));
}

void TestAmbcat::printsAndCountsWhatTheFilterMatches()
{
    const Run run = ambcat({u"--demo"_s, u"-n"_s, u"3"_s, u"--filter"_s, u"table:incident"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 3);
    for (const QByteArray &line : run.lines())
        QVERIFY2(line.contains("incident"), line.constData());
}

void TestAmbcat::aFilterThatNamesKindsShowsThem()
{
    const Run run = ambcat({u"--demo"_s, u"-t"_s, u"2"_s, u"--filter"_s, u"kind:handshake"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 2); // request and reply
}

void TestAmbcat::pointsAtWhatIsWrongInAFilter()
{
    const Run run = ambcat({u"--demo"_s, u"--filter"_s, u"a kind:evnt b"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("--filter, character 8: There is no such kind."));
    QVERIFY(run.err.contains("  a kind:evnt b\n         ^^^^"));
}

void TestAmbcat::losesNothingInAFloodIntoASlowPipe()
{
    QProcess process;
    process.setReadChannel(QProcess::StandardOutput);
    process.start(QStringLiteral(AMBCAT),
                  {u"--demo=flood=30000:300:1000000"_s,
                   u"-s"_s,
                   u"/demo/flood"_s,
                   u"-n"_s,
                   u"30000"_s,
                   u"-q"_s});
    QVERIFY(process.waitForFinished(40000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 30000);
}

QTEST_GUILESS_MAIN(TestAmbcat)
#include "test_ambcat.moc"
