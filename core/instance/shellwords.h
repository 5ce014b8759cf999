// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace amb {

/// A command line taken apart as bash does: '…', "…", $'…' and backslashes; nothing is expanded.
/// No value when a quote is not closed.
std::optional<QByteArrayList> bashWords(QByteArrayView line);

/// A command line taken apart as Windows does it: cmd takes the carets away, then the program's
/// runtime its quotes. No value when a quote is not closed.
std::optional<QByteArrayList> cmdWords(QByteArrayView line);

} // namespace amb
