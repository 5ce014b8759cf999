// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decoder.h"

namespace amb {

/// Agent Workspace: work items, agents' presence and interactions over record watchers, banners and
/// the agent's status (amb.md § 7.9).
class WorkspaceDecoder : public Decoder
{
public:
    [[nodiscard]] bool claims(const ParsedMessage &message) const override;
    [[nodiscard]] DecodedMessage decode(const ParsedMessage &message,
                                        const RecordHistory &history) const override;
};

} // namespace amb
