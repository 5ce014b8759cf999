// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace amb {

/// Appends text as a JSON string with its quotes. Control characters, quotes and backslashes are
/// escaped; everything else stays as it is, so text should be valid UTF-8.
void appendJsonString(QByteArray &out, QByteArrayView text);

/// Text as a JSON string with its quotes.
QByteArray jsonString(QByteArrayView text);

} // namespace amb
