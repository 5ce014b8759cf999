// SPDX-License-Identifier: MIT
// ambcat with saved instances and with secrets from files and variables, as a user runs it.
#include "core/demo/demohost.h"
#include "core/instance/profilestore.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestCatProfiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void listsThem();
    void saysThatTheFileIsDamaged();
    void opensOneByItsName();
    void prefersANameToAHost();
    void subscribesToItsChannels();
    void saysWhatIsNotKept();
    void doesNotUseWhatWasKeptForAnotherUser();
    void takesThePasswordFromAVariable();
    void tellsWhatIsWrongWithSigningIn_data();
    void tellsWhatIsWrongWithSigningIn();

private:
    Run ambcat(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        environment.remove(u"DISPLAY"_s);
        environment.insert(u"AMB_TEST_PASSWORD"_s, u"demo"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(AMBCAT), arguments);
        Run run;
        if (process.waitForFinished(40000))
            run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    [[nodiscard]] ProfileStore store() const
    {
        return ProfileStore(m_folder->filePath(u"amb-monitor/profiles.json"_s));
    }

    void save(const QString &name, const QStringList &channels = {}, bool remembers = false)
    {
        Profile profile;
        profile.name = name;
        profile.address = m_url;
        profile.signIn.user = u"demo"_s;
        profile.signIn.remembers = remembers;
        profile.channels = channels;
        if (const auto saved = store().save(profile); !saved)
            qFatal("%s", qPrintable(saved.error().text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoHost> m_demo;
    QString m_url;
};

void TestCatProfiles::initTestCase()
{
    m_demo = std::make_unique<DemoHost>(DemoOptions());
    m_url = m_demo->start()->toString();
}

void TestCatProfiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCatProfiles::listsThem()
{
    QCOMPARE(ambcat({u"--list-profiles"_s}).out, QByteArray());
    save(u"Dev"_s);
    save(u"My own"_s);
    const Run run = ambcat({u"--list-profiles"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, u"Dev\t%1\tbasic\tdemo\nMy own\t%1\tbasic\tdemo\n"_s.arg(m_url).toUtf8());
    QCOMPARE(run.err, QByteArray());
}

void TestCatProfiles::saysThatTheFileIsDamaged()
{
    save(u"Dev"_s);
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    const Run run = ambcat({u"--list-profiles"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("kept as"), run.err.constData());
}

void TestCatProfiles::opensOneByItsName()
{
    save(u"My own"_s);
    const Run run = ambcat({u"my OWN"_s,
                            u"--password-env"_s,
                            u"AMB_TEST_PASSWORD"_s,
                            u"-s"_s,
                            u"/rw/default/incident/YWN0aXZlPXRydWU-"_s,
                            u"-n"_s,
                            u"1"_s,
                            u"-q"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.out.count('\n'), 1);
    QCOMPARE(run.err, QByteArray());
}

void TestCatProfiles::prefersANameToAHost()
{
    save(u"localhost:1"_s);
    const Run run = ambcat({u"localhost:1"_s,
                            u"--password-env"_s,
                            u"AMB_TEST_PASSWORD"_s,
                            u"--publish"_s,
                            u"/demo/echo"_s,
                            u"--data"_s,
                            u"1"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

void TestCatProfiles::subscribesToItsChannels()
{
    save(u"Dev"_s, {u"/rw/default/incident/YWN0aXZlPXRydWU-"_s});
    const Run run =
        ambcat({u"Dev"_s, u"--password-env"_s, u"AMB_TEST_PASSWORD"_s, u"-n"_s, u"1"_s, u"-q"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.out.contains("/rw/default/incident/"));
}

void TestCatProfiles::saysWhatIsNotKept()
{
    save(u"Dev"_s, {u"/demo/echo"_s});
    const Run run = ambcat({u"Dev"_s});
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.err.contains("“Dev”") && run.err.contains("--password-file"), run.err.constData());

    save(u"Kept"_s, {u"/demo/echo"_s}, true);
    const Run noKeychain = ambcat({u"Kept"_s});
    QCOMPARE(noKeychain.exitCode, 5);
    QVERIFY2(noKeychain.err.contains("No keychain answers"), noKeychain.err.constData());
}

void TestCatProfiles::doesNotUseWhatWasKeptForAnotherUser()
{
    save(u"Dev"_s, {u"/demo/echo"_s}, true);
    const Run run = ambcat({u"Dev"_s, u"--user"_s, u"other"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("--password-file"), run.err.constData());
}

void TestCatProfiles::takesThePasswordFromAVariable()
{
    const Run run = ambcat({m_url,
                            u"--user"_s,
                            u"demo"_s,
                            u"--password-env"_s,
                            u"AMB_TEST_PASSWORD"_s,
                            u"--publish"_s,
                            u"/demo/echo"_s,
                            u"--data"_s,
                            u"1"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

void TestCatProfiles::tellsWhatIsWrongWithSigningIn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown way") << QStringList{u"--sign-in"_s, u"magic"_s}
                                 << QByteArray("oauth-browser");
    QTest::newRow("a password on the command line")
        << QStringList{u"--password"_s, u"hush"_s} << QByteArray("Give --password-file FILE");
    QTest::newRow("variable not set")
        << QStringList{u"--user"_s, u"demo"_s, u"--password-env"_s, u"AMB_NO_SUCH"_s}
        << QByteArray("“AMB_NO_SUCH”");
    QTest::newRow("two passwords") << QStringList{u"--user"_s,
                                                  u"demo"_s,
                                                  u"--password-env"_s,
                                                  u"AMB_TEST_PASSWORD"_s,
                                                  u"--password-file"_s,
                                                  u"/dev/null"_s}
                                   << QByteArray("not both");
    QTest::newRow("an empty file")
        << QStringList{u"--user"_s, u"demo"_s, u"--password-file"_s, u"/dev/null"_s}
        << QByteArray("empty");
    QTest::newRow("user alone") << QStringList{u"--user"_s, u"demo"_s}
                                << QByteArray("--password-file");
    QTest::newRow("password alone")
        << QStringList{u"--password-env"_s, u"AMB_TEST_PASSWORD"_s} << QByteArray("--user");
    QTest::newRow("token without a file")
        << QStringList{u"--sign-in"_s, u"token"_s} << QByteArray("--token-file");
    QTest::newRow("no certificate")
        << QStringList{u"--sign-in"_s, u"certificate"_s} << QByteArray("--certificate");
    QTest::newRow("no client") << QStringList{u"--sign-in"_s, u"oauth-client"_s}
                               << QByteArray("--client-id");
}

void TestCatProfiles::tellsWhatIsWrongWithSigningIn()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Run run = ambcat(QStringList{m_url, u"-s"_s, u"/demo/echo"_s} + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(says), run.err.constData());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(!run.err.contains("hush"));
}

QTEST_GUILESS_MAIN(TestCatProfiles)
#include "test_catprofiles.moc"
