// SPDX-License-Identifier: MIT
#include "ui/channels/channelhabits.h"
#include "ui/channels/silencenotice.h"
#include "ui/connection/connectiondetails.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticebar.h"
#include "windowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// The whole window on a real monitor and the demo instance.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init() { WindowFixture::forgetSettings(); }

    void saysThatItIsConnectedAndHow();
    void subscribesByTyping();
    void showsWhatWasSubscribedLast();
    void showsWhyAChannelWasRefused();
    void unsubscribes();
    void saysWhetherTheConnectionIsQuietOrDead();
    void leavesMutedChannelsOut();
    void makesARowOfASilence();
    void fallsBackVisiblyAndSaysWhy();
    void triesWebSocketOnDemand();
    void changesTheTransportPreference();
    void showsTheDetailsToReadAndCopy();
    void publishesAndShowsWhatCameOfIt();
    void inspectsTheSelectedMessage();
    void followsByMenuAndKey();
    void saysWhenRecordingFailed();
    void saysWhenSigningInFailed();
    void saysWhyItEndedForGood();
    void disconnectsAndConnectsByMenu();
    void watchesRecordsFromTheMenu();
};

void TestMainWindow::saysThatItIsConnectedAndHow()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    QVERIFY(fixture.find<QToolButton>(u"transportChip"_s).text().startsWith(u"WebSocket"_s));
    QVERIFY(fixture.window().windowTitle().contains(u"Connected"_s));
    QVERIFY(!fixture.find<QPushButton>(u"retryButton"_s).isVisible());
    QCOMPARE(fixture.label(u"connectionReason"_s), QString());
    QTRY_VERIFY(fixture.label(u"sessionLeft"_s).contains(u"left"_s));
}

void TestMainWindow::subscribesByTyping()
{
    WindowFixture fixture;
    auto &field = fixture.find<QLineEdit>(u"subscribeField"_s);
    QTest::keyClicks(&field, u"/demo/one"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 1);
    QTRY_COMPARE(fixture.monitor().subscriptions().first().state, SubscriptionState::Subscribed);
    const auto &list = fixture.find<QTreeView>(u"channelList"_s);
    QVERIFY(list.isVisible());
    QVERIFY(list.model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(u"/demo/one. Subscribed"_s));

    fixture.deliver("/demo/one", R"({"text":"hello"})");
    const auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QTRY_VERIFY(fixture.hasMessage(messages, u"/demo/one"_s));
}

void TestMainWindow::showsWhatWasSubscribedLast()
{
    WindowFixture fixture;
    auto &field = fixture.find<QLineEdit>(u"subscribeField"_s);
    auto &list = fixture.find<QTreeView>(u"channelList"_s);
    for (int i = 0; i < 30; ++i) {
        QTest::keyClicks(&field, u"/demo/%1"_s.arg(i));
        QTest::keyClick(&field, Qt::Key_Return);
    }
    QTRY_COMPARE(list.model()->rowCount(), 30);
    QTRY_COMPARE(list.currentIndex().data().toString(), u"/demo/29"_s);
    QVERIFY(list.selectionModel()->isSelected(list.currentIndex()));
    QTRY_VERIFY(list.viewport()->rect().contains(list.visualRect(list.currentIndex()).center()));
}

void TestMainWindow::showsWhyAChannelWasRefused()
{
    WindowFixture fixture;
    auto &field = fixture.find<QLineEdit>(u"subscribeField"_s);
    QTest::keyClicks(&field, u"/no/such/channel"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    const auto *model = fixture.find<QTreeView>(u"channelList"_s).model();
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_VERIFY(
        model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Refused: "_s));
    const SubscriptionInfo info = fixture.monitor().subscriptions().first();
    const QString said = model->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(info.refusal) && said.contains(info.explanation), qPrintable(said));
    const QString toolTip = model->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"check the name"_s) && toolTip.contains(u"KB0622691"_s),
             qPrintable(toolTip));
    auto &refused = fixture.find<QToolButton>(u"statusRefused"_s);
    QTRY_COMPARE(refused.text(), u"refused: 1"_s);
    QTest::mouseClick(&refused, Qt::LeftButton);
    auto &list = fixture.find<QTreeView>(u"channelList"_s);
    QVERIFY(list.hasFocus());
    QCOMPARE(list.currentIndex().row(), 0);
}

void TestMainWindow::unsubscribes()
{
    WindowFixture fixture;
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
    auto &list = fixture.find<QTreeView>(u"channelList"_s);
    QTRY_COMPARE(list.model()->rowCount(), 1);
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Delete);
    QTRY_COMPARE(list.model()->rowCount(), 0);
    QVERIFY(fixture.find<QWidget>(u"channelsEmpty"_s).isVisible());
}

void TestMainWindow::saysWhetherTheConnectionIsQuietOrDead()
{
    WindowFixture fixture;
    const auto &text = fixture.find<QLabel>(u"quietText"_s);
    QTRY_VERIFY2(text.text().contains(u"No message came so far."_s), qPrintable(text.text()));
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
    auto &list = fixture.find<QTreeView>(u"channelList"_s);
    QTRY_COMPARE(list.model()->rowCount(), 1);
    list.setCurrentIndex(list.model()->index(0, 0));
    QTRY_VERIFY2(text.text().endsWith(u"the channel is quiet."_s), qPrintable(text.text()));
    fixture.monitor().stop();
    QTRY_VERIFY2(text.text().endsWith(u"nothing can come."_s), qPrintable(text.text()));
}

void TestMainWindow::leavesMutedChannelsOut()
{
    WindowFixture::forgetSettings();
    WindowFixture fixture;
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/**"));
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 1);
    QTRY_COMPARE(fixture.monitor().subscriptions().first().state, SubscriptionState::Subscribed);
    auto *habits = fixture.window().findChild<ChannelHabits *>();
    habits->change({u"/demo/one"_s}, [](ChannelHabit &habit) { habit.isMuted = true; });
    const auto &bar = fixture.find<QWidget>(u"scopeBar"_s);
    QVERIFY(bar.isVisible());
    fixture.deliver("/demo/one", R"({"text":"hello"})");
    fixture.deliver("/demo/two", R"({"text":"hello"})");
    const auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QTRY_VERIFY(fixture.hasMessage(messages, u"/demo/two"_s));
    QVERIFY(!fixture.hasMessage(messages, u"/demo/one"_s));
    QTest::mouseClick(bar.findChild<QPushButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_VERIFY(fixture.hasMessage(messages, u"/demo/one"_s));
    QVERIFY(!bar.isVisible());
}

void TestMainWindow::makesARowOfASilence()
{
    WindowFixture fixture;
    auto &notice = fixture.find<SilenceNotice>(u"silenceNotice"_s);
    const SilenceWatch::Channel channel{u"/demo/one"_s, std::chrono::minutes(5), {}};
    notice.watch().look({channel}, Timestamp(std::chrono::minutes(100)));
    notice.watch().look({channel}, Timestamp(std::chrono::minutes(105)));
    QVERIFY(notice.isVisible());
    const auto *history = fixture.find<QTreeView>(u"historyList"_s).model();
    const auto hasSilence = [history] {
        for (int row = 0; row < history->rowCount(); ++row) {
            if (history->index(row, 1).data().toString() == u"silence"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(hasSilence());
}

void TestMainWindow::fallsBackVisiblyAndSaysWhy()
{
    WindowFixture fixture(u"websocket-off"_s);
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    const auto &chip = fixture.find<QToolButton>(u"transportChip"_s);
    QTRY_VERIFY2(chip.text().startsWith(u"Long-polling — fell back"_s), qPrintable(chip.text()));
    const QString reason = fixture.monitor().status().transportReason;
    QVERIFY(!reason.isEmpty());
    QVERIFY(fixture.label(u"connectionReason"_s).startsWith(reason));
    QVERIFY(chip.toolTip().contains(reason.toHtmlEscaped()));
}

void TestMainWindow::triesWebSocketOnDemand()
{
    WindowFixture fixture(u"websocket-refused=503"_s);
    auto &action = fixture.find<QAction>(u"actionTryWebSocket"_s);
    QTRY_VERIFY(action.isEnabled());
    fixture.setFaults({});
    action.trigger();
    QTRY_VERIFY(fixture.find<QToolButton>(u"transportChip"_s).text().startsWith(u"WebSocket"_s));
    QVERIFY(!action.isEnabled());
    QCOMPARE(fixture.label(u"connectionReason"_s), QString());
}

void TestMainWindow::changesTheTransportPreference()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    fixture.find<QAction>(u"actionPreference2"_s).trigger();
    const auto &chip = fixture.find<QToolButton>(u"transportChip"_s);
    QTRY_VERIFY2(chip.text().startsWith(u"Long-polling"_s), qPrintable(chip.text()));
    // It was asked for: that is no falling back.
    QVERIFY2(!chip.text().contains(u"fell back"_s), qPrintable(chip.text()));
}

void TestMainWindow::showsTheDetailsToReadAndCopy()
{
    WindowFixture fixture(u"websocket-refused=403"_s);
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    auto &chip = fixture.find<QToolButton>(u"transportChip"_s);
    chip.setFocus();
    QTest::keyClick(&chip, Qt::Key_Space);
    auto &details = fixture.find<ConnectionDetails>(u"connectionDetails"_s);
    QVERIFY(details.isVisible());
    const QString text = details.text();
    const ConnectionStatus status = fixture.monitor().status();
    for (const QString &part : {u"Long-polling"_s,
                                status.transportReason,
                                u"403"_s,
                                u"KB2911033"_s,
                                status.clientId,
                                u"logged in"_s,
                                u"handshakes: 1"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    const auto &reason = fixture.find<QLabel>(u"detailReason"_s);
    QVERIFY(reason.textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QCOMPARE(reason.textFormat(), Qt::PlainText);
    QTest::keyClick(&details, Qt::Key_Escape);
    QVERIFY(!details.isVisible());
}

void TestMainWindow::publishesAndShowsWhatCameOfIt()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    fixture.find<QAction>(u"actionPublish"_s).trigger();
    auto &channel = fixture.find<QLineEdit>(u"publishChannel"_s);
    auto &data = fixture.find<QPlainTextEdit>(u"publishData"_s);
    QVERIFY(channel.isVisible());
    QTest::keyClicks(&channel, u"/demo/one"_s);
    QTest::keyClicks(&data, uR"({"text": "hello"})"_s);
    QTest::keyClick(&data, Qt::Key_Return, Qt::ControlModifier);
    const auto &history = fixture.find<QTreeWidget>(u"publishHistory"_s);
    QCOMPARE(history.topLevelItemCount(), 1);
    QTRY_COMPARE(history.topLevelItem(0)->text(1), u"Acknowledged"_s);
    QVERIFY(history.topLevelItem(0)->text(2).contains(u"ms"_s));
    QVERIFY(history.topLevelItem(0)->text(5).contains(uR"("successful":true)"_s));
    QCOMPARE(data.toPlainText(), uR"({"text": "hello"})"_s);
}

void TestMainWindow::inspectsTheSelectedMessage()
{
    WindowFixture fixture;
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QTRY_VERIFY(messages.model()->rowCount() > 2);
    QVERIFY(fixture.find<QLabel>(u"inspectorEmpty"_s).isVisible());
    messages.setFocus();
    QTest::keyClick(&messages, Qt::Key_Home);
    QVERIFY(!fixture.find<QLabel>(u"inspectorEmpty"_s).isVisible());
    QCOMPARE(fixture.label(u"inspectorTitle"_s), u"Note of the monitor"_s);
    QTest::keyClick(&messages, Qt::Key_Down);
    QCOMPARE(fixture.label(u"inspectorTitle"_s), u"/meta/handshake"_s);
    QVERIFY(fixture.find<QTreeView>(u"decodedFields"_s).model()->rowCount() > 2);
}

void TestMainWindow::followsByMenuAndKey()
{
    WindowFixture fixture;
    fixture.window().resize(900, 300);
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    fixture.monitor().subscribe(*ChannelPattern::parse("/demo/one"));
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 1);
    QTRY_COMPARE(fixture.monitor().subscriptions().first().state, SubscriptionState::Subscribed);
    for (int i = 0; i < 100; ++i)
        fixture.deliver("/demo/one", QByteArray::number(i));
    QTRY_VERIFY(messages.model()->rowCount() >= 100);
    auto &follow = fixture.find<QAction>(u"actionFollow"_s);
    QVERIFY(follow.isChecked());
    QTest::keyClick(&messages, Qt::Key_Home);
    QVERIFY(!follow.isChecked());
    follow.trigger();
    QVERIFY(follow.isChecked());
    QCOMPARE(messages.verticalScrollBar()->value(), messages.verticalScrollBar()->maximum());
}

void TestMainWindow::saysWhenRecordingFailed()
{
    WindowFixture fixture;
    const auto &notice = fixture.find<QWidget>(u"recordingNotice"_s);
    QVERIFY(!notice.isVisible());
    emit fixture.monitor().recordingFailed(
        {ErrorKind::Storage, u"The disk is full: nothing more is recorded."_s, {}});
    QVERIFY(notice.isVisible());
    QCOMPARE(notice.findChild<QLabel *>(u"noticeText"_s)->text(),
             u"The disk is full: nothing more is recorded."_s);
    QVERIFY(fixture.label(u"statusRecorded"_s).startsWith(u"not recorded"_s));
}

void TestMainWindow::saysWhenSigningInFailed()
{
    WindowFixture fixture({}, u"wrong password"_s);
    const auto &notice = fixture.find<QWidget>(u"signInNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    auto *again = notice.findChild<QPushButton *>(u"noticeButton"_s);
    QVERIFY(again->isVisible());
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(!notice.isVisible());
    QTRY_VERIFY(notice.isVisible());
}

void TestMainWindow::saysWhyItEndedForGood()
{
    WindowFixture fixture(u"amb-off"_s);
    const auto &notice = fixture.find<NoticeBar>(u"signInNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    QVERIFY2(notice.text().contains(u"glide.amb.active"_s), qPrintable(notice.text()));
    QVERIFY(!notice.findChild<QPushButton *>(u"noticeOther"_s)->isVisible()); // nobody to sign in
    fixture.setFaults({});
    QTest::mouseClick(notice.findChild<QPushButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    QVERIFY(!notice.isVisible());
}

void TestMainWindow::disconnectsAndConnectsByMenu()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    auto &start = fixture.find<QAction>(u"actionStart"_s);
    auto &stop = fixture.find<QAction>(u"actionStop"_s);
    QVERIFY(!start.isEnabled());
    stop.trigger();
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Disconnected"_s);
    QVERIFY(!stop.isEnabled());
    start.trigger();
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
}

void TestMainWindow::watchesRecordsFromTheMenu()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.monitor().status().state, ConnectionState::Connected);
    fixture.find<QAction>(u"actionWatchRecords"_s).trigger();
    auto &dialog = fixture.find<QDialog>(u"watchDialog"_s);
    auto *table = dialog.findChild<QLineEdit *>(u"tableField"_s);
    QTest::keyClicks(table, u"incident"_s);
    // Tables and fields come from the instance.
    const auto *hint = dialog.findChild<QLabel *>(u"tableFieldNote"_s);
    QTRY_VERIFY2(hint->text().contains(u"tables are known"_s), qPrintable(hint->text()));
    auto *query = dialog.findChild<QLineEdit *>(u"queryField"_s);
    query->setText(u"prioritty=1"_s);
    QTRY_VERIFY(dialog.findChild<QLabel *>(u"lintText"_s));
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"useBetter"_s), Qt::LeftButton);
    QCOMPARE(query->text(), u"priority=1"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 1);
    QTRY_COMPARE(fixture.monitor().subscriptions().first().state, SubscriptionState::Subscribed);
    QCOMPARE(fixture.monitor().subscriptions().first().pattern.toString(),
             u"/rw/default/incident/cHJpb3JpdHk9MQ--"_s);
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
