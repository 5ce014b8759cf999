// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/signinway.h"

namespace amb {

/// User and password in the login page's form, as a browser sends it; makes a session of the user
/// interface (amb.md § 1.4).
class FormSignIn : public SignInWay
{
    Q_OBJECT

public:
    FormSignIn(HttpSession &session, const Credentials &credentials);
    void start() override;

private:
    void takeForm(const InstanceReply &reply);
    void takeAnswer(const InstanceReply &reply);
    [[nodiscard]] SignInFailure explainRefusal(const InstanceReply &reply) const;
    void succeed(const InstanceReply &reply);

    QString m_user;
    QString m_password;
};

} // namespace amb
