// SPDX-License-Identifier: MIT
#include "core/capture/captureindex.h"

namespace amb {

namespace {

constexpr int kindShift = 24;
constexpr int directionShift = 28;
constexpr int transportShift = 30;

} // namespace

IndexEntry::IndexEntry(SegmentId segment, qint64 offset, const RowInfo &row)
    : m_time(row.time.time_since_epoch().count())
    , m_size(quint32(row.size))
    , m_tags(quint32(row.channel) | quint32(row.kind) << kindShift
             | quint32(row.direction) << directionShift | quint32(row.transport) << transportShift)
{
    move(segment, offset);
}

RowInfo IndexEntry::info() const
{
    RowInfo row;
    row.time = Timestamp(std::chrono::microseconds(m_time));
    row.size = m_size;
    row.channel = ChannelId(m_tags & 0xFFFFFF);
    row.kind = MessageKind(m_tags >> kindShift & 0xF);
    row.direction = Direction(m_tags >> directionShift & 0x3);
    row.transport = TransportType(m_tags >> transportShift & 0x1);
    return row;
}

std::size_t IndexEntry::segmentsAfter(SegmentId first) const
{
    return (quint32(m_place >> offsetBits) - quint32(first)) & segmentMask;
}

void IndexEntry::move(SegmentId segment, qint64 offset)
{
    m_place = quint64(segment) << offsetBits | (quint64(offset) & offsetMask);
}

CaptureIndex::CaptureIndex(std::shared_ptr<const ChannelTable> channels)
{
    const auto parts = std::make_shared<CaptureParts>();
    parts->channels = std::move(channels);
    m_parts = parts;
}

void CaptureIndex::install(const std::shared_ptr<const CaptureParts> &parts)
{
    // What the old parts alone held is freed after the lock.
    std::shared_ptr<const CaptureParts> old = parts;
    const std::lock_guard lock(m_mutex);
    m_parts.swap(old);
}

void CaptureIndex::addSegment(std::shared_ptr<const Segment> segment)
{
    const auto parts = std::make_shared<CaptureParts>(*m_parts);
    parts->segments.push_back(std::move(segment));
    install(parts);
}

void CaptureIndex::replaceSegment(SegmentId id, std::shared_ptr<const Segment> segment)
{
    const auto parts = std::make_shared<CaptureParts>(*m_parts);
    parts->segments[quint32(id) - quint32(parts->firstSegment)] = std::move(segment);
    install(parts);
}

SegmentId CaptureIndex::currentSegment() const
{
    return SegmentId(quint32(m_parts->firstSegment) + quint32(m_parts->segments.size()) - 1);
}

void CaptureIndex::addChunk()
{
    const auto parts = std::make_shared<CaptureParts>(*m_parts);
    parts->chunks.push_back(std::make_shared_for_overwrite<IndexChunk>());
    m_chunk = parts->chunks.back().get();
    install(parts);
}

IndexEntry &CaptureIndex::unpublished(Row row)
{
    Q_ASSERT(row >= endRow() && row < m_next);
    return m_parts->entry(row);
}

void CaptureIndex::publish()
{
    m_end.store(qint64(m_next), std::memory_order_release);
}

void CaptureIndex::dropSegments(std::size_t count, Row firstRow)
{
    const auto parts = std::make_shared<CaptureParts>(*m_parts);
    parts->segments.erase(parts->segments.begin(), parts->segments.begin() + qsizetype(count));
    parts->firstSegment = SegmentId(quint32(parts->firstSegment) + quint32(count));
    const qint64 firstChunk = qint64(firstRow) / IndexChunk::rows;
    const qint64 goneChunks =
        std::min(firstChunk - parts->firstChunk, qint64(parts->chunks.size()));
    parts->chunks.erase(parts->chunks.begin(), parts->chunks.begin() + goneChunks);
    parts->firstChunk = firstChunk;
    parts->firstRow = firstRow;
    // First, so that no snapshot is ever ahead of firstRow().
    m_firstRow.store(qint64(firstRow), std::memory_order_release);
    install(parts);
}

CaptureSnapshot CaptureIndex::snapshot() const
{
    // The end is read under the lock: its rows' chunk is in these parts then, for the writer puts
    // a chunk in place before it publishes rows of it.
    const std::lock_guard lock(m_mutex);
    return {m_parts, endRow()};
}

qint64 CaptureIndex::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    return qint64(m_parts->chunks.size()) * qint64(sizeof(IndexChunk));
}

} // namespace amb
