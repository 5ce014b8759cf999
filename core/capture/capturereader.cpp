// SPDX-License-Identifier: MIT
#include "core/capture/capturereader.h"

#include "core/capture/captureindex.h"

namespace amb {

namespace {

/// Large enough that a call to the system costs little beside what is done with the rows, small
/// enough to stay in a processor's cache.
constexpr qint64 blockBytes = 256LL * 1024;

} // namespace

CaptureReader::CaptureReader(CaptureSnapshot snapshot)
    : m_snapshot(std::move(snapshot))
{ }

QByteArrayView CaptureReader::message(Row row)
{
    if (!m_snapshot.holds(row))
        return {};
    const CaptureParts &parts = *m_snapshot.m_parts;
    const IndexEntry entry = parts.entry(row);
    const auto isInBlock = [&] {
        return entry.segmentsAfter(parts.firstSegment) == m_segment && entry.offset() >= m_begin
            && entry.offset() + entry.size() <= m_begin + m_block.size();
    };
    if (!isInBlock()) {
        readBlock(row);
        if (!isInBlock())
            return {};
    }
    return QByteArrayView(m_block).sliced(entry.offset() - m_begin, entry.size());
}

void CaptureReader::readBlock(Row row)
{
    const CaptureParts &parts = *m_snapshot.m_parts;
    const IndexEntry entry = parts.entry(row);
    m_segment = entry.segmentsAfter(parts.firstSegment);
    m_begin = entry.offset();
    qint64 end = m_begin + entry.size();
    for (Row next = row + 1; next < m_snapshot.endRow(); next = next + 1) {
        const IndexEntry after = parts.entry(next);
        const qint64 afterEnd = after.offset() + after.size();
        if (after.segmentsAfter(parts.firstSegment) != m_segment || after.offset() < end
            || afterEnd - m_begin > blockBytes)
            break;
        end = afterEnd;
    }
    const Segment &segment = *parts.segments[m_segment];
    m_block = segment.read(m_begin, end - m_begin);
    if (m_block.isEmpty()) // the file ends early: perhaps this row is still in it
        m_block = segment.read(m_begin, entry.size());
}

} // namespace amb
