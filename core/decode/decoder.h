// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"
#include "core/decode/parsedmessage.h"

namespace amb {

class RecordHistory;

/// Puts one family of messages into words.
///
/// Pure: no I/O, no state. Survives any JSON, since whatever a payload claims to be comes from the
/// network; what it returns is made bounded by Decoders.
class Decoder
{
public:
    Decoder() = default;
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;
    Decoder(Decoder &&) = delete;
    Decoder &operator=(Decoder &&) = delete;
    virtual ~Decoder() = default;

    /// Whether the channel's name or the payload's shape is of this family.
    [[nodiscard]] virtual bool claims(const ParsedMessage &message) const = 0;
    /// Only for messages that it claims.
    [[nodiscard]] virtual DecodedMessage decode(const ParsedMessage &message,
                                                const RecordHistory &history) const = 0;
};

} // namespace amb
