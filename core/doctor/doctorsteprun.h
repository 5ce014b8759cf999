// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/busprobe.h"
#include "core/doctor/doctor.h"
#include "core/doctor/doctorreport.h"
#include "core/doctor/masking.h"
#include "core/instance/httpsession.h"
#include "core/transport/cookiejar.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>

#include <memory>

namespace amb {

class HeldConnect;

/// What the steps of one run share.
struct DoctorContext
{
    explicit DoctorContext(DoctorOptions doctorOptions);
    ~DoctorContext();
    Q_DISABLE_COPY_MOVE(DoctorContext)

    DoctorOptions options;
    DoctorFindings findings;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QList<QHostAddress> addresses; ///< of the instance
    HttpSession session;
    SecretFilter secrets;
    std::unique_ptr<WebSocketBus> webSocket; ///< once the upgrade went well
    std::unique_ptr<PollingBus> polling;
    std::unique_ptr<HeldConnect> webSocketHold; ///< both begin with the first step that needs one
    std::unique_ptr<HeldConnect> pollingHold;
    std::chrono::milliseconds advisedHold{std::chrono::seconds(30)}; ///< by the server's advice
    std::chrono::microseconds httpRoundTrip{}; ///< of a plain request, to compare with

    [[nodiscard]] CookieJar &cookies() { return session.cookies(); }
    [[nodiscard]] const CookieJar &cookies() const { return session.cookies(); }
    [[nodiscard]] QUrl site() const { return options.address.site(); }
    [[nodiscard]] std::unique_ptr<HttpProbe> newHttp() const
    {
        return std::make_unique<HttpProbe>(site(), options.network, proxy);
    }
};

/// One step while it runs. It writes what it learns into the context's findings, and what was seen
/// into its report.
class DoctorStepRun : public QObject
{
    Q_OBJECT

public:
    explicit DoctorStepRun(DoctorContext &context)
        : m_context(context)
    { }

    /// finished() follows, never from within the call.
    virtual void start() = 0;
    /// The step's time is over: settle what is known. No finished() follows.
    virtual void giveUp() = 0;
    /// How long the step may take.
    [[nodiscard]] virtual std::chrono::milliseconds limit() const
    {
        return m_context.options.patience;
    }

    [[nodiscard]] const StepReport &report() const { return m_report; }

signals:
    void finished();

protected:
    DoctorContext &context() { return m_context; }
    [[nodiscard]] const DoctorContext &context() const { return m_context; }
    DoctorFindings &findings() { return m_context.findings; }

    void say(StepOutcome outcome, const QString &result)
    {
        m_report.outcome = outcome;
        m_report.result = result;
    }
    void sayDone(const QString &done) { m_report.done = done; }
    void note(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_report.evidence.append({name, value});
    }
    /// An exchange in full: what was sent and what came, or why nothing did.
    void noteExchange(const QString &name, const ProbeAnswer &answer);

private:
    DoctorContext &m_context;
    StepReport m_report;
};

/// What came back in a few words: "HTTP 400 (Bad Request)", "no answer in time".
QString answerText(const ProbeAnswer &answer);

/// "12.3 ms".
QString millisecondsText(std::chrono::microseconds time);

/// Makes the run of a step.
std::unique_ptr<DoctorStepRun> makeStep(DoctorStep step, DoctorContext &context);

} // namespace amb
