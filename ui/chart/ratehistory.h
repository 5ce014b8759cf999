// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QList>

#include <chrono>
#include <deque>

namespace amb {

class CaptureStore;

/// How many messages came over time, and on which channels: by the second for the last hour, by the
/// minute for the day before that.
///
/// It is made from the totals that a capture keeps of its channels, so a message costs nothing.
class RateHistory
{
public:
    /// What came on one channel.
    struct Share
    {
        ChannelId channel{};
        qint64 messages = 0;
    };

    /// What came from begin to end.
    struct Interval
    {
        Timestamp begin;
        Timestamp end;
        qint64 messages = 0;
        QList<Share> shares; ///< the busiest channels, most messages first

        [[nodiscard]] TimeRange range() const { return {begin, end}; }
        [[nodiscard]] double perSecond() const;
        /// Of one channel; 0 where it was not among the busiest.
        [[nodiscard]] qint64 messagesOf(ChannelId channel) const;
    };

    /// Counts from this time on. The store must outlive the history.
    RateHistory(const CaptureStore &store, Timestamp begin);

    /// Takes what came since the last sample. When the clock was set back, what would be there
    /// twice is forgotten.
    void sample(Timestamp time);

    /// Takes the rows of the capture that are there, by their own times, instead of samples.
    void readRows();

    [[nodiscard]] Timestamp end() const { return m_end; } ///< of the last sample
    /// The intervals of a time, oldest first, joined to such of about step.
    [[nodiscard]] QList<Interval> intervals(TimeRange range, std::chrono::seconds step) const;
    /// The busiest channels of some intervals, most messages first.
    [[nodiscard]] static QList<Share> busiest(const QList<Interval> &intervals, qsizetype most);
    [[nodiscard]] qsizetype size() const
    {
        return qsizetype(m_seconds.size()) + qsizetype(m_minutes.size());
    }

private:
    void forgetFrom(Timestamp time);
    void coarsen();

    const CaptureStore &m_store;
    Timestamp m_end;
    QList<qint64> m_counts; ///< of each channel at the last sample
    std::deque<Interval> m_seconds;
    std::deque<Interval> m_minutes;
};

} // namespace amb
