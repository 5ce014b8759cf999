// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace amb {

/// Whether an instance refused a subscribe or unsubscribe only because it is busy now: 429 or 202
/// with `rejected_by_glide` (amb.md §§ 5.3, 5.4).
bool isBusyReply(QByteArrayView error, QByteArrayView ext);

/// Whether a message is the early acknowledgement of a subscribe or unsubscribe, which comes before
/// the reply and may bear its id: `received_by_glide` names the command (amb.md § 5.4).
bool isEarlyNotice(QByteArrayView ext);

} // namespace amb
