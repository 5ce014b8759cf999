// SPDX-License-Identifier: MIT
#include "core/doctor/verdictwords.h"

#include "core/doctor/situationwords.h"
#include "core/statusphrase.h"

#include <QLocale>

namespace amb {

using namespace Qt::StringLiterals;
using namespace situationwords;

namespace {

using Words = VerdictText;
using F = DoctorFindings;

/// What it means for the messages, by how well the instance can be used.
QString meaning(Grade grade)
{
    switch (grade) {
    case Grade::WebSocket:
        return Words::tr("Messages arrive over WebSocket.");
    case Grade::Fallback:
        return Words::tr("Messages arrive over long-polling instead, later and with more load.");
    case Grade::Broken:
        return Words::tr("No messages arrive, or only some of them.");
    case Grade::Untold:
        break;
    }
    return Words::tr("Whether messages arrive was not tested to the end.");
}

QString orUnnamed(const QString &name)
{
    return name.isEmpty() ? Words::tr("somebody who gives no name") : u"“%1”"_s.arg(name);
}

/// Who answered, by its headers.
QString answerer(const UpgradeFindings &upgrade)
{
    if (!upgrade.via.isEmpty())
        return Words::tr("“%1” (Via: %2)").arg(upgrade.server, upgrade.via);
    return orUnnamed(upgrade.server);
}

VerdictWords upgradeWords(Situation situation, const F &f)
{
    const UpgradeFindings &upgrade = f.upgrade;
    const QString status = statusWithPhrase(upgrade.status);
    const QString passOn = Words::tr("Please pass WebSocket upgrades (Upgrade and Connection "
                                     "headers, HTTP/1.1) to %1/amb.")
                               .arg(f.host);
    switch (situation) {
    case Situation::WebSocketOff:
        return {Words::tr("WebSocket is switched off on %1.").arg(f.host),
                {},
                {Words::tr("The instance itself offers long-polling only: the property "
                           "glide.cometd.websocket.enabled is false."),
                 Words::tr("An administrator sets glide.cometd.websocket.enabled to true."),
                 kbWebSocket(),
                 {}}};
    case Situation::UpgradeByOther:
        return {Words::tr("The WebSocket upgrade is answered by %1 and not by the instance.")
                    .arg(answerer(upgrade)),
                {},
                {Words::tr("A proxy, firewall or gateway answers HTTP %1 itself.").arg(status),
                 Words::tr("Send the network team the answer in the evidence."),
                 kbWebSocket(),
                 passOn}};
    case Situation::OriginFilter:
        return {
            Words::tr("The origin filter refuses the WebSocket upgrade (HTTP 403)."),
            {},
            {Words::tr("The instance does not take the address used here as its own: a "
                       "gateway changes the Host header, or the address is an alias."),
             Words::tr("Use the instance's own address; self-hosted, allow this origin."),
             kbOrigin(),
             Words::tr("Please pass the Host and Origin headers on to %1 unchanged.").arg(f.host)}};
    case Situation::UpgradeRefused:
        return {Words::tr("The WebSocket upgrade does not reach %1: the answer is HTTP %2.")
                    .arg(f.host, status),
                {},
                {upgrade.likePlainGet
                     ? Words::tr("A proxy or load balancer strips the upgrade: the same answer "
                                 "comes to a request without one.")
                     : Words::tr("A proxy, load balancer or firewall does not pass WebSocket; the "
                                 "instance itself offers it."),
                 Words::tr("Send the network team the exact request and answer in the evidence."),
                 kbWebSocket(),
                 passOn}};
    default:
        break;
    }
    return {upgrade.answer == UpgradeFindings::Answer::Silent
                ? Words::tr("The WebSocket upgrade to %1 is never answered.").arg(f.host)
                : Words::tr("The connection is closed at the WebSocket upgrade to %1.").arg(f.host),
            {},
            {Words::tr("A firewall or proxy on the way swallows the upgrade."),
             Words::tr("Send the network team the exact request in the evidence."),
             kbWebSocket(),
             passOn}};
}

VerdictWords frameWords(Situation situation, const F &f)
{
    const QLocale locale;
    switch (situation) {
    case Situation::FramesDropped:
        return {f.frames.result == FrameFindings::Result::Closed
                    ? Words::tr("The WebSocket to %1 opens, but is closed at the first frame.")
                          .arg(f.host)
                    : Words::tr("The WebSocket to %1 opens, but no frame passes.").arg(f.host),
                {},
                {Words::tr("A middle-box answers the upgrade and then drops what follows."),
                 Words::tr("Compare with the instance's own page, $websocket_test.do."),
                 kbOverview(),
                 Words::tr("Please let WebSocket frames to %1 pass both ways, without inspection.")
                     .arg(f.host)}};
    case Situation::LargeFramesDropped:
        return {Words::tr("WebSocket frames of %1 bytes do not pass to %2, smaller ones do.")
                    .arg(locale.toString(f.frames.smallestStuck), f.host),
                {},
                {Words::tr("A middle-box limits or reassembles WebSocket frames."),
                 Words::tr("Send the network team the sizes in the evidence."),
                 kbOverview(),
                 Words::tr("Which limit is set for WebSocket messages to %1?").arg(f.host)}};
    default:
        break;
    }
    return {Words::tr("WebSocket frames are held back on the way to %1 for up to %2.")
                .arg(f.host, secondsText(f.frames.slowest)),
            {},
            {Words::tr("A middle-box buffers the stream; requests over HTTP are quicker."),
             Words::tr("Send the network team the times in the evidence."),
             kbOverview(),
             Words::tr("Please switch buffering off for WebSocket to %1.").arg(f.host)}};
}

VerdictWords busWords(Situation situation, const F &f)
{
    switch (situation) {
    case Situation::IdleCut: {
        const bool isSilent = f.webSocket.hold == BusFindings::Hold::Silent;
        return {isSilent ? Words::tr("A quiet WebSocket to %1 goes dead within %2.")
                               .arg(f.host, secondsText(f.webSocket.heldFor))
                         : Words::tr("A quiet WebSocket to %1 is cut after %2.")
                               .arg(f.host, secondsText(f.webSocket.heldFor)),
                {},
                {Words::tr("A proxy, load balancer or firewall ends idle connections before the "
                           "30 s that the instance holds a connect."),
                 Words::tr("Have the idle timeout raised; the monitor reconnects meanwhile."),
                 kbWebSocket(),
                 Words::tr("Please raise the idle (tunnel) timeout to %1 to 60 s or more.")
                     .arg(f.host)}};
    }
    case Situation::GatewayTimeout:
        return {f.polling.httpStatus != 0
                    ? Words::tr("A gateway ends held polls to %1 after %2 with HTTP %3.")
                          .arg(f.host,
                               secondsText(f.polling.heldFor),
                               statusWithPhrase(f.polling.httpStatus))
                    : Words::tr("Held polls to %1 end after %2 without an answer.")
                          .arg(f.host, secondsText(f.polling.heldFor)),
                {},
                {Words::tr("Its timeout is shorter than the 30 s that the instance holds a poll."),
                 Words::tr("Have the timeout for /amb/connect raised."),
                 kbGateway(),
                 Words::tr("Please raise the read timeout for %1/amb/connect to 60 s or more.")
                     .arg(f.host)}};
    case Situation::PollingLate:
        return {Words::tr("Replies of long-polling are held back on the way to %1 for %2.")
                    .arg(f.host, secondsText(f.polling.echoAfter)),
                {},
                {Words::tr("A proxy buffers replies before it passes them on."),
                 Words::tr("Have buffering switched off for /amb."),
                 kbOverview(),
                 Words::tr("Please neither buffer nor inspect %1/amb/connect and /amb/handshake.")
                     .arg(f.host)}};
    case Situation::PollingBlocked:
        return {
            Words::tr("Long-polling to %1 does not work.").arg(f.host),
            {},
            {Words::tr("POST requests to /amb are refused or changed on the way."),
             Words::tr("See the evidence; it matters only when WebSocket fails."),
             kbOverview(),
             Words::tr("Please let POST to %1/amb/handshake and /amb/connect pass.").arg(f.host)}};
    case Situation::NotBayeux:
        return {Words::tr("There is no message bus at this address of %1.").arg(f.host),
                {},
                {Words::tr("The path is wrong, or the server is no Bayeux server."),
                 Words::tr("Check the path; it is /amb on ServiceNow."),
                 {},
                 {}}};
    default:
        break;
    }
    const auto ahead = f.clockAhead.value_or(std::chrono::seconds(0));
    const QString by = QLocale().toString(qint64(std::chrono::abs(ahead).count()));
    return {ahead.count() > 0
                ? Words::tr("This computer's clock is %1 s ahead of %2.").arg(by, f.host)
                : Words::tr("This computer's clock is %1 s behind %2.").arg(by, f.host),
            {},
            {Words::tr("The clock is not synchronised."),
             Words::tr("Switch time synchronisation on: certificates, cookies and single sign-on "
                       "need the right time."),
             {},
             {}}};
}

VerdictWords plainWords(Situation situation, Grade grade, const F &f)
{
    if (situation == Situation::AllWell) {
        const bool isHeld = f.webSocket.hold == BusFindings::Hold::Held;
        return {Words::tr("All is well with %1.").arg(f.host),
                isHeld ? Words::tr("All is well with %1. Messages arrive over WebSocket, and a "
                                   "quiet connection stays.")
                             .arg(f.host)
                       : Words::tr("All is well with %1. Messages arrive over WebSocket; whether a "
                                   "quiet connection stays was not tested.")
                             .arg(f.host),
                {}};
    }
    if (situation == Situation::Stopped)
        return {Words::tr("The doctor was stopped."),
                {},
                {Words::tr("Nothing wrong was found up to there."),
                 Words::tr("Run it again."),
                 {},
                 {}}};
    return {grade == Grade::Fallback
                ? Words::tr("WebSocket does not work, and the cause is unknown.")
                : Words::tr("Something is wrong, and the cause is unknown."),
            {},
            {Words::tr("Unknown: the evidence fits no known situation."),
             Words::tr("Save the report and send it to the network team and to support."),
             {},
             Words::tr("What on the way to %1 could explain the evidence in this report?")
                 .arg(f.host)}};
}

VerdictWords sort(Situation situation, Grade grade, const F &f)
{
    if (situation >= Situation::AllWell && situation < Situation::HostUnknown)
        return plainWords(situation, grade, f);
    if (situation <= Situation::ProxyRefuses)
        return networkWords(situation, f);
    if (situation <= Situation::NoTls)
        return tlsWords(situation, f);
    if (situation <= Situation::ServerError)
        return siteWords(situation, f);
    if (situation <= Situation::NotSignedIn)
        return sessionWords(situation, f);
    if (situation <= Situation::OriginFilter)
        return upgradeWords(situation, f);
    if (situation <= Situation::FramesLate)
        return frameWords(situation, f);
    if (situation <= Situation::ClockSkew)
        return busWords(situation, f);
    return plainWords(situation, grade, f);
}

} // namespace

VerdictWords wordsFor(Situation situation, Grade grade, const DoctorFindings &findings)
{
    VerdictWords words = sort(situation, grade, findings);
    if (words.text.isEmpty())
        words.text = words.inShort + u' ' + meaning(grade);
    return words;
}

QString secondsText(std::chrono::milliseconds time)
{
    return Words::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000, 'f', 1));
}

} // namespace amb
