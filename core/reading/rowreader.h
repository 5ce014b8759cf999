// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/decode/decoders.h"
#include "core/reading/capturehistory.h"
#include "core/reading/earliermessage.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace amb {

class CaptureStore;

/// Reads rows of a capture in words, with what earlier rows say of the same record. For rows that
/// are shown: nothing is done while messages are received. Belongs to one thread.
class RowReader
{
public:
    /// The store must outlive the reader.
    explicit RowReader(const CaptureStore &store);

    /// Uses other decoders from now on, as with rules of the user.
    void setDecoders(std::shared_ptr<const Decoders> decoders);

    /// What is known of the row is passed, because who shows it has read it already; the row itself
    /// may be dropped by now.
    [[nodiscard]] DecodedMessage read(Row row,
                                      const RowInfo &info,
                                      const QByteArray &message) const;
    /// What came before a row of the same record, or without one on the same channel.
    [[nodiscard]] std::optional<EarlierMessage> earlier(Row row,
                                                        const RowInfo &info,
                                                        const RecordKey &record) const;

private:
    const CaptureStore &m_store;
    std::shared_ptr<const Decoders> m_decoders;
    mutable CaptureHistory::Memory m_memory;
};

} // namespace amb
