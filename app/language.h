// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QStringList>

#include <optional>

namespace amb {

/// The languages that this build speaks, as ISO 639 codes; "en" is always among them.
QStringList knownLanguages();

/// Lets windows that are made from now on speak a language; an empty code means the first of the
/// system's languages that is known. The Error tells which ones are.
std::optional<Error> useLanguage(const QString &code);

} // namespace amb
