// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

namespace amb {

/// Wake-up calls for MID Servers, `/mid/server/<sys_id>` (amb.md § 7.10).
class MidDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
