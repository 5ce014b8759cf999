// SPDX-License-Identifier: MIT
#include "core/doctor/doctorrun.h"

#include "core/doctor/doctorwords.h"
#include "core/doctor/heldconnect.h"
#include "core/logging.h"

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

/// What stands in the way of all later steps.
bool isReachable(const DoctorFindings &f)
{
    using Proxy = NetworkFindings::Proxy;
    using Trust = TlsFindings::Trust;
    const bool passesProxy = f.network.proxy == Proxy::NotUsed || f.network.proxy == Proxy::Passed;
    const bool passesTls = f.tls.trust == Trust::NotUsed || f.tls.trust == Trust::Trusted;
    return f.network.tcp == NetworkFindings::Tcp::Connected && passesProxy && passesTls;
}

bool isAnswering(const DoctorFindings &f)
{
    return isReachable(f) && f.http.page == HttpFindings::Page::Usual;
}

bool isSignedIn(const DoctorFindings &f)
{
    using SignIn = SessionFindings::SignIn;
    return f.session.signIn == SignIn::Done || f.session.signIn == SignIn::NotAsked;
}

} // namespace

DoctorRun::DoctorRun(DoctorOptions options)
    : m_options(std::move(options))
    , m_left(Doctor::steps())
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_step->disconnect(this);
        m_step->giveUp();
        endStep();
    });
}

DoctorRun::~DoctorRun()
{
    m_step.reset();
}

void DoctorRun::start()
{
    // Asking the system for its proxy may take a while.
    m_context = std::make_unique<DoctorContext>(m_options);
    next();
}

void DoctorRun::next()
{
    if (m_left.isEmpty()) {
        emit finished();
        return;
    }
    const DoctorStep step = m_left.takeFirst();
    const QString why = skipReason(step);
    if (why.isEmpty())
        run(step);
    else
        skip(step, why);
}

void DoctorRun::run(DoctorStep step)
{
    m_current = step;
    m_begun = now();
    m_clock.start();
    emit stepStarted(step);
    m_step = makeStep(step, *m_context);
    connect(m_step.get(), &DoctorStepRun::finished, this, &DoctorRun::endStep);
    m_limit.start(m_step->limit());
    m_step->start();
}

void DoctorRun::skip(DoctorStep step, const QString &why)
{
    StepReport report;
    report.step = step;
    report.outcome = StepOutcome::Skipped;
    report.result = why;
    report.begun = now();
    emitReport(report);
    QMetaObject::invokeMethod(this, &DoctorRun::next, Qt::QueuedConnection);
}

void DoctorRun::endStep()
{
    m_limit.stop();
    StepReport report = m_step->report();
    m_step.release()->deleteLater(); // one of its signals is what brought us here
    report.step = m_current;
    report.begun = m_begun;
    report.took = std::chrono::milliseconds(m_clock.elapsed());
    const bool isTrouble =
        report.outcome == StepOutcome::Failed || report.outcome == StepOutcome::Warning;
    if (isTrouble) {
        const auto verdict = judgeStep(m_current, m_context->findings);
        report.advice = verdict
            ? verdict->advice
            : DoctorAdvice{Words::tr("Unknown from this step alone."),
                           Words::tr("See the evidence, and the steps after this one."),
                           {},
                           {}};
    }
    emitReport(report);
    QMetaObject::invokeMethod(this, &DoctorRun::next, Qt::QueuedConnection);
}

/// Whatever a step forgot to mask does not get out of here.
void DoctorRun::emitReport(StepReport report)
{
    const SecretFilter &secrets = m_context->secrets;
    report.done = secrets.applied(report.done);
    report.result = secrets.applied(report.result);
    for (Evidence &evidence : report.evidence)
        evidence.value = secrets.applied(evidence.value);
    qCDebug(logDoctor) << Doctor::titleOf(report.step) << report.result;
    emit stepFinished(report, m_context->findings);
}

QString DoctorRun::skipReason(DoctorStep step) const
{
    const DoctorFindings &f = m_context->findings;
    const QString below = Words::tr("Not tested, since a step before it failed.");
    const QString notWorking = Words::tr("Not tested, since this transport does not work.");
    const bool opened = m_context->webSocket != nullptr;
    switch (step) {
    case DoctorStep::Lookup:
        return {};
    case DoctorStep::Tcp:
        return f.network.lookup == NetworkFindings::Lookup::NotFound ? below : QString();
    case DoctorStep::Proxy:
        return f.network.tcp == NetworkFindings::Tcp::Connected ? QString() : below;
    case DoctorStep::Tls:
        return f.network.proxy == NetworkFindings::Proxy::NotUsed
                || f.network.proxy == NetworkFindings::Proxy::Passed
            ? QString()
            : below;
    case DoctorStep::Http:
        return isReachable(f) ? QString() : below;
    case DoctorStep::SignIn:
    case DoctorStep::Clock:
        return isAnswering(f) ? QString() : below;
    case DoctorStep::Upgrade:
    case DoctorStep::PollHandshake:
        return isAnswering(f) && isSignedIn(f) ? QString() : below;
    case DoctorStep::Frames:
    case DoctorStep::Handshake:
        return opened ? QString() : notWorking;
    case DoctorStep::Connect:
        return f.webSocket.handshake == BusFindings::Reply::Good ? QString() : notWorking;
    case DoctorStep::Echo:
        return f.webSocket.works() ? QString() : notWorking;
    case DoctorStep::PollEcho:
        return f.polling.works() ? QString() : notWorking;
    case DoctorStep::Latency:
        return f.webSocket.works() || f.polling.works() ? QString() : notWorking;
    case DoctorStep::Hold:
    case DoctorStep::PollHold:
        break;
    }
    if (!m_options.withHold)
        return Words::tr("Not asked for: it takes half a minute.");
    const bool works = step == DoctorStep::Hold ? f.webSocket.works() : f.polling.works();
    return works ? QString() : notWorking;
}

} // namespace amb
