// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace amb {

/// "400 (Bad Request)", or the number alone where the status has no registered phrase.
QString statusWithPhrase(int httpStatus);

/// What a status of a long-polling reply means here and what to do next; no full stop at the end.
QString statusMeaning(int httpStatus);

/// What a status in answer to a WebSocket upgrade means and what to do next; no full stop.
QString upgradeRefusalMeaning(int httpStatus);

/// What a WebSocket close code says (RFC 6455 § 7.4.1), in a few words.
QString closeCodeMeaning(int closeCode);

} // namespace amb
