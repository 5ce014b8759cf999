// SPDX-License-Identifier: MIT
#include "core/doctor/doctor.h"

#include "core/doctor/doctorrun.h"

namespace amb {

Doctor::Doctor(const DoctorOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    qRegisterMetaType<DoctorStep>();
    qRegisterMetaType<StepReport>();
    qRegisterMetaType<DoctorReport>();
    qRegisterMetaType<DoctorFindings>();
    m_thread.setObjectName(QStringLiteral("amb doctor"));
    m_thread.start();
}

Doctor::~Doctor()
{
    dropRun();
    m_thread.quit();
    m_thread.wait();
}

void Doctor::start()
{
    if (m_isRunning)
        return;
    dropRun();
    m_isRunning = true;
    m_current.reset();
    m_findings = {};
    m_findings.host = m_options.address.displayName();
    m_report = {};
    m_report.host = m_findings.host;
    m_report.address = m_options.address.bayeuxUrl().toString(QUrl::RemoveUserInfo);
    m_report.begun = now();
    m_run = std::make_unique<DoctorRun>(m_options).release(); // deleted in its thread
    m_run->moveToThread(&m_thread);
    // The context object takes the connections with it: a run that was dropped is not heard.
    m_ears = std::make_unique<QObject>();
    connect(m_run, &DoctorRun::stepStarted, m_ears.get(), [this](DoctorStep step) {
        m_current = step;
        m_currentBegun = now();
        emit stepStarted(step);
    });
    connect(m_run,
            &DoctorRun::stepFinished,
            m_ears.get(),
            [this](const StepReport &report, const DoctorFindings &findings) {
                m_current.reset();
                m_findings = findings;
                m_report.steps.append(report);
                emit stepFinished(report);
            });
    connect(m_run, &DoctorRun::finished, m_ears.get(), [this] { conclude(); });
    QMetaObject::invokeMethod(m_run, &DoctorRun::start, Qt::QueuedConnection);
}

void Doctor::stop()
{
    if (!m_isRunning)
        return;
    dropRun();
    m_findings.wasStopped = true;
    if (m_current) {
        StepReport report;
        report.step = *m_current;
        report.outcome = StepOutcome::Stopped;
        report.result = tr("Stopped.");
        report.begun = m_currentBegun;
        report.took = std::chrono::duration_cast<std::chrono::milliseconds>(now() - m_currentBegun);
        m_report.steps.append(report);
        emit stepFinished(report);
    }
    conclude();
}

void Doctor::setWithHold(bool withHold)
{
    m_options.withHold = withHold;
}

void Doctor::conclude()
{
    m_isRunning = false;
    m_report.took = std::chrono::duration_cast<std::chrono::milliseconds>(now() - m_report.begun);
    m_report.verdict = judge(m_findings);
    emit finished(m_report);
}

void Doctor::dropRun()
{
    m_ears.reset();
    if (m_run)
        std::exchange(m_run, nullptr)->deleteLater();
}

QList<DoctorStep> Doctor::steps()
{
    QList<DoctorStep> all;
    for (int step = 0; step <= int(DoctorStep::PollHold); ++step)
        all.append(DoctorStep(step));
    return all;
}

QString Doctor::titleOf(DoctorStep step)
{
    switch (step) {
    case DoctorStep::Lookup:
        return tr("Address and DNS");
    case DoctorStep::Tcp:
        return tr("TCP connection");
    case DoctorStep::Proxy:
        return tr("Proxy");
    case DoctorStep::Tls:
        return tr("TLS and certificates");
    case DoctorStep::Http:
        return tr("HTTP to the instance");
    case DoctorStep::SignIn:
        return tr("Sign-in and cookies");
    case DoctorStep::Upgrade:
        return tr("WebSocket: upgrade");
    case DoctorStep::Frames:
        return tr("WebSocket: frames both ways");
    case DoctorStep::Handshake:
        return tr("WebSocket: Bayeux handshake");
    case DoctorStep::Connect:
        return tr("WebSocket: first connect");
    case DoctorStep::Echo:
        return tr("WebSocket: subscribe and echo");
    case DoctorStep::PollHandshake:
        return tr("Long-polling: handshake and connect");
    case DoctorStep::PollEcho:
        return tr("Long-polling: subscribe and echo");
    case DoctorStep::Clock:
        return tr("Clock");
    case DoctorStep::Latency:
        return tr("Round trips");
    case DoctorStep::Hold:
        return tr("WebSocket: quiet connection");
    case DoctorStep::PollHold:
        return tr("Long-polling: held poll");
    }
    return {};
}

} // namespace amb
