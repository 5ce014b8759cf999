// SPDX-License-Identifier: MIT
#include "core/instance/signinwords.h"

#include "core/instance/httpsession.h"
#include "core/statusphrase.h"
#include "core/transport/failures.h"
#include "core/transport/httpreply.h"
#include "core/wirewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb::signinwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::SignIn)
};

constexpr std::chrono::seconds waitWhenNotSaid{10};
constexpr std::chrono::seconds longestWait{3600};

SignInFailure failure(ErrorKind kind, const QString &text, const InstanceReply &reply)
{
    return {{kind, text, detailOf(reply)}};
}

SignInFailure tooMany(const QString &name, const InstanceReply &reply)
{
    bool isNumber = false;
    const auto seconds = std::chrono::seconds(reply.header("retry-after").toInt(&isNumber));
    const auto wait =
        isNumber ? std::clamp(seconds, std::chrono::seconds(1), longestWait) : waitWhenNotSaid;
    SignInFailure busy =
        failure(ErrorKind::Refused,
                Words::tr("%1 answered with HTTP 429: too many requests. Sign in again in %2 s, "
                          "and close other clients of this user; nothing is sent before.")
                    .arg(name)
                    .arg(wait.count()),
                reply);
    busy.wait = wait;
    return busy;
}

} // namespace

QString detailOf(const InstanceReply &reply)
{
    return QStringLiteral("%1: HTTP %2").arg(reply.url.path()).arg(reply.status);
}

SignInFailure refused(const QString &text, const InstanceReply &reply)
{
    SignInFailure refusal = failure(ErrorKind::NotSignedIn, text, reply);
    refusal.isRefusal = true;
    return refusal;
}

SignInFailure page(PageSign sign, const HttpSession &session, const InstanceReply &reply)
{
    const QString name = session.address().displayName();
    switch (sign) {
    case PageSign::Login:
        return refused(Words::tr("%1 asks to log in: the session has ended, or was never one. Sign "
                                 "in again.")
                           .arg(name),
                       reply);
    case PageSign::SecondFactor:
        return refused(Words::tr("%1 wants a second factor (MFA) of this user, which only a "
                                 "browser can give: sign in there, and use OAuth in the browser or "
                                 "paste the browser's cookies.")
                           .arg(name),
                       reply);
    case PageSign::SingleSignOn: {
        const QString host = session.isOwn(reply.location) ? QString() : reply.location.host();
        return refused(
            host.isEmpty()
                ? Words::tr("%1 signs its users in elsewhere (single sign-on), which only a "
                            "browser can do: use OAuth in the browser, or sign in there and paste "
                            "the browser's cookies.")
                      .arg(name)
                : Words::tr("%1 signs its users in at %2 (single sign-on), which only a browser "
                            "can do: use OAuth in the browser, or sign in there and paste the "
                            "browser's cookies.")
                      .arg(name, failures::oneLine(host)),
            reply);
    }
    case PageSign::Hibernating:
        return failure(ErrorKind::Network,
                       Words::tr("%1 hibernates, as developer instances do when nobody uses them: "
                                 "wake it at developer.servicenow.com (Manage > Instance), wait "
                                 "some minutes, and connect again.")
                           .arg(name),
                       reply);
    case PageSign::Moved:
        return failure(ErrorKind::Input,
                       Words::tr("%1 is at another address now: open %2 instead.")
                           .arg(name,
                                failures::oneLine(reply.location.toDisplayString(
                                    QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                    | QUrl::RemoveFragment))),
                       reply);
    case PageSign::None:
        break;
    }
    Q_ASSERT_X(false, "signinwords::page", "there is no page without a sign");
    return unexpected(session, reply);
}

SignInFailure unexpected(const HttpSession &session, const InstanceReply &reply)
{
    const QString name = session.address().displayName();
    if (reply.status == 404)
        return failure(ErrorKind::NotSignedIn,
                       Words::tr("%1 has no ServiceNow REST API (HTTP 404): check the address, or "
                                 "leave the user away for a plain CometD server.")
                           .arg(name),
                       reply);
    if (reply.isRedirect())
        return failure(
            ErrorKind::NotSignedIn,
            Words::tr("%1 sends the sign-in elsewhere (HTTP %2): check the address; with single "
                      "sign-on, use OAuth in the browser or the browser's cookies.")
                .arg(name)
                .arg(reply.status),
            reply);
    const QString title = isWebPage(reply) ? pageTitle(reply.body) : QString();
    if (reply.status == 200)
        return failure(ErrorKind::NotSignedIn,
                       title.isEmpty()
                           ? Words::tr("%1 answered the sign-in with something that is not "
                                       "ServiceNow's: check the address.")
                                 .arg(name)
                           : Words::tr("%1 answered the sign-in with the web page “%2”: open the "
                                       "address in a browser to see what it wants.")
                                 .arg(name, title),
                       reply);
    const QString status = statusWithPhrase(reply.status);
    const QString reason = wire::httpStatus(wire::Exchange::Rest, reply.status).reason();
    return failure(
        ErrorKind::Network,
        title.isEmpty()
            ? Words::tr("Sign-in at %1 was answered with HTTP %2: %3.").arg(name, status, reason)
            : Words::tr("Sign-in at %1 was answered with HTTP %2 and the web page “%3”: %4.")
                  .arg(name, status, title, reason),
        reply);
}

SignInFailure noCookie(const HttpSession &session, const InstanceReply &reply)
{
    return failure(ErrorKind::NotSignedIn,
                   Words::tr("%1 accepted the request but set no session cookie: it does not seem "
                             "to be a ServiceNow instance. Leave the user away for a plain CometD "
                             "server.")
                       .arg(session.address().displayName()),
                   reply);
}

std::optional<SignInFailure> obstacle(const HttpSession &session, const InstanceReply &reply)
{
    if (reply.failure)
        return SignInFailure{*reply.failure};
    if (reply.status == 429)
        return tooMany(session.address().displayName(), reply);
    switch (const PageSign sign = signOf(reply, session)) {
    case PageSign::SecondFactor:
    case PageSign::SingleSignOn:
    case PageSign::Hibernating:
    case PageSign::Moved:
        return page(sign, session, reply);
    case PageSign::Login: // what it means depends on what was asked
    case PageSign::None:
        break;
    }
    return std::nullopt;
}

} // namespace amb::signinwords
