// SPDX-License-Identifier: MIT
// An instance that reaps its sessions after 90 s in spite of everything (amb.md § 3.4), in time
// that runs 30 times as fast.
#include "monitorfixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace amb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int haste = 30;

constexpr std::chrono::milliseconds scaled(std::chrono::milliseconds time)
{
    return time / haste;
}

DemoOptions reaper()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.connectHold = scaled(30s);
    demo.apiSessionLife = scaled(90s);
    return demo;
}

RenewalOptions scaledRenewal()
{
    RenewalOptions renewal;
    renewal.assumedLife = scaled(60s);
    renewal.shortestLife = scaled(5s);
    renewal.drain = 100ms; // of real links and a real machine, as patience is
    renewal.backoff = {scaled(5s), scaled(5min)};
    return renewal;
}

/// Messages in a steady stream, numbered from 1: half of them changes of records, told apart by
/// record and count, the others told apart by the message's id.
class Stream
{
public:
    Stream(MonitorFixture &fixture, int perSecond)
        : m_fixture(fixture)
        , m_perSecond(perSecond * haste)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { publishDue(); });
        m_elapsed.start();
        m_timer.start(5ms);
    }

    void stop() { m_timer.stop(); }
    [[nodiscard]] int sent() const { return m_sent; }
    [[nodiscard]] bool hasRunFor(std::chrono::milliseconds time) const
    {
        return m_elapsed.hasExpired(scaled(time).count());
    }

private:
    void publishDue()
    {
        const auto due = int(m_elapsed.elapsed() * m_perSecond / 1000);
        m_fixture.demo().run([this, due](DemoInstance &instance) {
            while (m_sent < due) {
                const QByteArray number = QByteArray::number(++m_sent);
                const bool isChange = m_sent % 2 == 0;
                instance.publish(isChange ? "/demo/changes" : "/demo/numbers",
                                 isChange ? R"({"sys_id":"5d0e","operation":"update","n":)" + number
                                         + R"(,"record":{"sys_mod_count":{"value":")" + number
                                         + R"("}}})"
                                          : R"({"n":)" + number + '}');
            }
        });
    }

    MonitorFixture &m_fixture;
    int m_perSecond;
    int m_sent = 0;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

/// The numbers that arrived, sorted.
std::vector<int> numbersIn(MonitorFixture &fixture)
{
    std::vector<int> numbers;
    for (const QByteArray &channel : {QByteArray("/demo/changes"), QByteArray("/demo/numbers")}) {
        for (const QByteArray &data : fixture.received(channel)) {
            const qsizetype at = data.indexOf(R"("n":)") + 4;
            const qsizetype end = data.indexOf(data.contains(R"(,"operation")") ? ',' : '}', at);
            numbers.push_back(data.mid(at, end - at).toInt());
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

struct Tally
{
    int missing = 0;
    int missingBlocks = 0;
    int doubled = 0;
};

Tally tally(const std::vector<int> &numbers, int sent)
{
    Tally result;
    int last = 0;
    const auto skipTo = [&](int number) {
        result.missing += number - last - 1;
        result.missingBlocks += number - last > 1 ? 1 : 0;
    };
    for (const int number : numbers) {
        if (number == last)
            ++result.doubled;
        else
            skipTo(number);
        last = number;
    }
    skipTo(sent + 1);
    return result;
}

int replacedRows(MonitorFixture &fixture)
{
    const QStringList notes = fixture.notes();
    return int(std::count_if(notes.begin(), notes.end(), [](const QString &note) {
        return note.startsWith("Session replaced, "_L1);
    }));
}

} // namespace

class TestReaper : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingInTenMinutes_data();
    void losesNothingInTenMinutes();
    void losesNothingInSpiteOfPages();
    void losesNothingMoreOnceItWasSeen();
};

/// The user has no access to pages, so that it is known from the start how short a session is.
void TestReaper::losesNothingInTenMinutes_data()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::addColumn<int>("minutes");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly << 10;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly << 3;
}

void TestReaper::losesNothingInTenMinutes()
{
    QFETCH(TransportPreference, transport);
    QFETCH(int, minutes);
    DemoOptions demo = reaper();
    demo.faults.refusesPages = true;
    MonitorFixture fixture(demo);
    fixture.options.renewal = scaledRenewal();
    fixture.options.transport = transport;
    fixture.subscribe("/demo/changes");
    fixture.subscribe("/demo/numbers");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.status().state == ConnectionState::Connected && fixture.isSubscribed());

    Stream stream(fixture, 20);
    QTRY_VERIFY_WITH_TIMEOUT(stream.hasRunFor(std::chrono::minutes(minutes)), 60000);
    stream.stop();
    QTRY_VERIFY(int(numbersIn(fixture).size()) >= stream.sent());
    const Tally result = tally(numbersIn(fixture), stream.sent());
    QVERIFY(stream.sent() >= minutes * 60 * 20 * 9 / 10);
    QCOMPARE(result.missing, 0);
    QCOMPARE(result.doubled, 0);
    QCOMPARE(fixture.status().gaps, 0);
    QVERIFY(fixture.status().replacements >= minutes);
    QTRY_COMPARE(replacedRows(fixture), fixture.status().replacements);
}

/// Pages are opened, and the instance reaps all the same.
void TestReaper::losesNothingInSpiteOfPages()
{
    DemoOptions demo = reaper();
    demo.faults.reapsPages = true;
    MonitorFixture fixture(demo);
    fixture.options.renewal = scaledRenewal();
    fixture.subscribe("/demo/changes");
    fixture.subscribe("/demo/numbers");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.status().state == ConnectionState::Connected && fixture.isSubscribed());

    Stream stream(fixture, 20);
    QTRY_VERIFY_WITH_TIMEOUT(stream.hasRunFor(5min), 60000);
    stream.stop();
    QTRY_VERIFY(int(numbersIn(fixture).size()) >= stream.sent());
    const Tally result = tally(numbersIn(fixture), stream.sent());
    QCOMPARE(result.missing, 0);
    QCOMPARE(result.doubled, 0);
    QCOMPARE(fixture.status().gaps, 0);
    QVERIFY(fixture.status().replacements >= 5);
    QTRY_COMPARE(replacedRows(fixture), fixture.status().replacements);
}

/// The same, where no session is replaced before one was seen to end.
void TestReaper::losesNothingMoreOnceItWasSeen()
{
    DemoOptions demo = reaper();
    demo.faults.reapsPages = true;
    demo.connectHold = scaled(40s); // no connect is answered just when a session ends
    MonitorFixture fixture(demo);
    fixture.options.renewal = scaledRenewal();
    fixture.options.renewal.usesWitness = false;
    fixture.subscribe("/demo/changes");
    fixture.subscribe("/demo/numbers");
    fixture.monitor().start();
    QTRY_VERIFY(fixture.status().state == ConnectionState::Connected && fixture.isSubscribed());

    Stream stream(fixture, 20);
    QTRY_VERIFY_WITH_TIMEOUT(stream.hasRunFor(5min), 60000);
    stream.stop();
    QTRY_VERIFY(!numbersIn(fixture).empty() && numbersIn(fixture).back() == stream.sent());
    const Tally result = tally(numbersIn(fixture), stream.sent());
    QCOMPARE(result.missingBlocks, 1); // between the first end and its discovery
    QCOMPARE(result.doubled, 0);
    QCOMPARE(fixture.status().gaps, 1); // and that is said
    QVERIFY(fixture.status().replacements >= 4);
    QTRY_COMPARE(replacedRows(fixture), fixture.status().replacements);
}

QTEST_GUILESS_MAIN(TestReaper)
#include "test_reaper.moc"
