// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

namespace amb {

/// Streams of Build Agent (amb.md § 7.10).
class BuildAgentDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
