// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/demo/recordwatch.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace amb {

class BusLink;
class DemoSessions;
struct BusWishes;

/// One Bayeux client of the demo instance: its subscriptions, its queue and its held connect.
///
/// Events wait in the queue until a connect is held, on either transport. On a WebSocket they then
/// go out in their own frames and the connect stays held; over HTTP they complete it.
class BusClient : public QObject
{
    Q_OBJECT

public:
    struct Subscription
    {
        ChannelPattern pattern;
        std::optional<RecordWatch> watch;
    };

    /// sessions and wishes must outlive it.
    BusClient(QByteArray id,
              const BusLink &link,
              const DemoSessions &sessions,
              const BusWishes &wishes,
              QObject *parent = nullptr);

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    /// The BAYEUX_BROWSER cookie of its handshake; empty when that came over a WebSocket.
    [[nodiscard]] const QByteArray &browserId() const { return m_browserId; }

    [[nodiscard]] const QByteArray &sessionId() const { return m_sessionId; }

    void subscribe(const Subscription &subscription);
    /// False when there was no such subscription.
    bool unsubscribe(const QByteArray &pattern);
    [[nodiscard]] const QList<Subscription> &subscriptions() const { return m_subscriptions; }
    [[nodiscard]] bool receives(const QByteArray &channel) const;

    /// Takes a message for the client; dropped when its HTTP session is not logged in.
    void enqueue(const QByteArray &message);
    /// Takes the queue, for a reply that is about to go out over HTTP.
    [[nodiscard]] QList<QByteArray> takeQueue();
    /// Bytes that wait here and in the socket.
    [[nodiscard]] qint64 backlog() const;
    [[nodiscard]] bool isOverfull() const;

    /// Answers a connect when there is something to say or after a time. Replies to other messages
    /// of the same request go out with it.
    void hold(BusLink &link,
              const QByteArray &connectId,
              const QList<QByteArray> &replies,
              std::chrono::milliseconds time,
              std::chrono::milliseconds advisedTime);
    /// Answers the held connect, if any, before its time.
    void answerNow();
    /// Answers the held connect, if any, with `reconnect: none`, before the client is removed.
    void release();
    /// Tells the client to leave, now or with its next connect. True when it was told.
    bool tellToLeave();
    /// Asks the client to come back anew after a time, now or with its next connect's reply.
    void askToComeBack(std::chrono::milliseconds after);
    /// Whether the client said that it can send its commands as the instance wants it.
    [[nodiscard]] bool supportsCommandFlow() const { return m_supportsCommandFlow; }
    void setSupportsCommandFlow(bool supports) { m_supportsCommandFlow = supports; }
    /// Commands that were taken and are not answered yet.
    [[nodiscard]] int commands() const { return m_commands; }
    void beginCommand() { ++m_commands; }
    void endCommands(int count) { m_commands -= count; }
    /// The client belongs to this HTTP session from now on.
    void bind(const QByteArray &sessionId);

    [[nodiscard]] bool hasConnected() const { return m_hasConnected; }
    [[nodiscard]] bool isLeaving() const { return m_isLeaving; }
    [[nodiscard]] bool isPolling() const; ///< a connect is held over HTTP
    [[nodiscard]] bool carriesOverHttp() const { return m_carriesOverHttp; } ///< the last connect
    /// How long no connect has been held.
    [[nodiscard]] std::chrono::steady_clock::duration silence() const;
    /// The link of the last connect, if it is still there.
    [[nodiscard]] BusLink *carrier() const;

private:
    void flush();
    void sendQueue(const QPointer<BusLink> &to);
    void answer(const QByteArray &connectReply);
    void letGo();

    struct Held
    {
        QPointer<BusLink> link;
        QByteArray connectId;
        QList<QByteArray> replies;
        std::chrono::milliseconds advisedTime;
        QMetaObject::Connection closing;
    };

    QByteArray m_id;
    QByteArray m_browserId;
    QByteArray m_sessionId;
    const DemoSessions &m_sessions;
    const BusWishes &m_wishes;
    std::optional<std::chrono::milliseconds> m_comeBackAfter; // not said yet
    bool m_supportsCommandFlow = false;
    int m_commands = 0;
    QList<Subscription> m_subscriptions;
    QList<QByteArray> m_queue;
    qint64 m_queuedBytes = 0;
    std::optional<Held> m_held;
    QTimer m_holdTimer;
    QPointer<BusLink> m_carrier;
    std::chrono::steady_clock::time_point m_lastHeld = std::chrono::steady_clock::now();
    bool m_hasConnected = false;
    bool m_carriesOverHttp = false;
    bool m_isLeaving = false;
};

} // namespace amb
