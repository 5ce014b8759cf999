// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/bayeux/channelpattern.h"
#include "core/message.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace amb {

/// Writes the requests of a session as JSON texts, with the field order that browsers send.
///
/// Ids are decimal counters as strings, one more per message, never reset by a new handshake
/// (bayeux.md § 1), so that a late reply can't be taken for another's.
class RequestBuilder
{
public:
    /// One message: its id and its JSON text.
    struct Message
    {
        QByteArray id;
        QByteArray text;
    };

    /// ext is a JSON object or empty.
    Message handshake(const QList<TransportType> &types, const QByteArray &ext);
    /// immediate asks for an answer at once (`advice.timeout: 0`); ext is a JSON object or empty.
    Message connect(const QByteArray &clientId,
                    TransportType type,
                    bool immediate,
                    const QByteArray &ext);
    Message subscribe(const QByteArray &clientId, const ChannelPattern &pattern);
    Message unsubscribe(const QByteArray &clientId, const ChannelPattern &pattern);
    Message disconnect(const QByteArray &clientId);
    /// data is a JSON text and goes out byte for byte.
    Message publish(const QByteArray &clientId, const ChannelName &channel, const QByteArray &data);

private:
    Message begin(QByteArrayView channel);

    quint64 m_lastId = 0;
};

} // namespace amb
