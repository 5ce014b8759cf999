// SPDX-License-Identifier: MIT
#include "core/doctor/doctorsteprun.h"

#include "core/doctor/doctorwords.h"
#include "core/doctor/heldconnect.h"
#include "core/doctor/steps.h"
#include "core/statusphrase.h"
#include "core/transport/networksetup.h"

#include <QLocale>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

/// Hosts of ServiceNow's own cloud.
bool isHosted(const QString &host)
{
    return host.endsWith(".service-now.com"_L1, Qt::CaseInsensitive)
        || host.endsWith(".servicenowservices.com"_L1, Qt::CaseInsensitive);
}

} // namespace

DoctorContext::DoctorContext(DoctorOptions doctorOptions)
    : options(std::move(doctorOptions))
    , session(options.address, options.network, options.patience)
{
    findings.host = options.address.displayName();
    findings.isHosted = isHosted(site().host());
    proxy = proxyFor(options.network, site());
    if (proxy.type() != QNetworkProxy::NoProxy) {
        findings.network.proxyName = u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
        findings.network.hasProxyCredentials = !proxy.user().isEmpty();
        secrets.add((proxy.user() + u':' + proxy.password()).toUtf8().toBase64());
        secrets.add(proxy.password().toUtf8());
    }
    const Credentials &credentials = options.credentials;
    secrets.add((credentials.user + u':' + credentials.password).toUtf8().toBase64());
    for (const QString &secret : {credentials.password,
                                  credentials.accessToken,
                                  credentials.refreshToken,
                                  credentials.application.clientSecret})
        secrets.add(secret.toUtf8());
    for (const QNetworkCookie &cookie : credentials.cookies)
        secrets.add(cookie.value());
}

DoctorContext::~DoctorContext() = default;

void DoctorStepRun::noteExchange(const QString &name, const ProbeAnswer &answer)
{
    constexpr qsizetype shownOfGoodBody = 200;
    constexpr qsizetype shownOfBody = 600;
    note(Words::tr("%1: request").arg(name), maskedHead(answer.sent));
    QString came = maskedHead(answer.head);
    const QString body =
        maskedBody(answer.body, answer.status == 200 ? shownOfGoodBody : shownOfBody);
    if (!body.isEmpty())
        came += u"\n\n"_s + body;
    if (!answer.isAnswered())
        came = (came + u'\n' + answerText(answer)).trimmed();
    note(Words::tr("%1: answer after %2").arg(name, millisecondsText(answer.took)), came);
}

QString answerText(const ProbeAnswer &answer)
{
    switch (answer.outcome) {
    case ProbeAnswer::Outcome::Answered:
        return answer.status == 101 ? Words::tr("HTTP 101 (Switching Protocols)")
                                    : Words::tr("HTTP %1").arg(statusWithPhrase(answer.status));
    case ProbeAnswer::Outcome::Silent:
        return Words::tr("no answer in time");
    case ProbeAnswer::Outcome::Closed:
        return Words::tr("the connection was closed instead of an answer");
    case ProbeAnswer::Outcome::NotHttp:
        return Words::tr("the answer is not HTTP");
    case ProbeAnswer::Outcome::TlsFailed:
        return Words::tr("no secure connection (%1)").arg(answer.said);
    case ProbeAnswer::Outcome::NoConnection:
        break;
    }
    return Words::tr("no connection (%1)").arg(answer.said);
}

QString millisecondsText(std::chrono::microseconds time)
{
    const double ms = double(time.count()) / 1000;
    return Words::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
}

std::unique_ptr<DoctorStepRun> makeStep(DoctorStep step, DoctorContext &context)
{
    switch (step) {
    case DoctorStep::Lookup:
        return steps::lookup(context);
    case DoctorStep::Tcp:
        return steps::tcp(context);
    case DoctorStep::Proxy:
        return steps::proxy(context);
    case DoctorStep::Tls:
        return steps::tls(context);
    case DoctorStep::Http:
        return steps::http(context);
    case DoctorStep::SignIn:
        return steps::signIn(context);
    case DoctorStep::Upgrade:
        return steps::upgrade(context);
    case DoctorStep::Frames:
        return steps::frames(context);
    case DoctorStep::Handshake:
        return steps::handshake(context, TransportType::WebSocket);
    case DoctorStep::Connect:
        return steps::connect(context);
    case DoctorStep::Echo:
        return steps::echo(context, TransportType::WebSocket);
    case DoctorStep::PollHandshake:
        return steps::handshake(context, TransportType::LongPolling);
    case DoctorStep::PollEcho:
        return steps::echo(context, TransportType::LongPolling);
    case DoctorStep::Clock:
        return steps::clock(context);
    case DoctorStep::Latency:
        return steps::latency(context);
    case DoctorStep::Hold:
        return steps::hold(context, TransportType::WebSocket);
    case DoctorStep::PollHold:
        return steps::hold(context, TransportType::LongPolling);
    }
    return nullptr;
}

} // namespace amb
