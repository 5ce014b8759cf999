// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/messages/highlighterdialog.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/messageactions.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/rowmarks.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// What the Messages menu does with the list: pause, heartbeats, times, columns, marks, colours,
/// copies.
class TestMessageActions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void leavesHeartbeatsOutUntilAsked();
    void showsAConnectThatWasRefused();
    void keepsTheCurrentRowWhenHeartbeatsCome();
    void pausesAndSaysWhatWaits();
    void keepsWhatWaitsWhenRowsAreDropped();
    void tellsTimesInFourForms_data();
    void tellsTimesInFourForms();
    void hidesAndShowsColumns();
    void marksAndComesBack();
    void goesToAHeartbeat();
    void coloursWhatFits();
    void savesHighlighters();
    void saysWhatIsWrongWithAPattern();
    void editsHighlightersByKeyboard();
    void copiesInEveryForm_data();
    void copiesInEveryForm();
    void quotesForAShell();
    void saysWhenThereIsNoCommand();
    void wishesForThePinAndTheComparison();

private:
    void appendHeartbeat(bool successful = true)
    {
        appendRaw(*m_store,
                  R"({"id":"2","channel":"/meta/connect"})",
                  MessageKind::Connect,
                  Direction::Out,
                  "/meta/connect");
        appendRaw(*m_store,
                  successful ? R"({"id":"2","channel":"/meta/connect","successful":true})"
                             : R"({"id":"2","channel":"/meta/connect","successful":false})",
                  MessageKind::Connect,
                  Direction::In,
                  "/meta/connect");
        m_store->flush();
    }

    void trigger(const QString &name) const
    {
        auto *action = m_window->findChild<QAction *>(name);
        QVERIFY2(action, qPrintable(name));
        action->trigger();
    }

    void select(int first, int last) const
    {
        m_view->setCurrentIndex(m_model->index(first, 0));
        for (int row = first; row <= last; ++row)
            m_view->selectionModel()->select(
                m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    [[nodiscard]] QString time(int row) const
    {
        return m_model->index(row, MessageModel::TimeColumn).data().toString();
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QMainWindow> m_window;
    MessageView *m_view = nullptr;
};

void TestMessageActions::init()
{
    m_window.reset();
    m_tester.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<MessageModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
    m_window = std::make_unique<QMainWindow>();
    m_view = new MessageView(*m_model);
    m_window->setCentralWidget(m_view);
    new MessageActions(*m_window->menuBar()->addMenu(u"Messages"_s), *m_view, *m_model, [] {
        return CommandTarget{u"https://dev1"_s, QUrl(u"https://dev1/amb"_s), u"client1"_s};
    });
    m_window->resize(900, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_view->setFocus();
}

void TestMessageActions::leavesHeartbeatsOutUntilAsked()
{
    appendEvents(*m_store, 2);
    appendHeartbeat();
    appendEvents(*m_store, 1);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->heartbeatCount(), 2);
    QCOMPARE(m_model->rowAt(2), Row(4));
    QTest::keyClick(m_view, Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(m_view->isFollowing());
    QTest::keyClick(m_view, Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(m_model->rowCount(), 3);
}

void TestMessageActions::showsAConnectThatWasRefused()
{
    appendHeartbeat(false);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowAt(0), Row(1));
}

void TestMessageActions::keepsTheCurrentRowWhenHeartbeatsCome()
{
    for (int i = 0; i < 100; ++i) {
        appendHeartbeat();
        appendEvents(*m_store, 1);
    }
    m_view->setCurrentIndex(m_model->index(50, 0));
    const Row current = *m_view->currentRow();
    trigger(u"actionHeartbeats"_s);
    QCOMPARE(m_view->currentRow(), std::optional(current));
    QVERIFY(!m_view->isFollowing());
}

void TestMessageActions::pausesAndSaysWhatWaits()
{
    appendEvents(*m_store, 1);
    QTest::keyClick(m_view, Qt::Key_Space, Qt::ControlModifier);
    auto *button = m_window->findChild<QPushButton *>(u"pauseButton"_s);
    QVERIFY(button->isVisible());
    appendEvents(*m_store, 1234);
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY2(button->text().contains(QLocale().toString(1234)), qPrintable(button->text()));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_model->rowCount(), 1235);
    QVERIFY(!button->isVisible());
    QVERIFY(!m_window->findChild<QAction *>(u"actionPause"_s)->isChecked());
}

void TestMessageActions::keepsWhatWaitsWhenRowsAreDropped()
{
    appendEvents(*m_store, 10);
    trigger(u"actionPause"_s);
    appendEvents(*m_store, 10);
    m_model->dropRows(Row(15)); // five of those that wait are gone already
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->waitingCount(), 5);
    trigger(u"actionPause"_s);
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(m_model->rowAt(0), Row(15));
}

void TestMessageActions::tellsTimesInFourForms_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QStringList>("times");
    using Form = TimeStyle::Form;
    QTest::newRow("clock") << int(Form::Clock)
                           << QStringList{u"20:26:40.000"_s, u"20:26:41.500"_s, u"21:26:41.500"_s};
    QTest::newRow("date") << int(Form::DateAndClock)
                          << QStringList{u"2026-05-28 20:26:40.000"_s,
                                         u"2026-05-28 20:26:41.500"_s,
                                         u"2026-05-28 21:26:41.500"_s};
    QTest::newRow("since first") << int(Form::SinceFirst)
                                 << QStringList{u"0.000"_s, u"1.500"_s, u"1:00:01.500"_s};
    QTest::newRow("since previous")
        << int(Form::SincePrevious) << QStringList{u"0.000"_s, u"1.500"_s, u"1:00:00.000"_s};
}

void TestMessageActions::tellsTimesInFourForms()
{
    QFETCH(const int, form);
    const Timestamp begin(std::chrono::seconds(1'780'000'000));
    for (const auto after : {std::chrono::milliseconds(0),
                             std::chrono::milliseconds(1500),
                             std::chrono::milliseconds(3'601'500)}) {
        Record record;
        record.raw = R"({"channel":"/a","data":1})";
        record.channel = "/a";
        record.time = begin + after;
        m_store->append(record);
    }
    m_store->flush();
    trigger(u"actionTimeUtc"_s);
    trigger(u"actionTime%1"_s.arg(form));
    QTEST(QStringList({time(0), time(1), time(2)}), "times");
}

void TestMessageActions::hidesAndShowsColumns()
{
    appendEvents(*m_store, 1);
    QVERIFY(m_view->isColumnHidden(MessageModel::TransportColumn));
    auto *menu = m_window->findChild<QMenu *>(u"columnsMenu"_s);
    emit menu->aboutToShow();
    QVERIFY(!menu->actions().at(MessageModel::SummaryColumn)->isEnabled());
    menu->actions().at(MessageModel::TransportColumn)->trigger();
    menu->actions().at(MessageModel::ChannelColumn)->trigger();
    QVERIFY(!m_view->isColumnHidden(MessageModel::TransportColumn));
    QVERIFY(m_view->isColumnHidden(MessageModel::ChannelColumn));
    QCOMPARE(m_model->index(0, MessageModel::TransportColumn).data().toString(), u"WebSocket"_s);
}

void TestMessageActions::marksAndComesBack()
{
    appendEvents(*m_store, 300);
    select(5, 6);
    QTest::keyClick(m_view, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(m_model->marks().count(), 2);
    QVERIFY(m_model->index(5, 0).data(Qt::AccessibleTextRole).toString().contains(u"marked"_s));
    select(250, 250);
    QTest::keyClick(m_view, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->currentRow(), std::optional(Row(5)));
    QTest::keyClick(m_view, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->currentRow(), std::optional(Row(6)));
    trigger(u"actionClearMarks"_s);
    QCOMPARE(m_model->marks().count(), 0);
}

void TestMessageActions::goesToAHeartbeat()
{
    appendEvents(*m_store, 3);
    appendHeartbeat();
    QVERIFY(m_view->goToRow(Row(4)));
    QCOMPARE(m_view->currentRow(), std::optional(Row(4)));
    QVERIFY(m_model->showsHeartbeats());
    QVERIFY(!m_view->goToRow(Row(99)));
}

void TestMessageActions::coloursWhatFits()
{
    appendEvent(*m_store, "/a", R"({"priority":"1 - Critical"})");
    appendEvent(*m_store, "/b", R"({"priority":"4 - Low"})");
    m_store->flush();
    m_model->highlighters().setRules(
        {{.text = u"CRITICAL"_s, .hue = HighlightHue::Red},
         {.text = u"^/b$"_s, .isPattern = true, .hue = HighlightHue::Green}});
    QCOMPARE(m_model->line(0).highlighter, 0);
    QCOMPARE(m_model->line(1).highlighter, -1); // the pattern sees the channel within a text
    m_model->highlighters().setRules({{.text = u"(?m)^/b$"_s, .isPattern = true}});
    QCOMPARE(m_model->line(0).highlighter, -1);
    QCOMPARE(m_model->line(1).highlighter, 0);
}

void TestMessageActions::savesHighlighters()
{
    const QList<Highlighter> rules{{.text = u"a"_s,
                                    .isPattern = true,
                                    .isCaseSensitive = true,
                                    .hue = HighlightHue::Purple,
                                    .isEnabled = false},
                                   {.text = u"b"_s}};
    m_model->highlighters().setRules(rules);
    Highlighters others;
    others.restore(m_model->highlighters().save());
    QCOMPARE(others.rules(), rules);
    others.restore("[{\"text\":7},{\"text\":\"x\",\"hue\":\"mauve\"},3]");
    QCOMPARE(others.rules().size(), 1);
    others.restore("{not json");
    QVERIFY(others.rules().isEmpty());
}

void TestMessageActions::saysWhatIsWrongWithAPattern()
{
    const Highlighter rule{.text = u"ab["_s, .isPattern = true};
    QVERIFY(rule.problem());
    QVERIFY2(rule.problem()->text.contains(u"character 4"_s), qPrintable(rule.problem()->text));
    QVERIFY(!Highlighter{.text = u"ab["_s}.problem());
    QVERIFY(Highlighter{}.problem());
}

void TestMessageActions::editsHighlightersByKeyboard()
{
    HighlighterDialog dialog(m_model->highlighters());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto button = [&dialog](const QString &name) {
        return dialog.findChild<QPushButton *>(name);
    };
    QTest::mouseClick(button(u"highlighterAdd"_s), Qt::LeftButton);
    auto *text = dialog.findChild<QLineEdit *>(u"highlighterText"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"INC001["_s);
    dialog.findChild<QCheckBox *>(u"highlighterPattern"_s)->setChecked(true);
    QVERIFY(!dialog.findChild<QLabel *>(u"highlighterProblem"_s)->text().isEmpty());
    QTest::keyClick(text, Qt::Key_Backspace);
    QVERIFY(dialog.findChild<QLabel *>(u"highlighterProblem"_s)->text().isEmpty());
    dialog.findChild<QComboBox *>(u"highlighterHue"_s)->setCurrentIndex(int(HighlightHue::Blue));
    QTest::mouseClick(button(u"highlighterAdd"_s), Qt::LeftButton);
    QTest::keyClicks(text, u"second"_s);
    QTest::mouseClick(button(u"highlighterUp"_s), Qt::LeftButton);
    const QList<Highlighter> &rules = m_model->highlighters().rules();
    QCOMPARE(rules.size(), 2);
    QCOMPARE(rules.at(0).text, u"second"_s);
    QCOMPARE(rules.at(1).text, u"INC001"_s);
    QCOMPARE(rules.at(1).hue, HighlightHue::Blue);
    auto *list = dialog.findChild<QListWidget *>(u"highlighterList"_s);
    list->item(1)->setCheckState(Qt::Unchecked);
    QVERIFY(!m_model->highlighters().rules().at(1).isEnabled);
    QTest::mouseClick(button(u"highlighterRemove"_s), Qt::LeftButton);
    QCOMPARE(m_model->highlighters().rules().size(), 1);
    QCOMPARE(m_model->highlighters().rules().at(0).text, u"INC001"_s);
}

void TestMessageActions::copiesInEveryForm_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("json") << int(CopyForm::JsonArray)
                          << u"[\n{\"channel\":\"/a\",\"data\":{\"t\":\"it's\"}},\n"
                             "{\"channel\":\"/b\",\"data\":2}\n]\n"_s;
    QTest::newRow("ambcat") << int(CopyForm::Ambcat)
                            << u"ambcat 'https://dev1' --publish '/a' --data "
                               "'{\"t\":\"it'\\''s\"}'\n"
                               "ambcat 'https://dev1' --publish '/b' --data '2'\n"_s;
    const QString curl = u"curl -X POST 'https://dev1/amb' -b cookies.txt -H "
                         "'Content-Type: application/json;charset=UTF-8' --data-raw "_s;
    QTest::newRow("curl") << int(CopyForm::Curl)
                          << curl
            + u"'[{\"channel\":\"/a\",\"data\":{\"t\":\"it'\\''s\"},\"id\":\"1\","
              "\"clientId\":\"client1\"}]'\n"_s
            + curl
            + u"'[{\"channel\":\"/b\",\"data\":2,\"id\":\"1\",\"clientId\":\"client1\"}]'\n"_s;
}

void TestMessageActions::copiesInEveryForm()
{
    QFETCH(const int, form);
    appendEvent(*m_store, "/a", R"({"t":"it's"})");
    appendEvent(*m_store, "/b", "2");
    m_store->flush();
    select(0, 1);
    trigger(u"actionCopyAs%1"_s.arg(form));
    QTEST(QGuiApplication::clipboard()->text(), "text");
}

void TestMessageActions::quotesForAShell()
{
    QCOMPARE(shellWord(u"a b"_s), u"'a b'"_s);
    QCOMPARE(shellWord(u"$(rm)'`"_s), u"'$(rm)'\\''`'"_s);
}

void TestMessageActions::saysWhenThereIsNoCommand()
{
    appendRaw(*m_store, R"({"note":"gap","text":"x"})", MessageKind::Note, Direction::Local);
    m_store->flush();
    select(0, 0);
    const QSignalSpy nothing(m_view, &MessageView::nothingToCopy);
    trigger(u"actionCopyAs%1"_s.arg(int(CopyForm::Curl)));
    QCOMPARE(nothing.size(), 1);
}

void TestMessageActions::wishesForThePinAndTheComparison()
{
    auto *actions = m_window->findChild<MessageActions *>();
    QVERIFY(actions);
    QSignalSpy pins(actions, &MessageActions::pinRequested);
    QSignalSpy comparisons(actions, &MessageActions::compareRequested);
    QVERIFY(!m_window->findChild<QAction *>(u"actionPin"_s)->isEnabled());
    appendEvents(*m_store, 3);
    select(1, 1);
    trigger(u"actionPin"_s);
    trigger(u"actionCompare"_s);
    QCOMPARE(pins.size(), 1);
    QCOMPARE(pins.first().first().value<Row>(), m_model->rowAt(1));
    QCOMPARE(comparisons.size(), 1);
    emit m_view->customContextMenuRequested(m_view->viewport()->rect().center());
    const auto *menu = m_view->findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(m_window->findChild<QAction *>(u"actionCompare"_s)));
}

QTEST_MAIN(TestMessageActions)
#include "test_messageactions.moc"
