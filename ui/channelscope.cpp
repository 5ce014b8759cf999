// SPDX-License-Identifier: MIT
#include "ui/channelscope.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

/// How exactly the best of some patterns fits a channel; -1 when none does. A name is more exact
/// than any pattern, a longer pattern than a shorter one, `*` than `**`.
qsizetype exactness(const QList<ChannelPattern> &patterns, QByteArrayView channel)
{
    qsizetype best = -1;
    for (const ChannelPattern &pattern : patterns) {
        if (!pattern.matches(channel))
            continue;
        const qsizetype segments = pattern.bytes().count('/');
        const qsizetype rank = pattern.isWild()
            ? 2 * segments + (pattern.bytes().endsWith("/**") ? 0 : 1)
            : 2 * segments + 2;
        best = std::max(best, rank);
    }
    return best;
}

} // namespace

ChannelScope::ChannelScope(QList<ChannelPattern> muted,
                           QList<ChannelPattern> solo,
                           QList<ChannelPattern> others)
    : m_muted(std::move(muted))
    , m_solo(std::move(solo))
    , m_others(std::move(others))
{ }

bool ChannelScope::shows(QByteArrayView channel) const
{
    if (channel.isEmpty())
        return true;
    if (!m_solo.isEmpty())
        return exactness(m_solo, channel) >= 0;
    const qsizetype muted = exactness(m_muted, channel);
    return muted < 0 || exactness(m_others, channel) > muted;
}

} // namespace amb
