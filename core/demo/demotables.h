// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace amb {

/// What a field of a record holds and what people see of it.
struct DemoValue
{
    QString value;
    QString display;
};

/// One record of a table.
class DemoRecord
{
public:
    DemoRecord() = default;
    DemoRecord(QString table, QString sysId);

    [[nodiscard]] const QString &table() const { return m_table; }
    [[nodiscard]] const QString &sysId() const { return m_sysId; }
    /// What names the record to people: an incident's number, a card's text, a lane's name.
    [[nodiscard]] QString displayValue() const;
    /// The fields of the table itself, in the order they were first set.
    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    /// Any field, also sys_id, sys_created_on and the like; empty when it is not set.
    [[nodiscard]] DemoValue value(const QString &field) const;
    /// Sets a field; what people see is the value itself unless display says otherwise.
    void set(const QString &field, const QString &value, const QString &display = {});
    /// Notes who wrote the record and when, and counts the change.
    void stamp(const QString &user, const QDateTime &time);

    /// The fields that every record has besides its own, in the order a record watcher sends them.
    [[nodiscard]] static QStringList stampFields();

private:
    QString m_table;
    QString m_sysId;
    QStringList m_fields;
    QHash<QString, DemoValue> m_values;
};

/// What happened to a record: what record watchers are told of.
struct RecordChange
{
    enum class Operation {
        Insert,
        Update,
        Delete,
    };

    Operation operation = Operation::Update;
    std::optional<DemoRecord> before;
    std::optional<DemoRecord> after;
    QStringList changes; ///< names of the changed fields
    QStringList byUser; ///< those of them that the user wrote; the others follow from these
    QString user;
    QByteArray messageId; ///< unlike that of any other change

    [[nodiscard]] const DemoRecord &record() const { return after ? *after : *before; }
};

/// A field that is to be written.
struct FieldEdit
{
    QString field;
    QString value;
    QString display;
    bool isDerived = false; ///< follows from another field, so no user is named for it
};

/// The records of a demo instance.
class DemoTables
{
public:
    /// Whether a table is there and the demo user may read it.
    [[nodiscard]] static bool isReadable(const QString &table);
    /// Whether the records of a table are also those of another, which it extends or is.
    [[nodiscard]] static bool isKindOf(const QString &table, const QString &other);

    /// Also those of the tables that extend it.
    [[nodiscard]] QList<DemoRecord> records(const QString &table) const;
    [[nodiscard]] std::optional<DemoRecord> find(const QString &table, const QString &sysId) const;

    RecordChange insert(DemoRecord record, const QString &user, const QDateTime &time);
    /// Writes fields of a record, which must exist. Fields that keep their value are no change.
    RecordChange update(const QString &table,
                        const QString &sysId,
                        const QList<FieldEdit> &edits,
                        const QString &user,
                        const QDateTime &time);
    RecordChange remove(const QString &table, const QString &sysId, const QString &user);
    /// Has a reference shown by another name, because what it refers to got one: that is no change
    /// of the record.
    void showReference(const QString &table,
                       const QString &sysId,
                       const QString &field,
                       const QString &display);

private:
    qsizetype indexOf(const QString &table, const QString &sysId) const;

    QHash<QString, QList<DemoRecord>> m_tables;
};

} // namespace amb
