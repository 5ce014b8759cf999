// SPDX-License-Identifier: MIT
#include "core/bayeux/envelope.h"

namespace amb {

MessageKind classify(const Envelope &envelope)
{
    if (envelope.channel.startsWith("/meta/")) {
        const QByteArrayView name = envelope.channel.sliced(6);
        if (name == "connect")
            return MessageKind::Connect;
        if (name == "subscribe")
            return MessageKind::Subscribe;
        if (name == "unsubscribe")
            return MessageKind::Unsubscribe;
        if (name == "handshake")
            return MessageKind::Handshake;
        if (name == "disconnect")
            return MessageKind::Disconnect;
    }
    if (envelope.hasData && !envelope.channel.isEmpty())
        return MessageKind::Event;
    if (envelope.successful && !envelope.channel.isEmpty())
        return MessageKind::PublishReply;
    return MessageKind::Unknown;
}

} // namespace amb
