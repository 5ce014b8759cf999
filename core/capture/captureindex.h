// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesegment.h"
#include "core/capture/capturesnapshot.h"
#include "core/capture/channeltable.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace amb {

/// Number of a segment in a capture, counted from 0; never reused.
enum class SegmentId : quint32 {
};

/// What is kept in memory of a row: 24 bytes.
class IndexEntry
{
public:
    IndexEntry() = default;
    /// row.size must fit in 32 bits and offset in 44 (16 TiB).
    IndexEntry(SegmentId segment, qint64 offset, const RowInfo &row);

    [[nodiscard]] RowInfo info() const;
    [[nodiscard]] qint64 offset() const { return qint64(m_place & offsetMask); }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// How many segments after `first` the row stands; they are fewer than 2^20 at a time.
    [[nodiscard]] std::size_t segmentsAfter(SegmentId first) const;
    void move(SegmentId segment, qint64 offset);

private:
    static constexpr int offsetBits = 44;
    static constexpr quint64 offsetMask = (quint64(1) << offsetBits) - 1;
    static constexpr quint32 segmentMask = (quint32(1) << (64 - offsetBits)) - 1;

    // No initial values: a chunk of entries is touched page by page as rows come.
    quint64 m_place; // segment (20 bits), offset of the raw message in it (44 bits)
    qint64 m_time; // microseconds since 1970
    quint32 m_size; // of the raw message
    quint32 m_tags; // channel (24 bits), kind (4), direction (2), transport (1)
};
static_assert(sizeof(IndexEntry) == 24, "the index costs 24 bytes a row");
static_assert(std::is_trivially_default_constructible_v<IndexEntry>);

/// A fixed number of rows of the index, which stay where they are.
struct IndexChunk
{
    static constexpr qint64 rows = 65'536;
    std::array<IndexEntry, std::size_t(rows)> entries;
};

/// Which chunks and segments make up a capture; replaced as a whole when one comes or goes.
struct CaptureParts
{
    Row firstRow{};
    qint64 firstChunk = 0;
    SegmentId firstSegment{};
    std::vector<std::shared_ptr<IndexChunk>> chunks;
    std::vector<std::shared_ptr<const Segment>> segments;
    std::shared_ptr<const ChannelTable> channels;

    [[nodiscard]] IndexEntry &entry(Row row) const
    {
        const qint64 chunk = qint64(row) / IndexChunk::rows - firstChunk;
        return chunks[std::size_t(chunk)]->entries[std::size_t(qint64(row) % IndexChunk::rows)];
    }
};

/// The rows of a capture in memory.
///
/// One thread adds, publishes and drops rows. Any thread may read the published ones meanwhile;
/// the lock it takes for an instant is taken by the writer only when a chunk or segment comes or
/// goes, once in some ten thousand rows.
class CaptureIndex
{
public:
    explicit CaptureIndex(std::shared_ptr<const ChannelTable> channels);

    /// \name For the writer
    /// @{
    [[nodiscard]] Row nextRow() const { return m_next; } ///< the row that is added next
    void addSegment(std::shared_ptr<const Segment> segment);
    void replaceSegment(SegmentId id, std::shared_ptr<const Segment> segment);
    [[nodiscard]] SegmentId currentSegment() const;
    void add(const IndexEntry &entry)
    {
        const qint64 place = qint64(m_next) % IndexChunk::rows;
        if (place == 0)
            addChunk();
        m_chunk->entries[std::size_t(place)] = entry;
        m_next = m_next + 1;
    }
    /// An entry that is not published yet.
    IndexEntry &unpublished(Row row);
    void publish();
    /// Drops the oldest segments; firstRow is the first row of those that stay.
    void dropSegments(std::size_t count, Row firstRow);
    /// @}

    /// \name For any thread
    /// @{
    [[nodiscard]] Row firstRow() const { return Row(m_firstRow.load(std::memory_order_acquire)); }
    [[nodiscard]] Row endRow() const { return Row(m_end.load(std::memory_order_acquire)); }
    [[nodiscard]] CaptureSnapshot snapshot() const;
    [[nodiscard]] qint64 memoryBytes() const;
    /// @}

private:
    void addChunk();
    void install(const std::shared_ptr<const CaptureParts> &parts);

    Row m_next{};
    IndexChunk *m_chunk = nullptr; // the one rows are added to
    std::atomic<qint64> m_firstRow = 0;
    std::atomic<qint64> m_end = 0;

    mutable std::mutex m_mutex; // guards the pointer
    std::shared_ptr<const CaptureParts> m_parts;
};

} // namespace amb
