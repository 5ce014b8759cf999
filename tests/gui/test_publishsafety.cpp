// SPDX-License-Identifier: MIT
#include "ui/connection/windowidentity.h"
#include "ui/publish/publishpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace amb;
using namespace Qt::StringLiterals;

/// What stands between the user and a publish that does harm.
class TestPublishSafety : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void warnsThatPublishingShowsTheUser_data();
    void warnsThatPublishingShowsTheUser();
    void letsOtherInstancesAlone();
    void isOffForProductionUntilSwitchedOn();
    void asksForEachPublish();
    void sendsNothingWhenDeclined();
    void sendsWhatWasAskedFor();
    void asksBeforeSendingAgain();
    void repeatsNothing();
    void isOffAgainAfterARestart();
    void listsWhatWasPublished();

private:
    void makePane(bool isProduction)
    {
        m_pane = std::make_unique<PublishPane>();
        m_pane->setInstance({.name = u"prod1"_s, .colour = {}, .isProduction = isProduction});
        connect(m_pane.get(), &PublishPane::publishRequested, this, [this](const auto &channel) {
            m_channels.append(channel.toString());
            m_pane->addSent(PublishId(++m_lastId), channel);
        });
        m_requests = std::make_unique<QSignalSpy>(m_pane.get(), &PublishPane::publishRequested);
        m_pane->resize(1100, 300);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->setTexts(u"/a"_s, uR"({"n":1})"_s);
    }

    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = m_pane->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    void click(const QString &button)
    {
        QVERIFY2(find<QPushButton>(button).isVisible(), qPrintable(button));
        QTest::mouseClick(&find<QPushButton>(button), Qt::LeftButton);
    }

    [[nodiscard]] QString guardText() const { return find<QLabel>(u"publishGuardText"_s).text(); }

    std::unique_ptr<PublishPane> m_pane;
    std::unique_ptr<QSignalSpy> m_requests;
    QStringList m_channels; ///< of the requests
    quint64 m_lastId = 0;
};

void TestPublishSafety::initTestCase()
{
    static const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(u"amb-monitor-test"_s);
    QCoreApplication::setApplicationName(u"amb-monitor-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    qRegisterMetaType<ChannelName>();
}

void TestPublishSafety::init()
{
    m_lastId = 0;
    m_channels.clear();
    QSettings().clear();
    makePane(true);
}

void TestPublishSafety::warnsThatPublishingShowsTheUser_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("words");
    const QString sysId = u"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s;
    QTest::newRow("presence") << u"/sn/rp/incident/"_s + sysId << u"looks at that record"_s;
    QTest::newRow("portal") << u"/sp/rp/incident/"_s + sysId << u"looks at that record"_s;
    QTest::newRow("typing") << u"/sn/rp/live_group_profile/"_s + sysId << u"typing in a chat"_s;
    QTest::newRow("another") << u"/sn/other"_s << QString();
    QTest::newRow("a record watcher") << u"/rw/default/incident/a"_s << QString();
}

void TestPublishSafety::warnsThatPublishingShowsTheUser()
{
    QFETCH(const QString, channel);
    QFETCH(const QString, words);
    m_pane->setTexts(channel, u"1"_s);
    auto &caution = find<NoticeBar>(u"publishCaution"_s);
    QCOMPARE(caution.isVisible(), !words.isEmpty());
    QVERIFY2(words.isEmpty() || caution.text().contains(words), qPrintable(caution.text()));
}

void TestPublishSafety::letsOtherInstancesAlone()
{
    makePane(false);
    QVERIFY(!find<QFrame>(u"publishGuard"_s).isVisible());
    click(u"publishSend"_s);
    QCOMPARE(m_requests->size(), 1);
}

void TestPublishSafety::isOffForProductionUntilSwitchedOn()
{
    QVERIFY2(guardText().contains(u"Publishing is off"_s), qPrintable(guardText()));
    QVERIFY(!find<QPushButton>(u"publishSend"_s).isEnabled());
    auto &data = find<QPlainTextEdit>(u"publishData"_s);
    data.setFocus();
    QTest::keyClick(&data, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_requests->size(), 0);
    QVERIFY(find<ElidedLabel>(u"publishHint"_s).text().contains(u"Switch it on"_s));
    click(u"publishSwitch"_s);
    QVERIFY(find<QPushButton>(u"publishSend"_s).isEnabled());
    click(u"publishSwitch"_s);
    QVERIFY(!find<QPushButton>(u"publishSend"_s).isEnabled());
}

void TestPublishSafety::asksForEachPublish()
{
    click(u"publishSwitch"_s);
    for (int i = 1; i <= 2; ++i) {
        click(u"publishSend"_s);
        QCOMPARE(m_requests->size(), i - 1);
        QVERIFY2(guardText().startsWith(u"Publish these 7 bytes to /a on the production instance "
                                        "prod1?"_s),
                 qPrintable(guardText()));
        QVERIFY(find<QPushButton>(u"publishNo"_s).hasFocus());
        click(u"publishYes"_s);
        QCOMPARE(m_requests->size(), i);
    }
}

void TestPublishSafety::sendsNothingWhenDeclined()
{
    click(u"publishSwitch"_s);
    click(u"publishSend"_s);
    click(u"publishNo"_s);
    click(u"publishSend"_s);
    QTest::keyClick(&find<QPushButton>(u"publishNo"_s), Qt::Key_Escape);
    QCOMPARE(m_requests->size(), 0);
    QVERIFY(find<QPushButton>(u"publishSend"_s).isEnabled());
    QCOMPARE(find<QTreeWidget>(u"auditList"_s).topLevelItemCount(), 2);
}

void TestPublishSafety::sendsWhatWasAskedFor()
{
    click(u"publishSwitch"_s);
    click(u"publishSend"_s);
    m_pane->setTexts(u"/other"_s, u"2"_s); // while it is asked
    QVERIFY(!find<QPushButton>(u"publishSend"_s).isEnabled());
    click(u"publishYes"_s);
    QCOMPARE(m_channels.first(), u"/a"_s);
    QCOMPARE(m_requests->first().at(1).toByteArray(), QByteArray(R"({"n":1})"));
}

void TestPublishSafety::asksBeforeSendingAgain()
{
    click(u"publishSwitch"_s);
    click(u"publishSend"_s);
    click(u"publishYes"_s);
    auto &results = find<QTreeWidget>(u"publishHistory"_s);
    results.setCurrentItem(results.topLevelItem(0));
    results.findChild<QAction *>(u"publishAgain"_s)->trigger();
    QCOMPARE(m_requests->size(), 1);
    // The question that is open is not taken away by another one.
    results.findChild<QAction *>(u"publishAgain"_s)->trigger();
    QVERIFY(find<ElidedLabel>(u"publishHint"_s).text().contains(u"Answer the question"_s));
    click(u"publishYes"_s);
    QCOMPARE(m_requests->size(), 2);
}

void TestPublishSafety::repeatsNothing()
{
    click(u"publishSwitch"_s);
    auto &repeat = find<QPushButton>(u"publishRepeat"_s);
    QVERIFY(!repeat.isEnabled());
    QVERIFY(repeat.toolTip().contains(u"none is repeated"_s));
}

void TestPublishSafety::isOffAgainAfterARestart()
{
    click(u"publishSwitch"_s);
    makePane(true);
    QVERIFY(!find<QPushButton>(u"publishSend"_s).isEnabled());
}

void TestPublishSafety::listsWhatWasPublished()
{
    click(u"publishSwitch"_s);
    click(u"publishSend"_s);
    click(u"publishYes"_s);
    PublishOutcome outcome;
    outcome.id = PublishId(m_lastId);
    outcome.result = PublishOutcome::Result::Refused;
    outcome.text = u"No processor."_s;
    m_pane->showOutcome(outcome);
    click(u"publishSend"_s);
    click(u"publishNo"_s);
    click(u"publishAudit"_s);
    auto &dialog = find<QDialog>(u"publishAuditDialog"_s);
    QVERIFY(dialog.isVisible());
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"auditCopy"_s), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(1).endsWith(u"\t/a\t7\tRefused: No processor."_s), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).endsWith(u"\t/a\t7\tnot sent: declined"_s), qPrintable(lines.at(2)));
}

QTEST_MAIN(TestPublishSafety)
#include "test_publishsafety.moc"
