// SPDX-License-Identifier: MIT
#include "core/transport/longpollingtransport.h"

#include "core/logging.h"
#include "core/transport/cookiejar.h"
#include "core/transport/failures.h"
#include "core/transport/httpreply.h"
#include "core/transport/networksetup.h"
#include "core/transport/onetimebody.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <optional>
#include <utility>

namespace amb {

namespace {

HttpReply summaryOf(const QNetworkReply &reply, const QByteArray &body)
{
    // The parsed header leaves relative addresses out.
    const QUrl location = QUrl::fromEncoded(reply.rawHeader("Location"));
    return {
        .status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .url = reply.url(),
        .contentType = reply.rawHeader("Content-Type"),
        .location = location.isEmpty() ? QUrl() : reply.url().resolved(location),
        .retryAfter = reply.rawHeader("Retry-After"),
        .body = body,
    };
}

/// Whether the reply came to its end. Errors from 200 on are names for HTTP statuses, but for two.
bool isWhole(const QNetworkReply &reply)
{
    const QNetworkReply::NetworkError error = reply.error();
    const bool isBroken = error != QNetworkReply::NoError
        && (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ContentReSendError
            || error == QNetworkReply::ProtocolFailure);
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() && !isBroken;
}

} // namespace

LongPollingTransport::LongPollingTransport(
    QUrl url, QByteArray origin, NetworkSettings settings, CookieJar &cookies, QObject *parent)
    : Transport(parent)
    , m_url(std::move(url))
    , m_origin(std::move(origin))
    , m_settings(std::move(settings))
    , m_tls(sslConfiguration(m_settings))
{
    configure(m_network, m_settings);
    QObject *owner = cookies.parent();
    m_network.setCookieJar(&cookies);
    cookies.setParent(owner); // the network takes it, but it is shared
}

LongPollingTransport::~LongPollingTransport()
{
    close();
}

QUrl LongPollingTransport::urlFor(RequestKind kind) const
{
    QString suffix;
    switch (kind) {
    case RequestKind::Handshake:
        suffix = QStringLiteral("/handshake");
        break;
    case RequestKind::Connect:
        suffix = QStringLiteral("/connect");
        break;
    case RequestKind::Disconnect:
        suffix = QStringLiteral("/disconnect");
        break;
    case RequestKind::Other:
        return m_url;
    }
    QUrl url = m_url;
    QString path = url.path(QUrl::FullyEncoded);
    if (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + suffix, QUrl::TolerantMode);
    return url;
}

void LongPollingTransport::send(const TransportRequest &request)
{
    if (m_isClosed)
        return;
    Lane &lane = request.kind == RequestKind::Connect ? m_connects : m_others;
    lane.waiting.push_back(request);
    startNext(lane);
}

void LongPollingTransport::startNext(Lane &lane)
{
    if (m_isClosed || lane.reply || lane.waiting.empty())
        return;
    const TransportRequest next = std::move(lane.waiting.front());
    lane.waiting.pop_front();

    QNetworkRequest request(urlFor(next.kind));
    configure(request, m_settings, m_tls);
    request.setRawHeader("Origin", m_origin);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/json;charset=UTF-8"));
    // These two and the sequential body: a POST is never repeated by the library.
    request.setHeader(QNetworkRequest::ContentLengthHeader, next.body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // The size is watched while reading; compression ratios of JSON are no sign of an attack.
    request.setDecompressedSafetyCheckThreshold(-1);

    auto body = std::make_unique<OneTimeBody>(next.body);
    QNetworkReply *reply = m_network.post(request, body.get());
    body.release()->setParent(reply);
    lane.reply = reply;
    lane.token = next.token;
    lane.begun = std::chrono::steady_clock::now();
    connect(reply, &QNetworkReply::readyRead, this, [this, &lane] { onReadyRead(lane); });
    connect(reply, &QNetworkReply::finished, this, [this, &lane] { onFinished(lane); });
    connect(reply, &QNetworkReply::sslErrors, this, [&lane](const QList<QSslError> &errors) {
        lane.tlsErrors = errors;
    });
}

/// False when the body is over the limit.
bool LongPollingTransport::readBody(Lane &lane) const
{
    const qint64 room = m_settings.maxMessageBytes - lane.body.size();
    lane.body += lane.reply->read(room + 1);
    return lane.body.size() <= m_settings.maxMessageBytes;
}

/// What is wrong with the reply of a finished POST, if anything.
std::optional<TransportFailure> LongPollingTransport::judge(const Lane &lane) const
{
    const QNetworkReply &reply = *lane.reply;
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return failures::tlsFailed(m_url, lane.tlsErrors, reply.errorString());
    const HttpReply summary = summaryOf(reply, lane.body);
    if (isWhole(reply) || (summary.status != 0 && summary.status != 200))
        return whyNotBayeux(summary);
    const bool viaProxy = proxyFor(m_settings, m_url).type() != QNetworkProxy::NoProxy;
    return failures::fromNetworkError(reply.error(), {m_url, viaProxy, reply.errorString()});
}

TransportFailure LongPollingTransport::tooBig() const
{
    return failures::messageTooBig(
        m_settings.maxMessageBytes,
        QStringLiteral("HTTP reply over %1 bytes").arg(m_settings.maxMessageBytes));
}

LongPollingTransport::Lane LongPollingTransport::release(Lane &lane)
{
    Lane done;
    done.token = std::exchange(lane.token, {});
    done.reply = std::exchange(lane.reply, nullptr);
    done.body = std::exchange(lane.body, {});
    done.tlsErrors = std::exchange(lane.tlsErrors, {});
    done.reply->disconnect(this);
    done.reply->abort();
    done.reply->deleteLater();
    startNext(lane);
    return done;
}

void LongPollingTransport::onReadyRead(Lane &lane)
{
    if (readBody(lane))
        return;
    const RequestToken token = release(lane).token;
    emit requestFailed(token, tooBig());
}

void LongPollingTransport::onFinished(Lane &lane)
{
    const bool fits = readBody(lane);
    const std::optional<TransportFailure> failure = fits ? judge(lane) : tooBig();
    const Timestamp time = now();
    const Lane done = release(lane);
    if (failure) {
        qCDebug(logTransport) << "POST failed:" << failure->text << failure->detail;
        emit requestFailed(done.token, *failure);
        return;
    }
    emit received(done.body, time);
    if (!m_isClosed) // by a slot; the owner deletes it later, never at once
        emit answered(done.token);
}

std::chrono::steady_clock::duration LongPollingTransport::underWayFor(RequestToken token) const
{
    using Duration = std::chrono::steady_clock::duration;
    for (const Lane *lane : {&m_connects, &m_others}) {
        if (lane->reply && lane->token == token)
            return std::chrono::steady_clock::now() - lane->begun;
        const bool isWaiting =
            std::any_of(lane->waiting.begin(), lane->waiting.end(), [token](const auto &request) {
                return request.token == token;
            });
        if (isWaiting)
            return Duration::zero();
    }
    return Duration::max();
}

void LongPollingTransport::abandon(RequestToken token)
{
    for (Lane *lane : {&m_connects, &m_others}) {
        if (lane->reply && lane->token == token) {
            release(*lane);
            return;
        }
        const auto sameToken = [token](const auto &request) {
            return request.token == token;
        };
        const auto found = std::find_if(lane->waiting.cbegin(), lane->waiting.cend(), sameToken);
        if (found != lane->waiting.cend()) {
            lane->waiting.erase(found);
            return;
        }
    }
}

void LongPollingTransport::close()
{
    m_isClosed = true;
    for (Lane *lane : {&m_connects, &m_others}) {
        lane->waiting.clear();
        if (lane->reply)
            release(*lane);
    }
}

} // namespace amb
