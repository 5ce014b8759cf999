// SPDX-License-Identifier: MIT
#include "tests/unit/decode/boardsamples.h"

#include "core/jsontext.h"

using namespace Qt::StringLiterals;

namespace amb::boards {

Delivery::Delivery(QByteArray operation, QByteArray table, QByteArray sysId)
    : m_operation(std::move(operation))
    , m_table(std::move(table))
    , m_sysId(std::move(sysId))
{
    m_action = m_operation == "insert" ? "entry" : m_operation == "delete" ? "exit" : "change";
}

Delivery &Delivery::action(const QByteArray &action)
{
    m_action = action;
    return *this;
}

Delivery &Delivery::set(const QByteArray &field, const QByteArray &value, const QByteArray &display)
{
    if (!m_changes.isEmpty())
        m_changes += ',';
    m_changes += jsonString(field);
    m_record += jsonString(field) + R"(:{"display_value":)"
        + jsonString(display.isNull() ? value : display) + R"(,"value":)" + jsonString(value)
        + "},";
    return *this;
}

Delivery &Delivery::version(int modCount)
{
    m_version = modCount;
    return *this;
}

Delivery &Delivery::by(const QByteArray &user)
{
    m_user = user;
    return *this;
}

Delivery &Delivery::named(const QByteArray &name)
{
    m_name = name;
    return *this;
}

QByteArray Delivery::toJson(const QByteArray &channel) const
{
    QByteArray json = R"({"channel":)" + jsonString(channel) + R"(,"data":{"action":")" + m_action
        + R"(","operation":")" + m_operation + R"(","table_name":)" + jsonString(m_table)
        + R"(,"sys_id":)" + jsonString(m_sysId) + R"(,"display_value":)" + jsonString(m_name)
        + R"(,"changes":[)" + m_changes + "]";
    if (m_operation != "delete") {
        json += R"(,"record":{)" + m_record;
        if (m_version >= 0)
            json += R"("sys_mod_count":{"display_value":"n","value":")"
                + QByteArray::number(m_version) + R"("},)";
        json += R"("sys_updated_by":{"display_value":)" + jsonString(m_user) + R"(,"value":)"
            + jsonString(m_user) + "}}";
    }
    return json + R"(},"ext":{"from_user":)" + jsonString(m_user) + "}}";
}

Delivery insertion(const QByteArray &table, const QByteArray &sysId)
{
    Delivery delivery("insert", table, sysId);
    delivery.version(0);
    return delivery;
}

Delivery update(const QByteArray &table, const QByteArray &sysId, int version)
{
    Delivery delivery("update", table, sysId);
    delivery.version(version);
    return delivery;
}

Delivery deletion(const QByteArray &table, const QByteArray &sysId)
{
    return {"delete", table, sysId};
}

BoardReading::Record read(const QString &table,
                          const QString &sysId,
                          int version,
                          const QList<std::pair<BoardField, FieldText>> &fields)
{
    BoardReading::Record record;
    record.table = boardTable(table);
    record.sysId = sysId;
    record.version.modCount = version;
    for (const auto &[field, text] : fields)
        record.fields.append({field, text});
    return record;
}

BoardReading smallBoard()
{
    const auto lane = [](const QString &sysId, const QString &name, const QString &order) {
        return read(u"vtb_lane"_s,
                    sysId,
                    0,
                    {{BoardField::Board, {u"b"_s, u"Facilities"_s}},
                     {BoardField::Name, {name, name}},
                     {BoardField::Order, {order, order}}});
    };
    const auto card = [](const QString &sysId, const QString &text, const QString &order) {
        return read(u"vtb_card"_s,
                    sysId,
                    3,
                    {{BoardField::Board, {u"b"_s, u"Facilities"_s}},
                     {BoardField::Lane, {u"todo"_s, u"To Do"_s}},
                     {BoardField::Task, {u"t-"_s + sysId, u"VTB-"_s + sysId}},
                     {BoardField::Order, {order, order}},
                     {BoardField::ShortDescription, {text, text}},
                     {BoardField::Removed, {u"false"_s, u"false"_s}}});
    };
    const auto task = [](const QString &of, const QString &text, const QString &person) {
        return read(u"vtb_task"_s,
                    u"t-"_s + of,
                    1,
                    {{BoardField::Number, {u"VTB-"_s + of, u"VTB-"_s + of}},
                     {BoardField::ShortDescription, {text, text}},
                     {BoardField::AssignedTo, {person, person}},
                     {BoardField::Tags, {u"x"_s, u"roof, urgent"_s}}});
    };
    BoardReading reading;
    reading.board = u"b"_s;
    reading.records = {
        read(u"vtb_board"_s, u"b"_s, 0, {{BoardField::Name, {u"F"_s, u"Facilities"_s}}}),
        lane(u"todo"_s, u"To Do"_s, u"0"_s),
        lane(u"done"_s, u"Done"_s, u"1"_s),
        card(u"c1"_s, u"Paint"_s, u"0"_s),
        card(u"c2"_s, u"Sweep"_s, u"1"_s),
        task(u"c1"_s, u"Paint"_s, u"Ann"_s),
        task(u"c2"_s, u"Sweep"_s, u""_s)};
    return reading;
}

QString text(const Board &board)
{
    const auto told = [](const QString &text) {
        return text.isNull() ? u"?"_s : text;
    };
    QString lines = told(board.name) + (board.isGone ? u" (gone)\n"_s : u"\n"_s);
    for (const BoardLane &lane : board.lanes) {
        lines += lane.standing == BoardLane::Standing::Unknown ? u"  (lane not known)"_s
                                                               : u"  "_s + told(lane.name);
        lines += lane.standing == BoardLane::Standing::Named ? u" (only named)\n"_s : u"\n"_s;
        for (const BoardCard &card : lane.cards) {
            lines += u"    %1 | %2 | %3 | %4"_s.arg(
                told(card.number), told(card.text), told(card.assignee), card.labels.join(u','));
            lines += card.isUnwatched ? u" (unwatched)\n"_s : u"\n"_s;
        }
    }
    for (const BoardMember &member : board.members)
        lines += u"  member %1\n"_s.arg(member.user);
    return lines;
}

} // namespace amb::boards
