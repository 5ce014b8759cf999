// SPDX-License-Identifier: MIT
#include "windowfixture.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// Inspecting, pinning, comparing and publishing in the whole window, on the demo instance.
class TestInspection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init() { WindowFixture::forgetSettings(); }

    void findsInTheInspectorOrFiltersTheList();
    void pinsAndComparesByKey();
    void closesPinsWhenTheLayoutIsReset();
    void reachesPinsByF6();
    void showsTheEchoOfAPublish();
    void guardsAProductionInstance();

private:
    /// Subscribes, delivers two messages and selects the last one.
    static QTableView &prepare(WindowFixture &fixture)
    {
        fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
        auto &messages = fixture.find<QTableView>(u"messageView"_s);
        const auto isSubscribed = [&fixture] {
            const auto all = fixture.monitor().subscriptions();
            return !all.isEmpty() && all.first().state == SubscriptionState::Subscribed;
        };
        if (!QTest::qWaitFor(isSubscribed))
            qFatal("not subscribed");
        const auto count = [&messages] {
            int found = 0;
            for (int row = 0; row < messages.model()->rowCount(); ++row) {
                const QModelIndex index = messages.model()->index(row, 0);
                for (int column = 0; column < messages.model()->columnCount(); ++column)
                    found += index.siblingAtColumn(column).data().toString() == u"/demo/one"_s;
            }
            return found;
        };
        const int before = count();
        fixture.deliver("/demo/one", R"({"text":"hello"})");
        fixture.deliver("/demo/one", R"({"text":"world"})");
        if (!QTest::qWaitFor([&] { return count() >= before + 2; }))
            qFatal("nothing delivered");
        messages.setFocus();
        QTest::keyClick(&messages, Qt::Key_End);
        messages.setCurrentIndex(messages.model()->index(messages.model()->rowCount() - 1, 0));
        return messages;
    }

    static QList<QDockWidget *> pins(WindowFixture &fixture)
    {
        QList<QDockWidget *> docks;
        for (auto *dock : fixture.window().findChildren<QDockWidget *>()) {
            if (dock->objectName().startsWith(u"pinDock"_s) && dock->isVisible())
                docks.append(dock);
        }
        return docks;
    }
};

void TestInspection::findsInTheInspectorOrFiltersTheList()
{
    WindowFixture fixture;
    QTableView &messages = prepare(fixture);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto &fields = fixture.find<QTreeView>(u"decodedFields"_s);
    fields.setFocus();
    QTest::keySequence(&fields, QKeySequence::Find);
    QVERIFY(fixture.find<QLineEdit>(u"findField"_s).hasFocus());
    QCOMPARE(fixture.find<QTabWidget>(u"inspectorTabs"_s).currentIndex(), 1);
    messages.setFocus();
    QTest::keySequence(&messages, QKeySequence::Find);
    QVERIFY(fixture.find<QLineEdit>(u"filterField"_s).hasFocus());
}

void TestInspection::pinsAndComparesByKey()
{
    WindowFixture fixture;
    QTableView &messages = prepare(fixture);
    QTest::keyClick(&messages, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(pins(fixture).size(), 1);
    fixture.find<QAction>(u"actionCompare"_s).trigger();
    auto &live = fixture.find<QDockWidget>(u"inspectorDock"_s);
    auto &words = *live.findChild<QLabel *>(u"differenceWords"_s);
    QVERIFY(words.isVisible());
    const QString pinned = pins(fixture).first()->windowTitle();
    messages.setCurrentIndex(
        messages.currentIndex().siblingAtRow(messages.currentIndex().row() - 1));
    QVERIFY2(words.text().contains(u"that you chose"_s), qPrintable(words.text()));
    QCOMPARE(pins(fixture).first()->windowTitle(), pinned);
    QTest::mouseClick(live.findChild<QPushButton *>(u"differenceShow"_s), Qt::LeftButton);
    QVERIFY(words.text().startsWith(u"This is the message"_s));
}

void TestInspection::closesPinsWhenTheLayoutIsReset()
{
    WindowFixture fixture;
    prepare(fixture);
    fixture.find<QAction>(u"actionPin"_s).trigger();
    fixture.find<QAction>(u"actionPin"_s).trigger();
    QTRY_COMPARE(fixture.window().findChildren<QDockWidget *>(u"pinDock2"_s).size(), 1);
    fixture.find<QAction>(u"actionResetLayout"_s).trigger();
    QTRY_COMPARE(fixture.window().findChildren<QDockWidget *>(u"pinDock1"_s).size(), 0);
    QVERIFY(fixture.find<QDockWidget>(u"inspectorDock"_s).isVisible());
}

void TestInspection::reachesPinsByF6()
{
    WindowFixture fixture;
    prepare(fixture);
    fixture.find<QAction>(u"actionPin"_s).trigger();
    QTRY_COMPARE(pins(fixture).size(), 1);
    const QDockWidget *pin = pins(fixture).first();
    for (int i = 0; i < 12 && !pin->isAncestorOf(fixture.window().focusWidget()); ++i)
        fixture.find<QAction>(u"actionNextPane"_s).trigger();
    QVERIFY(pin->isAncestorOf(fixture.window().focusWidget()));
}

void TestInspection::showsTheEchoOfAPublish()
{
    WindowFixture fixture;
    QTableView &messages = prepare(fixture);
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/echo"));
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 2);
    QTRY_COMPARE(fixture.monitor().subscriptions().last().state, SubscriptionState::Subscribed);
    fixture.find<QAction>(u"actionPublish"_s).trigger();
    fixture.find<QLineEdit>(u"publishChannel"_s).setText(u"/demo/echo"_s);
    fixture.find<QPlainTextEdit>(u"publishData"_s).setPlainText(uR"({"by":"{{user}}"})"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"publishSend"_s), Qt::LeftButton);
    auto &results = fixture.find<QTreeWidget>(u"publishHistory"_s);
    QCOMPARE(results.topLevelItemCount(), 1);
    QTRY_VERIFY(results.topLevelItem(0)->childCount() > 0);
    const QTreeWidgetItem *echo = results.topLevelItem(0)->child(0);
    QCOMPARE(echo->text(1), u"Echo"_s);
    const int y = results.visualItemRect(results.topLevelItem(0)->child(0)).center().y();
    QTest::mouseClick(results.viewport(), Qt::LeftButton, {}, QPoint(60, y));
    QCOMPARE(fixture.window().focusWidget(), &messages);
    fixture.find<QTabWidget>(u"inspectorTabs"_s).setCurrentIndex(2);
    const QString shown = fixture.find<QPlainTextEdit>(u"rawText"_s).toPlainText();
    QVERIFY2(shown.contains(uR"("by":"demo")"_s), qPrintable(shown));
}

void TestInspection::guardsAProductionInstance()
{
    WindowFixture fixture;
    const WindowIdentity production{u"prod1"_s, {}, true};
    MainWindow window(fixture.monitor(), {}, production);
    window.show();
    auto *guard = window.findChild<QFrame *>(u"publishGuard"_s);
    QVERIFY(guard);
    window.findChild<QAction *>(u"actionPublish"_s)->trigger();
    QVERIFY(guard->isVisible());
    QVERIFY(!fixture.find<QFrame>(u"publishGuard"_s).isVisibleTo(&fixture.window()));
}

QTEST_MAIN(TestInspection)
#include "test_inspection.moc"
