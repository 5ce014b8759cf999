// SPDX-License-Identifier: MIT
#include "core/instance/tablecatalog.h"
#include "ui/watchers/watchdialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace amb;
using namespace Qt::StringLiterals;

/// The builder of record watchers by mouse and keys: each place follows the others.
class TestWatchDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tableAndConditionMakeTheChannel();
    void aPastedListFillsEverything();
    void aTypedChannelIsTakenApart();
    void aTypedQueryBecomesRows();
    void rowsAreAddedJoinedAndRemoved();
    void operatorsAreChosenInWords();
    void whatIsNoConditionIsKept();
    void anUnfinishedRowIsLeftOut();
    void theResponderIsPartOfTheName();
    void findingsComeAsTheyAriseAndAreMendedByAClick();
    void aRefusalSwitchesSubscribeOff();
    void subscribesByReturn();
    void saysWhyAPasteCannotBeRead();
    void saysWhyAChannelCannotBeRead();
    void namesAreOfferedFromTheInstance();
    void withoutRightsItSaysSo();
    void manyConditionsAreNotAllShown();
    void everyControlHasAName();
    void theKeyboardReachesEverything();
    void tabGoesFromRowToRow();

private:
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        auto *child = m_dialog->findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return child;
    }
    /// A child of a condition's row.
    template <typename T>
    [[nodiscard]] T *inRow(int row, const QString &name) const
    {
        return find<QWidget>(u"condition%1"_s.arg(row))->findChild<T *>(name);
    }
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] QStringList findings() const;

    QList<TableRequest> m_asked;
    std::unique_ptr<TableCatalog> m_catalog;
    QPointer<WatchDialog> m_dialog;
    QLineEdit *m_paste = nullptr;
    QLineEdit *m_table = nullptr;
    QLineEdit *m_query = nullptr;
    QLineEdit *m_channel = nullptr;
    QPushButton *m_subscribe = nullptr;
};

namespace {

void retype(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

} // namespace

int TestWatchDialog::shownRows() const
{
    int rows = 0;
    while (const auto *row = m_dialog->findChild<QWidget *>(u"condition%1"_s.arg(rows))) {
        if (!row->isVisibleTo(m_dialog))
            break;
        ++rows;
    }
    return rows;
}

QStringList TestWatchDialog::findings() const
{
    QStringList texts;
    const auto labels = m_dialog->findChildren<QLabel *>(u"lintText"_s);
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

void TestWatchDialog::init()
{
    m_asked.clear();
    m_catalog = std::make_unique<TableCatalog>([this](const TableRequest &request) {
        m_asked.append(request);
        return TableReadId(m_asked.size());
    });
    m_dialog = new WatchDialog(*m_catalog);
    m_paste = find<QLineEdit>(u"pasteField"_s);
    m_table = find<QLineEdit>(u"tableField"_s);
    m_query = find<QLineEdit>(u"queryField"_s);
    m_channel = find<QLineEdit>(u"channelField"_s);
    m_subscribe = find<QPushButton>(u"watchSubscribe"_s);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void TestWatchDialog::cleanup()
{
    delete m_dialog;
}

void TestWatchDialog::tableAndConditionMakeTheChannel()
{
    QVERIFY(!m_subscribe->isEnabled());
    QCOMPARE(m_channel->text(), QString());
    QTest::keyClicks(m_table, u"incident"_s);
    QTest::keyClicks(inRow<QLineEdit>(0, u"field"_s), u"active"_s);
    QTest::keyClicks(inRow<QLineEdit>(0, u"value"_s), u"true"_s);
    QCOMPARE(m_query->text(), u"active=true"_s);
    QCOMPARE(m_channel->text(), u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    QCOMPARE(find<QLabel>(u"watchWords"_s)->text(), u"incident where active=true"_s);
    QVERIFY(m_subscribe->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"copyChannel"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_channel->text());
}

void TestWatchDialog::aPastedListFillsEverything()
{
    QGuiApplication::clipboard()->setText(
        u"https://dev12345.service-now.com/nav_to.do?uri=%2Fincident_list.do%3Fsysparm_query%3D"
        "active%253Dtrue%255Epriority%253D1%255EORDERBYnumber"_s);
    m_paste->setFocus();
    QTest::keySequence(m_paste, QKeySequence::Paste);
    QCOMPARE(m_table->text(), u"incident"_s);
    QCOMPARE(m_query->text(), u"active=true^priority=1^ORDERBYnumber"_s);
    QCOMPARE(shownRows(), 3);
    QCOMPARE(inRow<QLineEdit>(1, u"field"_s)->text(), u"priority"_s);
    QCOMPARE(inRow<QLineEdit>(2, u"text"_s)->text(), u"ORDERBYnumber"_s);
    // As the browser would: without the sorting.
    QCOMPARE(m_channel->text(),
             QString::fromUtf8(
                 RecordWatcherName::encode("default", u"incident"_s, u"active=true^priority=1"_s)));
}

void TestWatchDialog::aTypedChannelIsTakenApart()
{
    retype(m_channel, u"/rw/default/incident/cHJpb3JpdHk9MV5hY3RpdmU9dHJ1ZQ--"_s);
    QCOMPARE(m_table->text(), u"incident"_s);
    QCOMPARE(m_query->text(), u"priority=1^active=true"_s);
    QCOMPARE(shownRows(), 2);
    QCOMPARE(inRow<QLineEdit>(1, u"value"_s)->text(), u"true"_s);
    QVERIFY(m_subscribe->isEnabled());
}

void TestWatchDialog::aTypedQueryBecomesRows()
{
    retype(m_query, u"stateCHANGESTO6^ORassigned_toISEMPTY"_s);
    QCOMPARE(shownRows(), 2);
    QCOMPARE(inRow<QComboBox>(0, u"operator"_s)->currentText(), u"changes to"_s);
    QCOMPARE(inRow<QLineEdit>(0, u"value"_s)->text(), u"6"_s);
    QCOMPARE(inRow<QComboBox>(1, u"joint"_s)->currentText(), u"or"_s);
    QVERIFY(!inRow<QLineEdit>(1, u"value"_s)->isEnabled());
    QCOMPARE(m_query->text(), u"stateCHANGESTO6^ORassigned_toISEMPTY"_s); // as it was typed
}

void TestWatchDialog::rowsAreAddedJoinedAndRemoved()
{
    retype(m_query, u"active=true^EQ"_s);
    QCOMPARE(shownRows(), 1);
    QTest::mouseClick(find<QPushButton>(u"addCondition"_s), Qt::LeftButton);
    QCOMPARE(shownRows(), 2);
    QTRY_COMPARE(m_dialog->focusWidget(), inRow<QLineEdit>(1, u"field"_s));
    QTest::keyClicks(m_dialog->focusWidget(), u"priority"_s);
    QTest::keyClicks(inRow<QLineEdit>(1, u"value"_s), u"1"_s);
    QCOMPARE(m_query->text(), u"active=true^priority=1^EQ"_s);
    inRow<QComboBox>(1, u"joint"_s)->setFocus();
    QTest::keyClick(inRow<QComboBox>(1, u"joint"_s), Qt::Key_Down);
    QCOMPARE(m_query->text(), u"active=true^ORpriority=1^EQ"_s);
    QTest::mouseClick(inRow<QToolButton>(0, u"removeCondition"_s), Qt::LeftButton);
    QCOMPARE(m_query->text(), u"priority=1^EQ"_s);
    QCOMPARE(shownRows(), 1);
    QTest::mouseClick(inRow<QToolButton>(0, u"removeCondition"_s), Qt::LeftButton);
    QCOMPARE(m_query->text(), u"EQ"_s);
}

void TestWatchDialog::operatorsAreChosenInWords()
{
    retype(m_query, u"state=6"_s);
    auto *box = inRow<QComboBox>(0, u"operator"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), u"is not"_s);
    QCOMPARE(m_query->text(), u"state!=6"_s);
    box->setCurrentIndex(box->findText(u"is not empty"_s));
    QCOMPARE(m_query->text(), u"stateISNOTEMPTY"_s);
    // Who only passes by an operator without value does not lose his.
    box->setCurrentIndex(box->findText(u"changes from"_s));
    QCOMPARE(m_query->text(), u"stateCHANGESFROM6"_s);
}

void TestWatchDialog::whatIsNoConditionIsKept()
{
    retype(m_query, u"123TEXTQUERY321=printer^active=true"_s);
    auto *text = inRow<QLineEdit>(0, u"text"_s);
    QVERIFY(text->isVisibleTo(m_dialog));
    QCOMPARE(text->text(), u"123TEXTQUERY321=printer"_s);
    retype(inRow<QLineEdit>(1, u"value"_s), u"false"_s);
    QCOMPARE(m_query->text(), u"123TEXTQUERY321=printer^active=false"_s);
}

void TestWatchDialog::anUnfinishedRowIsLeftOut()
{
    retype(m_query, u"active=true"_s);
    QTest::mouseClick(find<QPushButton>(u"addCondition"_s), Qt::LeftButton);
    QTest::keyClicks(inRow<QLineEdit>(1, u"value"_s), u"1"_s);
    QCOMPARE(m_query->text(), u"active=true"_s);
    QCOMPARE(shownRows(), 2);
}

void TestWatchDialog::theResponderIsPartOfTheName()
{
    QTest::keyClicks(m_table, u"incident"_s);
    retype(m_query, u"active=true"_s);
    auto *box = find<QComboBox>(u"responderBox"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(m_channel->text(), u"/rw/count/incident/YWN0aXZlPXRydWU-"_s);
    retype(m_channel, u"/rw/mine/incident/YWN0aXZlPXRydWU-"_s);
    QCOMPARE(box->currentText(), u"mine"_s);
    retype(m_query, u"active=false"_s);
    QVERIFY(m_channel->text().startsWith(u"/rw/mine/incident/"_s));
}

void TestWatchDialog::findingsComeAsTheyAriseAndAreMendedByAClick()
{
    QCOMPARE(findings(), QStringList());
    QTest::keyClicks(m_table, u"task"_s);
    QCOMPARE(findings().size(), 2);
    QVERIFY(findings().first().contains(u"no empty query"_s));
    QVERIFY(findings().last().contains(u"All of task"_s));
    QVERIFY(!m_subscribe->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"useBetter"_s), Qt::LeftButton);
    QCOMPARE(m_query->text(), u"active=true^sys_class_name=incident"_s);
    QCOMPARE(shownRows(), 2);
    QCOMPARE(findings(), QStringList());
    retype(m_table, u"Incident"_s);
    QTest::mouseClick(find<QPushButton>(u"useBetter"_s), Qt::LeftButton);
    QCOMPARE(m_table->text(), u"incident"_s);
}

void TestWatchDialog::aRefusalSwitchesSubscribeOff()
{
    QTest::keyClicks(m_table, u"sys_rw_action"_s);
    retype(m_query, u"active=true"_s);
    QVERIFY(findings().first().startsWith(u"Does not work"_s));
    QVERIFY(!m_subscribe->isEnabled());
    retype(m_table, u"incident"_s);
    QVERIFY(m_subscribe->isEnabled());
}

void TestWatchDialog::subscribesByReturn()
{
    QSignalSpy wanted(m_dialog, &WatchDialog::subscribeRequested);
    QTest::keyClicks(m_table, u"incident"_s);
    retype(m_query, u"active=true"_s);
    QTest::keyClick(m_query, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<ChannelPattern>().toString(),
             u"/rw/default/incident/YWN0aXZlPXRydWU-"_s);
    QTRY_VERIFY(m_dialog.isNull());
}

void TestWatchDialog::saysWhyAPasteCannotBeRead()
{
    m_paste->setText(u"https://dev12345.service-now.com/stats.do"_s);
    QVERIFY(find<QLabel>(u"pasteFieldNote"_s)->text().contains(u"names no table"_s));
    m_paste->clear();
    QVERIFY(find<QLabel>(u"pasteFieldNote"_s)->text().startsWith("Such as"_L1));
}

void TestWatchDialog::saysWhyAChannelCannotBeRead()
{
    QTest::keyClicks(m_table, u"incident"_s);
    retype(m_query, u"active=true"_s);
    retype(m_channel, u"/chat/room"_s);
    QVERIFY(findings().first().contains(u"no record watcher's channel"_s));
    QVERIFY(!m_subscribe->isEnabled());
    QCOMPARE(m_query->text(), u"active=true"_s); // nothing is lost
    retype(m_channel, u"/rw/graphql/0123456789abcdef"_s);
    QVERIFY(findings().first().contains(u"GraphQL"_s));
    retype(m_query, u"active=false"_s);
    QVERIFY(m_subscribe->isEnabled());
}

void TestWatchDialog::namesAreOfferedFromTheInstance()
{
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().table, u"sys_db_object"_s);
    TableRow incident{{u"name"_s, {u"incident"_s, {}}}};
    m_catalog->take(TableReadId(1), TableRows{incident});
    QTest::keyClicks(m_table, u"incid"_s);
    QCOMPARE(m_table->completer()->currentCompletion(), u"incident"_s);
    retype(m_table, u"incident"_s);
    QCOMPARE(m_asked.last().table, u"sys_dictionary"_s);
    TableRow priority{{u"element"_s, {u"priority"_s, {}}}};
    m_catalog->take(TableReadId(m_asked.size()), TableRows{priority});
    auto *field = inRow<QLineEdit>(0, u"field"_s);
    QTest::keyClicks(field, u"prio"_s);
    QCOMPARE(field->completer()->currentCompletion(), u"priority"_s);
    retype(m_query, u"prioritty=1"_s);
    QVERIFY(findings().first().contains(u"is it priority?"_s));
}

void TestWatchDialog::withoutRightsItSaysSo()
{
    m_catalog->take(TableReadId(1), Error{ErrorKind::Refused, u"The user may not read it."_s, {}});
    QVERIFY(find<QLabel>(u"tableFieldNote"_s)->text().contains(u"The user may not read it."_s));
    QTest::keyClicks(m_table, u"incident"_s);
    retype(m_query, u"active=true"_s);
    QVERIFY(m_subscribe->isEnabled());
}

void TestWatchDialog::manyConditionsAreNotAllShown()
{
    QString query = u"a=0"_s;
    for (int i = 1; i < 200; ++i)
        query += u"^a=%1"_s.arg(i);
    m_query->setText(query);
    QVERIFY(shownRows() < 50);
    QVERIFY(find<QLabel>(u"moreConditions"_s)->isVisibleTo(m_dialog));
    retype(inRow<QLineEdit>(0, u"value"_s), u"x"_s);
    QCOMPARE(m_query->text(), u"a=x"_s + query.mid(3));
}

void TestWatchDialog::everyControlHasAName()
{
    const auto children = m_dialog->findChildren<QWidget *>();
    for (const QWidget *child : children) {
        if (!(child->focusPolicy() & Qt::TabFocus) || !child->isVisible())
            continue;
        QAccessibleInterface *interface =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(child));
        QVERIFY2(interface != nullptr && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(child->objectName()));
    }
}

void TestWatchDialog::theKeyboardReachesEverything()
{
    QTest::keyClicks(m_table, u"incident"_s);
    retype(m_query, u"active=true"_s);
    m_paste->setFocus();
    QStringList reached;
    for (int i = 0; i < 20; ++i) {
        reached.append(m_dialog->focusWidget()->objectName());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"pasteField"_s,
                                u"tableField"_s,
                                u"responderBox"_s,
                                u"field"_s,
                                u"operator"_s,
                                u"value"_s,
                                u"removeCondition"_s,
                                u"addCondition"_s,
                                u"queryField"_s,
                                u"channelField"_s,
                                u"copyChannel"_s,
                                u"watchSubscribe"_s})
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u' ')));
}

void TestWatchDialog::tabGoesFromRowToRow()
{
    QTest::keyClicks(m_table, u"incident"_s);
    m_query->setText(u"active=true^priority=1^caller_id.name=x"_s);
    QTRY_VERIFY(find<QPushButton>(u"useBetter"_s)->isVisible());
    m_paste->setFocus();
    QStringList reached;
    for (int i = 0; i < 25; ++i) {
        const QWidget *stop = m_dialog->focusWidget();
        const QWidget *row = stop->parentWidget();
        reached.append((row->inherits("amb::ConditionRow") ? row->objectName() : QString())
                       + stop->objectName());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    }
    const QStringList wanted{u"pasteField"_s,
                             u"tableField"_s,
                             u"condition0field"_s,
                             u"condition0removeCondition"_s,
                             u"condition1joint"_s,
                             u"condition1removeCondition"_s,
                             u"condition2joint"_s,
                             u"condition2value"_s,
                             u"addCondition"_s,
                             u"queryField"_s,
                             u"channelField"_s,
                             u"copyChannel"_s,
                             u"useBetter"_s,
                             u"watchSubscribe"_s};
    reached.removeIf([&wanted](const QString &stop) { return !wanted.contains(stop); });
    reached = reached.first(std::min(wanted.size(), reached.size())); // then it comes round
    QCOMPARE(reached, wanted);
}

QTEST_MAIN(TestWatchDialog)
#include "test_watchdialog.moc"
