// SPDX-License-Identifier: MIT
#include "core/doctor/reportwords.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace amb {

using namespace Qt::StringLiterals;

QString stepKey(DoctorStep step)
{
    constexpr std::array keys{"lookup"_L1,
                              "tcp"_L1,
                              "proxy"_L1,
                              "tls"_L1,
                              "http"_L1,
                              "sign-in"_L1,
                              "upgrade"_L1,
                              "frames"_L1,
                              "handshake"_L1,
                              "connect"_L1,
                              "echo"_L1,
                              "poll-handshake"_L1,
                              "poll-echo"_L1,
                              "clock"_L1,
                              "latency"_L1,
                              "hold"_L1,
                              "poll-hold"_L1};
    static_assert(keys.size() == size_t(DoctorStep::PollHold) + 1);
    return keys.at(size_t(step));
}

QString situationKey(Situation situation)
{
    constexpr std::array keys{"all-well"_L1,
                              "host-unknown"_L1,
                              "not-reachable"_L1,
                              "proxy-failed"_L1,
                              "proxy-wants-authentication"_L1,
                              "proxy-refuses"_L1,
                              "tls-inspection"_L1,
                              "certificate-expired"_L1,
                              "certificate-not-yet-valid"_L1,
                              "certificate-wrong-name"_L1,
                              "unknown-authority"_L1,
                              "no-tls"_L1,
                              "not-http"_L1,
                              "hibernating"_L1,
                              "maintenance"_L1,
                              "portal"_L1,
                              "login-elsewhere"_L1,
                              "server-error"_L1,
                              "password-refused"_L1,
                              "needs-browser"_L1,
                              "sign-in-failed"_L1,
                              "affinity-lost"_L1,
                              "merged-cookies"_L1,
                              "dead-cookies"_L1,
                              "not-signed-in"_L1,
                              "websocket-off"_L1,
                              "upgrade-refused"_L1,
                              "upgrade-by-other"_L1,
                              "upgrade-swallowed"_L1,
                              "origin-filter"_L1,
                              "frames-dropped"_L1,
                              "large-frames-dropped"_L1,
                              "frames-late"_L1,
                              "idle-cut"_L1,
                              "gateway-timeout"_L1,
                              "polling-blocked"_L1,
                              "polling-late"_L1,
                              "not-bayeux"_L1,
                              "clock-skew"_L1,
                              "stopped"_L1,
                              "unknown"_L1};
    static_assert(keys.size() == size_t(Situation::Unknown) + 1);
    return keys.at(size_t(situation));
}

QString isoTime(Timestamp time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms.count());
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace amb
