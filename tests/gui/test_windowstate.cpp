// SPDX-License-Identifier: MIT
#include "ui/messages/highlighters.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// How the window was left is how it comes back; and it is usable by keys alone.
class TestWindowState : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init() { WindowFixture::forgetSettings(); }

    void comesBackAsItWasLeft();
    void savesWhatWasTypedWithoutBeingClosed();
    void writesOnlyWhatItChanged();
    void takesOverWhatAnotherWindowChanged();
    void toleratesDamagedValues();
    void toleratesADamagedFile();
    void resetsTheLayout();
    void fitsASmallScreenWithEveryPaneShown();
    void usesASmallScreenAsAWhole();
    void comesBackOnASmallerScreen();
    void givesThePanesTheirUsualWidthsOnAnotherScreen();
    void givesChannelNamesRoomUntilAWidthIsChosen();
    void keepsNoSecrets();
    void everyControlIsReachedByTab();
    void everyControlHasAName();
    void paneKeysGoRound();
    void paneKeyLeadsToThePagesOfTheInspector();
};

namespace {

/// Widgets that Tab leads to, in order, until it comes round.
QList<QWidget *> tabWalk(MainWindow &window)
{
    QList<QWidget *> walked;
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *focus = QApplication::focusWidget();
        if (walked.contains(focus) || !window.isAncestorOf(focus))
            break;
        walked.append(focus);
    }
    return walked;
}

} // namespace

void TestWindowState::comesBackAsItWasLeft()
{
    {
        WindowFixture fixture;
        fixture.window().resize(780, 666);
        fixture.find<QAction>(u"actionPublish"_s).trigger();
        fixture.find<QDockWidget>(u"channelDock"_s).hide();
        fixture.find<QLineEdit>(u"publishChannel"_s).setText(u"/kept"_s);
        fixture.find<QPlainTextEdit>(u"publishData"_s).setPlainText(uR"({"half":)"_s);
        fixture.find<QTableView>(u"messageView"_s).horizontalHeader()->resizeSection(1, 321);
        fixture.window().close();
    }
    WindowFixture fixture;
    QCOMPARE(fixture.window().size(), QSize(780, 666));
    QVERIFY(fixture.find<QDockWidget>(u"publishDock"_s).isVisible());
    QVERIFY(!fixture.find<QDockWidget>(u"channelDock"_s).isVisible());
    QCOMPARE(fixture.find<QLineEdit>(u"publishChannel"_s).text(), u"/kept"_s);
    QCOMPARE(fixture.find<QPlainTextEdit>(u"publishData"_s).toPlainText(), uR"({"half":)"_s);
    QCOMPARE(fixture.find<QTableView>(u"messageView"_s).horizontalHeader()->sectionSize(1), 321);
}

void TestWindowState::savesWhatWasTypedWithoutBeingClosed()
{
    WindowFixture fixture;
    fixture.find<QLineEdit>(u"publishChannel"_s).setText(u"/typed"_s);
    // Read as another process would.
    const auto saved = [] {
        return QSettings().value(u"publish/channel"_s).toString();
    };
    QTRY_COMPARE(saved(), u"/typed"_s);
}

void TestWindowState::writesOnlyWhatItChanged()
{
    {
        WindowFixture quiet;
        {
            WindowFixture busy;
            busy.find<QLineEdit>(u"publishChannel"_s).setText(u"/kept"_s);
            auto &view = busy.find<MessageView>(u"messageView"_s);
            QVERIFY(view.messages().addOwnColumn(u".data.by"_s).isEmpty());
            view.messages().highlighters().setRules({{u"printer"_s}});
            busy.window().close();
        }
        quiet.window().resize(790, 690);
        quiet.window().close();
    }
    WindowFixture fixture;
    QCOMPARE(fixture.window().size(), QSize(790, 690));
    QCOMPARE(fixture.find<QLineEdit>(u"publishChannel"_s).text(), u"/kept"_s);
    const MessageModel &messages = fixture.find<MessageView>(u"messageView"_s).messages();
    QCOMPARE(messages.ownColumns().count(), 1);
    QCOMPARE(messages.highlighters().rules().size(), 1);
}

void TestWindowState::takesOverWhatAnotherWindowChanged()
{
    WindowFixture first;
    WindowFixture second;
    const auto messages = [](WindowFixture &fixture) -> MessageModel & {
        return fixture.find<MessageView>(u"messageView"_s).messages();
    };
    second.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&second.window()));
    QVERIFY(messages(second).addOwnColumn(u".data.by"_s).isEmpty());
    messages(second).highlighters().setRules({{u"printer"_s}});
    first.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&first.window()));
    QCOMPARE(messages(first).ownColumns().count(), 1);
    QCOMPARE(messages(first).highlighters().rules().size(), 1);
    // And what is gone is gone.
    messages(first).removeOwnColumn(0);
    second.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&second.window()));
    QCOMPARE(messages(second).ownColumns().count(), 0);
    QCOMPARE(messages(second).highlighters().rules().size(), 1);
}

void TestWindowState::toleratesDamagedValues()
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, QByteArray("\x01\xd9\xd0\xcb\0\xff\xff\xff\xff", 9));
    settings.setValue(u"window/state"_s, u"not a state"_s);
    settings.setValue(u"messages/columns"_s, QByteArray(200, '\xff'));
    settings.setValue(u"inspector/tab"_s, -77);
    settings.setValue(u"channels/recent"_s, 12);
    settings.sync();
    WindowFixture fixture;
    QVERIFY(fixture.window().width() > 400);
    QVERIFY(fixture.find<QDockWidget>(u"channelDock"_s).isVisible());
    const auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QCOMPARE(messages.horizontalHeader()->count(), int(MessageModel::ColumnCount));
    for (int column = 0; column < MessageModel::ColumnCount; ++column)
        QCOMPARE(messages.isColumnHidden(column), column == MessageModel::TransportColumn);
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
}

void TestWindowState::toleratesADamagedFile()
{
    QFile file(QSettings().fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\0\xff[window\nstate=@ByteArray(\\x\n%%%", 32));
    file.close();
    {
        WindowFixture fixture;
        fixture.find<QLineEdit>(u"publishChannel"_s).setText(u"/after"_s);
        fixture.window().close();
    }
    WindowFixture fixture;
    QCOMPARE(fixture.find<QLineEdit>(u"publishChannel"_s).text(), u"/after"_s);
}

void TestWindowState::resetsTheLayout()
{
    WindowFixture fixture;
    auto &channels = fixture.find<QDockWidget>(u"channelDock"_s);
    auto &publish = fixture.find<QDockWidget>(u"publishDock"_s);
    channels.hide();
    publish.show();
    fixture.find<QAction>(u"actionResetLayout"_s).trigger();
    QVERIFY(channels.isVisible());
    QVERIFY(!publish.isVisible());
}

void TestWindowState::fitsASmallScreenWithEveryPaneShown()
{
    WindowFixture fixture;
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QTRY_VERIFY(messages.model()->rowCount() > 0);
    messages.setCurrentIndex(messages.model()->index(0, 0));
    fixture.find<QAction>(u"actionPin"_s).trigger();
    const auto docks = fixture.window().findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->show();
    const QSize least = fixture.window().minimumSizeHint();
    const QByteArray size =
        QByteArray::number(least.width()) + " x " + QByteArray::number(least.height());
    QVERIFY2(least.width() <= 1000 && least.height() <= 640, size.constData());
}

void TestWindowState::usesASmallScreenAsAWhole()
{
    const WindowFixture fixture; // the screen of tests is 800 x 800
    QVERIFY(fixture.window().isMaximized());
    QVERIFY(fixture.window().screen()->availableGeometry().contains(fixture.window().geometry()));
}

void TestWindowState::comesBackOnASmallerScreen()
{
    {
        WindowFixture fixture;
        fixture.window().showNormal();
        fixture.window().setGeometry(300, 200, 1111, 950);
        fixture.window().close();
    }
    const WindowFixture fixture;
    QVERIFY(fixture.window().screen()->availableGeometry().contains(fixture.window().geometry()));
}

void TestWindowState::givesThePanesTheirUsualWidthsOnAnotherScreen()
{
    int usual = 0;
    {
        const WindowFixture fixture;
        usual = fixture.find<QDockWidget>(u"inspectorDock"_s).width();
        fixture.window().resizeDocks(
            {&fixture.find<QDockWidget>(u"inspectorDock"_s)}, {usual + 150}, Qt::Horizontal);
        QTRY_VERIFY(fixture.find<QDockWidget>(u"inspectorDock"_s).width() > usual);
        fixture.window().close();
    }
    QSettings().setValue(u"window/geometry"_s, QByteArray("of a larger screen"));
    const WindowFixture fixture;
    QTRY_COMPARE(fixture.find<QDockWidget>(u"inspectorDock"_s).width(), usual);
}

void TestWindowState::givesChannelNamesRoomUntilAWidthIsChosen()
{
    const auto channelWidth = [](const WindowFixture &fixture) {
        return fixture.find<QTableView>(u"messageView"_s).columnWidth(MessageModel::ChannelColumn);
    };
    int narrow = 0;
    {
        WindowFixture fixture;
        narrow = channelWidth(fixture);
        fixture.window().resize(1900, 700);
        QTRY_VERIFY(channelWidth(fixture) > narrow);
        fixture.window().resize(800, 700);
        QTRY_COMPARE(channelWidth(fixture), narrow);
        fixture.window().resize(1900, 700);
        fixture.window().close();
    }
    {
        WindowFixture fixture;
        fixture.window().showNormal();
        fixture.window().resize(1900, 700);
        QTRY_VERIFY(channelWidth(fixture) > narrow);
        fixture.find<QTableView>(u"messageView"_s)
            .horizontalHeader()
            ->resizeSection(MessageModel::ChannelColumn, narrow + 7);
        fixture.window().resize(1700, 700);
        QCOMPARE(channelWidth(fixture), narrow + 7);
        fixture.window().close();
    }
    WindowFixture fixture;
    fixture.window().showNormal();
    fixture.window().resize(1800, 700);
    QCOMPARE(channelWidth(fixture), narrow + 7);
    fixture.find<QAction>(u"actionResetLayout"_s).trigger();
    QTRY_VERIFY(channelWidth(fixture) > narrow + 7);
}

void TestWindowState::keepsNoSecrets()
{
    const QString secret = u"a-very-secret-word"_s;
    {
        WindowFixture fixture({}, secret);
        QTRY_VERIFY(fixture.find<QWidget>(u"signInNotice"_s).isVisible());
        fixture.window().close();
    }
    QFile file(QSettings().fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(!saved.isEmpty());
    QVERIFY(!saved.contains(secret.toUtf8()));
}

void TestWindowState::everyControlIsReachedByTab()
{
    WindowFixture fixture;
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
    QTRY_VERIFY(fixture.find<QWidget>(u"channelList"_s).isVisible());
    fixture.find<QDockWidget>(u"publishDock"_s).show();
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    messages.setFocus();
    QTRY_VERIFY(messages.model()->rowCount() > 0);
    QTest::keyClick(&messages, Qt::Key_Home);

    QStringList names;
    const QList<QWidget *> walked = tabWalk(fixture.window());
    for (const QWidget *widget : walked)
        names.append(widget->objectName());
    for (const QString &name : {u"messageView"_s,
                                u"transportChip"_s,
                                u"subscribeField"_s,
                                u"channelList"_s,
                                u"decodedFields"_s,
                                u"publishChannel"_s,
                                u"publishData"_s,
                                u"publishHistory"_s})
        QVERIFY2(names.contains(name), qPrintable(name + u" in "_s + names.join(u' ')));
}

void TestWindowState::everyControlHasAName()
{
    WindowFixture fixture;
    fixture.find<QDockWidget>(u"publishDock"_s).show();
    const auto widgets = fixture.window().findChildren<QWidget *>();
    int looked = 0;
    for (QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        const QByteArray what =
            widget->metaObject()->className() + QByteArray(" ") + widget->objectName().toUtf8();
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), what.constData());
        ++looked;
    }
    QVERIFY(looked > 8);
}

void TestWindowState::paneKeysGoRound()
{
    WindowFixture fixture;
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto &next = fixture.find<QAction>(u"actionNextPane"_s);
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    messages.setFocus();
    QTRY_VERIFY(messages.hasFocus());
    next.trigger(); // the inspector is empty and has nothing to focus
    QVERIFY(!messages.hasFocus());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"transportChip"_s);
    next.trigger();
    QVERIFY(fixture.find<QDockWidget>(u"channelDock"_s).isAncestorOf(QApplication::focusWidget()));
    next.trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"filterField"_s);
    next.trigger();
    QVERIFY(messages.hasFocus());
    fixture.find<QAction>(u"actionPreviousPane"_s).trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"filterField"_s);
}

void TestWindowState::paneKeyLeadsToThePagesOfTheInspector()
{
    WindowFixture fixture;
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QTRY_VERIFY(messages.model()->rowCount() > 0);
    messages.setFocus();
    messages.setCurrentIndex(messages.model()->index(0, 0));
    fixture.find<QAction>(u"actionNextPane"_s).trigger();
    // And not to a button above them, which does something.
    QVERIFY(fixture.find<QTabWidget>(u"inspectorTabs"_s).isAncestorOf(QApplication::focusWidget()));
}

QTEST_MAIN(TestWindowState)
#include "test_windowstate.moc"
