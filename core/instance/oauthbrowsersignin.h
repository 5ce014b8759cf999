// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/oauthsignin.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace amb {

class LoopbackRedirect;

/// OAuth 2.0 by authorization code with PKCE: the user signs in in the system's browser, where MFA
/// and single sign-on work, and the browser brings the code back to this computer.
class OAuthBrowserSignIn : public OAuthSignIn
{
    Q_OBJECT

public:
    /// How long the user may take in the browser.
    static constexpr std::chrono::minutes patience{5};

    OAuthBrowserSignIn(HttpSession &session, const Credentials &credentials);
    ~OAuthBrowserSignIn() override;

private:
    void startAnew() override;
    [[nodiscard]] bool canStartAnew() const override { return true; }
    void takeCode(const QByteArray &code);
    void giveUp(const Error &error);

    std::unique_ptr<LoopbackRedirect> m_redirect;
    QByteArray m_redirectUri;
    QByteArray m_verifier;
    QTimer m_patience;
};

} // namespace amb
