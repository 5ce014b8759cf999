// SPDX-License-Identifier: MIT
#include "core/decode/channelwords.h"

#include "core/oneline.h"
#include "core/recordwatchername.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestChannel = 120;

} // namespace

QString channelWords(const QString &channel)
{
    const auto watcher = RecordWatcherName::decode(channel.toUtf8());
    if (!watcher)
        return oneLine(channel, longestChannel);
    if (watcher->isGraphQl())
        return Words::tr("GraphQL watcher %1")
            .arg(oneLine(QString::fromUtf8(watcher->hash), longestChannel));
    if (watcher->table.isEmpty() || watcher->query.isEmpty())
        return oneLine(channel, longestChannel);
    const QString words = oneLine(watcher->table + u' ' + watcher->query, longestChannel);
    if (watcher->responder == "count" || watcher->responder == "count2")
        return Words::tr("the count of %1").arg(words);
    return words;
}

} // namespace amb
