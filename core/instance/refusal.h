// SPDX-License-Identifier: MIT
#pragma once

#include "core/refusalwords.h"

#include <QByteArrayView>

namespace amb {

/// Explains a refused subscribe or publish from the reply's `error` and raw `ext`.
///
/// `404::message_deleted` is only what CometD says when the instance removed the message: the
/// reason is in `ext` (amb.md § 5.3).
RefusalWords explainRefusal(QByteArrayView error, QByteArrayView ext);

} // namespace amb
