// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace amb {

/// One Bayeux message that a client sent.
struct BusMessage
{
    QJsonObject fields;
    QByteArray channel; ///< empty when missing or no string
    QByteArray clientId; ///< likewise
    QByteArray id; ///< its JSON text as it came, echoed in the reply; empty when there is none
    QByteArray data; ///< its JSON text as it came, passed on byte for byte; empty when missing
    QByteArray subscription; ///< its JSON text as it came
};

/// Reads what one WebSocket frame or POST body carries: an array of messages or a single one.
/// Nothing when it is not JSON or contains something that is no object.
std::optional<QList<BusMessage>> parseBusMessages(const QByteArray &body);

} // namespace amb
