// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// "400 (Bad Request)", or the number alone where the status has no registered phrase.
QString statusWithPhrase(int httpStatus);

} // namespace amb
