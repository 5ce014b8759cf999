// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/messages/messagemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// The rows of a capture as a table.
class TestMessageModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void insertsABatchAtOnce();
    void takesRowsThatCameBeforeIt();
    void ignoresABatchItKnows();
    void keepsRowNumbersWhenRowsAreDropped();
    void dropsRowsItNeverHad();
    void showsAnEvent();
    void namesRefusals();
    void namesNotes_data();
    void namesNotes();
    void survivesMalformedMessages();
    void toolTipsAreNeverRichText();

private:
    [[nodiscard]] QString text(int row, MessageModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestMessageModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<MessageModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
}

void TestMessageModel::insertsABatchAtOnce()
{
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    appendEvents(*m_store, 5000);
    QCOMPARE(m_model->rowCount(), 5000);
    QCOMPARE(inserted.size(), 1);
}

void TestMessageModel::takesRowsThatCameBeforeIt()
{
    appendEvents(*m_store, 3);
    const MessageModel late(*m_store);
    QCOMPARE(late.rowCount(), 3);
}

void TestMessageModel::ignoresABatchItKnows()
{
    appendEvents(*m_store, 3);
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->appendRows(Row(0), 3);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(inserted.size(), 0);
}

void TestMessageModel::keepsRowNumbersWhenRowsAreDropped()
{
    appendEvents(*m_store, 10);
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->dropRows(Row(4));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(m_model->rowAt(0), Row(4));
    QCOMPARE(m_model->indexOf(Row(9)), 5);
    QCOMPARE(m_model->indexOf(Row(3)), -1);
    QCOMPARE(m_model->indexOf(Row(10)), -1);
}

void TestMessageModel::dropsRowsItNeverHad()
{
    m_model->dropRows(Row(0));
    appendEvents(*m_store, 2);
    m_model->dropRows(Row(2));
    QCOMPARE(m_model->rowCount(), 0);
    appendEvents(*m_store, 1);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowAt(0), Row(2));
}

void TestMessageModel::showsAnEvent()
{
    appendEvent(*m_store, "/a/b", R"({"text":"hello"})");
    m_store->flush();
    QCOMPARE(text(0, MessageModel::ChannelColumn), u"/a/b"_s);
    QCOMPARE(text(0, MessageModel::KindColumn), u"event"_s);
    QCOMPARE(text(0, MessageModel::SizeColumn), u"42"_s);
    QVERIFY(!text(0, MessageModel::SummaryColumn).isEmpty());
    QCOMPARE(text(0, MessageModel::TimeColumn).size(), 12);
}

void TestMessageModel::namesRefusals()
{
    appendRaw(*m_store,
              R"({"channel":"/meta/subscribe","id":"1","successful":false,"error":"no"})",
              MessageKind::Subscribe,
              Direction::In,
              "/meta/subscribe");
    appendRaw(*m_store,
              R"({"channel":"/meta/subscribe","id":"2","successful":true})",
              MessageKind::Subscribe,
              Direction::In,
              "/meta/subscribe");
    // What a user publishes is not the server's answer.
    appendRaw(*m_store,
              R"({"channel":"/a","data":1,"successful":false})",
              MessageKind::Event,
              Direction::In,
              "/a");
    m_store->flush();
    QCOMPARE(m_model->line(0).kind.word, u"refused"_s);
    QCOMPARE(m_model->line(0).kind.glyph, Glyph::Cross);
    QCOMPARE(m_model->line(1).kind.word, u"subscribe"_s);
    QCOMPARE(m_model->line(2).kind.word, u"event"_s);
}

void TestMessageModel::namesNotes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("word");
    QTest::addColumn<Glyph>("glyph");
    QTest::newRow("gap") << QByteArray(R"({"note":"gap","text":"x"})") << u"gap"_s
                         << Glyph::Warning;
    QTest::newRow("transport") << QByteArray(R"({"note":"transport","text":"x"})") << u"transport"_s
                               << Glyph::Note;
    QTest::newRow("refused") << QByteArray(R"({"note":"refused","text":"x"})") << u"refused"_s
                             << Glyph::Cross;
    QTest::newRow("a later kind") << QByteArray(R"({"note":"other","text":"x"})") << u"note"_s
                                  << Glyph::Note;
}

void TestMessageModel::namesNotes()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, word);
    QFETCH(const Glyph, glyph);
    appendRaw(*m_store, raw, MessageKind::Note, Direction::Local);
    m_store->flush();
    QVERIFY(m_model->line(0).isNote);
    QCOMPARE(m_model->line(0).kind.word, word);
    QCOMPARE(m_model->line(0).kind.glyph, glyph);
}

void TestMessageModel::survivesMalformedMessages()
{
    appendRaw(*m_store, R"({"successful":)", MessageKind::Malformed);
    appendRaw(*m_store, R"({"channel":"/meta/connect","succ)", MessageKind::Connect);
    appendRaw(*m_store, QByteArray(10'000, '['), MessageKind::Unknown);
    m_store->flush();
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < MessageModel::ColumnCount; ++column)
            QVERIFY(m_model->index(row, column).data().isValid());
    }
    QCOMPARE(text(0, MessageModel::KindColumn), u"malformed"_s);
}

void TestMessageModel::toolTipsAreNeverRichText()
{
    appendEvent(*m_store, "/a", R"({"text":"<b>bold</b><img src=x>"})");
    m_store->flush();
    const QString tip =
        m_model->index(0, MessageModel::SummaryColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
}

QTEST_MAIN(TestMessageModel)
#include "test_messagemodel.moc"
