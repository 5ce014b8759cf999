// SPDX-License-Identifier: MIT
#include "core/demo/tablequery.h"

#include "core/demo/demotables.h"
#include "core/demo/orderedobject.h"

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype defaultLimit = 10000;

qsizetype number(const QString &text, qsizetype otherwise)
{
    bool ok = false;
    const qsizetype value = text.toLongLong(&ok);
    return ok && value >= 0 ? value : otherwise;
}

/// The table that a field refers to; empty when it is no reference.
QString referredTable(const QString &field)
{
    static const QHash<QString, QString> tables{{u"assigned_to"_s, u"sys_user"_s},
                                                {u"caller_id"_s, u"sys_user"_s},
                                                {u"owner"_s, u"sys_user"_s},
                                                {u"board"_s, u"vtb_board"_s},
                                                {u"lane"_s, u"vtb_lane"_s},
                                                {u"task"_s, u"task"_s},
                                                {u"user"_s, u"sys_user"_s}};
    return tables.value(field);
}

} // namespace

TableQuery::TableQuery(const QUrlQuery &parameters, QByteArray host)
    : m_host(std::move(host))
{
    const auto parameter = [&parameters](const QString &name) {
        return parameters.queryItemValue(name, QUrl::FullyDecoded);
    };
    m_query = RecordQuery(parameter(u"sysparm_query"_s));
    m_fields = parameter(u"sysparm_fields"_s).split(u',', Qt::SkipEmptyParts);
    m_limit = number(parameter(u"sysparm_limit"_s), defaultLimit);
    m_offset = number(parameter(u"sysparm_offset"_s), 0);
    const QString display = parameter(u"sysparm_display_value"_s);
    if (display == "true"_L1)
        m_display = Display::Texts;
    else if (display == "all"_L1)
        m_display = Display::Both;
    m_hasLinks = parameter(u"sysparm_exclude_reference_link"_s) != "true"_L1;
}

TableQuery::Page TableQuery::select(const QList<DemoRecord> &records) const
{
    Page page;
    QList<QByteArray> elements;
    for (const DemoRecord &record : m_query.select(records)) {
        if (page.total >= m_offset && elements.size() < m_limit)
            elements += toJson(record);
        ++page.total;
    }
    page.json = jsonArray(elements);
    return page;
}

QByteArray TableQuery::toJson(const DemoRecord &record) const
{
    const QStringList fields = m_fields.isEmpty()
        ? QStringList(u"sys_id"_s) + record.fields() + DemoRecord::stampFields()
        : m_fields;
    OrderedObject object;
    for (const QString &field : fields)
        object.json(field.toUtf8(), fieldJson(record, field));
    return object.toJson();
}

QByteArray TableQuery::fieldJson(const DemoRecord &record, const QString &field) const
{
    const DemoValue value = record.value(field);
    const QString table = referredTable(field);
    const bool isReference = m_hasLinks && !table.isEmpty() && !value.value.isEmpty();
    const QString link =
        u"http://%1/api/now/table/%2/%3"_s.arg(QString::fromLatin1(m_host), table, value.value);
    OrderedObject object;
    switch (m_display) {
    case Display::Values:
        if (!isReference)
            return jsonText(value.value);
        return object.text("link", link).text("value", value.value).toJson();
    case Display::Texts:
        if (!isReference)
            return jsonText(value.display);
        return object.text("display_value", value.display).text("link", link).toJson();
    case Display::Both:
        break;
    }
    object.text("display_value", value.display);
    if (isReference)
        object.text("link", link);
    return object.text("value", value.value).toJson();
}

} // namespace amb
