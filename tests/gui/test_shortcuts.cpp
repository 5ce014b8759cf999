// SPDX-License-Identifier: MIT
#include "ui/widgets/actionlist.h"
#include "ui/window/commandpalette.h"
#include "ui/window/shortcutdialog.h"
#include "ui/window/shortcuts.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// Every action can be found, run and given another key.
class TestShortcuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void everyActionHasANameAndNoKeyIsTwice();
    void dialogListsAndFindsActions();
    void dialogAssignsAKey();
    void dialogNamesAConflictAndTakesTheKey();
    void dialogRefusesKeysThatAreNeededForTyping();
    void dialogTakesTheKeyAway();
    void dialogResetsOneAndAll();
    void fixedKeysCannotBeChanged();
    void keysSurviveARestart();
    void toleratesStrangeSettings();
    void anotherWindowFollows();
    void wordsFit_data();
    void wordsFit();
    void paletteRunsACommand();
    void paletteShowsKeysAndWhatIsNotAvailable();
    void paletteLeavesByEscape();
    void paletteSaysWhenNothingFits();

private:
    [[nodiscard]] QAction &action(const QString &name) const
    {
        return m_fixture->find<QAction>(name);
    }
    template <typename T>
    [[nodiscard]] T &in(const QString &name) const
    {
        return m_fixture->find<T>(name);
    }
    void openDialog() const;
    /// Makes the one action that has these words the current one.
    void search(const QString &words) const;
    void press(const QKeySequence &key) const;
    void openPalette(const QString &typed) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestShortcuts::init()
{
    WindowFixture::forgetSettings();
    m_fixture = std::make_unique<WindowFixture>();
}

void TestShortcuts::openDialog() const
{
    action(u"actionShortcuts"_s).trigger();
    QVERIFY(QTest::qWaitForWindowActive(&in<ShortcutDialog>(u"shortcutDialog"_s)));
}

void TestShortcuts::search(const QString &words) const
{
    auto &field = in<QLineEdit>(u"shortcutSearch"_s);
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, words);
}

void TestShortcuts::press(const QKeySequence &key) const
{
    auto &edit = in<QKeySequenceEdit>(u"shortcutKey"_s);
    edit.setFocus();
    QTest::keyClick(&edit, key[0].key(), key[0].keyboardModifiers());
}

void TestShortcuts::openPalette(const QString &typed) const
{
    QTest::keyClick(&m_fixture->window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto &palette = in<CommandPalette>(u"commandPalette"_s);
    QTRY_COMPARE(QApplication::activeWindow(), &palette);
    QTest::keyClicks(QApplication::focusWidget(), typed);
}

void TestShortcuts::everyActionHasANameAndNoKeyIsTwice()
{
    QHash<QString, QString> byKey;
    QSet<QString> names;
    const QList<ActionEntry> entries = actionsOf(m_fixture->window());
    QVERIFY(entries.size() > 30);
    for (const ActionEntry &entry : entries) {
        const QString name = entry.action->objectName();
        QVERIFY2(!name.isEmpty(), qPrintable(entry.title));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        const QString key = entry.action->shortcut().toString();
        if (key.isEmpty())
            continue;
        QVERIFY2(!byKey.contains(key), qPrintable(key + u": "_s + name + u", "_s + byKey[key]));
        byKey.insert(key, name);
    }
}

void TestShortcuts::dialogListsAndFindsActions()
{
    openDialog();
    auto &list = in<QTreeWidget>(u"shortcutList"_s);
    QVERIFY(list.topLevelItemCount() > 30);
    search(u"watch rec"_s);
    QVERIFY(list.currentItem() != nullptr);
    QCOMPARE(list.currentItem()->text(0), u"Watch Records"_s);
    QCOMPARE(list.currentItem()->text(1), u"Ctrl+Shift+L"_s);
    QCOMPARE(list.currentItem()->text(2), u"File"_s);
    search(u"ctrl+shift+l"_s);
    QCOMPARE(list.currentItem()->text(0), u"Watch Records"_s);
    search(u"no such thing"_s);
    QCOMPARE(list.currentItem(), nullptr);
    QVERIFY(!in<QPushButton>(u"shortcutAssign"_s).isEnabled());
    QCOMPARE(in<QLabel>(u"shortcutNote"_s).text(), u"No action has these words."_s);
}

void TestShortcuts::dialogAssignsAKey()
{
    openDialog();
    search(u"reset layout"_s);
    auto &assign = in<QPushButton>(u"shortcutAssign"_s);
    QVERIFY(!assign.isEnabled());
    press(Qt::CTRL | Qt::Key_F11);
    QCOMPARE(in<QLabel>(u"shortcutNote"_s).text(), u"Ctrl+F11 is free."_s);
    QTest::mouseClick(&assign, Qt::LeftButton);
    QCOMPARE(action(u"actionResetLayout"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F11));
    QCOMPARE(in<QTreeWidget>(u"shortcutList"_s).currentItem()->text(1), u"Ctrl+F11"_s);
}

void TestShortcuts::dialogNamesAConflictAndTakesTheKey()
{
    openDialog();
    search(u"reset layout"_s);
    press(Qt::CTRL | Qt::Key_D);
    QCOMPARE(in<QLabel>(u"shortcutNote"_s).text(),
             u"Ctrl+D is the key of Discover Channels (File). Assign takes it from there."_s);
    QTest::mouseClick(&in<QPushButton>(u"shortcutAssign"_s), Qt::LeftButton);
    QCOMPARE(action(u"actionResetLayout"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_D));
    QVERIFY(action(u"actionDiscover"_s).shortcut().isEmpty());
}

void TestShortcuts::dialogRefusesKeysThatAreNeededForTyping()
{
    openDialog();
    search(u"reset layout"_s);
    press(Qt::Key_X);
    QVERIFY(in<QLabel>(u"shortcutNote"_s).text().startsWith(u"X alone is needed"_s));
    QVERIFY(!in<QPushButton>(u"shortcutAssign"_s).isEnabled());
    in<QKeySequenceEdit>(u"shortcutKey"_s).setKeySequence(Qt::Key_F9);
    QVERIFY(in<QPushButton>(u"shortcutAssign"_s).isEnabled());
}

void TestShortcuts::dialogTakesTheKeyAway()
{
    openDialog();
    search(u"discover channels"_s);
    QTest::mouseClick(&in<QPushButton>(u"shortcutClear"_s), Qt::LeftButton);
    QVERIFY(action(u"actionDiscover"_s).shortcut().isEmpty());
    QVERIFY(!in<QPushButton>(u"shortcutClear"_s).isEnabled());
    m_fixture = nullptr;
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(action(u"actionDiscover"_s).shortcut().isEmpty());
}

void TestShortcuts::dialogResetsOneAndAll()
{
    openDialog();
    search(u"discover channels"_s);
    QTest::mouseClick(&in<QPushButton>(u"shortcutClear"_s), Qt::LeftButton);
    QTest::mouseClick(&in<QPushButton>(u"shortcutReset"_s), Qt::LeftButton);
    QCOMPARE(action(u"actionDiscover"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_D));
    QVERIFY(!in<QPushButton>(u"shortcutReset"_s).isEnabled());
    search(u"reset layout"_s);
    press(Qt::CTRL | Qt::Key_D);
    QTest::mouseClick(&in<QPushButton>(u"shortcutAssign"_s), Qt::LeftButton);
    QTest::mouseClick(&in<QPushButton>(u"shortcutResetAll"_s), Qt::LeftButton);
    QCOMPARE(action(u"actionDiscover"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_D));
    QVERIFY(action(u"actionResetLayout"_s).shortcut().isEmpty());
}

void TestShortcuts::fixedKeysCannotBeChanged()
{
    openDialog();
    search(u"follow list fixed"_s);
    QCOMPARE(in<QTreeWidget>(u"shortcutList"_s).currentItem()->text(1), u"End"_s);
    QVERIFY(!in<QKeySequenceEdit>(u"shortcutKey"_s).isEnabled());
    QCOMPARE(in<QLabel>(u"shortcutNote"_s).text(), u"This key cannot be changed."_s);
}

void TestShortcuts::keysSurviveARestart()
{
    auto *keys = m_fixture->window().findChild<Shortcuts *>();
    keys->assign(action(u"actionPublish"_s), Qt::CTRL | Qt::Key_L); // was Subscribe's
    m_fixture = nullptr;
    m_fixture = std::make_unique<WindowFixture>();
    QCOMPARE(action(u"actionPublish"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_L));
    QVERIFY(action(u"actionSubscribe"_s).shortcut().isEmpty());
    m_fixture->window().findChild<Shortcuts *>()->resetAll();
    QCOMPARE(action(u"actionPublish"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
}

void TestShortcuts::toleratesStrangeSettings()
{
    m_fixture = nullptr;
    QSettings settings;
    settings.setValue(u"shortcuts/actionPublish"_s, u"Ctrl+Gibberish+++"_s);
    settings.setValue(u"shortcuts/actionSubscribe"_s, u"x"_s);
    settings.setValue(u"shortcuts/actionDiscover"_s, QByteArray("\xff\x00\x01", 3));
    settings.setValue(u"shortcuts/actionFilter"_s, QStringList{u"a"_s, u"b"_s});
    m_fixture = std::make_unique<WindowFixture>();
    QCOMPARE(action(u"actionPublish"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
    QCOMPARE(action(u"actionSubscribe"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_L));
    QCOMPARE(action(u"actionDiscover"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_D));
    QCOMPARE(action(u"actionFilter"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F));
}

void TestShortcuts::anotherWindowFollows()
{
    QSettings().setValue(u"shortcuts/actionPublish"_s, u"Ctrl+F12"_s);
    QEvent event(QEvent::WindowActivate);
    QApplication::sendEvent(&m_fixture->window(), &event);
    QCOMPARE(action(u"actionPublish"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F12));
}

void TestShortcuts::wordsFit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: does not fit at all
    QTest::newRow("beginning of a word") << u"ch"_s << u"Watch a Channel"_s << u"Searching"_s;
    QTest::newRow("earlier") << u"co"_s << u"Copy Text"_s << u"Text as Columns"_s;
    QTest::newRow("letters") << u"rly"_s << u"Reset Layout"_s << QString();
    QTest::newRow("all words") << u"lay res"_s << u"Reset Layout"_s << u"Relay"_s;
    QTest::newRow("nothing") << u"zz"_s << QString() << u"Quit"_s;
}

void TestShortcuts::wordsFit()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto best = better.isEmpty() ? std::nullopt : fitOf(typed, better);
    const auto other = worse.isEmpty() ? std::nullopt : fitOf(typed, worse);
    QCOMPARE(best.has_value(), !better.isEmpty());
    QVERIFY(!other || (best && *best > *other));
}

void TestShortcuts::paletteRunsACommand()
{
    const QSignalSpy triggered(&action(u"actionChart"_s), &QAction::triggered);
    openPalette(u"chart mess"_s);
    const auto &list = in<QTreeWidget>(u"paletteList"_s);
    QCOMPARE(list.currentItem()->text(0), u"View: Chart of Messages a Second (on)"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(triggered.size(), 1);
    QTRY_COMPARE(m_fixture->window().findChild<CommandPalette *>(), nullptr);
}

void TestShortcuts::paletteShowsKeysAndWhatIsNotAvailable()
{
    openPalette(u"publish"_s);
    const auto &list = in<QTreeWidget>(u"paletteList"_s);
    QCOMPARE(list.topLevelItem(0)->text(1), u"Ctrl+P"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(list.indexOfTopLevelItem(list.currentItem()), 1);
    QApplication::focusWidget()->setProperty("text", u"next mark"_s);
    QCOMPARE(list.currentItem()->text(0), u"Messages: Next Mark (not available now)"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(in<CommandPalette>(u"commandPalette"_s).isVisible()); // nothing was run
}

void TestShortcuts::paletteLeavesByEscape()
{
    openPalette(u"quit"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(m_fixture->window().findChild<CommandPalette *>(), nullptr);
    QVERIFY(m_fixture->window().isVisible());
}

void TestShortcuts::paletteSaysWhenNothingFits()
{
    openPalette(u"qqqq"_s);
    const auto &list = in<QTreeWidget>(u"paletteList"_s);
    QCOMPARE(list.topLevelItemCount(), 1);
    QCOMPARE(list.topLevelItem(0)->text(0), u"No command has these letters."_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(in<CommandPalette>(u"commandPalette"_s).isVisible());
}

QTEST_MAIN(TestShortcuts)
#include "test_shortcuts.moc"
