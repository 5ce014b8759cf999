// SPDX-License-Identifier: MIT
#include "core/decode/channelwords.h"

#include "core/oneline.h"

#include <QByteArray>
#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestChannel = 120;

/// amb.md § 5.6: base64 with "-" for "="; a "/" of the base64 makes one more segment.
QString decodedQuery(QString encoded)
{
    encoded.replace(u'-', u'=');
    const auto bytes =
        QByteArray::fromBase64Encoding(encoded.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? QString::fromUtf8(*bytes) : QString();
}

} // namespace

std::optional<WatchedQuery> WatchedQuery::of(const QString &channel)
{
    if (!channel.startsWith("/rw/"_L1))
        return {};
    WatchedQuery watched;
    watched.responder = channel.section(u'/', 2, 2);
    watched.table = channel.section(u'/', 3, 3);
    watched.query = decodedQuery(channel.section(u'/', 4));
    return watched;
}

QString channelWords(const QString &channel)
{
    const auto watched = WatchedQuery::of(channel);
    if (!watched || watched->table.isEmpty())
        return oneLine(channel, longestChannel);
    if (watched->responder == "graphql"_L1)
        return Words::tr("GraphQL watcher %1").arg(oneLine(watched->table, longestChannel));
    if (watched->query.isEmpty())
        return oneLine(channel, longestChannel);
    const QString words = oneLine(watched->table + u' ' + watched->query, longestChannel);
    if (watched->responder == "count"_L1 || watched->responder == "count2"_L1)
        return Words::tr("the count of %1").arg(words);
    return words;
}

} // namespace amb
