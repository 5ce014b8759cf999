// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QNetworkCookie>
#include <QString>

namespace amb {

/// An application that an instance knows (System OAuth > Application Registry).
struct OAuthApplication
{
    QString clientId;
    QString clientSecret; ///< empty: a public client, which the browser flow allows (PKCE)
    /// Where the browser comes back to: http://127.0.0.1:<port>/oauth, which must be among the
    /// application's redirect URLs. 0: any free port, for servers that follow RFC 8252 § 7.3.
    quint16 redirectPort = 28719;

    friend bool operator==(const OAuthApplication &, const OAuthApplication &) = default;
};

/// How to sign in to an instance. All ways end in the same cookies (amb.md § 1.4). What is secret
/// in it is never written anywhere but to the keychain.
struct Credentials
{
    enum class Kind {
        None, ///< anonymous: plain CometD servers need no login
        Password, ///< user and password: Basic on one REST request, which makes the cookies
        FormLogin, ///< user and password in the login page's form
        BearerToken, ///< an OAuth access token that was made elsewhere
        OAuthPassword, ///< user, password and application at /oauth_token.do
        OAuthClientCredentials, ///< the application alone; the instance names its user
        OAuthRefreshToken, ///< a refresh token and the application it was given to
        OAuthBrowser, ///< authorization code with PKCE: the user signs in in the browser
        Cookies, ///< taken from a browser
        ClientCertificate, ///< the one of NetworkSettings, which the instance maps to a user
    };

    Kind kind = Kind::None;
    QString user;
    QString password;
    QList<QNetworkCookie> cookies;
    OAuthApplication application = {};
    QString accessToken = {}; ///< for BearerToken
    /// Needed for OAuthRefreshToken. With OAuthPassword and OAuthBrowser it comes with the first
    /// sign-in and is used instead of the password or the browser after that.
    QString refreshToken = {};

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

} // namespace amb
