// SPDX-License-Identifier: MIT
#include "core/wirewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::WireWords)
};

struct Entry
{
    int code; ///< the status, close code, Bayeux code or Symptom
    const char *happened;
    const char *cause;
    const char *advice;
    const char *article;
};

QString translated(const char *text)
{
    return *text ? Words::tr(text) : QString();
}

WireWords wordsOf(const Entry &entry)
{
    return {translated(entry.happened),
            translated(entry.cause),
            translated(entry.advice),
            QString::fromLatin1(entry.article)};
}

const Entry *find(std::span<const Entry> entries, int code)
{
    const auto found =
        std::ranges::find_if(entries, [code](const Entry &entry) { return entry.code == code; });
    return found == entries.end() ? nullptr : &*found;
}

#define SAY(text) QT_TRANSLATE_NOOP("amb::WireWords", text)

constexpr const char *refused = SAY("the request was refused");
constexpr const char *upgradeRefused = SAY("the WebSocket upgrade was refused");
constexpr const char *failedInside = SAY("the server failed");
constexpr const char *notSignedIn = SAY("not signed in");
constexpr const char *signInAgain = SAY("sign in again");
constexpr const char *passWebSocket =
    SAY("a proxy, load balancer or firewall in between does not pass WebSocket, or the instance "
        "has it switched off");
constexpr const char *letItPass =
    SAY("let upgrades to /amb pass, and see that glide.cometd.websocket.enabled is true");

constexpr std::array upgradeStatuses{
    Entry{400, upgradeRefused, passWebSocket, letItPass, "KB0829978"},
    Entry{403,
          upgradeRefused,
          SAY("origin or session not accepted"),
          SAY("sign in again, and check that the address is the instance's own"),
          "KB2911033"},
    Entry{404,
          upgradeRefused,
          SAY("there is no WebSocket at this address"),
          SAY("check the path, which is /amb on ServiceNow"),
          ""},
    Entry{426, upgradeRefused, passWebSocket, letItPass, "KB0829978"},
    Entry{429,
          upgradeRefused,
          SAY("too many connections or requests"),
          SAY("wait before trying again"),
          ""},
    Entry{501, upgradeRefused, passWebSocket, letItPass, "KB0829978"},
    Entry{502,
          upgradeRefused,
          SAY("the instance is not available now, or a gateway before it does not pass WebSocket"),
          SAY("try again later, or let upgrades to /amb pass"),
          "KB0829978"},
    Entry{503,
          upgradeRefused,
          SAY("the instance is not available now, or a gateway before it does not pass WebSocket"),
          SAY("try again later, or let upgrades to /amb pass"),
          "KB0829978"},
    Entry{504,
          upgradeRefused,
          SAY("the instance is not available now, or a gateway before it does not pass WebSocket"),
          SAY("try again later, or let upgrades to /amb pass"),
          "KB0829978"},
};

constexpr std::array postStatuses{
    Entry{400,
          refused,
          SAY("it does not take the request as Bayeux"),
          SAY("check that the address is that of the message bus"),
          ""},
    Entry{403,
          refused,
          SAY("origin or session not accepted"),
          SAY("sign in again, and check that the address is the instance's own"),
          ""},
    Entry{404,
          refused,
          SAY("there is no message bus at this address"),
          SAY("check the path, which is /amb on ServiceNow"),
          ""},
    Entry{405,
          refused,
          SAY("this address takes no POST"),
          SAY("check that it is that of the message bus"),
          ""},
    Entry{413,
          refused,
          SAY("the message is too large for the server or a gateway before it"),
          SAY("send less at once; the bus takes 8 KB a message"),
          ""},
    Entry{504,
          SAY("a gateway gave up waiting"),
          SAY("a gateway gave up waiting"),
          SAY("its idle timeout must be longer than the 30 s for which the server holds a poll"),
          "KB3046976"},
};

constexpr std::array restStatuses{
    Entry{400,
          refused,
          SAY("the instance does not know what is asked for"),
          SAY("check the name of the table and of its fields"),
          ""},
    Entry{403,
          refused,
          SAY("the user's roles or an ACL forbid it"),
          SAY("ask an administrator of the instance for the right"),
          ""},
    Entry{404,
          refused,
          SAY("there is nothing of this name"),
          SAY("check the address of the instance and the name that is asked for"),
          ""},
    Entry{504,
          SAY("a gateway gave up waiting"),
          SAY("the instance took too long to answer"),
          SAY("try again later, or ask for less"),
          ""},
};

constexpr std::array commonStatuses{
    Entry{401, notSignedIn, SAY("not signed in, or the session ended"), signInAgain, ""},
    Entry{407,
          SAY("the proxy refused"),
          SAY("the proxy wants a user name and password"),
          SAY("check the proxy settings"),
          ""},
    Entry{408,
          refused,
          SAY("the request did not arrive in time"),
          SAY("check the network connection"),
          ""},
    Entry{429,
          SAY("the instance is busy"),
          SAY("too many requests, or more than 10 of this session wait already"),
          SAY("wait before trying again, and close other clients of this user"),
          "KB0655956"},
    Entry{500,
          failedInside,
          SAY("an error inside the server"),
          SAY("look into its own log, and try again later"),
          ""},
    Entry{502,
          SAY("a gateway failed"),
          SAY("a gateway got no valid answer from the server behind it"),
          SAY("try again later"),
          ""},
    Entry{503,
          SAY("the instance is not available now"),
          SAY("the instance is not available now, by maintenance, hibernation or overload"),
          SAY("wake the instance where it sleeps, and try again later"),
          ""},
};

constexpr std::array closeCodes{
    Entry{1000, SAY("normal end"), "", "", ""},
    Entry{1001,
          SAY("server or node is going away"),
          SAY("it restarts or is taken out of service"),
          SAY("wait for the reconnect to another node"),
          ""},
    Entry{1002,
          SAY("protocol error"),
          SAY("something in between changes the frames"),
          SAY("look for a proxy that inspects WebSocket"),
          ""},
    Entry{1003, SAY("kind of data not accepted"), "", "", ""},
    Entry{1007, SAY("text is not valid UTF-8"), "", "", ""},
    Entry{1008,
          SAY("against the server's policy"),
          SAY("the session or what was sent is not accepted"),
          signInAgain,
          ""},
    Entry{1009,
          SAY("message too big for the server"),
          SAY("a message was over its limit"),
          SAY("send less at once; the bus takes 8 KB a message"),
          ""},
    Entry{1011, SAY("error inside the server"), "", SAY("look into its own log"), ""},
    Entry{1012, SAY("server restarts"), "", SAY("wait for the reconnect"), ""},
    Entry{1013, SAY("server overloaded"), "", SAY("try again later"), ""},
    Entry{1014, SAY("bad answer behind a gateway"), "", SAY("try again later"), ""},
};

constexpr const char *notAllowed = SAY("not allowed");
constexpr const char *busy = SAY("the instance is busy");

constexpr std::array refusalCodes{
    Entry{202,
          busy,
          SAY("it took the command but put it off, since its AMB Send queue is full"),
          SAY("wait a few seconds and try again"),
          ""},
    Entry{401, notSignedIn, "", SAY("sign in and try again"), ""},
    Entry{402,
          SAY("the server does not know this session any more"),
          SAY("its node was restarted, or the request went to another one"),
          SAY("wait: a new one is being made"),
          ""},
    Entry{403,
          notAllowed,
          SAY("the user's roles, an ACL or the server's security policy forbid it"),
          SAY("ask an administrator of the instance for the right"),
          ""},
    Entry{405,
          refused,
          SAY("the server does not accept this channel name or message id"),
          SAY("check the name"),
          ""},
    Entry{429,
          busy,
          SAY("its AMB Send queue, which holds 50, is full"),
          SAY("wait a few seconds and try again"),
          ""},
};

/// A refusal that is known by words of its message rather than by a code.
struct Phrase
{
    const char *part;
    Entry entry;
};

constexpr Entry denied{
    403,
    SAY("signed in, but not allowed"),
    SAY("the user's roles or an ACL of this channel's processor forbid it"),
    SAY("ask an administrator of the instance, who finds it in sys_amb_processor"),
    ""};

constexpr std::array phrases{
    Phrase{"No processor matches",
           {404,
            SAY("the instance serves no such channel"),
            SAY("no active row of sys_amb_processor covers the name"),
            SAY("check the name, or choose one with “Discover Channels…”"),
            "KB0622691"}},
    Phrase{"http session is not mapped",
           {403,
            notSignedIn,
            SAY("the cookies belong to no valid session, and the channel is not a public one"),
            SAY("sign in again and subscribe once more"),
            ""}},
    Phrase{"Denied authorization", denied},
    Phrase{"subscribe_denied", denied},
    Phrase{"denied_by_security_policy", denied},
    // What CometD says when the instance removed the message and gives no reason in ext.
    Phrase{"message_deleted",
           {404,
            SAY("the instance dropped the message"),
            SAY("it gives no reason; mostly nobody is signed in, or it serves no such channel"),
            SAY("look at the session in the connection details, and check the name"),
            ""}},
};

constexpr std::array sessionStates{
    Entry{int(SessionStatus::LoggedOut),
          SAY("logged out"),
          SAY("the user signed out, or was idle for too long"),
          SAY("sign in again to receive messages"),
          ""},
    Entry{int(SessionStatus::Invalidated),
          SAY("nobody is signed in (session.invalidated)"),
          SAY("the cookies are not accepted, or the session ended"),
          SAY("sign in again; without, only public channels work"),
          ""},
};

constexpr int of(wire::Symptom symptom)
{
    return int(symptom);
}

constexpr std::array symptoms{
    Entry{of(wire::Symptom::UpgradeCutOff),
          SAY("the connection was closed before the WebSocket upgrade was answered"),
          SAY("a proxy, load balancer or firewall in between may not pass WebSocket"),
          SAY("let upgrades to /amb pass"),
          "KB0829978"},
    Entry{of(wire::Symptom::UpgradeChanged),
          SAY("the answer to the WebSocket upgrade is not that of a WebSocket server"),
          SAY("a proxy in between may have changed it"),
          SAY("let upgrades to /amb pass unchanged"),
          "KB0829978"},
    Entry{of(wire::Symptom::WebSocketNotOffered),
          SAY("the server does not offer WebSocket in its handshake reply"),
          SAY("on an instance, glide.cometd.websocket.enabled is probably false"),
          SAY("have an administrator set this property to true"),
          "KB0829978"},
    Entry{of(wire::Symptom::FramesSwallowed),
          SAY("the WebSocket opened, but no message came back through it"),
          SAY("something in between drops the frames"),
          SAY("open $websocket_test.do of the instance in a browser of this network"),
          "KB0622691"},
    Entry{of(wire::Symptom::EmptyReply),
          SAY("the server answered with an empty reply"),
          SAY("a proxy in between may have dropped its content"),
          SAY("have it leave /amb alone"),
          "KB0622691"},
    Entry{of(wire::Symptom::WebPage),
          SAY("the server answered with a web page instead of messages"),
          SAY("mostly a page for signing in or of a proxy"),
          SAY("sign in again, or check the address"),
          ""},
    Entry{of(wire::Symptom::LoginRedirect),
          SAY("the server redirects elsewhere"),
          SAY("mostly to a login page"),
          SAY("sign in again, or check the address"),
          ""},
    Entry{of(wire::Symptom::CookiesJoined),
          SAY("the session breaks behind a gateway"),
          SAY("the gateway joins two Cookie headers with a comma"),
          SAY("send the cookies in one header"),
          "KB2548136"},
    Entry{of(wire::Symptom::SessionReaped),
          SAY("the session ended under a healthy connection"),
          SAY("the instance ends sessions made by REST after one or two minutes"),
          SAY("open a page such as /home.do before the connection, or sign in again"),
          ""},
    Entry{of(wire::Symptom::NoConnectOutstanding),
          SAY("events stopped although the WebSocket is alive"),
          SAY("no /meta/connect is waiting at the server"),
          SAY("connect again"),
          ""},
    Entry{of(wire::Symptom::TableQuiet),
          SAY("no events come for a table"),
          SAY("its query finds nothing, the user may not read it, or it is a remote table, a "
              "database view or a rotated one"),
          SAY("change a record that the query finds, as a user who can read it"),
          ""},
    Entry{of(wire::Symptom::BusSwitchedOff),
          SAY("the instance switched its message bus off"),
          SAY("glide.amb.active is false"),
          SAY("ask an administrator of the instance"),
          ""},
    Entry{of(wire::Symptom::SchemeTwice),
          SAY("the address of the instance is not well formed"),
          SAY("its scheme is there twice, or something stands before it"),
          SAY("write it as https://dev12345.service-now.com"),
          "KB0752107"},
    Entry{of(wire::Symptom::MidServerDisconnects),
          SAY("a MID Server counts AMB disconnects"),
          SAY("it reconnects when nodes are patched, and the count is never reset"),
          SAY("nothing needs to be done while it reconnects"),
          "KB2960053"},
};

#undef SAY

/// Words for a status that has none of its own.
WireWords unknownStatus(wire::Exchange exchange, int status)
{
    const bool isUpgrade = exchange == wire::Exchange::Upgrade;
    const QString happened = translated(isUpgrade ? upgradeRefused : refused);
    if (status >= 500)
        return {Words::tr("the server failed"),
                Words::tr("an error of the server or a gateway before it"),
                Words::tr("try again later"),
                {}};
    if (status >= 300 && status < 400)
        return {happened,
                Words::tr("it redirects elsewhere, mostly to a login page"),
                Words::tr("sign in again, or check the address"),
                {}};
    if (isUpgrade && status >= 200 && status < 300)
        return {happened,
                Words::tr("an ordinary web page is at this address, or a proxy in between does "
                          "not pass WebSocket"),
                Words::tr("check the address, and let upgrades to /amb pass"),
                u"KB0829978"_s};
    if (isUpgrade)
        return {happened,
                Words::tr("the server or a proxy in between does not pass WebSocket"),
                translated(letItPass),
                u"KB0829978"_s};
    if (status >= 400)
        return {happened,
                Words::tr("the server does not take it"),
                Words::tr("check the address and sign in again"),
                {}};
    return {Words::tr("the answer is not the expected one"),
            exchange == wire::Exchange::Post ? Words::tr("a Bayeux server answers with 200")
                                             : Words::tr("another server is at this address"),
            Words::tr("check the address"),
            {}};
}

std::span<const Entry> statusesOf(wire::Exchange exchange)
{
    switch (exchange) {
    case wire::Exchange::Upgrade:
        return upgradeStatuses;
    case wire::Exchange::Post:
        return postStatuses;
    case wire::Exchange::Rest:
        break;
    }
    return restStatuses;
}

} // namespace

QString WireWords::reason() const
{
    QString text = cause;
    if (!cause.isEmpty() && !advice.isEmpty())
        text += u"; "_s;
    text += advice;
    return article.isEmpty() ? text : u"%1 (%2)"_s.arg(text, article);
}

QString WireWords::sentence() const
{
    const QString why = reason();
    QString text = why.isEmpty() ? happened : u"%1: %2"_s.arg(happened, why);
    if (text.isEmpty())
        return text;
    text.front() = text.front().toUpper();
    return text + u'.';
}

WireWords wire::httpStatus(Exchange exchange, int status)
{
    if (const Entry *entry = find(statusesOf(exchange), status))
        return wordsOf(*entry);
    if (const Entry *entry = find(commonStatuses, status))
        return wordsOf(*entry);
    return unknownStatus(exchange, status);
}

WireWords wire::closeCode(int code)
{
    if (const Entry *entry = find(closeCodes, code))
        return wordsOf(*entry);
    return {Words::tr("a code of the server's own"), {}, {}, {}};
}

WireWords wire::refusal(const QString &message, int code)
{
    const auto said = std::ranges::find_if(phrases, [&message](const Phrase &phrase) {
        return message.contains(QLatin1StringView(phrase.part), Qt::CaseInsensitive);
    });
    // CometD's generic words say less than any code of the instance.
    const Entry *byCode = find(refusalCodes, code);
    const bool isGeneric = said == phrases.end() || said->part == phrases.back().part;
    if (byCode && isGeneric)
        return wordsOf(*byCode);
    return said == phrases.end() ? WireWords() : wordsOf(said->entry);
}

WireWords wire::session(SessionStatus status)
{
    const Entry *entry = find(sessionStates, int(status));
    return entry ? wordsOf(*entry) : WireWords();
}

WireWords wire::symptom(Symptom symptom)
{
    const Entry *entry = find(symptoms, of(symptom));
    return entry ? wordsOf(*entry) : WireWords();
}

} // namespace amb
