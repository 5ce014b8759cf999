// SPDX-License-Identifier: MIT
#include "core/demo/demosite.h"

#include "core/demo/demopages.h"
#include "core/demo/demosessions.h"
#include "core/demo/orderedobject.h"
#include "core/demo/resterror.h"

#include <numeric>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// The token must be right where one is sent; a cookie alone does for reading (amb.md § 1.4).
bool hasGoodToken(const HttpRequest &request, const DemoSessions::Session &session)
{
    if (!request.header("authorization").isEmpty())
        return true;
    const QByteArray token = request.header("x-usertoken");
    return token == session.token || (token.isEmpty() && request.method == "GET");
}

/// The session is good, its token is not: here is the right one.
HttpResponse staleToken(const DemoSessions::Session &session)
{
    HttpResponse response =
        restError(401, u"User Not Authenticated", u"Required to provide Auth information");
    response.headers.emplaceBack("X-UserToken-Response", session.token);
    return response;
}

} // namespace

DemoSite::DemoSite(DemoSessions &sessions, TableApi tables, Bind bind)
    : m_sessions(sessions)
    , m_tables(std::move(tables))
    , m_bind(std::move(bind))
    , m_login(sessions, m_users)
    , m_oauth(sessions, m_users)
{ }

HttpResponse DemoSite::handle(const HttpRequest &request)
{
    constexpr qsizetype mostPaths = 1000;
    if (m_requests.size() < mostPaths || m_requests.contains(request.path))
        ++m_requests[request.path];
    if (auto page = demopages::instead(request, m_faults))
        return *page;
    return answer(request);
}

int DemoSite::requests(const QByteArray &path) const
{
    return path.isEmpty() ? std::accumulate(m_requests.begin(), m_requests.end(), 0)
                          : m_requests.value(path);
}

HttpResponse DemoSite::answer(const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "POST")
        return plainResponse(405, "Only GET and POST are understood here.");
    if (request.path.startsWith("/api/now/"))
        return rest(request);
    if (request.path == "/amb_session_setup.do")
        return setUpSession(request);
    if (request.path == "/oauth_token.do")
        return m_oauth.token(request);
    if (request.path == "/oauth_auth.do")
        return m_oauth.authorize(request);
    if (DemoLogin::has(request.path))
        return m_login.handle(request);
    HttpResponse response = demopages::html("Page not found", "<h1>Page not found</h1>");
    response.status = 404;
    return response;
}

DemoSite::Caller DemoSite::identify(const HttpRequest &request)
{
    const QByteArray cookie = request.cookie("JSESSIONID");
    const bool isLoggedIn = m_sessions.status(cookie) == DemoSessions::Status::LoggedIn;
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty())
        return {isLoggedIn ? cookie : QByteArray(), {}};
    const QString user = userOf(authorization);
    if (user.isEmpty())
        return {};
    if (isLoggedIn)
        return {cookie, {}};
    const QByteArray id = m_sessions.create(DemoSessions::Kind::Api, user).id;
    return {id, demopages::sessionCookies(id)};
}

/// Basic (RFC 7617) or Bearer (RFC 6750). Locked users and those with a second factor get the same
/// refusal as a wrong password; that real instances do so is not confirmed.
QString DemoSite::userOf(const QByteArray &authorization)
{
    const QList<QByteArray> parts = authorization.split(' ');
    if (parts.size() != 2)
        return {};
    const QByteArray scheme = parts.at(0).toLower();
    if (scheme == "bearer")
        return m_oauth.userOf(parts.at(1));
    const QByteArray pair = QByteArray::fromBase64(parts.at(1));
    const qsizetype colon = pair.indexOf(':');
    if (scheme != "basic" || colon < 0)
        return {};
    const QString user = QString::fromUtf8(pair.first(colon));
    const auto verdict = m_users.check(user, QString::fromUtf8(pair.sliced(colon + 1)));
    return verdict == DemoUsers::Verdict::Welcome ? user : QString();
}

HttpResponse DemoSite::rest(const HttpRequest &request)
{
    const Caller caller = identify(request);
    HttpResponse response = restResult(request, caller);
    const bool isLoggedIn = !caller.sessionId.isEmpty();
    response.headers += caller.cookies;
    response.headers.emplaceBack("X-Is-Logged-In", isLoggedIn ? "true" : "false");
    if (!isLoggedIn)
        response.headers.emplaceBack("WWW-Authenticate", R"(Basic realm="Service-now")");
    // Only what says that it is a user's doing counts as activity (amb.md § 1.4).
    if (request.header("x-user-activity") == "true"
        || request.path == "/api/now/uisession/touch-session")
        m_sessions.touch(caller.sessionId);
    return response;
}

HttpResponse DemoSite::restResult(const HttpRequest &request, const Caller &caller) const
{
    if (caller.sessionId.isEmpty())
        return restError(401, u"User Not Authenticated", u"Required to provide Auth information");
    if (!hasGoodToken(request, *m_sessions.find(caller.sessionId)))
        return staleToken(*m_sessions.find(caller.sessionId));
    HttpResponse response;
    if (request.path.startsWith("/api/now/table/"))
        return m_tables.handle(request, m_sessions.user(caller.sessionId));
    if (request.path == "/api/now/uisession/touch-session") {
        response.body = R"({"result":{}})";
        return response;
    }
    if (request.path == "/api/now/ui/user/current_user") {
        const DemoPerson &user = DemoUsers::person(m_sessions.user(caller.sessionId));
        const OrderedObject result = OrderedObject()
                                         .text("user_sys_id", user.sysId)
                                         .text("user_name", user.userName)
                                         .text("user_display_name", user.displayName)
                                         .text("user_initials", user.initials);
        response.body = OrderedObject().object("result", result).toJson();
        return response;
    }
    return restError(
        400, u"Requested URI does not represent any resource", QString::fromUtf8(request.path));
}

HttpResponse DemoSite::setUpSession(const HttpRequest &request)
{
    const DemoSessions::Session *session = m_sessions.find(request.cookie("JSESSIONID"));
    if (!session || m_sessions.status(session->id) != DemoSessions::Status::LoggedIn
        || request.header("x-usertoken") != session->token)
        return restError(401, u"User Not Authenticated", u"Required to provide Auth information");
    const bool isBound = m_bind(request.header("x-cometd_sessionid"), session->id);
    HttpResponse response;
    response.body = OrderedObject()
                        .flag("bind", isBound)
                        .text("glide.session.status", u"session.logged.in")
                        .toJson();
    return response;
}

} // namespace amb
