// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/alerts/alertdialog.h"
#include "ui/alerts/alertmodel.h"
#include "ui/alerts/alertrules.h"
#include "ui/alerts/alerts.h"
#include "ui/alerts/alertspane.h"
#include "ui/alerts/alertthrottle.h"
#include "ui/alerts/alertwatch.h"
#include "ui/alerts/desktopnotice.h"
#include "ui/filter/filterfield.h"
#include "ui/widgets/noticebar.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the user is told of: rules, their evaluation, the pause between alerts, list and dialog.
class TestAlerts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void tellsOfMessagesThatComeFromNowOn();
    void tellsNothingByRulesThatAreOffOrWrong();
    void oneAlertInTenSecondsThenHowManyMore();
    void rulesDoNotHoldEachOtherBack();
    void tellsWhenTheConnectionIsLostAndBack();
    void whoDisconnectsIsNotTold();
    void tellsWhenTheTransportChanges();
    void tellsOfSilenceOnce();
    void tellsOfSilenceNoticedElsewhere();
    void rulesSurviveARestart();
    void toleratesStrangeSettings();
    void listForgetsTheOldest();
    void nothingIsMarkupForTheDesktop();
    void dialogMakesARule();
    void dialogPointsAtAnError();
    void dialogSwitchesOffAndRemoves();
    void dialogAsksForWhatTheKindNeeds();
    void windowTellsAndLeadsToTheMessage();

private:
    static AlertRule rule(AlertRule::Kind kind, const QString &text = {})
    {
        return {kind, {}, text, 5, true};
    }
    /// A watch on rules; what it raises is in m_raised.
    void watch(const QList<AlertRule> &rules);
    [[nodiscard]] QString raised(qsizetype i) const
    {
        return m_raised.value(i).rule + u": "_s + m_raised.value(i).text;
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<AlertRules> m_rules;
    std::unique_ptr<AlertWatch> m_watch;
    QList<Alert> m_raised;
};

namespace {

ConnectionStatus connectedBy(TransportType transport)
{
    ConnectionStatus status;
    status.state = ConnectionState::Connected;
    status.transport = transport;
    return status;
}

ConnectionStatus waiting(const QString &trouble)
{
    ConnectionStatus status;
    status.state = ConnectionState::Waiting;
    status.trouble = trouble;
    return status;
}

} // namespace

void TestAlerts::init()
{
    WindowFixture::forgetSettings();
    m_watch.reset();
    m_raised.clear();
    m_store = memoryStore();
    m_rules = std::make_unique<AlertRules>();
}

void TestAlerts::watch(const QList<AlertRule> &rules)
{
    m_rules->setAll(rules);
    m_watch = std::make_unique<AlertWatch>(
        *m_store, *m_rules, [this](Row row) { return QString::fromUtf8(m_store->message(row)); });
    connect(m_watch.get(), &AlertWatch::raised, this, [this](const Alert &alert) {
        m_raised.append(alert);
    });
    connect(m_store.get(), &CaptureStore::appended, m_watch.get(), &AlertWatch::follow);
}

void TestAlerts::tellsOfMessagesThatComeFromNowOn()
{
    appendEvent(*m_store, "/a", "\"an old printer\"");
    m_store->flush();
    watch({rule(AlertRule::Kind::Message, u"printer"_s)});
    appendEvent(*m_store, "/a", "\"a disk\"");
    appendEvent(*m_store, "/a", "\"a new printer\"");
    m_store->flush();
    QTRY_COMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).row, Row(2));
    QCOMPARE(raised(0), uR"(printer: {"channel":"/a","data":"a new printer"})"_s);
}

void TestAlerts::tellsNothingByRulesThatAreOffOrWrong()
{
    AlertRule off = rule(AlertRule::Kind::Message, u"printer"_s);
    off.isEnabled = false;
    watch({off,
           rule(AlertRule::Kind::Message, u"printer or"_s),
           rule(AlertRule::Kind::Message, {}),
           rule(AlertRule::Kind::Message, u"last"_s)});
    appendEvent(*m_store, "/a", "\"a printer\"");
    appendEvent(*m_store, "/a", "\"the last\"");
    m_store->flush();
    QTRY_COMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).rule, u"last"_s);
}

void TestAlerts::oneAlertInTenSecondsThenHowManyMore()
{
    watch({rule(AlertRule::Kind::Message, u"printer"_s)});
    for (int i = 0; i < 42; ++i)
        appendEvent(*m_store, "/a", "\"printer " + QByteArray::number(i) + '"');
    m_store->flush();
    QTRY_COMPARE(m_raised.size(), 1);
    const auto start = AlertThrottle::Clock::now();
    m_watch->raiseDue(start + 5s);
    QCOMPARE(m_raised.size(), 1);
    m_watch->raiseDue(start + 11s);
    QCOMPARE(m_raised.size(), 2);
    QVERIFY2(raised(1).endsWith(u"(and 41 more)"_s), qPrintable(raised(1)));
    m_watch->raiseDue(start + 30s);
    QCOMPARE(m_raised.size(), 2);
}

void TestAlerts::rulesDoNotHoldEachOtherBack()
{
    AlertThrottle throttle;
    const auto start = AlertThrottle::Clock::now();
    const Alert first{now(), u"one"_s, u"x"_s, {}, 0};
    const Alert second{now(), u"two"_s, u"x"_s, {}, 0};
    QVERIFY(throttle.admit(first, 1, start));
    QVERIFY(throttle.admit(second, 1, start));
    QVERIFY(!throttle.admit(first, 1, start + 9s));
    QVERIFY(throttle.takeDue(start + 9s).isEmpty());
    const QList<Alert> due = throttle.takeDue(start + 10s);
    QCOMPARE(due.size(), 1);
    QCOMPARE(due.at(0).rule, u"one"_s);
    QCOMPARE(due.at(0).more, 1);
    QVERIFY(throttle.admit(second, 1, start + 10s));
    QVERIFY(!throttle.admit(first, 1, start + 19s)); // another pause began
}

void TestAlerts::tellsWhenTheConnectionIsLostAndBack()
{
    watch({rule(AlertRule::Kind::Connection)});
    m_watch->setStatus(waiting(u"The name cannot be found."_s)); // never was connected
    QCOMPARE(m_raised.size(), 0);
    m_watch->setStatus(connectedBy(TransportType::WebSocket));
    ConnectionStatus between;
    between.state = ConnectionState::Handshaking;
    m_watch->setStatus(between);
    QCOMPARE(m_raised.size(), 0);
    m_watch->setStatus(waiting(u"The server closed it."_s));
    m_watch->setStatus(waiting(u"The server closed it."_s));
    QCOMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).text, u"The connection is lost. The server closed it."_s);
    m_watch->setStatus(connectedBy(TransportType::WebSocket));
    m_watch->raiseDue(AlertThrottle::Clock::now() + 11s);
    QCOMPARE(m_raised.size(), 2);
    QVERIFY(m_raised.at(1).text.startsWith(u"The connection is back."_s));
}

void TestAlerts::whoDisconnectsIsNotTold()
{
    watch({rule(AlertRule::Kind::Connection)});
    m_watch->setStatus(connectedBy(TransportType::WebSocket));
    ConnectionStatus status;
    status.state = ConnectionState::Disconnecting;
    m_watch->setStatus(status);
    status.state = ConnectionState::Disconnected;
    m_watch->setStatus(status);
    m_watch->setStatus(connectedBy(TransportType::WebSocket));
    QCOMPARE(m_raised.size(), 0);
}

void TestAlerts::tellsWhenTheTransportChanges()
{
    watch({rule(AlertRule::Kind::Transport)});
    m_watch->setStatus(connectedBy(TransportType::WebSocket));
    ConnectionStatus polling = connectedBy(TransportType::LongPolling);
    polling.transportReason = u"A proxy ends WebSockets."_s;
    m_watch->setStatus(polling);
    m_watch->setStatus(polling);
    QCOMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).text, u"Connected over Long-polling now. A proxy ends WebSockets."_s);
}

void TestAlerts::tellsOfSilenceOnce()
{
    appendEvent(*m_store, "/acme/build");
    appendEvent(*m_store, "/other");
    m_store->flush();
    const Timestamp last = *m_store->channelStats(ChannelId(0)).last;
    watch({rule(AlertRule::Kind::Silence, u"BUILD"_s)});
    m_watch->checkSilence(last + 4min);
    QCOMPARE(m_raised.size(), 0);
    m_watch->checkSilence(last + 6min);
    m_watch->checkSilence(last + 7min);
    QCOMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).text, u"Nothing on /acme/build for 6 min."_s);
    m_watch->raiseDue(AlertThrottle::Clock::now() + 11s);
    QCOMPARE(m_raised.size(), 1); // it was told
}

void TestAlerts::tellsOfSilenceNoticedElsewhere()
{
    watch({});
    m_watch->noticeSilence(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s, 240s);
    QCOMPARE(m_raised.size(), 1);
    QCOMPARE(m_raised.at(0).text, u"Nothing on incident · active=true for 4 min."_s);
}

void TestAlerts::rulesSurviveARestart()
{
    AlertRule silence = rule(AlertRule::Kind::Silence, u"build"_s);
    silence.minutes = 17;
    silence.isEnabled = false;
    const QList<AlertRule> rules{rule(AlertRule::Kind::Message, u"kind:event \"a b\""_s),
                                 silence,
                                 rule(AlertRule::Kind::Connection)};
    m_rules->setAll(rules);
    QCOMPARE(AlertRules().all(), rules);
}

void TestAlerts::toleratesStrangeSettings()
{
    for (const QByteArray &saved :
         {QByteArray("\x01\xff{"),
          QByteArray("[1,null,[],{}]"),
          QByteArray(R"([{"kind":"moon"},{"kind":"silence","minutes":-4,"text":[1]}])")}) {
        QSettings().setValue(u"alerts/rules"_s, saved);
        const AlertRules rules;
        QVERIFY(rules.all().size() <= 1);
        for (const AlertRule &one : rules.all())
            QCOMPARE(one.minutes, 1);
    }
}

void TestAlerts::listForgetsTheOldest()
{
    AlertModel model;
    const QAbstractItemModelTester tester(&model);
    for (int i = 0; i < AlertModel::mostAlerts + 5; ++i)
        model.add({now(), u"rule"_s, QString::number(i), {}, 0});
    QCOMPARE(model.rowCount(), AlertModel::mostAlerts);
    QCOMPARE(model.index(0, AlertModel::TextColumn).data().toString(), u"5"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestAlerts::nothingIsMarkupForTheDesktop()
{
    const QString text = DesktopNotice::harmless(u"<img src=x>\n\u202eabc"_s + QString(5000, u'y'));
    QVERIFY(!text.contains(u'<'));
    QVERIFY(!text.contains(u'\n'));
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(text.size() <= 301);
}

void TestAlerts::dialogMakesARule()
{
    AlertDialog dialog(*m_rules);
    dialog.show();
    auto *filter = dialog.findChild<FilterField *>(u"alertFilter"_s);
    QVERIFY(!filter->isEnabled());
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"alertAdd"_s), Qt::LeftButton);
    QVERIFY(filter->isEnabled());
    QTest::keyClicks(filter, u"priority:changed"_s);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"alertName"_s), u"Priorities"_s);
    QCOMPARE(m_rules->all().size(), 1);
    QCOMPARE(m_rules->all().at(0).text, u"priority:changed"_s);
    QCOMPARE(dialog.findChild<QListWidget *>(u"alertList"_s)->item(0)->text(), u"Priorities"_s);
    QCOMPARE(dialog.findChild<QLabel *>(u"alertProblem"_s)->text(), QString());
}

void TestAlerts::dialogPointsAtAnError()
{
    AlertDialog dialog(*m_rules);
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"alertAdd"_s), Qt::LeftButton);
    auto *filter = dialog.findChild<FilterField *>(u"alertFilter"_s);
    QTest::keyClicks(filter, u"kind:evnt "_s);
    QCOMPARE(filter->markedRange(), (std::optional<std::pair<int, int>>{{5, 9}}));
    const QString problem = dialog.findChild<QLabel *>(u"alertProblem"_s)->text();
    QVERIFY2(problem.startsWith(u"Character 6: There is no such kind."_s), qPrintable(problem));
    QVERIFY(!m_rules->all().at(0).isActive());
}

void TestAlerts::dialogSwitchesOffAndRemoves()
{
    m_rules->setAll({rule(AlertRule::Kind::Connection), rule(AlertRule::Kind::Transport)});
    AlertDialog dialog(*m_rules);
    dialog.show();
    auto *list = dialog.findChild<QListWidget *>(u"alertList"_s);
    QCOMPARE(list->count(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!m_rules->all().at(0).isEnabled);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"alertRemove"_s), Qt::LeftButton);
    QCOMPARE(m_rules->all().size(), 1);
    QVERIFY(m_rules->all().at(0).kind == AlertRule::Kind::Transport);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"alertRemove"_s), Qt::LeftButton);
    QVERIFY(m_rules->all().isEmpty());
    QVERIFY(!dialog.findChild<QPushButton *>(u"alertRemove"_s)->isEnabled());
}

void TestAlerts::dialogAsksForWhatTheKindNeeds()
{
    m_rules->setAll({rule(AlertRule::Kind::Message, u"printer"_s)});
    AlertDialog dialog(*m_rules);
    dialog.show();
    auto *channel = dialog.findChild<QLineEdit *>(u"alertChannel"_s);
    auto *minutes = dialog.findChild<QSpinBox *>(u"alertMinutes"_s);
    QVERIFY(!channel->isVisible());
    dialog.findChild<QComboBox *>(u"alertKind"_s)->setCurrentIndex(int(AlertRule::Kind::Silence));
    QVERIFY(channel->isVisible());
    QVERIFY(!dialog.findChild<FilterField *>(u"alertFilter"_s)->isVisible());
    QCOMPARE(channel->text(), QString());
    QTest::keyClicks(channel, u"build"_s);
    minutes->setValue(12);
    QCOMPARE(m_rules->all().at(0).minutes, 12);
    QCOMPARE(m_rules->all().at(0).title(), u"Silence for 12 min: build"_s);
}

void TestAlerts::windowTellsAndLeadsToTheMessage()
{
    AlertRules().setAll({rule(AlertRule::Kind::Message, u"kind:event printer"_s)});
    WindowFixture fixture;
    auto &dock = fixture.find<QDockWidget>(u"alertsDock"_s);
    QVERIFY(!dock.isVisible());
    QTRY_VERIFY(fixture.monitor().status().state == ConnectionState::Connected);
    fixture.monitor().subscribe(*ChannelPattern::parse("/rw/default/incident/YWN0aXZlPXRydWU-"));
    QTRY_VERIFY(!fixture.monitor().subscriptions().isEmpty()
                && fixture.monitor().subscriptions().constFirst().state
                    == SubscriptionState::Subscribed);
    fixture.deliver("/rw/default/incident/YWN0aXZlPXRydWU-", R"("a <b>printer</b>")");
    auto &notice = fixture.find<NoticeBar>(u"alertNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    QVERIFY2(notice.text().contains(u"printer"_s), qPrintable(notice.text()));
    QTest::mouseClick(notice.findChild<QPushButton *>(u"noticeButton"_s), Qt::LeftButton);
    QVERIFY(!notice.isVisible());
    QVERIFY(dock.isVisible());
    auto &list = fixture.find<QTreeView>(u"alertsList"_s);
    QCOMPARE(list.model()->rowCount(), 1);
    auto &messages = fixture.find<QTableView>(u"messageView"_s);
    QVERIFY(messages.currentIndex().isValid());
    fixture.find<QAction>(u"actionAlerts"_s).trigger();
    QVERIFY(fixture.find<AlertDialog>(u"alertDialog"_s).isVisible());
}

QTEST_MAIN(TestAlerts)
#include "test_alerts.moc"
