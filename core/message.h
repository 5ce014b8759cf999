// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QMetaType>

#include <chrono>

namespace amb {

/// Wall-clock time of a message, in microseconds since 1970-01-01 UTC.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// The time now, as messages are stamped with.
inline Timestamp now()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

/// The two ways a Bayeux message travels to an instance.
enum class TransportType : quint8 {
    WebSocket,
    LongPolling,
};

/// Where a row came from: the server, this program's session, or the monitor itself.
enum class Direction : quint8 {
    In,
    Out,
    Local,
};

/// What a row is. The numbers are kept in four bits of the capture's index.
enum class MessageKind : quint8 {
    Event, ///< a delivery: has `data`
    Publish, ///< sent by us: has `data`
    PublishReply, ///< `successful` without `data` on an application channel
    Handshake, ///< /meta/handshake, request or reply
    Connect, ///< /meta/connect, request or reply
    Subscribe, ///< /meta/subscribe, request or reply
    Unsubscribe, ///< /meta/unsubscribe, request or reply
    Disconnect, ///< /meta/disconnect, request, reply or the server's order to leave
    Note, ///< the monitor's own event: transport chosen or lost, gap, refusal, sign-in
    Unknown, ///< neither event nor reply by the rules of Bayeux
    Malformed, ///< bytes that are no Bayeux message at all
};

/// One message on its way into the capture. The views are valid only during the call that passes
/// it.
struct Record
{
    QByteArrayView raw; ///< the message's JSON text as it was received or sent
    QByteArrayView channel; ///< channel name, unescaped; empty for notes
    Timestamp time;
    Direction direction = Direction::In;
    MessageKind kind = MessageKind::Event;
    TransportType transport = TransportType::WebSocket;
};

/// Takes every message of a session, in order.
class RecordSink
{
public:
    RecordSink() = default;
    RecordSink(const RecordSink &) = delete;
    RecordSink &operator=(const RecordSink &) = delete;
    RecordSink(RecordSink &&) = delete;
    RecordSink &operator=(RecordSink &&) = delete;
    virtual ~RecordSink() = default;

    virtual void append(const Record &record) = 0;
};

/// "websocket" or "long-polling": the connection types of Bayeux.
QLatin1StringView connectionType(TransportType type);
/// "in", "out" or "local".
QLatin1StringView toText(Direction direction);
/// "event", "publish", "publish-reply", "handshake", …: the words used in captures.
QLatin1StringView toText(MessageKind kind);

} // namespace amb
