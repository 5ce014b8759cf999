// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// \name Filters that are made and not typed
/// See Filter for the language.
/// @{

/// A text as it stands in a message, in quotes.
QString filterPhrase(const QString &text);
/// `key:value`, in quotes where the value needs them.
QString filterTerm(QLatin1StringView key, const QString &value);
/// Whether `name:changed` can be written for a field of that name.
bool canBeFilterField(const QString &name);
/// The filter, and what matches `term` besides; or, left out, what does not match it. A term that
/// the filter ends in already is not repeated; a filter that cannot be understood is replaced.
QString narrowedFilter(const QString &filter, const QString &term, bool isLeftOut);

/// @}

} // namespace amb
