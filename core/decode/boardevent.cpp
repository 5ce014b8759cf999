// SPDX-License-Identifier: MIT
#include "core/decode/boardevent.h"

#include "core/decode/recordpayload.h"
#include "core/oneline.h"
#include "core/recordwatchername.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

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

RecordVersion versionOf(const RecordPayload &payload)
{
    RecordVersion version;
    version.modCount = payload.updateCount().value_or(-1);
    if (const auto time = payload.value(u"sys_updated_on"_s))
        version.updatedOn = time->raw;
    return version;
}

/// A delete names nobody. Whether `from_user` is a name or a sys_id is not confirmed on a real
/// instance.
QString userOf(const RecordPayload &payload, const QJsonObject &message)
{
    const QStringList users = payload.users();
    if (!users.isEmpty())
        return users.join(u", "_s);
    const QJsonObject ext = message.value("ext"_L1).toObject();
    return oneLine(ext.value("from_user"_L1).toString(), longestName);
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
    const auto payload = RecordPayload::read(object.value("data"_L1), QString::fromUtf8(channel));
    if (!payload)
        return std::nullopt;
    BoardEvent event;
    event.sysId = payload->key().sysId;
    event.table = boardTable(payload->key().table);
    if (payload->operation() == RecordPayload::Operation::Insert)
        event.operation = BoardEvent::Operation::Insert;
    else if (payload->operation() == RecordPayload::Operation::Delete)
        event.operation = BoardEvent::Operation::Delete;
    event.isExit = payload->action() == RecordPayload::Action::Exit;
    event.name = payload->displayValue();
    for (const FieldName &each : fieldNames) {
        if (const auto told = payload->value(QString(each.name)))
            event.fields.append({each.field, {told->raw, told->display}});
    }
    if (event.table != BoardTable::Task && !event.isExit)
        event.conditions = conditionsOf(channel);
    event.version = versionOf(*payload);
    event.user = userOf(*payload, object);
    return event;
}

bool mayTellOfRecord(const QByteArray &message)
{
    return message.contains("\"sys_id\"")
        && (message.contains("\"operation\"") || message.contains("\"action\""));
}

QString recordIdIn(const QByteArray &message)
{
    constexpr QByteArrayView key = "\"sys_id\":\"";
    const qsizetype begin = message.indexOf(key);
    if (begin < 0)
        return {};
    const qsizetype end = message.indexOf('"', begin + key.size());
    constexpr qsizetype longestId = 64;
    const qsizetype size = end - begin - key.size();
    return end < 0 || size > longestId ? QString()
                                       : QString::fromUtf8(message.mid(begin + key.size(), size));
}

} // namespace amb
