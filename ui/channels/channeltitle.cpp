// SPDX-License-Identifier: MIT
#include "ui/channels/channeltitle.h"

#include "core/instance/encodedquery.h"
#include "core/oneline.h"
#include "core/recordwatchername.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestTitle = 300;

} // namespace

QString channelTitle(const QString &name)
{
    const auto watcher = RecordWatcherName::decode(name.toUtf8());
    if (!watcher || watcher->table.isEmpty())
        return oneLine(name, longestTitle);
    const QString words = EncodedQuery::parse(watcher->query).inWords();
    QString title = watcher->table;
    if (watcher->responder.startsWith("count"))
        title += u" · "_s + QCoreApplication::translate("amb::ChannelTitle", "count");
    else if (watcher->responder != "default")
        title += u" · "_s + QString::fromUtf8(watcher->responder);
    // A query of which nothing can be said, such as one that only sorts, is shown as it stands.
    const QString query = words.isEmpty() ? watcher->query : words;
    return oneLine(query.isEmpty() ? title : title + u" · "_s + query, longestTitle);
}

} // namespace amb
