// SPDX-License-Identifier: MIT
#include "core/transport/websockettransport.h"

#include "core/logging.h"
#include "core/transport/closecause.h"
#include "core/transport/cookiejar.h"
#include "core/transport/failures.h"
#include "core/transport/networksetup.h"
#include "core/transport/upgraderefusal.h"

#include <QNetworkRequest>
#include <QWebSocket>

#include <utility>

using namespace std::chrono_literals;

namespace amb {

namespace {

/// How long the peer may take to read what is left before its socket is dropped.
constexpr auto closingTime = 2s;

/// A received text up to this many UTF-16 units goes through the reused buffer.
constexpr qsizetype reusedBufferUnits = 262'144;

} // namespace

WebSocketTransport::WebSocketTransport(QUrl url,
                                       QByteArray origin,
                                       NetworkSettings settings,
                                       const CookieJar &cookies,
                                       QObject *parent)
    : Transport(parent)
    , m_url(std::move(url))
    , m_origin(std::move(origin))
    , m_settings(std::move(settings))
    , m_cookies(cookies)
    , m_timer(this)
    , m_encoder(QStringConverter::Utf8)
{
    m_timer.setSingleShot(true);
}

WebSocketTransport::~WebSocketTransport()
{
    if (m_socket)
        m_socket->disconnect(this); // the socket's destructor closes and says so
}

void WebSocketTransport::open()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Opening;
    // Queued: QWebSocket reports some errors from within its own open().
    QMetaObject::invokeMethod(this, &WebSocketTransport::startConnecting, Qt::QueuedConnection);
}

void WebSocketTransport::startConnecting()
{
    if (m_state != State::Opening)
        return;
    m_socket = std::make_unique<QWebSocket>(QString::fromLatin1(m_origin));
    connectSocket();
    const auto limit = static_cast<quint64>(m_settings.maxMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limit);
    m_socket->setMaxAllowedIncomingFrameSize(limit);
    m_socket->setSslConfiguration(sslConfiguration(m_settings));
    m_socket->setProxy(proxyFor(m_settings, m_url));

    QNetworkRequest request(m_url);
    request.setRawHeader("User-Agent", userAgent());
    const QByteArray cookies = m_cookies.cookieHeader(m_url);
    if (!cookies.isEmpty())
        request.setRawHeader("Cookie", cookies);

    connect(&m_timer, &QTimer::timeout, this, &WebSocketTransport::onConnectTimeout);
    m_timer.start(m_settings.connectTimeout);
    qCDebug(logTransport) << "opening WebSocket to" << m_url.host();
    m_socket->open(request);
}

void WebSocketTransport::connectSocket()
{
    QWebSocket *socket = m_socket.get();
    connect(socket, &QWebSocket::connected, this, &WebSocketTransport::onConnected);
    connect(socket, &QWebSocket::disconnected, this, &WebSocketTransport::onDisconnected);
    connect(socket, &QWebSocket::aboutToClose, this, &WebSocketTransport::onClosing);
    connect(socket, &QWebSocket::textMessageReceived, this, &WebSocketTransport::passOnText);
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        passOnBytes(bytes);
    });
    connect(socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors;
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(socket, &QWebSocket::errorOccurred, this, &WebSocketTransport::onError);
#else
    connect(socket,
            qOverload<QAbstractSocket::SocketError>(&QWebSocket::error),
            this,
            &WebSocketTransport::onError);
#endif
}

void WebSocketTransport::send(const TransportRequest &request)
{
    switch (m_state) {
    case State::Idle:
        m_waiting.append(request.body);
        open();
        break;
    case State::Opening:
        m_waiting.append(request.body);
        break;
    case State::Open:
        m_socket->sendTextMessage(QString::fromUtf8(request.body));
        break;
    case State::Failed:
    case State::Closed:
        break;
    }
}

void WebSocketTransport::abandon(RequestToken /*token*/)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    const bool wasOpen = m_state == State::Open;
    fail(failures::noReply());
    if (wasOpen)
        m_socket->close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("Message Timeout"));
}

void WebSocketTransport::close()
{
    const bool wasOpen = m_state == State::Open;
    m_state = State::Closed;
    m_waiting.clear();
    m_timer.stop();
    if (!m_socket)
        return;
    if (wasOpen)
        m_socket->close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("Disconnect"));
    endSocket();
}

void WebSocketTransport::onConnected()
{
    if (m_state != State::Opening)
        return;
    m_timer.stop();
    m_state = State::Open;
    const QList<QByteArray> waiting = std::exchange(m_waiting, {});
    for (const QByteArray &body : waiting)
        m_socket->sendTextMessage(QString::fromUtf8(body));
    emit opened();
}

void WebSocketTransport::onError()
{
    if (m_state == State::Opening)
        fail(openingFailure());
    else if (m_state == State::Open)
        fail(failures::connectionLost(m_socket->errorString()));
}

void WebSocketTransport::onDisconnected()
{
    if (m_state == State::Open)
        fail(failures::connectionLost(m_socket->errorString()));
    // A connection that was never made ends before its error is told: wait for that.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Opening)
                fail(failures::lostDuringUpgrade(m_socket->errorString()));
        },
        Qt::QueuedConnection);
}

/// A close frame came, or QWebSocket gives up. After a TCP abort this is never called, although
/// closeCode() then says 1000 as well.
void WebSocketTransport::onClosing()
{
    if (m_state == State::Open)
        fail(closingFailure());
}

void WebSocketTransport::onConnectTimeout()
{
    if (m_state == State::Opening)
        fail(failures::connectTimeout(m_url, m_settings.connectTimeout));
}

void WebSocketTransport::passOnText(const QString &text)
{
    if (text.size() > reusedBufferUnits) {
        passOnBytes(text.toUtf8());
        return;
    }
    const qsizetype space = m_encoder.requiredSpace(text.size());
    if (m_utf8.size() < space)
        m_utf8.resize(space);
    const char *end = m_encoder.appendToBuffer(m_utf8.data(), text);
    passOnBytes(QByteArrayView(m_utf8.constData(), end));
}

void WebSocketTransport::passOnBytes(QByteArrayView bytes)
{
    if (m_state == State::Open)
        emit received(bytes, now());
}

TransportFailure WebSocketTransport::openingFailure() const
{
    const QString said = m_socket->errorString();
    if (!m_tlsErrors.isEmpty())
        return failures::tlsFailed(m_url, m_tlsErrors, said);
    const int status = refusedUpgradeStatus(said);
    if (status == 101)
        return failures::upgradeInvalid(said);
    if (status != 0)
        return failures::upgradeRefused(status, said);
    // QWebSocket finds the upgrade itself wrong: TCP is well and its socket has no error.
    if (m_socket->error() == QAbstractSocket::UnknownSocketError)
        return failures::upgradeInvalid(said);
    const bool viaProxy = m_socket->proxy().type() != QNetworkProxy::NoProxy;
    return failures::whileOpening(m_socket->error(), {m_url, viaProxy, said});
}

TransportFailure WebSocketTransport::closingFailure() const
{
    const QString reason = m_socket->closeReason();
    switch (closeCause(reason)) {
    case CloseCause::TooBig:
        return failures::messageTooBig(m_settings.maxMessageBytes, reason);
    case CloseCause::Stalled:
        return failures::stalledFrame(reason);
    case CloseCause::InvalidText:
        return failures::invalidText(reason);
    case CloseCause::InvalidFrame:
        return failures::invalidFrame(reason);
    case CloseCause::PeerWithOtherCode:
        return failures::closedByServer();
    case CloseCause::Peer:
        break;
    }
    return failures::closedByServer(m_socket->closeCode(), reason);
}

/// Queued, so that the owner never hears of it from within its own call.
void WebSocketTransport::fail(const TransportFailure &failure)
{
    m_state = State::Failed;
    m_waiting.clear();
    m_timer.stop();
    qCDebug(logTransport) << "WebSocket failed:" << failure.text << failure.detail;
    QMetaObject::invokeMethod(
        this,
        [this, failure] {
            if (m_state != State::Failed)
                return; // closed in the meantime
            endSocket();
            emit failed(failure);
        },
        Qt::QueuedConnection);
}

/// Lets the socket go on to write what is left, for a short while: a peer that does not read must
/// not keep it for ever. A link that never opened ends at once.
void WebSocketTransport::endSocket()
{
    if (!m_socket || m_socket->state() == QAbstractSocket::UnconnectedState)
        return;
    if (m_socket->state() == QAbstractSocket::ConnectingState) {
        m_socket->abort();
        return;
    }
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, m_socket.get(), &QWebSocket::abort);
    m_timer.start(closingTime);
}

} // namespace amb
