// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoworld.h"

#include <QHash>
#include <QString>

namespace amb {

/// The users of a demo instance. Each has its name as its password, unless `demo` was given
/// another: `demo`, an admin, `agent.one`, who is none, `locked`, who is locked out, and `mfa`, who
/// needs a second factor.
class DemoUsers
{
public:
    /// So many wrong passwords in a row lock a user out, as on real instances.
    static constexpr int mostWrongPasswords = 5;

    enum class Verdict {
        Welcome,
        Wrong, ///< no such user, or not this password
        LockedOut,
        SecondFactor, ///< right so far
    };

    void setDemoPassword(const QString &password) { m_demoPassword = password; }

    /// One try with a password.
    Verdict check(const QString &user, const QString &password);
    /// How many tries with a password there were, right or wrong.
    [[nodiscard]] int tries() const { return m_tries; }

    /// Who somebody is; the demo user for whom it does not know.
    [[nodiscard]] static const DemoPerson &person(const QString &user);

private:
    QString m_demoPassword = QStringLiteral("demo");
    QHash<QString, int> m_wrong; // in a row
    int m_tries = 0;
};

} // namespace amb
