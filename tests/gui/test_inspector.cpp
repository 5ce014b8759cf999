// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/inspector/inspector.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// One message in full.
class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatToDoWhileEmpty();
    void showsWhatTheMessageIs();
    void saysTheRawNameOnHover();
    void showsTheBytesAsReceived();
    void showsWhereMalformedJsonBreaks_data();
    void showsWhereMalformedJsonBreaks();
    void showsALargeMessageInPart();
    void copiesFoldedLinesAsReceived();
    void opensDataAndWhatIsInIt();
    void copiesTheSelectedValue();
    void keepsAMessageWhoseRowIsGone();

private:
    void inspect(const QByteArray &raw, MessageKind kind = MessageKind::Event)
    {
        appendRaw(*m_store, raw, kind, Direction::In, "/a/b");
        m_store->flush();
        m_inspector->setRow(m_store->endRow() + -1);
    }

    void openTree() { m_inspector->tabs().setCurrentIndex(1); }
    void openRaw() { m_inspector->tabs().setCurrentIndex(2); }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<Inspector> m_inspector;
    QPlainTextEdit *m_raw = nullptr;
    QTreeView *m_tree = nullptr;
};

void TestInspector::init()
{
    m_inspector.reset();
    m_store = memoryStore();
    m_inspector = std::make_unique<Inspector>(*m_store);
    m_raw = m_inspector->findChild<QPlainTextEdit *>(u"rawText"_s);
    m_tree = m_inspector->findChild<QTreeView *>(u"jsonTree"_s);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestInspector::saysWhatToDoWhileEmpty()
{
    auto *empty = m_inspector->findChild<QLabel *>(u"inspectorEmpty"_s);
    QVERIFY(empty->isVisible());
    inspect("{}");
    QVERIFY(!empty->isVisible());
    m_inspector->setRow({});
    QVERIFY(empty->isVisible());
}

void TestInspector::showsWhatTheMessageIs()
{
    inspect(R"({"channel":"/a/b","data":1})");
    QCOMPARE(m_inspector->findChild<ElidedLabel *>(u"inspectorTitle"_s)->text(), u"/a/b"_s);
    const QString facts = m_inspector->findChild<ElidedLabel *>(u"inspectorFacts"_s)->text()
        + m_inspector->findChild<ElidedLabel *>(u"inspectorPath"_s)->text();
    for (const QString &part : {u"event"_s, u"from the server"_s, u"WebSocket"_s, u"27 bytes"_s})
        QVERIFY2(facts.contains(part), qPrintable(facts));
}

void TestInspector::saysTheRawNameOnHover()
{
    const QByteArray channel = "/rw/default/incident/YWN0aXZlPXRydWU-";
    appendRaw(*m_store, "{}", MessageKind::Event, Direction::In, channel);
    m_store->flush();
    m_inspector->setRow(m_store->endRow() + -1);
    const auto *title = m_inspector->findChild<ElidedLabel *>(u"inspectorTitle"_s);
    QCOMPARE(title->text(), u"incident · active=true"_s);
    for (const int width : {900, 120, 500}) {
        m_inspector->resize(width, 400);
        QVERIFY2(title->toolTip().contains(QString::fromUtf8(channel)),
                 qPrintable(title->toolTip()));
    }
}

void TestInspector::showsTheBytesAsReceived()
{
    const QByteArray raw = R"({"z" : 1.10,"a":"<b>&amp;\u00e4"})";
    inspect(raw);
    openRaw();
    QCOMPARE(m_raw->toPlainText(), QString::fromUtf8(raw));
}

void TestInspector::showsWhereMalformedJsonBreaks_data()
{
    QTest::addColumn<MessageKind>("kind");
    QTest::newRow("envelope read, data not") << MessageKind::Event;
    QTest::newRow("no message at all") << MessageKind::Malformed;
}

void TestInspector::showsWhereMalformedJsonBreaks()
{
    QFETCH(const MessageKind, kind);
    openTree();
    inspect(R"({"channel":"/a","data":{]})", kind);
    auto *error = m_inspector->findChild<QLabel *>(u"jsonError"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(u"column 25"_s), qPrintable(error->text()));
    openRaw();
    QCOMPARE(m_raw->toPlainText(), uR"({"channel":"/a","data":{]})"_s);
    openTree();
    inspect("{}");
    QVERIFY(!error->isVisible());
    QVERIFY(m_tree->isVisible());
}

void TestInspector::showsALargeMessageInPart()
{
    openRaw();
    const QByteArray raw = R"({"s":")" + QByteArray(3'000'000, 'x') + R"("})";
    inspect(raw);
    auto *part = m_inspector->findChild<QLabel *>(u"rawPart"_s);
    auto *showAll = m_inspector->findChild<QPushButton *>(u"rawShowAll"_s);
    QVERIFY(part->isVisible());
    QVERIFY2(part->text().contains(u"3.0 MB"_s), qPrintable(part->text()));
    QVERIFY(m_raw->toPlainText().size() < 1'100'000);
    QTest::mouseClick(showAll, Qt::LeftButton);
    QVERIFY(!showAll->isVisible());
    QVERIFY(m_raw->toPlainText().size() >= raw.size());
    QTest::mouseClick(m_inspector->findChild<QPushButton *>(u"rawCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().size(), raw.size());
}

void TestInspector::copiesFoldedLinesAsReceived()
{
    openRaw();
    const QByteArray raw = R"([")" + QByteArray(20'000, 'x') + R"(","second"])";
    inspect(raw);
    QVERIFY(m_raw->document()->blockCount() > 2);
    m_raw->selectAll();
    m_raw->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(raw));
}

void TestInspector::opensDataAndWhatIsInIt()
{
    openTree();
    inspect(R"({"data":{"record":{"state":{"value":"1"}}},"channel":"/a/b"})");
    const QAbstractItemModel *model = m_tree->model();
    const QModelIndex data = model->index(0, 0);
    const QModelIndex record = model->index(0, 0, data);
    QCOMPARE(record.data().toString(), u"record"_s);
    QVERIFY(m_tree->isExpanded(data));
    QVERIFY(m_tree->isExpanded(record));
    QCOMPARE(model->rowCount(record), 1);
    QVERIFY(!m_tree->isExpanded(model->index(0, 0, record)));
}

void TestInspector::copiesTheSelectedValue()
{
    openTree();
    inspect(R"({"channel":"/a/b","data":"a\tb"})");
    m_tree->setCurrentIndex(m_tree->model()->index(1, 0));
    m_tree->setFocus();
    QTest::keySequence(m_tree, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a\tb"_s);
}

void TestInspector::keepsAMessageWhoseRowIsGone()
{
    inspect(R"({"channel":"/a/b","data":1})");
    m_store->dropBefore(m_store->endRow());
    openRaw();
    QCOMPARE(m_raw->toPlainText(), uR"({"channel":"/a/b","data":1})"_s);
}

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
