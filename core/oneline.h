// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// Text of somebody else as one line for people: control characters, line breaks and characters
/// that turn the writing direction become spaces, and what is over `longest` characters is cut off
/// with "…".
QString oneLine(QString text, qsizetype longest);

/// Text of somebody else as it is, but with the characters that cannot be seen or that turn the
/// writing direction written as in JSON: `\u202e`. Tabs and line breaks stay.
QString visibleText(const QString &text);

} // namespace amb
