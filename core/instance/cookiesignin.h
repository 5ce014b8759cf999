// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/signinway.h"

namespace amb {

/// Cookies from a browser that is signed in: good while its session lives. One page view shows
/// whether it does, and tells the token.
class CookieSignIn : public SignInWay
{
    Q_OBJECT

public:
    CookieSignIn(HttpSession &session, const Credentials &credentials);
    void start() override;

private:
    void takePage(const InstanceReply &reply);

    QList<QNetworkCookie> m_cookies;
};

} // namespace amb
