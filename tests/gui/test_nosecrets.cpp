// SPDX-License-Identifier: MIT
#include "launcherfixture.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <csignal>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

const QByteArray password = "open-sesame-7319";
const QByteArray wrongPassword = "shut-sesame-2846";

/// What must be nowhere, and what it could look like.
QByteArrayList forbidden(const QByteArray &token)
{
    QByteArrayList all{"JSESSIONID=", "Authorization: B"};
    for (const QByteArray &secret : {password, wrongPassword, token}) {
        all.append(secret);
        all.append(secret.toBase64());
        all.append(("demo:" + secret).toBase64());
    }
    return all;
}

/// Where something forbidden is, in the files below a folder or in a text.
QStringList findingsIn(const QByteArray &text, const QString &where, const QByteArrayList &words)
{
    QStringList found;
    for (const QByteArray &word : words) {
        if (text.contains(word))
            found.append(u"%1 in %2"_s.arg(QString::fromUtf8(word), where));
    }
    return found;
}

QStringList findingsBelow(const QString &folder, const QByteArrayList &words, int &files)
{
    QStringList found;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly)) {
            found.append(u"%1 cannot be read"_s.arg(file.fileName()));
            continue;
        }
        ++files;
        found += findingsIn(file.readAll(), file.fileName(), words);
    }
    return found;
}

} // namespace

/// Signs in with a password and a token that are known, subscribes, publishes, records, saves,
/// exports and logs all that can be logged, and looks for these secrets in everything written.
class TestNoSecrets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void findsWhatIsThere();
    void ambcatWritesNone_data();
    void ambcatWritesNone();
    void theWindowWritesNone();
    void theDialogsWriteNone();

private:
    /// A secret's file, outside of what is searched.
    QString secretFile(const QString &name, const QByteArray &secret)
    {
        QFile file(m_secrets.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(secret + '\n') < 0)
            qFatal("cannot write");
        return file.fileName();
    }

    /// Runs a program until it ends by itself, or until its output has a word; its output.
    QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &until);

    [[nodiscard]] QStringList allFindings(const QByteArray &output)
    {
        int files = 0;
        QStringList found = findingsBelow(m_home->path(), forbidden(m_token), files);
        if (files == 0)
            found.append(u"nothing was written"_s);
        return found + findingsIn(output, u"the output"_s, forbidden(m_token));
    }

    QTemporaryDir m_secrets;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<DemoHost> m_demo;
    QString m_url;
    QByteArray m_token;
};

void TestNoSecrets::initTestCase()
{
    DemoOptions options;
    options.password = QString::fromUtf8(password);
    m_demo = std::make_unique<DemoHost>(options);
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_url = url->toString();
    m_demo->run([this](DemoInstance &demo) { m_token = demo.makeAccessToken(u"demo"_s); });
    QVERIFY(m_token.size() > 8);
}

void TestNoSecrets::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

QByteArray TestNoSecrets::run(const QString &program,
                              const QStringList &arguments,
                              const QByteArray &until)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home->path());
    for (const QString &name :
         {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"TMPDIR"_s})
        environment.insert(name, m_home->path());
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    environment.insert(u"AMB_TEST_PASSWORD"_s, QString::fromUtf8(password));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    QByteArray output;
    const auto isDone = [&] {
        output += process.readAll();
        return process.state() == QProcess::NotRunning
            || (!until.isEmpty() && output.contains(until));
    };
    if (!process.waitForStarted() || !QTest::qWaitFor(isDone, 40000))
        output += "did not end";
    if (process.state() != QProcess::NotRunning) {
        ::kill(pid_t(process.processId()), SIGTERM);
        process.waitForFinished();
    }
    return output + process.readAll();
}

/// So that the rest of this test can fail.
void TestNoSecrets::findsWhatIsThere()
{
    QFile file(m_home->filePath(u"leak"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Authorization: Basic " + ("demo:" + password).toBase64());
    file.close();
    QCOMPARE(allFindings("token " + m_token).size(), 3);
}

void TestNoSecrets::ambcatWritesNone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const QStringList user{u"--user"_s, u"demo"_s};
    QTest::newRow("password from a file")
        << user + QStringList{u"--password-file"_s, secretFile(u"good"_s, password)}
        << QByteArray("acknowledged");
    QTest::newRow("password from the environment")
        << user + QStringList{u"--password-env"_s, u"AMB_TEST_PASSWORD"_s}
        << QByteArray("acknowledged");
    QTest::newRow("login page") << user
            + QStringList{u"--sign-in"_s,
                          u"form"_s,
                          u"--password-file"_s,
                          secretFile(u"good"_s, password)}
                                << QByteArray("acknowledged");
    QTest::newRow("token") << QStringList{u"--token-file"_s, secretFile(u"token"_s, m_token)}
                           << QByteArray("acknowledged");
    QTest::newRow("long-polling") << user
            + QStringList{u"--transport"_s,
                          u"long-polling"_s,
                          u"--password-file"_s,
                          secretFile(u"good"_s, password)}
                                  << QByteArray("acknowledged");
    QTest::newRow("wrong password")
        << user + QStringList{u"--password-file"_s, secretFile(u"wrong"_s, wrongPassword)}
        << QByteArray("401");
}

void TestNoSecrets::ambcatWritesNone()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const QByteArray output = run(QStringLiteral(AMBCAT),
                                  QStringList{m_url,
                                              u"-v"_s,
                                              u"--meta"_s,
                                              u"-s"_s,
                                              u"/demo/echo"_s,
                                              u"--publish"_s,
                                              u"/demo/echo"_s,
                                              u"--data"_s,
                                              u"{\"a\":1}"_s,
                                              u"-n"_s,
                                              u"1"_s,
                                              u"--record"_s,
                                              m_home->filePath(u"capture.jsonl"_s)}
                                      + arguments,
                                  {});
    QVERIFY2(output.contains(says), output.constData());
    QVERIFY(output.contains("amb.session") || !output.contains("acknowledged")); // it did log
    QCOMPARE(allFindings(output), QStringList());
}

void TestNoSecrets::theWindowWritesNone()
{
    const QByteArray output = run(QStringLiteral(AMB_MONITOR),
                                  {m_url,
                                   u"--user"_s,
                                   u"demo"_s,
                                   u"--password-file"_s,
                                   secretFile(u"good"_s, password),
                                   u"-s"_s,
                                   u"/rw/default/incident/YWN0aXZlPXRydWU-"_s},
                                  "move from 2 to 3");
    QVERIFY2(output.contains("move from 2 to 3"), output.constData());
    QCOMPARE(allFindings(output), QStringList());
}

/// What was typed into dialogs: saved without the keychain, connected, published, exported.
void TestNoSecrets::theDialogsWriteNone()
{
    LauncherFixture fixture;
    fixture.launch({}, false);
    LauncherFixture::type(fixture.startPage(), u"startAddress"_s, m_url);
    LauncherFixture::click(fixture.startPage(), u"startConnect"_s);
    LauncherFixture::type(*fixture.dialog(), u"profileName"_s, u"Mine"_s);
    LauncherFixture::type(*fixture.dialog(), u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(
        *fixture.dialog(), u"profilePassword"_s, QString::fromUtf8(wrongPassword));
    LauncherFixture::click(*fixture.dialog(), u"profileTest"_s);
    const auto &result = LauncherFixture::find<QWidget>(*fixture.dialog(), u"profileResult"_s);
    QTRY_VERIFY2(result.accessibleName().contains(u"401"_s), qPrintable(result.accessibleName()));
    LauncherFixture::type(*fixture.dialog(), u"profilePassword"_s, QString::fromUtf8(password));
    LauncherFixture::click(*fixture.dialog(), u"profileConnect"_s);
    QTRY_COMPARE(fixture.windowCount(), size_t(1));
    MainWindow &window = fixture.window(0);
    QTRY_COMPARE(LauncherFixture::label(window, u"connectionState"_s), u"Connected"_s);
    LauncherFixture::find<QAction>(window, u"actionPublish"_s).trigger();
    LauncherFixture::type(window, u"publishChannel"_s, u"/demo/echo"_s);
    auto &data = LauncherFixture::find<QPlainTextEdit>(window, u"publishData"_s);
    QTest::keyClicks(&data, u"{}"_s);
    QTest::keyClick(&data, Qt::Key_Return, Qt::ControlModifier);
    emit window.openInstanceRequested();
    emit fixture.startPage().exportRequested(fixture.path(u"exported.json"_s));
    QVERIFY(QFile::exists(fixture.path(u"exported.json"_s)));
    window.close();
    QTRY_COMPARE(fixture.windowCount(), size_t(0));

    int files = 0;
    QCOMPARE(findingsBelow(fixture.path({}), forbidden(m_token), files), QStringList());
    QVERIFY2(files >= 3, qPrintable(QString::number(files))); // profiles, export, capture
    QVERIFY(fixture.store().find(u"Mine"_s)->has_value());
}

QTEST_MAIN(TestNoSecrets)
#include "test_nosecrets.moc"
