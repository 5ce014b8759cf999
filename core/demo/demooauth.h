// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

#include <QHash>
#include <QString>

#include <chrono>

namespace amb {

class DemoSessions;
class DemoUsers;

/// OAuth 2.0 of a demo instance: /oauth_token.do with all grants, and /oauth_auth.do, where users
/// let an application in. It knows one application.
///
/// Whatever is wrong is `{"error_description":"access_denied","error":"server_error"}` with 401, as
/// real instances say.
class DemoOAuth
{
public:
    static constexpr auto clientId = "5d0e4c1f87a2b6d3905e7f1c2a3b4d00";
    static constexpr auto clientSecret = "demo-secret";

    DemoOAuth(DemoSessions &sessions, DemoUsers &users);

    HttpResponse token(const HttpRequest &request);
    HttpResponse authorize(const HttpRequest &request);

    /// Whose access token this is; empty when it is none, or has expired.
    [[nodiscard]] QString userOf(const QByteArray &accessToken) const;
    QByteArray makeAccessToken(const QString &user);
    void expireAccessTokens();
    void revokeAll(); ///< refresh tokens, too

private:
    using Clock = std::chrono::steady_clock;

    /// A code that waits to be exchanged, once.
    struct Code
    {
        QString user;
        QString redirectUri;
        QByteArray challenge;
        Clock::time_point expires;
    };

    struct AccessToken
    {
        QString user;
        Clock::time_point expires;
    };

    /// The user that a request for tokens is for; empty: denied.
    QString userFor(const QUrlQuery &form);
    QString userForCode(const QUrlQuery &form);
    HttpResponse tokensFor(const QString &user, const QString &refreshToken);
    [[nodiscard]] static HttpResponse consentPage(const QUrlQuery &wish, const QByteArray &token);
    HttpResponse consent(const HttpRequest &request, const QByteArray &sessionId);

    DemoSessions &m_sessions;
    DemoUsers &m_users;
    QHash<QString, Code> m_codes;
    QHash<QString, QString> m_refreshTokens; // users by token
    QHash<QByteArray, AccessToken> m_accessTokens;
};

} // namespace amb
