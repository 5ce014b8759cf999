// SPDX-License-Identifier: MIT
#include "core/demo/demotables.h"

#include <chrono>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

DemoValue instanceTime(const QDateTime &time)
{
    // Values are UTC; what people see is in their own time zone, here that of San Diego in winter.
    constexpr std::chrono::seconds behind = std::chrono::hours(8);
    const auto format = u"yyyy-MM-dd HH:mm:ss"_s;
    return {time.toString(format), time.addSecs(-behind.count()).toString(format)};
}

} // namespace

DemoRecord::DemoRecord(QString table, QString sysId)
    : m_table(std::move(table))
    , m_sysId(std::move(sysId))
{
    m_values.insert(u"sys_id"_s, {m_sysId, m_sysId});
}

QString DemoRecord::displayValue() const
{
    if (m_table == "incident"_L1)
        return value(u"number"_s).display;
    if (m_table == "vtb_task"_L1)
        return value(u"short_description"_s).display;
    if (m_table == "vtb_card"_L1)
        return value(u"task"_s).display;
    if (m_table == "vtb_board_member"_L1)
        return value(u"user"_s).display;
    return value(u"name"_s).display;
}

DemoValue DemoRecord::value(const QString &field) const
{
    return m_values.value(field);
}

void DemoRecord::set(const QString &field, const QString &value, const QString &display)
{
    if (!m_fields.contains(field))
        m_fields += field;
    m_values.insert(field, {value, display.isNull() ? value : display});
}

void DemoRecord::stamp(const QString &user, const QDateTime &time)
{
    const bool isNew = !m_values.contains(u"sys_mod_count"_s);
    const int count = isNew ? 0 : value(u"sys_mod_count"_s).value.toInt() + 1;
    const QString countText = QString::number(count);
    if (isNew) {
        m_values.insert(u"sys_created_by"_s, {user, user});
        m_values.insert(u"sys_created_on"_s, instanceTime(time));
    }
    m_values.insert(u"sys_updated_by"_s, {user, user});
    m_values.insert(u"sys_updated_on"_s, instanceTime(time));
    m_values.insert(u"sys_mod_count"_s, {countText, countText});
}

QStringList DemoRecord::stampFields()
{
    return {u"sys_created_by"_s,
            u"sys_created_on"_s,
            u"sys_updated_by"_s,
            u"sys_updated_on"_s,
            u"sys_mod_count"_s};
}

bool DemoTables::isReadable(const QString &table)
{
    static const QStringList tables{u"incident"_s,
                                    u"sys_user"_s,
                                    u"task"_s,
                                    u"vtb_board"_s,
                                    u"vtb_board_member"_s,
                                    u"vtb_card"_s,
                                    u"vtb_lane"_s,
                                    u"vtb_task"_s};
    return tables.contains(table);
}

bool DemoTables::isKindOf(const QString &table, const QString &other)
{
    if (table == other)
        return true;
    return other == "task"_L1 && (table == "incident"_L1 || table == "vtb_task"_L1);
}

QList<DemoRecord> DemoTables::records(const QString &table) const
{
    QList<DemoRecord> found = m_tables.value(table);
    if (table == "task"_L1)
        found += m_tables.value(u"incident"_s) + m_tables.value(u"vtb_task"_s);
    return found;
}

std::optional<DemoRecord> DemoTables::find(const QString &table, const QString &sysId) const
{
    for (const QString &each : {table, u"incident"_s, u"vtb_task"_s}) {
        const qsizetype index = isKindOf(each, table) ? indexOf(each, sysId) : -1;
        if (index >= 0)
            return m_tables.value(each).at(index);
    }
    return std::nullopt;
}

RecordChange DemoTables::insert(DemoRecord record, const QString &user, const QDateTime &time)
{
    record.stamp(user, time);
    RecordChange change;
    change.operation = RecordChange::Operation::Insert;
    change.after = record;
    change.changes = change.byUser = record.fields();
    change.user = user;
    m_tables[record.table()] += record;
    return change;
}

RecordChange DemoTables::update(const QString &table,
                                const QString &sysId,
                                const QList<FieldEdit> &edits,
                                const QString &user,
                                const QDateTime &time)
{
    const qsizetype index = indexOf(table, sysId);
    Q_ASSERT_X(index >= 0, "DemoTables::update", "no such record");
    DemoRecord &record = m_tables[table][index];
    RecordChange change;
    change.before = record;
    change.user = user;
    for (const FieldEdit &edit : edits) {
        if (record.value(edit.field).value == edit.value)
            continue;
        record.set(edit.field, edit.value, edit.display);
        change.changes += edit.field;
        if (!edit.isDerived)
            change.byUser += edit.field;
    }
    record.stamp(user, time);
    change.after = record;
    return change;
}

RecordChange DemoTables::remove(const QString &table, const QString &sysId, const QString &user)
{
    const qsizetype index = indexOf(table, sysId);
    Q_ASSERT_X(index >= 0, "DemoTables::remove", "no such record");
    RecordChange change;
    change.operation = RecordChange::Operation::Delete;
    change.before = m_tables[table].takeAt(index);
    change.user = user;
    return change;
}

void DemoTables::showReference(const QString &table,
                               const QString &sysId,
                               const QString &field,
                               const QString &display)
{
    const qsizetype index = indexOf(table, sysId);
    Q_ASSERT_X(index >= 0, "DemoTables::showReference", "no such record");
    DemoRecord &record = m_tables[table][index];
    record.set(field, record.value(field).value, display);
}

qsizetype DemoTables::indexOf(const QString &table, const QString &sysId) const
{
    const auto found = m_tables.constFind(table);
    if (found == m_tables.constEnd())
        return -1;
    for (qsizetype i = 0; i < found->size(); ++i)
        if (found->at(i).sysId() == sysId)
            return i;
    return -1;
}

} // namespace amb
