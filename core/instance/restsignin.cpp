// SPDX-License-Identifier: MIT
#include "core/instance/restsignin.h"

#include <algorithm>

namespace amb {

PasswordSignIn::PasswordSignIn(HttpSession &session, const Credentials &credentials)
    : SignInWay(session)
    , m_authorization(
          "Basic "
          + (credentials.user + QLatin1Char(':') + credentials.password).toUtf8().toBase64())
{ }

void PasswordSignIn::start()
{
    askRest(m_authorization);
}

SignInFailure PasswordSignIn::explainRest(const InstanceReply &reply) const
{
    if (reply.status != 401)
        return SignInWay::explainRest(reply);
    // Instances say the same of a wrong password, a user who is locked out and one who needs a
    // second factor.
    return signinwords::refused(
        tr("%1 does not accept this user and password (HTTP 401). Check both, and whether the user "
           "is locked out; with MFA or single sign-on, use OAuth in the browser or cookies from a "
           "browser. The same password is not tried again by itself.")
            .arg(session().address().displayName()),
        reply);
}

BearerSignIn::BearerSignIn(HttpSession &session, const Credentials &credentials)
    : SignInWay(session)
    , m_token(bearerAuthorization(credentials.accessToken))
{ }

void BearerSignIn::start()
{
    if (m_token.isEmpty())
        failLater({{ErrorKind::Input,
                    tr("There is no OAuth access token to sign in with: paste the token alone, as "
                       "“access_token” has it."),
                    {}}});
    else
        askRest(m_token);
}

SignInFailure BearerSignIn::explainRest(const InstanceReply &reply) const
{
    if (reply.status != 401)
        return SignInWay::explainRest(reply);
    return signinwords::refused(
        tr("%1 does not accept this OAuth token (HTTP 401): it has expired, as access tokens do "
           "after half an hour, or was revoked. Paste a new one, or use a way of OAuth that makes "
           "new ones.")
            .arg(session().address().displayName()),
        reply);
}

CertificateSignIn::CertificateSignIn(HttpSession &session)
    : SignInWay(session)
{ }

void CertificateSignIn::start()
{
    if (session().network().clientCertificate)
        askRest({});
    else
        failLater({{ErrorKind::Input,
                    tr("There is no client certificate to sign in with: choose a certificate and "
                       "its key."),
                    {}}});
}

SignInFailure CertificateSignIn::explainRest(const InstanceReply &reply) const
{
    if (reply.status != 401)
        return SignInWay::explainRest(reply);
    return signinwords::refused(
        tr("%1 does not know a user by this client certificate (HTTP 401): mutual authentication "
           "must be on there, and the certificate must belong to a user (table "
           "sys_user_certificate).")
            .arg(session().address().displayName()),
        reply);
}

QByteArray bearerAuthorization(const QString &token)
{
    QByteArray text = token.trimmed().toUtf8();
    if (text.toLower().startsWith("bearer "))
        text = text.mid(7).trimmed();
    const bool isToken =
        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return isToken && !text.isEmpty() ? "Bearer " + text : QByteArray();
}

} // namespace amb
