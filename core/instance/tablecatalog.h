// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/recordwatchlint.h"
#include "core/instance/tablerequest.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace amb {

/// The tables of an instance and their fields, as far as the user may see them. Read once a run.
///
/// From `sys_db_object` and `sys_dictionary`, for which many users have no rights: then nothing is
/// known, and why.
class TableCatalog : public QObject
{
    Q_OBJECT

public:
    /// Asks the instance; the answer is brought to take().
    using Read = std::function<TableReadId(const TableRequest &)>;

    explicit TableCatalog(Read read, QObject *parent = nullptr);

    /// Asks for the tables unless they are known or on their way.
    void wantTables();
    /// Asks for a table's fields, its parents' among them.
    void wantFields(const QString &table);

    [[nodiscard]] QStringList tables() const { return m_names; }
    [[nodiscard]] QStringList fields(const QString &table) const { return m_fields.value(table); }
    [[nodiscard]] bool isReading() const { return m_tablesRead || !m_fieldReads.isEmpty(); }
    /// Why tables or fields are not known; empty while nothing is wrong.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// What the linter needs for that table.
    [[nodiscard]] TableKnowledge knowledge(const QString &table) const;

public slots:
    /// Any read's answer; those of others are left alone.
    void take(amb::TableReadId id, const amb::Result<amb::TableRows> &rows);

signals:
    void changed();

private:
    struct Table
    {
        QString parent;
        bool isRemote = false;
    };

    void takeTables(const TableRows &rows);
    [[nodiscard]] QStringList lineage(const QString &table) const;
    void readFields(const QString &table);

    Read m_read;
    std::optional<TableReadId> m_tablesRead;
    QHash<quint64, QString> m_fieldReads; ///< table by the read's number
    QStringList m_waiting; ///< tables whose fields are wanted once the parents are known
    QHash<QString, Table> m_tables;
    QStringList m_names;
    QHash<QString, QStringList> m_fields;
    QString m_trouble;
    bool m_hasAskedTables = false;
};

} // namespace amb
