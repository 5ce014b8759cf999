// SPDX-License-Identifier: MIT
#include "core/demo/demousers.h"

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

const QList<DemoPerson> &people()
{
    static const QList<DemoPerson> people{
        DemoWorld::demoUser(),
        DemoWorld::agents().constFirst(),
        {u"locked"_s, u"Lou Locked"_s, u"LL"_s, u"62826bf03710200044e0bfc8bcbe5d01"_s, {}},
        {u"mfa"_s, u"Mia Factor"_s, u"MF"_s, u"62826bf03710200044e0bfc8bcbe5d02"_s, {}},
    };
    return people;
}

} // namespace

DemoUsers::Verdict DemoUsers::check(const QString &user, const QString &password)
{
    ++m_tries;
    const auto found = std::ranges::find(people(), user, &DemoPerson::userName);
    if (found == people().end())
        return Verdict::Wrong;
    int &wrong = m_wrong[user];
    if (user == "locked"_L1 || wrong >= mostWrongPasswords)
        return Verdict::LockedOut;
    if (password != (user == "demo"_L1 ? m_demoPassword : user)) {
        ++wrong;
        return Verdict::Wrong;
    }
    wrong = 0;
    return user == "mfa"_L1 ? Verdict::SecondFactor : Verdict::Welcome;
}

const DemoPerson &DemoUsers::person(const QString &user)
{
    const auto found = std::ranges::find(people(), user, &DemoPerson::userName);
    return found == people().end() ? DemoWorld::demoUser() : *found;
}

} // namespace amb
