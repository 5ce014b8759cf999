// SPDX-License-Identifier: MIT
#include "channelsettings.h"
#include "sampletraffic.h"
#include "ui/channels/channeltree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Subscriptions one below the other and as a tree, compared as text.
class TestChannelTree : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void listsChannelsInTheirOrder();
    void putsFavouritesFirst();
    void buildsATreeOfSegments();
    void joinsSegmentsThatLeadToOneOnly();
    void aChannelMayHaveChannelsBelow();
    void putsFavouritesFirstInTheTree();
    void countsOnceWhatTwoPatternsBring();
    void tellsFiguresInColumns();
    void findsByAllWordsInAnyName();
    void showsAliasesAndKeepsTheNameOnHover();
    void saysWhatIsMutedAndSolo();
    void standsForAllChannelsBelow();
    void tellsChangesOfAChannelAndItsSegments();
    void manyChannelsAreOneChange();
    void showsHostileNamesAsPlainText_data();
    void showsHostileNamesAsPlainText();

private:
    void show(const QByteArrayList &patterns)
    {
        QList<SubscriptionInfo> subscriptions;
        for (const QByteArray &pattern : patterns) {
            SubscriptionInfo info;
            info.pattern = *ChannelPattern::parse(pattern);
            info.state = SubscriptionState::Subscribed;
            subscriptions.append(info);
        }
        m_channels->setSubscriptions(subscriptions);
    }
    [[nodiscard]] QString text(const QModelIndex &parent = {}, int depth = 0) const
    {
        QString lines;
        for (int row = 0; row < m_tree->rowCount(parent); ++row) {
            const QModelIndex index = m_tree->index(row, 0, parent);
            lines += u'\n' + u" "_s.repeated(depth) + index.data().toString() + u' '
                + m_tree->index(row, ChannelTree::MessagesColumn, parent).data().toString()
                + text(index, depth + 1);
        }
        return lines;
    }
    void give(const QString &channel, const std::function<void(ChannelHabit &)> &how)
    {
        m_habits->change({channel}, how);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<ChannelModel> m_channels;
    std::unique_ptr<ChannelHabits> m_habits;
    std::unique_ptr<ChannelTree> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestChannelTree::initTestCase()
{
    keepChannelSettingsApart();
    QLocale::setDefault(QLocale::c());
}

void TestChannelTree::init()
{
    m_tester.reset();
    m_tree.reset();
    m_habits.reset();
    m_channels.reset();
    QSettings().clear();
    m_store = memoryStore();
    m_channels = std::make_unique<ChannelModel>(*m_store);
    m_habits = std::make_unique<ChannelHabits>(u"instance"_s);
    m_tree = std::make_unique<ChannelTree>(*m_channels, *m_habits);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_tree.get());
}

void TestChannelTree::listsChannelsInTheirOrder()
{
    show({"/b/x", "/a"});
    QCOMPARE(text(), u"\n/b/x 0\n/a 0"_s);
}

void TestChannelTree::putsFavouritesFirst()
{
    show({"/a", "/b", "/c"});
    give(u"/c"_s, [](ChannelHabit &habit) { habit.isFavourite = true; });
    QCOMPARE(text(), u"\n/c 0\n/a 0\n/b 0"_s);
}

void TestChannelTree::buildsATreeOfSegments()
{
    show({"/chat/one", "/x/default/a", "/chat/two", "/x/default/b"});
    m_tree->setTree(true);
    QCOMPARE(text(), u"\n/chat 0\n /one 0\n /two 0\n/x/default 0\n /a 0\n /b 0"_s);
    m_tree->setTree(false);
    QCOMPARE(text(), u"\n/chat/one 0\n/x/default/a 0\n/chat/two 0\n/x/default/b 0"_s);
}

void TestChannelTree::joinsSegmentsThatLeadToOneOnly()
{
    show({"/a/b/c", "/d"});
    m_tree->setTree(true);
    QCOMPARE(text(), u"\n/a/b/c 0\n/d 0"_s);
}

void TestChannelTree::aChannelMayHaveChannelsBelow()
{
    appendEvent(*m_store, "/chat");
    appendEvent(*m_store, "/chat/one");
    m_store->flush();
    show({"/chat", "/chat/one"});
    m_tree->setTree(true);
    QCOMPARE(text(), u"\n/chat 2\n /one 1"_s);
    QCOMPARE(m_tree->patterns(m_tree->index(0, 0)).size(), 1);
    QVERIFY(m_tree->item(m_tree->index(0, 0)).detail.endsWith(u"1 channel below"_s));
}

void TestChannelTree::putsFavouritesFirstInTheTree()
{
    show({"/a/x", "/a/y", "/b/x", "/b/y"});
    m_tree->setTree(true);
    give(u"/b/y"_s, [](ChannelHabit &habit) { habit.isFavourite = true; });
    QCOMPARE(text(), u"\n/b 0\n /y 0\n /x 0\n/a 0\n /x 0\n /y 0"_s);
}

void TestChannelTree::countsOnceWhatTwoPatternsBring()
{
    for (const char *channel : {"/a/x", "/a/x", "/a/y"})
        appendEvent(*m_store, channel);
    m_store->flush();
    show({"/a/**", "/a/x"});
    m_tree->setTree(true);
    QCOMPARE(text(), u"\n/a 3\n /** 3\n /x 2"_s);
    QVERIFY(m_tree->item(m_tree->index(0, 0)).detail.startsWith(u"2 channels"_s));
}

void TestChannelTree::tellsFiguresInColumns()
{
    show({"/sample"});
    appendEvents(*m_store, 30);
    m_channels->sample(std::chrono::seconds(2));
    const auto cell = [this](int column) {
        return m_tree->index(0, column).data().toString();
    };
    QCOMPARE(cell(ChannelTree::RateColumn), u"15/s"_s);
    QCOMPARE(cell(ChannelTree::MessagesColumn), u"30"_s);
    QCOMPARE(cell(ChannelTree::BytesColumn), u"1.1 kB"_s);
    QCOMPARE(cell(ChannelTree::LastColumn).size(), 8);
    m_channels->sample(std::chrono::seconds(1));
    const QModelIndex index = m_tree->index(0, 0);
    QCOMPARE(m_tree->course(index), (QList<double>{15.0, 0.0}));
    for (int i = 0; i < 100; ++i)
        m_channels->sample(std::chrono::seconds(1));
    QCOMPARE(m_tree->course(index).size(), ChannelModel::courseSize());
}

void TestChannelTree::findsByAllWordsInAnyName()
{
    show({"/rw/default/incident/YWN0aXZlPXRydWU-", "/chat/room", "/chat/hall"});
    give(u"/chat/hall"_s, [](ChannelHabit &habit) { habit.alias = u"The lobby"_s; });
    m_tree->setSearch(u"ACTIVE incident"_s);
    QCOMPARE(m_tree->rowCount(), 1);
    m_tree->setSearch(u"lobby"_s);
    QCOMPARE(text(), u"\nThe lobby 0"_s);
    m_tree->setTree(true);
    QCOMPARE(text(), u"\nThe lobby 0"_s);
    m_tree->setSearch(u"chat"_s);
    QCOMPARE(text(), u"\n/chat 0\n /room 0\n The lobby 0"_s);
    m_tree->setSearch(u"nowhere"_s);
    QCOMPARE(text(), QString());
    m_tree->setSearch({});
    QCOMPARE(m_tree->rowCount(), 2);
}

void TestChannelTree::showsAliasesAndKeepsTheNameOnHover()
{
    show({"/rw/default/incident/YWN0aXZlPXRydWU-"});
    give(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s,
         [](ChannelHabit &habit) { habit.alias = u"Open incidents"_s; });
    const QModelIndex index = m_tree->index(0, 0);
    QCOMPARE(index.data().toString(), u"Open incidents"_s);
    const QString tip = index.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"/rw/default/incident/YWN0aXZlPXRydWU-"_s)
                 && tip.contains(u"active=true"_s),
             qPrintable(tip));
}

void TestChannelTree::saysWhatIsMutedAndSolo()
{
    show({"/a/x", "/a/y"});
    give(u"/a/x"_s, [](ChannelHabit &habit) { habit.isMuted = true; });
    give(u"/a/y"_s, [](ChannelHabit &habit) { habit.isSolo = true; });
    QVERIFY(m_tree->item(m_tree->index(0, 0)).detail.startsWith(u"Muted · "_s));
    QVERIFY(m_tree->item(m_tree->index(1, 0)).detail.startsWith(u"Solo · "_s));
    QVERIFY(m_tree->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Muted"_s));
    m_tree->setTree(true);
    QCOMPARE(m_tree->item(m_tree->index(0, 0)).detail, u"2 channels · 1 muted"_s);
}

void TestChannelTree::standsForAllChannelsBelow()
{
    show({"/a/x", "/b", "/a/y"});
    m_tree->setTree(true);
    QStringList names;
    for (const ChannelPattern &pattern : m_tree->patterns(m_tree->index(0, 0)))
        names.append(pattern.toString());
    QCOMPARE(names, (QStringList{u"/a/x"_s, u"/a/y"_s}));
    QVERIFY(!m_tree->channelRow(m_tree->index(0, 0)));
    QCOMPARE(m_tree->channelRow(m_tree->index(1, 0)), 1);
    QCOMPARE(m_tree->indexOf(u"/a"_s), m_tree->index(0, 0));
    QCOMPARE(m_tree->indexOf(*ChannelPattern::parse("/a/y")).parent(), m_tree->index(0, 0));
}

void TestChannelTree::tellsChangesOfAChannelAndItsSegments()
{
    show({"/a/x", "/a/y"});
    m_tree->setTree(true);
    const QSignalSpy changed(m_tree.get(), &QAbstractItemModel::dataChanged);
    m_channels->sample(std::chrono::seconds(1));
    QCOMPARE(changed.size(), 0);
    appendEvent(*m_store, "/a/y");
    m_store->flush();
    m_channels->sample(std::chrono::seconds(1));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex().data().toString(), u"/y"_s);
    QCOMPARE(changed.at(1).at(0).toModelIndex().data().toString(), u"/a"_s);
    QCOMPARE(text(), u"\n/a 1\n /x 0\n /y 1"_s);
}

void TestChannelTree::manyChannelsAreOneChange()
{
    const QSignalSpy reset(m_tree.get(), &QAbstractItemModel::modelReset);
    QByteArrayList names;
    for (int i = 0; i < 2000; ++i)
        names.append("/many/" + QByteArray::number(i));
    show(names);
    QCOMPARE(m_tree->rowCount(), 2000);
    QCOMPARE(reset.size(), 1);
    show(names); // the same again
    QCOMPARE(reset.size(), 1);
    show({"/many/1999", "/many/0"});
    QCOMPARE(text(), u"\n/many/1999 0\n/many/0 0"_s);
    QCOMPARE(reset.size(), 2);
}

void TestChannelTree::showsHostileNamesAsPlainText_data()
{
    QTest::addColumn<QString>("alias");
    QTest::newRow("HTML") << u"<b>bold</b><img src=x onerror=alert(1)>"_s;
    QTest::newRow("control characters") << u"a\nb\tc\u0007d"_s;
    QTest::newRow("right-to-left override") << u"safe\u202Egnp.exe"_s;
    QTest::newRow("line separator") << u"one\u2028two"_s;
    QTest::newRow("10 kB") << u"x"_s.repeated(10'000);
}

void TestChannelTree::showsHostileNamesAsPlainText()
{
    QFETCH(const QString, alias);
    // What a damaged or foreign settings file may hold, and the longest name of a channel.
    show({"/a", "/" + QByteArray("n").repeated(10'000)});
    give(u"/a"_s, [&alias](ChannelHabit &habit) { habit.alias = alias; });
    for (int row = 0; row < 2; ++row) {
        const QString shown = m_tree->index(row, 0).data().toString();
        QVERIFY2(shown.size() <= 300, qPrintable(shown));
        for (const QChar character : shown)
            QVERIFY(character.isPrint());
        const QString tip = m_tree->index(row, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<b>"_s) && !tip.contains(u"<img"_s) && !tip.contains(u'\u202E'));
        QVERIFY(tip.size() < 4000);
    }
}

QTEST_GUILESS_MAIN(TestChannelTree)
#include "test_channeltree.moc"
