// SPDX-License-Identifier: MIT
#include "core/decode/chatlog.h"
#include "tests/unit/decode/talksamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb {

using namespace talk;

namespace {

const QByteArray chat = "/connect/message/5e1f";

} // namespace

/// Transcripts of conversations.
class TestChatLog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_log = {}; }

    void whatIsSaidIsInTheTranscript();
    void repetitionsAreSaidOnce();
    void lateWordsStandWhereTheyWereSaid();
    void membersComeAndGoByTheirNames();
    void virtualAgentAndUserSpeakInTurn();
    void conversationsAreKeptApart();
    void otherChannelsAreNoConversation();
    void anyBytesAreSurvived();

private:
    bool hear(const QByteArray &channel, const QByteArray &message)
    {
        ++m_row;
        return m_log.offer(Row(m_row), Timestamp(1s * (1'000'000 + m_row)), channel, message);
    }
    [[nodiscard]] QString transcript(qsizetype talk = 0) const
    {
        QStringList lines;
        for (const ChatLine &line : m_log.conversations().at(talk).lines)
            lines.append(line.who.isEmpty() ? u"* "_s + line.text : line.who + u": "_s + line.text);
        return lines.join(u'\n');
    }

    ChatLog m_log;
    qint64 m_row = 0;
};

void TestChatLog::whatIsSaidIsInTheTranscript()
{
    QVERIFY(hear(chat, said("1", "Lunch at 12?", 10)));
    QVERIFY(hear(chat, said("2", "<b>Yes</b>\\nplease", 11)));
    QCOMPARE(transcript(), u"agent.two: Lunch at 12?\nagent.two: <b>Yes</b>\nplease"_s);
    QCOMPARE(m_log.conversations().first().people, QStringList{u"agent.two"_s});
    QCOMPARE(m_log.conversations().first().lines.first().time, Timestamp(10s));
}

void TestChatLog::repetitionsAreSaidOnce()
{
    hear(chat, said("1", "Lunch at 12?", 10));
    hear(chat, said("1", "Lunch at 12?", 10));
    QCOMPARE(m_log.conversations().first().lines.size(), 1);
}

void TestChatLog::lateWordsStandWhereTheyWereSaid()
{
    hear(chat, said("2", "second", 20));
    hear(chat, said("1", "first", 10));
    QCOMPARE(transcript(), u"agent.two: first\nagent.two: second"_s);
}

void TestChatLog::membersComeAndGoByTheirNames()
{
    hear(chat, said("1", "Hello", 10));
    hear("/connect/5e1f", member("added", "p2"));
    hear("/connect/5e1f", member("removed", "ef22ef22ef22ef22ef22ef22ef22ef22"));
    QCOMPARE(m_log.conversations().size(), 1);
    hear(chat, said("2", "Welcome", 11)); // by a clock that is behind that of the capture
    QVERIFY(transcript().startsWith("agent.two: Hello\n* agent.two joined\n"_L1));
    QVERIFY(transcript().endsWith("agent.two: Welcome"_L1));
    QVERIFY(transcript().contains("* Member ef22ef22"_L1));
}

void TestChatLog::virtualAgentAndUserSpeakInTurn()
{
    const QByteArray channel = "/cs/messages/9c1d";
    QVERIFY(hear(
        channel,
        agent(
            R"("messageId":"1","sendTime":1000,"direction":"outbound","richControl":{"uiType":"InputText","uiMetadata":{"label":"Please describe the issue."}})")));
    QVERIFY(hear(
        channel,
        agent(
            R"("messageId":"2","sendTime":2000,"direction":"inbound","text":"Door 4 is offline","sender":{"name":"Agent One"})")));
    QVERIFY(hear(
        channel,
        agent(
            R"("messageId":"3","sendTime":3000,"direction":"outbound","actionMessage":{"type":"TopicFinished"})")));
    const ChatConversation &talk = m_log.conversations().first();
    QCOMPARE(talk.kind, ChatConversation::Kind::Assistant);
    QCOMPARE(talk.lines.size(), 3);
    QVERIFY(talk.lines.at(0).text.contains("Please describe the issue."_L1));
    QCOMPARE(talk.lines.at(1).who, u"Agent One"_s);
    QCOMPARE(talk.lines.at(1).text, u"Door 4 is offline"_s);
    QCOMPARE(talk.lines.at(2).kind, ChatLine::Kind::Event);
}

void TestChatLog::conversationsAreKeptApart()
{
    hear(chat, said("1", "Hello", 10));
    hear("/cs/messages/9c1d", agent(R"("messageId":"2","text":"Hi")"));
    QCOMPARE(m_log.conversations().size(), 2);
}

void TestChatLog::otherChannelsAreNoConversation()
{
    QVERIFY(!hear("/rw/default/incident/YQ--", said("1", "Hello", 10)));
    QVERIFY(!hear("/connect/support/queues", R"({"data":{"queues":[]}})"));
    QVERIFY(m_log.conversations().isEmpty());
}

void TestChatLog::anyBytesAreSurvived()
{
    for (const QByteArray &good :
         {said("1", "Hello", 10), member("added", "p"), agent(R"("text":"x")")}) {
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = bad.at(i) == '"' ? '7' : '"';
            hear("/connect/message/x", bad);
            hear("/cs/messages/x", bad);
            hear("/connect/x", good.first(i));
        }
    }
    QVERIFY(m_log.conversations().size() < ChatLog::mostConversations);
}

} // namespace amb

QTEST_GUILESS_MAIN(amb::TestChatLog)

#include "test_chatlog.moc"
