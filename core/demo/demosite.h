// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demologin.h"
#include "core/demo/demooauth.h"
#include "core/demo/demousers.h"
#include "core/demo/httpmessage.h"
#include "core/demo/signinfaults.h"
#include "core/demo/tableapi.h"

#include <QHash>
#include <QString>

#include <functional>

namespace amb {

class DemoSessions;

/// All of a demo instance but the bus: sign-in, the pages it takes, and the REST tables
/// (amb.md §§ 1.1, 1.4, 1.5).
class DemoSite
{
public:
    /// Moves a Bayeux client to an HTTP session; false when the client is unknown.
    using Bind = std::function<bool(const QByteArray &clientId, const QByteArray &sessionId)>;

    DemoSite(DemoSessions &sessions, TableApi tables, Bind bind);

    HttpResponse handle(const HttpRequest &request);
    void setFaults(const SignInFaults &faults) { m_faults = faults; }
    void setDemoPassword(const QString &password) { m_users.setDemoPassword(password); }

    [[nodiscard]] DemoOAuth &oauth() { return m_oauth; }
    [[nodiscard]] const DemoUsers &users() const { return m_users; }
    /// How many requests came for a path; for all paths when it is empty.
    [[nodiscard]] int requests(const QByteArray &path) const;

private:
    struct Caller
    {
        QByteArray sessionId; ///< empty: nobody is signed in
        HttpHeaders cookies; ///< to be set, for a session that was made just now
    };

    HttpResponse answer(const HttpRequest &request);
    Caller identify(const HttpRequest &request);
    /// The user that an Authorization header stands for; empty: nobody.
    QString userOf(const QByteArray &authorization);
    HttpResponse rest(const HttpRequest &request);
    HttpResponse restResult(const HttpRequest &request, const Caller &caller) const;
    HttpResponse setUpSession(const HttpRequest &request);

    DemoSessions &m_sessions;
    TableApi m_tables;
    Bind m_bind;
    DemoUsers m_users;
    DemoLogin m_login;
    DemoOAuth m_oauth;
    SignInFaults m_faults;
    QHash<QByteArray, int> m_requests; // by path
};

} // namespace amb
