// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturestore.h"

#include <QFuture>
#include <QString>

#include <memory>

class QThread;

namespace amb {

/// The capture that a path belongs to: the whole folder for one of its numbered segments, such as
/// `000002.jsonl`; else path itself.
QString capturePathOf(const QString &path);

/// Opens the capture at path, a file or a folder of segments, to be read and never written to. Runs
/// in the thread pool, for a large one takes seconds; the store then lives in thread.
///
/// Errors: nothing there, not a capture, made by a newer version, cannot be read.
QFuture<Result<std::unique_ptr<CaptureStore>>> openCapture(const QString &path, QThread *thread);

} // namespace amb
