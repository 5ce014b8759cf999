// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace amb {

/// Something that the user wants to be told of.
struct Alert
{
    Timestamp time;
    QString rule; ///< title of the rule
    QString text; ///< what happened; of a message made when the alert is raised
    std::optional<Row> row; ///< the message that it is about
    qint64 more = 0; ///< how often the same was held back since the last one
    bool isSaid = false; ///< the window says it elsewhere already
};

/// Lets through one alert of a rule in ten seconds, and then one that tells how many more there
/// were.
class AlertThrottle
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds pause{10};

    /// The alert when it may be raised now; else it is counted for later. It stands for count of
    /// them.
    [[nodiscard]] std::optional<Alert> admit(const Alert &alert,
                                             qint64 count,
                                             Clock::time_point time);
    /// What was held back and may be raised now.
    [[nodiscard]] QList<Alert> takeDue(Clock::time_point time);
    [[nodiscard]] bool isWaiting() const { return !m_pauses.isEmpty(); }
    void clear() { m_pauses.clear(); }

private:
    struct Pause
    {
        Clock::time_point end;
        Alert last; ///< of those that were held back
        qint64 heldBack = 0;
    };

    QHash<QString, Pause> m_pauses; ///< by rule
};

} // namespace amb
