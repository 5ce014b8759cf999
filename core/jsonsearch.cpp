// SPDX-License-Identifier: MIT
#include "core/jsonsearch.h"

#include "core/jsonreader.h"

namespace amb {

namespace {

/// Names and strings come with their quotes, anything else as it is written.
bool holds(QByteArrayView written, const QString &needle)
{
    const bool isString = written.startsWith('"');
    if (isString && written.contains('\\'))
        return jsonStringText(written).contains(needle, Qt::CaseInsensitive);
    if (isString)
        written = written.sliced(1, written.size() - 2);
    return QString::fromUtf8(written).contains(needle, Qt::CaseInsensitive);
}

} // namespace

QList<qsizetype> searchJson(QByteArrayView json, const QString &needle)
{
    QList<qsizetype> hits;
    if (needle.isEmpty())
        return hits;
    JsonWalk walk(json);
    while (const auto step = walk.next()) {
        const QByteArrayView name = json.sliced(step->nameBegin, step->nameEnd - step->nameBegin);
        const bool isContainer = step->type <= JsonType::Array;
        if ((!name.isEmpty() && holds(name, needle))
            || (!isContainer && holds(json.sliced(step->begin, step->end - step->begin), needle)))
            hits.append(step->begin);
    }
    return hits;
}

QList<qint64> jsonLevels(QByteArrayView json, int mostLevels)
{
    QList<qint64> levels;
    JsonWalk walk(json);
    while (const auto step = walk.next()) {
        const int level = step->depth - 1;
        if (level < 0 || level >= mostLevels)
            continue;
        if (level >= levels.size())
            levels.resize(level + 1);
        ++levels[level];
    }
    return levels;
}

} // namespace amb
