// SPDX-License-Identifier: MIT
#include "core/demo/demohost.h"
#include "core/monitor.h"
#include "tests/gui/windowfixture.h"
#include "ui/channels/discoverdialog.h"
#include "ui/channels/discoverlist.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A dialog on a monitor that is signed in to a demo instance as somebody.
class DialogFixture
{
public:
    explicit DialogFixture(const QString &user = u"demo"_s)
        : m_demo(quiet())
    {
        const auto url = m_demo.start();
        MonitorOptions options;
        options.address = *InstanceAddress::parse(url->toString());
        if (!user.isEmpty())
            options.credentials = {Credentials::Kind::Password, user, user, {}};
        monitor = Monitor::create(options).value();
    }

    /// Connects and opens the dialog.
    void open()
    {
        monitor->start();
        QTRY_COMPARE(monitor->status().state, ConnectionState::Connected);
        show();
    }

    void show()
    {
        dialog = std::make_unique<DiscoverDialog>(*monitor);
        QObject::connect(
            dialog.get(), &DiscoverDialog::subscribeRequested, monitor.get(), &Monitor::subscribe);
        dialog->show();
    }

    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = dialog->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    [[nodiscard]] DiscoverList &served() const { return find<DiscoverList>(u"discoverServed"_s); }
    [[nodiscard]] DiscoverList &inUse() const { return find<DiscoverList>(u"discoverInUse"_s); }
    [[nodiscard]] static QTreeView &view(const DiscoverList &list)
    {
        return *list.findChild<QTreeView *>(u"discoverView"_s);
    }
    [[nodiscard]] static QLabel &message(const DiscoverList &list)
    {
        return *list.findChild<QLabel *>(u"discoverMessage"_s);
    }
    [[nodiscard]] QString hint() const { return find<QLabel>(u"discoverHint"_s).text(); }
    /// The text of a column of the first row that is shown.
    [[nodiscard]] static QString cell(const DiscoverList &list, int column)
    {
        const QAbstractItemModel *model = view(list).model();
        return model->index(0, column).data().toString();
    }
    [[nodiscard]] QStringList wished() const
    {
        QStringList names;
        for (const SubscriptionInfo &info : monitor->subscriptions())
            names += info.pattern.toString();
        return names;
    }

    std::unique_ptr<Monitor> monitor;
    std::unique_ptr<DiscoverDialog> dialog;

private:
    static DemoOptions quiet()
    {
        DemoOptions options;
        options.playScenario = false;
        return options;
    }

    DemoHost m_demo;
};

} // namespace

class TestDiscoverDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsWhatTheInstanceServes();
    void searchesAllColumns();
    void subscribesByReturn();
    void explainsAPatternAndFillsItIn();
    void subscribesToAWholeGroup();
    void warnsOfWhatIsNotActive();
    void marksWhatIsSubscribed();
    void saysWhyASubscriptionWasRefused();
    void showsWhoListensNow();
    void asksAnewWhoListensWhenOneLooks();
    void saysWhichRightIsMissing();
    void triesAgain();
    void opensFromTheEmptyPaneAndTheMenu();
};

void TestDiscoverDialog::initTestCase()
{
    WindowFixture::keepSettingsApart();
}

void TestDiscoverDialog::listsWhatTheInstanceServes()
{
    DialogFixture fixture;
    fixture.open();
    const QAbstractItemModelTester tester(fixture.view(fixture.served()).model());
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    const auto &tabs = fixture.find<QTabWidget>(u"discoverTabs"_s);
    const QString count = QString::number(fixture.served().shownCount());
    QVERIFY2(tabs.tabText(0).contains(count), qPrintable(tabs.tabText(0)));
    QVERIFY(fixture.view(fixture.served()).isVisible());
    QTRY_VERIFY(fixture.find<QPushButton>(u"discoverRefresh"_s).isEnabled());
    // Nobody listens yet: says so, and what to do.
    QTRY_VERIFY(fixture.message(fixture.inUse()).text().startsWith(u"Nobody listens"_s));
}

void TestDiscoverDialog::searchesAllColumns()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    auto &search = fixture.find<QLineEdit>(u"discoverSearch"_s);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"RECORD WATCHERS"_s);
    QCOMPARE(fixture.served().shownCount(), 1);
    QCOMPARE(fixture.cell(fixture.served(), DiscoverModel::ChannelColumn), u"/rw/**"_s);
    search.selectAll();
    QTest::keyClicks(&search, u"nothing of the kind"_s);
    QCOMPARE(fixture.served().shownCount(), 0);
    QVERIFY(fixture.message(fixture.served()).isVisible());
    QVERIFY(fixture.message(fixture.served()).text().startsWith(u"Nothing here contains"_s));
    search.clear();
    QVERIFY(fixture.served().shownCount() > 5);
}

void TestDiscoverDialog::subscribesByReturn()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    auto &search = fixture.find<QLineEdit>(u"discoverSearch"_s);
    QTest::keyClicks(&search, u"echo"_s);
    QTRY_COMPARE(fixture.served().shownCount(), 1);
    QTest::keyClick(&search, Qt::Key_Return);
    QTRY_COMPARE(fixture.wished(), QStringList{u"/demo/echo"_s});
    QVERIFY(fixture.dialog->isVisible());
}

void TestDiscoverDialog::explainsAPatternAndFillsItIn()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    QTest::keyClicks(&fixture.find<QLineEdit>(u"discoverSearch"_s), u"/sn/rp"_s);
    QTRY_COMPARE(fixture.served().shownCount(), 1);
    QTreeView &view = fixture.view(fixture.served());
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(fixture.wished().isEmpty());
    auto &field = fixture.find<QLineEdit>(u"discoverField"_s);
    auto &button = fixture.find<QPushButton>(u"discoverSubscribe"_s);
    QCOMPARE(field.text(), u"/sn/rp/<table>/<sys_id>"_s);
    QVERIFY(field.hasFocus());
    QCOMPARE(field.selectedText(), u"<table>"_s);
    QVERIFY(!button.isEnabled());
    QVERIFY(fixture.hint().contains(u"Replace <…>"_s));
    QVERIFY(fixture.find<QLabel>(u"discoverPurpose"_s)
                .text()
                .startsWith(u"Record presence – Who is viewing"_s));
    QTest::keyClicks(&field, u"incident"_s);
    QCOMPARE(field.text(), u"/sn/rp/incident/<sys_id>"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.selectedText(), u"<sys_id>"_s);
    QTest::keyClicks(&field, u"5d0e"_s);
    QVERIFY(button.isEnabled());
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_COMPARE(fixture.wished(), QStringList{u"/sn/rp/incident/5d0e"_s});
    QTRY_COMPARE(fixture.hint(), u"Subscribed."_s);
    QVERIFY(!button.isEnabled());
}

void TestDiscoverDialog::subscribesToAWholeGroup()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    auto &search = fixture.find<QLineEdit>(u"discoverSearch"_s);
    auto &all = fixture.find<QPushButton>(u"discoverSubscribeAll"_s);
    QTest::keyClicks(&search, u"/rw/"_s);
    QTRY_COMPARE(fixture.served().shownCount(), 1);
    QVERIFY(!all.isVisible()); // instances refuse it for record watchers
    QSignalSpy watch(fixture.dialog.get(), &DiscoverDialog::watchRequested);
    QTest::mouseClick(&fixture.find<QPushButton>(u"discoverWatch"_s), Qt::LeftButton);
    QCOMPARE(watch.size(), 1);
    QTest::keyClick(&search, Qt::Key_Return);
    QCOMPARE(watch.size(), 2);
    QVERIFY(fixture.wished().isEmpty());
    search.selectAll();
    QTest::keyClicks(&search, u"/demo/**"_s);
    QTRY_COMPARE(fixture.served().shownCount(), 1);
    QVERIFY(all.isVisible() && all.isEnabled());
    QTest::mouseClick(&all, Qt::LeftButton);
    QTRY_COMPARE(fixture.wished(), QStringList{u"/demo/**"_s});
}

void TestDiscoverDialog::warnsOfWhatIsNotActive()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    QTest::keyClicks(&fixture.find<QLineEdit>(u"discoverSearch"_s), u"announcements"_s);
    QTRY_COMPARE(fixture.served().shownCount(), 1);
    QCOMPARE(fixture.cell(fixture.served(), DiscoverModel::StateColumn), u"Not active"_s);
    QVERIFY(fixture.find<QLabel>(u"discoverPurpose"_s).text().contains(u"is not active"_s));
}

void TestDiscoverDialog::marksWhatIsSubscribed()
{
    DialogFixture fixture;
    fixture.monitor->subscribe(*ChannelPattern::parse("/demo/echo"));
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    QTest::keyClicks(&fixture.find<QLineEdit>(u"discoverSearch"_s), u"echo"_s);
    QTRY_COMPARE(fixture.cell(fixture.served(), DiscoverModel::StateColumn), u"Subscribed"_s);
    QVERIFY(!fixture.find<QPushButton>(u"discoverSubscribe"_s).isEnabled());
    QCOMPARE(fixture.hint(), u"Subscribed."_s);
}

void TestDiscoverDialog::saysWhyASubscriptionWasRefused()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    auto &field = fixture.find<QLineEdit>(u"discoverField"_s);
    field.setText(u"/no/such"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY2(fixture.hint().startsWith(u"Refused: No processor"_s)
                     && fixture.hint().contains(u"KB0622691"_s),
                 qPrintable(fixture.hint()));
}

void TestDiscoverDialog::showsWhoListensNow()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    fixture.monitor->subscribe(*ChannelPattern::parse("/rw/default/incident/YWN0aXZlPXRydWU-"));
    QTRY_COMPARE(fixture.monitor->subscriptions().value(0).state, SubscriptionState::Subscribed);
    QTest::mouseClick(&fixture.find<QPushButton>(u"discoverRefresh"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.inUse().shownCount(), 1);
    const DiscoverList &list = fixture.inUse();
    QCOMPARE(fixture.cell(list, DiscoverModel::ListenersColumn), u"demo"_s);
    QCOMPARE(fixture.cell(list, DiscoverModel::WordsColumn), u"incident active=true"_s);
    QCOMPARE(fixture.cell(list, DiscoverModel::StateColumn), u"Subscribed"_s);
    const auto &tabs = fixture.find<QTabWidget>(u"discoverTabs"_s);
    QVERIFY(tabs.tabText(1).contains(u"(1)"_s));
    // The processor that serves it counts the listener as well.
    QTest::keyClicks(&fixture.find<QLineEdit>(u"discoverSearch"_s), u"/rw/"_s);
    QTRY_COMPARE(fixture.cell(fixture.served(), DiscoverModel::ListenersColumn), u"demo"_s);
}

void TestDiscoverDialog::asksAnewWhoListensWhenOneLooks()
{
    DialogFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    fixture.monitor->subscribe(*ChannelPattern::parse("/demo/one"));
    QTRY_COMPARE(fixture.monitor->subscriptions().value(0).state, SubscriptionState::Subscribed);
    fixture.find<QTabWidget>(u"discoverTabs"_s).setCurrentIndex(1);
    QTRY_COMPARE(fixture.inUse().shownCount(), 1);
    fixture.monitor->subscribe(*ChannelPattern::parse("/demo/two"));
    QTRY_COMPARE(fixture.inUse().shownCount(), 2);
}

void TestDiscoverDialog::saysWhichRightIsMissing()
{
    DialogFixture fixture(u"agent.one"_s);
    fixture.open();
    QTRY_VERIFY(fixture.find<QPushButton>(u"discoverRefresh"_s).isEnabled());
    for (const auto &[list, table] : {std::pair(&fixture.served(), u"sys_amb_processor"_s),
                                      std::pair(&fixture.inUse(), u"sys_amb_channel_presence"_s)}) {
        const QString text = fixture.message(*list).text();
        QVERIFY2(text.contains(table) && text.contains(u"role admin"_s)
                     && text.contains(u"read ACL"_s),
                 qPrintable(text));
    }
    QVERIFY(fixture.message(fixture.served()).isVisible());
    QCOMPARE(fixture.message(fixture.served()).textFormat(), Qt::PlainText);
}

void TestDiscoverDialog::triesAgain()
{
    DialogFixture fixture;
    fixture.show(); // before anybody is signed in
    auto *retry = fixture.served().findChild<QPushButton *>(u"discoverRetry"_s);
    QTRY_VERIFY(retry->isVisible());
    QVERIFY(fixture.message(fixture.served()).text().contains(u"sign in"_s));
    fixture.monitor->start();
    QTRY_COMPARE(fixture.monitor->status().state, ConnectionState::Connected);
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_VERIFY(fixture.served().shownCount() > 5);
    QVERIFY(!retry->isVisible());
}

void TestDiscoverDialog::opensFromTheEmptyPaneAndTheMenu()
{
    WindowFixture fixture;
    QTRY_COMPARE(fixture.label(u"connectionState"_s), u"Connected"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"discoverButton"_s), Qt::LeftButton);
    auto &dialog = fixture.find<DiscoverDialog>(u"discoverDialog"_s);
    QVERIFY(dialog.isVisible());
    auto &served = fixture.find<DiscoverList>(u"discoverServed"_s);
    QTRY_VERIFY(served.shownCount() > 5);
    QTest::keyClicks(&fixture.find<QLineEdit>(u"discoverSearch"_s), u"echo"_s);
    QTest::keyClick(&fixture.find<QLineEdit>(u"discoverSearch"_s), Qt::Key_Return);
    QTRY_COMPARE(fixture.monitor().subscriptions().size(), 1);
    // Asked for again, the same dialog comes forward.
    fixture.find<QAction>(u"actionDiscover"_s).trigger();
    QCOMPARE(fixture.window().findChildren<DiscoverDialog *>().size(), 1);
}

} // namespace amb

QTEST_MAIN(amb::TestDiscoverDialog)

#include "test_discoverdialog.moc"
