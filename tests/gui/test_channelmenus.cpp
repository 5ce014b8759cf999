// SPDX-License-Identifier: MIT
#include "channelsettings.h"
#include "sampletraffic.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelpane.h"
#include "ui/channels/channelpastedialog.h"
#include "ui/channels/channelsets.h"
#include "ui/channels/channeltree.h"
#include "ui/channels/channeltreeview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace amb;
using namespace Qt::StringLiterals;

/// The list of channels by mouse and keys: tree, columns, what one makes of channels, many at once.
class TestChannelMenus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepChannelSettingsApart(); }
    void init();
    void togglesTheTreeAndRemembersIt();
    void walksTheTreeByKeys();
    void keepsWhatIsFoldedAndSelected();
    void unsubscribesFromAllBelowASegment();
    void keepsTheSelectedChannelInViewWhenItShrinks();
    void findsInTheList();
    void goesOnFromTheFindFieldByKeys();
    void switchesColumnsOnAndRemembersThem();
    void ignoresNonsenseInTheSettings();
    void marksFavourites();
    void givesAnAlias();
    void givesAColour();
    void mutesAndSolosSeveral();
    void setsTheLimitOfSilence();
    void unsubscribesFromManyByMenu();
    void wishesToPublishToAChannel();
    void copiesWhyAChannelIsRefused();
    void asksForARefusedChannelAgain();
    void subscribesToPastedLines();
    void keepsPastedLinesThatAreWrong();
    void savesSubscribesAndDeletesASet();

private:
    void makePane();
    void show(const QByteArrayList &patterns);
    void showRefused();
    [[nodiscard]] QModelIndex row(int number, const QModelIndex &parent = {}) const
    {
        return m_list->model()->index(number, 0, parent);
    }
    [[nodiscard]] QString names() const;
    void choose(const QString &action, const QString &text = {});
    [[nodiscard]] QMenu &more() const;
    [[nodiscard]] QStringList wishes(const QSignalSpy &spy) const;

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<ChannelModel> m_model;
    std::unique_ptr<ChannelHabits> m_habits;
    std::unique_ptr<ChannelPane> m_pane;
    std::unique_ptr<QSignalSpy> m_subscribe;
    std::unique_ptr<QSignalSpy> m_unsubscribe;
    ChannelTreeView *m_list = nullptr;
};

void TestChannelMenus::init()
{
    m_pane.reset();
    m_habits.reset();
    m_model.reset();
    QSettings().clear();
    m_store = memoryStore();
    m_model = std::make_unique<ChannelModel>(*m_store);
    m_habits = std::make_unique<ChannelHabits>(u"instance"_s);
    makePane();
}

void TestChannelMenus::makePane()
{
    m_pane = std::make_unique<ChannelPane>(*m_model, *m_habits);
    m_subscribe = std::make_unique<QSignalSpy>(m_pane.get(), &ChannelPane::subscribeRequested);
    m_unsubscribe = std::make_unique<QSignalSpy>(m_pane.get(), &ChannelPane::unsubscribeRequested);
    m_list = m_pane->findChild<ChannelTreeView *>(u"channelList"_s);
    m_pane->resize(320, 600);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestChannelMenus::show(const QByteArrayList &patterns)
{
    QList<SubscriptionInfo> subscriptions;
    for (const QByteArray &pattern : patterns) {
        SubscriptionInfo info;
        info.pattern = *ChannelPattern::parse(pattern);
        info.state = SubscriptionState::Subscribed;
        subscriptions.append(info);
    }
    m_model->setSubscriptions(subscriptions);
}

/// All rows that are unfolded.
QString TestChannelMenus::names() const
{
    QStringList names;
    for (QModelIndex index = row(0); index.isValid(); index = m_list->indexBelow(index))
        names.append(index.data().toString());
    return names.join(u' ');
}

/// An item of the context menu of what is selected; with text the one of those that reads so.
void TestChannelMenus::choose(const QString &action, const QString &text)
{
    emit m_list->customContextMenuRequested(m_list->visualRect(m_list->currentIndex()).center());
    auto *menu = m_pane->findChild<QMenu *>(u"channelMenu"_s);
    QVERIFY(menu != nullptr);
    const auto actions = menu->findChildren<QAction *>(action);
    const auto found = std::find_if(actions.begin(), actions.end(), [&text](const QAction *one) {
        return text.isEmpty() || one->text() == text;
    });
    QVERIFY2(found != actions.end(), qPrintable(action));
    (*found)->trigger();
    delete menu;
}

QMenu &TestChannelMenus::more() const
{
    QMenu *menu = m_pane->findChild<QToolButton *>(u"channelMoreButton"_s)->menu();
    emit menu->aboutToShow();
    return *menu;
}

QStringList TestChannelMenus::wishes(const QSignalSpy &spy) const
{
    QStringList names;
    for (const QList<QVariant> &arguments : spy)
        names.append(arguments.first().value<ChannelPattern>().toString());
    return names;
}

void TestChannelMenus::togglesTheTreeAndRemembersIt()
{
    show({"/a/x", "/b", "/a/y"});
    QCOMPARE(names(), u"/a/x /b /a/y"_s);
    auto *button = m_pane->findChild<QToolButton *>(u"channelTreeButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(names(), u"/a /x /y /b"_s);
    makePane();
    QCOMPARE(names(), u"/a /x /y /b"_s);
    button = m_pane->findChild<QToolButton *>(u"channelTreeButton"_s);
    QVERIFY(button->isChecked());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(names(), u"/a/x /b /a/y"_s);
}

void TestChannelMenus::walksTheTreeByKeys()
{
    show({"/a/x", "/a/y", "/b"});
    m_list->setTree(true);
    m_list->setFocus();
    m_list->setCurrentIndex(row(0));
    QTest::keyClick(m_list, Qt::Key_Left);
    QCOMPARE(names(), u"/a /b"_s);
    QTest::keyClick(m_list, Qt::Key_Right);
    QCOMPARE(names(), u"/a /x /y /b"_s);
    QTest::keyClick(m_list, Qt::Key_Down);
    QTest::keyClick(m_list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(wishes(*m_unsubscribe), (QStringList{u"/a/x"_s, u"/a/y"_s}));
}

void TestChannelMenus::keepsWhatIsFoldedAndSelected()
{
    show({"/a/x", "/a/y", "/b/x", "/b/y"});
    m_list->setTree(true);
    m_list->setExpanded(row(0), false);
    m_list->setCurrentIndex(row(1, row(1)));
    show({"/0", "/a/x", "/a/y", "/b/x", "/b/y", "/c"});
    QCOMPARE(names(), u"/0 /a /b /x /y /c"_s);
    QCOMPARE(m_list->currentIndex(), row(1, row(2)));
    QCOMPARE(m_list->selectedPatterns().size(), 1);
    QCOMPARE(m_list->selectedPatterns().constFirst().toString(), u"/b/y"_s);
    m_list->setTree(false);
    QCOMPARE(m_list->selectedPatterns().constFirst().toString(), u"/b/y"_s);
    show({"/0", "/a/x"}); // what was current is gone: keys begin near it
    QVERIFY(m_list->currentIndex().isValid());
    QVERIFY(m_list->selectedPatterns().isEmpty());
}

void TestChannelMenus::unsubscribesFromAllBelowASegment()
{
    show({"/a/x", "/b", "/a/y"});
    m_list->setTree(true);
    m_list->setExpanded(row(0), false);
    m_list->setCurrentIndex(row(0));
    QTest::mouseClick(m_pane->findChild<QPushButton *>(u"unsubscribeButton"_s), Qt::LeftButton);
    QCOMPARE(wishes(*m_unsubscribe), (QStringList{u"/a/x"_s, u"/a/y"_s}));
}

void TestChannelMenus::keepsTheSelectedChannelInViewWhenItShrinks()
{
    QByteArrayList many;
    for (int i = 0; i < 40; ++i)
        many.append("/a/" + QByteArray::number(i));
    show(many);
    m_list->setCurrentIndex(row(39));
    m_list->scrollTo(row(39));
    m_pane->resize(320, 480);
    QTRY_VERIFY(m_pane->height() == 480);
    QTRY_VERIFY(m_list->viewport()->rect().contains(m_list->visualRect(row(39)).center()));
}

void TestChannelMenus::findsInTheList()
{
    show({"/chat/one", "/rw/default/incident/YWN0aXZlPXRydWU-", "/chat/two"});
    auto *find = m_pane->findChild<QLineEdit *>(u"channelFind"_s);
    QTest::keyClicks(find, u"active"_s);
    QCOMPARE(names(), u"incident · active=true"_s);
    find->clear();
    QTest::keyClicks(find, u"two"_s);
    QCOMPARE(names(), u"/chat/two"_s);
    m_list->setTree(true);
    QCOMPARE(names(), u"/chat/two"_s);
    QTest::keyClicks(find, u"x"_s);
    const auto *notFound = m_pane->findChild<QLabel *>(u"channelsNotFound"_s);
    QVERIFY(notFound->isVisible());
    QVERIFY(notFound->text().contains(u"“twox”"_s));
    find->clear();
    QVERIFY(m_list->isVisible());
}

void TestChannelMenus::goesOnFromTheFindFieldByKeys()
{
    show({"/a", "/b", "/c"});
    auto *find = m_pane->findChild<QLineEdit *>(u"channelFind"_s);
    find->setFocus();
    QTest::keyClicks(find, u"b"_s);
    QTest::keyClick(find, Qt::Key_Down);
    QCOMPARE(m_list->selectedPatterns().size(), 1);
    QCOMPARE(m_list->selectedPatterns().constFirst().toString(), u"/b"_s);
    QVERIFY(m_list->hasFocus());
    QTest::keyClick(find, Qt::Key_Escape);
    QCOMPARE(find->text(), QString());
    QCOMPARE(names(), u"/a /b /c"_s);
    QCOMPARE(m_list->selectedPatterns().constFirst().toString(), u"/b"_s);
}

void TestChannelMenus::switchesColumnsOnAndRemembersThem()
{
    show({"/a"});
    QVERIFY(m_list->header()->isHidden());
    const auto toggle = [this](const QString &column) {
        const QMenu &menu = more();
        menu.findChild<QAction *>(u"channelColumn-"_s + column)->trigger();
    };
    toggle(u"rate"_s);
    toggle(u"last"_s);
    QVERIFY(!m_list->header()->isHidden());
    QVERIFY(!m_list->isColumnHidden(ChannelTree::RateColumn));
    makePane();
    QVERIFY(!m_list->isColumnHidden(ChannelTree::RateColumn));
    QVERIFY(!m_list->isColumnHidden(ChannelTree::LastColumn));
    QVERIFY(m_list->isColumnHidden(ChannelTree::MessagesColumn));
    toggle(u"rate"_s);
    toggle(u"last"_s);
    QVERIFY(m_list->header()->isHidden());
}

void TestChannelMenus::ignoresNonsenseInTheSettings()
{
    QSettings().setValue(u"channels/columns"_s, QStringList{u"name"_s, u"nonsense"_s, {}});
    QSettings().setValue(u"channels/isTree"_s, QByteArray("\x01\x02"));
    makePane();
    show({"/a"});
    QVERIFY(m_list->header()->isHidden());
    QVERIFY(!m_list->isColumnHidden(ChannelTree::NameColumn));
}

void TestChannelMenus::marksFavourites()
{
    show({"/a", "/b"});
    m_list->setCurrentIndex(row(1));
    choose(u"actionFavourite"_s);
    QCOMPARE(names(), u"/b /a"_s);
    QCOMPARE(m_list->selectedPatterns().constFirst().toString(), u"/b"_s);
    choose(u"actionFavourite"_s);
    QCOMPARE(names(), u"/a /b"_s);
}

void TestChannelMenus::givesAnAlias()
{
    show({"/a"});
    m_list->setCurrentIndex(row(0));
    const auto answer = [this](const QString &text) {
        choose(u"actionAlias"_s);
        auto *dialog = m_pane->findChild<QInputDialog *>(u"aliasDialog"_s);
        dialog->setTextValue(text);
        dialog->accept();
        delete dialog;
    };
    answer(u" The <b>first</b> "_s);
    QCOMPARE(names(), u"The <b>first</b>"_s);
    answer(u""_s);
    QCOMPARE(names(), u"/a"_s);
    answer(u"/a"_s); // what was offered is no alias
    QVERIFY(m_habits->of(u"/a"_s).alias.isEmpty());
}

void TestChannelMenus::givesAColour()
{
    show({"/a", "/b"});
    m_list->selectAll();
    choose(u"channelColour"_s, u"Green"_s);
    QVERIFY(m_habits->of(u"/a"_s).colour.isValid());
    QCOMPARE(m_habits->of(u"/b"_s).colour, m_habits->of(u"/a"_s).colour);
    choose(u"channelColour"_s, u"None"_s);
    QVERIFY(!m_habits->of(u"/a"_s).colour.isValid());
}

void TestChannelMenus::mutesAndSolosSeveral()
{
    show({"/a", "/b", "/c"});
    m_list->selectPatterns({*ChannelPattern::parse("/a"), *ChannelPattern::parse("/c")});
    choose(u"actionMute"_s);
    QCOMPARE(m_habits->muted(), (QStringList{u"/a"_s, u"/c"_s}));
    choose(u"actionSolo"_s);
    QCOMPARE(m_habits->solo().size(), 2);
    more().findChild<QAction *>(u"actionEndSolo"_s)->trigger();
    QCOMPARE(m_habits->solo().size(), 0);
    more().findChild<QAction *>(u"actionUnmuteAll"_s)->trigger();
    QCOMPARE(m_habits->muted().size(), 0);
    QVERIFY(!more().findChild<QAction *>(u"actionUnmuteAll"_s)->isEnabled());
}

void TestChannelMenus::setsTheLimitOfSilence()
{
    show({"/a"});
    m_list->setCurrentIndex(row(0));
    choose(u"channelSilenceLimit"_s, u"After 5 min"_s);
    QCOMPARE(m_habits->of(u"/a"_s).silence, std::chrono::minutes(5));
    choose(u"channelSilenceLimit"_s, u"Other…"_s);
    auto *dialog = m_pane->findChild<QInputDialog *>(u"silenceDialog"_s);
    QCOMPARE(dialog->intValue(), 5);
    dialog->setIntValue(42);
    dialog->accept();
    QCOMPARE(m_habits->of(u"/a"_s).silence, std::chrono::minutes(42));
    choose(u"channelSilenceLimit"_s, u"Never"_s);
    QCOMPARE(m_habits->of(u"/a"_s).silence, std::chrono::minutes(0));
}

void TestChannelMenus::wishesToPublishToAChannel()
{
    show({"/a/x", "/c/**"});
    const QSignalSpy wished(m_pane.get(), &ChannelPane::publishRequested);
    m_list->setCurrentIndex(row(1));
    choose(u"actionPublishTo"_s); // not to a pattern
    QCOMPARE(wished.size(), 0);
    m_list->setCurrentIndex(row(0));
    choose(u"actionPublishTo"_s);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().toString(), u"/a/x"_s);
}

void TestChannelMenus::copiesWhyAChannelIsRefused()
{
    showRefused();
    m_list->setCurrentIndex(row(0));
    choose(u"actionCopyReason"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"/a\nDenied.\nAsk an administrator of the instance."_s);
}

void TestChannelMenus::asksForARefusedChannelAgain()
{
    showRefused();
    m_list->setCurrentIndex(row(0));
    choose(u"actionSubscribeAgain"_s);
    QCOMPARE(wishes(*m_subscribe), QStringList{u"/a"_s});
}

void TestChannelMenus::showRefused()
{
    SubscriptionInfo info;
    info.pattern = *ChannelPattern::parse("/a");
    info.state = SubscriptionState::Refused;
    info.refusal = u"Denied."_s;
    info.explanation = u"Ask an administrator of the instance."_s;
    m_model->setSubscriptions({info});
}

void TestChannelMenus::unsubscribesFromManyByMenu()
{
    show({"/a", "/b", "/c"});
    m_list->selectAll();
    choose(u"actionUnsubscribe"_s, u"&Unsubscribe from 3 Channels"_s);
    QCOMPARE(m_unsubscribe->size(), 3);
}

void TestChannelMenus::subscribesToPastedLines()
{
    more().findChild<QAction *>(u"actionSubscribeMany"_s)->trigger();
    auto *dialog = m_pane->findChild<ChannelPasteDialog *>();
    auto *button = dialog->findChild<QPushButton *>(u"channelPasteSubscribe"_s);
    QVERIFY(!button->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"channelPasteText"_s)
        ->setPlainText(u"# mine\n/a\n/b/**\n/a\n"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"channelPasteSummary"_s)->text(),
             u"2 channels to subscribe to. 1 channel given more than once."_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wishes(*m_subscribe), (QStringList{u"/a"_s, u"/b/**"_s}));
    QVERIFY(!dialog->isVisible());
}

void TestChannelMenus::keepsPastedLinesThatAreWrong()
{
    more().findChild<QAction *>(u"actionSubscribeMany"_s)->trigger();
    auto *dialog = m_pane->findChild<ChannelPasteDialog *>();
    auto *text = dialog->findChild<QPlainTextEdit *>(u"channelPasteText"_s);
    auto *problems = dialog->findChild<QListWidget *>(u"channelPasteProblems"_s);
    auto *button = dialog->findChild<QPushButton *>(u"channelPasteSubscribe"_s);
    text->setPlainText(u"/a\n  incident\n/b\n/b//c"_s);
    QCOMPARE(problems->count(), 2);
    QVERIFY(problems->item(0)->text().startsWith(u"Line 2: "_s));
    QVERIFY(problems->item(1)->text().startsWith(u"Line 4: "_s));
    problems->setCurrentRow(1);
    QCOMPARE(text->textCursor().blockNumber(), 3);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wishes(*m_subscribe), (QStringList{u"/a"_s, u"/b"_s}));
    QVERIFY(dialog->isVisible());
    QCOMPARE(text->toPlainText(), u"  incident\n/b//c"_s);
    QVERIFY(!button->isEnabled());
    text->setPlainText(u"/incident"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_subscribe->size(), 3);
    QVERIFY(!dialog->isVisible());
}

void TestChannelMenus::savesSubscribesAndDeletesASet()
{
    show({"/a", "/b"});
    more().findChild<QAction *>(u"actionSaveSet"_s)->trigger();
    auto *dialog = m_pane->findChild<QInputDialog *>(u"setNameDialog"_s);
    dialog->setTextValue(u"R&D"_s);
    dialog->accept();
    QCOMPARE(ChannelSets().all().size(), 1);
    show({});
    makePane();
    QMenu *set = more().findChild<QMenu *>(u"channelSet"_s);
    QCOMPARE(set->title(), u"R&&D"_s);
    set->findChild<QAction *>(u"actionSubscribeSet"_s)->trigger();
    QCOMPARE(wishes(*m_subscribe), (QStringList{u"/a"_s, u"/b"_s}));
    more()
        .findChild<QMenu *>(u"channelSet"_s)
        ->findChild<QAction *>(u"actionDeleteSet"_s)
        ->trigger();
    QCOMPARE(ChannelSets().all().size(), 0);
}

QTEST_MAIN(TestChannelMenus)
#include "test_channelmenus.moc"
