// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// Whether a field is a journal: each change adds an entry and nothing is replaced.
bool isJournal(const QString &field);

/// The newest entry of a journal's display value without its head line "<time> - <author>
/// (<kind>)"; the whole text where it has no such head.
QString newestEntry(const QString &text);

} // namespace amb
