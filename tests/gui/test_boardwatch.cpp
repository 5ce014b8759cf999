// SPDX-License-Identifier: MIT
#include "core/demo/boardplan.h"
#include "tests/gui/windowfixture.h"
#include "tests/unit/demo/demoboardfacts.h"
#include "ui/boards/boardcanvas.h"
#include "ui/boards/boardpane.h"

#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace amb {

/// A task board of an instance, watched in the window from choosing it to what its traffic missed.
class TestBoardWatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init();
    void cleanup();

    void boardIsChosenReadAndFollowed();
    void newCardsTasksAreWatchedToo();
    void pastedBoardIsWatched();
    void unknownBoardIsSaidSo();
    void differenceMakesUpForABadBus();
    void reconnectingOffersAReading();

private:
    void watch(const QString &board = u"Facilities"_s);
    void play(int happenings)
    {
        m_fixture->demo([happenings](DemoInstance &demo) { demo.play(happenings); });
    }
    [[nodiscard]] BoardFacts actual() const
    {
        BoardFacts facts;
        m_fixture->demo([&facts](const DemoInstance &demo) {
            facts = factsOf(demo.tables(), QString(facilitiesPlan().sysId));
        });
        return facts;
    }
    [[nodiscard]] BoardFacts shown() const
    {
        return factsOf(m_fixture->find<BoardCanvas>(u"boardCanvas"_s).board());
    }
    void clickDifference()
    {
        auto &button = m_fixture->find<QPushButton>(u"boardDifferenceButton"_s);
        QTRY_VERIFY(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        QTRY_VERIFY(m_fixture->find<QDialog>(u"boardDifferenceDialog"_s).isVisible());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestBoardWatch::init()
{
    WindowFixture::forgetSettings();
    m_fixture = std::make_unique<WindowFixture>();
    QTRY_COMPARE(m_fixture->monitor().status().state, ConnectionState::Connected);
    m_fixture->find<QDockWidget>(u"boardDock"_s).show();
}

void TestBoardWatch::cleanup()
{
    m_fixture.reset();
}

void TestBoardWatch::watch(const QString &board)
{
    QTest::mouseClick(&m_fixture->find<QPushButton>(u"watchBoardButton"_s), Qt::LeftButton);
    auto &list = m_fixture->find<QTreeWidget>(u"boardList"_s);
    QTRY_COMPARE(list.topLevelItemCount(), 2);
    const QList<QTreeWidgetItem *> found = list.findItems(board, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    list.setCurrentItem(found.first());
    QTest::mouseClick(&m_fixture->find<QPushButton>(u"boardWatch"_s), Qt::LeftButton);
    auto &canvas = m_fixture->find<BoardCanvas>(u"boardCanvas"_s);
    QTRY_VERIFY(canvas.board().cardCount() > 0);
}

void TestBoardWatch::boardIsChosenReadAndFollowed()
{
    watch();
    QCOMPARE(m_fixture->find<QComboBox>(u"boardChoice"_s).currentText(), u"Facilities"_s);
    QCOMPARE(shown().all(), actual().all());
    play(300);
    const QMap<QString, QString> places = actual().places;
    QTRY_COMPARE(shown().places, places);
    QCOMPARE(shown().lanes, actual().lanes);
    QCOMPARE(shown().members, actual().members);
}

void TestBoardWatch::newCardsTasksAreWatchedToo()
{
    watch();
    const auto taskChannels = [this] {
        int count = 0;
        for (const SubscriptionInfo &info : m_fixture->monitor().subscriptions())
            count += info.pattern.bytes().startsWith("/rw/default/task/") ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(taskChannels(), 1); // those of the cards that are there
    play(300); // brings new cards
    QTRY_VERIFY(taskChannels() >= 2);
}

void TestBoardWatch::pastedBoardIsWatched()
{
    QTest::mouseClick(&m_fixture->find<QPushButton>(u"watchBoardButton"_s), Qt::LeftButton);
    auto &address = m_fixture->find<QLineEdit>(u"boardAddress"_s);
    auto &button = m_fixture->find<QPushButton>(u"boardWatch"_s);
    QTest::keyClicks(&address, u"https://dev1.service-now.com/$vtb.do"_s);
    QVERIFY(!button.isEnabled());
    QTest::keyClicks(&address, u"?sysparm_board="_s + QString(officeMovePlan().sysId));
    QVERIFY(button.isEnabled());
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_COMPARE(m_fixture->find<QComboBox>(u"boardChoice"_s).currentText(), u"Office Move"_s);
}

void TestBoardWatch::unknownBoardIsSaidSo()
{
    QTest::mouseClick(&m_fixture->find<QPushButton>(u"watchBoardButton"_s), Qt::LeftButton);
    QTest::keyClicks(&m_fixture->find<QLineEdit>(u"boardAddress"_s),
                     u"00000000000000000000000000000001"_s);
    QTest::mouseClick(&m_fixture->find<QPushButton>(u"boardWatch"_s), Qt::LeftButton);
    auto &notice = m_fixture->find<QWidget>(u"boardNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    QVERIFY(notice.findChild<QLabel *>(u"noticeText"_s)
                ->text()
                .contains("no board with this sys_id"_L1));
}

void TestBoardWatch::differenceMakesUpForABadBus()
{
    watch();
    m_fixture->setFaults(*DemoFaults::parse(u"unreliable=10"_s));
    play(400);
    clickDifference();
    QCOMPARE(shown().all(), actual().all());
    QVERIFY(m_fixture->find<QTreeWidget>(u"differenceList"_s).topLevelItemCount() > 0);
}

void TestBoardWatch::reconnectingOffersAReading()
{
    watch();
    m_fixture->demo([](DemoInstance &demo) {
        demo.forgetClients();
        demo.dropConnections();
        demo.play(60); // nobody hears of it
    });
    auto &notice = m_fixture->find<QWidget>(u"boardNotice"_s);
    QTRY_VERIFY(notice.isVisible());
    QTRY_COMPARE(m_fixture->monitor().status().state, ConnectionState::Connected);
    QTest::mouseClick(notice.findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->find<QDialog>(u"boardDifferenceDialog"_s).isVisible());
    QCOMPARE(shown().all(), actual().all());
}

} // namespace amb

QTEST_MAIN(amb::TestBoardWatch)

#include "test_boardwatch.moc"
