// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/monitor.h"

#include <QByteArrayList>

#include <memory>

/// A demo instance and a monitor that is signed in to it, as a user has them.
class MonitorFixture
{
public:
    /// No scenario plays unless options say so.
    static amb::DemoOptions quietDemo();

    explicit MonitorFixture(const amb::DemoOptions &demo = quietDemo());

    /// What the monitor will be made with; change it before the first monitor().
    amb::MonitorOptions options;

    amb::Monitor &monitor();
    amb::DemoHost &demo() { return m_demo; }
    void setFault(amb::DemoFaults::WebSocket fault, int status = 403);
    void subscribe(const QByteArray &pattern);
    void publishFromServer(const QByteArray &channel, const QByteArray &data);

    [[nodiscard]] bool isConnectedOver(amb::TransportType type);
    /// Every wanted subscription is acknowledged.
    [[nodiscard]] bool isSubscribed();
    [[nodiscard]] amb::ConnectionStatus status() { return monitor().status(); }
    /// The `data` of all events on a channel so far, in order, as JSON texts.
    [[nodiscard]] QByteArrayList received(const QByteArray &channel);
    /// The texts of the monitor's own rows so far.
    [[nodiscard]] QStringList notes();

private:
    amb::DemoHost m_demo;
    std::unique_ptr<amb::Monitor> m_monitor;
};
