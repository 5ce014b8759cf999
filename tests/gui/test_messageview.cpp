// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// The message list follows the newest row until somebody looks at an older one.
class TestMessageView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsFromTheStart();
    void keysLeadToNoRowUnderTheButton();
    void stopsFollowingWhenScrolledUp();
    void followsAgainAtTheEnd();
    void stopsFollowingWhenAnOlderRowIsSelected();
    void stopsFollowingWhenAMessageIsClicked();
    void gettingTheFocusChoosesNoRow();
    void firstArrowKeyBeginsWhereTheViewIs();
    void endKeyFollowsAgain();
    void buttonSaysHowManyAreBelowAndLeadsThere();
    void buttonOffersToFollowWhenAllIsInView();
    void staysWhereItIsWhenOldRowsAreDropped();
    void staysAtTheEndWhenResized();
    void copiesMessagesAsReceived();
    void refusesToCopyTooMuch();
    void saysWhatWouldFillIt();

private:
    [[nodiscard]] int lastShown() const
    {
        const int row = m_view->lastShownRow();
        return row < 0 ? m_model->rowCount() - 1 : row;
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<MessageView> m_view;
    QPushButton *m_button = nullptr;
};

void TestMessageView::init()
{
    m_view.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<MessageModel>(*m_store);
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
    connect(m_store.get(), &CaptureStore::dropped, m_model.get(), &MessageModel::dropRows);
    m_view = std::make_unique<MessageView>(*m_model);
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_button = m_view->findChild<QPushButton *>(u"followButton"_s);
    QVERIFY(m_button);
}

void TestMessageView::followsFromTheStart()
{
    QVERIFY(m_view->isFollowing());
    appendEvents(*m_store, 500);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    appendEvents(*m_store, 500);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_button->isVisible());
}

void TestMessageView::keysLeadToNoRowUnderTheButton()
{
    appendEvents(*m_store, 500);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(m_button->isVisible());
        const QRect button = m_button->geometry().translated(-m_view->viewport()->pos());
        QRect row = m_view->visualRect(m_view->currentIndex());
        row.setLeft(0);
        row.setRight(m_view->viewport()->width());
        QVERIFY(!row.intersects(button));
    }
}

void TestMessageView::stopsFollowingWhenScrolledUp()
{
    appendEvents(*m_store, 500);
    const QSignalSpy changed(m_view.get(), &MessageView::followingChanged);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(changed.size(), 1);
    const int value = m_view->verticalScrollBar()->value();
    appendEvents(*m_store, 500);
    QCOMPARE(m_view->verticalScrollBar()->value(), value);
}

void TestMessageView::followsAgainAtTheEnd()
{
    appendEvents(*m_store, 500);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(m_view->isFollowing());
}

void TestMessageView::stopsFollowingWhenAnOlderRowIsSelected()
{
    appendEvents(*m_store, 500);
    m_view->setCurrentIndex(m_model->index(498, 0));
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->currentRow(), std::optional(Row(498)));
}

void TestMessageView::stopsFollowingWhenAMessageIsClicked()
{
    appendEvents(*m_store, 500);
    const QRect newest = m_view->visualRect(m_model->index(499, MessageModel::SummaryColumn));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, newest.center());
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->currentRow(), std::optional(Row(499)));
}

void TestMessageView::gettingTheFocusChoosesNoRow()
{
    appendEvents(*m_store, 500);
    m_view->clearFocus();
    m_view->setFocus(Qt::TabFocusReason);
    QVERIFY(!m_view->currentRow());
    QVERIFY(m_view->isFollowing());
}

void TestMessageView::firstArrowKeyBeginsWhereTheViewIs()
{
    appendEvents(*m_store, 500);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(m_view->currentRow());
    QVERIFY(*m_view->currentRow() >= Row(498));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(!m_view->isFollowing());
}

void TestMessageView::endKeyFollowsAgain()
{
    appendEvents(*m_store, 500);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentRow(), std::optional(Row(0)));
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->currentRow(), std::optional(Row(499)));
}

void TestMessageView::buttonSaysHowManyAreBelowAndLeadsThere()
{
    appendEvents(*m_store, 500);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    appendEvents(*m_store, 1234);
    QVERIFY(m_button->isVisible());
    const int below = 1734 - 1 - lastShown();
    const QString text = m_button->text();
    QVERIFY2(text.contains(QLocale().toString(below)), qPrintable(text));
    QVERIFY2(text.contains(QLocale().toString(1234)), qPrintable(text));
    QTest::mouseClick(m_button, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_button->isVisible());
    QCOMPARE(lastShown(), 1733);
}

void TestMessageView::buttonOffersToFollowWhenAllIsInView()
{
    appendEvents(*m_store, 3);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QVERIFY(m_button->isVisible());
    QCOMPARE(m_button->text(), u"▼  Follow Newest"_s);
}

void TestMessageView::staysWhereItIsWhenOldRowsAreDropped()
{
    appendEvents(*m_store, 1000);
    m_view->verticalScrollBar()->setValue(600);
    const Row top = m_model->rowAt(m_view->firstShownRow());
    m_model->dropRows(Row(400));
    QCOMPARE(m_model->rowAt(m_view->firstShownRow()), top);
    QVERIFY(!m_view->isFollowing());
}

void TestMessageView::staysAtTheEndWhenResized()
{
    appendEvents(*m_store, 500);
    m_view->resize(900, 200);
    QTRY_COMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->isFollowing());
}

void TestMessageView::copiesMessagesAsReceived()
{
    appendEvent(*m_store, "/a", R"({"z":1.10,"a":"<b>"})");
    appendEvent(*m_store, "/a", "2");
    m_store->flush();
    m_view->selectAll();
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"{\"channel\":\"/a\",\"data\":{\"z\":1.10,\"a\":\"<b>\"}}\n"
             "{\"channel\":\"/a\",\"data\":2}\n"_s);
}

void TestMessageView::refusesToCopyTooMuch()
{
    appendEvents(*m_store, 10'001);
    QGuiApplication::clipboard()->setText(u"before"_s);
    const QSignalSpy refused(m_view.get(), &MessageView::copyRefused);
    m_view->selectAll();
    m_view->copySelected();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toInt(), 10'001);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestMessageView::saysWhatWouldFillIt()
{
    m_view->setEmptyText(u"Nothing yet."_s);
    auto *empty = m_view->findChild<QLabel *>(u"messagesEmpty"_s);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), u"Nothing yet."_s);
    appendEvents(*m_store, 1);
    QVERIFY(!empty->isVisible());
}

QTEST_MAIN(TestMessageView)
#include "test_messageview.moc"
