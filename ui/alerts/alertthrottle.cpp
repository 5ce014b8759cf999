// SPDX-License-Identifier: MIT
#include "ui/alerts/alertthrottle.h"

namespace amb {

std::optional<Alert> AlertThrottle::admit(const Alert &alert, qint64 count, Clock::time_point time)
{
    if (count <= 0)
        return {};
    const auto paused = m_pauses.find(alert.rule);
    if (paused == m_pauses.end()) {
        m_pauses.insert(alert.rule, {time + pause, alert, count - 1});
        return alert;
    }
    paused->last = alert;
    paused->heldBack += count;
    return {};
}

QList<Alert> AlertThrottle::takeDue(Clock::time_point time)
{
    QList<Alert> due;
    for (auto paused = m_pauses.begin(); paused != m_pauses.end();) {
        if (time < paused->end) {
            ++paused;
            continue;
        }
        if (paused->heldBack == 0) {
            paused = m_pauses.erase(paused);
            continue;
        }
        Alert alert = paused->last;
        alert.more = paused->heldBack;
        due.append(alert);
        paused->heldBack = 0;
        paused->end = time + pause;
        ++paused;
    }
    return due;
}

} // namespace amb
