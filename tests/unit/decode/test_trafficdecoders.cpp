// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "samplemessages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// The families beside record watchers, in situations that the sample frames do not have.
class TestTrafficDecoders : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHappened_data();
    void saysWhatHappened();
    void saysWhatTheProtocolDoes_data();
    void saysWhatTheProtocolDoes();
    void findsTellingFieldsOfAnyJson_data();
    void findsTellingFieldsOfAnyJson();
    void readsJsonWithinJson();
};

namespace {

DecodedMessage decode(const QByteArray &raw,
                      MessageKind kind = MessageKind::Event,
                      Direction direction = Direction::In)
{
    static const Decoders decoders;
    return decoders.decode(raw, kind, direction);
}

DecodedMessage eventOn(const QByteArray &channel, const QByteArray &data)
{
    return decode(R"({"channel":")" + channel + R"(","data":)" + data + '}');
}

/// A row of a table of payloads and their sentences.
void row(const char *name, const char *channel, const char *data, const QString &sentence)
{
    QTest::newRow(name) << QByteArray(channel) << QByteArray(data) << sentence;
}

void addPeopleRows()
{
    row("nobody on a record",
        "/sn/rp/incident/1",
        R"({"presences":[]})",
        u"Nobody is named on incident 1"_s);
    row("several on a record",
        "/sp/rp/incident/1",
        R"({"presences":[{"status":"viewing","user_name":"a"},{"status":"probably left","user_name":"b"}]})",
        u"a is viewing, b has probably left incident 1"_s);
    row("typing in a chat",
        "/sn/rp/live_group_profile/cd11",
        R"({"presences":[{"status":"typing","user_display_name":"Agent One"}]})",
        u"Agent One is typing on conversation cd11"_s);
    row("presence on another channel",
        "/other",
        R"({"presences":[{"status":"dancing","user_id":"u","table":"task","sys_id":"7"}]})",
        u"u is dancing on task 7"_s);
    row("chat with an attachment",
        "/connect/message/1",
        R"({"formatted_message":"Look","created_by":"a","attachments":[1]})",
        u"a: Look (with an attachment)"_s);
    row("chat on another channel",
        "/other",
        R"({"formatted_message":"Hi","created_by":"a"})",
        u"a: Hi"_s);
    row("member removed",
        "/connect/1",
        R"({"event_type":"conversation_member_removed","event_data":{},"group":"g"})",
        u"A member was removed from conversation g"_s);
    row("queue of Connect",
        "/connect/support/queues",
        R"({"name":"IT","waiting":2})",
        u"Support queue: name: IT · waiting: 2"_s);
    row("notification without a title",
        "/notifications/1",
        R"({"message":"Done"})",
        u"Notification: Done"_s);
}

void addConversationRows()
{
    row("agent speaks",
        "/cs/messages/1",
        R"({"type":"x","data":{"direction":"outbound","isAgent":true,"text":"Hello"}})",
        u"Agent: Hello"_s);
    row("user picks",
        "/cs/messages/1",
        R"({"data":{"direction":"inbound","richControl":{"uiType":"Boolean","value":true}}})",
        u"User: true"_s);
    row("a picture is shown",
        "/cs/messages/1",
        R"({"data":{"direction":"outbound","richControl":{"uiType":"OutputImage"}}})",
        u"Virtual Agent shows output image"_s);
    row("an error is reported",
        "/cs/messages/1",
        R"({"data":{"richControl":{"uiType":"SystemError","uiMetadata":{"header":"Sorry"}}}})",
        u"Virtual Agent reports an error: Sorry"_s);
    row("a topic ends",
        "/cs/messages/1",
        R"({"type":"actionMessage","data":{"@class":".ActionMessageDto","actionMessage":{"type":"TopicFinished"}}})",
        u"Topic finished"_s);
    row("the queue is closed",
        "/cs/support_queue/1",
        R"({"active":false})",
        u"Support queue is closed"_s);
    row("entries deleted",
        "/activity/ui16/edit/1",
        R"({"data":"{\"type\":\"deleted\",\"historyLineIds\":\"[\\\"1\\\",\\\"2\\\"]\"}"})",
        u"2 activity entries deleted"_s);
    row("an id that is no JSON",
        "/activity/ui16/edit/1",
        R"({"data":"{\"type\":\"edited\",\"new\":\"x\",\"historyLineIds\":\"abc\"}"})",
        u"Activity entry edited: x"_s);
    row("another activity", "/activity/ui16/1", R"({"status":"new"})", u"Activity: status: new"_s);
}

void addPlatformRows()
{
    row("flow failed",
        "/flow/execution/1",
        R"({"status":"ERROR","error":"No route"})",
        u"Flow execution 1 failed, error: No route"_s);
    row("flow in another state",
        "/flow/execution/1",
        R"({"status":"PAUSED"})",
        u"Flow execution 1 is PAUSED"_s);
    row("cancel asked for",
        "/service/transaction/cancel",
        R"({"action":"cancelTransaction","nowUiInteraction":"ab12"})",
        u"Transaction ab12 is to be cancelled"_s);
    row("cancel answered",
        "/service/transaction/cancel",
        R"("202::Request accepted")",
        u"Cancel of a transaction: Request accepted (202)"_s);
    row("core stream of Build Agent",
        "/build_agent_core/stream/1",
        R"({"status":"done"})",
        u"Build Agent: (no text) (done)"_s);
    row("banner",
        "/uxbannerannouncements",
        R"({"message":"Maintenance at 8"})",
        u"Banner: message: Maintenance at 8"_s);
    row("GraphQL error",
        "/rw/graphql/3f2a91",
        R"({"errors":[{"message":"No access"}]})",
        u"GraphQL error: No access"_s);
    row("GraphQL result",
        "/rw/graphql/3f2a91",
        R"({"data":{"incident":{"number":"INC1"}}})",
        u"data.incident.number: INC1"_s);
}

/// A row of a table of messages of the protocol and their sentences.
void row(const char *name,
         const char *raw,
         MessageKind kind,
         Direction direction,
         const QString &sentence)
{
    QTest::newRow(name) << QByteArray(raw) << kind << direction << sentence;
}

void addConnectRows()
{
    row("handshake refused",
        R"({"successful":false,"error":"403:denied:Not you","advice":{"reconnect":"none"}})",
        MessageKind::Handshake,
        Direction::In,
        u"Handshake refused: not allowed (403)"_s);
    row("connect without a session's state",
        R"({"successful":true})",
        MessageKind::Connect,
        Direction::In,
        u"Connect answered"_s);
    row("a status of the future",
        R"({"successful":true,"ext":{"glide.session.status":"session.frozen"}})",
        MessageKind::Connect,
        Direction::In,
        u"Connect answered, but session status session.frozen"_s);
    row("connect refused after a pause",
        R"({"successful":false,"error":"500::Out of order","advice":{"reconnect":"retry","interval":2500}})",
        MessageKind::Connect,
        Direction::In,
        u"Connect refused: Out of order (500); the server advises: connect again after 2.5 s"_s);
    row("several subscriptions",
        R"({"subscription":["/a","/b","/c"]})",
        MessageKind::Subscribe,
        Direction::Out,
        u"Subscribe to /a and 2 more"_s);
}

void addReplyRows()
{
    row("unsubscribe refused",
        R"({"subscription":"/a","successful":false})",
        MessageKind::Unsubscribe,
        Direction::In,
        u"Unsubscribing from /a refused: without a reason"_s);
    row("told to leave",
        "{}",
        MessageKind::Disconnect,
        Direction::In,
        u"The server tells this client to leave"_s);
    row("publish refused",
        R"({"successful":false,"error":"404::message_deleted","ext":{"glide.amb.reply.status.code":403}})",
        MessageKind::PublishReply,
        Direction::In,
        u"Publish refused: not allowed (403)"_s);
    row("cancel refused",
        R"({"channel":"/service/transaction/cancel","successful":false,"error":"400::Missing request data"})",
        MessageKind::PublishReply,
        Direction::In,
        u"Cancel of a transaction: Missing request data (400)"_s);
    row("a note",
        R"({"note":"gap","text":"Messages may be missing."})",
        MessageKind::Note,
        Direction::Local,
        u"Messages may be missing."_s);
    row("no message at all",
        R"({"hello":"world"})",
        MessageKind::Unknown,
        Direction::In,
        u"hello: world"_s);
}

} // namespace

void TestTrafficDecoders::saysWhatHappened_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("sentence");
    addPeopleRows();
    addConversationRows();
    addPlatformRows();
}

void TestTrafficDecoders::saysWhatHappened()
{
    QFETCH(const QByteArray, channel);
    QFETCH(const QByteArray, data);
    QFETCH(const QString, sentence);
    const DecodedMessage decoded = eventOn(channel, data);
    QCOMPARE(decoded.sentence, sentence);
    QCOMPARE(faultOf(decoded), QString());
}

void TestTrafficDecoders::saysWhatTheProtocolDoes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<MessageKind>("kind");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("sentence");
    addConnectRows();
    addReplyRows();
}

void TestTrafficDecoders::saysWhatTheProtocolDoes()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const MessageKind, kind);
    QFETCH(const Direction, direction);
    QFETCH(const QString, sentence);
    const DecodedMessage decoded = decode(raw, kind, direction);
    QCOMPARE(decoded.sentence, sentence);
    QCOMPARE(faultOf(decoded), QString());
}

void TestTrafficDecoders::findsTellingFieldsOfAnyJson_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *data, const QString &sentence) {
        QTest::newRow(data) << QByteArray(data) << sentence;
    };
    row(R"({"zoo":1,"status":"ok","title":"T"})", u"title: T · status: ok · zoo: 1"_s);
    row(R"({"id":"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e","a":{"b":{"message":"M"}}})",
        u"a.b.message: M · id: 5d0e4c1f87a2b6d3905e7f1c2a3b4d5e"_s);
    row(R"({"empty":"","none":null,"x":0})", u"x: 0 · empty: (empty) · none: null"_s);
    row(R"([1,"two",{"three":3}])", uR"([1,"two",{"three":3}])"_s);
    row(R"("text")", u"text"_s);
    row("12345678901234", u"12345678901234"_s);
    row("{}", u"(empty)"_s);
    row("null", u"null"_s);
}

void TestTrafficDecoders::findsTellingFieldsOfAnyJson()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, sentence);
    QCOMPARE(eventOn("/a", data).sentence, sentence);
}

void TestTrafficDecoders::readsJsonWithinJson()
{
    const DecodedMessage decoded =
        eventOn("/activity/ui16/edit/1",
                R"({"data":"{\"new\":\"a\\nb\",\"type\":\"edited\",\"historyLineIds\":\"x\"}"})");
    QCOMPARE(decoded.fields.value(1).label, u"New text"_s);
    QCOMPARE(decoded.fields.value(1).value.display, u"a\nb"_s);
}

QTEST_GUILESS_MAIN(TestTrafficDecoders)
#include "test_trafficdecoders.moc"
