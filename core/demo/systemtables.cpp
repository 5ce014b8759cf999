// SPDX-License-Identifier: MIT
#include "core/demo/systemtables.h"

#include "core/demo/demoworld.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr auto processors = "sys_amb_processor"_L1;
constexpr auto presence = "sys_amb_channel_presence"_L1;
constexpr auto objects = "sys_db_object"_L1;
constexpr auto dictionary = "sys_dictionary"_L1;

/// An id that is the same whenever the same thing is asked for.
QString idOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex());
}

QDateTime installed()
{
    return {QDate(2025, 11, 20), QTime(9, 0), Qt::UTC};
}

struct Processor
{
    QLatin1StringView name;
    QLatin1StringView channel;
    bool isActive;
    bool isPublic;
    QLatin1StringView description;
};

constexpr std::array allProcessors{
    Processor{"RecordWatcherAMBProcessor"_L1,
              "/rw/**"_L1,
              true,
              false,
              "Tells who watches a record or a query of each change"_L1},
    Processor{
        "Record Presence"_L1, "/sn/rp/**"_L1, true, false, "Who is viewing or editing a record"_L1},
    Processor{"Channel Redirect"_L1,
              "/sn/meta/channel_redirect/*"_L1,
              true,
              false,
              "Moves a client from one channel to another"_L1},
    Processor{"Connect"_L1, "/connect/**"_L1, true, false, "Connect chat conversations"_L1},
    Processor{"Notifications"_L1,
              "/notifications/*"_L1,
              true,
              false,
              "Notifications on a user's desktop"_L1},
    Processor{"Demo"_L1, "/demo/**"_L1, true, false, "Channels to try things out"_L1},
    Processor{"Demo Echo"_L1, "/demo/echo"_L1, true, false, "Whatever is published comes back"_L1},
    Processor{"Conversation Messages"_L1,
              "/cs/messages/*"_L1,
              true,
              false,
              "Virtual Agent conversations"_L1},
    Processor{"Support Queues"_L1,
              "/cs/support_queue/*"_L1,
              false,
              false,
              "How long one waits for an agent"_L1},
    Processor{"Banner Announcements"_L1,
              "/uxbannerannouncements"_L1,
              false,
              true,
              "Announcements above every page"_L1},
};

QString flag(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QList<DemoRecord> processorRecords()
{
    QList<DemoRecord> records;
    for (const Processor &processor : allProcessors) {
        DemoRecord record(QString(processors),
                          idOf("processor " + QByteArray(processor.name.data())));
        record.set(u"name"_s, QString(processor.name));
        record.set(u"channel_name"_s, QString(processor.channel));
        record.set(u"active"_s, flag(processor.isActive));
        record.set(u"public"_s, flag(processor.isPublic));
        record.set(u"description"_s, QString(processor.description));
        record.stamp(u"system"_s, installed());
        records += record;
    }
    return records;
}

const DemoPerson *person(const QString &userName)
{
    if (DemoWorld::demoUser().userName == userName)
        return &DemoWorld::demoUser();
    const auto found = std::ranges::find(DemoWorld::agents(), userName, &DemoPerson::userName);
    return found == DemoWorld::agents().end() ? nullptr : &*found;
}

QList<DemoRecord> presenceRecords(const QList<BusPresence> &presences)
{
    QList<DemoRecord> records;
    for (const BusPresence &present : presences) {
        DemoRecord record(QString(presence), idOf(present.clientId + ' ' + present.channel));
        record.set(u"cometd_session_id"_s, QString::fromLatin1(present.clientId));
        // The cookie itself is nobody's business.
        record.set(u"glide_session_id"_s, idOf(present.sessionId).toUpper());
        const DemoPerson *user = person(present.user);
        record.set(u"user"_s, user ? user->sysId : QString(), user ? user->displayName : QString());
        record.set(u"user_name"_s, present.user);
        record.set(u"channel_id"_s, QString::fromUtf8(present.channel));
        record.set(u"channel_hash"_s, idOf(present.channel));
        record.set(u"event_type"_s, u"subscribe"_s);
        record.stamp(u"system"_s, installed());
        records += record;
    }
    return records;
}

struct Field
{
    QLatin1StringView table;
    QLatin1StringView name;
    QLatin1StringView label;
    QLatin1StringView type;
    QLatin1StringView reference;
};

struct Table
{
    QLatin1StringView name;
    QLatin1StringView label;
    QLatin1StringView super;
};

constexpr std::array allTables{
    Table{"task"_L1, "Task"_L1, ""_L1},
    Table{"incident"_L1, "Incident"_L1, "task"_L1},
    Table{"sn_hr_core_case"_L1, "HR Case"_L1, "task"_L1},
    Table{"sys_user"_L1, "User"_L1, ""_L1},
    Table{"vtb_board"_L1, "Visual Task Board"_L1, ""_L1},
    Table{"vtb_card"_L1, "Card"_L1, ""_L1},
    Table{"vtb_lane"_L1, "Lane"_L1, ""_L1},
    Table{"vtb_board_member"_L1, "Board Member"_L1, ""_L1},
    Table{"vtb_task"_L1, "Private Task"_L1, "task"_L1},
    Table{"sys_amb_processor"_L1, "AMB Processor"_L1, ""_L1},
    Table{"sys_amb_channel_presence"_L1, "AMB Channel Presence"_L1, ""_L1},
    Table{"sys_db_object"_L1, "Table"_L1, ""_L1},
    Table{"sys_dictionary"_L1, "Dictionary Entry"_L1, ""_L1},
};

constexpr std::array allFields{
    Field{"task"_L1, "number"_L1, "Number"_L1, "string"_L1, ""_L1},
    Field{"task"_L1, "short_description"_L1, "Short description"_L1, "string"_L1, ""_L1},
    Field{"task"_L1, "state"_L1, "State"_L1, "integer"_L1, ""_L1},
    Field{"task"_L1, "priority"_L1, "Priority"_L1, "integer"_L1, ""_L1},
    Field{"task"_L1, "urgency"_L1, "Urgency"_L1, "integer"_L1, ""_L1},
    Field{"task"_L1, "active"_L1, "Active"_L1, "boolean"_L1, ""_L1},
    Field{"task"_L1, "assigned_to"_L1, "Assigned to"_L1, "reference"_L1, "sys_user"_L1},
    Field{"task"_L1, "sys_tags"_L1, "Tags"_L1, "related_tags"_L1, ""_L1},
    Field{"task"_L1, "work_notes"_L1, "Work notes"_L1, "journal_input"_L1, ""_L1},
    Field{"incident"_L1, "caller_id"_L1, "Caller"_L1, "reference"_L1, "sys_user"_L1},
    Field{"sys_user"_L1, "user_name"_L1, "User ID"_L1, "string"_L1, ""_L1},
    Field{"sys_user"_L1, "name"_L1, "Name"_L1, "string"_L1, ""_L1},
    Field{"sys_user"_L1, "active"_L1, "Active"_L1, "boolean"_L1, ""_L1},
    Field{"vtb_board"_L1, "name"_L1, "Name"_L1, "string"_L1, ""_L1},
    Field{"vtb_board"_L1, "owner"_L1, "Owner"_L1, "reference"_L1, "sys_user"_L1},
    Field{"vtb_board"_L1, "active"_L1, "Active"_L1, "boolean"_L1, ""_L1},
    Field{"vtb_card"_L1, "board"_L1, "Board"_L1, "reference"_L1, "vtb_board"_L1},
    Field{"vtb_card"_L1, "lane"_L1, "Lane"_L1, "reference"_L1, "vtb_lane"_L1},
    Field{"vtb_card"_L1, "task"_L1, "Task"_L1, "reference"_L1, "task"_L1},
    Field{"vtb_card"_L1, "order"_L1, "Order"_L1, "integer"_L1, ""_L1},
    Field{"vtb_card"_L1, "removed"_L1, "Removed"_L1, "boolean"_L1, ""_L1},
    Field{"vtb_lane"_L1, "name"_L1, "Name"_L1, "string"_L1, ""_L1},
    Field{"vtb_lane"_L1, "board"_L1, "Board"_L1, "reference"_L1, "vtb_board"_L1},
    Field{"vtb_lane"_L1, "order"_L1, "Order"_L1, "integer"_L1, ""_L1},
    Field{"vtb_board_member"_L1, "board"_L1, "Board"_L1, "reference"_L1, "vtb_board"_L1},
    Field{"vtb_board_member"_L1, "user"_L1, "User"_L1, "reference"_L1, "sys_user"_L1},
};

QString tableId(QLatin1StringView name)
{
    return name.isEmpty() ? QString() : idOf("table " + QByteArray(name.data(), name.size()));
}

QList<DemoRecord> objectRecords()
{
    QList<DemoRecord> records;
    for (const Table &table : allTables) {
        const auto super = std::ranges::find(allTables, table.super, &Table::name);
        const bool hasSuper = super != allTables.end();
        DemoRecord record(QString(objects), tableId(table.name));
        record.set(u"name"_s, QString(table.name));
        record.set(u"label"_s, QString(table.label));
        record.set(
            u"super_class"_s, tableId(table.super), hasSuper ? QString(super->label) : QString());
        record.set(u"super_class.name"_s, QString(table.super));
        record.stamp(u"system"_s, installed());
        records += record;
    }
    return records;
}

DemoRecord dictionaryRecord(const Field &field)
{
    DemoRecord record(QString(dictionary),
                      idOf("field " + QByteArray(field.table.data()) + '.' + field.name.data()));
    record.set(u"name"_s, QString(field.table));
    record.set(u"element"_s, QString(field.name));
    record.set(u"column_label"_s, QString(field.label));
    record.set(u"internal_type"_s, QString(field.type));
    record.set(u"reference"_s, QString(field.reference));
    record.set(u"active"_s, u"true"_s);
    record.stamp(u"system"_s, installed());
    return record;
}

/// The fields of every table, and for each table the entry that stands for the table itself.
QList<DemoRecord> dictionaryRecords()
{
    QList<DemoRecord> records;
    for (const Table &table : allTables)
        records += dictionaryRecord({table.name, ""_L1, table.label, "collection"_L1, ""_L1});
    for (const Field &field : allFields)
        records += dictionaryRecord(field);
    for (const Table &table : allTables) {
        if (!table.super.isEmpty()) // the fields of every table are in the one it extends
            continue;
        records += dictionaryRecord({table.name, "sys_id"_L1, "Sys ID"_L1, "GUID"_L1, ""_L1});
        records += dictionaryRecord(
            {table.name, "sys_updated_on"_L1, "Updated"_L1, "glide_date_time"_L1, ""_L1});
    }
    return records;
}

} // namespace

bool systemtables::isThere(const QString &table)
{
    return table == processors || table == presence || table == objects || table == dictionary;
}

bool systemtables::isForAdmins(const QString &table)
{
    return table == processors || table == presence;
}

QList<DemoRecord> systemtables::records(const QString &table, const QList<BusPresence> &presences)
{
    if (table == processors)
        return processorRecords();
    if (table == presence)
        return presenceRecords(presences);
    return table == objects ? objectRecords() : dictionaryRecords();
}

} // namespace amb
