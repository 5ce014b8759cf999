// SPDX-License-Identifier: MIT
#include "core/instance/signinway.h"

#include "core/instance/cookiesignin.h"
#include "core/instance/formsignin.h"
#include "core/instance/oauthbrowsersignin.h"
#include "core/instance/oauthsignin.h"
#include "core/instance/restsignin.h"
#include "core/logging.h"

namespace amb {

SignInWay::SignInWay(HttpSession &session)
    : m_session(session)
{ }

SignInWay::~SignInWay() = default;

void SignInWay::finishLater()
{
    QMetaObject::invokeMethod(this, &SignInWay::done, Qt::QueuedConnection);
}

void SignInWay::failLater(const SignInFailure &failure)
{
    QMetaObject::invokeMethod(
        this, [this, failure] { emit failed(failure); }, Qt::QueuedConnection);
}

void SignInWay::askRest(const QByteArray &authorization)
{
    InstanceRequest request;
    request.url = QUrl(QStringLiteral("/api/now/ui/user/current_user"));
    request.accept = "application/json";
    request.authorization = authorization;
    connect(m_session.send(request), &InstanceCall::finished, this, &SignInWay::takeRestReply);
}

void SignInWay::takeRestReply(const InstanceReply &reply)
{
    if (const auto failure = signinwords::obstacle(m_session, reply)) {
        emit failed(*failure);
        return;
    }
    // Who is signed in but may not ask who they are has a session all the same.
    const bool isForbidden = reply.status == 403 && reply.header("x-is-logged-in") == "true";
    if (!isForbidden && (reply.status != 200 || isWebPage(reply))) {
        emit failed(explainRest(reply));
        return;
    }
    if (m_session.cookies().cookieHeader(m_session.address().site()).isEmpty()) {
        emit failed(signinwords::noCookie(m_session, reply));
        return;
    }
    viewPage();
}

SignInFailure SignInWay::explainRest(const InstanceReply &reply) const
{
    return signinwords::unexpected(m_session, reply);
}

void SignInWay::viewPage()
{
    land(m_session.get(QUrl(QStringLiteral("/home.do"))), [this](const InstanceReply &reply) {
        if (reply.status == 200)
            m_session.takeUserToken(reply.body);
        else
            qCInfo(logInstance) << "page view answered with" << reply.status
                                << "; the instance may end this session early";
        emit done();
    });
}

void SignInWay::land(InstanceCall *call, const Landed &landed, int redirects)
{
    constexpr int mostRedirects = 10;
    connect(
        call, &InstanceCall::finished, this, [this, landed, redirects](const InstanceReply &reply) {
            const bool goesOn = reply.isRedirect() && !reply.location.isEmpty()
                && redirects < mostRedirects && signOf(reply, m_session) == PageSign::None;
            if (goesOn)
                land(m_session.get(reply.location), landed, redirects + 1);
            else
                landed(reply);
        });
}

namespace {

/// Plain CometD servers need none.
class NoSignIn : public SignInWay
{
public:
    using SignInWay::SignInWay;
    void start() override { finishLater(); }
};

} // namespace

std::unique_ptr<SignInWay> makeSignInWay(const Credentials &credentials, HttpSession &session)
{
    using Kind = Credentials::Kind;
    switch (credentials.kind) {
    case Kind::None:
        break;
    case Kind::Password:
        return std::make_unique<PasswordSignIn>(session, credentials);
    case Kind::FormLogin:
        return std::make_unique<FormSignIn>(session, credentials);
    case Kind::BearerToken:
        return std::make_unique<BearerSignIn>(session, credentials);
    case Kind::OAuthPassword:
    case Kind::OAuthClientCredentials:
    case Kind::OAuthRefreshToken:
        return std::make_unique<OAuthSignIn>(session, credentials);
    case Kind::OAuthBrowser:
        return std::make_unique<OAuthBrowserSignIn>(session, credentials);
    case Kind::Cookies:
        return std::make_unique<CookieSignIn>(session, credentials);
    case Kind::ClientCertificate:
        return std::make_unique<CertificateSignIn>(session);
    }
    return std::make_unique<NoSignIn>(session);
}

} // namespace amb
