// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demohost.h"
#include "core/instance/profile.h"
#include "core/instance/profilesecrets.h"
#include "core/instance/profilestore.h"
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

    /// Reads them; Errors are for the terminal, in one line. A bad file names the file. An INSTANCE
    /// that is the name of a saved one is that; what is given besides takes the place of what was
    /// saved.
    static Result<ConnectionOptions> read(const QCommandLineParser &parser,
                                          const ProfileStore &store);

    [[nodiscard]] bool isDemo() const { return m_faults.has_value(); }
    [[nodiscard]] bool hasInstance() const { return isDemo() || !m_profile.address.isEmpty(); }
    [[nodiscard]] const QList<ChannelPattern> &channels() const { return m_channels; }
    /// The saved instance, as the options changed it; has an id only where it is a saved one.
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// What people should know of the file of saved instances, or empty.
    [[nodiscard]] const QString &notice() const { return m_notice; }

    /// With --demo: starts the demo instance and points the monitor's options at it. Where no
    /// channel was asked for, withScenario adds those the scenario plays on.
    Result<std::unique_ptr<DemoHost>> startDemo(bool withScenario);

    /// Whether what the saved instance needs to sign in was not given here: complete() brings it.
    [[nodiscard]] bool lacksSecrets() const { return !m_given.suffice(m_profile.signIn.way); }
    /// Takes what was kept; what was given stays. Fails where something is missing still.
    std::optional<Error> complete(const ProfileSecrets &kept);

    /// For Monitor::create(); the capture is left to the caller. Complete where nothing lacks.
    [[nodiscard]] const MonitorOptions &monitor() const { return m_monitor; }

private:
    std::optional<Error> readInstance(const QCommandLineParser &parser, const ProfileStore &store);
    std::optional<Error> readNetwork(const QCommandLineParser &parser);
    std::optional<Error> readSignIn(const QCommandLineParser &parser);
    std::optional<Error> makeMonitor();

    Profile m_profile;
    ProfileSecrets m_given;
    MonitorOptions m_monitor;
    std::optional<DemoFaults> m_faults;
    QList<ChannelPattern> m_channels;
    QString m_notice;
};

/// Rewrites a bare `--demo` to `--demo=`, since QCommandLineParser knows no optional values.
QStringList withOptionalDemoValue(QStringList arguments);

} // namespace amb
