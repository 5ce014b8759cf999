// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/signin.h"
#include "core/monitor.h"
#include "core/monitorlifespan.h"
#include "core/monitorlink.h"
#include "core/monitorsuccession.h"
#include "core/monitortwins.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace amb {

/// The part of a Monitor that lives in its network thread: its link to the instance, and the one
/// that replaces it when the session comes to an end.
class MonitorWorker : public QObject
{
    Q_OBJECT

public:
    MonitorWorker(const MonitorOptions &options, CaptureStore &capture);
    ~MonitorWorker() override;

    void start();
    void stop();
    void reconnect();
    void subscribe(const ChannelPattern &pattern);
    void unsubscribe(const ChannelPattern &pattern);
    void publish(PublishId id, const ChannelName &channel, const QByteArray &data);
    void addNote(NoteKind kind, const QString &text);
    void readTable(TableReadId id, const TableRequest &request);
    void setTransportPreference(TransportPreference preference);
    void tryWebSocketNow();

signals:
    void statusChanged(const amb::ConnectionStatus &status);
    void subscriptionsChanged(const QList<amb::SubscriptionInfo> &subscriptions);
    void published(const amb::PublishOutcome &outcome);
    void tableRead(amb::TableReadId id, const amb::Result<amb::TableRows> &result);
    void signInFailed(const amb::Error &error);
    void browserRequested(const QUrl &url);
    void secretsChanged(const amb::Credentials &credentials);
    void stopped();

private:
    using Clock = MonitorLink::Clock;
    using Reason = MonitorLink::Reason;

    std::unique_ptr<MonitorLink> makeLink(const MonitorLink::Heritage &heritage);
    void listenTo(MonitorLink &link);
    [[nodiscard]] Session &session() { return m_link->session(); }
    void signIn();
    void onSignedIn();
    void onSignInFailed(const Error &error);
    void onSessionStatus();
    void publishStatus();
    void publishStatusSoon();
    void publishSubscriptions();
    void finishStop();

    // The session's life (monitorworkerrenewal.cpp).
    [[nodiscard]] bool canRenew() const;
    void learnFromSignIn(MonitorLink &link);
    void learnFromLoss(const MonitorLink &link, MessageKind kind);
    [[nodiscard]] bool mightBeReaped() const;
    [[nodiscard]] std::chrono::milliseconds precautionAge() const;
    void onSessionLost(MessageKind kind);
    void onSessionBack();
    void onReplacementWished(Reason reason, std::chrono::milliseconds after);
    void scheduleReplacement();
    void replace();
    void onSuccessorReady();
    void onRebound();
    void onSuccessionFailed(const Error &error);
    void giveUpRenewal(const QString &why);
    void noteReplaced(const QString &how);
    void keepTransportSince(ConnectionStatus &status);
    void noteWhatIsMissing(Clock::time_point since);
    void watch(std::unique_ptr<MonitorLink> link);
    void onWitnessRead();
    void onWitnessLost(MessageKind kind);
    void dropWitness();
    void forgetRenewal();
    void dropSuccession();
    void leave(std::unique_ptr<MonitorLink> link, std::chrono::milliseconds after);
    void removeLeft();

    /// A link that is to be replaced, when and why.
    struct Wish
    {
        Reason reason = Reason::Lost;
        Clock::time_point due;
    };

    MonitorOptions m_options;
    CaptureStore &m_capture;
    SignIn m_signIn; // for the first session and for all that follow it
    MonitorTwins m_twins;
    quint32 m_lastSide = 0;
    std::unique_ptr<MonitorLink> m_link;
    std::vector<std::unique_ptr<MonitorLink>> m_leaving; // replaced ones, until they said goodbye
    std::unique_ptr<MonitorSuccession> m_succession;
    // A replaced link without subscriptions: it tells how long its session lives.
    std::unique_ptr<MonitorLink> m_witness;
    bool m_witnessDelivers = false; // its subscriptions are not gone for sure
    MonitorLifespan m_lifespan;
    std::optional<Error> m_signInError;
    std::optional<Wish> m_wish; // of the instance
    bool m_lost = false; // the session ended, and none took its place yet
    bool m_refused = false; // the way of sign-in was refused once: never again by itself
    bool m_rebinds = true; // until it did not help
    int m_failures = 0; // of renewals in a row
    Clock::time_point m_notBefore; // the next renewal
    Reason m_reason = Reason::Lost; // of the renewal that is due or under way
    QString m_renewalTrouble;
    int m_replacements = 0;
    /// Over links that replaced each other.
    struct SameTransport
    {
        TransportType type;
        Timestamp since;
    };
    std::optional<SameTransport> m_sameTransport;
    int m_pastHandshakes = 0; // of links before
    int m_pastGaps = 0;
    QTimer m_renewalTimer;
    bool m_stopping = false;
    bool m_startsAgain = false; // when the goodbye is done
    // Many small changes in one turn of the event loop are one change for the views.
    QTimer m_statusTimer;
    QTimer m_subscriptionsTimer;
};

} // namespace amb
