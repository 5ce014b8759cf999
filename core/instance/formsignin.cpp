// SPDX-License-Identifier: MIT
#include "core/instance/formsignin.h"

#include "core/instance/formbody.h"

namespace amb {

namespace {

constexpr auto loginPath = QLatin1StringView("/login.do");

bool speaksOfLock(const QString &complaint)
{
    return complaint.contains(QLatin1StringView("lock"), Qt::CaseInsensitive);
}

bool speaksOfExpiry(const QString &complaint)
{
    return complaint.contains(QLatin1StringView("expired"), Qt::CaseInsensitive);
}

} // namespace

FormSignIn::FormSignIn(HttpSession &session, const Credentials &credentials)
    : SignInWay(session)
    , m_user(credentials.user)
    , m_password(credentials.password)
{ }

void FormSignIn::start()
{
    connect(session().get(QUrl(loginPath)), &InstanceCall::finished, this, &FormSignIn::takeForm);
}

void FormSignIn::takeForm(const InstanceReply &reply)
{
    if (const auto failure = signinwords::obstacle(session(), reply)) {
        emit failed(*failure);
        return;
    }
    QByteArray check = inputValue(reply.body, QStringLiteral("sysparm_ck")).toUtf8();
    if (check.isEmpty())
        check = userTokenIn(reply.body);
    if (reply.status != 200 || signOf(reply, session()) != PageSign::Login) {
        emit failed(signinwords::unexpected(session(), reply));
        return;
    }
    // The fields of the form are not confirmed on a real instance (amb.md § 1.4).
    const QByteArray body = formBody({{"user_name", m_user.toUtf8()},
                                      {"user_password", m_password.toUtf8()},
                                      {"sys_action", "sysverb_login"},
                                      {"sysparm_ck", check}});
    land(session().post(QUrl(loginPath), formContentType, body),
         [this](const InstanceReply &answer) { takeAnswer(answer); });
}

void FormSignIn::takeAnswer(const InstanceReply &reply)
{
    if (const auto failure = signinwords::obstacle(session(), reply)) {
        emit failed(*failure);
        return;
    }
    const PageSign sign = signOf(reply, session());
    if (sign == PageSign::Login || reply.status == 401) {
        emit failed(explainRefusal(reply));
        return;
    }
    // The page that one lands on may be missing or forbidden; the session is there all the same.
    const bool hasLanded =
        !reply.isRedirect() && reply.status < 500 && reply.url.path() != loginPath;
    if (reply.status == 200 || hasLanded)
        succeed(reply);
    else
        emit failed(signinwords::unexpected(session(), reply));
}

SignInFailure FormSignIn::explainRefusal(const InstanceReply &reply) const
{
    const QString name = session().address().displayName();
    const QString complaint = pageComplaint(reply.body);
    if (speaksOfLock(complaint))
        return signinwords::refused(
            tr("%1 has locked this user out: “%2”. An administrator can unlock it (User record, "
               "“Locked out”); open the instance anew then.")
                .arg(name, complaint),
            reply);
    // The password was not looked at then.
    if (speaksOfExpiry(complaint))
        return {{ErrorKind::Refused,
                 tr("%1 says that its login page had expired: “%2”. Connect again.")
                     .arg(name, complaint),
                 signinwords::detailOf(reply)}};
    return signinwords::refused(
        complaint.isEmpty()
            ? tr("%1 shows the login page again: it does not accept this user and password. Check "
                 "both; the same password is not tried again by itself.")
                  .arg(name)
            : tr("%1 does not accept this user and password: “%2”. Check both; the same password "
                 "is not tried again by itself.")
                  .arg(name, complaint),
        reply);
}

void FormSignIn::succeed(const InstanceReply &reply)
{
    if (session().cookies().cookieHeader(session().address().site()).isEmpty()) {
        emit failed(signinwords::noCookie(session(), reply));
        return;
    }
    session().takeUserToken(reply.body);
    if (session().userToken().isEmpty())
        viewPage();
    else
        emit done();
}

} // namespace amb
