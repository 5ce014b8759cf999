// SPDX-License-Identifier: MIT
#include "launcherfixture.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/actionlist.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFontDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextEdit>

using namespace amb;
using namespace Qt::StringLiterals;

/// Every control of every window and dialog has a name for screen readers, and the whole window can
/// be walked through by keys.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void startPageIsNamed();
    void profileDialogIsNamed();
    void mainWindowIsNamed();
    void everyPaneIsNamed();
    void everyDialogIsNamed();
    void tabComesRound();

private:
    /// A window on the demo instance, which has traffic.
    MainWindow &openWindow();
    static void selectAMessage(const MainWindow &window);

    std::unique_ptr<LauncherFixture> m_fixture;
};

namespace {

bool isControl(const QWidget *widget)
{
    // Parts of Qt's own controls, which speak for them.
    if (widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollBar *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
        || qobject_cast<const QComboBox *>(widget->parentWidget())
        || widget->inherits("QHeaderView") || widget->inherits("QLineEditIconButton")
        || widget->inherits("QDockWidgetTitleButton") || widget->inherits("QTableCornerButton")
        || (qobject_cast<const QTabBar *>(widget)
            && qobject_cast<const QMainWindow *>(widget->parentWidget())))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSlider *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || (widget->focusPolicy() & Qt::TabFocus);
}

QString describe(const QWidget *widget)
{
    QStringList path;
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (!widget->objectName().isEmpty() || path.isEmpty())
            path.prepend(QLatin1StringView(widget->metaObject()->className()) + u' '
                         + widget->objectName());
    }
    return path.join(u" > "_s);
}

/// Controls without a name, in words; empty where all is well. Adds to looked.
QStringList unnamed(const QWidget &window, int &looked)
{
    QStringList found;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window || !isControl(widget))
            continue;
        ++looked;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
            found.append(describe(widget));
    }
    return found;
}

/// Keys with Alt that more than one control of a window answers to, in words.
QStringList sharedKeys(const QWidget &window)
{
    QHash<QKeySequence, QStringList> users;
    const auto note = [&users](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            users[key].append(text);
    };
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(button->text());
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label != nullptr && label->buddy() != nullptr)
            note(label->text());
    }
    QStringList shared;
    for (const QStringList &texts : std::as_const(users)) {
        if (texts.size() > 1)
            shared.append(texts.join(u" | "_s));
    }
    return shared;
}

void checkNames(const QWidget &window, int least)
{
    const QStringList shared =
        qobject_cast<const QDialog *>(&window) ? sharedKeys(window) : QStringList();
    QVERIFY2(shared.isEmpty(), qPrintable(describe(&window) + u": "_s + shared.join(u'\n')));
    int looked = 0;
    const QStringList found = unnamed(window, looked);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY2(looked >= least, qPrintable(QString::number(looked)));
}

/// Everything that is open beside a window and its panes.
QList<QPointer<QWidget>> openDialogs(const QWidget &except)
{
    QList<QPointer<QWidget>> dialogs;
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget != &except && widget->isVisible() && !qobject_cast<QDockWidget *>(widget)
            && !widget->inherits("QTipLabel"))
            dialogs.append(widget);
    }
    return dialogs;
}

/// What Tab is to lead to.
QSet<QWidget *> reachable(const QWidget &window)
{
    QSet<QWidget *> found;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) && widget->focusProxy() == nullptr)
            found.insert(widget);
    }
    return found;
}

/// What the keys lead to from a widget on, until they come back to it.
QList<QWidget *> walk(QWidget *start, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    constexpr int mostSteps = 400;
    QList<QWidget *> walked{start};
    for (int i = 0; i < mostSteps; ++i) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QWidget *focus = QApplication::focusWidget();
        if (focus == start)
            return walked;
        if (walked.contains(focus)) {
            qWarning("the keys do not leave %s", qPrintable(describe(focus)));
            return {};
        }
        walked.append(focus);
    }
    return {};
}

} // namespace

void TestAccessibility::init()
{
    m_fixture = std::make_unique<LauncherFixture>();
}

void TestAccessibility::cleanup()
{
    m_fixture.reset();
}

MainWindow &TestAccessibility::openWindow()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startDemo"_s);
    MainWindow &window = m_fixture->window(0);
    window.resize(1500, 1000);
    return window;
}

void TestAccessibility::selectAMessage(const MainWindow &window)
{
    auto &list = LauncherFixture::find<MessageView>(window, u"messageView"_s);
    QTRY_VERIFY(list.messages().rowCount() > 0);
    list.setCurrentIndex(list.messages().index(0, 0));
}

void TestAccessibility::startPageIsNamed()
{
    m_fixture->launch();
    checkNames(m_fixture->startPage(), 8);
    m_fixture->startPage().showNotice(u"Something happened."_s);
    QCOMPARE(sharedKeys(m_fixture->startPage()), QStringList());
}

void TestAccessibility::profileDialogIsNamed()
{
    m_fixture->launch();
    LauncherFixture::click(m_fixture->startPage(), u"startNew"_s);
    QTRY_VERIFY(m_fixture->dialog() != nullptr);
    const ProfileDialog &dialog = *m_fixture->dialog();
    LauncherFixture::find<QAbstractButton>(dialog, u"profileMore"_s).click();
    auto &ways = LauncherFixture::find<QComboBox>(dialog, u"profileWay"_s);
    QVERIFY(ways.count() > 5);
    for (int way = 0; way < ways.count(); ++way) {
        ways.setCurrentIndex(way);
        checkNames(dialog, 12);
    }
}

void TestAccessibility::mainWindowIsNamed()
{
    MainWindow &window = openWindow();
    selectAMessage(window);
    const auto &list = LauncherFixture::find<MessageView>(window, u"messageView"_s);
    const Timestamp time = list.messages().store().info(Row(0)).time;
    list.messages().setPaused(true); // each of these shows a control more
    list.messages().setTimeRange(TimeRange{time, time + std::chrono::hours(1)});
    auto &tabs = LauncherFixture::find<QTabWidget>(window, u"inspectorTabs"_s);
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        checkNames(window, 15);
    }
}

void TestAccessibility::everyPaneIsNamed()
{
    MainWindow &window = openWindow();
    const auto docks = window.findChildren<QDockWidget *>();
    QVERIFY(docks.size() >= 8);
    for (QDockWidget *dock : docks) {
        dock->show();
        dock->raise();
        QVERIFY(dock->widget()->isVisibleTo(&window));
        checkNames(window, 10);
    }
}

void TestAccessibility::everyDialogIsNamed()
{
    MainWindow &window = openWindow();
    selectAMessage(window);
    QSet<QString> seen;
    const QList<ActionEntry> entries = actionsOf(window);
    for (const ActionEntry &entry : entries) {
        const bool opens =
            entry.action->text().contains(u'…') || entry.action->objectName() == u"actionAbout"_s;
        if (!opens || !entry.action->isEnabled())
            continue;
        entry.action->trigger();
        const auto dialogs = openDialogs(window);
        for (const QPointer<QWidget> &dialog : dialogs) {
            if (dialog.isNull())
                continue;
            seen.insert(dialog->objectName());
            if (!qobject_cast<QFontDialog *>(dialog)) // Qt's own
                checkNames(*dialog, 1);
            dialog->close();
        }
        QTRY_VERIFY2(openDialogs(window).isEmpty(), qPrintable(entry.title));
    }
    QVERIFY2(seen.size() >= 11, qPrintable(QStringList(seen.values()).join(u' ')));
}

void TestAccessibility::tabComesRound()
{
    MainWindow &window = openWindow();
    selectAMessage(window);
    LauncherFixture::find<QDockWidget>(window, u"publishDock"_s).show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto &list = LauncherFixture::find<MessageView>(window, u"messageView"_s);
    list.setFocus();
    const QList<QWidget *> forth = walk(&list, Qt::Key_Tab, {});
    QVERIFY(forth.size() > 12);
    for (QWidget *widget : reachable(window))
        QVERIFY2(forth.contains(widget), qPrintable(describe(widget)));
    list.setFocus();
    QList<QWidget *> back = walk(&list, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!back.isEmpty());
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, forth);
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
