// SPDX-License-Identifier: MIT
#include "ui/channels/channelsets.h"

#include "core/oneline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

const QString key = u"channels/sets"_s;
/// A menu of more is no help.
constexpr qsizetype mostSets = 50;
constexpr qsizetype mostChannels = 1000;
constexpr qsizetype longestName = 80;

ChannelSet fromJson(const QJsonObject &object)
{
    ChannelSet set;
    set.name = oneLine(object.value("name"_L1).toString().trimmed(), longestName);
    const QJsonArray channels = object.value("channels"_L1).toArray();
    for (const QJsonValue &value : channels) {
        const auto pattern = ChannelPattern::parse(value.toString().toUtf8());
        if (pattern && set.patterns.size() < mostChannels && !set.patterns.contains(*pattern))
            set.patterns.append(*pattern);
    }
    return set;
}

QJsonObject toJson(const ChannelSet &set)
{
    QJsonArray channels;
    for (const ChannelPattern &pattern : set.patterns)
        channels.append(pattern.toString());
    return {{u"name"_s, set.name}, {u"channels"_s, channels}};
}

} // namespace

QList<ChannelSet> ChannelSets::all() const
{
    QList<ChannelSet> sets;
    m_settings.sync(); // another window may have saved one
    const QJsonArray array = QJsonDocument::fromJson(m_settings.value(key).toByteArray()).array();
    for (const QJsonValue &value : array) {
        const ChannelSet set = fromJson(value.toObject());
        const bool isKnown = std::any_of(sets.cbegin(), sets.cend(), [&set](const auto &other) {
            return other.name == set.name;
        });
        if (!set.name.isEmpty() && !set.patterns.isEmpty() && !isKnown && sets.size() < mostSets)
            sets.append(set);
    }
    std::sort(sets.begin(), sets.end(), [](const auto &a, const auto &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    return sets;
}

void ChannelSets::save(const ChannelSet &set)
{
    const ChannelSet fitting = fromJson(toJson(set));
    if (fitting.name.isEmpty() || fitting.patterns.isEmpty())
        return;
    QList<ChannelSet> sets = all();
    sets.removeIf([&fitting](const auto &other) { return other.name == fitting.name; });
    sets.prepend(fitting);
    write(sets);
}

void ChannelSets::remove(const QString &name)
{
    QList<ChannelSet> sets = all();
    sets.removeIf([&name](const auto &set) { return set.name == name; });
    write(sets);
}

void ChannelSets::write(const QList<ChannelSet> &sets)
{
    QJsonArray array;
    for (const ChannelSet &set : sets)
        array.append(toJson(set));
    m_settings.setValue(key, QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_settings.sync();
}

} // namespace amb
