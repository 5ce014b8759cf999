// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"

namespace amb {

/// Reads the messages of many rows that follow each other, some hundred in one go.
///
/// Blocks are read rather than mapped: of a capture that another program cuts short, rows then read
/// as empty, where a mapped page would end this program. For one thread.
class CaptureReader
{
public:
    explicit CaptureReader(CaptureSnapshot snapshot);

    [[nodiscard]] const CaptureSnapshot &snapshot() const { return m_snapshot; }
    /// The raw message, empty when it cannot be read; valid until the next call.
    QByteArrayView message(Row row);

private:
    void readBlock(Row row);

    CaptureSnapshot m_snapshot;
    QByteArray m_block;
    std::size_t m_segment = 0; ///< that the block is of, counted from the snapshot's first
    qint64 m_begin = 0; ///< of the block in its segment
};

} // namespace amb
