// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demotables.h"
#include "core/demo/recordquery.h"

#include <QByteArray>

#include <optional>

namespace amb {

/// What a record watcher's channel asks for: `/rw/<responder>/<table>/<encoded query>`
/// (amb.md § 5.6).
class RecordWatch
{
public:
    enum class Responder {
        Default, ///< each change of a record that the query finds
        Count, ///< by how much the number of such records changed
    };

    /// Nothing when the channel is no record watcher's, the responder is unknown, or the query is
    /// missing or cannot be decoded.
    static std::optional<RecordWatch> parse(const QByteArray &channel);
    /// The channel that watches a table with an encoded query.
    static QByteArray channel(const QByteArray &table, const QByteArray &query);

    [[nodiscard]] Responder responder() const { return m_responder; }
    [[nodiscard]] const QString &table() const { return m_table; }
    /// The `data` of the message that tells a watcher of a change; nothing when it does not concern
    /// the watcher (amb.md §§ 7.1, 7.2).
    [[nodiscard]] std::optional<QByteArray> data(const RecordChange &change) const;

private:
    Responder m_responder = Responder::Default;
    QString m_table;
    RecordQuery m_query;
};

} // namespace amb
