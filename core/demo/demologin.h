// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

namespace amb {

class DemoSessions;
class DemoUsers;

/// The pages of a demo instance on which users sign in and out, as the browser sees them (amb.md
/// § 1.4): /login.do, /validate_multifactor_auth_code.do, /home.do and /logout.do.
class DemoLogin
{
public:
    DemoLogin(DemoSessions &sessions, DemoUsers &users);

    [[nodiscard]] static bool has(const QByteArray &path);
    HttpResponse handle(const HttpRequest &request);

private:
    HttpResponse loginPage(const HttpRequest &request, const QByteArray &complaint);
    HttpResponse logIn(const HttpRequest &request);
    [[nodiscard]] static HttpResponse secondFactorPage();
    HttpResponse homePage(const HttpRequest &request);
    HttpResponse logOut(const HttpRequest &request);

    DemoSessions &m_sessions;
    DemoUsers &m_users;
};

} // namespace amb
