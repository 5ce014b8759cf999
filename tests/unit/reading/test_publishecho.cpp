// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"
#include "core/reading/publishecho.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;

namespace {

QByteArray message(const QByteArray &channel, const QByteArray &data)
{
    return R"({"channel":")" + channel + R"(","data":)" + data + '}';
}

} // namespace

/// What came within a second after a publish.
class TestPublishEcho : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsTheEcho();
    void takesTheSameDataWrittenOtherwise();
    void countsByChannel();
    void looksAtOneSecondOnly();
    void namesSomeChannelsAndCountsTheOthers();
    void survivesMalformedData();

private:
    void append(const QByteArray &channel,
                const QByteArray &data,
                std::chrono::milliseconds after,
                MessageKind kind = MessageKind::Event,
                Direction direction = Direction::In)
    {
        const QByteArray raw = message(channel, data);
        Record record;
        record.raw = raw;
        record.channel = channel;
        record.kind = kind;
        record.direction = direction;
        record.time = m_sent + after;
        m_store->append(record);
        m_store->flush();
    }

    [[nodiscard]] PublishEcho echoOf(const QByteArray &data) const
    {
        return {*m_store, "/a", data, m_sent};
    }

    std::unique_ptr<CaptureStore> m_store;
    const Timestamp m_sent{1'780'000'000s};
};

void TestPublishEcho::init()
{
    auto store = CaptureStore::create({});
    QVERIFY(store);
    m_store = std::move(store).value();
}

void TestPublishEcho::findsTheEcho()
{
    append("/a", "1", 10ms); // earlier than the publish in the capture
    PublishEcho echo = echoOf("1");
    append("/a", "1", 0ms, MessageKind::Publish, Direction::Out);
    append("/a", "2", 20ms);
    append("/a", "1", 43ms);
    append("/a", "1", 50ms);
    echo.read();
    QCOMPARE(qint64(echo.echo().value_or(Row(-1))), 3);
    QCOMPARE(echo.echoDelay(), 43ms);
    QCOMPARE(echo.heard().size(), 1);
    QCOMPARE(echo.heard().first().count, 2); // the two that are not the echo
}

void TestPublishEcho::takesTheSameDataWrittenOtherwise()
{
    PublishEcho echo = echoOf(R"({"b":1,"a":[2]})");
    append("/b", R"({"a":[2],"b":1})", 5ms);
    append("/a", R"({ "a" : [2], "b" : 1.0 })", 5ms);
    echo.read();
    QCOMPARE(qint64(echo.echo().value_or(Row(-1))), 1);
}

void TestPublishEcho::countsByChannel()
{
    PublishEcho echo = echoOf("1");
    append("/x", "1", 1ms);
    append("/y", "1", 2ms);
    echo.read();
    append("/x", "1", 3ms);
    append("/x", "1", 4ms, MessageKind::PublishReply);
    echo.read();
    QVERIFY(!echo.echo());
    QCOMPARE(echo.heard().size(), 2);
    QCOMPARE(m_store->channelName(echo.heard().at(0).channel), "/x");
    QCOMPARE(echo.heard().at(0).count, 2);
    QCOMPARE(qint64(echo.heard().at(0).first), 0);
    QCOMPARE(echo.heard().at(1).count, 1);
}

void TestPublishEcho::looksAtOneSecondOnly()
{
    PublishEcho echo = echoOf("1");
    append("/x", "1", -5ms);
    append("/x", "1", 1000ms);
    echo.read();
    QVERIFY(!echo.isOver());
    append("/a", "1", 1001ms);
    echo.read();
    QVERIFY(echo.isOver());
    QVERIFY(!echo.echo());
    QCOMPARE(echo.heard().first().count, 1);
}

void TestPublishEcho::namesSomeChannelsAndCountsTheOthers()
{
    PublishEcho echo = echoOf("1");
    for (int i = 0; i < 30; ++i)
        append("/x/" + QByteArray::number(i), "1", 1ms);
    echo.read();
    QCOMPARE(echo.heard().size(), PublishEcho::mostChannels);
    QCOMPARE(echo.others(), 10);
}

void TestPublishEcho::survivesMalformedData()
{
    PublishEcho echo = echoOf("1");
    append("/a", "{]", 1ms);
    echo.read();
    QVERIFY(!echo.echo());
}

QTEST_GUILESS_MAIN(TestPublishEcho)
#include "test_publishecho.moc"
