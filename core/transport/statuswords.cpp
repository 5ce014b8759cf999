// SPDX-License-Identifier: MIT
#include "core/transport/statuswords.h"

#include <QCoreApplication>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TransportFailure)
};

/// The registered reason phrases (RFC 9110 § 15) of statuses that occur here; they are the
/// protocol's words and not translated.
QLatin1StringView reasonPhrase(int httpStatus)
{
    switch (httpStatus) {
    case 200:
        return QLatin1StringView("OK");
    case 204:
        return QLatin1StringView("No Content");
    case 301:
        return QLatin1StringView("Moved Permanently");
    case 302:
        return QLatin1StringView("Found");
    case 303:
        return QLatin1StringView("See Other");
    case 307:
        return QLatin1StringView("Temporary Redirect");
    case 308:
        return QLatin1StringView("Permanent Redirect");
    case 400:
        return QLatin1StringView("Bad Request");
    case 401:
        return QLatin1StringView("Unauthorized");
    case 403:
        return QLatin1StringView("Forbidden");
    case 404:
        return QLatin1StringView("Not Found");
    case 405:
        return QLatin1StringView("Method Not Allowed");
    case 407:
        return QLatin1StringView("Proxy Authentication Required");
    case 408:
        return QLatin1StringView("Request Timeout");
    case 413:
        return QLatin1StringView("Content Too Large");
    case 426:
        return QLatin1StringView("Upgrade Required");
    case 429:
        return QLatin1StringView("Too Many Requests");
    case 500:
        return QLatin1StringView("Internal Server Error");
    case 501:
        return QLatin1StringView("Not Implemented");
    case 502:
        return QLatin1StringView("Bad Gateway");
    case 503:
        return QLatin1StringView("Service Unavailable");
    case 504:
        return QLatin1StringView("Gateway Timeout");
    default:
        return {};
    }
}

} // namespace

QString statusWithPhrase(int httpStatus)
{
    const QLatin1StringView phrase = reasonPhrase(httpStatus);
    const QString number = QString::number(httpStatus);
    return phrase.isEmpty() ? number : QStringLiteral("%1 (%2)").arg(number, phrase);
}

QString statusMeaning(int httpStatus)
{
    switch (httpStatus) {
    case 400:
        return Words::tr("it does not take the request as Bayeux; check that the address is that "
                         "of the message bus");
    case 401:
        return Words::tr("not signed in, or the session ended; sign in again");
    case 403:
        return Words::tr("origin or session not accepted; sign in again, and check that the "
                         "address is the instance's own");
    case 404:
        return Words::tr("there is no message bus at this address; check the path, which is /amb "
                         "on ServiceNow");
    case 405:
        return Words::tr("this address takes no POST; check that it is that of the message bus");
    case 407:
        return Words::tr("the proxy wants a user name and password; check the proxy settings");
    case 408:
        return Words::tr("the request did not arrive in time; check the network connection");
    case 413:
        return Words::tr("the message is too large for the server or a gateway before it");
    case 429:
        return Words::tr("too many requests; wait before trying again, and close other clients "
                         "of this user");
    case 500:
        return Words::tr("an error inside the server; its own log says more");
    case 502:
        return Words::tr("a gateway got no valid answer from the server behind it; try again "
                         "later");
    case 503:
        return Words::tr("the instance is not available now, by maintenance, hibernation or "
                         "overload; try again later");
    case 504:
        return Words::tr("a gateway gave up waiting; its idle timeout must be longer than the "
                         "time for which the server holds a poll, 30 s on ServiceNow");
    default:
        break;
    }
    if (httpStatus >= 500)
        return Words::tr("an error of the server or a gateway before it; try again later");
    if (httpStatus >= 400)
        return Words::tr("it refuses the request; check the address and sign in again");
    return Words::tr("a Bayeux server answers with 200; check the address");
}

QString upgradeRefusalMeaning(int httpStatus)
{
    switch (httpStatus) {
    case 400:
    case 426:
    case 501:
        return Words::tr("a proxy, load balancer or firewall in between does not pass WebSocket, "
                         "or the instance has it switched off");
    case 401:
        return Words::tr("not signed in, or the session ended; sign in again");
    case 403:
        return Words::tr("origin or session not accepted; sign in again, and check that the "
                         "address is the instance's own");
    case 404:
        return Words::tr("there is no WebSocket at this address; check the path, which is /amb "
                         "on ServiceNow");
    case 407:
        return Words::tr("the proxy wants a user name and password; check the proxy settings");
    case 429:
        return Words::tr("too many connections or requests; wait before trying again");
    case 502:
    case 503:
    case 504:
        return Words::tr("the instance is not available now, or a gateway before it does not pass "
                         "WebSocket");
    default:
        break;
    }
    if (httpStatus >= 500)
        return Words::tr("an error of the server or a gateway before it; try again later");
    if (httpStatus >= 300 && httpStatus < 400)
        return Words::tr("it redirects elsewhere, mostly to a login page; sign in again, or check "
                         "the address");
    if (httpStatus >= 200 && httpStatus < 300)
        return Words::tr("an ordinary web page is at this address, or a proxy in between does not "
                         "pass WebSocket");
    return Words::tr("the server or a proxy in between does not pass WebSocket");
}

QString closeCodeMeaning(int closeCode)
{
    switch (closeCode) {
    case 1000:
        return Words::tr("normal end");
    case 1001:
        return Words::tr("server or node is going away");
    case 1002:
        return Words::tr("protocol error");
    case 1003:
        return Words::tr("kind of data not accepted");
    case 1007:
        return Words::tr("text is not valid UTF-8");
    case 1008:
        return Words::tr("against the server's policy");
    case 1009:
        return Words::tr("message too big for the server");
    case 1011:
        return Words::tr("error inside the server");
    case 1012:
        return Words::tr("server restarts");
    case 1013:
        return Words::tr("server overloaded, try later");
    case 1014:
        return Words::tr("bad answer behind a gateway");
    default:
        return Words::tr("a code of the server's own");
    }
}

} // namespace amb
