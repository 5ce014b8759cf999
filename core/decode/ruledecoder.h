// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"
#include "core/decode/decoderule.h"

namespace amb {

/// The families that users describe by rules; the first rule that fits is taken.
class RuleDecoder : public Decoder
{
public:
    explicit RuleDecoder(QList<DecodeRule> rules);

    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;

private:
    [[nodiscard]] const DecodeRule *ruleFor(const ParsedMessage &message) const;

    QList<DecodeRule> m_rules;
};

} // namespace amb
