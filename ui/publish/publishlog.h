// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/publishoutcome.h"

#include <QList>
#include <QSettings>
#include <QString>

#include <optional>

namespace amb {

/// One message that was published.
struct PublishLogEntry
{
    QString key; ///< names it
    Timestamp time{};
    QString instance; ///< by its name
    QString channel;
    /// As it was sent; nothing when it is not kept: too large, or it may hold a secret.
    std::optional<QString> data;
    std::optional<PublishOutcome::Result> result; ///< nothing: the reply did not come
    QString words; ///< what came of it
};

/// What was published, newest first, kept across restarts; each change is written at once. What
/// cannot be read is left out.
class PublishLog
{
public:
    static constexpr qsizetype mostEntries = 100;
    static constexpr qsizetype longestData = 16'000;

    [[nodiscard]] QList<PublishLogEntry> entries(const QString &instance) const;
    /// Adds an entry, or takes the place of the one with its key.
    void put(const PublishLogEntry &entry);
    /// Forgets what was published to an instance.
    void clear(const QString &instance);

private:
    [[nodiscard]] QList<PublishLogEntry> all() const;
    void write(const QList<PublishLogEntry> &entries);

    mutable QSettings m_settings;
};

} // namespace amb
