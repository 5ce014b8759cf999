// SPDX-License-Identifier: MIT
#include "core/capture/filter.h"
#include "core/decode/decoders.h"
#include "tests/gui/windowfixture.h"
#include "ui/filter/filteroffers.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"

#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// The filter made by the mouse: of a message in the list, of a field, of a value.
class TestFilterOffers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init() { WindowFixture::forgetSettings(); }

    static void offersWhatTheMessageIsAbout();
    static void offersOnlyFiltersThatCanBeRead();
    static void offersValuesThatTellMessagesApart();
    void narrowsTheListFromItsMenu();
    void narrowsTheListFromTheInspector();
    void addsAColumnFromTheTree();
    void showsTheMessagesOfTheChosenChannels();

private:
    /// A menu that is filled when it is shown, as it was left behind.
    static QAction &offer(QMenu &menu, const QString &submenu, const QString &term)
    {
        auto *offers = menu.findChild<QMenu *>(submenu);
        for (QAction *action : offers ? offers->actions() : QList<QAction *>()) {
            if (action->data().toString() == term)
                return *action;
        }
        qFatal("no offer %s", qPrintable(term));
    }

    /// Two messages on channels of their own; the first is selected.
    static MessageView &prepare(WindowFixture &fixture)
    {
        for (const QByteArray channel : {"/demo/one", "/demo/two"})
            fixture.monitor().subscribe(*ChannelPattern::parse(channel));
        const auto isSubscribed = [&fixture] {
            const auto all = fixture.monitor().subscriptions();
            return all.size() == 2 && all[0].state == SubscriptionState::Subscribed
                && all[1].state == SubscriptionState::Subscribed;
        };
        if (!QTest::qWaitFor(isSubscribed))
            qFatal("not subscribed");
        auto &view = fixture.find<MessageView>(u"messageView"_s);
        fixture.deliver("/demo/one", R"({"text":"hello","n":1})");
        fixture.deliver("/demo/two", R"({"text":"world","n":2})");
        const auto isThere = [&] {
            return fixture.hasMessage(view, u"/demo/one"_s)
                && fixture.hasMessage(view, u"/demo/two"_s);
        };
        if (!QTest::qWaitFor(isThere))
            qFatal("nothing delivered");
        const QAbstractItemModel &model = view.messages();
        view.setCurrentIndex(
            model
                .match(model.index(0, MessageModel::ChannelColumn), Qt::DisplayRole, u"/demo/one"_s)
                .value(0));
        return view;
    }

    static QString filterText(const WindowFixture &fixture)
    {
        return fixture.find<QLineEdit>(u"filterField"_s).text();
    }
};

void TestFilterOffers::offersWhatTheMessageIsAbout()
{
    static const Decoders decoders;
    const DecodedMessage message = decoders.decode(
        R"({"channel":"/rw/default/incident/YWN0aXZlPXRydWU-","data":{"operation":"update",)"
        R"("action":"change","table_name":"incident","sys_id":"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e",)"
        R"("display_value":"INC0010042","changes":["priority"],"record":{"priority":)"
        R"({"display_value":"3","value":"3"}},"changes_with_users":{"priority":"agent one"}},)"
        R"("ext":{"from_user":"agent.two"}})",
        MessageKind::Event,
        Direction::In,
        NoHistory());
    RowInfo info;
    info.kind = MessageKind::Event;
    QStringList terms;
    for (const FilterOffer &offer :
         filterOffersOf(message, info, "/rw/default/incident/YWN0aXZlPXRydWU-"))
        terms.append(offer.title + " = "_L1 + offer.term);
    QCOMPARE(
        terms,
        QStringList(
            {u"Channel incident · active=true = channel:/rw/default/incident/YWN0aXZlPXRydWU-"_s,
             u"Record INC0010042 = \"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e\""_s,
             u"Table incident = table:incident"_s,
             u"User agent one = user:\"agent one\""_s,
             u"User agent.two = user:agent.two"_s,
             u"Changes of Priority = priority:changed"_s,
             u"Kind: event = kind:event"_s}));
}

void TestFilterOffers::offersOnlyFiltersThatCanBeRead()
{
    static const Decoders decoders;
    const DecodedMessage message = decoders.decode(
        R"json({"channel":"/a","data":{"operation":"update","sys_id":"x\"y","table_name":"a (b)",)json"
        R"json("changes":["with space","ok"],"record":{"ok":"1"},)json"
        R"json("changes_with_users":{"ok":"\"quoted\" \\ name"}}})json",
        MessageKind::Event,
        Direction::In,
        NoHistory());
    const QList<FilterOffer> offers = filterOffersOf(message, RowInfo(), "/a");
    QVERIFY(offers.size() > 4);
    for (const FilterOffer &offer : offers) {
        std::optional<FilterProblem> problem;
        Filter::parse(offer.term, problem);
        QVERIFY2(!problem, qPrintable(offer.term));
    }
}

void TestFilterOffers::offersValuesThatTellMessagesApart()
{
    QCOMPARE(
        filterOffersOf(u"agent.one"_s, u"\"by\":\"agent.one\""_s),
        QList<FilterOffer>({{u"“agent.one”"_s, u"\"agent.one\""_s},
                            {u"\"by\":\"agent.one\""_s, u"\"\\\"by\\\":\\\"agent.one\\\"\""_s}}));
    QCOMPARE(filterOffersOf(u"3"_s, {}), QList<FilterOffer>());
    QCOMPARE(filterOffersOf(u"two\nlines"_s, {}), QList<FilterOffer>());
}

void TestFilterOffers::narrowsTheListFromItsMenu()
{
    WindowFixture fixture;
    MessageView &view = prepare(fixture);
    emit view.customContextMenuRequested(view.viewport()->rect().center());
    auto &all = fixture.find<QMenu>(u"messagesMenu"_s);
    offer(all, u"showOnlyMenu"_s, u"channel:/demo/one"_s).trigger();
    QCOMPARE(filterText(fixture), u"channel:/demo/one"_s);
    QTRY_VERIFY(view.messages().rowCount() > 0 && !fixture.hasMessage(view, u"/demo/two"_s)
                && fixture.hasMessage(view, u"/demo/one"_s));
    offer(all, u"leaveOutMenu"_s, u"kind:event"_s).trigger();
    QCOMPARE(filterText(fixture), u"channel:/demo/one not kind:event"_s);
    auto &field = fixture.find<QLineEdit>(u"filterField"_s);
    field.undo();
    QCOMPARE(field.text(), u"channel:/demo/one"_s);
}

void TestFilterOffers::narrowsTheListFromTheInspector()
{
    WindowFixture fixture;
    prepare(fixture);
    auto &fields = fixture.find<QTreeView>(u"decodedFields"_s);
    for (int row = 0; row < fields.model()->rowCount(); ++row) {
        if (fields.model()->index(row, 1).data().toString() == u"hello"_s)
            fields.setCurrentIndex(fields.model()->index(row, 1));
    }
    emit fields.customContextMenuRequested(fields.visualRect(fields.currentIndex()).center());
    offer(fixture.find<QMenu>(u"decodedMenu"_s), u"showOnlyMenu"_s, u"\"hello\""_s).trigger();
    QCOMPARE(filterText(fixture), u"\"hello\""_s);
}

void TestFilterOffers::addsAColumnFromTheTree()
{
    WindowFixture fixture;
    MessageView &view = prepare(fixture);
    fixture.find<QTabWidget>(u"inspectorTabs"_s).setCurrentIndex(1);
    auto &tree = fixture.find<QTreeView>(u"jsonTree"_s);
    const QModelIndex data =
        tree.model()
            ->match(tree.model()->index(0, 0), Qt::DisplayRole, u"text"_s, 1, Qt::MatchRecursive)
            .value(0);
    QVERIFY(data.isValid());
    tree.setCurrentIndex(data);
    const auto addColumn = [&] {
        emit tree.customContextMenuRequested(tree.visualRect(data).center());
        auto &menu = fixture.find<QMenu>(u"treeMenu"_s);
        menu.findChild<QAction *>(u"treeAddColumn"_s)->trigger();
        delete &menu;
    };
    const int columns = view.messages().columnCount();
    addColumn();
    QCOMPARE(view.messages().columnCount(), columns + 1);
    QCOMPARE(view.messages().headerData(columns, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"text"_s);
    QCOMPARE(view.currentIndex().siblingAtColumn(columns).data().toString(), u"hello"_s);
    addColumn();
    QCOMPARE(view.messages().columnCount(), columns + 1);
    QVERIFY(fixture.window().statusBar()->currentMessage().contains(u"shows that already"_s));
}

void TestFilterOffers::showsTheMessagesOfTheChosenChannels()
{
    WindowFixture fixture;
    prepare(fixture);
    auto &channels = fixture.find<QTreeView>(u"channelList"_s);
    auto &field = fixture.find<QLineEdit>(u"filterField"_s);
    field.setText(u"kind:event or size>1M"_s);
    channels.setCurrentIndex(channels.model()->index(0, 0));
    QTest::keyClick(&channels, Qt::Key_Return);
    QCOMPARE(field.text(), u"(kind:event or size>1M) channel:/demo/one"_s);
    channels.setCurrentIndex(channels.model()->index(1, 0));
    QTest::keyClick(&channels, Qt::Key_Return);
    QCOMPARE(field.text(), u"(kind:event or size>1M) channel:/demo/two"_s);
    field.clear();
    channels.selectAll();
    QTest::keyClick(&channels, Qt::Key_Return);
    QCOMPARE(field.text(), u"(channel:/demo/one or channel:/demo/two)"_s);
}

QTEST_MAIN(TestFilterOffers)
#include "test_filteroffers.moc"
