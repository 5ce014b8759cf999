// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>

#include <optional>

namespace amb {

/// Which record a message is about. Views find the messages of a record by it.
struct RecordKey
{
    QString table; ///< as the message names it; empty when it does not
    QString sysId;

    [[nodiscard]] bool isNull() const { return sysId.isEmpty(); }
    friend bool operator==(const RecordKey &, const RecordKey &) = default;
    friend size_t qHash(const RecordKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.table, key.sysId);
    }
};

/// A value as the server shows it to people and as it keeps it.
struct FieldValue
{
    QString display; ///< may have line breaks; at most DecodedField::longestValue characters
    QString raw;

    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// One fact of a message, for the inspector.
struct DecodedField
{
    static constexpr qsizetype longestValue = 2000;

    QString name; ///< as the payload names it, with dots where it is nested: "ext.from_user"
    QString label; ///< in words: "Short description"
    FieldValue value;
    bool isChange = false; ///< the value is new; without `before` nobody knows what it was
    std::optional<FieldValue> before;

    friend bool operator==(const DecodedField &, const DecodedField &) = default;
};

/// What a message says, in words. Bounded, whatever the message holds: the sentence has at most
/// longestSentence characters, and there are at most mostFields fields.
struct DecodedMessage
{
    static constexpr qsizetype longestSentence = 300;
    static constexpr qsizetype mostFields = 200;

    QString family; ///< what kind of traffic it is: "Record watcher", "Task board", …
    QString sentence; ///< one line without control characters; never empty
    QList<DecodedField> fields; ///< the most telling first
    qint64 fieldsLeftOut = 0; ///< how many more there are than in `fields`
    RecordKey record;
};

} // namespace amb
