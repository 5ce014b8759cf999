// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"
#include "core/decode/recordhistory.h"

#include <QByteArray>
#include <QCache>

namespace amb {

/// Looks back in a capture for what came on a row's channel before it.
///
/// A look back ends after farthest rows of any kind, mostMessages messages of the channel or
/// mostBytes of them, whichever comes first, so that a row is in words within half a millisecond
/// however long the capture is. What lies behind stays unknown.
class CaptureHistory : public RecordHistory
{
public:
    static constexpr qint64 farthest = 5000;
    static constexpr int mostMessages = 300;
    static constexpr qint64 mostBytes = 256LL * 1024;

    /// What neighbouring rows look at again, kept between them.
    struct Memory
    {
        QCache<qint64, QByteArray> messages{2LL * 1024 * 1024}; ///< by row; costs are bytes
        QCache<qint64, qint64> totals{4000}; ///< of count channels: the sum up to a row, with it
    };

    CaptureHistory(const CaptureSnapshot &rows, Row row, ChannelId channel, Memory &memory);

    void visit(const RecordKey &record, const Visitor &visitor) const override;
    [[nodiscard]] std::optional<qint64> countBefore() const override;

private:
    [[nodiscard]] bool isGap(Row row) const;
    [[nodiscard]] QByteArray message(Row row) const;

    const CaptureSnapshot &m_rows;
    Row m_row;
    ChannelId m_channel;
    Memory &m_memory;
};

} // namespace amb
