// SPDX-License-Identifier: MIT
#include "ui/instances/signinways.h"

#include <QCoreApplication>

namespace amb {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("amb", text);
}

} // namespace

WayWords sayWay(Credentials::Kind way)
{
    switch (way) {
    case Credentials::Kind::Password:
        return {tr("User and password"),
                tr("One REST request signs in. The usual way for a developer instance.")};
    case Credentials::Kind::FormLogin:
        return {tr("User and password on the login page"),
                tr("Signs in as a browser does. Not for instances with SSO or a second factor.")};
    case Credentials::Kind::Cookies:
        return {tr("Cookies of a browser"),
                tr("For SSO and second factors: sign in with a browser, and in its developer tools "
                   "copy the Cookie header of a request, or the request “as cURL”.")};
    case Credentials::Kind::OAuthBrowser:
        return {tr("OAuth in the browser"),
                tr("Your browser opens the instance's own sign-in page, SSO and second factor "
                   "included.")};
    case Credentials::Kind::OAuthPassword:
        return {tr("OAuth with user and password"),
                tr("A token is fetched for the user. Needs an OAuth application in the instance.")};
    case Credentials::Kind::OAuthClientCredentials:
        return {tr("OAuth with client credentials"),
                tr("A token is fetched for the OAuth application's own user.")};
    case Credentials::Kind::OAuthRefreshToken:
        return {tr("OAuth with a refresh token"),
                tr("A token is fetched with a refresh token that you have.")};
    case Credentials::Kind::BearerToken:
        return {tr("OAuth access token"),
                tr("A token that you have, until it expires (30 minutes by default).")};
    case Credentials::Kind::ClientCertificate:
        return {tr("Client certificate"),
                tr("The instance knows you by a certificate (mutual authentication).")};
    case Credentials::Kind::None:
        return {tr("Nothing"),
                tr("Connects without signing in: for plain CometD servers. ServiceNow instances "
                   "refuse nearly all channels then.")};
    }
    return {};
}

} // namespace amb
