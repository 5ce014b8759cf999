// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/captureindex.h"
#include "core/capture/captureline.h"
#include "core/capture/capturescan.h"
#include "core/capture/capturesegment.h"
#include "core/capture/capturestore.h"
#include "core/capture/channeltable.h"

#include <QCoreApplication>

#include <atomic>
#include <deque>
#include <memory>
#include <optional>

namespace amb {

/// What a batch brought about, to be told in this order.
struct CaptureChanges
{
    Row first{};
    qint64 count = 0; ///< rows [first, first + count) were published
    std::optional<Row> firstRow; ///< rows before it are gone
    std::optional<Error> failure; ///< nothing more is written to disk
};

/// Writes a capture: formats lines, gathers them, gives them to segments in large pieces, starts
/// and drops segments, and goes on in memory when the disk fails. Knows no time and no signals.
///
/// One thread writes. index() and channels() say what others may do; the byte counts are for all.
class CaptureWriter
{
    Q_DECLARE_TR_FUNCTIONS(Capture)

public:
    static Result<std::unique_ptr<CaptureWriter>> open(const CaptureOptions &options);

    void append(const Record &record);
    /// Hands what was gathered to the segment, publishes it and keeps the capture within its limit.
    CaptureChanges publish();
    /// Drops the segments that end before row; the new first row, if that changed it.
    std::optional<Row> dropBefore(Row row);

    [[nodiscard]] const CaptureIndex &index() const { return m_index; }
    [[nodiscard]] const ChannelTable &channels() const { return *m_channels; }
    [[nodiscard]] qint64 storedBytes() const { return m_storedBytes; }
    /// Whether publish() has something to do.
    [[nodiscard]] bool isWaiting() const { return m_buffer.size() > 0 || m_failure; }

private:
    /// A segment that is not dropped.
    struct Kept
    {
        std::shared_ptr<Segment> segment;
        FileSegment *file = nullptr; ///< the same, when it is a file
        Row firstRow{};
        qint64 bytes = 0;
    };

    explicit CaptureWriter(const CaptureOptions &options);

    std::optional<Error> openSingleFile();
    std::optional<Error> openToRead();
    Result<ScanSummary> index(const FileSegment &file, SegmentId id);
    std::optional<Error> continueCapture(std::unique_ptr<FileSegment> file);
    void startFile(std::unique_ptr<FileSegment> file);
    void startMemory();
    void addSegment(Kept kept);
    void startNextSegment();
    void writeOut();
    void continueInMemory(const Error &error);
    void park();
    void appendNote(QByteArrayView note,
                    const QString &text,
                    QByteArrayView countKey,
                    qint64 count);

    [[nodiscard]] bool isInMemory() const;
    [[nodiscard]] qint64 limit() const;
    [[nodiscard]] qint64 limitedBytes() const;
    void keepWithinLimit(CaptureChanges *changes);
    void dropOldest(std::size_t count, bool removeFiles);

    CaptureOptions m_options;
    std::shared_ptr<ChannelTable> m_channels;
    CaptureIndex m_index;
    std::optional<SegmentFolder> m_folder; // empty with a single file and in memory
    std::deque<Kept> m_segments; // oldest first; the last is written to
    std::size_t m_openFiles = 0; // how many of the youngest segments have an open handle
    qint64 m_segmentLimit = 0;

    LineFormat m_format;
    LineBuffer m_buffer; // goes behind the last segment's bytes
    Row m_firstInBuffer{};
    std::optional<Error> m_failure; // to be told with the next batch
    std::atomic<qint64> m_storedBytes = 0;
};

} // namespace amb
