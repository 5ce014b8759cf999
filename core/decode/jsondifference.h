// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace amb {

/// One place at which two JSON values differ.
struct JsonChange
{
    QString path; ///< as the inspector's tree copies it: `.data.record["a b"][3]`
    std::optional<QString> before; ///< as JSON in one line, shortened; nothing: was not there
    std::optional<QString> after; ///< nothing: is not there any more

    friend bool operator==(const JsonChange &, const JsonChange &) = default;
};

/// What differs between two JSON values, place by place: members by name, elements by number.
///
/// Bounded: at most mostChanges are told, and what is nested deeper than deepest counts as one
/// place.
struct JsonDifference
{
    static constexpr qsizetype mostChanges = 1000;
    static constexpr int deepest = 200;

    QList<JsonChange> changes; ///< in the order of the names; new elements of lists last
    qint64 leftOut = 0; ///< how many more there are than in `changes`

    static JsonDifference between(const QJsonValue &before, const QJsonValue &after);
};

} // namespace amb
