// SPDX-License-Identifier: MIT
#include "core/instance/oauthsignin.h"

#include "core/instance/formbody.h"
#include "core/instance/restsignin.h"

#include <utility>

namespace amb {

OAuthSignIn::OAuthSignIn(HttpSession &session, Credentials credentials)
    : SignInWay(session)
    , m_credentials(std::move(credentials))
{ }

void OAuthSignIn::start()
{
    if (const QString words = missing(); !words.isEmpty())
        failLater({{ErrorKind::Input, words, {}}});
    else if (!m_credentials.refreshToken.isEmpty())
        ask(OAuthGrant::RefreshToken);
    else
        startAnew();
}

QString OAuthSignIn::missing() const
{
    const bool needsSecret = m_credentials.kind == Credentials::Kind::OAuthClientCredentials;
    if (m_credentials.application.clientId.isEmpty())
        return tr("OAuth needs the client ID of an application that the instance knows (System "
                  "OAuth > Application Registry).");
    if (needsSecret && m_credentials.application.clientSecret.isEmpty())
        return tr("The application alone signs in by its client secret: give it, or choose another "
                  "way.");
    if (m_credentials.kind == Credentials::Kind::OAuthRefreshToken
        && m_credentials.refreshToken.isEmpty())
        return tr("There is no refresh token to sign in with: paste it, as “refresh_token” has "
                  "it.");
    return {};
}

void OAuthSignIn::startAnew()
{
    ask(m_credentials.kind == Credentials::Kind::OAuthPassword ? OAuthGrant::Password
                                                               : OAuthGrant::ClientCredentials);
}

bool OAuthSignIn::canStartAnew() const
{
    return m_credentials.kind != Credentials::Kind::OAuthRefreshToken;
}

void OAuthSignIn::ask(OAuthGrant grant, const AuthorizationCode &code)
{
    InstanceRequest request;
    request.method = InstanceRequest::Method::Post;
    request.url = QUrl(QStringLiteral("/oauth_token.do"));
    request.accept = "application/json";
    request.contentType = formContentType;
    request.body = tokenRequest(grant, m_credentials, code);
    connect(session().send(request),
            &InstanceCall::finished,
            this,
            [this, grant](const InstanceReply &reply) { takeTokens(grant, reply); });
}

void OAuthSignIn::takeTokens(OAuthGrant grant, const InstanceReply &reply)
{
    const auto answer = readTokens(grant, session(), reply);
    if (const auto *failure = std::get_if<SignInFailure>(&answer)) {
        if (grant != OAuthGrant::RefreshToken || !failure->isRefusal || !canStartAnew()) {
            emit failed(*failure);
            return;
        }
        keepRefreshToken({});
        startAnew();
        return;
    }
    const auto &tokens = std::get<OAuthTokens>(answer);
    if (!tokens.refreshToken.isEmpty())
        keepRefreshToken(tokens.refreshToken);
    const QByteArray authorization = bearerAuthorization(tokens.accessToken);
    if (authorization.isEmpty())
        emit failed(signinwords::unexpected(session(), reply));
    else
        askRest(authorization);
}

void OAuthSignIn::keepRefreshToken(const QString &token)
{
    // The application alone needs none.
    if (token == m_credentials.refreshToken
        || m_credentials.kind == Credentials::Kind::OAuthClientCredentials)
        return;
    m_credentials.refreshToken = token;
    emit secretsChanged(m_credentials);
}

SignInFailure OAuthSignIn::explainRest(const InstanceReply &reply) const
{
    if (reply.status != 401)
        return SignInWay::explainRest(reply);
    return signinwords::refused(
        tr("%1 gave an OAuth token but does not accept it (HTTP 401): check that the application's "
           "user is active, and that the application's scope lets it use REST APIs.")
            .arg(session().address().displayName()),
        reply);
}

} // namespace amb
