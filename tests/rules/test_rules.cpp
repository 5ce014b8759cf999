// SPDX-License-Identifier: MIT
#include "tests/rules/sourcecheck.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// DESIGN's layers and the words that our code does without, held against every source; and the
/// check itself held against sources that break them.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void theSourcesKeepTheRules();
    void looksAtEveryPartOfTheProject();
    void findsWhatBreaksARule_data();
    void findsWhatBreaksARule();
    void letsPassWhatIsAllowed_data();
    void letsPassWhatIsAllowed();
    void requiresTheLicenceLine();
    void requiresPragmaOnce();
    void findsAViolationInATree();
};

namespace {

const QString licence = u"// SPDX-License-Identifier: MIT\n"_s;

QString source(const QString &path, const QString &line)
{
    return licence + (path.endsWith(".h"_L1) ? u"#pragma once\n"_s : u"\n"_s) + line;
}

} // namespace

void TestRules::theSourcesKeepTheRules()
{
    const QStringList found = violationsBelow(QStringLiteral(AMB_SOURCE_DIR));
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestRules::looksAtEveryPartOfTheProject()
{
    const QStringList files = sourceFiles(QStringLiteral(AMB_SOURCE_DIR));
    for (const QString &known : {u"app/main.cpp"_s,
                                 u"core/monitor.h"_s,
                                 u"ui/window/mainwindow.cpp"_s,
                                 u"core/bayeux/channelname.cpp"_s,
                                 u"tests/rules/layers.cpp"_s,
                                 u"tests/network/peers/peer.mjs"_s,
                                 u"CMakeLists.txt"_s,
                                 u"cmake/options.cmake"_s,
                                 u"dev"_s,
                                 u".ci/run"_s})
        QVERIFY2(files.contains(known), qPrintable(known));
}

void TestRules::findsWhatBreaksARule_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");

    const auto row =
        [](const char *name, const QString &path, const QString &line, const QString &expected) {
            QTest::newRow(name) << path << line << expected;
        };
    row("widgets in core",
        u"core/monitor.h"_s,
        u"#include <QWidget>"_s,
        u"core/monitor must not include <QWidget> of QtWidgets"_s);
    row("gui in core",
        u"core/capture/a.cpp"_s,
        u"#include <QtGui/QColor>"_s,
        u"core/capture/ must not include <QtGui/QColor> of QtGui"_s);
    row("monitor in bayeux",
        u"core/bayeux/a.cpp"_s,
        u"#include \"core/monitor.h\""_s,
        u"core/bayeux/ must not include core/monitor.h"_s);
    row("demo in core",
        u"core/monitor.cpp"_s,
        u"#include \"core/demo/demohost.h\""_s,
        u"core/monitor must not include core/demo/demohost.h"_s);
    row("session in transport",
        u"core/transport/a.cpp"_s,
        u"#include \"core/bayeux/session.h\""_s,
        u"core/transport/ must not include core/bayeux/session.h"_s);
    row("a transport in bayeux",
        u"core/bayeux/session.cpp"_s,
        u"#include \"core/transport/websockettransport.h\""_s,
        u"core/bayeux/ must not include core/transport/websockettransport.h"_s);
    row("transport in capture",
        u"core/capture/a.cpp"_s,
        u"  #  include \"core/transport/transport.h\""_s,
        u"core/capture/ must not include core/transport/transport.h"_s);
    row("session in decode",
        u"core/decode/a.cpp"_s,
        u"#include \"core/bayeux/session.h\""_s,
        u"core/decode/ must not include core/bayeux/session.h"_s);
    row("a part in the base",
        u"core/message.h"_s,
        u"#include \"core/capture/capturestore.h\""_s,
        u"core/ must not include core/capture/capturestore.h"_s);
    row("ui in core",
        u"core/logging.cpp"_s,
        u"#include \"ui/window/mainwindow.h\""_s,
        u"core/ must not include ui/window/mainwindow.h"_s);
    row("instance in secrets",
        u"core/secrets/a.h"_s,
        u"#include \"core/instance/profile.h\""_s,
        u"core/secrets/ must not include core/instance/profile.h"_s);
    row("secrets in ui",
        u"ui/a.cpp"_s,
        u"#include \"core/secrets/secretkeeper.h\""_s,
        u"ui/ must not include core/secrets/secretkeeper.h"_s);
    row("demo in ui",
        u"ui/a.cpp"_s,
        u"#include \"core/demo/demohost.h\""_s,
        u"ui/ must not include core/demo/demohost.h"_s);
    row("session in ui",
        u"ui/a.cpp"_s,
        u"#include \"core/bayeux/session.h\""_s,
        u"ui/ must not include core/bayeux/session.h"_s);
    row("what is above in ui",
        u"ui/channels/a.cpp"_s,
        u"#include \"ui/window/mainwindow.h\""_s,
        u"ui/channels/ must not include ui/window/mainwindow.h"_s);
    row("session in a folder of ui",
        u"ui/window/a.cpp"_s,
        u"#include \"core/bayeux/session.h\""_s,
        u"ui/window/ must not include core/bayeux/session.h"_s);
    row("sockets in ui",
        u"ui/a.cpp"_s,
        u"#include <QTcpSocket>"_s,
        u"ui/ must not include <QTcpSocket> of QtNetwork"_s);
    row("files in ui", u"ui/a.cpp"_s, u"#include <QFile>"_s, u"ui/ must not include <QFile>"_s);
    row("a wait in a test",
        u"tests/a.cpp"_s,
        u"QTest::q"
        u"Wait(100);"_s,
        u"q"
        u"Wait( waits for a time and not for what should happen"_s);
    row("a sleep",
        u"core/a.cpp"_s,
        u"std::this_thread::sleep"
        u"_for(1s);"_s,
        u"sleep"
        u"_for( waits for a time and not for what should happen"_s);
    row("a nested loop",
        u"app/a.cpp"_s,
        u"QCoreApplication::process"
        u"Events();"_s,
        u"process"
        u"Events runs an event loop inside an event loop"_s);
    row("no certificates",
        u"core/transport/a.cpp"_s,
        u"reply->ignore"
        u"SslErrors();"_s,
        u"ignore"
        u"SslErrors accepts any certificate"_s);
    row("a test left out",
        u"tests/a.cpp"_s,
        u"Q"
        u"SKIP(\"later\");"_s,
        u"Q"
        u"SKIP leaves a test out"_s);
}

void TestRules::findsWhatBreaksARule()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QFETCH(const QString, expected);

    QCOMPARE(violations(path, source(path, line)), QStringList{u"%1:3: %2"_s.arg(path, expected)});
}

void TestRules::letsPassWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    QTest::newRow("own layer") << u"core/capture/a.cpp"_s
                               << u"#include \"core/capture/capturestore.h\""_s;
    QTest::newRow("own moc") << u"core/demo/a.cpp"_s << u"#include \"a.moc\""_s;
    QTest::newRow("base") << u"core/decode/a.cpp"_s << u"#include \"core/message.h\""_s;
    QTest::newRow("abstract transport")
        << u"core/bayeux/a.h"_s << u"#include \"core/transport/transport.h\""_s;
    QTest::newRow("facade") << u"ui/a.cpp"_s << u"#include \"core/monitor.h\""_s;
    QTest::newRow("widgets in ui") << u"ui/a.cpp"_s << u"#include <QWidget>"_s;
    QTest::newRow("file dialog in ui") << u"ui/a.cpp"_s << u"#include <QFileDialog>"_s;
    QTest::newRow("sockets in a transport")
        << u"core/transport/a.cpp"_s << u"#include <QWebSocket>"_s;
    QTest::newRow("app is free") << u"app/main.cpp"_s << u"#include \"core/demo/demohost.h\""_s;
    QTest::newRow("a wait for a fact") << u"tests/a.cpp"_s << u"QTest::qWaitFor(connected);"_s;
    QTest::newRow("a word in a comment") << u"core/a.cpp"_s
                                         << u"// no Q"
                                            u"SKIP here"_s;
}

void TestRules::letsPassWhatIsAllowed()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);

    QCOMPARE(violations(path, source(path, line)), QStringList());
}

void TestRules::requiresTheLicenceLine()
{
    QCOMPARE(violations(u"app/a.cpp"_s, u"int a;\n"_s),
             QStringList{u"app/a.cpp:1: does not begin with the licence line"_s});
    QCOMPARE(violations(u"dev"_s, u"#!/usr/bin/env bash\n# SPDX-License-Identifier: MIT\n"_s),
             QStringList());
}

void TestRules::requiresPragmaOnce()
{
    QCOMPARE(violations(u"app/a.h"_s, licence + u"\n#pragma once\n"_s),
             QStringList{u"app/a.h:1: #pragma once does not follow the licence line"_s});
}

void TestRules::findsAViolationInATree()
{
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"core/bayeux"_s));
    QFile good(root.filePath(u"core/good.cpp"_s));
    QVERIFY(good.open(QIODevice::WriteOnly));
    good.write(source(u"core/good.cpp"_s, u"#include \"core/result.h\"\n"_s).toUtf8());
    good.close();
    QFile bad(root.filePath(u"core/bayeux/bad.h"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(source(u"core/bayeux/bad.h"_s, u"#include \"core/monitor.h\"\n"_s).toUtf8());
    bad.close();

    QCOMPARE(sourceFiles(root.path()), (QStringList{u"core/bayeux/bad.h"_s, u"core/good.cpp"_s}));
    QCOMPARE(violationsBelow(root.path()),
             QStringList{u"core/bayeux/bad.h:3: core/bayeux/ must not include core/monitor.h"_s});
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestRules)
#include "test_rules.moc"
