// SPDX-License-Identifier: MIT
#include "core/instance/signin.h"

#include "core/logging.h"
#include "core/transport/cookiejar.h"
#include "core/transport/failures.h"
#include "core/transport/networksetup.h"
#include "core/transport/statuswords.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace amb {

SignIn::SignIn(InstanceAddress address,
               NetworkSettings network,
               CookieJar &cookies,
               std::chrono::milliseconds patience,
               QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_settings(std::move(network))
    , m_cookies(cookies)
    , m_patience(patience)
{
    configure(m_network, m_settings);
    m_network.setCookieJar(&m_cookies);
    m_cookies.setParent(nullptr); // the network manager takes what it is given, but it is shared
}

SignIn::~SignIn() = default;

void SignIn::start(const Credentials &credentials)
{
    switch (credentials.kind) {
    case Credentials::Kind::None:
        QMetaObject::invokeMethod(this, &SignIn::done, Qt::QueuedConnection);
        return;
    case Credentials::Kind::Cookies:
        takeCookies(credentials.cookies);
        return;
    case Credentials::Kind::Password:
        break;
    }
    const QByteArray pair = (credentials.user + QLatin1Char(':') + credentials.password).toUtf8();
    QNetworkReply *reply =
        get(QStringLiteral("/api/now/ui/user/current_user"), "Basic " + pair.toBase64());
    connect(reply, &QNetworkReply::finished, this, [this, reply] { takeRestReply(reply); });
}

void SignIn::takeCookies(const QList<QNetworkCookie> &cookies)
{
    m_cookies.add(cookies, m_address.bayeuxUrl());
    if (!m_cookies.cookieHeader(m_address.bayeuxUrl()).isEmpty()) {
        QMetaObject::invokeMethod(this, &SignIn::done, Qt::QueuedConnection);
        return;
    }
    const Error error{ErrorKind::NotSignedIn,
                      tr("None of the cookies is for %1, or they have expired: copy them again "
                         "while you are signed in there.")
                          .arg(m_address.displayName()),
                      {}};
    QMetaObject::invokeMethod(
        this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

QNetworkReply *SignIn::get(const QString &path, const QByteArray &authorization)
{
    QUrl url = m_address.site();
    url.setPath(path);
    QNetworkRequest request(url);
    configure(request, m_settings, sslConfiguration(m_settings));
    request.setTransferTimeout(int(m_patience.count()));
    // The network manager must not answer a 401 itself, least of all with what is cached from
    // before.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json, text/html");
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors; // for the words; the connection ends
    });
    return reply;
}

void SignIn::takeRestReply(QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200) {
        emit failed(explain(reply));
        return;
    }
    if (m_cookies.cookieHeader(m_address.site()).isEmpty()) {
        emit failed({ErrorKind::NotSignedIn,
                     tr("%1 accepted the request but set no session cookie: it does not seem to be "
                        "a ServiceNow instance. Leave the user away for a plain CometD server.")
                         .arg(m_address.displayName()),
                     {}});
        return;
    }
    QNetworkReply *page = get(QStringLiteral("/home.do"), {});
    connect(page, &QNetworkReply::finished, this, [this, page] { takePageReply(page); });
}

void SignIn::takePageReply(QNetworkReply *reply)
{
    reply->deleteLater();
    // The page view only makes the session last longer; users without access to the classic UI can
    // still be on the bus.
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200)
        qCInfo(logInstance) << "page view answered with" << status
                            << "; the instance may end this session early";
    emit done();
}

Error SignIn::explain(const QNetworkReply *reply) const
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString name = m_address.displayName();
    if (status == 401)
        return {ErrorKind::NotSignedIn,
                tr("%1 does not accept this user and password (HTTP 401). Check both; with MFA or "
                   "single sign-on, use cookies from a browser.")
                    .arg(name),
                reply->errorString()};
    if (status == 404)
        return {ErrorKind::NotSignedIn,
                tr("%1 has no ServiceNow REST API (HTTP 404): check the address, or leave the user "
                   "away for a plain CometD server.")
                    .arg(name),
                reply->errorString()};
    if (status >= 300 && status < 400)
        return {
            ErrorKind::NotSignedIn,
            tr("%1 sends the sign-in elsewhere (HTTP %2): with single sign-on, use cookies from "
               "a browser.")
                .arg(name)
                .arg(status),
            reply->errorString()};
    if (status != 0)
        return {ErrorKind::Network,
                tr("Sign-in at %1 was answered with HTTP %2: %3.")
                    .arg(name, statusWithPhrase(status), statusMeaning(status)),
                reply->errorString()};
    if (reply->error() == QNetworkReply::OperationCanceledError)
        return {ErrorKind::Timeout,
                tr("%1 did not answer the sign-in in time. Check the address and the network.")
                    .arg(name),
                reply->errorString()};
    const QUrl site = m_address.site();
    const bool viaProxy = proxyFor(m_settings, site).type() != QNetworkProxy::NoProxy;
    const TransportFailure failure = reply->error() == QNetworkReply::SslHandshakeFailedError
        ? failures::tlsFailed(site, m_tlsErrors, reply->errorString())
        : failures::fromNetworkError(reply->error(), {site, viaProxy, reply->errorString()});
    const bool isTls = failure.kind == TransportFailure::Kind::TlsFailed;
    return {isTls ? ErrorKind::Tls : ErrorKind::Network, failure.text, failure.detail};
}

} // namespace amb
