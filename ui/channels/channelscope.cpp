// SPDX-License-Identifier: MIT
#include "ui/channels/channelscope.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

/// Of the pattern that fits best.
qsizetype exactness(const QList<ChannelPattern> &patterns, QByteArrayView channel)
{
    qsizetype best = -1;
    for (const ChannelPattern &pattern : patterns)
        best = std::max(best, exactness(pattern, channel));
    return best;
}

} // namespace

qsizetype exactness(const ChannelPattern &pattern, QByteArrayView channel)
{
    if (!pattern.matches(channel))
        return -1;
    const qsizetype segments = pattern.bytes().count('/');
    if (!pattern.isWild())
        return 2 * segments + 2;
    return 2 * segments + (pattern.bytes().endsWith("/**") ? 0 : 1);
}

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
