// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

namespace amb {

/// GraphQL watchers `/rw/graphql/<hash>` (amb.md § 7.3).
class GraphqlDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
