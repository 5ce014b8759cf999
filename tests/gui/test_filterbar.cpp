// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/filter/filterfield.h"
#include "ui/messages/filterbar.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/elidedlabel.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace amb;
using namespace Qt::StringLiterals;

/// The quick filter by keys and mouse: over old and new rows, with errors, kept filters, and the
/// ways in and out.
class TestFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void filtersWhileOneTypes();
    void appliesToNewRowsToo();
    void pointsAtAnErrorAndKeepsTheLastFilter();
    void whatIsUnfinishedIsNoAlarm();
    void escapeClearsAndThenLeaves();
    void returnAppliesAtOnceAndLeaves();
    void leavesHeartbeatsOutUnlessAskedFor();
    void rowsThatWaitStayOut();
    void forgetsDroppedRows();
    void goingToARowEndsTheFilter();
    void savesOffersAndForgets();
    void survivesStrangeSettings();
    void saysWhenNothingMatches();
    void followsALongCapture();
    void opensInTheWindowByCtrlF();
    void helpTriesAnExample();

private:
    void type(const QString &text) const;
    [[nodiscard]] QString hits() const;
    [[nodiscard]] QString problem() const;
    /// Numbers of the rows that are shown.
    [[nodiscard]] QList<int> shown() const;
    [[nodiscard]] QAction *inMenu(const QString &name, const QString &filter = {}) const;

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QWidget> m_window;
    FilterBar *m_bar = nullptr;
    MessageView *m_view = nullptr;
    FilterField *m_field = nullptr;
};

void TestFilterBar::type(const QString &text) const
{
    m_field->setFocus();
    m_field->selectAll();
    QTest::keyClicks(m_field, text);
}

QString TestFilterBar::hits() const
{
    return m_bar->findChild<ElidedLabel *>(u"filterHits"_s)->text();
}

QString TestFilterBar::problem() const
{
    const auto *label = m_bar->findChild<ElidedLabel *>(u"filterProblem"_s);
    return label->isVisibleTo(m_bar) ? label->text() : QString();
}

QList<int> TestFilterBar::shown() const
{
    QList<int> rows;
    for (int i = 0; i < m_model->rowCount(); ++i)
        rows.append(int(qint64(m_model->rowAt(i))));
    return rows;
}

QAction *TestFilterBar::inMenu(const QString &name, const QString &filter) const
{
    auto *menu = m_bar->findChild<QMenu *>(u"savedFiltersMenu"_s);
    emit menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->objectName() == name && action->data().toString() == filter)
            return action;
    }
    return nullptr;
}

void TestFilterBar::initTestCase()
{
    WindowFixture::keepSettingsApart();
}

void TestFilterBar::init()
{
    WindowFixture::forgetSettings();
    m_window.reset();
    m_model.reset();
    m_store = memoryStore();
    for (const char *text : {"printer", "network", "printer again", "disk"})
        appendEvent(
            *m_store, "/rw/default/incident/YWN0aXZlPXRydWU-", '"' + QByteArray(text) + '"');
    m_store->flush();
    m_model = std::make_unique<MessageModel>(*m_store);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
    connect(m_store.get(), &CaptureStore::dropped, m_model.get(), &MessageModel::dropRows);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_bar = new FilterBar(*m_model);
    m_view = new MessageView(*m_model);
    connect(m_bar, &FilterBar::leaveRequested, m_view, [this] { m_view->setFocus(); });
    layout->addWidget(m_bar);
    layout->addWidget(m_view);
    m_field = m_bar->findChild<FilterField *>(u"filterField"_s);
    m_window->resize(900, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestFilterBar::filtersWhileOneTypes()
{
    QCOMPARE(hits(), QString());
    type(u"printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2}));
    QTRY_COMPARE(hits(), u"2 of 4"_s);
    QTest::keyClicks(m_field, u" again"_s);
    QTRY_COMPARE(shown(), QList<int>{2});
    type(u"channel:active=true not printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{1, 3}));
    m_field->clear();
    QTRY_COMPARE(shown(), (QList<int>{0, 1, 2, 3}));
    QCOMPARE(hits(), QString());
}

void TestFilterBar::appliesToNewRowsToo()
{
    type(u"printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2}));
    appendEvent(*m_store, "/a", "\"a third printer\"");
    appendEvent(*m_store, "/a", "\"something else\"");
    m_store->flush();
    QTRY_COMPARE(shown(), (QList<int>{0, 2, 4}));
    QTRY_COMPARE(hits(), u"3 of 6"_s);
}

void TestFilterBar::pointsAtAnErrorAndKeepsTheLastFilter()
{
    type(u"printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2}));
    QTest::keyClicks(m_field, u" kind:evnt "_s);
    QVERIFY(problem().startsWith(u"Character 14: There is no such kind."_s));
    QCOMPARE(m_field->markedRange(), (std::optional<std::pair<int, int>>{{13, 17}}));
    QCOMPARE(shown(), (QList<int>{0, 2}));
    type(u"disk"_s);
    QCOMPARE(problem(), QString());
    QVERIFY(!m_field->markedRange());
    QTRY_COMPARE(shown(), QList<int>{3});
}

void TestFilterBar::whatIsUnfinishedIsNoAlarm()
{
    type(u"printer or"_s);
    QVERIFY(problem().contains(u"missing at the end"_s));
    QCOMPARE(m_field->markedRange(), (std::optional<std::pair<int, int>>{{10, 10}}));
    QTest::keyClicks(m_field, u" disk"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2, 3}));
}

void TestFilterBar::escapeClearsAndThenLeaves()
{
    type(u"printer"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(m_field->hasFocus());
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(m_view->hasFocus());
}

void TestFilterBar::returnAppliesAtOnceAndLeaves()
{
    type(u"printer"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QVERIFY(m_model->isFiltered());
    QVERIFY(m_view->hasFocus());
    QTRY_COMPARE(m_model->rowCount(), 2);
}

void TestFilterBar::leavesHeartbeatsOutUnlessAskedFor()
{
    appendRaw(*m_store,
              R"({"channel":"/meta/connect","successful":true})",
              MessageKind::Connect,
              Direction::In,
              "/meta/connect");
    m_store->flush();
    type(u"dir:in"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 1, 2, 3}));
    m_model->setShowsHeartbeats(true);
    QTRY_COMPARE(shown(), (QList<int>{0, 1, 2, 3, 4}));
    m_model->setShowsHeartbeats(false);
    type(u"kind:connect"_s);
    QTRY_COMPARE(shown(), QList<int>{4});
}

void TestFilterBar::rowsThatWaitStayOut()
{
    type(u"printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2}));
    m_model->setPaused(true);
    appendEvent(*m_store, "/a", "\"printer\"");
    m_store->flush();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(shown(), (QList<int>{0, 2}));
    m_model->setPaused(false);
    QTRY_COMPARE(shown(), (QList<int>{0, 2, 4}));
}

void TestFilterBar::forgetsDroppedRows()
{
    type(u"printer"_s);
    QTRY_COMPARE(shown(), (QList<int>{0, 2}));
    m_model->dropRows(Row(1));
    QCOMPARE(shown(), QList<int>{2});
    QCOMPARE(m_model->indexOf(Row(2)), 0);
    QCOMPARE(m_model->indexOf(Row(3)), -1);
    QCOMPARE(m_model->indexFrom(Row(1)), 0);
}

void TestFilterBar::goingToARowEndsTheFilter()
{
    type(u"printer"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QVERIFY(m_view->goToRow(Row(2))); // is shown: the filter stays
    QVERIFY(m_model->isFiltered());
    QVERIFY(m_view->goToRow(Row(1)));
    QVERIFY(!m_model->isFiltered());
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(m_view->currentRow(), Row(1));
}

void TestFilterBar::savesOffersAndForgets()
{
    QVERIFY(!inMenu(u"saveFilter"_s)->isEnabled());
    type(u"printer not again"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    inMenu(u"saveFilter"_s)->trigger();
    m_field->clear();
    const FilterBar other(*m_model); // another window, or after a restart
    QCOMPARE(SavedFilters().all(), QStringList{u"printer not again"_s});
    QAction *offered = inMenu(u"savedFilter"_s, u"printer not again"_s);
    QVERIFY(offered);
    offered->trigger();
    QCOMPARE(m_field->text(), u"printer not again"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(!inMenu(u"saveFilter"_s)->isEnabled());
    inMenu(u"forgetFilter"_s)->trigger();
    QVERIFY(SavedFilters().all().isEmpty());
    type(u"kind:evnt "_s);
    QVERIFY(!inMenu(u"saveFilter"_s)->isEnabled());
}

void TestFilterBar::survivesStrangeSettings()
{
    QSettings().setValue(u"filters/saved"_s,
                         QStringList{u""_s, QString(5000, u'x'), u"a"_s, u"a"_s});
    QCOMPARE(SavedFilters().all(), QStringList{u"a"_s});
    QSettings().setValue(u"filters/saved"_s, 17);
    QVERIFY(SavedFilters().all().size() <= 1);
    for (int i = 0; i < 100; ++i)
        SavedFilters().add(u"f%1"_s.arg(i));
    QCOMPARE(SavedFilters().all().size(), 30);
    QCOMPARE(SavedFilters().all().first(), u"f99"_s);
}

void TestFilterBar::saysWhenNothingMatches()
{
    type(u"zebra"_s);
    const auto *label = m_view->findChild<QLabel *>(u"messagesEmpty"_s);
    QTRY_VERIFY(label->text().contains(u"No message matches the filter"_s));
    QVERIFY(label->isVisibleTo(m_view));
    QTRY_COMPARE(hits(), u"0 of 4"_s);
}

void TestFilterBar::followsALongCapture()
{
    appendEvents(*m_store, 5'000);
    QVERIFY(m_view->isFollowing());
    type(u"\"n\":4999}"_s.prepend(u'/').append(u'/'));
    QTRY_COMPARE(shown(), QList<int>{5'003});
    type(u"dir:in"_s);
    QTRY_COMPARE(m_model->rowCount(), 5'004);
    QVERIFY(m_view->isFollowing());
    m_field->clear();
    QTRY_VERIFY(!m_model->isFiltered());
    QCOMPARE(m_model->rowCount(), 5'004);
}

void TestFilterBar::opensInTheWindowByCtrlF()
{
    WindowFixture fixture;
    auto &field = fixture.find<FilterField>(u"filterField"_s);
    QVERIFY(!field.hasFocus());
    QTest::keyClick(&fixture.window(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(fixture.window().focusWidget(), &field);
    QTest::keyClicks(&field, u"kind:handshake"_s);
    auto &view = fixture.find<MessageView>(u"messageView"_s);
    QTRY_VERIFY(view.model()->rowCount() >= 2);
    QTRY_VERIFY(fixture.label(u"filterHits"_s).startsWith(u"2 of "_s));
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(fixture.window().focusWidget(), &view);
}

void TestFilterBar::helpTriesAnExample()
{
    WindowFixture fixture;
    fixture.find<QAction>(u"actionFilterHelp"_s).trigger();
    auto &list = fixture.find<QTreeWidget>(u"filterHelpList"_s);
    for (int i = 0; i < list.topLevelItemCount(); ++i) {
        std::optional<FilterProblem> problem;
        const QString filter = list.topLevelItem(i)->text(0);
        QVERIFY(!Filter::parse(filter, problem).isEverything());
        QVERIFY2(!problem, qPrintable(filter));
    }
    list.setCurrentItem(list.topLevelItem(1));
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(fixture.find<FilterField>(u"filterField"_s).text(), u"\"does not print\""_s);
}

QTEST_MAIN(TestFilterBar)
#include "test_filterbar.moc"
