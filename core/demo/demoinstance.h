// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demofaults.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace amb {

class DemoTables;

/// How a demo instance behaves from its start.
struct DemoOptions
{
    quint16 port = 0; ///< 0: any free port
    QString password = QStringLiteral("demo"); ///< of the user `demo`
    quint64 seed = 1; ///< the scenario is the same for the same seed
    bool playScenario = true;
    double scenarioSpeed = 1.0; ///< 10.0: ten times as fast
    std::chrono::milliseconds connectHold{std::chrono::seconds(30)};
    /// A client that has held no connect for so long is swept; the next message gets 402.
    std::chrono::milliseconds maxInterval{std::chrono::seconds(15)};
    /// A session made by a REST request is reaped after this, unless it opens /home.do (§ 3.4).
    std::chrono::milliseconds apiSessionLife{std::chrono::seconds(90)};
    bool bindsSessions = true; ///< /amb_session_setup.do does something
    DemoFaults faults;
};

/// A ServiceNow instance's message bus on 127.0.0.1, as strict as a real one (amb.md §§ 1–5), with
/// WebSocket and long-polling at one port, and with faults that can be switched on.
///
/// User `demo`, password `demo`; DemoUsers has more. Lives in one thread; DemoHost runs it in a
/// thread of its own.
class DemoInstance : public QObject
{
    Q_OBJECT

public:
    explicit DemoInstance(const DemoOptions &options = {}, QObject *parent = nullptr);
    ~DemoInstance() override;

    /// Starts to listen. False when the port is taken; errorString() says why.
    bool listen();
    /// Stops listening and cuts all connections, as a crash does. listen() starts it again at the
    /// same port with all clients and sessions forgotten.
    void crash();
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] QUrl url() const; ///< http://127.0.0.1:<port>

    void setFaults(const DemoFaults &faults);
    [[nodiscard]] DemoFaults faults() const;
    void setConnectHold(std::chrono::milliseconds hold); ///< for connects that come from now on

    /// Delivers data (a JSON text) to the subscribers of channel, as a server-side publish does.
    void publish(const QByteArray &channel, const QByteArray &data);
    void forgetClients(); ///< every clientId becomes unknown: 402 on the next message
    void expireSessions(); ///< every HTTP session becomes invalidated; the bus stays up
    void dropConnections(); ///< cuts every TCP connection without a word
    /// An OAuth access token for a user, as another client could have got it.
    QByteArray makeAccessToken(const QString &user);
    void expireAccessTokens();
    void revokeTokens(); ///< OAuth's access and refresh tokens
    /// Makes an HTTP session of the user interface, as a browser has it; its JSESSIONID.
    QByteArray makeSession();
    void tellClientsToLeave(); ///< /meta/disconnect without id, then advice none
    /// Asks every client to come back anew after a time, as a node does that is about to go.
    void hangUp(std::chrono::milliseconds after);
    /// Tells the subscribers of one channel to move to another.
    void redirect(const QByteArray &from, const QByteArray &to);

    /// Plays so much of the scenario at once.
    void play(int happenings);

    /// The channels the scenario plays on, in a sensible order for a first look. Includes one
    /// that is refused and one that stays quiet.
    [[nodiscard]] static QList<QByteArray> scenarioChannels();

    /// Of the application that the instance knows.
    [[nodiscard]] static QString oauthClientId();
    [[nodiscard]] static QString oauthClientSecret();

    // What tests look at.
    [[nodiscard]] const DemoTables &tables() const;
    [[nodiscard]] int handshakes() const; ///< successful ones
    [[nodiscard]] int upgradeAttempts() const; ///< requests to upgrade, also refused ones
    [[nodiscard]] int openWebSockets() const;
    [[nodiscard]] int heldPolls() const; ///< connects held over long-polling
    [[nodiscard]] int clientCount() const; ///< Bayeux clients known now
    [[nodiscard]] int publishesReceived() const;
    [[nodiscard]] int passwordTries() const; ///< right or wrong, by whatever way
    /// Requests for a path; for all of the site but the bus when it is empty.
    [[nodiscard]] int requests(const QByteArray &path = {}) const;
    [[nodiscard]] int touches() const; ///< empty POSTs that keep an HTTP session alive
    [[nodiscard]] int signIns() const; ///< HTTP sessions that were made for a user
    [[nodiscard]] int refusedSignIns() const; ///< by DemoFaults::refusesPassword
    [[nodiscard]] int binds() const; ///< clients that were moved to another HTTP session
    /// Commands that were refused because there were too many at a time.
    [[nodiscard]] int commandsTooMany() const;
    /// The patterns that any client is subscribed to now, sorted, without duplicates.
    [[nodiscard]] QList<QByteArray> subscriptions() const;

signals:
    void publishReceived(const QByteArray &channel, const QByteArray &data);
    void subscribed(const QByteArray &pattern); ///< a client's subscription was accepted

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace amb
