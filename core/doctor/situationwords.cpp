// SPDX-License-Identifier: MIT
#include "core/doctor/situationwords.h"

#include "core/statusphrase.h"
#include "core/wirewords.h"

namespace amb {

using namespace Qt::StringLiterals;
using namespace situationwords;

using Words = VerdictText;

QString situationwords::kbWebSocket()
{
    return wire::symptom(wire::Symptom::WebSocketNotOffered).article;
}

QString situationwords::kbOrigin()
{
    return wire::httpStatus(wire::Exchange::Upgrade, 403).article;
}

QString situationwords::kbOverview()
{
    return wire::symptom(wire::Symptom::FramesSwallowed).article;
}

QString situationwords::kbCookies()
{
    return wire::symptom(wire::Symptom::CookiesJoined).article;
}

QString situationwords::kbGateway()
{
    return wire::httpStatus(wire::Exchange::Post, 504).article;
}

VerdictWords situationwords::networkWords(Situation situation, const DoctorFindings &f)
{
    const NetworkFindings &net = f.network;
    switch (situation) {
    case Situation::HostUnknown:
        return {Words::tr("The name of %1 has no address.").arg(f.host),
                {},
                {Words::tr("The address is mistyped, the name server is not reachable, or this "
                           "network resolves outside names only at its proxy."),
                 Words::tr("Check the address; in a company, check that the proxy is set."),
                 {},
                 Words::tr("Should this computer resolve %1 itself, or must it use a proxy, and "
                           "which?")
                     .arg(f.host)}};
    case Situation::ProxyFailed:
        return {Words::tr("The proxy %1 does not answer as a proxy.").arg(net.proxyName),
                {},
                {Words::tr("The proxy's address is wrong, or it is down."),
                 Words::tr("Check the proxy in the settings of this program or of the system."),
                 {},
                 Words::tr("Is %1 the right proxy for %2?").arg(net.proxyName, f.host)}};
    case Situation::ProxyWantsAuthentication:
        return {
            Words::tr("The proxy %1 wants a user name and password (HTTP 407).").arg(net.proxyName),
            {},
            {net.hasProxyCredentials ? Words::tr("It does not take those that are set.")
                                     : Words::tr("None are set."),
             Words::tr("Set user and password of the proxy for this instance."),
             {},
             Words::tr("Which authentication does %1 want, and may %2 pass without?")
                 .arg(net.proxyName, f.host)}};
    case Situation::ProxyRefuses:
        return {Words::tr("The proxy %1 refuses the tunnel to %2 (HTTP %3).")
                    .arg(net.proxyName, f.host, statusWithPhrase(net.proxyStatus)),
                {},
                {Words::tr("The proxy's rules do not allow this host or port."),
                 Words::tr("Send the network team the evidence of this step."),
                 {},
                 Words::tr("Please allow CONNECT to %1 on %2.").arg(f.host, net.proxyName)}};
    default:
        break;
    }
    const bool isRefused = net.tcp == NetworkFindings::Tcp::Refused;
    return {
        isRefused ? Words::tr("%1 refuses the connection.").arg(f.host)
                  : Words::tr("%1 does not answer.").arg(f.host),
        {},
        {isRefused ? Words::tr("Nobody listens at this port, or a firewall turns it away.")
                   : Words::tr("A firewall drops the packets, or the network needs a proxy."),
         Words::tr("Check host and port, and whether a browser reaches the instance from here."),
         {},
         Words::tr("Please allow TCP to %1, or name the proxy to use.").arg(f.host)}};
}

VerdictWords situationwords::tlsWords(Situation situation, const DoctorFindings &f)
{
    const TlsFindings &tls = f.tls;
    switch (situation) {
    case Situation::TlsInspection:
        return {Words::tr("TLS to %1 is opened on the way by %2.").arg(f.host, tls.inspector),
                {},
                {Words::tr("A company's proxy or a security program inspects TLS: the certificate "
                           "comes from “%1”.")
                     .arg(tls.issuer),
                 tls.trust == TlsFindings::Trust::Trusted
                     ? Words::tr("Nothing, while all works; if WebSocket does not, it is the first "
                                 "place to look.")
                     : Words::tr("Add your company's CA certificate, or have the host excepted."),
                 kbOverview(),
                 Words::tr("Please except %1 from TLS inspection.").arg(f.host)}};
    case Situation::CertificateExpired:
        return {Words::tr("The certificate of %1 expired on %2.").arg(f.host, tls.validUntil),
                {},
                {Words::tr("It was not renewed, or this computer's clock is wrong."),
                 Words::tr("Check this computer's clock; else have the certificate renewed."),
                 {},
                 Words::tr("Who renews the certificate of %1, issued by “%2”?")
                     .arg(f.host, tls.issuer)}};
    case Situation::CertificateNotYetValid:
        return {Words::tr("The certificate of %1 is not valid yet.").arg(f.host),
                {},
                {Words::tr("This computer's clock is behind, or the certificate is too new."),
                 Words::tr("Set this computer's clock."),
                 {},
                 {}}};
    case Situation::CertificateWrongName:
        return {Words::tr("The certificate at %1 is for %2.").arg(f.host, tls.names),
                {},
                {Words::tr("The address leads to another server: mistyped, or a load balancer "
                           "with the wrong certificate."),
                 Words::tr("Check the address; else have the certificate replaced."),
                 {},
                 Words::tr("Which server answers at %1 with a certificate for %2?")
                     .arg(f.host, tls.names)}};
    case Situation::UnknownAuthority:
        return {Words::tr("The certificate of %1 comes from “%2”, which this computer does not "
                          "trust.")
                    .arg(f.host, tls.issuer),
                {},
                {Words::tr("An own CA that is not installed here, or somebody who opens TLS on "
                           "the way."),
                 Words::tr("If “%1” is your company's, add its CA certificate; else do not go on.")
                     .arg(tls.issuer),
                 {},
                 Words::tr("Is “%1” ours, and is TLS to %2 inspected?").arg(tls.issuer, f.host)}};
    default:
        break;
    }
    return {Words::tr("No secure connection to %1 can be made.").arg(f.host),
            {},
            {Words::tr("The port does not speak TLS, or a firewall ends the TLS handshake."),
             Words::tr("Check scheme and port of the address."),
             {},
             Words::tr("Is TLS to %1 blocked or filtered by its name (SNI)?").arg(f.host)}};
}

VerdictWords situationwords::siteWords(Situation situation, const DoctorFindings &f)
{
    switch (situation) {
    case Situation::Hibernating:
        return {Words::tr("The instance %1 hibernates.").arg(f.host),
                {},
                {Words::tr("Developer instances go to rest when nobody uses them."),
                 Words::tr("Wake it on the developer site, wait some minutes and run this again."),
                 {},
                 {}}};
    case Situation::Maintenance:
        return {Words::tr("The instance %1 is in maintenance.").arg(f.host),
                {},
                {Words::tr("An upgrade, a restart or a planned maintenance."),
                 Words::tr("Wait until it is over; the instance's status page says when."),
                 {},
                 {}}};
    case Situation::Portal:
        return {Words::tr("A web page answers in the place of %1.").arg(f.host),
                {},
                {Words::tr("A captive portal or a login page of the network%1.")
                     .arg(f.http.title.isEmpty() ? QString() : u" (“%1”)"_s.arg(f.http.title)),
                 Words::tr("Open the address in a browser, log in to the network and run this "
                           "again."),
                 {},
                 Words::tr("Which page answers for %1, and how is it passed?").arg(f.host)}};
    case Situation::LoginElsewhere:
        return {Words::tr("%1 sends every request to %2.").arg(f.host, f.http.redirectHost),
                {},
                {Words::tr("A login page in front of the instance, of a gateway or of single "
                           "sign-on."),
                 Words::tr("Check the address; sign in with a browser."),
                 {},
                 Words::tr("Why is %1 redirected to %2 also for REST and /amb?")
                     .arg(f.host, f.http.redirectHost)}};
    case Situation::ServerError:
        return {Words::tr("%1 answers with HTTP %2.").arg(f.host, statusWithPhrase(f.http.status)),
                {},
                {Words::tr("HTTP %1: %2.")
                     .arg(f.http.status)
                     .arg(wire::httpStatus(wire::Exchange::Rest, f.http.status).cause),
                 Words::tr("Wait a little and run this again; else ask who runs the instance."),
                 {},
                 Words::tr("Which gateway answers for %1 with HTTP %2, and can it reach the "
                           "instance?")
                     .arg(f.host)
                     .arg(f.http.status)}};
    default:
        break;
    }
    return {Words::tr("%1 does not speak HTTP.").arg(f.host),
            {},
            {Words::tr("The port is that of another service, or the answer is dropped on the way."),
             Words::tr("Check scheme and port of the address."),
             {},
             {}}};
}

VerdictWords situationwords::sessionWords(Situation situation, const DoctorFindings &f)
{
    const SessionFindings &session = f.session;
    switch (situation) {
    case Situation::AffinityLost:
        return {Words::tr("Requests of one session land on different nodes of %1.").arg(f.host),
                {},
                {Words::tr("A load balancer does not keep to the node that holds the session, or a "
                           "cookie that names it (glide_user_route, BIGipServer…) is lost."),
                 Words::tr("Compare the answers in the evidence: only %1 of %2 knew the session.")
                     .arg(session.accepted)
                     .arg(session.checks),
                 kbOverview(),
                 Words::tr("Please keep the requests of a session on one node, by cookie, also for "
                           "/amb.")}};
    case Situation::MergedCookies:
        return {Words::tr("The Cookie header is damaged on the way to %1.").arg(f.host),
                {},
                {Words::tr("A gateway joins cookies with a comma: the session is known with one "
                           "cookie, and unknown with all."),
                 Words::tr("Send the network team the evidence of this step."),
                 kbCookies(),
                 Words::tr("Please pass the Cookie header on unchanged, joined with “; ” where it "
                           "must be joined.")}};
    case Situation::DeadCookies:
        return {
            Words::tr("%1 does not know the session of the cookies.").arg(f.host),
            {},
            {session.fromBrowser
                 ? Words::tr("The browser's session has ended, or was signed out.")
                 : Words::tr("They were made just now: they are lost or changed on the way, or "
                             "the instance ended the session at once."),
             session.fromBrowser
                 ? Words::tr("Sign in with the browser again and take its cookies anew.")
                 : Words::tr("Compare which cookies came and which the evidence shows as sent."),
             kbCookies(),
             session.fromBrowser
                 ? QString()
                 : Words::tr("Does a gateway remove or change cookies of %1?").arg(f.host)}};
    case Situation::NotSignedIn:
        return {Words::tr("%1 wants a sign-in, and none was given.").arg(f.host),
                {},
                {Words::tr("The bus answers everybody, but delivers to those signed in."),
                 Words::tr("Give a user and password, or cookies of a browser."),
                 {},
                 {}}};
    case Situation::PasswordRefused:
        return {Words::tr("%1 does not accept the user and password.").arg(f.host),
                {},
                {Words::tr("One of them is wrong, or the user is locked out."),
                 Words::tr("Check both; do not repeat it, as users are locked."),
                 {},
                 {}}};
    case Situation::NeedsBrowser:
        return {Words::tr("%1 wants its users to sign in with a browser.").arg(f.host),
                {},
                {Words::tr("Single sign-on or a second factor."),
                 Words::tr("Sign in with a browser and use its cookies."),
                 {},
                 {}}};
    default:
        break;
    }
    return {Words::tr("The sign-in at %1 fails.").arg(f.host),
            {},
            {session.trouble.isEmpty() ? Words::tr("Unknown: the sign-in gave no reason.")
                                       : session.trouble,
             Words::tr("See the evidence of this step."),
             {},
             {}}};
}

} // namespace amb
