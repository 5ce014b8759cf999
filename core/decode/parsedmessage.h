// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace amb {

/// A well-formed message as decoders get it, parsed once.
struct ParsedMessage
{
    MessageKind kind = MessageKind::Event;
    Direction direction = Direction::In;
    QString channel; ///< empty for notes
    QJsonObject envelope; ///< the whole message
    QJsonValue data; ///< undefined where there is none
    QJsonObject object; ///< `data` where that is an object
    QJsonObject ext;

    static ParsedMessage of(const QJsonObject &envelope, MessageKind kind, Direction direction);

    /// A delivery or what a client publishes: the two have the same payload.
    [[nodiscard]] bool isTraffic() const
    {
        return kind == MessageKind::Event || kind == MessageKind::Publish;
    }
    [[nodiscard]] bool isOn(QLatin1StringView prefix) const
    {
        return isTraffic() && channel.startsWith(prefix);
    }
    /// The name's part behind prefix.
    [[nodiscard]] QString channelAfter(QLatin1StringView prefix) const
    {
        return channel.mid(prefix.size());
    }
};

} // namespace amb
