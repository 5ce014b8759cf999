// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorfindings.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace amb {

/// The steps of the connection doctor, in their order.
enum class DoctorStep : quint8 {
    Lookup,
    Tcp,
    Proxy,
    Tls,
    Http,
    SignIn,
    Upgrade,
    Frames,
    Handshake,
    Connect,
    Echo,
    PollHandshake,
    PollEcho,
    Clock,
    Latency,
    Hold,
    PollHold,
};

/// What is the matter. Each is told apart by evidence; where that is missing it is Unknown.
enum class Situation : quint8 {
    AllWell,
    HostUnknown,
    NotReachable,
    ProxyFailed,
    ProxyWantsAuthentication,
    ProxyRefuses,
    TlsInspection, ///< a company's proxy or a security program opens TLS
    CertificateExpired,
    CertificateNotYetValid,
    CertificateWrongName,
    UnknownAuthority,
    NoTls,
    NotHttp,
    Hibernating,
    Maintenance,
    Portal, ///< captive portal or its login page
    LoginElsewhere,
    ServerError,
    PasswordRefused,
    NeedsBrowser,
    SignInFailed,
    AffinityLost, ///< requests of one session land on different nodes
    MergedCookies, ///< the Cookie header is damaged on the way (KB2548136)
    DeadCookies,
    NotSignedIn,
    WebSocketOff, ///< glide.cometd.websocket.enabled=false
    UpgradeRefused, ///< a proxy, load balancer or firewall does not pass the upgrade
    UpgradeByOther, ///< somebody else answers the upgrade
    UpgradeSwallowed, ///< no answer, or the connection is closed
    OriginFilter,
    FramesDropped,
    LargeFramesDropped,
    FramesLate,
    IdleCut, ///< idle connections are cut
    GatewayTimeout, ///< held polls are cut by a gateway
    PollingBlocked, ///< WebSocket works, its fallback would not
    PollingLate, ///< replies are held back on the way
    NotBayeux,
    ClockSkew,
    Stopped, ///< the run was stopped before it could tell
    Unknown,
};

/// How well the instance can be used.
enum class Grade : quint8 {
    WebSocket, ///< the bus works over WebSocket
    Fallback, ///< over long-polling only
    Broken, ///< not at all
    Untold, ///< stopped before that was known
};

/// What to do about something.
struct DoctorAdvice
{
    QString cause; ///< the likely cause
    QString nextStep;
    QString kb; ///< article of ServiceNow's support, e.g. KB0829978; empty where there is none
    QString ask; ///< what to ask the network team; empty where it is not their matter

    [[nodiscard]] bool isEmpty() const { return cause.isEmpty() && nextStep.isEmpty(); }
};

/// The answer to "what is wrong?", in two sentences and with what to do.
struct DoctorVerdict
{
    Situation situation = Situation::Unknown;
    Grade grade = Grade::Untold;
    QString text; ///< two sentences: what is so, and what that means
    DoctorAdvice advice;
    std::optional<DoctorStep> step; ///< that shows it
    QList<Situation> also; ///< further troubles, none at odds with the first
    QStringList alsoTexts; ///< one sentence for each of them
};

/// Says what a run's findings mean. Pure: the same findings give the same verdict.
DoctorVerdict judge(const DoctorFindings &findings);

/// The advice for the trouble that shows at a step, if any.
std::optional<DoctorVerdict> judgeStep(DoctorStep step, const DoctorFindings &findings);

/// A short name for scripts, e.g. "origin-filter".
QString situationKey(Situation situation);

} // namespace amb

Q_DECLARE_METATYPE(amb::DoctorVerdict)
