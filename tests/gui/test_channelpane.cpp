// SPDX-License-Identifier: MIT
#include "channelsettings.h"
#include "sampletraffic.h"
#include "ui/channels/channeldelegate.h"
#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelpane.h"
#include "ui/channels/quietline.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// Subscribing and unsubscribing by mouse and keys.
class TestChannelPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepChannelSettingsApart(); }
    void init();
    void subscribesByReturn();
    void subscribesByButton();
    void saysWhatIsWrongWithAChannel_data();
    void saysWhatIsWrongWithAChannel();
    void keepsAnInvalidText();
    void completesKnownChannels();
    void offersKnownChannelsWhileEmpty();
    void unsubscribesByDeleteKey();
    void unsubscribesByButton();
    void copiesNames();
    void asksForTheMessagesOfAChannel();
    void goesFromOneRefusedChannelToTheNext();
    void saysWhatARecordWatcherWatches();
    void opensTheBuilderOfRecordWatchers();
    void tellsQuietFromDead();
    void asksForTheTimeOnlyWhileVisible();
    void aLongRefusalGetsMoreRoom();
    void aRefusalThatIsCutSaysSo();

private:
    void show(const QList<SubscriptionInfo> &subscriptions)
    {
        m_model->setSubscriptions(subscriptions);
    }

    [[nodiscard]] QModelIndex row(int number) const { return m_list->model()->index(number, 0); }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<ChannelModel> m_model;
    std::unique_ptr<ChannelHabits> m_habits;
    std::unique_ptr<ChannelPane> m_pane;
    std::unique_ptr<QSignalSpy> m_subscribe;
    std::unique_ptr<QSignalSpy> m_unsubscribe;
    QLineEdit *m_field = nullptr;
    QTreeView *m_list = nullptr;
};

namespace {

SubscriptionInfo wanted(const char *pattern)
{
    SubscriptionInfo info;
    info.pattern = *ChannelPattern::parse(pattern);
    info.state = SubscriptionState::Subscribed;
    return info;
}

QString patternOf(const QSignalSpy &spy, qsizetype i = 0)
{
    return spy.at(i).first().value<ChannelPattern>().toString();
}

} // namespace

void TestChannelPane::init()
{
    qRegisterMetaType<ChannelPattern>();
    m_pane.reset();
    m_habits.reset();
    m_model.reset();
    QSettings().clear();
    m_store = memoryStore();
    m_model = std::make_unique<ChannelModel>(*m_store);
    m_habits = std::make_unique<ChannelHabits>(u"instance"_s);
    m_pane = std::make_unique<ChannelPane>(*m_model, *m_habits);
    m_subscribe = std::make_unique<QSignalSpy>(m_pane.get(), &ChannelPane::subscribeRequested);
    m_unsubscribe = std::make_unique<QSignalSpy>(m_pane.get(), &ChannelPane::unsubscribeRequested);
    m_field = m_pane->findChild<QLineEdit *>(u"subscribeField"_s);
    m_list = m_pane->findChild<QTreeView *>(u"channelList"_s);
    m_pane->resize(300, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestChannelPane::subscribesByReturn()
{
    QTest::keyClicks(m_field, u" /a/** "_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_subscribe->size(), 1);
    QCOMPARE(patternOf(*m_subscribe), u"/a/**"_s);
    QCOMPARE(m_field->text(), QString());
}

void TestChannelPane::subscribesByButton()
{
    auto *button = m_pane->findChild<QPushButton *>(u"subscribeButton"_s);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(m_field, u"/a"_s);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_subscribe->size(), 1);
}

void TestChannelPane::saysWhatIsWrongWithAChannel_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no slash") << u"incident"_s;
    QTest::newRow("empty segment") << u"/a//b"_s;
    QTest::newRow("wildcard in the middle") << u"/a/*/b"_s;
    QTest::newRow("forbidden character") << u"/a/b?c"_s;
}

void TestChannelPane::saysWhatIsWrongWithAChannel()
{
    QFETCH(const QString, text);
    const auto *hint = m_pane->findChild<ElidedLabel *>(u"subscribeHint"_s);
    const QString before = hint->text();
    QTest::keyClicks(m_field, text);
    QVERIFY(hint->text() != before);
    QCOMPARE(hint->text(), ChannelPattern::parse(text.toUtf8()).error().text);
}

void TestChannelPane::keepsAnInvalidText()
{
    QTest::keyClicks(m_field, u"/a//b"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_subscribe->size(), 0);
    QCOMPARE(m_field->text(), u"/a//b"_s);
}

void TestChannelPane::completesKnownChannels()
{
    m_pane->setKnownChannels({u"/rw/default/incident/abc"_s, u"/chat"_s});
    QTest::keyClicks(m_field, u"incid"_s);
    QCompleter *completer = m_field->completer();
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->currentCompletion(), u"/rw/default/incident/abc"_s);
}

void TestChannelPane::offersKnownChannelsWhileEmpty()
{
    m_pane->setKnownChannels({u"/first"_s, u"/second"_s});
    auto *empty = m_pane->findChild<QWidget *>(u"channelsEmpty"_s);
    QVERIFY(empty->isVisible());
    const auto offered = m_pane->findChildren<QPushButton *>(u"suggestion"_s);
    QCOMPARE(offered.size(), 2);
    QTest::mouseClick(offered.last(), Qt::LeftButton);
    QCOMPARE(patternOf(*m_subscribe), u"/second"_s);
    show({wanted("/second")});
    QVERIFY(!empty->isVisible());
    QVERIFY(m_list->isVisible());
}

void TestChannelPane::unsubscribesByDeleteKey()
{
    show({wanted("/a"), wanted("/b")});
    m_list->setCurrentIndex(row(1));
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(m_unsubscribe->size(), 1);
    QCOMPARE(patternOf(*m_unsubscribe), u"/b"_s);
}

void TestChannelPane::unsubscribesByButton()
{
    show({wanted("/a"), wanted("/b"), wanted("/c")});
    auto *button = m_pane->findChild<QPushButton *>(u"unsubscribeButton"_s);
    QVERIFY(!button->isEnabled());
    m_list->selectAll();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_unsubscribe->size(), 3);
    QCOMPARE(patternOf(*m_unsubscribe, 2), u"/c"_s);
}

void TestChannelPane::copiesNames()
{
    show({wanted("/a"), wanted("/b/*")});
    m_list->selectAll();
    QTest::keySequence(m_list, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/a\n/b/*"_s);
}

void TestChannelPane::asksForTheMessagesOfAChannel()
{
    show({wanted("/a"), wanted("/b/**")});
    QSignalSpy wishes(m_pane.get(), &ChannelPane::filterRequested);
    const QPoint second = m_list->visualRect(row(1)).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(wishes.size(), 1);
    QCOMPARE(wishes.takeFirst().first().toStringList(), QStringList({u"/b/**"_s}));
    m_list->selectAll();
    QTest::keyClick(m_list, Qt::Key_Return);
    QCOMPARE(wishes.takeFirst().first().toStringList(), QStringList({u"/a"_s, u"/b/**"_s}));
    emit m_list->customContextMenuRequested(second);
    m_pane->findChild<QMenu *>(u"channelMenu"_s)
        ->findChild<QAction *>(u"actionShowOnly"_s)
        ->trigger();
    QCOMPARE(wishes.size(), 1);
}

void TestChannelPane::goesFromOneRefusedChannelToTheNext()
{
    QList<SubscriptionInfo> infos{wanted("/a"), wanted("/b"), wanted("/c")};
    infos[0].state = SubscriptionState::Refused;
    infos[2].state = SubscriptionState::Refused;
    show(infos);
    for (const int expected : {0, 2, 0}) {
        m_pane->goToRefused();
        QCOMPARE(m_list->currentIndex().row(), expected);
        QVERIFY(m_list->selectionModel()->isSelected(row(expected)));
    }
}

void TestChannelPane::saysWhatARecordWatcherWatches()
{
    const QString name = u"/rw/default/incident/YWN0aXZlPXRydWU-"_s;
    show({wanted(qPrintable(name)),
          wanted("/rw/count/task/c3RhdGVDSEFOR0VTVE82"),
          wanted("/rw/**"),
          wanted("/chat")});
    const QModelIndex index = row(0);
    QCOMPARE(index.data().toString(), u"incident · active=true"_s);
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(name));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith(u"incident · active=true."_s));
    QCOMPARE(row(1).data().toString(), u"task · count · state changes to 6"_s);
    QCOMPARE(row(2).data().toString(), u"/rw/**"_s);
    QCOMPARE(row(3).data().toString(), u"/chat"_s);
    m_list->setCurrentIndex(index);
    QTest::keySequence(m_list, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), name);
}

void TestChannelPane::opensTheBuilderOfRecordWatchers()
{
    const QSignalSpy watch(m_pane.get(), &ChannelPane::watchRequested);
    QTest::mouseClick(m_pane->findChild<QPushButton *>(u"watchButton"_s), Qt::LeftButton);
    QCOMPARE(watch.size(), 1);
    QCOMPARE(watch.last().first().toString(), QString());

    show({wanted("/rw/default/incident/YWN0aXZlPXRydWU-"), wanted("/chat")});
    const auto edit = [this](int row) {
        emit m_list->customContextMenuRequested(m_list->visualRect(this->row(row)).center());
        auto *menu = m_pane->findChild<QMenu *>(u"channelMenu"_s);
        auto *action = menu->findChild<QAction *>(u"actionEditWatcher"_s);
        const bool isThere = action != nullptr;
        if (isThere)
            action->trigger();
        delete menu;
        return isThere;
    };
    QVERIFY(edit(0));
    QCOMPARE(watch.size(), 2);
    QCOMPARE(watch.last().first().toString(), u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    QVERIFY(!edit(1));
}

void TestChannelPane::tellsQuietFromDead()
{
    const auto *text = m_pane->findChild<QLabel *>(u"quietText"_s);
    QCOMPARE(text->text(), u"Not connected: nothing can come."_s);
    ConnectionStatus status;
    status.state = ConnectionState::Connected;
    status.since = now() - std::chrono::hours(1);
    status.lastReply = now() - std::chrono::seconds(70);
    status.replyDue = now() + std::chrono::hours(1);
    m_model->setConnection(status);
    SubscriptionInfo info = wanted("/a");
    info.acknowledged = now() - std::chrono::minutes(30);
    show({info, wanted("/b")});
    QVERIFY2(text->text().endsWith(u"it is alive. No message came so far."_s),
             qPrintable(text->text()));
    m_list->setCurrentIndex(row(0));
    QVERIFY2(text->text().startsWith(u"Nothing in 30 min so far."_s)
                 && text->text().endsWith(u"the channel is quiet."_s),
             qPrintable(text->text()));
    const QString tip = row(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"the channel is quiet."_s), qPrintable(tip));
    m_list->selectAll(); // of several nothing can be said in one sentence
    QVERIFY(text->text().endsWith(u"No message came so far."_s));
}

void TestChannelPane::asksForTheTimeOnlyWhileVisible()
{
    auto *line = m_pane->findChild<QuietLine *>(u"quietLine"_s);
    QSignalSpy refresh(line, &QuietLine::refreshRequested);
    m_pane->hide();
    m_pane->show();
    QCOMPARE(refresh.size(), 1);
    QTRY_COMPARE_GE(refresh.size(), 2);
}

void TestChannelPane::aLongRefusalGetsMoreRoom()
{
    SubscriptionInfo refused = wanted("/no");
    refused.state = SubscriptionState::Refused;
    refused.refusal = u"Either the channel is not a public channel or http session is not mapped "
                      "against glide session with a valid user"_s;
    refused.explanation = u"Sign in again."_s;
    show({wanted("/a"), refused});
    const int normal = m_list->visualRect(row(0)).height();
    QTRY_VERIFY(m_list->visualRect(row(1)).height() > normal + 20);
}

void TestChannelPane::aRefusalThatIsCutSaysSo()
{
    const QFont font = m_pane->font();
    const QString shortText = u"Refused: no such channel."_s;
    QCOMPARE(ChannelDelegate::fitted(shortText, font, 200, 8), shortText);
    const QString words = u"Denied authorization to subscribe. "_s.repeated(20);
    const QString fitted = ChannelDelegate::fitted(words, font, 200, 8);
    QVERIFY(fitted.endsWith(u'…'));
    QVERIFY(words.startsWith(fitted.chopped(1).trimmed()));
    QVERIFY(fitted.size() < words.size());
    QCOMPARE(ChannelDelegate::fitted(fitted, font, 200, 8), fitted); // and all of it is shown
}

QTEST_MAIN(TestChannelPane)
#include "test_channelpane.moc"
