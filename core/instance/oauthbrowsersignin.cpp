// SPDX-License-Identifier: MIT
#include "core/instance/oauthbrowsersignin.h"

#include "core/instance/loopbackredirect.h"
#include "core/instance/pkce.h"
#include "core/transport/failures.h"

#include <QUrlQuery>

namespace amb {

using namespace Qt::StringLiterals;

OAuthBrowserSignIn::OAuthBrowserSignIn(HttpSession &session, const Credentials &credentials)
    : OAuthSignIn(session, credentials)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        giveUp({ErrorKind::Timeout,
                tr("Nobody came back from the browser within %1 minutes. Connect again, and sign "
                   "in on the page that opens.")
                    .arg(patience.count()),
                {}});
    });
}

OAuthBrowserSignIn::~OAuthBrowserSignIn() = default;

void OAuthBrowserSignIn::startAnew()
{
    const QByteArray state = randomUrlText();
    m_verifier = randomUrlText();
    m_redirect = std::make_unique<LoopbackRedirect>(state);
    const auto redirectUri = m_redirect->listen(credentials().application.redirectPort);
    if (!redirectUri) {
        m_redirect.reset();
        failLater({redirectUri.error()});
        return;
    }
    m_redirectUri = *redirectUri;
    connect(m_redirect.get(), &LoopbackRedirect::codeCame, this, &OAuthBrowserSignIn::takeCode);
    connect(m_redirect.get(), &LoopbackRedirect::refused, this, [this](const QString &error) {
        giveUp({ErrorKind::NotSignedIn,
                tr("%1 did not let the application in: the page in the browser ended with “%2”. "
                   "Connect again, and press Allow there.")
                    .arg(session().address().displayName(), failures::oneLine(error, 60)),
                {}});
    });
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QByteArray &value) {
        query.addQueryItem(name, QString::fromLatin1(value.toPercentEncoding()));
    };
    add(u"response_type"_s, "code");
    add(u"client_id"_s, credentials().application.clientId.toUtf8());
    add(u"redirect_uri"_s, m_redirectUri);
    add(u"state"_s, state);
    add(u"code_challenge"_s, pkceChallenge(m_verifier));
    add(u"code_challenge_method"_s, "S256");
    QUrl url = session().address().site();
    url.setPath(u"/oauth_auth.do"_s);
    url.setQuery(query);
    m_patience.start();
    QMetaObject::invokeMethod(
        this, [this, url] { emit browserRequested(url); }, Qt::QueuedConnection);
}

void OAuthBrowserSignIn::takeCode(const QByteArray &code)
{
    m_patience.stop();
    ask(OAuthGrant::AuthorizationCode, {code, m_redirectUri, m_verifier});
}

void OAuthBrowserSignIn::giveUp(const Error &error)
{
    m_patience.stop();
    m_redirect.release()->deleteLater();
    emit failed({error});
}

} // namespace amb
