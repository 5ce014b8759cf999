// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/advice.h"
#include "core/bayeux/commandflow.h"
#include "core/bayeux/dialect.h"
#include "core/bayeux/exchange.h"
#include "core/bayeux/recovery.h"
#include "core/bayeux/sessionnote.h"
#include "core/bayeux/subscriptions.h"
#include "core/connectionstatus.h"
#include "core/transport/transportchoice.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace amb {

class WebSocketTrial;

/// Everything a Session needs to know before it starts.
struct SessionOptions
{
    QByteArray handshakeExt; ///< a JSON object for the handshake's `ext`, or empty
    bool acknowledge = false; ///< CometD's ack extension
    std::chrono::milliseconds networkDelay{std::chrono::seconds(10)};
    /// How long a link may take to replace a working WebSocket before long-polling is used.
    std::chrono::milliseconds reopenPatience{std::chrono::seconds(3)};
    /// How long the goodbye may take.
    std::chrono::milliseconds goodbyePatience{800};
    Backoff backoff;
    TransportChoice::Limits choice;
    TransportPreference preference = TransportPreference::Automatic;
    /// What is known of the endpoint's transports from a session before; it goes with a preference
    /// and limits of its own.
    std::optional<TransportChoice> inheritedChoice;
    CommandLimits commands; ///< where the server does not say otherwise
    Dialect dialect;
};

/// A Bayeux session: a table of legal moves (sessionmoves.h) with one writer, over a link that
/// Exchange carries, on the transport that TransportChoice names.
///
/// Exactly one connect is outstanding. Wanted subscriptions survive everything: they are asked for
/// after the first connect of every new client (amb.md § 5.1): in one batch, or as slowly as the
/// server wants it. Slots may call any
/// function: signals are emitted when the state is settled, but for metaReplied().
class Session : public QObject
{
    Q_OBJECT

public:
    Session(TransportFactory &factory,
            RecordSink &sink,
            SessionOptions options,
            QObject *parent = nullptr);
    ~Session() override;

    void start(); ///< handshakes; only from Disconnected, or to end a wait
    void stop(); ///< says goodbye where possible; ends in Disconnected
    void subscribe(const ChannelPattern &pattern);
    void unsubscribe(const ChannelPattern &pattern);
    /// Takes all subscriptions back from the server, but keeps them wanted, with words why. None is
    /// asked for until resubscribe() or a new client.
    void suspendSubscriptions(const QString &why);
    /// Asks for all wanted subscriptions anew.
    void resubscribe();
    /// Takes the place of a session that was served until now, without a gap.
    void continueFrom(const Session &before);
    /// Says goodbye and ends for good: nothing is tried again until start().
    void leave(const QString &why);
    /// After too many handshakes over WebSocket the next failure leads to long-polling.
    void limitHandshakes(bool limits) { m_choice.limitHandshakes(limits); }
    /// Sends at once or fails: published() follows in either case, and never a second send.
    void publish(PublishId id, const ChannelName &channel, const QByteArray &data);
    void setPreference(TransportPreference preference);
    void tryWebSocketNow();

    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] const TransportChoice &choice() const { return m_choice; }
    [[nodiscard]] const QList<SubscriptionInfo> &subscriptions() const;
    /// No wanted subscription waits for an answer.
    [[nodiscard]] bool isSettled() const;
    /// Adds a row of the monitor's own to the record.
    void note(NoteKind kind, const QString &text, int httpStatus = 0);
    /// The same for a gap, which is counted.
    void noteGap(const QString &text);

signals:
    void statusChanged();
    void subscriptionsChanged();
    void published(const amb::PublishOutcome &outcome);
    /// A handshake or connect, says kind, was answered; ext is the reply's, raw, and may be empty.
    void metaReplied(QByteArrayView ext, amb::MessageKind kind);

private:
    using Clock = std::chrono::steady_clock;

    // The state, sessionmoves.h says which moves are legal.
    void moveTo(ConnectionState next);
    void enter(ConnectionState state);
    void enterHandshaking();
    void enterDisconnecting();
    void enterDisconnected();
    void waitFor(const Recovery &recovery);
    void endForGood(const QString &why, int httpStatus = 0);

    static QString nameOf(TransportType type);
    static QString wordsOf(QByteArrayView text); ///< of a server, fit to be shown

    // Requests.
    void sendConnect(bool immediate);
    QByteArray connectExt() const;
    std::chrono::milliseconds connectPatience(bool immediate) const;
    void sendNextConnect();
    void goOn();

    // What comes back.
    void onReplied(const PendingRequest &request, const Envelope &reply);
    void onUnasked(const Envelope &message, MessageKind kind);
    void onRequestsFailed(const std::vector<PendingRequest> &requests,
                          const TransportFailure &failure);
    void onLinkFailed(const std::vector<PendingRequest> &requests, const TransportFailure &failure);
    void takeHandshake(const Envelope &reply);
    void takeConnect(const Envelope &reply);
    void connectSucceeded();
    void takePublish(const PendingRequest &request, const Envelope &reply);
    [[nodiscard]] RefusalWords explain(const Envelope &reply) const;
    void failPublishes(const std::vector<PendingRequest> &requests, const QString &why);
    void negotiate(const Envelope &reply);

    // Subscriptions.
    void sendCommands();
    void wakeForCommands();
    void beginCommands(const Envelope &handshakeReply);
    void takeSubscribe(const PendingRequest &request, const Envelope &reply);
    void takeUnsubscribe(const PendingRequest &request, const Envelope &reply);
    [[nodiscard]] bool isServed(const ChannelPattern &pattern) const;
    std::optional<std::chrono::milliseconds> retryPause(const ChannelPattern &pattern,
                                                        const Envelope &reply);
    void onRedirect(const Envelope &event);
    void forgetRequests(const std::vector<PendingRequest> &requests);
    void forgetSubscriptions();

    // Trouble and recovery.
    void webSocketFailed(const TransportFailure &failure);
    void longPollingFailed(Trouble::Stage stage, const TransportFailure &failure);
    void refusedByReply(Trouble::Stage stage, const Envelope &reply);
    void refused(Trouble::Stage stage, const QString &words, bool isUnknownClient = false);
    void recoverFrom(Trouble trouble);
    void fallBack();
    void setTrouble(const QString &text, int httpStatus);
    [[nodiscard]] TransportChoice::Stage webSocketStage() const;

    // WebSocket beside a running poll.
    void startTrial();
    void onTrialHeld();
    void onTrialFailed(const TransportFailure &failure);
    void dropTrial();
    void onReopenTimeout();
    void moveOver();
    void scheduleTrial();

    void updateChoice();
    void changed() { emit statusChanged(); }

    RecordSink &m_sink;
    TransportFactory &m_factory;
    SessionOptions m_options;
    TransportChoice m_choice;
    RequestBuilder m_builder;
    Exchange m_exchange;
    Subscriptions m_subscriptions;
    QList<ChannelPattern> m_unwanted; // the server still serves them to this client
    CommandFlow m_flow;
    std::optional<SubscriptionInfo> m_redirects; // the channel of the server's wishes
    bool m_suspended = false; // no subscription is asked for
    QString m_whySuspended;
    ConnectionStatus m_status;
    Advice m_advice;
    QByteArray m_clientId;
    QByteArray m_connectId; // the outstanding connect; empty: none
    std::optional<qint64> m_acknowledged; // ack extension, when the server takes part
    int m_failures = 0; // handshakes or connects in a row
    int m_handshakesInVain = 0;
    std::optional<Clock::time_point> m_unconnectedSince;
    std::optional<Clock::time_point> m_connectSent;
    bool m_carried = false; // a connect was answered over the present link
    bool m_reopening = false; // the present link replaces a working WebSocket
    bool m_immediate = false; // the outstanding connect asks for an answer at once
    bool m_answersPromptly = false; // this server obeys advice.timeout 0
    bool m_wasConnected = false; // since start(): from then on a new client means a gap
    bool m_moving = false; // the first connect over an adopted WebSocket is on its way
    std::unique_ptr<Transport> m_candidate; // an open WebSocket that waits for the poll to end
    std::unique_ptr<WebSocketTrial> m_trial;
    bool m_restart = false; // handshake again after the goodbye
    QTimer m_wait;
    QTimer m_pause; // advice.interval between two connects
    QTimer m_reopenLimit;
    QTimer m_trialTimer;
    QTimer m_commandTimer; // until more commands may go out
    Recovery::Action m_afterWait = Recovery::Action::Handshake;
};

} // namespace amb
