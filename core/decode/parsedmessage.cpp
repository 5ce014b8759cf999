// SPDX-License-Identifier: MIT
#include "core/decode/parsedmessage.h"

namespace amb {

using namespace Qt::StringLiterals;

ParsedMessage ParsedMessage::of(const QJsonObject &envelope, MessageKind kind, Direction direction)
{
    ParsedMessage message;
    message.kind = kind;
    message.direction = direction;
    message.envelope = envelope;
    message.channel = envelope.value("channel"_L1).toString();
    message.data = envelope.value("data"_L1);
    message.object = message.data.toObject();
    message.ext = envelope.value("ext"_L1).toObject();
    return message;
}

} // namespace amb
