// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "samplemessages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// Record watchers, task boards and workspaces in words, with what values were before.
class TestRecordDecoders : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHappened_data();
    void saysWhatHappened();
    void tellsOldValues_data();
    void tellsOldValues();
    void showsOldAndNewRawValues();
    void namesTheRecord();
    void takesTheTableFromTheChannel();
    void tellsWhoChangedWhat_data();
    void tellsWhoChangedWhat();
    void addsUpCounts();
};

namespace {

const QByteArray sysId = "5d0e4c1f87a2b6d3905e7f1c2a3b4d5e";

/// A payload of a record watcher; `record` without its braces.
QByteArray payload(const QByteArray &table,
                   const QByteArray &operation,
                   const QByteArray &changes,
                   const QByteArray &record,
                   const QByteArray &name = "INC0010042")
{
    const QByteArray action = operation == "insert" ? "entry"
        : operation == "delete"                     ? "exit"
                                                    : "change";
    return R"({"action":")" + action + R"(","operation":")" + operation + R"(","table_name":")"
        + table + R"(","sys_id":")" + sysId + R"(","display_value":")" + name + R"(","changes":[)"
        + changes + R"(],"record":{)" + record + "}}";
}

QByteArray pair(const QByteArray &name, const QByteArray &display, const QByteArray &raw)
{
    return '"' + name + R"(":{"display_value":")" + display + R"(","value":")" + raw + "\"}";
}

QByteArray by(const QByteArray &user)
{
    return pair("sys_updated_by", user, user);
}

QByteArray count(int number)
{
    const QByteArray text = QByteArray::number(number);
    return pair("sys_mod_count", text, text);
}

DecodedMessage decode(const QByteArray &data,
                      const RecordHistory &history = NoHistory(),
                      const QByteArray &channel = "/any")
{
    static const Decoders decoders;
    return decoders.decode(R"({"channel":")" + channel + R"(","data":)" + data + '}',
                           MessageKind::Event,
                           Direction::In,
                           history);
}

/// A row of a table of payloads and their sentences.
void row(const char *name, const QByteArray &data, const QString &sentence)
{
    QTest::newRow(name) << data << sentence;
}

void addRecordRows()
{
    row("several users",
        QByteArray(R"({"operation":"update","sys_id":"1","display_value":"A","changes":["x","y"],)"
                   R"("record":{"x":1,"y":2},"changes_with_users":{"x":"u","y":"v"}})"),
        u"A: x → 1, y → 2 by u, v"_s);
    row("more changes than anybody reads",
        payload("incident", "update", R"("a","b","c","d","e","f","g","h")", R"("a":1)"),
        u"INC0010042: a → 1, b, c, d, e, f and 2 more"_s);
    row("a value becomes empty",
        payload("incident", "update", R"("assigned_to")", pair("assigned_to", "", "")),
        u"INC0010042: assigned to → (empty)"_s);
    row("a comment without its text",
        payload("incident", "update", R"("comments")", by("u")),
        u"INC0010042: comment by u"_s);
    row("two journals at once",
        payload("incident",
                "update",
                R"("comments","state")",
                pair("comments", "text", "text") + ',' + pair("state", "New", "1")),
        u"INC0010042: comments added, state → New"_s);
    row("deleted by somebody",
        payload("incident", "delete", "", by("agent.one")),
        u"INC0010042 deleted by agent.one"_s);
    row("a record without a name",
        payload("incident", "update", R"("x")", R"("x":1)", ""),
        u"incident 5d0e4c1f…: x → 1"_s);
    row("came into the query by an update",
        QByteArray(R"({"action":"entry","operation":"update","sys_id":"1","display_value":"A"})"),
        u"A came into the query"_s);
    row("an operation of the future",
        QByteArray(
            R"({"action":"change","operation":"merge","sys_id":"1","display_value":"A","changes":["x"]})"),
        u"A: x"_s);
}

void addCardRows()
{
    row("card moved within its lane",
        payload("vtb_card", "update", R"("order")", pair("order", "3", "3"), "Paint"),
        u"Card 'Paint' moved within its lane (position 3)"_s);
    row("card archived",
        payload("vtb_card",
                "update",
                R"("removed")",
                pair("removed", "true", "true") + ',' + by("u"),
                "Paint"),
        u"Card 'Paint' archived by u"_s);
    row("card put back",
        payload("vtb_card", "update", R"("removed")", pair("removed", "false", "false"), "Paint"),
        u"Card 'Paint' put back on the board"_s);
    row("card moved to another board",
        payload("vtb_card",
                "update",
                R"("board","lane")",
                pair("board", "Garden", "2") + ',' + pair("lane", "To Do", "3"),
                "Paint"),
        u"Card 'Paint' moved to board Garden"_s);
    row("card moved and changed",
        payload("vtb_card",
                "update",
                R"("lane","order","assigned_to")",
                pair("lane", "Done", "3") + ',' + pair("assigned_to", "Agent Two", "2"),
                "Paint"),
        u"Card 'Paint' moved to Done; assigned to → Agent Two"_s);
    row("card changed",
        payload("vtb_card",
                "update",
                R"("short_description")",
                pair("short_description", "Paint it", "Paint it"),
                "Paint it"),
        u"Card 'Paint it': short description → Paint it"_s);
    row("card whose lane may not be read",
        payload("vtb_card", "update", R"("lane")", by("u"), "Paint"),
        u"Card 'Paint' moved to a lane that the message does not name by u"_s);
    row("card deleted", payload("vtb_card", "delete", "", "", "Paint"), u"Card 'Paint' deleted"_s);
    row("card without a name",
        payload("vtb_card",
                "insert",
                R"("task","lane")",
                pair("task", "INC1", "9") + ',' + pair("lane", "To Do", "3"),
                ""),
        u"Card 'INC1' added to To Do"_s);
}

void addBoardRows()
{
    row("lane renamed",
        payload("vtb_lane", "update", R"("name")", pair("name", "Doing", "Doing"), "Doing"),
        u"Lane renamed to 'Doing'"_s);
    row("lane added",
        payload("vtb_lane",
                "insert",
                R"("name","board")",
                pair("name", "Doing", "Doing") + ',' + pair("board", "Facilities", "4"),
                "Doing"),
        u"Lane 'Doing' added to board Facilities"_s);
    row("lane moved",
        payload("vtb_lane", "update", R"("order")", pair("order", "2", "2"), "Doing"),
        u"Lane 'Doing' moved (position 2)"_s);
    row("lane deleted", payload("vtb_lane", "delete", "", "", "Doing"), u"Lane 'Doing' deleted"_s);
    row("board renamed",
        payload("vtb_board", "update", R"("name")", pair("name", "Garden", "Garden"), "Garden"),
        u"Board 'Garden': name → Garden"_s);
    row("member added",
        payload("vtb_board_member",
                "insert",
                R"("user","board")",
                pair("user", "Agent Two", "1") + ',' + pair("board", "Facilities", "4"),
                ""),
        u"Agent Two became a member of board Facilities"_s);
    row("member removed",
        payload("vtb_board_member", "delete", "", "", "Agent Two"),
        u"Board member 'Agent Two' deleted"_s);
    row("another table of task boards",
        payload("vtb_task", "update", R"("state")", pair("state", "Open", "1"), "VTB1"),
        u"VTB1: state → Open"_s);
}

void addWorkspaceRows()
{
    row("agent's presence",
        payload("awa_agent_presence",
                "update",
                R"("current_presence_state")",
                pair("current_presence_state", "Away", "2") + ',' + pair("agent", "Agent One", "1"),
                ""),
        u"Agent Agent One is now Away"_s);
    row("work item",
        payload(
            "awa_work_item", "update", R"("state")", pair("state", "Accepted", "accepted"), "AWA1"),
        u"Work item AWA1: state → Accepted"_s);
    row("interaction",
        payload("interaction", "insert", R"("state")", pair("state", "New", "new"), "IMS1"),
        u"Interaction IMS1 created: state New"_s);
}

} // namespace

void TestRecordDecoders::saysWhatHappened_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("sentence");
    addRecordRows();
    addCardRows();
    addBoardRows();
    addWorkspaceRows();
}

void TestRecordDecoders::saysWhatHappened()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, sentence);
    const DecodedMessage decoded = decode(data);
    QCOMPARE(decoded.sentence, sentence);
    QCOMPARE(faultOf(decoded), QString());
}

void TestRecordDecoders::tellsOldValues_data()
{
    QTest::addColumn<QByteArrayList>("earlier"); // newest first
    QTest::addColumn<QString>("sentence");
    const auto priority = [](int counted, const char *operation = "update") {
        return payload("incident",
                       operation,
                       R"("priority")",
                       pair("priority", "4 - Low", "4") + ',' + count(counted));
    };
    const QByteArray other =
        payload("incident", "update", R"("state")", pair("state", "New", "1") + ',' + count(6));
    const QByteArray left =
        QByteArray(priority(6)).replace(R"("action":"change")", R"("action":"exit")");
    const QString known = u"INC0010042: priority 4 → 3 by agent.one"_s;
    const QString unknown = u"INC0010042: priority → 3 - Moderate by agent.one"_s;
    QTest::newRow("nothing came before") << QByteArrayList() << unknown;
    QTest::newRow("the update before tells") << QByteArrayList{priority(6)} << known;
    QTest::newRow("the insert tells") << QByteArrayList{other, priority(5, "insert")} << known;
    QTest::newRow("an older update tells") << QByteArrayList{other, priority(5)} << known;
    QTest::newRow("an update in between was missed") << QByteArrayList{priority(5)} << unknown;
    QTest::newRow("missed further back") << QByteArrayList{other, priority(4)} << unknown;
    QTest::newRow("the same update twice")
        << QByteArrayList{QByteArray(priority(7)).replace("4 - Low", "3 - Moderate"), priority(6)}
        << known;
    QTest::newRow("a later update came earlier")
        << QByteArrayList{priority(9), priority(6)} << known;
    QTest::newRow("it was out of the query") << QByteArrayList{left} << unknown;
    QTest::newRow("nobody tells") << QByteArrayList{other} << unknown;
    QTest::newRow("without counts")
        << QByteArrayList{QByteArray(priority(6)).replace("sys_mod_count", "x")} << known;
}

void TestRecordDecoders::tellsOldValues()
{
    QFETCH(const QByteArrayList, earlier);
    QFETCH(const QString, sentence);
    const QByteArray update =
        payload("incident",
                "update",
                R"("priority")",
                pair("priority", "3 - Moderate", "3") + ',' + count(7) + ',' + by("agent.one"));
    QCOMPARE(decode(update, WrittenHistory(earlier)).sentence, sentence);
}

void TestRecordDecoders::showsOldAndNewRawValues()
{
    const WrittenHistory history(
        {payload("vtb_card",
                 "insert",
                 R"("lane","order")",
                 pair("lane", "To Do", "91") + ',' + pair("order", "0", "0") + ',' + count(0))});
    const DecodedMessage moved =
        decode(payload("vtb_card",
                       "update",
                       R"("lane","order","x")",
                       pair("lane", "In Progress", "92") + ',' + pair("order", "3", "3") + ','
                           + R"("x":"y",)" + count(1) + ',' + by("agent.one"),
                       "Replace switch"),
               history);
    QCOMPARE(moved.sentence,
             u"Card 'Replace switch' moved from To Do to In Progress; x → y by agent.one"_s);
    const QStringList lines = asText(moved).split(u'\n').mid(2, 3);
    QCOMPARE(lines.join(u'\n'),
             u"  Lane (lane): To Do → In Progress [91 → 92]\n"
             u"  Order (order): 0 → 3\n"
             u"  X (x): ? → y"_s);
}

void TestRecordDecoders::namesTheRecord()
{
    QCOMPARE(decode(payload("incident", "update", "", "")).record,
             (RecordKey{u"incident"_s, QString::fromLatin1(sysId)}));
    QVERIFY(decode(R"({"text":"hello"})").record.isNull());
}

void TestRecordDecoders::takesTheTableFromTheChannel()
{
    const DecodedMessage decoded = decode(R"({"operation":"update","sys_id":"1"})",
                                          NoHistory(),
                                          "/rw/default/vtb_card/YWN0aXZlPXRydWU-");
    QCOMPARE(decoded.record, (RecordKey{u"vtb_card"_s, u"1"_s}));
    QCOMPARE(decoded.family, u"Task board"_s);
}

void TestRecordDecoders::tellsWhoChangedWhat_data()
{
    QTest::addColumn<QByteArray>("users");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one field") << QByteArray(R"("x":"u")") << u"X changed by: u"_s;
    QTest::newRow("two fields, one user")
        << QByteArray(R"("x":"u","y":"u")") << u"All changed by: u"_s;
    QTest::newRow("two users") << QByteArray(R"("x":"u","y":"v")")
                               << u"X changed by: u | Y changed by: v"_s;
    QTest::newRow("one of two untold")
        << QByteArray(R"("x":"u","y":"")") << u"X changed by: u | Y changed by: "_s;
}

void TestRecordDecoders::tellsWhoChangedWhat()
{
    QFETCH(const QByteArray, users);
    QFETCH(const QString, expected);
    QStringList told;
    for (const DecodedField &field :
         decode(R"({"operation":"update","sys_id":"1","changes_with_users":{)" + users + "}}")
             .fields) {
        if (field.label.endsWith("changed by"_L1))
            told.append(field.label + ": "_L1 + field.value.display);
    }
    QCOMPARE(told.join(u" | "_s), expected);
}

void TestRecordDecoders::addsUpCounts()
{
    const QByteArray channel = "/rw/count2/incident/YWN0aXZlPXRydWU-";
    QCOMPARE(decode(R"({"count":"+2"})", WrittenHistory({}, 3), channel).sentence,
             u"The count of incident active=true: +2, +5 since the capture began (drifts when a "
             u"change is missed)"_s);
    QCOMPARE(decode(R"({"count":-4})", WrittenHistory({}, 3), channel).fields.value(1).value.raw,
             u"-1"_s);
    QCOMPARE(decode(R"({"count":"many"})", WrittenHistory({}, 3), channel).sentence,
             u"The count of incident active=true: many"_s);
}

QTEST_GUILESS_MAIN(TestRecordDecoders)
#include "test_recorddecoders.moc"
