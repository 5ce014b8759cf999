// SPDX-License-Identifier: MIT
#include "core/instance/instancecall.h"

#include "core/instance/httpsession.h"
#include "core/logging.h"
#include "core/transport/failures.h"
#include "core/transport/networksetup.h"
#include "core/transport/onetimebody.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace amb {

namespace {

/// Whether a reply did not come to its end. Errors from 200 on are names for HTTP statuses, but for
/// two.
bool isBroken(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError
        && (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ContentReSendError
            || error == QNetworkReply::ProtocolFailure);
}

} // namespace

QByteArray InstanceReply::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        headers, [name](const auto &header) { return QByteArrayView(header.first) == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

InstanceCall::InstanceCall(HttpSession &session, InstanceRequest request)
    : m_session(session)
    , m_request(std::move(request))
{
    m_request.url = m_session.address().site().resolved(m_request.url);
    Q_ASSERT_X(m_session.isOwn(m_request.url), "InstanceCall", "cookies are for the instance");
    send();
}

InstanceCall::~InstanceCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
}

void InstanceCall::send()
{
    const QNetworkRequest request = prepared();
    if (m_request.method == InstanceRequest::Method::Post) {
        auto body = std::make_unique<OneTimeBody>(m_request.body);
        m_reply = m_session.m_manager.post(request, body.get());
        body.release()->setParent(m_reply);
    } else {
        m_reply = m_session.m_manager.get(request);
    }
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors; // for the words; the connection ends
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_isTooBig = m_reply->bytesAvailable() > m_session.network().maxMessageBytes;
        if (m_isTooBig)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &InstanceCall::takeReply);
}

QNetworkRequest InstanceCall::prepared() const
{
    QNetworkRequest request(m_request.url);
    configure(request, m_session.network(), sslConfiguration(m_session.network()));
    request.setTransferTimeout(int(m_session.patience().count()));
    // The network manager must not answer a 401 itself, least of all with what is cached from
    // before.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", m_request.accept);
    if (!m_request.authorization.isEmpty())
        request.setRawHeader("Authorization", m_request.authorization);
    if (!m_session.userToken().isEmpty())
        request.setRawHeader("X-UserToken", m_session.userToken());
    if (m_request.method == InstanceRequest::Method::Post) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
        request.setRawHeader("Origin", m_session.address().origin());
    }
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    return request;
}

void InstanceCall::takeReply()
{
    InstanceReply reply;
    reply.url = m_request.url;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        reply.headers.emplaceBack(name.toLower(), value);
    if (const QByteArray location = reply.header("location"); !location.isEmpty())
        reply.location = m_request.url.resolved(QUrl::fromEncoded(location));
    if (reply.status == 0 || isBroken(m_reply->error())) {
        reply.failure = explainFailure();
        reply.status = 0;
    } else {
        reply.body = m_reply->readAll();
    }
    m_reply->deleteLater();
    m_reply = nullptr;

    const QByteArray token = reply.header("x-usertoken-response");
    if (!token.isEmpty())
        m_session.setUserToken(token);
    if (reply.status == 401 && reply.header("x-is-logged-in") == "true" && !token.isEmpty()
        && !m_renewedToken) {
        m_renewedToken = true;
        send();
        return;
    }
    qCDebug(logInstance).noquote() << m_request.url.path() << "answered with HTTP" << reply.status;
    deleteLater();
    emit finished(reply);
}

Error InstanceCall::explainFailure() const
{
    const QString name = m_session.address().displayName();
    const QString said = m_reply->errorString();
    if (m_isTooBig) {
        const TransportFailure failure =
            failures::messageTooBig(m_session.network().maxMessageBytes, said);
        return {ErrorKind::Protocol, failure.text, failure.detail};
    }
    if (m_reply->error() == QNetworkReply::OperationCanceledError)
        return {ErrorKind::Timeout,
                tr("%1 did not answer in time. Check the address and the network.").arg(name),
                said};
    const QUrl site = m_session.address().site();
    const bool viaProxy = proxyFor(m_session.network(), site).type() != QNetworkProxy::NoProxy;
    const TransportFailure failure = m_reply->error() == QNetworkReply::SslHandshakeFailedError
        ? failures::tlsFailed(site, m_tlsErrors, said)
        : failures::fromNetworkError(m_reply->error(), {site, viaProxy, said});
    const bool isTls = failure.kind == TransportFailure::Kind::TlsFailed;
    return {isTls ? ErrorKind::Tls : ErrorKind::Network, failure.text, failure.detail};
}

} // namespace amb
