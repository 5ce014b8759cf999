// SPDX-License-Identifier: MIT
#include "core/message.h"

#include <QLatin1StringView>

namespace amb {

QLatin1StringView connectionType(TransportType type)
{
    switch (type) {
    case TransportType::WebSocket:
        return QLatin1StringView("websocket");
    case TransportType::LongPolling:
        return QLatin1StringView("long-polling");
    }
    return {};
}

QLatin1StringView toText(Direction direction)
{
    switch (direction) {
    case Direction::In:
        return QLatin1StringView("in");
    case Direction::Out:
        return QLatin1StringView("out");
    case Direction::Local:
        return QLatin1StringView("local");
    }
    return {};
}

QLatin1StringView toText(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Event:
        return QLatin1StringView("event");
    case MessageKind::Publish:
        return QLatin1StringView("publish");
    case MessageKind::PublishReply:
        return QLatin1StringView("publish-reply");
    case MessageKind::Handshake:
        return QLatin1StringView("handshake");
    case MessageKind::Connect:
        return QLatin1StringView("connect");
    case MessageKind::Subscribe:
        return QLatin1StringView("subscribe");
    case MessageKind::Unsubscribe:
        return QLatin1StringView("unsubscribe");
    case MessageKind::Disconnect:
        return QLatin1StringView("disconnect");
    case MessageKind::Note:
        return QLatin1StringView("note");
    case MessageKind::Unknown:
        return QLatin1StringView("unknown");
    case MessageKind::Malformed:
        return QLatin1StringView("malformed");
    }
    return {};
}

} // namespace amb
