// SPDX-License-Identifier: MIT
#include "core/reading/earliermessage.h"

#include "core/decode/decoders.h"

#include <algorithm>

namespace amb {

namespace {

constexpr qint64 farthest = 50'000;
constexpr int mostMessages = 2'000;
constexpr qint64 mostBytes = 8'000'000;

} // namespace

std::optional<EarlierMessage> earlierMessage(const CaptureSnapshot &rows,
                                             Row row,
                                             const RowInfo &info,
                                             const RecordKey &record,
                                             const Decoders &decoders)
{
    const QByteArray sysId = record.sysId.toUtf8();
    const Row end = std::max(rows.firstRow(), row + -farthest);
    EarlierMessage earlier;
    int messages = 0;
    qint64 bytes = 0;
    for (earlier.row = row; earlier.row > end;) {
        earlier.row = earlier.row + -1;
        earlier.info = rows.info(earlier.row);
        if (earlier.info.kind == MessageKind::Note && !earlier.isBehindGap)
            earlier.isBehindGap = rows.message(earlier.row).startsWith(R"({"note":"gap")");
        if (earlier.info.channel != info.channel || earlier.info.kind != info.kind
            || earlier.info.direction != info.direction)
            continue;
        bytes += earlier.info.size;
        if (++messages > mostMessages || bytes > mostBytes)
            break;
        earlier.bytes = rows.message(earlier.row);
        if (record.isNull())
            return earlier;
        // Most are of other records, so they are not worth decoding.
        if (!earlier.bytes.contains(sysId))
            continue;
        const RecordKey other =
            decoders.decode(earlier.bytes, earlier.info.kind, earlier.info.direction).record;
        if (other.sysId == record.sysId && (other.table.isEmpty() || other.table == record.table))
            return earlier;
    }
    return {};
}

} // namespace amb
