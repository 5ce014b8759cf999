// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "core/decode/decoders.h"
#include "core/reading/earliermessage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// The message with which another one is compared.
class TestEarlierMessage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsTheSameRecordOnTheSameChannel();
    void findsTheSameKindWithoutARecord();
    void findsNothingBeforeTheFirst();
    void saysWhenAGapIsInBetween();
    void looksBackOnlySoFar();

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

    void appendRecord(const QByteArray &sysId, const QByteArray &channel = "/rw/default/incident/a")
    {
        append(R"({"channel":")" + channel
                   + R"(","data":{"action":"change","operation":"update","table_name":"incident",)"
                     R"("sys_id":")"
                   + sysId + R"(","changes":["state"],"record":{"state":"1"}}})",
               channel);
    }

    /// Of the last row; -1: none.
    [[nodiscard]] qint64 earlier(const QString &sysId = {}, bool *isBehindGap = nullptr)
    {
        m_store->flush();
        const Row row = m_store->endRow() + -1;
        const RecordKey record{sysId.isEmpty() ? QString() : u"incident"_s, sysId};
        const auto found =
            earlierMessage(m_store->snapshot(), row, m_store->info(row), record, m_decoders);
        if (found && isBehindGap)
            *isBehindGap = found->isBehindGap;
        return found ? qint64(found->row) : -1;
    }

    std::unique_ptr<CaptureStore> m_store;
    Decoders m_decoders;
};

void TestEarlierMessage::init()
{
    auto store = CaptureStore::create({});
    QVERIFY(store);
    m_store = std::move(store).value();
}

void TestEarlierMessage::findsTheSameRecordOnTheSameChannel()
{
    appendRecord("aaaa", "/rw/default/incident/b");
    appendRecord("aaaa");
    appendRecord("bbbb");
    append(R"({"data":{"text":"names aaaa"}})", "/rw/default/incident/a");
    appendRecord("aaaa", "/rw/default/incident/c");
    appendRecord("aaaa");
    QCOMPARE(earlier(u"aaaa"_s), 1);
}

void TestEarlierMessage::findsTheSameKindWithoutARecord()
{
    append(R"({"data":1})", "/a");
    append(R"({"data":2})", "/a", MessageKind::Publish);
    append(R"({"data":3})", "/b");
    append(R"({"data":4})", "/a");
    QCOMPARE(earlier(), 0);
}

void TestEarlierMessage::findsNothingBeforeTheFirst()
{
    appendRecord("bbbb");
    appendRecord("aaaa");
    QCOMPARE(earlier(u"aaaa"_s), -1);
}

void TestEarlierMessage::saysWhenAGapIsInBetween()
{
    bool isBehindGap = true;
    appendRecord("aaaa");
    append(R"({"note":"transport"})", {}, MessageKind::Note);
    appendRecord("aaaa");
    QCOMPARE(earlier(u"aaaa"_s, &isBehindGap), 0);
    QVERIFY(!isBehindGap);
    append(R"({"note":"gap"})", {}, MessageKind::Note);
    appendRecord("aaaa");
    QCOMPARE(earlier(u"aaaa"_s, &isBehindGap), 2);
    QVERIFY(isBehindGap);
}

void TestEarlierMessage::looksBackOnlySoFar()
{
    appendRecord("aaaa");
    for (int i = 0; i < 2'000; ++i)
        appendRecord("bbbb");
    appendRecord("aaaa");
    QCOMPARE(earlier(u"aaaa"_s), -1);
}

QTEST_GUILESS_MAIN(TestEarlierMessage)
#include "test_earliermessage.moc"
