// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demobus.h"
#include "core/demo/demoinstance.h"
#include "core/demo/demoscenario.h"
#include "core/demo/demosessions.h"
#include "core/demo/demosite.h"
#include "core/demo/httpexchange.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>
#include <QWebSocketServer>

#include <optional>

namespace amb {

class HttpConnection;
class WebSocketLink;

/// The server behind a demo instance: takes connections, tells requests of the site, of the bus and
/// upgrades apart, and misbehaves as the faults say.
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
    void applyBusSettings();
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

} // namespace amb
