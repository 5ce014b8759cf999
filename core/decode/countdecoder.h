// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

#include <optional>

namespace amb {

/// The change that a count watcher's data tells; nothing when it is no whole number.
std::optional<qint64> countOf(const QJsonValue &data);

/// Count watchers `/rw/count/…` and `/rw/count2/…` (amb.md § 7.2): changes of a number that is
/// never told itself, so every total of them drifts when one is missed.
class CountDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
