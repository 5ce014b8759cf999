// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QByteArray>

#include <memory>

namespace amb {

struct CaptureParts;

/// The rows that a capture held at one moment, for readers of many rows in any thread.
///
/// A value: cheap to copy, needs no lock, and stays readable while the capture goes on, drops rows
/// or is destroyed. Rows outside of [firstRow(), endRow()) read as default values.
class CaptureSnapshot
{
public:
    CaptureSnapshot(std::shared_ptr<const CaptureParts> parts, Row end);

    [[nodiscard]] Row firstRow() const;
    [[nodiscard]] Row endRow() const { return m_end; }
    [[nodiscard]] RowInfo info(Row row) const; ///< O(1)
    [[nodiscard]] QByteArray channelName(
        ChannelId id) const; ///< empty when there is no such channel
    [[nodiscard]] QByteArray message(Row row) const; ///< the raw message; O(1)
    [[nodiscard]] QByteArray line(Row row) const; ///< the JSON Lines line without line break; O(1)

private:
    friend class CaptureReader;

    [[nodiscard]] bool holds(Row row) const;

    std::shared_ptr<const CaptureParts> m_parts;
    Row m_end;
};

} // namespace amb
