// SPDX-License-Identifier: MIT
#include "tests/gui/windowfixture.h"
#include "ui/messages/messageview.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

/// The menus of the window as somebody meets them who has a keyboard alone.
class TestMenus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }

    void eachItemHasALetterOfItsOwn();
    void eachShortcutIsOneActionsAlone();
    void aPaneBehindAnotherComesToTheFront();
    void closingAPaneGivesTheFocusBack();

private:
    /// The menus of the window, with submenus, and what stands in them.
    static QList<QList<QAction *>> menusOf(const MainWindow &window)
    {
        QList<QList<QAction *>> menus{window.menuBar()->actions()};
        const QList<QMenu *> all = window.menuBar()->findChildren<QMenu *>();
        for (QMenu *menu : all) {
            emit menu->aboutToShow(); // what is filled in when somebody looks
            menus.append(menu->actions());
        }
        return menus;
    }
};

void TestMenus::eachItemHasALetterOfItsOwn()
{
    WindowFixture fixture;
    for (const QList<QAction *> &items : menusOf(fixture.window())) {
        QHash<QKeySequence, QString> letters;
        for (const QAction *item : items) {
            const QKeySequence letter = QKeySequence::mnemonic(item->text());
            if (letter.isEmpty())
                continue;
            QVERIFY2(!letters.contains(letter),
                     qPrintable(u"%1 and %2"_s.arg(letters.value(letter), item->text())));
            letters.insert(letter, item->text());
        }
    }
}

void TestMenus::eachShortcutIsOneActionsAlone()
{
    WindowFixture fixture;
    QHash<QKeySequence, const QAction *> owners;
    for (const QList<QAction *> &items : menusOf(fixture.window())) {
        for (const QAction *item : items) {
            const QList<QKeySequence> keys = item->shortcuts();
            for (const QKeySequence &key : keys) {
                const QAction *owner = owners.value(key, item);
                QVERIFY2(owner == item,
                         qPrintable(
                             u"%1: %2 and %3"_s.arg(key.toString(), owner->text(), item->text())));
                owners.insert(key, item);
            }
        }
    }
}

void TestMenus::aPaneBehindAnotherComesToTheFront()
{
    WindowFixture fixture;
    auto &chat = fixture.find<QDockWidget>(u"chatDock"_s);
    auto &presence = fixture.find<QDockWidget>(u"presenceDock"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_6, Qt::AltModifier);
    QTRY_VERIFY(!chat.visibleRegion().isEmpty());
    QTest::keyClick(&fixture.window(), Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY(!presence.visibleRegion().isEmpty());
    QVERIFY(chat.visibleRegion().isEmpty());

    QTest::keyClick(&fixture.window(), Qt::Key_6, Qt::AltModifier);
    QTRY_VERIFY(!chat.visibleRegion().isEmpty());
    QVERIFY(!presence.isHidden());
}

void TestMenus::closingAPaneGivesTheFocusBack()
{
    WindowFixture fixture;
    auto &publish = fixture.find<QDockWidget>(u"publishDock"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(publish.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::AltModifier);
    QVERIFY(publish.isHidden());
    QVERIFY(fixture.find<MessageView>(u"messageView"_s).hasFocus());
    QVERIFY(!fixture.find<QAction>(u"actionpublishDock"_s).isChecked());
}

} // namespace amb

QTEST_MAIN(amb::TestMenus)
#include "test_menus.moc"
