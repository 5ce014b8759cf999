// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace amb {

/// The name of a record watcher's channel, `/rw/<responder>/<table>/<encoded query>`, in its parts.
///
/// The query travels as base64 with `-` for the padding `=` and everything else of base64 as it is:
/// a `/` in it makes one more segment of the channel (amb.md § 5.6).
struct RecordWatcherName
{
    /// How the query's text became the bytes that base64 carries.
    enum class Coding : quint8 {
        Utf8, ///< ours; the same as the browser's for ASCII
        Latin1, ///< the browser's `btoa` on characters up to U+00FF
        Hex, ///< the charts' fallback: four hexadecimal digits for each UTF-16 unit
    };

    QByteArray responder = "default"; ///< default, count, count2, graphql, …; empty in the old form
    QString table; ///< empty in the old form `/rw/<encoded query>` and for graphql
    QString query; ///< empty where the name carries none
    QByteArray hash; ///< what a graphql name carries in place of table and query
    Coding coding = Coding::Utf8;

    /// The channel that a browser subscribes to for a query: strip(query), encoded.
    static QByteArray encode(QByteArrayView responder, const QString &table, const QString &query);
    /// What the browser takes off a query before it encodes it: every `^EQ`, `^ORDERBY…` behind the
    /// first condition, and one `GOTO` in front (`getFilterString` of its client).
    static QString strip(QString query);
    /// The parts of a channel's name; nothing when it is no record watcher's or its query cannot be
    /// read. Takes padding as `-`, as `=` or left out.
    static std::optional<RecordWatcherName> decode(QByteArrayView channel);

    [[nodiscard]] bool isGraphQl() const { return responder == "graphql"; }
    /// The channel with the query as it stands, nothing stripped: the inverse of decode().
    [[nodiscard]] QByteArray toBytes() const;

    friend bool operator==(const RecordWatcherName &, const RecordWatcherName &) = default;
};

} // namespace amb
