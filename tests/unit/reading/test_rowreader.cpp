// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "core/decode/decoderule.h"
#include "core/reading/rowreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Rows of a capture in words: what earlier rows say of a record, and how far that is looked for.
class TestRowReader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsTheOldValueOfAnEarlierRow();
    void looksAtItsOwnChannelOnly();
    void stopsAtAGap();
    void doesNotStopAtOtherNotes();
    void readsTheSameForwardsAndBackwards();
    void looksBackOnlySoFar_data();
    void looksBackOnlySoFar();
    void addsUpCountsFromTheBeginning();
    void goesOnAddingUpFromRowToRow();
    void readsARowThatWasDropped();
    void usesRulesOfTheUser();

private:
    void append(const QByteArray &raw,
                const QByteArray &channel,
                MessageKind kind = MessageKind::Event)
    {
        Record record;
        record.raw = raw;
        record.channel = channel;
        record.kind = kind;
        record.direction = kind == MessageKind::Note ? Direction::Local : Direction::In;
        m_store->append(record);
    }

    void appendEvent(const QByteArray &data, const QByteArray &channel = "/rw/default/incident/a")
    {
        append(R"({"channel":")" + channel + R"(","data":)" + data + '}', channel);
    }

    void appendPriority(int priority,
                        int count,
                        const QByteArray &channel = "/rw/default/incident/a")
    {
        appendEvent(R"({"action":"change","operation":"update","table_name":"incident",)"
                    R"("sys_id":"5d0e","display_value":"INC1","changes":["priority"],)"
                    R"("record":{"priority":")"
                        + QByteArray::number(priority) + R"(","sys_mod_count":")"
                        + QByteArray::number(count) + R"("}})",
                    channel);
    }

    void appendCount(int count)
    {
        appendEvent(R"({"count":")" + QByteArray::number(count) + R"("})", "/rw/count/incident/a");
    }

    [[nodiscard]] QString sentence(Row row)
    {
        m_store->flush();
        return m_reader->read(row, m_store->info(row), m_store->message(row)).sentence;
    }

    [[nodiscard]] QString lastSentence()
    {
        m_store->flush();
        return sentence(m_store->endRow() + -1);
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<RowReader> m_reader;
};

void TestRowReader::init()
{
    m_reader.reset();
    auto store = CaptureStore::create({});
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_reader = std::make_unique<RowReader>(*m_store);
}

void TestRowReader::tellsTheOldValueOfAnEarlierRow()
{
    appendPriority(4, 1);
    QCOMPARE(lastSentence(), u"INC1: priority → 4"_s);
    appendEvent(R"({"text":"in between"})");
    appendPriority(3, 2);
    QCOMPARE(lastSentence(), u"INC1: priority 4 → 3"_s);
}

void TestRowReader::looksAtItsOwnChannelOnly()
{
    appendPriority(4, 1, "/rw/default/incident/b");
    appendPriority(3, 2);
    QCOMPARE(lastSentence(), u"INC1: priority → 3"_s);
}

void TestRowReader::stopsAtAGap()
{
    appendPriority(4, 1);
    append(R"({"note":"gap","text":"Messages may be missing."})", {}, MessageKind::Note);
    appendPriority(3, 2);
    QCOMPARE(lastSentence(), u"INC1: priority → 3"_s);
}

void TestRowReader::doesNotStopAtOtherNotes()
{
    appendPriority(4, 1);
    append(R"({"note":"transport","text":"WebSocket."})", {}, MessageKind::Note);
    appendPriority(3, 2);
    QCOMPARE(lastSentence(), u"INC1: priority 4 → 3"_s);
}

void TestRowReader::readsTheSameForwardsAndBackwards()
{
    for (int i = 0; i < 50; ++i)
        appendPriority(i % 5 + 1, i);
    m_store->flush();
    QStringList forwards;
    for (int i = 0; i < 50; ++i)
        forwards.append(sentence(Row(i)));
    RowReader other(*m_store);
    for (int i = 49; i >= 0; --i)
        QCOMPARE(other.read(Row(i), m_store->info(Row(i)), m_store->message(Row(i))).sentence,
                 forwards.at(i));
    QCOMPARE(forwards.at(49), u"INC1: priority 4 → 5"_s);
}

void TestRowReader::looksBackOnlySoFar_data()
{
    QTest::addColumn<int>("between");
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<bool>("known");
    const QByteArray own = "/rw/default/incident/a";
    QTest::newRow("nearly as far as rows go")
        << int(CaptureHistory::farthest) - 1 << QByteArray("/other") << true;
    QTest::newRow("too many rows")
        << int(CaptureHistory::farthest) << QByteArray("/other") << false;
    QTest::newRow("nearly as many messages") << CaptureHistory::mostMessages - 1 << own << true;
    QTest::newRow("too many messages") << CaptureHistory::mostMessages << own << false;
}

void TestRowReader::looksBackOnlySoFar()
{
    QFETCH(const int, between);
    QFETCH(const QByteArray, channel);
    QFETCH(const bool, known);
    appendPriority(4, 1);
    for (int i = 0; i < between; ++i)
        appendEvent("1", channel);
    appendPriority(3, 2);
    QCOMPARE(lastSentence(), known ? u"INC1: priority 4 → 3"_s : u"INC1: priority → 3"_s);
}

void TestRowReader::addsUpCountsFromTheBeginning()
{
    appendCount(2);
    appendPriority(1, 1);
    appendCount(-3);
    QVERIFY2(lastSentence().contains(u": -3, -1 since"_s), qPrintable(lastSentence()));
    append(R"({"note":"gap","text":"Messages may be missing."})", {}, MessageKind::Note);
    appendCount(1);
    QVERIFY2(lastSentence().endsWith(u": 1"_s), qPrintable(lastSentence()));
}

void TestRowReader::goesOnAddingUpFromRowToRow()
{
    // Each is shown as it comes, so the beginning may be far away.
    for (int i = 1; i <= 2 * CaptureHistory::mostMessages; ++i) {
        appendCount(1);
        QVERIFY2(lastSentence().contains(u"+%1 since"_s.arg(i)), qPrintable(lastSentence()));
    }
    RowReader late(*m_store);
    const Row last = m_store->endRow() + -1;
    QVERIFY(!late.read(last, m_store->info(last), m_store->message(last))
                 .sentence.contains(u"since"_s));
}

void TestRowReader::readsARowThatWasDropped()
{
    appendPriority(4, 1);
    appendPriority(3, 2);
    m_store->flush();
    const Row row{1};
    const RowInfo info = m_store->info(row);
    const QByteArray message = m_store->message(row);
    m_store->dropBefore(m_store->endRow());
    const DecodedMessage decoded = m_reader->read(row, info, message);
    QVERIFY2(decoded.sentence.startsWith(u"INC1: priority"_s), qPrintable(decoded.sentence));
}

void TestRowReader::usesRulesOfTheUser()
{
    auto rules =
        parseDecodeRules(R"({"rules":[{"channel":"/acme/*","sentence":"Built {data.n}"}]})");
    QVERIFY(rules.ok());
    m_reader->setDecoders(std::make_shared<const Decoders>(std::move(rules).value()));
    appendEvent(R"({"n":7})", "/acme/build");
    QCOMPARE(lastSentence(), u"Built 7"_s);
}

QTEST_GUILESS_MAIN(TestRowReader)
#include "test_rowreader.moc"
