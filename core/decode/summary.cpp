// SPDX-License-Identifier: MIT
#include "core/decode/summary.h"

#include "core/decode/decoders.h"

namespace amb {

QString summarize(QByteArrayView message, MessageKind kind, Direction direction)
{
    static const Decoders decoders;
    return decoders.decode(message, kind, direction).sentence;
}

} // namespace amb
