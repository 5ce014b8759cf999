// SPDX-License-Identifier: MIT
#include "ui/channels/channelhabits.h"

#include "core/oneline.h"
#include "ui/channels/channelscope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More than anybody sets by hand: a damaged file is not to fill the memory.
constexpr qsizetype mostHabits = 2000;

ChannelHabit fit(ChannelHabit habit)
{
    habit.alias = oneLine(habit.alias.trimmed(), ChannelHabits::longestAlias());
    habit.silence =
        std::clamp(habit.silence, std::chrono::minutes(0), ChannelHabits::longestSilence());
    return habit;
}

QJsonObject toJson(const QString &channel, const ChannelHabit &habit)
{
    QJsonObject object{{u"channel"_s, channel}};
    if (!habit.alias.isEmpty())
        object.insert(u"alias"_s, habit.alias);
    if (habit.colour.isValid())
        object.insert(u"colour"_s, habit.colour.name());
    if (habit.isFavourite)
        object.insert(u"favourite"_s, true);
    if (habit.isMuted)
        object.insert(u"muted"_s, true);
    if (habit.isSolo)
        object.insert(u"solo"_s, true);
    if (habit.silence.count() > 0)
        object.insert(u"silenceMinutes"_s, qint64(habit.silence.count()));
    return object;
}

ChannelHabit fromJson(const QJsonObject &object)
{
    ChannelHabit habit;
    habit.alias = object.value("alias"_L1).toString();
    const QString colour = object.value("colour"_L1).toString();
    if (QColor::isValidColor(colour))
        habit.colour = QColor(colour);
    habit.isFavourite = object.value("favourite"_L1).toBool();
    habit.isMuted = object.value("muted"_L1).toBool();
    habit.isSolo = object.value("solo"_L1).toBool();
    habit.silence = std::chrono::minutes(object.value("silenceMinutes"_L1).toInt());
    return fit(habit);
}

} // namespace

ChannelHabits::ChannelHabits(const QString &instance, QObject *parent)
    : QObject(parent)
    , m_key(u"channelHabits/"_s + QString::fromUtf8(QUrl::toPercentEncoding(instance)))
{
    restore();
}

void ChannelHabits::set(const QString &channel, const ChannelHabit &habit)
{
    change({channel}, [&habit](ChannelHabit &changed) { changed = habit; });
}

void ChannelHabits::change(const QStringList &channels,
                           const std::function<void(ChannelHabit &)> &how)
{
    restore(); // another window may have changed others
    const QMap<QString, ChannelHabit> before = m_habits;
    for (const QString &channel : channels) {
        ChannelHabit habit = of(channel);
        how(habit);
        habit = fit(habit);
        if (habit == ChannelHabit())
            m_habits.remove(channel);
        else
            m_habits.insert(channel, habit);
    }
    if (m_habits == before)
        return;
    gatherColours();
    save();
    emit changed();
}

QStringList ChannelHabits::muted() const
{
    return channelsWith(&ChannelHabit::isMuted);
}

QStringList ChannelHabits::solo() const
{
    return channelsWith(&ChannelHabit::isSolo);
}

QStringList ChannelHabits::watchedForSilence() const
{
    QStringList channels;
    for (auto it = m_habits.cbegin(); it != m_habits.cend(); ++it) {
        if (it->silence.count() > 0)
            channels.append(it.key());
    }
    return channels;
}

void ChannelHabits::unmuteAll()
{
    change(muted(), [](ChannelHabit &habit) { habit.isMuted = false; });
}

void ChannelHabits::endSolo()
{
    change(solo(), [](ChannelHabit &habit) { habit.isSolo = false; });
}

QColor ChannelHabits::colourOf(QByteArrayView channel) const
{
    QColor colour;
    qsizetype best = -1;
    for (const auto &[pattern, its] : m_colours) {
        const qsizetype rank = exactness(pattern, channel);
        if (rank > best) {
            best = rank;
            colour = its;
        }
    }
    return colour;
}

void ChannelHabits::gatherColours()
{
    m_colours.clear();
    for (auto it = m_habits.cbegin(); it != m_habits.cend(); ++it) {
        const auto pattern = ChannelPattern::parse(it.key().toUtf8());
        if (pattern && it->colour.isValid())
            m_colours.append({*pattern, it->colour});
    }
}

void ChannelHabits::restore()
{
    m_settings.sync();
    m_habits.clear();
    const QJsonArray array = QJsonDocument::fromJson(m_settings.value(m_key).toByteArray()).array();
    for (const QJsonValue &value : array) {
        if (m_habits.size() >= mostHabits)
            break;
        const QJsonObject object = value.toObject();
        const auto channel = ChannelPattern::parse(object.value("channel"_L1).toString().toUtf8());
        const ChannelHabit habit = fromJson(object);
        if (channel && habit != ChannelHabit())
            m_habits.insert(channel->toString(), habit);
    }
    gatherColours();
}

void ChannelHabits::save()
{
    QJsonArray array;
    for (auto it = m_habits.cbegin(); it != m_habits.cend(); ++it)
        array.append(toJson(it.key(), *it));
    if (array.isEmpty())
        m_settings.remove(m_key);
    else
        m_settings.setValue(m_key, QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_settings.sync();
}

QStringList ChannelHabits::channelsWith(bool ChannelHabit::*flag) const
{
    QStringList channels;
    for (auto it = m_habits.cbegin(); it != m_habits.cend(); ++it) {
        if ((*it).*flag)
            channels.append(it.key());
    }
    return channels;
}

} // namespace amb
