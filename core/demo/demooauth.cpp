// SPDX-License-Identifier: MIT
#include "core/demo/demooauth.h"

#include "core/demo/demopages.h"
#include "core/demo/demosessions.h"
#include "core/demo/demousers.h"
#include "core/demo/orderedobject.h"

#include <QCryptographicHash>
#include <QUrl>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds accessTokenLife{1799};
constexpr std::chrono::seconds codeLife{60};
constexpr QByteArrayView tokenCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

QString field(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

HttpResponse denied(int status, QStringView error, QStringView description)
{
    HttpResponse response;
    response.status = status;
    response.body =
        OrderedObject().text("error_description", description).text("error", error).toJson();
    return response;
}

/// A native application's own place (RFC 8252 § 7.3). A real instance compares the whole address
/// with those of the application; whether it leaves the port open is not confirmed.
bool isLoopback(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "http"_L1 && url.host() == "127.0.0.1"_L1
        && url.path() == "/oauth"_L1 && !url.hasQuery() && !url.hasFragment();
}

bool isGoodWish(const QUrlQuery &wish)
{
    constexpr qsizetype challengeLength = 43; // S256 (RFC 7636 § 4.2)
    return field(wish, u"response_type"_s) == "code"_L1
        && field(wish, u"client_id"_s) == QLatin1StringView(DemoOAuth::clientId)
        && isLoopback(field(wish, u"redirect_uri"_s))
        && field(wish, u"code_challenge_method"_s) == "S256"_L1
        && field(wish, u"code_challenge"_s).size() == challengeLength;
}

HttpResponse backWith(const QString &redirectUri,
                      const QString &name,
                      const QString &value,
                      const QString &state)
{
    QUrlQuery query;
    query.addQueryItem(name, QString::fromLatin1(value.toUtf8().toPercentEncoding()));
    query.addQueryItem(u"state"_s, QString::fromLatin1(state.toUtf8().toPercentEncoding()));
    return demopages::redirect((redirectUri + u'?' + query.toString(QUrl::FullyEncoded)).toUtf8());
}

} // namespace

DemoOAuth::DemoOAuth(DemoSessions &sessions, DemoUsers &users)
    : m_sessions(sessions)
    , m_users(users)
{ }

QString DemoOAuth::userOf(const QByteArray &accessToken) const
{
    const AccessToken token = m_accessTokens.value(accessToken);
    return Clock::now() < token.expires ? token.user : QString();
}

QByteArray DemoOAuth::makeAccessToken(const QString &user)
{
    const QByteArray token = randomText(86, tokenCharacters);
    m_accessTokens.insert(token, {user, Clock::now() + accessTokenLife});
    return token;
}

void DemoOAuth::expireAccessTokens()
{
    m_accessTokens.clear();
}

void DemoOAuth::revokeAll()
{
    m_accessTokens.clear();
    m_refreshTokens.clear();
}

HttpResponse DemoOAuth::token(const HttpRequest &request)
{
    if (request.method != "POST" || request.contentType() != "application/x-www-form-urlencoded")
        return denied(401, u"server_error", u"access_denied");
    const QUrlQuery form = request.form();
    const QString grant = field(form, u"grant_type"_s);
    const QString secret = field(form, u"client_secret"_s);
    // Only what proves by its verifier that it asked itself may do without the secret.
    const bool isPublic = secret.isEmpty() && grant == "authorization_code"_L1;
    const bool isKnown = field(form, u"client_id"_s) == QLatin1StringView(clientId)
        && (isPublic || secret == QLatin1StringView(clientSecret)
            || (secret.isEmpty() && grant == "refresh_token"_L1));
    const QString user = isKnown ? userFor(form) : QString();
    if (user.isEmpty())
        return denied(401, u"server_error", u"access_denied");
    if (grant == "client_credentials"_L1)
        return tokensFor(user, {});
    if (grant == "refresh_token"_L1)
        return tokensFor(user, field(form, u"refresh_token"_s));
    const QString refreshToken = QString::fromLatin1(randomText(86, tokenCharacters));
    m_refreshTokens.insert(refreshToken, user);
    return tokensFor(user, refreshToken);
}

QString DemoOAuth::userFor(const QUrlQuery &form)
{
    const QString grant = field(form, u"grant_type"_s);
    if (grant == "client_credentials"_L1)
        return DemoWorld::demoUser().userName; // the application's OAuth Application User
    if (grant == "refresh_token"_L1)
        return m_refreshTokens.value(field(form, u"refresh_token"_s));
    if (grant == "authorization_code"_L1)
        return userForCode(form);
    if (grant != "password"_L1)
        return {};
    const QString user = field(form, u"username"_s);
    const auto verdict = m_users.check(user, field(form, u"password"_s));
    return verdict == DemoUsers::Verdict::Welcome ? user : QString();
}

QString DemoOAuth::userForCode(const QUrlQuery &form)
{
    const Code code = m_codes.take(field(form, u"code"_s)); // good for one time
    const QByteArray challenge =
        QCryptographicHash::hash(field(form, u"code_verifier"_s).toLatin1(),
                                 QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const bool isGood = Clock::now() < code.expires && challenge == code.challenge
        && field(form, u"redirect_uri"_s) == code.redirectUri;
    return isGood ? code.user : QString();
}

HttpResponse DemoOAuth::tokensFor(const QString &user, const QString &refreshToken)
{
    OrderedObject tokens;
    tokens.text("access_token", QString::fromLatin1(makeAccessToken(user)));
    if (!refreshToken.isEmpty())
        tokens.text("refresh_token", refreshToken);
    tokens.text("scope", u"useraccount")
        .text("token_type", u"Bearer")
        .number("expires_in", accessTokenLife.count());
    HttpResponse response;
    response.body = tokens.toJson();
    return response;
}

HttpResponse DemoOAuth::authorize(const HttpRequest &request)
{
    const QUrlQuery wish = request.method == "POST" ? request.form() : request.query;
    if (!isGoodWish(wish)) {
        // Never sent back: the address is not to be trusted.
        HttpResponse response =
            demopages::html("OAuth", "<h1>Invalid client, redirect URL or code challenge</h1>");
        response.status = 400;
        return response;
    }
    const QByteArray session = request.cookie("JSESSIONID");
    if (m_sessions.status(session) != DemoSessions::Status::LoggedIn) {
        const QByteArray here =
            request.path + '?' + request.query.toString(QUrl::FullyEncoded).toUtf8();
        return demopages::redirect("/login.do?sysparm_goto_url=" + here.toPercentEncoding());
    }
    return request.method == "POST" ? consent(request, session)
                                    : consentPage(wish, m_sessions.find(session)->token);
}

HttpResponse DemoOAuth::consentPage(const QUrlQuery &wish, const QByteArray &token)
{
    QByteArray form = "<h1>AMB Monitor would like to connect to your account</h1>\n"
                      "<form action=\"/oauth_auth.do\" method=\"post\">\n"
        + demopages::hiddenInput(u"sysparm_ck"_s, QString::fromLatin1(token));
    for (const auto &[name, value] : wish.queryItems(QUrl::FullyDecoded))
        form += demopages::hiddenInput(name, value);
    return demopages::html("Allow access",
                           form
                               + "<button name=\"answer\" value=\"allow\">Allow</button>\n"
                                 "<button name=\"answer\" value=\"deny\">Deny</button>\n</form>");
}

HttpResponse DemoOAuth::consent(const HttpRequest &request, const QByteArray &sessionId)
{
    const QUrlQuery form = request.form();
    const DemoSessions::Session *session = m_sessions.find(sessionId);
    if (field(form, u"sysparm_ck"_s).toLatin1() != session->token)
        return consentPage(form, session->token);
    const QString redirectUri = field(form, u"redirect_uri"_s);
    const QString state = field(form, u"state"_s);
    if (field(form, u"answer"_s) != "allow"_L1)
        return backWith(redirectUri, u"error"_s, u"access_denied"_s, state);
    const QString code = QString::fromLatin1(randomText(40, tokenCharacters));
    m_codes.insert(code,
                   {session->user,
                    redirectUri,
                    field(form, u"code_challenge"_s).toLatin1(),
                    Clock::now() + codeLife});
    return backWith(redirectUri, u"code"_s, code, state);
}

} // namespace amb
