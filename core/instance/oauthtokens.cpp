// SPDX-License-Identifier: MIT
#include "core/instance/oauthtokens.h"

#include "core/instance/formbody.h"
#include "core/instance/httpsession.h"
#include "core/transport/failures.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::SignIn)
};

QString refusalWords(OAuthGrant grant, const QString &name, const QString &said)
{
    switch (grant) {
    case OAuthGrant::Password:
        return Words::tr("%1 gives no OAuth token for this user and application (%2): check user, "
                         "password, client ID and secret, and whether the user is locked out or "
                         "needs a second factor. The same ones are not tried again.")
            .arg(name, said);
    case OAuthGrant::ClientCredentials:
        return Words::tr(
                   "%1 gives no OAuth token for this application (%2): check client ID and secret, "
                   "that the application has an OAuth Application User, and that the property "
                   "glide.oauth.inbound.client.credential.grant_type.enabled is true.")
            .arg(name, said);
    case OAuthGrant::RefreshToken:
        return Words::tr("%1 does not accept the refresh token (%2): it has expired, was revoked, "
                         "or belongs to another application. Sign in anew.")
            .arg(name, said);
    case OAuthGrant::AuthorizationCode:
        return Words::tr("%1 does not accept the code that the browser brought (%2): check client "
                         "ID and secret, and that the application takes public clients (PKCE) "
                         "where it has no secret.")
            .arg(name, said);
    }
    return {};
}

/// The answer's own words, which may be anything.
QString saidIn(const QJsonObject &answer, int status)
{
    const QString error = failures::oneLine(answer.value("error"_L1).toString(), 60);
    const QString more = failures::oneLine(answer.value("error_description"_L1).toString());
    const QString both = error.isEmpty() || more.isEmpty() ? error + more : error + u": "_s + more;
    return both.isEmpty() ? u"HTTP %1"_s.arg(status) : both;
}

} // namespace

QByteArray tokenRequest(OAuthGrant grant,
                        const Credentials &credentials,
                        const AuthorizationCode &code)
{
    QList<std::pair<QByteArray, QByteArray>> fields;
    switch (grant) {
    case OAuthGrant::Password:
        fields = {{"grant_type", "password"},
                  {"username", credentials.user.toUtf8()},
                  {"password", credentials.password.toUtf8()}};
        break;
    case OAuthGrant::ClientCredentials:
        fields = {{"grant_type", "client_credentials"}};
        break;
    case OAuthGrant::RefreshToken:
        fields = {{"grant_type", "refresh_token"},
                  {"refresh_token", credentials.refreshToken.toUtf8()}};
        break;
    case OAuthGrant::AuthorizationCode:
        fields = {{"grant_type", "authorization_code"},
                  {"code", code.code},
                  {"redirect_uri", code.redirectUri},
                  {"code_verifier", code.verifier}};
        break;
    }
    fields.emplaceBack("client_id", credentials.application.clientId.toUtf8());
    if (!credentials.application.clientSecret.isEmpty())
        fields.emplaceBack("client_secret", credentials.application.clientSecret.toUtf8());
    return formBody(fields);
}

std::variant<OAuthTokens, SignInFailure> readTokens(OAuthGrant grant,
                                                    const HttpSession &session,
                                                    const InstanceReply &reply)
{
    if (const auto failure = signinwords::obstacle(session, reply))
        return *failure;
    const QString name = session.address().displayName();
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 200 && answer.value("access_token"_L1).isString()) {
        OAuthTokens tokens;
        tokens.accessToken = answer.value("access_token"_L1).toString();
        tokens.refreshToken = answer.value("refresh_token"_L1).toString();
        return tokens;
    }
    if (reply.status == 401 || (reply.status == 400 && answer.contains("error"_L1)))
        return signinwords::refused(refusalWords(grant, name, saidIn(answer, reply.status)), reply);
    if (reply.status == 404)
        return SignInFailure{{ErrorKind::NotSignedIn,
                              Words::tr("%1 has no OAuth (HTTP 404 at /oauth_token.do): check the "
                                        "address, and that the OAuth plugin is on.")
                                  .arg(name),
                              signinwords::detailOf(reply)}};
    return signinwords::unexpected(session, reply);
}

} // namespace amb
