// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace amb {

/// A run of bytes that grows at its end.
///
/// One thread writes; any thread may read what append() has taken meanwhile.
class Segment
{
public:
    Segment() = default;
    Segment(const Segment &) = delete;
    Segment &operator=(const Segment &) = delete;
    Segment(Segment &&) = delete;
    Segment &operator=(Segment &&) = delete;
    virtual ~Segment() = default;

    /// The bytes at offset, empty when they cannot be read. Any thread.
    [[nodiscard]] virtual QByteArray read(qint64 offset, qint64 size) const = 0;
    /// Adds bytes at the end: all of them, or none and an error.
    virtual std::optional<Error> append(QByteArrayView bytes) = 0;
    [[nodiscard]] virtual bool isInMemory() const = 0;
};

/// A segment that is a file. All system calls of the capture are in this class.
class FileSegment : public Segment
{
public:
    /// Makes a file that only its owner may read. A file of that name is an error.
    static Result<std::unique_ptr<FileSegment>> create(const QString &path);
    /// Opens a file, made when there is none, and keeps other programs from recording to it.
    static Result<std::unique_ptr<FileSegment>> openOrCreate(const QString &path);
    /// Opens a file that is there, for reading only: append() fails.
    static Result<std::unique_ptr<FileSegment>> openToRead(const QString &path);
    /// The same file without an open handle: each read opens it. For the old ones of many segments.
    [[nodiscard]] std::unique_ptr<FileSegment> parked() const;
    ~FileSegment() override;

    [[nodiscard]] QByteArray read(qint64 offset, qint64 size) const override;
    std::optional<Error> append(QByteArrayView bytes) override;
    [[nodiscard]] bool isInMemory() const override { return false; }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Reads up to size bytes into out; the number read, 0 at the end of the file.
    Result<qint64> readInto(char *out, qint64 offset, qint64 size) const;
    /// Cuts off what stands behind size.
    std::optional<Error> truncate(qint64 size);
    /// Takes the file out of its folder; open readers go on reading.
    void remove();

private:
    FileSegment(QString path, int handle, qint64 size);
    static Result<std::unique_ptr<FileSegment>> open(const QString &path, int flags);

    QString m_path;
    int m_handle = -1;
    qint64 m_size = 0;
};

/// A segment in memory.
class MemorySegment : public Segment
{
public:
    [[nodiscard]] QByteArray read(qint64 offset, qint64 size) const override;
    std::optional<Error> append(QByteArrayView bytes) override;
    [[nodiscard]] bool isInMemory() const override { return true; }

private:
    static constexpr qint64 blockSize = 256LL * 1024;

    [[nodiscard]] char *at(qint64 offset) const;

    mutable std::mutex m_mutex; // guards the list, never the blocks' bytes
    std::vector<std::unique_ptr<char[]>> m_blocks;
    qint64 m_size = 0; // writer only
};

/// A folder of segments `000001.jsonl`, `000002.jsonl`, …
class SegmentFolder
{
public:
    /// Makes the folder, readable by its owner only, when there is none.
    static Result<SegmentFolder> open(const QString &path);
    /// The segments in a folder, oldest first; the Error when there is none.
    static Result<QStringList> files(const QString &path);
    /// Makes the next file, numbered after all that are there.
    Result<std::unique_ptr<FileSegment>> next();

private:
    explicit SegmentFolder(QString path, qint64 lastNumber);

    QString m_path;
    qint64 m_lastNumber = 0;
};

} // namespace amb
