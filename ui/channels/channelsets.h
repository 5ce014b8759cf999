// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"

#include <QList>
#include <QObject>
#include <QSettings>
#include <QString>

namespace amb {

/// Channels that are subscribed to together.
struct ChannelSet
{
    QString name;
    QList<ChannelPattern> patterns;

    friend bool operator==(const ChannelSet &, const ChannelSet &) = default;
};

/// Sets of channels that the user keeps by name. The same in all windows, and after a restart; what
/// cannot be read of the settings is left out.
class ChannelSets : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QList<ChannelSet> all() const; ///< by name
    /// Saves a set, also in place of one with the same name. No effect without name or channels.
    void save(const ChannelSet &set);
    void remove(const QString &name);

private:
    void write(const QList<ChannelSet> &sets);

    mutable QSettings m_settings;
};

} // namespace amb
