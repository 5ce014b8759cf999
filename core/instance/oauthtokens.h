// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"
#include "core/instance/signinwords.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace amb {

class HttpSession;

/// What /oauth_token.do gives.
struct OAuthTokens
{
    QString accessToken;
    QString refreshToken; ///< empty: none came with it
};

/// What is asked for at /oauth_token.do.
enum class OAuthGrant : quint8 {
    Password,
    ClientCredentials,
    RefreshToken,
    AuthorizationCode
};

/// A code that the browser brought, with what proves that we asked for it (RFC 7636).
struct AuthorizationCode
{
    QByteArray code;
    QByteArray redirectUri;
    QByteArray verifier;
};

/// The request's body. `code` is for OAuthGrant::AuthorizationCode alone.
QByteArray tokenRequest(OAuthGrant grant,
                        const Credentials &credentials,
                        const AuthorizationCode &code = {});

/// Reads the answer. Instances say `{"error":"server_error","error_description":"access_denied"}`
/// with 401 whatever is wrong: client, secret, user, password, code or a disabled grant.
std::variant<OAuthTokens, SignInFailure> readTokens(OAuthGrant grant,
                                                    const HttpSession &session,
                                                    const InstanceReply &reply);

} // namespace amb
