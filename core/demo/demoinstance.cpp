// SPDX-License-Identifier: MIT
#include "core/demo/demoinstance.h"

#include "core/demo/demobus.h"
#include "core/demo/demooauth.h"
#include "core/demo/demopages.h"
#include "core/demo/demoscenario.h"
#include "core/demo/demosessions.h"
#include "core/demo/demosite.h"
#include "core/demo/demoworld.h"
#include "core/demo/httpconnection.h"
#include "core/demo/httpexchange.h"
#include "core/demo/upgraderules.h"
#include "core/demo/websocketlink.h"
#include "core/logging.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <array>
#include <optional>

namespace amb {

namespace {

bool isBayeuxPath(const QByteArray &path)
{
    constexpr std::array<QByteArrayView, 5> paths{
        "/amb", "/amb/", "/amb/handshake", "/amb/connect", "/amb/disconnect"};
    return std::ranges::find(paths, QByteArrayView(path)) != paths.end();
}

DemoBus::Settings busSettings(const DemoOptions &options, const DemoFaults &faults)
{
    const bool offersWebSocket = faults.webSocket != DemoFaults::WebSocket::Off
        && faults.webSocket != DemoFaults::WebSocket::NotOffered;
    return {options.connectHold,
            options.maxInterval,
            offersWebSocket,
            faults.flood,
            faults.bus,
            faults.unreliablePercent};
}

SessionLives sessionLives(const DemoOptions &options, const DemoFaults &faults)
{
    return {std::chrono::minutes(30),
            faults.reapAfter.count() > 0 ? faults.reapAfter : options.apiSessionLife,
            faults.sessionExpiry,
            !faults.reapsPages};
}

} // namespace

class DemoInstance::Private : public QObject
{
public:
    Private(DemoInstance *instance, const DemoOptions &demoOptions);
    ~Private() override;
    Q_DISABLE_COPY_MOVE(Private)

    void acceptConnections();
    void takeRequest(HttpConnection &connection, const HttpRequest &request);
    std::optional<HttpResponse> faultyReply(const HttpRequest &request);
    [[nodiscard]] HttpResponse withNode(HttpResponse response) const;
    void takeBayeux(HttpConnection &connection, const HttpRequest &request);
    void takeUpgrade(HttpConnection &connection, const HttpRequest &request);
    void acceptWebSockets();
    void cutConnections() const;
    void applyFaults();
    void scheduleScenario();
    void playScenario();
    void playNext();

    DemoOptions options;
    DemoFaults faults;
    DemoSessions sessions;
    DemoScenario scenario;
    DemoBus bus;
    DemoSite site;
    QTcpServer tcpServer;
    QWebSocketServer webSocketServer;
    QTimer scenarioTimer;
    QTimer dropTimer;
    QTimer hangUpTimer;
    QList<HttpConnection *> connections; // children of this
    QList<WebSocketLink *> webSockets; // children of this
    QHash<quint16, QByteArray> upgrading; // HTTP sessions by the client's port
    int handshakes = 0;
    int upgradeAttempts = 0;
    int publishes = 0;
    int touches = 0;
    int refusedSignIns = 0;
    int binds = 0;
};

DemoInstance::Private::Private(DemoInstance *instance, const DemoOptions &demoOptions)
    : QObject(instance)
    , options(demoOptions)
    , faults(demoOptions.faults)
    , sessions(sessionLives(demoOptions, faults))
    , scenario(demoOptions.seed)
    , bus(sessions, busSettings(demoOptions, faults), this)
    , site(sessions,
           TableApi(scenario.tables(), [this] { return bus.presences(); }),
           [this](const QByteArray &clientId, const QByteArray &sessionId) {
               const bool isBound = options.bindsSessions && bus.bind(clientId, sessionId);
               binds += isBound ? 1 : 0;
               return isBound;
           })
    , tcpServer(this)
    , webSocketServer(QStringLiteral("demo instance"), QWebSocketServer::NonSecureMode, this)
    , scenarioTimer(this)
    , dropTimer(this)
    , hangUpTimer(this)
{
    site.setDemoPassword(demoOptions.password);
    connect(&tcpServer, &QTcpServer::newConnection, this, &Private::acceptConnections);
    connect(&webSocketServer, &QWebSocketServer::newConnection, this, &Private::acceptWebSockets);
    connect(&dropTimer, &QTimer::timeout, this, &Private::cutConnections);
    connect(&hangUpTimer, &QTimer::timeout, this, [this] { bus.hangUp(std::chrono::seconds(1)); });
    scenarioTimer.setSingleShot(true);
    scenarioTimer.setTimerType(Qt::PreciseTimer);
    connect(&scenarioTimer, &QTimer::timeout, this, &Private::playScenario);
    connect(&bus, &DemoBus::audienceCame, this, &Private::scheduleScenario);
    connect(&bus, &DemoBus::handshaken, this, [this] { ++handshakes; });
    connect(&bus, &DemoBus::subscribed, instance, &DemoInstance::subscribed);
    connect(&bus,
            &DemoBus::published,
            instance,
            [this, instance](const QByteArray &channel, const QByteArray &data) {
                ++publishes;
                emit instance->publishReceived(channel, data);
            });
    applyFaults();
}

DemoInstance::Private::~Private()
{
    cutConnections(); // while there still is somebody to hear that they end
}

void DemoInstance::Private::acceptConnections()
{
    while (QTcpSocket *socket = tcpServer.nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        connection->setClockSkew(faults.clockSkew);
        connections += connection;
        connect(
            connection,
            &HttpConnection::received,
            this,
            [this, connection](const HttpRequest &request) { takeRequest(*connection, request); });
        connect(
            connection,
            &HttpConnection::upgradeRequested,
            this,
            [this, connection](const HttpRequest &request) { takeUpgrade(*connection, request); });
        connect(connection, &HttpConnection::closed, this, [this, connection] {
            connections.removeOne(connection);
            connection->deleteLater();
        });
    }
}

void DemoInstance::Private::takeRequest(HttpConnection &connection, const HttpRequest &request)
{
    const bool isHibernating = faults.signIn.mode == SignInFaults::Mode::Hibernating;
    if (!isHibernating && isBayeuxPath(request.path))
        takeBayeux(connection, request);
    else if (const auto reply = faultyReply(request))
        connection.respond(*reply, faults.slowReplies);
    else
        connection.respond(withNode(site.handle(request)), faults.slowReplies);
}

/// A new session tells the scripts of a page at which node it is (amb.md § 1.5).
HttpResponse DemoInstance::Private::withNode(HttpResponse response) const
{
    const bool setsSession = std::ranges::any_of(response.headers, [](const auto &header) {
        return header.second.startsWith("JSESSIONID=");
    });
    if (setsSession && !faults.httpNode.isEmpty())
        response.headers.emplaceBack("Set-Cookie",
                                     "glide_node_id_for_js=" + faults.httpNode + "; Path=/");
    return response;
}

/// What the faults answer in the site's place.
std::optional<HttpResponse> DemoInstance::Private::faultyReply(const HttpRequest &request)
{
    const bool isRest = request.path.startsWith("/api/");
    if (faults.refusesPages && request.path == "/home.do")
        return plainResponse(403, "You have no access to the user interface.");
    if (isRest && faults.refusesPassword && !request.header("authorization").isEmpty()) {
        ++refusedSignIns;
        return plainResponse(401, "User Not Authenticated");
    }
    return std::nullopt;
}

void DemoInstance::Private::takeBayeux(HttpConnection &connection, const HttpRequest &request)
{
    if (request.method != "POST") {
        connection.respond(plainResponse(400, "Unknown Bayeux Transport"), faults.slowReplies);
        return;
    }
    const QByteArray type = request.contentType();
    QByteArray body = request.body;
    if (type == "application/x-www-form-urlencoded") {
        body =
            request.form().queryItemValue(QStringLiteral("message"), QUrl::FullyDecoded).toUtf8();
    } else if (type != "application/json" && type != "text/json") {
        connection.respond(plainResponse(500, "Unknown content type"), faults.slowReplies);
        return;
    }
    auto *exchange = new HttpExchange(connection, request, faults);
    if (body.isEmpty()) {
        // What the browser's client sends to keep the HTTP session alive (session.touch.http).
        sessions.touch(exchange->sessionId());
        ++touches;
        body = "[]";
    }
    bus.receive(*exchange, body);
}

void DemoInstance::Private::takeUpgrade(HttpConnection &connection, const HttpRequest &request)
{
    ++upgradeAttempts;
    if (faults.signIn.mode == SignInFaults::Mode::Hibernating) {
        HttpResponse response = demopages::hibernation();
        response.close = true; // the request is not read
        connection.respond(response, faults.slowReplies);
        return;
    }
    if (const auto refusal = refusalOfUpgrade(request, faults)) {
        connection.respond(*refusal, faults.slowReplies);
        return;
    }
    if (faults.webSocket == DemoFaults::WebSocket::Hang) {
        connection.sendAndHang({});
        return;
    }
    if (faults.webSocket == DemoFaults::WebSocket::NoAccept) {
        connection.sendAndHang("HTTP/1.1 101 Switching Protocols\r\n"
                               "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        return;
    }
    QTcpSocket *socket = connection.release();
    connections.removeOne(&connection);
    connection.deleteLater();
    socket->setParent(&tcpServer);
    upgrading.insert(socket->peerPort(), request.cookie("JSESSIONID"));
    webSocketServer.handleConnection(socket);
}

void DemoInstance::Private::acceptWebSockets()
{
    while (QWebSocket *socket = webSocketServer.nextPendingConnection()) {
        auto *link = new WebSocketLink(socket, upgrading.take(socket->peerPort()), faults, this);
        webSockets += link;
        connect(link, &WebSocketLink::received, this, [this, link](const QByteArray &frame) {
            bus.receive(*link, frame);
        });
        connect(link, &WebSocketLink::closed, this, [this, link] {
            webSockets.removeOne(link);
            link->deleteLater();
        });
    }
}

void DemoInstance::Private::cutConnections() const
{
    // The lists change while connections end.
    const QList<HttpConnection *> openConnections = connections;
    const QList<WebSocketLink *> openWebSockets = webSockets;
    for (HttpConnection *connection : openConnections)
        connection->abort();
    for (WebSocketLink *link : openWebSockets)
        link->abort();
}

void DemoInstance::Private::applyFaults()
{
    bus.setSettings(busSettings(options, faults));
    site.setFaults(faults.signIn);
    sessions.setLives(sessionLives(options, faults));
    const auto repeat = [](QTimer &timer, std::chrono::milliseconds every) {
        if (every.count() > 0)
            timer.start(every);
        else
            timer.stop();
    };
    repeat(dropTimer, faults.dropEvery);
    repeat(hangUpTimer, faults.hangUpEvery);
}

void DemoInstance::Private::scheduleScenario()
{
    if (!options.playScenario || scenarioTimer.isActive() || options.scenarioSpeed <= 0)
        return;
    const std::chrono::duration<double, std::milli> delay = scenario.delay();
    scenarioTimer.start(
        std::chrono::duration_cast<std::chrono::milliseconds>(delay / options.scenarioSpeed));
}

void DemoInstance::Private::playScenario()
{
    playNext();
    if (bus.hasAudience()) // else it waits for the next one who listens
        scheduleScenario();
}

void DemoInstance::Private::playNext()
{
    const DemoHappening happening = scenario.next();
    if (const auto *change = std::get_if<RecordChange>(&happening)) {
        bus.deliverChange(*change);
    } else {
        const auto &message = std::get<DemoMessage>(happening);
        bus.deliver(message.channel, message.data, message.user, message.messageId);
    }
}

DemoInstance::DemoInstance(const DemoOptions &options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, options))
{ }

DemoInstance::~DemoInstance() = default;

bool DemoInstance::listen()
{
    if (!m_d->tcpServer.listen(QHostAddress::LocalHost, m_d->options.port))
        return false;
    m_d->options.port = m_d->tcpServer.serverPort();
    qCInfo(logDemo) << "listening at" << url().toString();
    return true;
}

void DemoInstance::crash()
{
    m_d->tcpServer.close();
    m_d->cutConnections();
    m_d->bus.forgetClients();
    m_d->sessions.forgetAll();
    m_d->scenarioTimer.stop();
}

QString DemoInstance::errorString() const
{
    return m_d->tcpServer.errorString();
}

QUrl DemoInstance::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_d->options.port);
    return url;
}

void DemoInstance::setFaults(const DemoFaults &faults)
{
    m_d->faults = faults;
    m_d->applyFaults();
}

DemoFaults DemoInstance::faults() const
{
    return m_d->faults;
}

void DemoInstance::setConnectHold(std::chrono::milliseconds hold)
{
    m_d->options.connectHold = hold;
    m_d->bus.setSettings(busSettings(m_d->options, m_d->faults));
}

void DemoInstance::publish(const QByteArray &channel, const QByteArray &data)
{
    m_d->bus.deliver(channel, data, QStringLiteral("system"), randomText(32, "0123456789abcdef"));
}

void DemoInstance::forgetClients()
{
    m_d->bus.forgetClients();
}

void DemoInstance::expireSessions()
{
    m_d->sessions.invalidateAll();
}

void DemoInstance::dropConnections()
{
    m_d->cutConnections();
}

QByteArray DemoInstance::makeAccessToken(const QString &user)
{
    return m_d->site.oauth().makeAccessToken(user);
}

void DemoInstance::expireAccessTokens()
{
    m_d->site.oauth().expireAccessTokens();
}

void DemoInstance::revokeTokens()
{
    m_d->site.oauth().revokeAll();
}

QString DemoInstance::oauthClientId()
{
    return QString::fromLatin1(DemoOAuth::clientId);
}

QString DemoInstance::oauthClientSecret()
{
    return QString::fromLatin1(DemoOAuth::clientSecret);
}

void DemoInstance::tellClientsToLeave()
{
    m_d->bus.tellClientsToLeave();
}

void DemoInstance::hangUp(std::chrono::milliseconds after)
{
    m_d->bus.hangUp(after);
}

void DemoInstance::redirect(const QByteArray &from, const QByteArray &to)
{
    m_d->bus.redirect(from, to);
}

void DemoInstance::play(int happenings)
{
    for (int i = 0; i < happenings; ++i)
        m_d->playNext();
}

const DemoTables &DemoInstance::tables() const
{
    return m_d->scenario.tables();
}

QList<QByteArray> DemoInstance::scenarioChannels()
{
    return DemoScenario::channels();
}

int DemoInstance::handshakes() const
{
    return m_d->handshakes;
}

int DemoInstance::upgradeAttempts() const
{
    return m_d->upgradeAttempts;
}

int DemoInstance::openWebSockets() const
{
    return int(m_d->webSockets.size());
}

int DemoInstance::heldPolls() const
{
    return int(m_d->bus.heldPolls());
}

int DemoInstance::clientCount() const
{
    return int(m_d->bus.clientCount());
}

int DemoInstance::publishesReceived() const
{
    return m_d->publishes;
}

int DemoInstance::passwordTries() const
{
    return m_d->site.users().tries();
}

int DemoInstance::requests(const QByteArray &path) const
{
    return m_d->site.requests(path);
}

int DemoInstance::touches() const
{
    return m_d->touches;
}

int DemoInstance::signIns() const
{
    return m_d->sessions.made();
}

int DemoInstance::refusedSignIns() const
{
    return m_d->refusedSignIns;
}

QByteArray DemoInstance::makeSession()
{
    return m_d->sessions.create(DemoSessions::Kind::Ui, DemoWorld::demoUser().userName).id;
}

int DemoInstance::binds() const
{
    return m_d->binds;
}

int DemoInstance::commandsTooMany() const
{
    return m_d->bus.commandsTooMany();
}

QList<QByteArray> DemoInstance::subscriptions() const
{
    return m_d->bus.subscriptions();
}

} // namespace amb
