// SPDX-License-Identifier: MIT
#include "core/demo/recordwatch.h"

#include "core/demo/orderedobject.h"

namespace amb {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView operationName(RecordChange::Operation operation)
{
    switch (operation) {
    case RecordChange::Operation::Insert:
        return "insert";
    case RecordChange::Operation::Update:
        return "update";
    case RecordChange::Operation::Delete:
        return "delete";
    }
    return {};
}

QByteArray changeData(const RecordChange &change, QStringView action)
{
    const DemoRecord &record = change.record();
    OrderedObject users;
    for (const QString &field : change.byUser)
        users.text(field.toUtf8(), change.user);
    OrderedObject data;
    data.text("action", action)
        .text("operation", QString::fromUtf8(operationName(change.operation)))
        .text("table_name", record.table())
        .text("sys_id", record.sysId())
        .text("display_value", record.displayValue())
        .json("changes", jsonTexts(change.changes))
        .object("changes_with_users", users);
    if (change.after) {
        OrderedObject values;
        for (const QString &field : change.changes + DemoRecord::stampFields()) {
            const DemoValue value = record.value(field);
            values.object(
                field.toUtf8(),
                OrderedObject().text("display_value", value.display).text("value", value.value));
        }
        data.object("record", values);
    }
    return data.toJson();
}

} // namespace

std::optional<RecordWatch> RecordWatch::parse(const QByteArray &channel)
{
    // Empty, "rw", responder, table; the query may contain slashes of base64.
    const QList<QByteArray> segments = channel.split('/');
    if (segments.size() < 5 || segments.at(1) != "rw")
        return std::nullopt;
    RecordWatch watch;
    if (segments.at(2) == "count")
        watch.m_responder = Responder::Count;
    else if (segments.at(2) != "default")
        return std::nullopt;
    watch.m_table = QString::fromUtf8(segments.at(3));
    const auto decoded = QByteArray::fromBase64Encoding(
        segments.sliced(4).join('/').replace('-', '='), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).isEmpty())
        return std::nullopt;
    watch.m_query = RecordQuery(QString::fromUtf8(*decoded));
    return watch;
}

QByteArray RecordWatch::channel(const QByteArray &table, const QByteArray &query)
{
    return "/rw/default/" + table + '/' + query.toBase64().replace('=', '-');
}

std::optional<QByteArray> RecordWatch::data(const RecordChange &change) const
{
    // Who watches a table also hears of the tables that extend it.
    if (!DemoTables::isKindOf(change.record().table(), m_table))
        return std::nullopt;
    const bool didMatch = change.before && m_query.matches(*change.before, &change);
    const bool matches = change.after && m_query.matches(*change.after, &change);
    if (!didMatch && !matches)
        return std::nullopt;
    if (m_responder == Responder::Count) {
        if (didMatch == matches)
            return std::nullopt;
        return OrderedObject().text("count", matches ? u"+1"_s : u"-1"_s).toJson();
    }
    if (!didMatch)
        return changeData(change, u"entry");
    return changeData(change, matches ? u"change" : u"exit");
}

} // namespace amb
