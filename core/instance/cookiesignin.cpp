// SPDX-License-Identifier: MIT
#include "core/instance/cookiesignin.h"

#include "core/logging.h"

namespace amb {

CookieSignIn::CookieSignIn(HttpSession &session, const Credentials &credentials)
    : SignInWay(session)
    , m_cookies(credentials.cookies)
{ }

void CookieSignIn::start()
{
    const QUrl bus = session().address().bayeuxUrl();
    session().cookies().add(m_cookies, bus);
    if (session().cookies().cookieHeader(bus).isEmpty()) {
        failLater({{ErrorKind::NotSignedIn,
                    tr("None of the cookies is for %1, or they have expired: copy them again while "
                       "you are signed in there.")
                        .arg(session().address().displayName()),
                    {}},
                   true});
        return;
    }
    land(session().get(QUrl(QStringLiteral("/home.do"))),
         [this](const InstanceReply &reply) { takePage(reply); });
}

void CookieSignIn::takePage(const InstanceReply &reply)
{
    const PageSign sign = reply.failure ? PageSign::None : signOf(reply, session());
    const QString name = session().address().displayName();
    // An instance with single sign-on sends whoever has no session to where users sign in.
    if (sign == PageSign::Login || sign == PageSign::SingleSignOn || reply.status == 401) {
        emit failed(signinwords::refused(
            tr("%1 no longer knows the session of these cookies: it ended in the browser, or the "
               "cookies are not all there. Sign in there again and copy the whole Cookie header.")
                .arg(name),
            reply));
        return;
    }
    if (sign == PageSign::SecondFactor) {
        emit failed(signinwords::refused(
            tr("The session of these cookies still waits for a second factor (MFA) at %1: finish "
               "signing in in the browser, then copy the cookies again.")
                .arg(name),
            reply));
        return;
    }
    if (const auto failure = signinwords::obstacle(session(), reply)) {
        emit failed(*failure);
        return;
    }
    if (reply.status >= 500) {
        emit failed(signinwords::unexpected(session(), reply));
        return;
    }
    // Any other answer is not about the session: a plain CometD server has no such page.
    if (reply.status == 200)
        session().takeUserToken(reply.body);
    else
        qCInfo(logInstance) << "page view with cookies answered with" << reply.status;
    emit done();
}

} // namespace amb
