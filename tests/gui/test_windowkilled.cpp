// SPDX-License-Identifier: MIT
#include "tests/gui/windowfixture.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/publish/publishlog.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

void keepSettingsIn(const QString &folder)
{
    WindowFixture::keepSettingsApart();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

Highlighters &highlightersOf(WindowFixture &fixture)
{
    return fixture.find<MessageView>(u"messageView"_s).messages().highlighters();
}

/// Works in a window, says so when all is on disk that should be, and goes on until it is killed.
int workUntilKilled(const QString &folder)
{
    keepSettingsIn(folder);
    WindowFixture fixture;
    fixture.find<QDockWidget>(u"historyDock"_s).show();
    fixture.find<QDockWidget>(u"publishDock"_s).show();
    highlightersOf(fixture).setRules({{u"printer"_s}});
    fixture.find<QLineEdit>(u"publishChannel"_s).setText(u"/demo/echo"_s);
    fixture.find<QPlainTextEdit>(u"publishData"_s).setPlainText(u"{\"n\":1}"_s);
    auto &send = fixture.find<QPushButton>(u"publishSend"_s);
    if (!QTest::qWaitFor([&send] { return send.isEnabled(); }))
        return 1;
    send.click();
    const QString instance = fixture.monitor().address().displayName();
    const QSettings settings;
    const bool isOnDisk = QTest::qWaitFor(
        [&] {
            QFile file(settings.fileName());
            const auto entries = PublishLog().entries(instance);
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("printer")
                && !entries.isEmpty() && entries.first().result.has_value();
        },
        20000);
    if (!isOnDisk)
        return 1;
    QTextStream(stdout) << instance << Qt::endl;
    return QApplication::exec();
}

} // namespace

/// A window whose program is killed in the middle of the work.
class TestWindowKilled : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
};

void TestWindowKilled::comesBackAsItWas()
{
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"work"_s, folder.path()});
    QVERIFY(child.waitForReadyRead(50000));
    const QString instance = QString::fromUtf8(child.readLine()).trimmed();
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    keepSettingsIn(folder.path());
    WindowFixture fixture;
    QVERIFY(fixture.find<QDockWidget>(u"historyDock"_s).isVisibleTo(&fixture.window()));
    QCOMPARE(highlightersOf(fixture).rules(), QList<Highlighter>{{u"printer"_s}});
    const auto entries = PublishLog().entries(instance);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().channel, u"/demo/echo"_s);
    QCOMPARE(entries.first().result, PublishOutcome::Result::Acknowledged);
}

} // namespace amb

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"work"_s)
        return amb::workUntilKilled(arguments.value(2));
    amb::TestWindowKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_windowkilled.moc"
