// SPDX-License-Identifier: MIT
#include "core/reading/rowreader.h"

#include "core/capture/capturestore.h"

namespace amb {

RowReader::RowReader(const CaptureStore &store)
    : m_store(store)
    , m_decoders(std::make_shared<const Decoders>())
{ }

void RowReader::setDecoders(std::shared_ptr<const Decoders> decoders)
{
    m_decoders = std::move(decoders);
}

DecodedMessage RowReader::read(Row row, const RowInfo &info, const QByteArray &message) const
{
    const CaptureSnapshot rows = m_store.snapshot();
    return m_decoders->decode(
        message, info.kind, info.direction, CaptureHistory(rows, row, info.channel, m_memory));
}

std::optional<EarlierMessage> RowReader::earlier(Row row,
                                                 const RowInfo &info,
                                                 const RecordKey &record) const
{
    return earlierMessage(m_store.snapshot(), row, info, record, *m_decoders);
}

} // namespace amb
