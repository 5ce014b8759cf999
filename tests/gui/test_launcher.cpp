// SPDX-License-Identifier: MIT
#include "launcherfixture.h"
#include "ui/messages/messagemodel.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

/// What the message list shows of a channel.
QStringList messagesOf(const MainWindow &window, const QString &channel)
{
    const auto &view = LauncherFixture::find<QTableView>(window, u"messageView"_s);
    QStringList found;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        if (view.model()->index(row, 1).data().toString() == channel)
            found.append(view.model()->index(row, MessageModel::SummaryColumn).data().toString());
    }
    return found;
}

} // namespace

/// Windows of several instances and the start page together, on demo instances.
class TestLauncher : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<LauncherFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void beginsWithTheStartPage();
    void opensTheDemoInstance();
    void opensTheInstanceOfTheCommandLine();
    void signsInToTheDemoByTheForm();
    void marksProduction();
    void showsTwoInstancesSideBySide();
    void opensRecentOnesFromTheMenu();

private:
    std::unique_ptr<LauncherFixture> m_fixture;
};

void TestLauncher::beginsWithTheStartPage()
{
    m_fixture->launch();
    QVERIFY(m_fixture->startPage().isVisible());
    QTRY_VERIFY(
        LauncherFixture::find<QLineEdit>(m_fixture->startPage(), u"startAddress"_s).hasFocus());
    QVERIFY(
        !LauncherFixture::find<QPushButton>(m_fixture->startPage(), u"startOpen"_s).isEnabled());
    const QSignalSpy finished(&m_fixture->launcher(), &Launcher::finished);
    m_fixture->startPage().close();
    QTRY_COMPARE(finished.count(), 1);
}

void TestLauncher::opensTheDemoInstance()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startDemo"_s);
    QCOMPARE(m_fixture->windowCount(), 1);
    QVERIFY(!m_fixture->startPage().isVisible());
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
}

void TestLauncher::opensTheInstanceOfTheCommandLine()
{
    const auto demo = quietDemo();
    const QString url = urlOf(*demo);
    QFile password(m_fixture->path(u"password"_s));
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("demo\n") == 5);
    password.close();
    m_fixture->launch({url, u"--user"_s, u"demo"_s, u"--password-file"_s, password.fileName()});
    QVERIFY(LauncherFixture::top<StartPage>() == nullptr);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
}

void TestLauncher::signsInToTheDemoByTheForm()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startDemoSignIn"_s);
    auto *dialog = m_fixture->dialog();
    QVERIFY(dialog);
    QVERIFY(LauncherFixture::find<QLineEdit>(*dialog, u"profileAddress"_s)
                .text()
                .startsWith(u"http://127.0.0.1:"_s));
    LauncherFixture::type(*dialog, u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    QTest::keyClick(&LauncherFixture::find<QLineEdit>(*dialog, u"profilePassword"_s),
                    Qt::Key_Return);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
    QCOMPARE(LauncherFixture::find<QLabel>(m_fixture->window(0), u"instanceName"_s).text(),
             u"Demo instance"_s);

    auto &field = LauncherFixture::find<QLineEdit>(m_fixture->window(0), u"subscribeField"_s);
    QTest::keyClicks(&field, u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    Monitor &monitor = m_fixture->monitor(0);
    QTRY_COMPARE(monitor.subscriptions().size(), 1);
    QTRY_COMPARE(monitor.subscriptions().first().state, SubscriptionState::Subscribed);
    QVERIFY(!QFile::exists(m_fixture->storePath())); // it was not to be kept
}

void TestLauncher::marksProduction()
{
    const auto demo = quietDemo();
    Profile profile = m_fixture->saved(u"Acme"_s, *demo);
    profile.isProduction = true;
    profile.colour = u"#e01b24"_s;
    profile.signIn.way = Credentials::Kind::None;
    QVERIFY(m_fixture->store().save(profile).ok());
    m_fixture->launch();
    QCOMPARE(LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"instanceList"_s)
                 .topLevelItem(0)
                 ->text(1),
             u"Production"_s);
    LauncherFixture::click(m_fixture->startPage(), u"startOpen"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QVERIFY(LauncherFixture::find<QWidget>(m_fixture->window(0), u"productionMark"_s).isVisible());
    QVERIFY(LauncherFixture::find<QWidget>(m_fixture->window(0), u"instanceColour"_s).isVisible());
    const auto &frame = LauncherFixture::find<QWidget>(m_fixture->window(0), u"productionFrame"_s);
    m_fixture->window(0).resize(900, 500);
    QTRY_COMPARE(frame.size(), m_fixture->window(0).size());
    QVERIFY(m_fixture->window(0).windowTitle().startsWith(u"Acme (production)"_s));
    QVERIFY(m_fixture->window(0).identity().isProduction);
}

void TestLauncher::showsTwoInstancesSideBySide()
{
    const auto one = quietDemo();
    const auto other = quietDemo();
    m_fixture->saved(u"One"_s, *one);
    m_fixture->saved(u"Other"_s, *other);
    m_fixture->launch();
    for (const QString &name : {u"One"_s, u"Other"_s}) {
        if (name == "Other"_L1)
            LauncherFixture::find<QAction>(m_fixture->window(0), u"actionOpenInstance"_s).trigger();
        LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, name);
        LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
        QTRY_VERIFY(m_fixture->dialog());
        LauncherFixture::type(*m_fixture->dialog(), u"profilePassword"_s, u"demo"_s);
        LauncherFixture::click(*m_fixture->dialog(), u"profileConnect"_s);
        QTRY_VERIFY(m_fixture->dialog() == nullptr);
    }
    QTRY_COMPARE(m_fixture->windowCount(), 2);
    for (const size_t i : {size_t(0), size_t(1)}) {
        const Monitor &monitor = m_fixture->monitor(i);
        QTRY_COMPARE(monitor.subscriptions().size(), 1);
        QTRY_COMPARE(monitor.subscriptions().first().state, SubscriptionState::Subscribed);
    }
    for (int i = 0; i < 5; ++i) {
        one->run([i](DemoInstance &demo) {
            demo.publish("/demo/one", R"({"from":"one","n":)" + QByteArray::number(i) + '}');
        });
        other->run([i](DemoInstance &demo) {
            demo.publish("/demo/one", R"({"from":"other","n":)" + QByteArray::number(i) + '}');
        });
    }
    QTRY_COMPARE(messagesOf(m_fixture->window(0), u"/demo/one"_s).size(), 5);
    QTRY_COMPARE(messagesOf(m_fixture->window(1), u"/demo/one"_s).size(), 5);
    QCOMPARE(messagesOf(m_fixture->window(0), u"/demo/one"_s).filter(u"other"_s).size(), 0);
    QCOMPARE(messagesOf(m_fixture->window(1), u"/demo/one"_s).filter(u"other"_s).size(), 5);

    const QSignalSpy finished(&m_fixture->launcher(), &Launcher::finished);
    m_fixture->window(0).close();
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(m_fixture->window(0).identity().name, u"Other"_s);
    other->run([](DemoInstance &demo) { demo.publish("/demo/one", R"({"from":"other"})"); });
    QTRY_COMPARE(messagesOf(m_fixture->window(0), u"/demo/one"_s).size(), 6);
    LauncherFixture::find<QAction>(m_fixture->window(0), u"actionQuit"_s).trigger();
    QTRY_COMPARE(finished.count(), 1);
}

void TestLauncher::opensRecentOnesFromTheMenu()
{
    const auto demo = quietDemo();
    Profile profile = m_fixture->saved(u"Me & you"_s, *demo);
    profile.signIn.way = Credentials::Kind::None;
    QVERIFY(m_fixture->store().save(profile).ok());
    m_fixture->launch({u"--demo"_s});
    auto &menu = LauncherFixture::find<QMenu>(m_fixture->window(0), u"recentMenu"_s);
    QCOMPARE(menu.actions().size(), 1);
    QCOMPARE(menu.actions().first()->text(), u"Me && you"_s);
    menu.actions().first()->trigger();
    QTRY_COMPARE(m_fixture->windowCount(), 2);
    QCOMPARE(LauncherFixture::find<QLabel>(m_fixture->window(1), u"instanceName"_s).text(),
             u"Me & you"_s);
}

QTEST_MAIN(TestLauncher)
#include "test_launcher.moc"
