// SPDX-License-Identifier: MIT
#include "core/decode/presencelog.h"
#include "tests/unit/decode/talksamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

using namespace talk;

namespace {

const QByteArray channel = "/sn/rp/incident/5d0e";

} // namespace

/// Who is on which record, and for how long that is believed.
class TestPresenceLog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_log = {}; }

    void visitorsAreOnTheirRecord();
    void olderFormIsUnderstood();
    void quietVisitorsHaveProbablyLeftThenLeft();
    void whoSaysGoodbyeIsGoneAtOnce();
    void severalTabsAreOnePerson();
    void recordsGetTheirNames();
    void otherMessagesAreNoPresence();
    void manyRecordsAndSessionsStayBounded();
    void anyBytesAreSurvived();

private:
    void see(const QByteArray &message, std::chrono::seconds when)
    {
        m_log.offer(Row(when.count()), Timestamp(when), channel, message);
    }
    [[nodiscard]] QString at(std::chrono::seconds when) const
    {
        static const QStringList words{
            u"typing"_s, u"viewing"_s, u"entered"_s, u"other"_s, u"probably left"_s, u"left"_s};
        QStringList lines;
        for (const PresenceRecord &record : m_log.at(Timestamp(when))) {
            for (const PresenceVisitor &visitor : record.visitors)
                lines.append(u"%1 %2"_s.arg(visitor.user, words.at(int(visitor.status)))
                             + (visitor.field.isEmpty() ? QString() : u' ' + visitor.field));
        }
        return lines.join(u", "_s);
    }

    PresenceLog m_log;
};

void TestPresenceLog::visitorsAreOnTheirRecord()
{
    see(array(presence("one", "entered", "s1") + "," + presence("two", "typing", "s2")), 100s);
    QCOMPARE(at(101s), u"one entered, two typing work_notes"_s);
    QCOMPARE(m_log.at(Timestamp(101s)).first().table, u"incident"_s);
    QCOMPARE(m_log.at(Timestamp(101s)).first().visitors.first().row, Row(100));
}

void TestPresenceLog::olderFormIsUnderstood()
{
    see(R"({"data":)" + presence("one", "viewing", "s1") + "}", 100s);
    QCOMPARE(at(100s), u"one viewing"_s);
}

void TestPresenceLog::quietVisitorsHaveProbablyLeftThenLeft()
{
    see(array(presence("one", "viewing", "s1")), 100s);
    QCOMPARE(at(139s), u"one viewing"_s);
    QCOMPARE(at(140s), u"one probably left"_s);
    QCOMPARE(at(180s), u"one left"_s);
    see(array(presence("one", "viewing", "s1")), 200s);
    QCOMPARE(at(201s), u"one viewing"_s);
}

void TestPresenceLog::whoSaysGoodbyeIsGoneAtOnce()
{
    see(array(presence("one", "viewing", "s1")), 100s);
    see(array(presence("two", "viewing", "s2")), 100s);
    see(array(presence("one", "exited", "s1")), 101s);
    QCOMPARE(at(102s), u"two viewing, one left"_s);
}

void TestPresenceLog::severalTabsAreOnePerson()
{
    see(array(presence("one", "viewing", "tab1")), 100s);
    see(array(presence("one", "typing", "tab2")), 101s);
    QCOMPARE(at(102s), u"one typing work_notes"_s);
    see(array(presence("one", "exited", "tab2")), 103s);
    QCOMPARE(at(104s), u"one viewing"_s);
}

void TestPresenceLog::recordsGetTheirNames()
{
    m_log.learnName(u"5d0e"_s, u"too early"_s);
    see(array(presence("one", "viewing", "s1")), 100s);
    QVERIFY(m_log.at(Timestamp(100s)).first().name.isEmpty());
    m_log.learnName(u"5d0e"_s, u"INC0010042"_s);
    QCOMPARE(m_log.at(Timestamp(100s)).first().name, u"INC0010042"_s);
}

void TestPresenceLog::otherMessagesAreNoPresence()
{
    QVERIFY(!m_log.offer(Row(1), {}, "/rw/x", R"({"data":{"status":"viewing","sys_id":"1"}})"));
    QVERIFY(!m_log.offer(Row(1), {}, channel, R"({"data":{"text":"hello"}})"));
    QVERIFY(m_log.offer(Row(1), {}, "/any", array(presence("one", "viewing", "s1"))));
}

void TestPresenceLog::manyRecordsAndSessionsStayBounded()
{
    for (int i = 0; i < 600; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray other = presence("one", "viewing", "s");
        other.replace("5d0e", "r" + number);
        see(array(other), std::chrono::seconds(i));
        see(array(presence("u" + number, "viewing", number)), std::chrono::seconds(i));
    }
    QCOMPARE(m_log.at(Timestamp(600s)).size(), PresenceLog::mostRecords);
    QVERIFY(at(600s).contains("u599 viewing"_L1));
    qsizetype most = 0;
    for (const PresenceRecord &record : m_log.at(Timestamp(600s)))
        most = std::max(most, record.visitors.size());
    QCOMPARE(most, PresenceLog::mostSessions);
}

void TestPresenceLog::anyBytesAreSurvived()
{
    const QByteArray good = array(presence("one", "typing", "s1"));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = bad.at(i) == '"' ? '7' : '"';
        see(bad, 100s);
        see(good.first(i), 100s);
    }
    QVERIFY(m_log.at(Timestamp(100s)).size() <= PresenceLog::mostRecords);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestPresenceLog)

#include "test_presencelog.moc"
