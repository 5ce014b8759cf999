// SPDX-License-Identifier: MIT
#pragma once

#include "core/monitor.h"
#include "tests/network/peerprocess.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace amb {

/// What must hold with every Bayeux server, over every transport that it offers.
///
/// Each test begins with a monitor and the reference client connected to the server; a subclass
/// says which server and adds what is special to it.
class BayeuxPeerTest : public QObject
{
    Q_OBJECT

protected:
    /// How the monitor may connect, and what shall come of it.
    struct Way
    {
        TransportPreference preference;
        TransportType transport;
    };

    BayeuxPeerTest(QString script, QString path, QList<Way> ways);

    [[nodiscard]] Monitor &monitor() { return *m_monitor; }
    [[nodiscard]] PeerProcess &server() { return *m_server; }
    [[nodiscard]] PeerProcess &reference() { return *m_reference; }
    [[nodiscard]] const Way &way() const;

    void subscribe(const QString &channel);
    PublishId publish(const QString &channel, const QByteArray &data);
    /// "waiting", "pending", "subscribed" or "refused"; empty when not wanted.
    [[nodiscard]] QString subscriptionState(const QString &channel) const;
    /// The events that came so far, each as `<channel> <data>`.
    [[nodiscard]] QStringList deliveries() const;

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void connectsOverTheTransportThatIsOffered();
    void receivesTwoHundredMessagesInOrder();
    void publishesToTheOtherUserAndIsAcknowledged();
    void receivesItsOwnMessage();
    void publishRefusedByTheServerSaysWhy();
    void oneStarMatchesOneSegment();
    void twoStarsMatchManySegments();
    void unsubscribeStopsDelivery();
    void refusedSubscriptionSaysWhy();
    void resubscribesAfterTheServerForgotUs();
    void resubscribesAfterTheServerRestarted();
    void saysGoodbye();

private:
    QString m_script;
    QString m_path;
    QList<Way> m_ways;
    std::unique_ptr<PeerProcess> m_server;
    std::unique_ptr<PeerProcess> m_reference;
    std::unique_ptr<Monitor> m_monitor;
};

} // namespace amb
