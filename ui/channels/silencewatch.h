// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace amb {

/// Tells when a channel has been silent for as long as the user wanted to know of.
///
/// Each silence is told once, also one that had begun before anybody wanted to know of it; the next
/// message begins another. A connection that is lost or made
/// anew ends no silence. Has no timer of its own: whoever owns it shows it the channels from time
/// to time.
class SilenceWatch : public QObject
{
    Q_OBJECT

public:
    /// A channel that is watched, as it is now.
    struct Channel
    {
        QString name;
        std::chrono::minutes limit{0};
        std::optional<Timestamp> last; ///< its last message
    };

    using QObject::QObject;

    /// All that are watched as of time; what is not among them any more is forgotten.
    void look(const QList<Channel> &channels, Timestamp time);
    /// Whether the present silence of a channel was told.
    [[nodiscard]] bool isNoticed(const QString &channel) const;

signals:
    void silenceNoticed(const QString &channel, std::chrono::microseconds duration);
    /// A message came after a silence that was told, or the channel is watched no more.
    void silenceEnded(const QString &channel);

private:
    struct State
    {
        Timestamp begun; ///< watched since; counts where no message came yet
        std::chrono::minutes limit{0};
        std::optional<Timestamp> last;
        bool isNoticed = false;
    };

    QHash<QString, State> m_states;
};

} // namespace amb
