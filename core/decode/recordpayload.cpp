// SPDX-License-Identifier: MIT
#include "core/decode/recordpayload.h"

#include "core/decode/jsonwords.h"

#include <QJsonArray>
#include <QSet>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype mostUsers = 5;

RecordPayload::Operation operationOf(const QString &word)
{
    if (word == "insert"_L1)
        return RecordPayload::Operation::Insert;
    if (word == "update"_L1)
        return RecordPayload::Operation::Update;
    if (word == "delete"_L1)
        return RecordPayload::Operation::Delete;
    return RecordPayload::Operation::Unknown;
}

RecordPayload::Action actionOf(const QString &word)
{
    if (word == "entry"_L1)
        return RecordPayload::Action::Entry;
    if (word == "change"_L1)
        return RecordPayload::Action::Change;
    if (word == "exit"_L1)
        return RecordPayload::Action::Exit;
    return RecordPayload::Action::Unknown;
}

QString userText(const QJsonValue &value)
{
    return oneLine(fieldValue(value).display, longestName);
}

} // namespace

std::optional<RecordPayload> RecordPayload::read(const QJsonValue &data, const QString &channel)
{
    RecordPayload payload;
    payload.m_data = data.toObject();
    payload.m_key.sysId = payload.m_data.value("sys_id"_L1).toString().left(longestName);
    payload.m_operation = operationOf(payload.m_data.value("operation"_L1).toString());
    payload.m_action = actionOf(payload.m_data.value("action"_L1).toString());
    const bool tellsWhat =
        payload.m_operation != Operation::Unknown || payload.m_action != Action::Unknown;
    if (payload.m_key.isNull() || !tellsWhat)
        return {};
    payload.m_key.table = payload.m_data.value("table_name"_L1).toString().left(longestName);
    if (payload.m_key.table.isEmpty() && channel.startsWith("/rw/"_L1))
        payload.m_key.table = channel.section(u'/', 3, 3).left(longestName);
    payload.m_record = payload.m_data.value("record"_L1).toObject();
    return payload;
}

QString RecordPayload::displayValue() const
{
    return oneLine(fieldValue(m_data.value("display_value"_L1)).display, longestName);
}

QStringList RecordPayload::changes() const
{
    QStringList fields;
    QSet<QString> seen;
    const QJsonArray changes = m_data.value("changes"_L1).toArray();
    for (const auto &change : changes) {
        const QString field = change.toString();
        if (field.isEmpty() || seen.contains(field))
            continue;
        if (fields.size() == mostChanges)
            break;
        seen.insert(field);
        fields.append(field);
    }
    return fields;
}

std::optional<FieldValue> RecordPayload::value(const QString &field) const
{
    const auto it = m_record.constFind(field);
    if (it == m_record.constEnd())
        return {};
    return fieldValue(it.value());
}

QString RecordPayload::userOf(const QString &field) const
{
    return userText(m_data.value("changes_with_users"_L1).toObject().value(field));
}

QStringList RecordPayload::users() const
{
    QStringList users;
    const QJsonObject byField = m_data.value("changes_with_users"_L1).toObject();
    for (auto it = byField.begin(); it != byField.end() && users.size() < mostUsers; ++it) {
        const QString user = userText(it.value());
        if (!user.isEmpty() && !users.contains(user))
            users.append(user);
    }
    if (!users.isEmpty())
        return users;
    const bool isNew = m_operation == Operation::Insert;
    const QString user =
        userText(m_record.value(isNew ? "sys_created_by"_L1 : "sys_updated_by"_L1));
    return user.isEmpty() ? users : QStringList{user};
}

std::optional<qint64> RecordPayload::updateCount() const
{
    const auto count = value(u"sys_mod_count"_s);
    if (!count)
        return {};
    bool isNumber = false;
    const qint64 number = count->raw.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace amb
