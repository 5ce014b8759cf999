// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"
#include "core/capture/capturetypes.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace amb {

class CaptureWriter;

/// Where a capture is kept and how much of it.
struct CaptureOptions
{
    /// A folder for segments `<n>.jsonl`, or with singleFile the one file to append to.
    /// Empty: kept in memory only.
    QString path;
    bool singleFile = false;
    /// Reads what is at path, a file or a folder of segments, and never writes to it: rows that are
    /// appended all the same are kept in memory. The other settings do not matter then.
    bool isReadOnly = false;
    /// A segment is closed when it is larger than this. Ignored with singleFile.
    qint64 segmentBytes = 64LL * 1024 * 1024;
    /// Oldest whole segments are dropped beyond this; 0 keeps everything on disk, and 256 MiB in
    /// memory. Ignored with singleFile.
    qint64 retainBytes = 0;
};

/// The messages of one connection as they were received: append-only JSON Lines segments and a
/// 24-byte index per row in memory.
///
/// append() and flush() belong to the thread the store lives in. Rows in [firstRow(), endRow()) are
/// immutable and may be read from any thread without a lock being held by the writer.
class CaptureStore : public QObject, public RecordSink
{
    Q_OBJECT

public:
    /// Opens the capture for writing. With singleFile an existing capture is continued: its rows
    /// are indexed by one scan, a torn last line is cut off, and a note tells of damaged lines. A
    /// folder keeps what is in it; new segments are numbered after it. With isReadOnly all of it is
    /// indexed; damaged and torn lines are skipped, and a note tells of them.
    static Result<std::unique_ptr<CaptureStore>> create(const CaptureOptions &options);
    ~CaptureStore() override;

    /// Adds a row. It is published with the next batch, at most 30 times a second.
    void append(const Record &record) override;
    /// Writes and publishes what waits, now.
    void flush();
    /// Drops whole segments that end before row; what is read already need not stay on disk.
    void dropBefore(Row row);

    [[nodiscard]] Row firstRow() const; ///< first row not dropped
    [[nodiscard]] Row endRow() const; ///< one past the last published row
    [[nodiscard]] RowInfo info(Row row) const; ///< O(1)
    [[nodiscard]] QByteArray message(Row row) const; ///< the raw message; O(1)
    [[nodiscard]] QByteArray line(Row row) const; ///< the JSON Lines line without line break; O(1)
    [[nodiscard]] CaptureSnapshot snapshot() const; ///< all rows of now, for readers of many

    [[nodiscard]] quint32 channelCount() const;
    [[nodiscard]] QByteArray channelName(ChannelId id) const;
    [[nodiscard]] ChannelStats channelStats(ChannelId id) const;
    [[nodiscard]] qint64 storedBytes() const; ///< size on disk (or in memory) of what is kept
    [[nodiscard]] qint64 memoryBytes() const; ///< memory used by the index and the channel table

signals:
    /// Rows [first, first + count) can be read now. At most 30 a second. When dropped() follows in
    /// the same batch, some of them may be gone already.
    void appended(amb::Row first, qint64 count);
    /// Rows before firstRow are gone.
    void dropped(amb::Row firstRow);
    /// Nothing more is written to disk; rows are kept in memory, as many as fit, from now on.
    void recordingFailed(const amb::Error &error);

private:
    explicit CaptureStore(std::unique_ptr<CaptureWriter> writer);

    void publishSoon();

    std::unique_ptr<CaptureWriter> m_writer;
    QTimer m_timer;
    bool m_isPublishing = false; // a batch will be published by the timer
    std::chrono::steady_clock::time_point m_lastBatch;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::Error)
