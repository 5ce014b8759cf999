// SPDX-License-Identifier: MIT
#pragma once

#include "monitorfixture.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>

namespace amb {

inline DemoOptions shortHold()
{
    DemoOptions demo = MonitorFixture::quietDemo();
    demo.connectHold = std::chrono::milliseconds(300);
    return demo;
}

inline RenewalOptions quickly()
{
    RenewalOptions renewal;
    renewal.shortestLife = std::chrono::milliseconds(0);
    renewal.patience = std::chrono::seconds(5);
    renewal.drain = std::chrono::milliseconds(50);
    renewal.backoff = {std::chrono::milliseconds(50), std::chrono::seconds(1)};
    return renewal;
}

/// A row for each transport, of tests that hold over both.
inline void addBothTransports()
{
    QTest::addColumn<TransportPreference>("transport");
    QTest::newRow("WebSocket") << TransportPreference::WebSocketOnly;
    QTest::newRow("long-polling") << TransportPreference::LongPollingOnly;
}

/// A monitor on an instance whose connects are short, with subscriptions to /demo/one and two.
class RenewalBench : public MonitorFixture
{
public:
    explicit RenewalBench(const DemoOptions &demo = shortHold())
        : MonitorFixture(demo)
    {
        options.renewal = quickly();
    }

    bool start()
    {
        subscribe("/demo/one");
        subscribe("/demo/two/*");
        monitor().start();
        return QTest::qWaitFor(
            [this] { return status().state == ConnectionState::Connected && isSubscribed(); });
    }

    template <typename Function>
    auto ask(Function function)
    {
        decltype(function(std::declval<DemoInstance &>())) result{};
        demo().run([&](DemoInstance &instance) { result = function(instance); });
        return result;
    }

    void expireSessions()
    {
        demo().run([](DemoInstance &instance) { instance.expireSessions(); });
    }

    void wish(const std::function<void(DemoFaults &)> &change)
    {
        demo().run([&change](DemoInstance &instance) {
            DemoFaults faults = instance.faults();
            change(faults);
            instance.setFaults(faults);
        });
    }

    /// How many patterns under /demo/ the instance serves to somebody.
    qsizetype demoSubscriptions()
    {
        return ask([](DemoInstance &instance) {
            const QList<QByteArray> all = instance.subscriptions();
            return std::count_if(all.begin(), all.end(), [](const QByteArray &pattern) {
                return pattern.startsWith("/demo/");
            });
        });
    }

    int clients()
    {
        return ask([](DemoInstance &instance) { return instance.clientCount(); });
    }
    int signIns()
    {
        return ask([](DemoInstance &instance) { return instance.signIns(); });
    }
    int touches()
    {
        return ask([](DemoInstance &instance) { return instance.touches(); });
    }

    bool hasNote(const QString &part)
    {
        const QStringList all = notes();
        return std::any_of(
            all.begin(), all.end(), [&part](const QString &note) { return note.contains(part); });
    }

    bool isHealthy()
    {
        const ConnectionStatus now = status();
        return now.state == ConnectionState::Connected && now.session == SessionStatus::LoggedIn
            && !now.renewing && isSubscribed();
    }

    /// Messages arrive on both channels, each once.
    bool delivers()
    {
        ++m_published;
        const QByteArray number = QByteArray::number(m_published);
        publishFromServer("/demo/one", number);
        publishFromServer("/demo/two/x", number);
        return QTest::qWaitFor([this, number] {
            return received("/demo/one").count(number) == 1
                && received("/demo/two/x").count(number) == 1;
        });
    }

private:
    int m_published = 0;
};

} // namespace amb
