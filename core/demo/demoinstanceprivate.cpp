// SPDX-License-Identifier: MIT
#include "core/demo/demoinstanceprivate.h"

#include "core/demo/demopages.h"
#include "core/demo/demoworld.h"
#include "core/demo/httpconnection.h"
#include "core/demo/upgraderules.h"
#include "core/demo/websocketlink.h"
#include "core/logging.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <array>

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
    applyBusSettings();
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

void DemoInstance::Private::applyBusSettings()
{
    bus.setSettings(busSettings(options, faults));
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

} // namespace amb
