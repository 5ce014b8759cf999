// SPDX-License-Identifier: MIT
#include "core/demo/demohost.h"
#include "tests/gui/cutoff.h"
#include "ui/doctor/doctorwindow.h"
#include "windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

DoctorOptions optionsFor(const QUrl &url)
{
    DoctorOptions options;
    options.address = *InstanceAddress::parse(url.toString());
    options.credentials = {Credentials::Kind::Password, u"demo"_s, u"demo"_s, {}};
    options.network.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    options.patience = std::chrono::seconds(20);
    return options;
}

} // namespace

/// The doctor's window against a demo instance.
class TestDoctorWindow : public QObject
{
    Q_OBJECT

private slots:
    void fillsTheChecklistAndSaysAllIsWell();
    void showsAllStepsAtOnce();
    void opensAtTheFailingStep();
    void keepsTheStepThatTheUserChose();
    void stopsAtOnce();
    void staysAliveWhileAStepWaits();
    void copiesASummary();
    void savesAPage();
    void saysWhyItCannotSave();
    void canBeUsedWithKeys();
    void closingStopsTheRun();
    void whyOpensItFromTheWindow();

private:
    /// A window on a demo instance with a fault, shown and started.
    void open(const QString &faults);
    void waitForEnd()
    {
        QTRY_COMPARE_WITH_TIMEOUT(
            find<QPushButton>(u"doctorRun"_s).text(), u"&Run Again"_s, 30'000);
    }
    template <typename T>
    T &find(const QString &name)
    {
        auto *child = m_window->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }
    QString evidence() { return find<QPlainTextEdit>(u"doctorEvidence"_s).toPlainText(); }

    std::unique_ptr<DemoHost> m_demo;
    std::unique_ptr<DoctorWindow> m_window;
};

void TestDoctorWindow::open(const QString &faults)
{
    DemoOptions options;
    options.playScenario = false;
    options.faults = *DemoFaults::parse(faults);
    m_window.reset();
    m_demo = std::make_unique<DemoHost>(options);
    const auto url = m_demo->start();
    QVERIFY(url.ok());
    m_window = std::make_unique<DoctorWindow>(std::make_unique<Doctor>(optionsFor(*url)));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->start();
}

void TestDoctorWindow::fillsTheChecklistAndSaysAllIsWell()
{
    open({});
    auto &list = find<QTreeWidget>(u"doctorSteps"_s);
    QCOMPARE(list.topLevelItemCount(), int(Doctor::steps().size()));
    QCOMPARE(find<QPushButton>(u"doctorRun"_s).text(), u"S&top"_s);
    QVERIFY(!find<QPushButton>(u"doctorSave"_s).isEnabled());
    waitForEnd();
    QVERIFY(find<QLabel>(u"doctorVerdict"_s).text().startsWith("All is well"_L1));
    for (int row = 0; row < list.topLevelItemCount(); ++row)
        QVERIFY(!list.topLevelItem(row)->text(1).isEmpty());
    QCOMPARE(find<QProgressBar>(u"doctorProgress"_s).value(), list.topLevelItemCount());
}

void TestDoctorWindow::showsAllStepsAtOnce()
{
    open({});
    const auto &list = find<QTreeWidget>(u"doctorSteps"_s);
    QVERIFY(m_window->height() < m_window->screen()->availableSize().height());
    QTRY_VERIFY(list.viewport()->rect().contains(
        list.visualItemRect(list.topLevelItem(list.topLevelItemCount() - 1))));
}

void TestDoctorWindow::opensAtTheFailingStep()
{
    open(u"websocket-refused=400"_s);
    waitForEnd();
    QCOMPARE(find<QTreeWidget>(u"doctorSteps"_s).currentItem()->text(0), u"WebSocket: upgrade"_s);
    QVERIFY(evidence().contains("HTTP/1.1 400 Bad Request"_L1));
    QVERIFY(evidence().contains(u"Cookie: JSESSIONID=•••"_s));
    QVERIFY(!find<QLabel>(u"doctorAsk"_s).text().isEmpty());
    QTRY_COMPARE(cutOff(*m_window), QStringList());
    QCOMPARE(find<QLabel>(u"doctorKb"_s).text(), u"KB0829978"_s);
}

void TestDoctorWindow::keepsTheStepThatTheUserChose()
{
    open(u"websocket-refused=400,slow=100"_s);
    auto &list = find<QTreeWidget>(u"doctorSteps"_s);
    QTRY_VERIFY(!list.topLevelItem(2)->text(2).isEmpty());
    QTest::mouseClick(
        list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.topLevelItem(2)).center());
    QVERIFY(evidence().contains("No proxy is used"_L1));
    waitForEnd();
    QCOMPARE(list.currentItem(), list.topLevelItem(2));
}

void TestDoctorWindow::stopsAtOnce()
{
    open(u"websocket-hang"_s);
    auto &list = find<QTreeWidget>(u"doctorSteps"_s);
    QTRY_COMPARE(list.topLevelItem(6)->text(1), u"Testing…"_s);
    QTest::mouseClick(&find<QPushButton>(u"doctorRun"_s), Qt::LeftButton);
    QCOMPARE(find<QPushButton>(u"doctorRun"_s).text(), u"&Run Again"_s);
    QCOMPARE(list.topLevelItem(6)->text(1), u"Stopped."_s);
    QVERIFY(find<QLabel>(u"doctorVerdict"_s).text().startsWith("The doctor was stopped"_L1));
    QVERIFY(find<QPushButton>(u"doctorSave"_s).isEnabled());
}

void TestDoctorWindow::staysAliveWhileAStepWaits()
{
    open(u"websocket-hang"_s);
    QTRY_COMPARE(find<QTreeWidget>(u"doctorSteps"_s).topLevelItem(6)->text(1), u"Testing…"_s);
    // The event loop turns as if nothing happened; a step that held it up would do so for 20 s.
    QElapsedTimer clock;
    clock.start();
    qint64 longest = 0;
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        longest = std::max(longest, clock.restart());
        ++turns;
    });
    timer.start(10);
    QTRY_VERIFY(turns > 50);
    QVERIFY2(longest < 3000, QByteArray::number(longest).constData());
}

void TestDoctorWindow::copiesASummary()
{
    open(u"websocket-off"_s);
    waitForEnd();
    QTest::mouseClick(&find<QPushButton>(u"doctorCopy"_s), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains("WebSocket is switched off"_L1));
    QVERIFY(text.contains("glide.cometd.websocket.enabled"_L1));
    QVERIFY(text.contains("[FAIL] WebSocket: upgrade"_L1));
}

void TestDoctorWindow::savesAPage()
{
    open({});
    waitForEnd();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.html"_s);
    QTest::mouseClick(&find<QPushButton>(u"doctorSave"_s), Qt::LeftButton);
    auto &dialog = find<QFileDialog>(u"doctorSaveDialog"_s);
    emit dialog.fileSelected(path);
    dialog.close();
    QVERIFY(QFileInfo(path).size() > 5000);
    QCOMPARE(find<QLabel>(u"doctorNotice"_s).text(), u"Saved."_s);
}

void TestDoctorWindow::saysWhyItCannotSave()
{
    open({});
    waitForEnd();
    QTest::mouseClick(&find<QPushButton>(u"doctorSave"_s), Qt::LeftButton);
    auto &dialog = find<QFileDialog>(u"doctorSaveDialog"_s);
    emit dialog.fileSelected(u"/no/such/folder/report.html"_s);
    dialog.close();
    QVERIFY(find<QLabel>(u"doctorNotice"_s).text().contains("cannot be written"_L1));
}

void TestDoctorWindow::canBeUsedWithKeys()
{
    open(u"websocket-off"_s);
    waitForEnd();
    auto &list = find<QTreeWidget>(u"doctorSteps"_s);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Home);
    QCOMPARE(list.currentItem(), list.topLevelItem(0));
    QVERIFY(evidence().contains("127.0.0.1"_L1));
    QTest::keyClick(&list, Qt::Key_Down);
    QVERIFY(evidence().contains("connected after"_L1));
    auto &run = find<QPushButton>(u"doctorRun"_s);
    run.setFocus();
    QTest::keyClick(&run, Qt::Key_Space);
    QCOMPARE(run.text(), u"S&top"_s);
}

void TestDoctorWindow::closingStopsTheRun()
{
    open(u"websocket-hang"_s);
    QTRY_COMPARE(find<QTreeWidget>(u"doctorSteps"_s).topLevelItem(6)->text(1), u"Testing…"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(find<QPushButton>(u"doctorRun"_s).text(), u"&Run Again"_s);
}

void TestDoctorWindow::whyOpensItFromTheWindow()
{
    WindowFixture::keepSettingsApart();
    const WindowFixture fixture(u"websocket-refused=400"_s);
    auto &why = fixture.find<QPushButton>(u"whyButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(why.isVisible(), 10'000);
    QTest::mouseClick(&why, Qt::LeftButton);
    auto &doctor = fixture.find<DoctorWindow>(u"doctorWindow"_s);
    QVERIFY(doctor.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.find<QPushButton>(u"doctorRun"_s).text(), u"&Run Again"_s, 20'000);
    QCOMPARE(fixture.find<QTreeWidget>(u"doctorSteps"_s).currentItem()->text(0),
             u"WebSocket: upgrade"_s);
}

} // namespace amb

QTEST_MAIN(amb::TestDoctorWindow)
#include "test_doctorwindow.moc"
