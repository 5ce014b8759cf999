// SPDX-License-Identifier: MIT
#include "core/recordwatchername.h"
#include "tests/gui/sampletraffic.h"
#include "tests/unit/decode/boardsamples.h"
#include "ui/boards/boardcanvas.h"
#include "ui/boards/boardpane.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace amb {

using namespace boards;

/// The pane of task boards on a capture, without an instance.
class TestBoardPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emptyPaneSaysWhatWouldFillIt();
    void trafficAloneMakesABoard();
    void readsNothingWhileHidden();
    void sliderShowsAnyMoment();
    void liveGoesBackToNow();
    void historyTellsAndLeadsToMessages();
    void clickOnACardShowsItsMessage();
    void messageOfACardSelectsIt();
    void messageOfATaskSelectsItsCard();
    void twoBoardsCanBeChosen();
    void differenceListsWhatTheTrafficMissed();
    void noDifferenceIsSaidSo();
    void gapOffersAReading();
    void keyboardWalksTheBoard();

private:
    void tell(const Delivery &delivery)
    {
        const QByteArray channel =
            RecordWatcherName::encode("default", u"vtb_card"_s, u"board=b"_s);
        const QByteArray json = delivery.toJson(channel);
        appendRaw(*m_store, json, MessageKind::Event, Direction::In, channel);
        m_store->flush();
        m_pane->player().appendRows();
    }
    void waitForSteps(qsizetype steps)
    {
        QTRY_COMPARE(m_pane->player().timeline().lastStep(), steps);
    }
    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = m_pane->findChild<T *>(name);
        if (!child)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }
    [[nodiscard]] const Board &shown() const { return find<BoardCanvas>(u"boardCanvas"_s).board(); }
    void clickCard(const QString &card)
    {
        auto &canvas = find<BoardCanvas>(u"boardCanvas"_s);
        const QRect place = canvas.placeOf({canvas.board().laneOf(card)->sysId, card, false});
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, place.center());
    }
    void readBoard(bool showDifference = false)
    {
        BoardReading reading = smallBoard();
        reading.askedAt = m_store->endRow();
        m_pane->addReading(reading, showDifference);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<BoardPane> m_pane;
};

void TestBoardPane::init()
{
    m_store = memoryStore();
    m_pane = std::make_unique<BoardPane>(*m_store);
    m_pane->resize(1200, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestBoardPane::cleanup()
{
    m_pane.reset();
}

void TestBoardPane::emptyPaneSaysWhatWouldFillIt()
{
    QVERIFY(find<QLabel>(u"boardEmpty"_s).isVisible());
    QVERIFY(!find<QPushButton>(u"watchBoardButton"_s).isVisible());
    m_pane->setCanRead(true);
    QVERIFY(find<QPushButton>(u"watchBoardButton"_s).isVisible());
    QVERIFY(find<QLabel>(u"boardEmpty"_s).text().contains("Watch a Task Board"_L1));
}

void TestBoardPane::trafficAloneMakesABoard()
{
    tell(insertion("vtb_card", "c1")
             .set("board", "b", "Facilities")
             .set("lane", "todo", "To Do")
             .named("Paint"));
    tell(update("vtb_card", "c2", 7).set("order", "1").named("Sweep"));
    waitForSteps(2);
    QCOMPARE(text(shown()),
             u"Facilities\n"
             "  To Do (only named)\n"
             "    ? | Paint | ? | \n"
             "  (lane not known)\n"
             "    ? | Sweep | ? | \n"_s);
    QCOMPARE(find<QComboBox>(u"boardChoice"_s).currentText(), u"Facilities"_s);
}

void TestBoardPane::readsNothingWhileHidden()
{
    m_pane->hide();
    tell(update("vtb_card", "c1", 4).set("lane", "done", "Done"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_pane->player().timeline().lastStep(), 0);
    m_pane->show();
    waitForSteps(1);
}

void TestBoardPane::sliderShowsAnyMoment()
{
    readBoard();
    tell(update("vtb_card", "c1", 4).set("lane", "done", "Done"));
    waitForSteps(2);
    QCOMPARE(shown().laneOf(u"c1"_s)->name, u"Done"_s);
    auto &slider = find<QSlider>(u"boardSlider"_s);
    QCOMPARE(slider.value(), 2);
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(shown().laneOf(u"c1"_s)->name, u"To Do"_s);
    QVERIFY(!find<QToolButton>(u"boardLive"_s).isChecked());
    // What happens meanwhile does not change what is looked at.
    tell(update("vtb_card", "c1", 5).set("short_description", "Other"));
    waitForSteps(3);
    QCOMPARE(shown().laneOf(u"c1"_s)->name, u"To Do"_s);
    QVERIFY(find<QLabel>(u"boardMoment"_s).text().endsWith("1 / 3"_L1));
}

void TestBoardPane::liveGoesBackToNow()
{
    sliderShowsAnyMoment();
    QTest::mouseClick(&find<QToolButton>(u"boardLive"_s), Qt::LeftButton);
    QCOMPARE(shown().laneOf(u"c1"_s)->name, u"Done"_s);
    QCOMPARE(find<QSlider>(u"boardSlider"_s).value(), 3);
}

void TestBoardPane::historyTellsAndLeadsToMessages()
{
    readBoard();
    tell(update("vtb_card", "c1", 4).set("lane", "done", "Done").by("agent.two"));
    tell(update("vtb_task", "t-c1", 2).set("assigned_to", "u", "Bob"));
    waitForSteps(3);
    clickCard(u"c1"_s);
    QCOMPARE(find<ElidedLabel>(u"historyTitle"_s).text(), u"VTB-c1 Paint"_s);
    auto &list = find<QTreeWidget>(u"historyList"_s);
    QCOMPARE(list.topLevelItemCount(), 2);
    QCOMPARE(list.topLevelItem(0)->text(2), u"Assignee: Ann → Bob"_s);
    QCOMPARE(list.topLevelItem(1)->text(2), u"Lane: To Do → Done"_s);
    QCOMPARE(list.topLevelItem(1)->text(1), u"agent.two"_s);
    QSignalSpy rows(m_pane.get(), &BoardPane::rowRequested);
    list.setCurrentItem(list.topLevelItem(1));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).at(0).value<Row>(), Row(0));
    emit list.itemActivated(list.topLevelItem(1), 0);
    QCOMPARE(m_pane->player().step(), 2);
}

void TestBoardPane::clickOnACardShowsItsMessage()
{
    readBoard();
    tell(update("vtb_card", "c2", 4).set("order", "8"));
    waitForSteps(2);
    const QSignalSpy rows(m_pane.get(), &BoardPane::rowRequested);
    clickCard(u"c1"_s); // no message told of it
    QCOMPARE(rows.size(), 0);
    clickCard(u"c2"_s);
    QCOMPARE(rows.size(), 1);
}

void TestBoardPane::messageOfACardSelectsIt()
{
    readBoard();
    tell(update("vtb_card", "c2", 4).set("order", "8"));
    waitForSteps(2);
    m_pane->showSubjectOf(Row(0));
    QCOMPARE(find<BoardCanvas>(u"boardCanvas"_s).current().card, u"c2"_s);
}

void TestBoardPane::messageOfATaskSelectsItsCard()
{
    readBoard();
    tell(update("incident", "t-c1", 4).set("short_description", "Paint it black"));
    waitForSteps(2);
    m_pane->showSubjectOf(Row(0));
    QCOMPARE(find<BoardCanvas>(u"boardCanvas"_s).current().card, u"c1"_s);
}

void TestBoardPane::twoBoardsCanBeChosen()
{
    readBoard();
    tell(insertion("vtb_card", "x")
             .set("board", "other", "Office move")
             .set("lane", "l", "Boxes")
             .named("Pack"));
    waitForSteps(2);
    auto &choice = find<QComboBox>(u"boardChoice"_s);
    QCOMPARE(choice.count(), 2);
    QVERIFY(!shown().card(u"x"_s));
    m_pane->setBoard(u"other"_s);
    QCOMPARE(choice.currentText(), u"Office move"_s);
    QVERIFY(shown().card(u"x"_s));
    // A message of the other board's card leads back to it.
    tell(update("vtb_card", "c2", 4).set("order", "8"));
    waitForSteps(3);
    m_pane->showSubjectOf(Row(1));
    QCOMPARE(choice.currentText(), u"Facilities"_s);
}

void TestBoardPane::differenceListsWhatTheTrafficMissed()
{
    m_pane->setCanRead(true);
    readBoard();
    QSignalSpy wishes(m_pane.get(), &BoardPane::differenceRequested);
    QTest::mouseClick(&find<QPushButton>(u"boardDifferenceButton"_s), Qt::LeftButton);
    QCOMPARE(wishes.size(), 1);
    QCOMPARE(wishes.at(0).at(0).toString(), u"b"_s);
    m_pane->setReading(true);
    QVERIFY(!find<QPushButton>(u"boardDifferenceButton"_s).isEnabled());
    BoardReading later = smallBoard();
    later.records[3].version.modCount = 9;
    later.records[3].fields[1].text = {u"done"_s, u"Done"_s};
    later.records.removeLast();
    later.records.removeIf([](const auto &record) { return record.sysId == "c2"_L1; });
    m_pane->addReading(later, true);
    auto *dialog = m_pane->findChild<QDialog *>(u"boardDifferenceDialog"_s);
    QVERIFY(dialog->isVisible());
    auto *list = dialog->findChild<QTreeWidget *>(u"differenceList"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QStringList cells;
    for (int column = 0; column < 4; ++column)
        cells.append(list->topLevelItem(0)->text(column));
    QCOMPARE(cells, (QStringList{u"Card VTB-c1 Paint"_s, u"lane"_s, u"To Do"_s, u"Done"_s}));
    QCOMPARE(list->topLevelItem(1)->text(1), u"is gone"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"differenceHeadline"_s)->text(),
             u"The traffic of the board Facilities missed 2 things. The board now shows what the "
             "instance says."_s);
}

void TestBoardPane::noDifferenceIsSaidSo()
{
    readBoard();
    readBoard(true);
    auto *dialog = m_pane->findChild<QDialog *>(u"boardDifferenceDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"differenceHeadline"_s)
                ->text()
                .startsWith("The traffic missed nothing"_L1));
    QVERIFY(!dialog->findChild<QTreeWidget *>(u"differenceList"_s)->isVisible());
}

void TestBoardPane::gapOffersAReading()
{
    m_pane->setCanRead(true);
    readBoard();
    m_pane->noteGap();
    auto &notice = find<QWidget>(u"boardNotice"_s);
    QVERIFY(notice.isVisible());
    const QSignalSpy wishes(m_pane.get(), &BoardPane::differenceRequested);
    QTest::mouseClick(notice.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(wishes.size(), 1);
    QVERIFY(!notice.isVisible());
}

void TestBoardPane::keyboardWalksTheBoard()
{
    readBoard();
    tell(update("vtb_card", "c2", 4).set("order", "8"));
    waitForSteps(2);
    auto &canvas = find<BoardCanvas>(u"boardCanvas"_s);
    canvas.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas.hasFocus());
    QTest::keyClick(&canvas, Qt::Key_Home);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(find<ElidedLabel>(u"historyTitle"_s).text(), u"VTB-c2 Sweep"_s);
    const QSignalSpy rows(m_pane.get(), &BoardPane::rowRequested);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QVERIFY(rows.size() >= 1);
    QVERIFY(find<QTreeWidget>(u"historyList"_s).hasFocus());
}

} // namespace amb

QTEST_MAIN(amb::TestBoardPane)

#include "test_boardpane.moc"
