// SPDX-License-Identifier: MIT
#pragma once

#include "ui/chart/ratehistory.h"

#include <QColor>
#include <QPalette>

#include <array>
#include <optional>

namespace amb {

/// Which channels a chart tells apart. A channel keeps its place and colour as long as it is among
/// the busiest, so nothing changes colour while one looks.
class RateSeries
{
public:
    static constexpr qsizetype most = 4; ///< beside "others"

    /// Gives places to the busiest channels, most messages first.
    void follow(const QList<RateHistory::Share> &busiest);

    /// The channel at a place from 0 on; none where the place is free.
    [[nodiscard]] std::optional<ChannelId> channelAt(qsizetype place) const;
    /// The messages of an interval that none of the places stands for.
    [[nodiscard]] qint64 othersIn(const RateHistory::Interval &interval) const;

    /// The colour of a place; of "others" at most.
    static QColor color(qsizetype place, const QPalette &palette);

private:
    std::array<std::optional<ChannelId>, std::size_t(most)> m_places;
};

} // namespace amb
