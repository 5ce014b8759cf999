// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoinstance.h"
#include "core/instance/httpsession.h"
#include "core/instance/signin.h"

#include <QList>
#include <QObject>

#include <memory>

namespace amb {

/// Signs in to a demo instance as the monitor does, and keeps what came of it.
class SignInRunner : public QObject
{
    Q_OBJECT

public:
    explicit SignInRunner(DemoInstance &instance, const NetworkSettings &network = {});
    /// For an instance that is reached at another address.
    SignInRunner(const QUrl &site, const NetworkSettings &network);

    /// Starts and waits for the end; whether it is done(). False as well when nothing ends.
    bool run(const Credentials &credentials);
    void start(const Credentials &credentials);
    [[nodiscard]] bool hasEnded() const { return m_dones + int(m_errors.size()) > 0; }
    [[nodiscard]] bool isDone() const { return m_dones == 1 && m_errors.isEmpty(); }

    /// Why it failed; empty when it did not.
    [[nodiscard]] QString words() const;
    [[nodiscard]] ErrorKind kind() const { return m_errors.constLast().kind; }
    /// Everything it said, to look for secrets.
    [[nodiscard]] QString allWords() const;
    /// Whom the instance takes the session for; empty: nobody.
    QString whoAmI();

    [[nodiscard]] HttpSession &session() { return *m_session; }
    [[nodiscard]] SignIn &signIn() { return m_signIn; }
    [[nodiscard]] const QList<QUrl> &pages() const { return m_pages; }
    [[nodiscard]] const QList<Credentials> &changes() const { return m_changes; }

private:
    std::unique_ptr<HttpSession> m_session;
    SignIn m_signIn;
    int m_dones = 0;
    QList<Error> m_errors;
    QList<QUrl> m_pages;
    QList<Credentials> m_changes;
};

} // namespace amb
