// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/inspector/inspector.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// Finding, opening and copying in the tree of a message.
class TestJsonTreePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsByControlF();
    void stepsThroughHitsByKeyAndButton();
    void saysWhenThereIsNoHit();
    void countsHitsInTenThousandNames();
    void opensWhatAHitIsIn();
    void showsHitsInBold();
    void looksForTheSameInTheNextMessage();
    void leavesTheFieldByEscape();
    void opensAndClosesAll();
    void opensPartOfAHugeMessage();
    void opensDeepNesting();
    void staysQuickInABottomlessMessage();
    void explainsValuesOnHover();
    void copiesPathsByKey();
    void copiesJson();

private:
    void inspect(const QByteArray &raw)
    {
        appendRaw(*m_store, raw, MessageKind::Event, Direction::In, "/a/b");
        m_store->flush();
        m_inspector->setRow(m_store->endRow() + -1);
    }

    void find(const QString &needle)
    {
        m_field->setFocus();
        m_field->clear();
        QTest::keyClicks(m_field, needle);
        QTest::keyClick(m_field, Qt::Key_Return);
    }

    [[nodiscard]] QString currentName() const
    {
        return m_tree->currentIndex().siblingAtColumn(0).data().toString();
    }

    [[nodiscard]] QString count() const
    {
        return m_inspector->findChild<ElidedLabel *>(u"findCount"_s)->text();
    }

    void click(const QString &button)
    {
        QTest::mouseClick(m_inspector->findChild<QToolButton *>(button), Qt::LeftButton);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<Inspector> m_inspector;
    QTreeView *m_tree = nullptr;
    QLineEdit *m_field = nullptr;
};

void TestJsonTreePage::init()
{
    m_inspector.reset();
    m_store = memoryStore();
    m_inspector = std::make_unique<Inspector>(*m_store);
    m_tree = m_inspector->findChild<QTreeView *>(u"jsonTree"_s);
    m_field = m_inspector->findChild<QLineEdit *>(u"findField"_s);
    m_inspector->tabs().setCurrentIndex(1);
    m_inspector->resize(420, 500);
    m_inspector->show();
    m_inspector->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_inspector.get()));
}

void TestJsonTreePage::findsByControlF()
{
    inspect(R"({"data":{"state":"open"},"channel":"/a/b"})");
    m_inspector->tabs().setCurrentIndex(0);
    auto *fields = m_inspector->findChild<QTreeView *>(u"decodedFields"_s);
    fields->setFocus();
    QTest::keySequence(fields, QKeySequence::Find);
    QVERIFY(m_field->isVisible());
    QVERIFY(m_field->hasFocus());
    QTest::keyClicks(m_field, u"OPEN"_s);
    QTRY_COMPARE(count(), u"1 of 1"_s);
    QCOMPARE(currentName(), u"state"_s);
}

void TestJsonTreePage::stepsThroughHitsByKeyAndButton()
{
    inspect(R"({"a1":1,"b":"a2","c":{"a3":2}})");
    find(u"a"_s);
    QCOMPARE(count(), u"1 of 3"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(currentName(), u"b"_s);
    QTest::keyClick(m_field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(currentName(), u"a1"_s);
    m_tree->setFocus();
    QTest::keySequence(m_tree, QKeySequence::FindPrevious);
    QCOMPARE(currentName(), u"a3"_s);
    QTest::keySequence(m_tree, QKeySequence::FindNext);
    QCOMPARE(currentName(), u"a1"_s);
    click(u"findNext"_s);
    QCOMPARE(currentName(), u"b"_s);
    click(u"findPrevious"_s);
    QCOMPARE(count(), u"1 of 3"_s);
}

void TestJsonTreePage::saysWhenThereIsNoHit()
{
    inspect(R"({"a":1})");
    find(u"zebra"_s);
    QCOMPARE(count(), u"no hits"_s);
    QVERIFY(!m_inspector->findChild<QToolButton *>(u"findNext"_s)->isEnabled());
    inspect(R"({"a":)");
    QCOMPARE(count(), u"no hits"_s);
}

void TestJsonTreePage::countsHitsInTenThousandNames()
{
    QByteArray raw = "{";
    for (int i = 0; i < 10'000; ++i)
        raw += (i ? ",\"name" : "\"name") + QByteArray::number(i) + "\":" + QByteArray::number(i);
    inspect(raw + '}');
    find(u"name"_s);
    QCOMPARE(count(), u"1 of 10,000"_s);
    QTest::keyClick(m_field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(currentName(), u"name9999"_s);
    QVERIFY(m_tree->viewport()->rect().contains(m_tree->visualRect(m_tree->currentIndex())));
}

void TestJsonTreePage::opensWhatAHitIsIn()
{
    inspect(R"({"a":{"b":{"c":{"d":[0,{"wanted":1}]}}}})");
    find(u"wanted"_s);
    QCOMPARE(currentName(), u"wanted"_s);
    QVERIFY(m_tree->isExpanded(m_tree->currentIndex().parent()));
    QVERIFY(!m_tree->visualRect(m_tree->currentIndex()).isEmpty());
}

void TestJsonTreePage::showsHitsInBold()
{
    inspect(R"({"a":1,"b":2})");
    find(u"b"_s);
    const auto isBold = [this](int row) {
        return m_tree->model()->index(row, 0).data(Qt::FontRole).value<QFont>().bold();
    };
    QVERIFY(!isBold(0));
    QVERIFY(isBold(1));
}

void TestJsonTreePage::looksForTheSameInTheNextMessage()
{
    inspect(R"({"state":1})");
    find(u"state"_s);
    inspect(R"({"other":0,"state":2,"state_was":1})");
    QCOMPARE(count(), u"1 of 2"_s);
    QCOMPARE(currentName(), u"state"_s);
}

void TestJsonTreePage::leavesTheFieldByEscape()
{
    inspect(R"({"a":1})");
    find(u"a"_s);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(count(), QString());
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(m_tree->hasFocus());
}

void TestJsonTreePage::opensAndClosesAll()
{
    inspect(R"({"a":{"b":{"c":{"d":[0,1]}}}})");
    const auto rows = [this] {
        int count = 0;
        for (QModelIndex at = m_tree->model()->index(0, 0); at.isValid(); ++count)
            at = m_tree->indexBelow(at);
        return count;
    };
    click(u"treeExpandAllButton"_s);
    QCOMPARE(rows(), 6);
    click(u"treeCollapseAllButton"_s);
    QCOMPARE(rows(), 1);
    QVERIFY(!m_inspector->findChild<QLabel *>(u"jsonPart"_s)->isVisible());
}

void TestJsonTreePage::opensPartOfAHugeMessage()
{
    QByteArray raw = R"({"list":[)";
    for (int i = 0; i < 15'000; ++i)
        raw += (i ? ",[" : "[") + QByteArray::number(i) + ']';
    inspect(raw + "]}");
    click(u"treeCollapseAllButton"_s);
    click(u"treeExpandAllButton"_s);
    const QModelIndex list = m_tree->model()->index(0, 0);
    QVERIFY(m_tree->isExpanded(list));
    QVERIFY(!m_tree->isExpanded(m_tree->model()->index(0, 0, list)));
    QVERIFY(m_inspector->findChild<QLabel *>(u"jsonPart"_s)->isVisible());
    inspect("{}");
    QVERIFY(!m_inspector->findChild<QLabel *>(u"jsonPart"_s)->isVisible());
}

void TestJsonTreePage::opensDeepNesting()
{
    QByteArray raw = "\"end\"";
    for (int i = 0; i < 200; ++i)
        raw = R"({"k":)" + raw + '}'; // NOLINT(performance-inefficient-string-concatenation)
    inspect(raw);
    click(u"treeExpandAllButton"_s);
    find(u"end"_s);
    QCOMPARE(count(), u"1 of 1"_s);
    int depth = 0;
    for (QModelIndex at = m_tree->currentIndex(); at.isValid(); at = at.parent())
        ++depth;
    QCOMPARE(depth, 200);
}

void TestJsonTreePage::staysQuickInABottomlessMessage()
{
    inspect(R"({"data":)" + QByteArray(100'000, '[') + "\"end\"" + QByteArray(100'000, ']') + '}');
    find(u"end"_s);
    QCOMPARE(count(), u"1 of 1"_s);
    QVERIFY(m_tree->currentIndex().isValid()); // what it is in, as far as that is opened
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_Asterisk);
    QVERIFY(m_inspector->findChild<QLabel *>(u"jsonPart"_s)->isVisible());
}

void TestJsonTreePage::explainsValuesOnHover()
{
    inspect(R"({"query":"YWN0aXZlPXRydWU=","time":1772446531402})");
    const auto toolTip = [this](int row) {
        return m_tree->model()->index(row, 1).data(Qt::ToolTipRole).toString();
    };
    QVERIFY2(toolTip(0).contains(u"base64 of “active=true”"_s), qPrintable(toolTip(0)));
    QVERIFY2(toolTip(1).contains(u"milliseconds since 1970"_s), qPrintable(toolTip(1)));
}

void TestJsonTreePage::copiesPathsByKey()
{
    inspect(R"({"data":{"list":[{"x y":1}]}})");
    find(u"x y"_s);
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"(.data.list[0]["x y"])"_s);
}

void TestJsonTreePage::copiesJson()
{
    inspect(R"({"a":{"n" : 1.10}})");
    m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
    m_tree->setFocus();
    emit m_tree->customContextMenuRequested(m_tree->visualRect(m_tree->currentIndex()).center());
    auto *menu = m_inspector->findChild<QMenu *>(u"treeMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Copy as &JSON"_s)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"({"n" : 1.10})"_s);
}

QTEST_MAIN(TestJsonTreePage)
#include "test_jsontreepage.moc"
