// SPDX-License-Identifier: MIT
#include "core/demo/demosite.h"

#include "core/demo/demosessions.h"
#include "core/demo/demoworld.h"
#include "core/demo/orderedobject.h"
#include "core/demo/tablequery.h"

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr auto password = "demo"_L1;

/// The cookies of a new session, as an instance sets them (amb.md § 1.5): the empty ones are
/// tombstones of “remember me”.
HttpHeaders sessionCookies(const QByteArray &sessionId)
{
    const auto tombstone = [](const QByteArray &name) {
        return name + R"(=""; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:10 GMT; Path=/; HttpOnly)";
    };
    constexpr QByteArrayView hex = "0123456789abcdef";
    return {{"Set-Cookie", "JSESSIONID=" + sessionId + "; Path=/; HttpOnly"},
            {"Set-Cookie", tombstone("glide_user")},
            {"Set-Cookie", tombstone("glide_user_session")},
            {"Set-Cookie",
             "glide_user_route=glide." + randomText(32, hex)
                 + "; Max-Age=2147483647; Path=/; HttpOnly"},
            {"Set-Cookie",
             "glide_session_store=" + randomText(32, hex).toUpper() + "; Path=/; HttpOnly"}};
}

HttpResponse html(const QByteArray &title, const QByteArray &body)
{
    HttpResponse response;
    response.contentType = "text/html;charset=UTF-8";
    response.body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body>\n"
        + body + "\n</body></html>\n";
    return response;
}

HttpResponse redirect(const QByteArray &to)
{
    HttpResponse response = html("Moved", "<a href=\"" + to + "\">Go on</a>");
    response.status = 302;
    response.headers.emplaceBack("Location", to);
    return response;
}

HttpResponse restError(int status, QStringView message, QStringView detail)
{
    HttpResponse response;
    response.status = status;
    response.body =
        OrderedObject()
            .object("error", OrderedObject().text("message", message).text("detail", detail))
            .text("status", u"failure")
            .toJson();
    return response;
}

/// Whether a Basic header has the right name and password (RFC 7617).
bool isDemoUser(const QByteArray &authorization)
{
    const QList<QByteArray> parts = authorization.split(' ');
    if (parts.size() != 2 || parts.at(0).compare("basic", Qt::CaseInsensitive) != 0)
        return false;
    return QString::fromUtf8(QByteArray::fromBase64(parts.at(1)))
        == DemoWorld::demoUser().userName + u':' + password;
}

} // namespace

DemoSite::DemoSite(DemoSessions &sessions, const DemoTables &tables, Bind bind)
    : m_sessions(sessions)
    , m_tables(tables)
    , m_bind(std::move(bind))
{ }

HttpResponse DemoSite::handle(const HttpRequest &request)
{
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    if (!isGet && !isPost)
        return plainResponse(405, "Only GET and POST are understood here.");
    if (request.path.startsWith("/api/now/"))
        return rest(request);
    if (request.path == "/amb_session_setup.do")
        return setUpSession(request);
    if (request.path == "/login.do")
        return isPost ? logIn(request) : loginPage(request, {});
    if (request.path == "/home.do")
        return homePage(request);
    if (request.path == "/logout.do")
        return logOut(request);
    if (request.path == "/")
        return redirect("/home.do");
    HttpResponse response = html("Page not found", "<h1>Page not found</h1>");
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
    if (!isDemoUser(authorization))
        return {};
    if (isLoggedIn)
        return {cookie, {}};
    const QByteArray id =
        m_sessions.create(DemoSessions::Kind::Api, DemoWorld::demoUser().userName).id;
    return {id, sessionCookies(id)};
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
    HttpResponse response;
    if (request.path.startsWith("/api/now/table/"))
        return table(request);
    if (request.path == "/api/now/uisession/touch-session") {
        response.body = R"({"result":{}})";
        return response;
    }
    if (request.path == "/api/now/ui/user/current_user") {
        const DemoPerson &user = DemoWorld::demoUser();
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

HttpResponse DemoSite::table(const HttpRequest &request) const
{
    if (request.method != "GET")
        return restError(403, u"Operation Failed", u"The demo instance's tables are read only");
    const QList<QByteArray> segments = request.path.split('/'); // "", api, now, table, name[, id]
    const QString name = QString::fromUtf8(segments.at(4));
    if (name == "sn_hr_core_case"_L1)
        return restError(403, u"User Not Authorized", u"Failed API level ACL Validation");
    if (!DemoTables::isReadable(name) || segments.size() > 6)
        return restError(400, u"Invalid table "_s + name, u"");
    HttpResponse response;
    const TableQuery query(request.query, request.header("host"));
    if (segments.size() == 6) {
        const auto record = m_tables.find(name, QString::fromUtf8(segments.at(5)));
        if (!record)
            return restError(404,
                             u"No Record found",
                             u"Record doesn't exist or ACL restricts the record retrieval");
        response.body = OrderedObject().json("result", query.toJson(*record)).toJson();
        return response;
    }
    const TableQuery::Page page = query.select(m_tables.records(name));
    response.body = OrderedObject().json("result", page.json).toJson();
    response.headers.emplaceBack("X-Total-Count", QByteArray::number(page.total));
    return response;
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

HttpResponse DemoSite::loginPage(const HttpRequest &request, const QByteArray &complaint)
{
    const DemoSessions::Session *session = m_sessions.find(request.cookie("JSESSIONID"));
    HttpHeaders cookies;
    if (!session) {
        session = &m_sessions.create(DemoSessions::Kind::Guest, {});
        cookies = sessionCookies(session->id);
    }
    const QByteArray message = complaint.isEmpty()
        ? QByteArray()
        : "<div class=\"outputmsg_error\">" + complaint + "</div>";
    HttpResponse response =
        html("Log in",
             "<script>var g_ck = '" + session->token + "';</script>\n" + message
                 + "<form action=\"/login.do\" method=\"post\">\n"
                   "<input type=\"hidden\" name=\"sysparm_ck\" value=\""
                 + session->token
                 + "\">\n"
                   "<input name=\"user_name\"><input type=\"password\" name=\"user_password\">\n"
                   "<button name=\"sys_action\" value=\"sysverb_login\">Log in</button>\n</form>");
    response.headers += cookies;
    response.headers.emplaceBack("X-Is-Logged-In", "false");
    return response;
}

HttpResponse DemoSite::logIn(const HttpRequest &request)
{
    const QUrlQuery form = request.form();
    const auto field = [&form](const QString &name) {
        return form.queryItemValue(name, QUrl::FullyDecoded);
    };
    const DemoSessions::Session *session = m_sessions.find(request.cookie("JSESSIONID"));
    if (!session || field(u"sysparm_ck"_s).toLatin1() != session->token
        || field(u"sys_action"_s) != "sysverb_login"_L1)
        return loginPage(request, "The page has expired. Please try again.");
    const QString user = DemoWorld::demoUser().userName;
    if (field(u"user_name"_s) != user || field(u"user_password"_s) != password)
        return loginPage(request, "User name or password invalid");
    // A new session, so that nobody can have prepared it.
    const QByteArray id = m_sessions.create(DemoSessions::Kind::Ui, user).id;
    HttpResponse response = redirect("/home.do");
    response.headers += sessionCookies(id);
    response.headers.emplaceBack("X-Is-Logged-In", "true");
    return response;
}

HttpResponse DemoSite::homePage(const HttpRequest &request)
{
    const QByteArray id = request.cookie("JSESSIONID");
    if (m_sessions.status(id) != DemoSessions::Status::LoggedIn) {
        HttpResponse response = redirect("/login.do");
        response.headers.emplaceBack("X-Is-Logged-In", "false");
        return response;
    }
    m_sessions.openPage(id);
    HttpResponse response = html("Demo instance",
                                 "<script>var g_ck = '" + m_sessions.find(id)->token
                                     + "'; window.g_ck = g_ck;</script>\n<h1>Demo instance</h1>");
    response.headers.emplaceBack("X-Is-Logged-In", "true");
    return response;
}

HttpResponse DemoSite::logOut(const HttpRequest &request)
{
    m_sessions.logOut(request.cookie("JSESSIONID"));
    return redirect("/login.do");
}

} // namespace amb
