// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace amb {

/// What a record watcher says of a record (amb.md § 7.1), on whatever channel it comes.
class RecordPayload
{
public:
    enum class Operation {
        Unknown,
        Insert,
        Update,
        Delete,
    };

    /// What became of the record in the watched query.
    enum class Action {
        Unknown,
        Entry, ///< came into it
        Change, ///< changed within it
        Exit, ///< left it
    };

    /// Nothing when data does not have the shape. Without a table in it, that of the channel's name
    /// `/rw/<responder>/<table>/…` counts.
    static std::optional<RecordPayload> read(const QJsonValue &data, const QString &channel = {});

    [[nodiscard]] const RecordKey &key() const { return m_key; }
    [[nodiscard]] QString displayValue() const; ///< the record's number or name; may be empty
    [[nodiscard]] Operation operation() const { return m_operation; }
    [[nodiscard]] Action action() const { return m_action; }
    /// The changed fields in the server's order, each once; at most mostChanges of them. Has been
    /// seen empty for updates.
    [[nodiscard]] QStringList changes() const;
    static constexpr qsizetype mostChanges = 1000;

    /// A field of the record; nothing when the message does not carry it. Only changed fields and
    /// some `sys_` ones are carried, and none by a delete.
    [[nodiscard]] std::optional<FieldValue> value(const QString &field) const;
    [[nodiscard]] const QJsonObject &record() const { return m_record; }
    /// Who changed the field; empty when that is not told, as of derived fields.
    [[nodiscard]] QString userOf(const QString &field) const;
    /// Who did it: all that are named with the changes, else the record's `sys_updated_by` (of an
    /// insert `sys_created_by`); empty when nobody is named.
    [[nodiscard]] QStringList users() const;
    /// `sys_mod_count`: 0 for a new record, one more with each update.
    [[nodiscard]] std::optional<qint64> updateCount() const;

private:
    RecordPayload() = default;

    QJsonObject m_data;
    QJsonObject m_record;
    RecordKey m_key;
    Operation m_operation = Operation::Unknown;
    Action m_action = Action::Unknown;
};

} // namespace amb
