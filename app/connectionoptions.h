// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/monitor.h"
#include "core/result.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

namespace amb {

/// The options that amb-monitor and ambcat share: which instance, and how to reach it.
class ConnectionOptions
{
public:
    /// Adds the options and the positional INSTANCE to a parser.
    static void addTo(QCommandLineParser &parser);

    /// Reads them; Errors are for the terminal, in one line. A bad file names the file.
    static Result<ConnectionOptions> read(const QCommandLineParser &parser);

    [[nodiscard]] bool isDemo() const { return m_faults.has_value(); }
    [[nodiscard]] bool hasInstance() const { return isDemo() || m_hasAddress; }
    [[nodiscard]] const QList<ChannelPattern> &channels() const { return m_channels; }

    /// With --demo: starts the demo instance and points the monitor's options at it. Where no
    /// channel was asked for, withScenario adds those the scenario plays on.
    Result<std::unique_ptr<DemoHost>> startDemo(bool withScenario);

    /// For Monitor::create(); the capture is left to the caller.
    [[nodiscard]] const MonitorOptions &monitor() const { return m_monitor; }

private:
    MonitorOptions m_monitor;
    std::optional<DemoFaults> m_faults;
    QList<ChannelPattern> m_channels;
    bool m_hasAddress = false;
};

/// Rewrites a bare `--demo` to `--demo=`, since QCommandLineParser knows no optional values.
QStringList withOptionalDemoValue(QStringList arguments);

} // namespace amb
