// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

#include <QString>

#include <functional>

namespace amb {

class DemoRecord;
class DemoSessions;
class DemoTables;

/// All of a demo instance but the bus: sign-in, the pages it takes, and the REST tables
/// (amb.md §§ 1.1, 1.4, 1.5).
class DemoSite
{
public:
    /// Moves a Bayeux client to an HTTP session; false when the client is unknown.
    using Bind = std::function<bool(const QByteArray &clientId, const QByteArray &sessionId)>;

    DemoSite(DemoSessions &sessions, const DemoTables &tables, Bind bind);

    HttpResponse handle(const HttpRequest &request);

private:
    struct Caller
    {
        QByteArray sessionId; ///< empty: nobody is signed in
        HttpHeaders cookies; ///< to be set, for a session that was made just now
    };

    Caller identify(const HttpRequest &request);
    HttpResponse rest(const HttpRequest &request);
    HttpResponse restResult(const HttpRequest &request, const Caller &caller) const;
    HttpResponse table(const HttpRequest &request) const;
    HttpResponse setUpSession(const HttpRequest &request);
    HttpResponse loginPage(const HttpRequest &request, const QByteArray &complaint);
    HttpResponse logIn(const HttpRequest &request);
    HttpResponse homePage(const HttpRequest &request);
    HttpResponse logOut(const HttpRequest &request);

    DemoSessions &m_sessions;
    const DemoTables &m_tables;
    Bind m_bind;
};

} // namespace amb
