// SPDX-License-Identifier: MIT
#include "launcherfixture.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// Saved instances from the start page: made, tested, kept, edited, removed, given to others.
class TestProfiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<LauncherFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void testsInWords_data();
    void testsInWords();
    void stopsATest();
    void savesWhatWasConnectedTo();
    void asksForWhatIsNotKept();
    void remembersInTheKeychain();
    void keepsForThisRunWhereNoKeychainAnswers();
    void changesAPasswordThatWasRefused();
    void opensByNameOrAddress();
    void saysWhatIsWrongWithAnAddress();
    void editsAndRemoves();
    void importsAndExports();
    void saysThatTheFileWasDamaged();

private:
    std::unique_ptr<LauncherFixture> m_fixture;
};

void TestProfiles::testsInWords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("good") << u"demo"_s
                          << QStringList{u"Connected over WebSocket after "_s,
                                         u"Signed in; the session has "_s};
    QTest::newRow("wrong password") << u"not it"_s << QStringList{u"HTTP 401"_s};
}

void TestProfiles::testsInWords()
{
    QFETCH(QString, password);
    QFETCH(QStringList, says);
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startDemoSignIn"_s);
    auto *dialog = m_fixture->dialog();
    LauncherFixture::type(*dialog, u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(*dialog, u"profilePassword"_s, password);
    LauncherFixture::click(*dialog, u"profileTest"_s);
    const auto &result = LauncherFixture::find<QLabel>(*dialog, u"profileResultText"_s);
    QTRY_VERIFY(!result.text().startsWith(u"Testing"_s));
    for (const QString &part : std::as_const(says))
        QVERIFY2(result.text().contains(part), qPrintable(result.text()));
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_fixture->windowCount(), 0);
}

void TestProfiles::stopsATest()
{
    const auto demo = quietDemo(u"slow=60000"_s);
    m_fixture->launch();
    const QString url = urlOf(*demo);
    LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, url);
    LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
    auto *dialog = m_fixture->dialog();
    LauncherFixture::type(*dialog, u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    LauncherFixture::click(*dialog, u"profileTest"_s);
    const auto &result = LauncherFixture::find<QLabel>(*dialog, u"profileResultText"_s);
    QVERIFY(result.text().startsWith(u"Testing"_s));
    LauncherFixture::click(*dialog, u"profileTest"_s);
    QCOMPARE(result.text(), u"The test was stopped."_s);
}

void TestProfiles::savesWhatWasConnectedTo()
{
    // Else windows are maximised on this small screen, and cannot stand beside each other.
    QWidget left;
    left.setGeometry(10, 10, 760, 500);
    left.show();
    QSettings().setValue(u"window/geometry"_s, left.saveGeometry());
    const auto demo = quietDemo();
    const QString url = urlOf(*demo);
    m_fixture->launch();
    LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, url);
    QTest::keyClick(&LauncherFixture::find<QLineEdit>(m_fixture->startPage(), u"startAddress"_s),
                    Qt::Key_Return);
    auto *dialog = m_fixture->dialog();
    LauncherFixture::type(*dialog, u"profileName"_s, u"Mine"_s);
    LauncherFixture::type(*dialog, u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    LauncherFixture::click(*dialog, u"profileConnect"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
    const auto profile = *m_fixture->store().find(u"mine"_s);
    QVERIFY(profile);
    QCOMPARE(profile->address, url);
    QCOMPARE(profile->signIn.user, u"demo"_s);
    QVERIFY(profile->lastUsed.isValid());

    // In the same run, nothing has to be typed again.
    LauncherFixture::find<QAction>(m_fixture->window(0), u"actionOpenInstance"_s).trigger();
    auto &list = LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"instanceList"_s);
    QCOMPARE(list.topLevelItemCount(), 1);
    QTest::keyClick(&list, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->windowCount(), 2);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(1), u"connectionState"_s),
                 u"Connected"_s);
    QVERIFY(m_fixture->window(0).pos() != m_fixture->window(1).pos());
}

void TestProfiles::asksForWhatIsNotKept()
{
    const auto demo = quietDemo();
    m_fixture->saved(u"Mine"_s, *demo);
    m_fixture->launch();
    auto &list = LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"instanceList"_s);
    QTRY_VERIFY(list.hasFocus());
    const QPoint place = list.visualItemRect(list.topLevelItem(0)).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QTRY_VERIFY(m_fixture->dialog());
    auto *dialog = m_fixture->dialog();
    QVERIFY(LauncherFixture::find<QLabel>(*dialog, u"profileAdvice"_s)
                .text()
                .contains(u"is not kept"_s));
    QVERIFY(LauncherFixture::find<QLineEdit>(*dialog, u"profilePassword"_s).hasFocus());
    QTest::keyClicks(&LauncherFixture::find<QLineEdit>(*dialog, u"profilePassword"_s), u"demo"_s);
    LauncherFixture::click(*dialog, u"profileConnect"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    Monitor &monitor = m_fixture->monitor(0);
    QTRY_COMPARE(monitor.subscriptions().size(), 1);
    QCOMPARE(monitor.subscriptions().first().pattern.toString(), u"/demo/one"_s);
}

void TestProfiles::remembersInTheKeychain()
{
    const auto demo = quietDemo();
    m_fixture->saved(u"Mine"_s, *demo);
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startEdit"_s);
    auto *dialog = m_fixture->dialog();
    auto &remember = LauncherFixture::find<QWidget>(*dialog, u"profileRemember"_s);
    QTRY_VERIFY(remember.isEnabled());
    QTest::keyClick(&remember, Qt::Key_Space);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    LauncherFixture::click(*dialog, u"profileSave"_s);
    QTRY_VERIFY(m_fixture->dialog() == nullptr);
    QVERIFY((*m_fixture->store().find(u"Mine"_s))->signIn.remembers);
    LauncherFixture::click(m_fixture->startPage(), u"startOpen"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
    QFile file(m_fixture->storePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("password\":"));
}

void TestProfiles::keepsForThisRunWhereNoKeychainAnswers()
{
    const auto demo = quietDemo();
    m_fixture->saved(u"Mine"_s, *demo);
    m_fixture->launch({}, false);
    LauncherFixture::click(m_fixture->startPage(), u"startEdit"_s);
    auto *dialog = m_fixture->dialog();
    const auto &note = LauncherFixture::find<QLabel>(*dialog, u"profileRememberNote"_s);
    QTRY_VERIFY2(note.text().startsWith(u"No keychain answers."_s), qPrintable(note.text()));
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    LauncherFixture::click(*dialog, u"profileSave"_s);
    QTRY_VERIFY(m_fixture->dialog() == nullptr);
    QVERIFY(!(*m_fixture->store().find(u"Mine"_s))->signIn.remembers);
    LauncherFixture::click(m_fixture->startPage(), u"startOpen"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
}

void TestProfiles::changesAPasswordThatWasRefused()
{
    const auto demo = quietDemo();
    m_fixture->launch();
    LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, urlOf(*demo));
    LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
    auto *dialog = m_fixture->dialog();
    LauncherFixture::type(*dialog, u"profileUser"_s, u"demo"_s);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"not it"_s);
    LauncherFixture::click(*dialog, u"profileConnect"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 1);
    const auto &notice = LauncherFixture::find<QWidget>(m_fixture->window(0), u"signInNotice"_s);
    QTRY_VERIFY(notice.isVisible());

    LauncherFixture::click(notice, u"noticeOther"_s);
    dialog = m_fixture->window(0).findChild<ProfileDialog *>();
    QVERIFY(dialog);
    LauncherFixture::type(*dialog, u"profilePassword"_s, u"demo"_s);
    LauncherFixture::click(*dialog, u"profileConnect"_s);
    QTRY_COMPARE(m_fixture->windowCount(), 2);
    QTRY_COMPARE(m_fixture->windowCount(), 1); // the new one took the place of the old
    QTRY_COMPARE(LauncherFixture::label(m_fixture->window(0), u"connectionState"_s),
                 u"Connected"_s);
}

void TestProfiles::opensByNameOrAddress()
{
    const auto demo = quietDemo();
    const QString url = urlOf(*demo);
    m_fixture->saved(u"Mine"_s, *demo);
    m_fixture->launch();
    for (const QString &text : {u" mine "_s, url + u"/amb"_s}) {
        LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, text);
        LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
        QTRY_VERIFY(m_fixture->dialog());
        QCOMPARE(m_fixture->dialog()->profile().name, u"Mine"_s);
        m_fixture->dialog()->close();
        QTRY_VERIFY(m_fixture->dialog() == nullptr);
    }
}

void TestProfiles::saysWhatIsWrongWithAnAddress()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
    const auto &notice = LauncherFixture::find<QWidget>(m_fixture->startPage(), u"startNotice"_s);
    QVERIFY(LauncherFixture::find<QLabel>(notice, u"noticeText"_s).text().contains(u"dev12345"_s));
    LauncherFixture::type(m_fixture->startPage(), u"startAddress"_s, u"ftp://host"_s);
    LauncherFixture::click(m_fixture->startPage(), u"startConnect"_s);
    QVERIFY(notice.isVisible());
    QVERIFY(LauncherFixture::find<QLabel>(notice, u"noticeText"_s).text().contains(u"ftp://"_s));
    QVERIFY(m_fixture->dialog() == nullptr);
    LauncherFixture::click(m_fixture->startPage(), u"noticeButton"_s);
    QVERIFY(!notice.isVisible());
}

void TestProfiles::editsAndRemoves()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startNew"_s);
    LauncherFixture::type(*m_fixture->dialog(), u"profileAddress"_s, u"dev12345"_s);
    LauncherFixture::click(*m_fixture->dialog(), u"profileSave"_s);
    QTRY_VERIFY(m_fixture->dialog() == nullptr);
    auto &list = LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"instanceList"_s);
    QCOMPARE(list.topLevelItem(0)->text(0), u"dev12345.service-now.com"_s);
    QCOMPARE(list.topLevelItem(0)->text(4), u"never"_s);

    LauncherFixture::click(m_fixture->startPage(), u"startEdit"_s);
    LauncherFixture::type(*m_fixture->dialog(), u"profileName"_s, u"Dev & <b>co</b>"_s);
    LauncherFixture::click(*m_fixture->dialog(), u"profileSave"_s);
    QTRY_VERIFY(m_fixture->dialog() == nullptr);
    QCOMPARE(list.topLevelItem(0)->text(0), u"Dev & <b>co</b>"_s);

    QTest::keyClick(&list, Qt::Key_Delete);
    auto &question = LauncherFixture::find<QDialog>(m_fixture->startPage(), u"removeQuestion"_s);
    QTest::keyClick(&question, Qt::Key_Escape);
    QCOMPARE(list.topLevelItemCount(), 1);
    LauncherFixture::click(m_fixture->startPage(), u"startRemove"_s);
    QTRY_VERIFY(m_fixture->startPage().findChildren<QDialog *>().size() == 1);
    LauncherFixture::click(
        LauncherFixture::find<QDialog>(m_fixture->startPage(), u"removeQuestion"_s),
        u"removeConfirmed"_s);
    QTRY_COMPARE(list.topLevelItemCount(), 0);
    QVERIFY(m_fixture->store().read()->profiles.isEmpty());
}

void TestProfiles::importsAndExports()
{
    const auto demo = quietDemo();
    m_fixture->saved(u"Mine"_s, *demo);
    m_fixture->launch();
    const QString path = m_fixture->path(u"exported.json"_s);
    emit m_fixture->startPage().exportRequested(path);
    const auto &notice = LauncherFixture::find<QLabel>(m_fixture->startPage(), u"noticeText"_s);
    QVERIFY2(notice.text().contains(path), qPrintable(notice.text()));
    emit m_fixture->startPage().importRequested(path);
    QVERIFY2(notice.text().startsWith(u"Imported: 1."_s), qPrintable(notice.text()));
    const auto &list =
        LauncherFixture::find<QTreeWidget>(m_fixture->startPage(), u"instanceList"_s);
    QCOMPARE(list.topLevelItemCount(), 2);
    QCOMPARE(list.topLevelItem(1)->text(0), u"Mine 2"_s);
    emit m_fixture->startPage().importRequested(m_fixture->path(u"none.json"_s));
    QVERIFY2(notice.text().contains(u"cannot be read"_s), qPrintable(notice.text()));
}

void TestProfiles::saysThatTheFileWasDamaged()
{
    QFile file(m_fixture->storePath());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"profiles\":[") > 0);
    file.close();
    m_fixture->launch();
    QVERIFY(m_fixture->startPage().isVisible());
    const QString text =
        LauncherFixture::find<QLabel>(m_fixture->startPage(), u"noticeText"_s).text();
    QVERIFY2(text.contains(u"kept as"_s), qPrintable(text));
}

QTEST_MAIN(TestProfiles)
#include "test_profiles.moc"
