// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorreport.h"
#include "core/instance/credentials.h"
#include "core/instance/instanceaddress.h"
#include "core/transport/networksettings.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>
#include <optional>

namespace amb {

class DoctorRun;

/// What a run is about.
struct DoctorOptions
{
    InstanceAddress address;
    Credentials credentials;
    NetworkSettings network;
    /// How long each step may take, but for those that hold a connect.
    std::chrono::milliseconds patience{std::chrono::seconds(10)};
    /// Holds one connect over each transport for its full time, half a minute each.
    bool withHold = false;
    /// Where the echo is tried; no instance has a processor for it, so nobody else hears it.
    QByteArray echoChannel = "/demo/doctor";
};

/// The connection doctor: tests the way to an instance step by step, from its name to the messages
/// of its bus, and says what is wrong.
///
/// Lives in the caller's thread and works in one of its own: all functions return at once, and all
/// signals come in the caller's thread.
class Doctor : public QObject
{
    Q_OBJECT

public:
    explicit Doctor(const DoctorOptions &options, QObject *parent = nullptr);
    ~Doctor() override;

    /// Begins a run; no effect while one is under way.
    void start();
    /// Ends the run: finished() is emitted from within the call, with what is known.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    void setWithHold(bool withHold); ///< for the next run
    [[nodiscard]] bool withHold() const { return m_options.withHold; }
    [[nodiscard]] const InstanceAddress &address() const { return m_options.address; }

    /// The report so far; complete after finished().
    [[nodiscard]] const DoctorReport &report() const { return m_report; }

    /// All steps in their order.
    [[nodiscard]] static QList<DoctorStep> steps();
    [[nodiscard]] static QString titleOf(DoctorStep step);

signals:
    void stepStarted(amb::DoctorStep step);
    void stepFinished(const amb::StepReport &report);
    void finished(const amb::DoctorReport &report);

private:
    void conclude();
    void dropRun();

    DoctorOptions m_options;
    DoctorReport m_report;
    DoctorFindings m_findings; ///< as far as they have come
    std::optional<DoctorStep> m_current;
    Timestamp m_currentBegun{};
    std::unique_ptr<QObject> m_ears; ///< hears the run under way
    bool m_isRunning = false;
    QThread m_thread;
    DoctorRun *m_run = nullptr; ///< lives in m_thread
};

} // namespace amb
