// SPDX-License-Identifier: MIT
#include "core/demo/demologin.h"

#include "core/demo/demopages.h"
#include "core/demo/demosessions.h"
#include "core/demo/demousers.h"

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr auto secondFactorPath = "/validate_multifactor_auth_code.do";

/// Where to go after the login; never to another host.
QByteArray placeAfterwards(const QString &wanted)
{
    const bool isOwn = wanted.startsWith(u'/') && !wanted.startsWith("//"_L1);
    return isOwn ? wanted.toUtf8() : QByteArray("/home.do");
}

} // namespace

DemoLogin::DemoLogin(DemoSessions &sessions, DemoUsers &users)
    : m_sessions(sessions)
    , m_users(users)
{ }

bool DemoLogin::has(const QByteArray &path)
{
    return path == "/login.do" || path == "/home.do" || path == "/logout.do" || path == "/"
        || path == secondFactorPath;
}

HttpResponse DemoLogin::handle(const HttpRequest &request)
{
    if (request.path == "/login.do")
        return request.method == "POST" ? logIn(request) : loginPage(request, {});
    if (request.path == secondFactorPath)
        return secondFactorPage();
    if (request.path == "/home.do")
        return homePage(request);
    return request.path == "/logout.do" ? logOut(request) : demopages::redirect("/home.do");
}

HttpResponse DemoLogin::loginPage(const HttpRequest &request, const QByteArray &complaint)
{
    const DemoSessions::Session *session = m_sessions.find(request.cookie("JSESSIONID"));
    HttpHeaders cookies;
    if (!session) {
        session = &m_sessions.create(DemoSessions::Kind::Guest, {});
        cookies = demopages::sessionCookies(session->id);
    }
    const QString name = u"sysparm_goto_url"_s;
    const QString afterwards = request.method == "POST"
        ? request.form().queryItemValue(name, QUrl::FullyDecoded)
        : request.query.queryItemValue(name, QUrl::FullyDecoded);
    const QByteArray message = complaint.isEmpty()
        ? QByteArray()
        : "<div class=\"outputmsg_error\">" + complaint + "</div>";
    HttpResponse response = demopages::html(
        "Log in",
        "<script>var g_ck = '" + session->token + "';</script>\n" + message
            + "<form action=\"/login.do\" method=\"post\">\n"
            + demopages::hiddenInput(u"sysparm_ck"_s, QString::fromLatin1(session->token))
            + demopages::hiddenInput(u"sysparm_goto_url"_s, afterwards)
            + "<input name=\"user_name\"><input type=\"password\" name=\"user_password\">\n"
              "<button name=\"sys_action\" value=\"sysverb_login\">Log in</button>\n</form>");
    response.headers += cookies;
    response.headers.emplaceBack("X-Is-Logged-In", "false");
    return response;
}

HttpResponse DemoLogin::logIn(const HttpRequest &request)
{
    const QUrlQuery form = request.form();
    const auto field = [&form](const QString &name) {
        return form.queryItemValue(name, QUrl::FullyDecoded);
    };
    const DemoSessions::Session *session = m_sessions.find(request.cookie("JSESSIONID"));
    if (!session || field(u"sysparm_ck"_s).toLatin1() != session->token
        || field(u"sys_action"_s) != "sysverb_login"_L1)
        return loginPage(request, "The page has expired. Please try again.");
    const QString user = field(u"user_name"_s);
    switch (m_users.check(user, field(u"user_password"_s))) {
    case DemoUsers::Verdict::Wrong:
        return loginPage(request, "User name or password invalid");
    case DemoUsers::Verdict::LockedOut:
        return loginPage(request, "Your account is locked out. Contact an administrator.");
    case DemoUsers::Verdict::SecondFactor:
        return demopages::redirect(secondFactorPath);
    case DemoUsers::Verdict::Welcome:
        break;
    }
    // A new session, so that nobody can have prepared it.
    const QByteArray id = m_sessions.create(DemoSessions::Kind::Ui, user).id;
    HttpResponse response = demopages::redirect(placeAfterwards(field(u"sysparm_goto_url"_s)));
    response.headers += demopages::sessionCookies(id);
    response.headers.emplaceBack("X-Is-Logged-In", "true");
    return response;
}

HttpResponse DemoLogin::secondFactorPage()
{
    HttpResponse response =
        demopages::html("Second factor",
                        "<form action=\"/validate_multifactor_auth_code.do\" method=\"post\">\n"
                        "<input name=\"txtResponse\"><button>Verify</button>\n</form>");
    response.headers.emplaceBack("X-Is-Logged-In", "false");
    return response;
}

HttpResponse DemoLogin::homePage(const HttpRequest &request)
{
    const QByteArray id = request.cookie("JSESSIONID");
    if (m_sessions.status(id) != DemoSessions::Status::LoggedIn) {
        HttpResponse response = demopages::redirect("/login.do");
        response.headers.emplaceBack("X-Is-Logged-In", "false");
        return response;
    }
    m_sessions.openPage(id);
    HttpResponse response =
        demopages::html("Demo instance",
                        "<script>var g_ck = '" + m_sessions.find(id)->token
                            + "'; window.g_ck = g_ck;</script>\n<h1>Demo instance</h1>");
    response.headers.emplaceBack("X-Is-Logged-In", "true");
    return response;
}

HttpResponse DemoLogin::logOut(const HttpRequest &request)
{
    m_sessions.logOut(request.cookie("JSESSIONID"));
    return demopages::redirect("/login.do");
}

} // namespace amb
