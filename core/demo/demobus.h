// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/buswishes.h"
#include "core/demo/demofaults.h"
#include "core/demo/unreliabledelivery.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace amb {

class BusClient;
class BusLink;
class ChannelPattern;
class DemoSessions;
struct BusMessage;
struct BusPresence;
struct RecordChange;

/// The Bayeux server of a demo instance: its clients, and who gets what (amb.md §§ 2–6).
class DemoBus : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        std::chrono::milliseconds connectHold{std::chrono::seconds(30)};
        std::chrono::milliseconds maxInterval{std::chrono::seconds(15)};
        bool offersWebSocket = true;
        DemoFaults::Flood flood;
        BusWishes wishes;
        int unreliablePercent = 0; ///< see DemoFaults
    };

    DemoBus(DemoSessions &sessions, const Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// Holds for what comes from now on. A new flood also strikes those who wait for one.
    void setSettings(const Settings &settings);

    /// Handles what a client sent and answers to the link, at once or later.
    void receive(BusLink &link, const QByteArray &body);

    /// Delivers data (a JSON text) to the subscribers of a channel.
    void deliver(const QByteArray &channel,
                 const QByteArray &data,
                 const QString &user,
                 const QByteArray &messageId);
    /// Tells the record watchers whom a change concerns.
    void deliverChange(const RecordChange &change);

    /// Moves a client to another HTTP session. False when there is no such client.
    bool bind(const QByteArray &clientId, const QByteArray &sessionId);
    /// Held connects are answered; the next message of every client is one of an unknown client.
    void forgetClients();
    void tellClientsToLeave();
    /// Asks every client to come back anew after a time: the node is about to go (amb.md § 2.1).
    void hangUp(std::chrono::milliseconds after);
    /// Tells the subscribers of one channel to move to another (amb.md § 5.2).
    void redirect(const QByteArray &from, const QByteArray &to);

    [[nodiscard]] qsizetype clientCount() const { return m_clients.size(); }
    [[nodiscard]] qsizetype heldPolls() const;
    /// Commands that were refused because there were too many at a time.
    [[nodiscard]] int commandsTooMany() const { return m_commandsTooMany; }
    [[nodiscard]] QList<QByteArray> subscriptions() const; ///< sorted, each once
    /// Who has subscribed to what, in the order of clients and patterns.
    [[nodiscard]] QList<BusPresence> presences() const;
    /// Whether somebody has subscribed to something and has connected.
    [[nodiscard]] bool hasAudience() const;

signals:
    void handshaken();
    void subscribed(const QByteArray &pattern);
    void published(const QByteArray &channel, const QByteArray &data);
    /// A client that has connected has a subscription.
    void audienceCame();

private:
    /// What came together and is answered together.
    struct Batch
    {
        BusLink &link;
        QList<QByteArray> replies;
        QPointer<BusClient> client; // whose events may travel with the replies
        bool connects = false;
        QByteArray connectId;
        std::chrono::milliseconds hold{};
        int commands = 0;
    };

    void handle(Batch &batch, const BusMessage &message);
    QByteArray handshake(BusLink &link, const BusMessage &message);
    void connectClient(Batch &batch, const BusMessage &message);
    void takeCommand(Batch &batch, BusClient &client, const BusMessage &message);
    QByteArray command(BusLink &link, BusClient &client, const BusMessage &message);
    QByteArray subscribe(BusLink &link, BusClient &client, const BusMessage &message);
    static QByteArray unsubscribe(BusClient &client, const BusMessage &message);
    QByteArray publish(BusLink &link, const BusMessage &message);
    QByteArray disconnectClient(BusClient &client, const BusMessage &message);
    void finish(Batch &batch);
    BusClient *clientOf(const BusLink &link, const QByteArray &clientId) const;
    void tellWatcher(BusClient &client, const QByteArray &message);
    void startFlood(BusClient &client) const;
    void remove(BusClient &client);
    void sweep();

    DemoSessions &m_sessions;
    Settings m_settings;
    QHash<QByteArray, BusClient *> m_clients; // children of this
    QHash<QByteArray, UnreliableDelivery> m_unreliable; // by client
    QTimer m_sweepTimer;
    int m_busyFor = 0; // commands that are still to be refused
    int m_commandsTooMany = 0;
};

} // namespace amb
