// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"
#include "core/decode/decodedmessage.h"

#include <QByteArray>

#include <optional>

namespace amb {

class Decoders;

/// A message that came before another one, to be compared with it.
struct EarlierMessage
{
    Row row{};
    RowInfo info;
    QByteArray bytes;
    bool isBehindGap = false; ///< some may have been missed in between
};

/// The newest message before a row that is of the same kind, on the same channel and about the same
/// record; with a null record the newest of that kind on the channel. Looks back far enough for
/// people and not so far that they wait: 50,000 rows, 2,000 messages of the channel, 8 MB of them.
std::optional<EarlierMessage> earlierMessage(const CaptureSnapshot &rows,
                                             Row row,
                                             const RowInfo &info,
                                             const RecordKey &record,
                                             const Decoders &decoders);

} // namespace amb
