// SPDX-License-Identifier: MIT
#include "ui/chart/ratehistory.h"

#include "core/capture/capturestore.h"

#include <algorithm>

namespace amb {

namespace {

constexpr std::size_t mostSeconds = 3600;
constexpr std::size_t mostMinutes = 1440;
/// More than a chart can tell apart, so that what it tells of a minute is right.
constexpr qsizetype mostShares = 8;

void keepBusiest(QList<RateHistory::Share> &shares, qsizetype most)
{
    std::sort(shares.begin(), shares.end(), [](const auto &a, const auto &b) {
        return a.messages != b.messages ? a.messages > b.messages : a.channel < b.channel;
    });
    if (shares.size() > most)
        shares.resize(most);
}

void add(QList<RateHistory::Share> &shares, const RateHistory::Share &more)
{
    const auto known = std::find_if(shares.begin(), shares.end(), [&](const auto &share) {
        return share.channel == more.channel;
    });
    if (known == shares.end())
        shares.append(more);
    else
        known->messages += more.messages;
}

void join(RateHistory::Interval &interval, const RateHistory::Interval &next)
{
    interval.end = next.end;
    interval.messages += next.messages;
    for (const auto &share : next.shares)
        add(interval.shares, share);
}

/// Intervals of the same number are joined.
qint64 number(const RateHistory::Interval &interval, std::chrono::seconds step)
{
    return interval.end.time_since_epoch() / std::chrono::microseconds(step);
}

} // namespace

double RateHistory::Interval::perSecond() const
{
    const double seconds = std::chrono::duration<double>(end - begin).count();
    return seconds > 0 ? double(messages) / seconds : 0.0;
}

qint64 RateHistory::Interval::messagesOf(ChannelId channel) const
{
    const auto found = std::find_if(shares.begin(), shares.end(), [channel](const Share &share) {
        return share.channel == channel;
    });
    return found == shares.end() ? 0 : found->messages;
}

RateHistory::RateHistory(const CaptureStore &store, Timestamp begin)
    : m_store(store)
    , m_end(begin)
{
    const quint32 channels = store.channelCount();
    for (quint32 id = 0; id < channels; ++id)
        m_counts.append(store.channelStats(ChannelId(id)).messages);
}

void RateHistory::sample(Timestamp time)
{
    if (time <= m_end)
        forgetFrom(time);
    Interval interval{m_end, time, 0, {}};
    const quint32 channels = m_store.channelCount();
    m_counts.resize(qsizetype(channels));
    for (quint32 id = 0; id < channels; ++id) {
        const qint64 total = m_store.channelStats(ChannelId(id)).messages;
        const qint64 fresh = total - m_counts.at(qsizetype(id));
        if (fresh <= 0)
            continue;
        interval.messages += fresh;
        interval.shares.append({ChannelId(id), fresh});
        m_counts[qsizetype(id)] = total;
    }
    keepBusiest(interval.shares, mostShares);
    m_end = time;
    m_seconds.push_back(std::move(interval));
    coarsen();
}

void RateHistory::readRows()
{
    for (Row row = m_store.firstRow(); row < m_store.endRow(); row = row + 1) {
        const RowInfo info = m_store.info(row);
        if (info.kind != MessageKind::Event)
            continue;
        if (m_seconds.empty() || info.time >= m_seconds.back().end) {
            if (!m_seconds.empty())
                keepBusiest(m_seconds.back().shares, mostShares);
            const Timestamp begin = std::chrono::floor<std::chrono::seconds>(info.time);
            m_end = begin + std::chrono::seconds(1);
            m_seconds.push_back({begin, m_end, 0, {}});
            coarsen();
        }
        // One that is older, by a clock that was set back, counts where it stands.
        Interval &second = m_seconds.back();
        ++second.messages;
        add(second.shares, {info.channel, 1});
    }
    if (!m_seconds.empty())
        keepBusiest(m_seconds.back().shares, mostShares);
}

void RateHistory::forgetFrom(Timestamp time)
{
    const auto isLater = [time](const Interval &interval) {
        return interval.end >= time;
    };
    std::erase_if(m_seconds, isLater);
    std::erase_if(m_minutes, isLater);
    m_end = time - std::chrono::seconds(1);
    if (!m_seconds.empty())
        m_end = m_seconds.back().end;
    else if (!m_minutes.empty())
        m_end = m_minutes.back().end;
}

void RateHistory::coarsen()
{
    while (m_seconds.size() > mostSeconds) {
        const Interval &oldest = m_seconds.front();
        constexpr std::chrono::minutes minute(1);
        if (!m_minutes.empty() && number(m_minutes.back(), minute) == number(oldest, minute))
            join(m_minutes.back(), oldest);
        else
            m_minutes.push_back(oldest);
        keepBusiest(m_minutes.back().shares, mostShares);
        m_seconds.pop_front();
    }
    while (m_minutes.size() > mostMinutes)
        m_minutes.pop_front();
}

QList<RateHistory::Interval> RateHistory::intervals(TimeRange range,
                                                    std::chrono::seconds step) const
{
    QList<Interval> joined;
    const auto take = [&](const Interval &interval) {
        if (interval.end <= range.begin || interval.begin >= range.end)
            return;
        if (!joined.isEmpty() && number(joined.constLast(), step) == number(interval, step))
            join(joined.last(), interval);
        else
            joined.append(interval);
    };
    std::for_each(m_minutes.begin(), m_minutes.end(), take);
    std::for_each(m_seconds.begin(), m_seconds.end(), take);
    for (Interval &interval : joined)
        keepBusiest(interval.shares, interval.shares.size());
    return joined;
}

QList<RateHistory::Share> RateHistory::busiest(const QList<Interval> &intervals, qsizetype most)
{
    QList<Share> shares;
    for (const Interval &interval : intervals) {
        for (const Share &share : interval.shares)
            add(shares, share);
    }
    keepBusiest(shares, most);
    return shares;
}

} // namespace amb
