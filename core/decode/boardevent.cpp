// SPDX-License-Identifier: MIT
#include "core/decode/boardevent.h"

#include "core/recordwatchername.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4000;

struct FieldName
{
    BoardField field;
    QLatin1StringView name;
};

constexpr std::array fieldNames{
    FieldName{BoardField::Board, "board"_L1},
    FieldName{BoardField::Lane, "lane"_L1},
    FieldName{BoardField::Order, "order"_L1},
    FieldName{BoardField::Task, "task"_L1},
    FieldName{BoardField::Removed, "removed"_L1},
    FieldName{BoardField::ShortDescription, "short_description"_L1},
    FieldName{BoardField::AssignedTo, "assigned_to"_L1},
    FieldName{BoardField::Tags, "sys_tags"_L1},
    FieldName{BoardField::Number, "number"_L1},
    FieldName{BoardField::Name, "name"_L1},
    FieldName{BoardField::Owner, "owner"_L1},
    FieldName{BoardField::User, "user"_L1},
};

/// A field comes as {"display_value","value"}; plain text is taken for both.
FieldText fieldText(const QJsonValue &field)
{
    const auto cut = [](const QJsonValue &value) {
        return value.toVariant().toString().left(longestText);
    };
    if (!field.isObject())
        return {cut(field), cut(field)};
    const QJsonObject object = field.toObject();
    FieldText text{cut(object.value("value"_L1)), cut(object.value("display_value"_L1))};
    if (text.value.isEmpty() && !object.contains("value"_L1))
        text.value = text.display;
    if (text.display.isEmpty())
        text.display = text.value;
    return text;
}

RecordVersion versionOf(const QJsonObject &record)
{
    RecordVersion version;
    bool isNumber = false;
    const qint64 count = fieldText(record.value("sys_mod_count"_L1)).value.toLongLong(&isNumber);
    if (isNumber)
        version.modCount = count;
    version.updatedOn = fieldText(record.value("sys_updated_on"_L1)).value;
    return version;
}

QString userOf(const QJsonObject &message, const QJsonObject &data, const QJsonObject &record)
{
    const QJsonObject users = data.value("changes_with_users"_L1).toObject();
    for (const auto &user : users) {
        if (!user.toString().isEmpty())
            return user.toString().left(longestText);
    }
    const QString writer = fieldText(record.value("sys_updated_by"_L1)).display;
    if (!writer.isEmpty())
        return writer;
    // A delete has no record. Whether this is a name or a sys_id is not confirmed on a real
    // instance.
    return message.value("ext"_L1).toObject().value("from_user"_L1).toString().left(longestText);
}

/// What holds for every record that a query finds: its conditions `field=value` that are joined by
/// `^` alone.
QList<ToldField> conditionsOf(QByteArrayView channel)
{
    const auto name = RecordWatcherName::decode(channel);
    if (!name || name->query.contains("^NQ"_L1))
        return {};
    QList<ToldField> told;
    const QStringList parts = name->query.split(u'^');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts.at(i);
        const bool isOneOfMany = part.startsWith("OR"_L1) && !part.startsWith("ORDERBY"_L1);
        if (isOneOfMany || parts.value(i + 1).startsWith("OR"_L1))
            continue;
        const qsizetype equals = part.indexOf(u'=');
        const auto field = boardField(QStringView(part).first(std::max<qsizetype>(equals, 0)));
        if (field && (*field == BoardField::Board || *field == BoardField::Lane))
            told.append({*field, {part.sliced(equals + 1), {}}});
    }
    return told;
}

} // namespace

bool RecordVersion::isOlderThan(const RecordVersion &other) const
{
    if (modCount >= 0 && other.modCount >= 0)
        return modCount < other.modCount;
    if (!updatedOn.isEmpty() && !other.updatedOn.isEmpty())
        return updatedOn < other.updatedOn;
    return false;
}

bool BoardEvent::tells(BoardField field) const
{
    return std::ranges::find(fields, field, &ToldField::field) != fields.end();
}

BoardTable boardTable(QStringView name)
{
    if (name == "vtb_card"_L1)
        return BoardTable::Card;
    if (name == "vtb_lane"_L1)
        return BoardTable::Lane;
    if (name == "vtb_board"_L1)
        return BoardTable::Board;
    if (name == "vtb_board_member"_L1)
        return BoardTable::Member;
    return BoardTable::Task;
}

std::optional<BoardField> boardField(QStringView name)
{
    const auto *const found = std::ranges::find_if(
        fieldNames, [name](const FieldName &each) { return name == each.name; });
    return found == fieldNames.end() ? std::nullopt : std::optional(found->field);
}

QLatin1StringView fieldName(BoardField field)
{
    return std::ranges::find(fieldNames, field, &FieldName::field)->name;
}

std::optional<BoardEvent> readBoardEvent(QByteArrayView channel, const QByteArray &message)
{
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    const QJsonObject data = object.value("data"_L1).toObject();
    const QString operation = data.value("operation"_L1).toString();
    BoardEvent event;
    event.sysId = data.value("sys_id"_L1).toString();
    if (event.sysId.isEmpty() || event.sysId.size() > longestText)
        return std::nullopt;
    if (operation == "insert"_L1)
        event.operation = BoardEvent::Operation::Insert;
    else if (operation == "delete"_L1)
        event.operation = BoardEvent::Operation::Delete;
    else if (operation != "update"_L1)
        return std::nullopt;
    event.table = boardTable(data.value("table_name"_L1).toString());
    event.isExit = data.value("action"_L1) == "exit"_L1;
    event.name = data.value("display_value"_L1).toString().left(longestText);
    const QJsonObject record = data.value("record"_L1).toObject();
    for (const FieldName &each : fieldNames) {
        const auto told = record.find(each.name);
        if (told != record.end())
            event.fields.append({each.field, fieldText(*told)});
    }
    if (event.table != BoardTable::Task && !event.isExit)
        event.conditions = conditionsOf(channel);
    event.version = versionOf(record);
    event.user = userOf(object, data, record);
    return event;
}

bool mayTellOfRecord(const QByteArray &message)
{
    return message.contains("\"operation\"") && message.contains("\"sys_id\"");
}

} // namespace amb
