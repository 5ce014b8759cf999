// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturesnapshot.h"
#include "core/result.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace amb {

/// Writes rows of a capture to a file of their own, which opens as a capture again. Runs in the
/// thread pool; the future tells its progress in rows and can be cancelled.
///
/// The result is the number of rows written: rows that were dropped meanwhile are left out. On an
/// Error, and when it is cancelled, a file that was there before stays as it was.
QFuture<Result<qint64>> saveCapture(const CaptureSnapshot &snapshot,
                                    std::vector<Row> rows,
                                    const QString &path);

} // namespace amb
