// SPDX-License-Identifier: MIT
#include "core/instance/tablecatalog.h"

#include <QRegularExpression>

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// More than any instance has of tables; what is beyond is not offered.
constexpr int mostTables = 20'000;
constexpr int mostFields = 5'000;
/// Tables have fewer generations; a circle must not hang.
constexpr int mostParents = 20;

bool isTableName(const QString &text)
{
    static const QRegularExpression name(u"^[a-z][a-z0-9_]*$"_s);
    return name.match(text).hasMatch();
}

} // namespace

TableCatalog::TableCatalog(Read read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{ }

void TableCatalog::wantTables()
{
    if (m_hasAskedTables)
        return;
    m_hasAskedTables = true;
    TableRequest request;
    request.table = u"sys_db_object"_s;
    request.query = u"ORDERBYname"_s;
    request.fields = {u"name"_s, u"super_class.name"_s, u"scriptable_table"_s};
    request.limit = mostTables;
    m_tablesRead = m_read(request);
}

void TableCatalog::wantFields(const QString &table)
{
    if (!isTableName(table) || m_fields.contains(table) || m_waiting.contains(table)
        || m_fieldReads.values().contains(table))
        return;
    wantTables();
    // Without rights to the tables the parents are not known: the table's own fields are better
    // than none.
    if (m_tablesRead)
        m_waiting.append(table);
    else
        readFields(table);
}

TableKnowledge TableCatalog::knowledge(const QString &table) const
{
    return {m_names, m_fields.value(table), m_tables.value(table).isRemote};
}

void TableCatalog::take(TableReadId id, const Result<TableRows> &rows)
{
    const bool isTables = m_tablesRead == id;
    const QString fieldsOf = m_fieldReads.take(quint64(id));
    if (!isTables && fieldsOf.isEmpty())
        return;
    if (isTables)
        m_tablesRead.reset();
    if (!rows) {
        m_trouble = rows.error().text;
        m_hasAskedTables = m_hasAskedTables && rows.error().kind == ErrorKind::Refused;
    } else if (isTables) {
        takeTables(*rows);
    } else {
        QStringList fields;
        for (const TableRow &row : *rows)
            fields.append(row.value(u"element"_s).value);
        fields.removeAll(QString());
        fields.removeDuplicates();
        fields.sort();
        m_fields.insert(fieldsOf, fields);
    }
    if (isTables) {
        for (const QString &table : std::exchange(m_waiting, {}))
            readFields(table);
    }
    emit changed();
}

void TableCatalog::takeTables(const TableRows &rows)
{
    for (const TableRow &row : rows) {
        const QString name = row.value(u"name"_s).value;
        if (!isTableName(name))
            continue;
        Table table;
        table.parent = row.value(u"super_class.name"_s).value;
        table.isRemote = row.value(u"scriptable_table"_s).value == "true"_L1;
        m_tables.insert(name, table);
    }
    m_names = m_tables.keys();
    m_names.sort();
    m_trouble.clear();
}

QStringList TableCatalog::lineage(const QString &table) const
{
    QStringList tables;
    for (QString next = table; !next.isEmpty() && tables.size() < mostParents;
         next = m_tables.value(next).parent) {
        if (tables.contains(next))
            break;
        tables.append(next);
    }
    return tables;
}

void TableCatalog::readFields(const QString &table)
{
    TableRequest request;
    request.table = u"sys_dictionary"_s;
    request.query = u"nameIN%1^elementISNOTEMPTY^active=true"_s.arg(lineage(table).join(u','));
    request.fields = {u"element"_s};
    request.limit = mostFields;
    m_fieldReads.insert(quint64(m_read(request)), table);
}

} // namespace amb
