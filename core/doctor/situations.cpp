// SPDX-License-Identifier: MIT
#include "core/doctor/situations.h"

#include <algorithm>
#include <array>

namespace amb {

namespace {

using F = DoctorFindings;
using Lookup = NetworkFindings::Lookup;
using Tcp = NetworkFindings::Tcp;
using Proxy = NetworkFindings::Proxy;
using Trust = TlsFindings::Trust;
using Page = HttpFindings::Page;
using SignedIn = SessionFindings::SignIn;
using Answer = UpgradeFindings::Answer;
using Frames = FrameFindings::Result;
using Reply = BusFindings::Reply;
using Hold = BusFindings::Hold;
using Echo = BusFindings::Echo;

/// Clocks may differ by this much without harm.
constexpr std::chrono::seconds toleratedSkew{60};

bool isSignedOut(const F &f)
{
    return f.session.status == SessionStatus::Invalidated
        || f.session.status == SessionStatus::LoggedOut;
}

bool tcpFailed(const F &f)
{
    return f.network.tcp == Tcp::Refused || f.network.tcp == Tcp::TimedOut
        || f.network.tcp == Tcp::Failed;
}

bool nothingWorks(const F &f)
{
    return !f.webSocket.works() && !f.polling.works();
}

bool isUntrusted(const F &f)
{
    const Trust trust = f.tls.trust;
    return trust == Trust::Expired || trust == Trust::NotYetValid || trust == Trust::WrongName
        || trust == Trust::UnknownAuthority;
}

/// A request to upgrade was answered with something else than 101.
bool isRefused(const F &f)
{
    return f.upgrade.answer == Answer::Refused;
}

bool isOff(const F &f)
{
    if (f.polling.handshake == Reply::Good && isRefused(f))
        return !f.polling.offersWebSocket;
    return f.webSocket.handshake == Reply::Good && !f.webSocket.offersWebSocket;
}

bool isByOther(const F &f)
{
    return f.upgrade.answer == Answer::Invalid || (isRefused(f) && f.upgrade.byOther);
}

/// The instance's filter answers 403 to an origin it does not take (KB2911033) and 400 to /amb/;
/// who refuses every upgrade answers both alike.
bool isOriginFilter(const F &f)
{
    constexpr int forbidden = 403;
    if (!isRefused(f) || f.upgrade.status != forbidden)
        return false;
    const int slash = f.upgrade.withSlash.value_or(0);
    return f.upgrade.otherOriginWorks || (slash >= 400 && slash != forbidden);
}

bool isUpgradeRefused(const F &f)
{
    constexpr std::array statuses{400, 405, 426, 501, 502, 503, 504};
    return isRefused(f)
        && (f.upgrade.likePlainGet
            || std::ranges::find(statuses, f.upgrade.status) != statuses.end());
}

bool isAffinityLost(const F &f)
{
    if (f.session.accepted > 0 && f.session.accepted < f.session.checks)
        return true;
    // A client that is unknown right after its handshake, in a session that is known.
    return f.session.accepted == f.session.checks
        && (f.polling.connect == Reply::UnknownClient
            || f.webSocket.connect == Reply::UnknownClient);
}

bool areCookiesDead(const F &f)
{
    if (f.session.signIn != SignedIn::Done)
        return false;
    return (f.session.checks > 0 && f.session.accepted == 0) || isSignedOut(f);
}

bool isPollCut(const F &f)
{
    const Hold hold = f.polling.hold;
    return hold == Hold::Cut || hold == Hold::Silent || hold == Hold::GatewayTimeout;
}

bool isWebSocketCut(const F &f)
{
    return f.webSocket.hold == Hold::Cut || f.webSocket.hold == Hold::Silent;
}

bool isSkewed(const F &f)
{
    return f.clockAhead && std::chrono::abs(*f.clockAhead) > toleratedSkew;
}

bool isNoBayeux(const F &f)
{
    return nothingWorks(f)
        && (f.polling.handshake == Reply::NotBayeux || f.polling.handshake == Reply::HttpError);
}

const std::array rules{
    SituationRule{Situation::HostUnknown,
                  DoctorStep::Lookup,
                  [](const F &f) {
                      return f.network.lookup == Lookup::NotFound;
                  }},
    SituationRule{Situation::ProxyFailed,
                  DoctorStep::Tcp,
                  [](const F &f) {
                      return tcpFailed(f) && !f.network.proxyName.isEmpty();
                  }},
    SituationRule{Situation::NotReachable, DoctorStep::Tcp, tcpFailed},
    SituationRule{Situation::ProxyWantsAuthentication,
                  DoctorStep::Proxy,
                  [](const F &f) {
                      return f.network.proxy == Proxy::WantsAuthentication;
                  }},
    SituationRule{Situation::ProxyRefuses,
                  DoctorStep::Proxy,
                  [](const F &f) {
                      return f.network.proxy == Proxy::Refuses;
                  }},
    SituationRule{Situation::ProxyFailed,
                  DoctorStep::Proxy,
                  [](const F &f) {
                      return f.network.proxy == Proxy::Failed;
                  }},
    SituationRule{Situation::TlsInspection,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return isUntrusted(f) && !f.tls.inspector.isEmpty();
                  }},
    SituationRule{Situation::CertificateExpired,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return f.tls.trust == Trust::Expired;
                  }},
    SituationRule{Situation::CertificateNotYetValid,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return f.tls.trust == Trust::NotYetValid;
                  }},
    SituationRule{Situation::CertificateWrongName,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return f.tls.trust == Trust::WrongName;
                  }},
    SituationRule{Situation::UnknownAuthority,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return f.tls.trust == Trust::UnknownAuthority;
                  }},
    SituationRule{Situation::NoTls,
                  DoctorStep::Tls,
                  [](const F &f) {
                      return f.tls.trust == Trust::Failed;
                  }},
    SituationRule{Situation::Hibernating,
                  DoctorStep::Http,
                  [](const F &f) {
                      return f.http.page == Page::Hibernating && nothingWorks(f);
                  }},
    SituationRule{Situation::Maintenance,
                  DoctorStep::Http,
                  [](const F &f) {
                      return f.http.page == Page::Maintenance && nothingWorks(f);
                  }},
    SituationRule{Situation::Portal,
                  DoctorStep::Http,
                  [](const F &f) {
                      return f.http.page == Page::Portal && nothingWorks(f);
                  }},
    SituationRule{Situation::LoginElsewhere,
                  DoctorStep::Http,
                  [](const F &f) {
                      return f.http.page == Page::LoginElsewhere && nothingWorks(f);
                  }},
    SituationRule{Situation::NotHttp,
                  DoctorStep::Http,
                  [](const F &f) {
                      return (f.http.page == Page::NotHttp || f.http.page == Page::NoAnswer)
                          && nothingWorks(f);
                  }},
    SituationRule{Situation::ServerError,
                  DoctorStep::Http,
                  [](const F &f) {
                      return f.http.page == Page::ServerError && nothingWorks(f);
                  }},
    SituationRule{Situation::PasswordRefused,
                  DoctorStep::SignIn,
                  [](const F &f) {
                      return f.session.signIn == SignedIn::PasswordRefused;
                  }},
    SituationRule{Situation::NeedsBrowser,
                  DoctorStep::SignIn,
                  [](const F &f) {
                      return f.session.signIn == SignedIn::NeedsBrowser;
                  }},
    SituationRule{Situation::SignInFailed,
                  DoctorStep::SignIn,
                  [](const F &f) {
                      return f.session.signIn == SignedIn::Failed;
                  }},
    SituationRule{Situation::AffinityLost, DoctorStep::SignIn, isAffinityLost},
    SituationRule{Situation::MergedCookies,
                  DoctorStep::SignIn,
                  [](const F &f) {
                      return areCookiesDead(f) && f.session.accepted == 0
                          && f.session.acceptedWithOneCookie.value_or(false);
                  }},
    SituationRule{Situation::DeadCookies, DoctorStep::SignIn, areCookiesDead},
    SituationRule{Situation::NotSignedIn,
                  DoctorStep::SignIn,
                  [](const F &f) {
                      return f.session.signIn == SignedIn::NotAsked && isSignedOut(f);
                  }},
    SituationRule{Situation::WebSocketOff, DoctorStep::Upgrade, isOff},
    SituationRule{Situation::UpgradeByOther, DoctorStep::Upgrade, isByOther},
    SituationRule{Situation::OriginFilter, DoctorStep::Upgrade, isOriginFilter},
    SituationRule{Situation::NotBayeux, DoctorStep::PollHandshake, isNoBayeux},
    SituationRule{Situation::UpgradeRefused, DoctorStep::Upgrade, isUpgradeRefused},
    SituationRule{Situation::UpgradeSwallowed,
                  DoctorStep::Upgrade,
                  [](const F &f) {
                      return f.upgrade.answer == Answer::Silent
                          || f.upgrade.answer == Answer::Closed;
                  }},
    SituationRule{Situation::FramesDropped,
                  DoctorStep::Frames,
                  [](const F &f) {
                      return f.frames.result == Frames::NothingPasses
                          || f.frames.result == Frames::Closed;
                  }},
    SituationRule{Situation::LargeFramesDropped,
                  DoctorStep::Frames,
                  [](const F &f) {
                      return f.frames.result == Frames::LargeStuck;
                  }},
    SituationRule{Situation::FramesLate,
                  DoctorStep::Frames,
                  [](const F &f) {
                      return f.frames.result == Frames::Late;
                  }},
    SituationRule{Situation::IdleCut, DoctorStep::Hold, isWebSocketCut, true},
    SituationRule{Situation::GatewayTimeout, DoctorStep::PollHold, isPollCut, true},
    SituationRule{Situation::PollingLate,
                  DoctorStep::PollEcho,
                  [](const F &f) { return f.polling.echo == Echo::Late; },
                  true},
    SituationRule{Situation::PollingBlocked,
                  DoctorStep::PollHandshake,
                  [](const F &f) {
                      return f.webSocket.works() && f.polling.handshake != Reply::Untried
                          && !f.polling.works();
                  },
                  true},
    SituationRule{Situation::ClockSkew, DoctorStep::Clock, isSkewed, true},
    SituationRule{
        Situation::TlsInspection,
        DoctorStep::Tls,
        [](const F &f) { return f.tls.trust == Trust::Trusted && !f.tls.inspector.isEmpty(); },
        true},
};

} // namespace

std::span<const SituationRule> situationRules()
{
    return rules;
}

Grade gradeOf(const DoctorFindings &f)
{
    const bool framesPass = f.frames.result == Frames::Passed || f.frames.result == Frames::Late;
    const bool isUsable = !isSignedOut(f) && !isAffinityLost(f) && !areCookiesDead(f);
    if (isUsable && f.webSocket.works() && framesPass && !isWebSocketCut(f) && !isOff(f))
        return Grade::WebSocket;
    if (isUsable && f.polling.works() && !isPollCut(f))
        return Grade::Fallback;
    return f.wasStopped ? Grade::Untold : Grade::Broken;
}

} // namespace amb
