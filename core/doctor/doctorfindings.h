// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace amb {

/// The way to the instance below HTTP.
struct NetworkFindings
{
    enum class Lookup : quint8 {
        Untried,
        Found,
        NotFound,
        LeftToProxy, ///< only the proxy knows the name, which is usual in companies
    };
    enum class Tcp : quint8 {
        Untried,
        Connected,
        Refused,
        TimedOut,
        Failed,
    };
    enum class Proxy : quint8 {
        Untried,
        NotUsed,
        Passed,
        WantsAuthentication,
        Refuses, ///< CONNECT answered with something else than 200
        Failed,
    };

    Lookup lookup = Lookup::Untried;
    Tcp tcp = Tcp::Untried; ///< to the proxy where one is used
    Proxy proxy = Proxy::Untried;
    QString proxyName; ///< host:port
    int proxyStatus = 0; ///< of the answer to CONNECT
    bool hasProxyCredentials = false;
    int addresses = 0;
    int reachedAddresses = 0;
};

/// The secure connection.
struct TlsFindings
{
    enum class Trust : quint8 {
        Untried,
        NotUsed, ///< plain http
        Trusted,
        Expired,
        NotYetValid,
        WrongName,
        UnknownAuthority, ///< also: signed by itself
        Failed, ///< no certificate was seen
    };

    Trust trust = Trust::Untried;
    QString issuer; ///< of the host's certificate
    QString names; ///< that the certificate is for
    QString validUntil;
    QString inspector; ///< who opens TLS on the way; empty when nothing says so
    bool byOwnAuthority = false; ///< trusted only because of an own CA
};

/// What the instance's pages say.
struct HttpFindings
{
    enum class Page : quint8 {
        Untried,
        Usual, ///< a page or redirect within the instance
        Hibernating,
        Maintenance,
        Portal, ///< of a network that wants a login first
        LoginElsewhere, ///< a redirect to another host
        ServerError,
        NotHttp,
        NoAnswer,
    };

    Page page = Page::Untried;
    int status = 0;
    QString server; ///< header
    QString via; ///< header
    QString title; ///< of the page, one line
    QString redirectHost;
};

/// The HTTP session.
struct SessionFindings
{
    enum class SignIn : quint8 {
        Untried,
        NotAsked, ///< no credentials
        Done,
        PasswordRefused,
        NeedsBrowser, ///< single sign-on
        Failed,
    };

    SignIn signIn = SignIn::Untried;
    QString trouble; ///< of the sign-in, in words
    bool fromBrowser = false; ///< cookies were given, none was made
    int checks = 0; ///< requests with the cookies alone
    int accepted = 0; ///< those for which the instance knew the session
    std::optional<bool> acceptedWithOneCookie; ///< JSESSIONID without the others
    SessionStatus status = SessionStatus::Unknown; ///< as the bus says
};

/// The WebSocket upgrade.
struct UpgradeFindings
{
    enum class Answer : quint8 {
        Untried,
        Switched, ///< 101 with the right Sec-WebSocket-Accept
        Invalid, ///< 101 without it
        Refused, ///< another status
        Silent, ///< nothing came
        Closed, ///< the connection was closed instead
    };

    Answer answer = Answer::Untried;
    int status = 0;
    QString server;
    QString via;
    bool isPage = false; ///< the answer is a web page
    bool byOther = false; ///< Server or Via differ from those of the instance's pages
    bool likePlainGet = false; ///< the same answer comes without any upgrade headers
    bool otherOriginWorks = false; ///< 101 with the same origin written another way
    std::optional<int> withoutOrigin; ///< status; 0: no answer
    std::optional<int> foreignOrigin;
    std::optional<int> withSlash; ///< on /amb/
};

/// WebSocket frames after 101.
struct FrameFindings
{
    enum class Result : quint8 {
        Untried,
        Passed,
        NothingPasses,
        LargeStuck, ///< small ones pass
        Late, ///< they pass, but are held back on the way
        Closed,
    };

    Result result = Result::Untried;
    qint64 largestPassed = 0; ///< bytes
    qint64 smallestStuck = 0; ///< bytes
    std::chrono::milliseconds slowest{};
};

/// Bayeux over one of the transports.
struct BusFindings
{
    enum class Reply : quint8 {
        Untried,
        Good,
        Refused, ///< Bayeux, but not successful
        UnknownClient, ///< 402
        Silent,
        Closed,
        HttpError,
        NotBayeux,
    };
    enum class Hold : quint8 {
        Untried,
        Held, ///< answered at its time
        Cut, ///< the connection ended before
        Silent, ///< neither answered nor ended
        GatewayTimeout, ///< HTTP 504 or another error of a gateway
    };
    enum class Echo : quint8 {
        Untried,
        Came,
        NotAllowed, ///< the channel is not open to this user, as expected of an instance
        Late,
        Lost,
    };

    Reply handshake = Reply::Untried;
    Reply connect = Reply::Untried;
    Hold hold = Hold::Untried;
    Echo echo = Echo::Untried;
    bool offersWebSocket = false; ///< supportedConnectionTypes of the handshake reply
    int httpStatus = 0; ///< of what went wrong
    std::chrono::milliseconds heldFor{};
    std::chrono::milliseconds echoAfter{};

    [[nodiscard]] bool works() const { return handshake == Reply::Good && connect == Reply::Good; }
};

/// Round trips and what they cost.
struct LatencyFindings
{
    int count = 0;
    double medianMs = 0;
    double p95Ms = 0;
    qint64 bytesEach = 0; ///< on the wire, both ways, without TLS
};

/// All that a run has found out, as facts; what it means is judge()'s to say.
struct DoctorFindings
{
    QString host; ///< for the words, with the port where it is not the usual one
    bool isHosted = false; ///< a host of ServiceNow's own
    NetworkFindings network;
    TlsFindings tls;
    HttpFindings http;
    SessionFindings session;
    UpgradeFindings upgrade;
    FrameFindings frames;
    BusFindings webSocket;
    BusFindings polling;
    LatencyFindings webSocketLatency;
    LatencyFindings pollingLatency;
    std::optional<std::chrono::seconds> clockAhead; ///< of this computer, against the instance
    bool wasStopped = false;
};

} // namespace amb
