// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/oauthtokens.h"
#include "core/instance/signinway.h"

namespace amb {

/// OAuth 2.0 at /oauth_token.do with what is at hand: user and password, the application alone, or
/// a refresh token. The access token is used for the cookies only and then forgotten.
///
/// A refresh token that came with the password's grant is tried first next time; where it is no
/// longer accepted, the password has its turn.
class OAuthSignIn : public SignInWay
{
    Q_OBJECT

public:
    OAuthSignIn(HttpSession &session, Credentials credentials);
    void start() override;

protected:
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    /// Asks for tokens; the cookies follow, or failed().
    void ask(OAuthGrant grant, const AuthorizationCode &code = {});
    /// What to do without a refresh token.
    virtual void startAnew();
    /// Whether there is another way when the refresh token is refused.
    [[nodiscard]] virtual bool canStartAnew() const;
    /// What is missing in the credentials; empty when nothing is.
    [[nodiscard]] QString missing() const;

private:
    void takeTokens(OAuthGrant grant, const InstanceReply &reply);
    void keepRefreshToken(const QString &token);
    [[nodiscard]] SignInFailure explainRest(const InstanceReply &reply) const override;

    Credentials m_credentials;
};

} // namespace amb
