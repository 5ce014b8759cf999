// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QColor>
#include <QMap>
#include <QObject>
#include <QSettings>
#include <QStringList>

#include <chrono>
#include <functional>
#include <utility>

namespace amb {

/// What the user made of one channel.
struct ChannelHabit
{
    QString alias; ///< a name of the user's own; empty: none
    QColor colour; ///< invalid: none
    bool isFavourite = false;
    bool isMuted = false; ///< recorded, but not shown in the message list
    bool isSolo = false; ///< only channels that are solo are shown
    std::chrono::minutes silence{0}; ///< tell after so long without a message; 0: never

    friend bool operator==(const ChannelHabit &, const ChannelHabit &) = default;
};

/// What the user made of the channels of one instance, by channel name or pattern. Saved with each
/// change; what cannot be read of the settings is left out.
class ChannelHabits : public QObject
{
    Q_OBJECT

public:
    /// instance tells the settings of one from those of another.
    explicit ChannelHabits(const QString &instance, QObject *parent = nullptr);

    [[nodiscard]] ChannelHabit of(const QString &channel) const { return m_habits.value(channel); }
    /// The colour of a channel's messages: its own, or that of the pattern that fits it best.
    [[nodiscard]] QColor colourOf(QByteArrayView channel) const;
    void set(const QString &channel, const ChannelHabit &habit);
    /// Changes the same of several channels, as one change.
    void change(const QStringList &channels, const std::function<void(ChannelHabit &)> &how);

    [[nodiscard]] QStringList muted() const;
    [[nodiscard]] QStringList solo() const;
    [[nodiscard]] QStringList watchedForSilence() const;
    void unmuteAll();
    void endSolo();

    /// How long an alias may be; what is longer is cut.
    [[nodiscard]] static qsizetype longestAlias() { return 100; }
    [[nodiscard]] static std::chrono::minutes longestSilence() { return std::chrono::hours(24); }

signals:
    void changed();

private:
    void restore();
    void gatherColours();
    void save();
    [[nodiscard]] QStringList channelsWith(bool ChannelHabit::*flag) const;

    QSettings m_settings;
    QString m_key;
    QMap<QString, ChannelHabit> m_habits;
    QList<std::pair<ChannelPattern, QColor>> m_colours;
};

} // namespace amb
