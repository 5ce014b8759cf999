// SPDX-License-Identifier: MIT
#include "ui/publish/publishlog.h"

#include "core/oneline.h"
#include "core/publishtemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto settingsKey = "publish/history"_L1;
constexpr qsizetype longestWords = 500;
constexpr qsizetype longestName = 2000;
constexpr qsizetype largestSetting = 4'000'000;

QJsonObject toJson(const PublishLogEntry &entry)
{
    QJsonObject object{{u"key"_s, entry.key},
                       {u"time"_s, qint64(entry.time.time_since_epoch().count())},
                       {u"instance"_s, entry.instance},
                       {u"channel"_s, entry.channel},
                       {u"words"_s, entry.words.left(longestWords)}};
    const bool isKept =
        entry.data && entry.data->size() <= PublishLog::longestData && !mayHoldSecret(*entry.data);
    if (isKept)
        object.insert(u"data"_s, *entry.data);
    if (entry.result)
        object.insert(u"result"_s, int(*entry.result));
    return object;
}

std::optional<PublishLogEntry> fromJson(const QJsonObject &object)
{
    PublishLogEntry entry;
    entry.key = object.value(u"key"_s).toString();
    entry.instance = object.value(u"instance"_s).toString();
    entry.channel = object.value(u"channel"_s).toString();
    const double time = object.value(u"time"_s).toDouble(-1);
    if (entry.key.isEmpty() || !entry.channel.startsWith(u'/') || time < 0 || time > 4.1e15
        || entry.channel.size() > longestName)
        return {};
    entry.time = Timestamp(std::chrono::microseconds(qint64(time)));
    entry.words = oneLine(object.value(u"words"_s).toString(), longestWords);
    const QJsonValue data = object.value(u"data"_s);
    if (data.isString() && data.toString().size() <= PublishLog::longestData)
        entry.data = data.toString();
    const int result = object.value(u"result"_s).toInt(-1);
    if (result >= 0 && result <= int(PublishOutcome::Result::Failed))
        entry.result = PublishOutcome::Result(result);
    return entry;
}

} // namespace

QList<PublishLogEntry> PublishLog::entries(const QString &instance) const
{
    QList<PublishLogEntry> entries = all();
    entries.removeIf([&instance](const auto &entry) { return entry.instance != instance; });
    return entries;
}

void PublishLog::put(const PublishLogEntry &entry)
{
    QList<PublishLogEntry> entries = all();
    const auto known = std::find_if(entries.begin(), entries.end(), [&entry](const auto &other) {
        return other.key == entry.key;
    });
    if (known != entries.end())
        *known = entry;
    else
        entries.prepend(entry);
    write(entries);
}

void PublishLog::clear(const QString &instance)
{
    QList<PublishLogEntry> entries = all();
    entries.removeIf([&instance](const auto &entry) { return entry.instance == instance; });
    write(entries);
}

QList<PublishLogEntry> PublishLog::all() const
{
    QList<PublishLogEntry> entries;
    const QByteArray setting = m_settings.value(settingsKey).toByteArray();
    if (setting.size() > largestSetting)
        return entries;
    const QJsonArray array = QJsonDocument::fromJson(setting).array();
    for (const auto &value : array) {
        if (entries.size() == mostEntries)
            break;
        if (const auto entry = fromJson(value.toObject()))
            entries.append(*entry);
    }
    return entries;
}

void PublishLog::write(const QList<PublishLogEntry> &entries)
{
    QJsonArray array;
    for (const PublishLogEntry &entry : entries.first(std::min(entries.size(), mostEntries)))
        array.append(toJson(entry));
    m_settings.setValue(settingsKey, QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_settings.sync();
}

} // namespace amb
