// SPDX-License-Identifier: MIT
#include "core/capture/capturesnapshot.h"

#include "core/capture/captureindex.h"
#include "core/capture/captureline.h"

namespace amb {

CaptureSnapshot::CaptureSnapshot(std::shared_ptr<const CaptureParts> parts, Row end)
    : m_parts(std::move(parts))
    , m_end(end)
{ }

Row CaptureSnapshot::firstRow() const
{
    return m_parts->firstRow;
}

bool CaptureSnapshot::holds(Row row) const
{
    return row >= firstRow() && row < m_end;
}

RowInfo CaptureSnapshot::info(Row row) const
{
    return holds(row) ? m_parts->entry(row).info() : RowInfo();
}

QByteArray CaptureSnapshot::channelName(ChannelId id) const
{
    const ChannelTable::Channel *channel = m_parts->channels->at(id);
    return channel ? channel->name().toByteArray() : QByteArray();
}

QByteArray CaptureSnapshot::message(Row row) const
{
    if (!holds(row))
        return {};
    const IndexEntry entry = m_parts->entry(row);
    const std::size_t segment = entry.segmentsAfter(m_parts->firstSegment);
    return m_parts->segments[segment]->read(entry.offset(), entry.size());
}

QByteArray CaptureSnapshot::line(Row row) const
{
    if (!holds(row))
        return {};
    // All of a line but the message is in the index, in one form only, so it is written again
    // instead of being read. That also brings lines of other programs into our form.
    const RowInfo about = info(row);
    const QByteArray raw = message(row);
    if (raw.isEmpty())
        return {};
    LineBuffer text;
    LineFormat().appendPrefix(text, about, m_parts->channels->at(about.channel)->json());
    text.append(raw);
    text.append("}");
    return text.view().toByteArray();
}

} // namespace amb
