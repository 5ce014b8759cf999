// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QByteArray>

#include <array>
#include <memory>

namespace amb {

/// Whole lines of a capture on their way to a segment.
class LineBuffer
{
public:
    [[nodiscard]] const char *data() const { return m_bytes.get(); }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }

    /// Memory for at least `bytes` more; what was filled in counts after advance().
    char *room(qint64 bytes)
    {
        if (m_capacity - m_size < bytes)
            grow(bytes);
        return m_bytes.get() + m_size;
    }
    void advance(qint64 bytes) { m_size += bytes; }
    void append(QByteArrayView bytes);
    /// Forgets the bytes, and gives memory back that only an unusually long line needed.
    void clear();

private:
    void grow(qint64 bytes);

    std::unique_ptr<char[]> m_bytes;
    qint64 m_size = 0;
    qint64 m_capacity = 0;
};

/// Appends any bytes as a JSON string with its quotes; what is not UTF-8 becomes U+FFFD.
void appendBytesAsJson(LineBuffer &out, QByteArrayView bytes);
/// The same as a value.
QByteArray bytesAsJson(QByteArrayView bytes);

/// Writes the lines of a capture: one JSON object a row, the raw message last.
///
/// Keeps the text of the last second, so one object serves one thread.
class LineFormat
{
public:
    /// Version of the format; stands in the first line of every segment.
    static constexpr int version = 1;
    /// What follows the raw message.
    static constexpr QByteArrayView lineEnd = "}\n";

    /// The first line of a segment, with its line break.
    static QByteArray header(Timestamp created);

    /// Everything of a line that stands before the raw message. jsonChannel is a JSON string.
    void appendPrefix(LineBuffer &out, const RowInfo &row, QByteArrayView jsonChannel);
    /// The message as it stands in the line: without line breaks, and as a JSON string when it is
    /// malformed. Returns its size in bytes.
    static qint64 appendMessage(LineBuffer &out, QByteArrayView raw, MessageKind kind);

private:
    static constexpr qint64 secondLength = 20; // "2026-11-22T19:08:11."

    void formatSecond(std::chrono::sys_seconds second);

    std::array<char, secondLength> m_secondText{};
    std::chrono::sys_seconds m_second = std::chrono::sys_seconds::min();
};

/// The time in a line: `2026-11-22T19:08:11.402123Z`, zero to nine digits of a second.
std::optional<Timestamp> parseTime(QByteArrayView text);

} // namespace amb
