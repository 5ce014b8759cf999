// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

namespace amb {

/// Record watchers, by the shape of their payload on any channel (amb.md § 7.1).
class RecordWatcherDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
