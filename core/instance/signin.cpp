// SPDX-License-Identifier: MIT
#include "core/instance/signin.h"

#include "core/instance/httpsession.h"
#include "core/logging.h"
#include "core/transport/statuswords.h"

namespace amb {

SignIn::SignIn(HttpSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{ }

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
    InstanceRequest request;
    request.url = QUrl(QStringLiteral("/api/now/ui/user/current_user"));
    request.authorization = "Basic " + pair.toBase64();
    connect(m_session.send(request), &InstanceCall::finished, this, &SignIn::takeRestReply);
}

void SignIn::takeCookies(const QList<QNetworkCookie> &cookies)
{
    const QUrl bus = m_session.address().bayeuxUrl();
    m_session.cookies().add(cookies, bus);
    if (!m_session.cookies().cookieHeader(bus).isEmpty()) {
        QMetaObject::invokeMethod(this, &SignIn::done, Qt::QueuedConnection);
        return;
    }
    const Error error{ErrorKind::NotSignedIn,
                      tr("None of the cookies is for %1, or they have expired: copy them again "
                         "while you are signed in there.")
                          .arg(m_session.address().displayName()),
                      {}};
    QMetaObject::invokeMethod(
        this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

void SignIn::takeRestReply(const InstanceReply &reply)
{
    if (reply.status != 200) {
        emit failed(explain(reply));
        return;
    }
    if (m_session.cookies().cookieHeader(m_session.address().site()).isEmpty()) {
        emit failed({ErrorKind::NotSignedIn,
                     tr("%1 accepted the request but set no session cookie: it does not seem to be "
                        "a ServiceNow instance. Leave the user away for a plain CometD server.")
                         .arg(m_session.address().displayName()),
                     {}});
        return;
    }
    connect(m_session.get(QUrl(QStringLiteral("/home.do"))),
            &InstanceCall::finished,
            this,
            &SignIn::takePageReply);
}

void SignIn::takePageReply(const InstanceReply &reply)
{
    // The page view only makes the session last longer; users without access to the classic UI can
    // still be on the bus.
    if (reply.status == 200)
        m_session.takeUserToken(reply.body);
    else
        qCInfo(logInstance) << "page view answered with" << reply.status
                            << "; the instance may end this session early";
    emit done();
}

Error SignIn::explain(const InstanceReply &reply) const
{
    if (reply.failure)
        return *reply.failure;
    const int status = reply.status;
    const QString name = m_session.address().displayName();
    const QString detail = QStringLiteral("%1: HTTP %2").arg(reply.url.path()).arg(status);
    if (status == 401)
        return {ErrorKind::NotSignedIn,
                tr("%1 does not accept this user and password (HTTP 401). Check both; with MFA or "
                   "single sign-on, use cookies from a browser.")
                    .arg(name),
                detail};
    if (status == 404)
        return {ErrorKind::NotSignedIn,
                tr("%1 has no ServiceNow REST API (HTTP 404): check the address, or leave the user "
                   "away for a plain CometD server.")
                    .arg(name),
                detail};
    if (status >= 300 && status < 400)
        return {
            ErrorKind::NotSignedIn,
            tr("%1 sends the sign-in elsewhere (HTTP %2): with single sign-on, use cookies from "
               "a browser.")
                .arg(name)
                .arg(status),
            detail};
    return {ErrorKind::Network,
            tr("Sign-in at %1 was answered with HTTP %2: %3.")
                .arg(name, statusWithPhrase(status), statusMeaning(status)),
            detail};
}

} // namespace amb
