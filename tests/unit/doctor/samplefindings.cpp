// SPDX-License-Identifier: MIT
#include "samplefindings.h"

namespace amb::test {

DoctorFindings wellFindings()
{
    DoctorFindings f;
    f.host = QStringLiteral("dev1.example.com");
    f.network.lookup = NetworkFindings::Lookup::Found;
    f.network.tcp = NetworkFindings::Tcp::Connected;
    f.network.proxy = NetworkFindings::Proxy::NotUsed;
    f.tls.trust = TlsFindings::Trust::Trusted;
    f.tls.issuer = QStringLiteral("Public CA");
    f.http.page = HttpFindings::Page::Usual;
    f.http.status = 302;
    f.http.server = QStringLiteral("ServiceNow");
    f.session.signIn = SessionFindings::SignIn::Done;
    f.session.checks = 4;
    f.session.accepted = 4;
    f.session.status = SessionStatus::LoggedIn;
    f.upgrade.answer = UpgradeFindings::Answer::Switched;
    f.upgrade.status = 101;
    f.upgrade.withSlash = 400;
    f.upgrade.withoutOrigin = 403;
    f.upgrade.foreignOrigin = 403;
    f.frames.result = FrameFindings::Result::Passed;
    f.frames.largestPassed = 64'000;
    for (BusFindings *bus : {&f.webSocket, &f.polling}) {
        bus->handshake = BusFindings::Reply::Good;
        bus->connect = BusFindings::Reply::Good;
        bus->echo = BusFindings::Echo::NotAllowed;
        bus->offersWebSocket = true;
    }
    f.clockAhead = std::chrono::seconds(1);
    return f;
}

DoctorFindings refusedUpgrade(int status)
{
    DoctorFindings f = wellFindings();
    f.upgrade = {};
    f.upgrade.answer = UpgradeFindings::Answer::Refused;
    f.upgrade.status = status;
    f.frames = {};
    f.webSocket = {};
    return f;
}

} // namespace amb::test
