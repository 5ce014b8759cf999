// SPDX-License-Identifier: MIT
#include "ui/chart/rateseries.h"

#include "ui/widgets/tone.h"

#include <algorithm>

namespace amb {

void RateSeries::follow(const QList<RateHistory::Share> &busiest)
{
    const auto isBusy = [&busiest](ChannelId channel) {
        return std::any_of(busiest.begin(), busiest.end(), [channel](const auto &share) {
            return share.channel == channel;
        });
    };
    for (auto &place : m_places) {
        if (place && !isBusy(*place))
            place.reset();
    }
    for (const auto &share : busiest) {
        if (std::find(m_places.begin(), m_places.end(), share.channel) != m_places.end())
            continue;
        const auto free = std::find(m_places.begin(), m_places.end(), std::nullopt);
        if (free == m_places.end())
            break;
        *free = share.channel;
    }
}

std::optional<ChannelId> RateSeries::channelAt(qsizetype place) const
{
    return place >= 0 && place < most ? m_places.at(std::size_t(place)) : std::nullopt;
}

qint64 RateSeries::othersIn(const RateHistory::Interval &interval) const
{
    qint64 others = interval.messages;
    for (const auto &place : m_places) {
        if (place)
            others -= interval.messagesOf(*place);
    }
    return others;
}

QColor RateSeries::color(qsizetype place, const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    // Lightness differs as well as hue, so that they are told apart without colour.
    switch (place) {
    case 0:
        return isDark ? QColor(0x5a, 0x9b, 0xd8) : QColor(0x1f, 0x5f, 0x9e);
    case 1:
        return isDark ? QColor(0xf0, 0xb3, 0x5e) : QColor(0xe0, 0x9a, 0x3c);
    case 2:
        return isDark ? QColor(0x3f, 0x8f, 0x6b) : QColor(0x2e, 0x7d, 0x5b);
    case 3:
        return isDark ? QColor(0xd9, 0xa6, 0xd9) : QColor(0xc0, 0x8a, 0xc4);
    default: {
        QColor quiet = toneColor(Tone::Quiet, palette);
        quiet.setAlphaF(0.55F);
        return quiet;
    }
    }
}

} // namespace amb
