// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/session.h"
#include "core/instance/httpsession.h"
#include "core/instance/signin.h"
#include "core/monitor.h"
#include "core/transport/networktransportfactory.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace amb {

/// The part of a Monitor that lives in its network thread: sign-in, session, sockets.
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
    void signIn();
    void onSignedIn();
    void onSignInFailed(const Error &error);
    void onSessionStatus();
    void onMetaReplied(QByteArrayView ext);
    void publishStatus();
    void publishSubscriptions();
    void finishStop();

    MonitorOptions m_options;
    CaptureStore &m_capture;
    HttpSession m_http;
    NetworkTransportFactory m_factory;
    Session m_session;
    SignIn m_signIn;
    SessionStatus m_sessionStatus = SessionStatus::Unknown;
    std::optional<Timestamp> m_sessionEnds;
    std::optional<Error> m_signInError;
    bool m_stopping = false;
    bool m_startsAgain = false; // when the goodbye is done
    // Many small changes in one turn of the event loop are one change for the views.
    QTimer m_statusTimer;
    QTimer m_subscriptionsTimer;
};

} // namespace amb
