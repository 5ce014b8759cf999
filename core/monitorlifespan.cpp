// SPDX-License-Identifier: MIT
#include "core/monitorlifespan.h"

#include <algorithm>

namespace amb {

void MonitorLifespan::assume(Duration life)
{
    m_life = std::min(m_life.value_or(life), life);
    m_isKnown = true;
}

void MonitorLifespan::ended(Duration lastSeenAlive, Duration seenDead)
{
    // Seen alive long ago says little: the end was then somewhere in between.
    const Duration sure = lastSeenAlive >= seenDead / 3 ? lastSeenAlive : seenDead / 2;
    assume(sure);
}

std::optional<MonitorLifespan::Duration> MonitorLifespan::replaceAt() const
{
    if (!m_life)
        return std::nullopt;
    return std::max(*m_life * 3 / 4, m_shortest);
}

MonitorLifespan::Duration MonitorLifespan::marginOf(Duration whole, Duration most)
{
    return std::min(whole / 4, most);
}

} // namespace amb
