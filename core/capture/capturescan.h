// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/result.h"

#include <QByteArrayView>

#include <functional>

namespace amb {

class FileSegment;

/// A row found in a capture.
struct ScannedRow
{
    RowInfo info; ///< all but the channel's number
    QByteArrayView channel; ///< valid only during the visit
    qint64 offset = 0; ///< of the raw message in the file
};

/// What a scan found besides rows.
struct ScanSummary
{
    qint64 end = 0; ///< end of what is sound; a torn last line stands behind it
    bool endsWithBreak = true; ///< false: the last line is whole but lacks its line break
    qint64 damagedLines = 0; ///< lines that are no rows; they were skipped
};

/// Reads a capture from its beginning and tells of every row.
///
/// Takes rows in any key order and with any white space, and captures that were joined.
/// Errors: not a capture, made by a newer version, cannot be read.
Result<ScanSummary> scanCapture(const FileSegment &file,
                                const std::function<void(const ScannedRow &)> &visit);

} // namespace amb
