// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/transport/transportfailure.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>

namespace amb {

/// What a request carries; long-polling derives its path and its connection from it.
enum class RequestKind : quint8 {
    Handshake,
    Connect,
    Disconnect,
    Other, ///< subscribe, unsubscribe, publish, also several in one batch
};

/// Names one request of a session, unique for the session's life.
enum class RequestToken : quint64 {
};

/// One frame or one POST body: a JSON array of Bayeux messages.
struct TransportRequest
{
    RequestToken token{};
    RequestKind kind = RequestKind::Other;
    QByteArray body; ///< the JSON array, UTF-8
};

/// Carries frames of Bayeux messages to one endpoint and back; knows nothing of their meaning.
///
/// A transport opens by its first send() or by open(), and is used until it failed or was closed;
/// then it is thrown away. No signal is emitted from within a call of a public function, so the
/// owner may delete it in any slot with deleteLater().
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual TransportType type() const = 0;

    /// Opens the link ahead of the first request. Long-polling has nothing to open.
    virtual void open() = 0;

    /// Sends a request; requests wait in order while the link opens.
    virtual void send(const TransportRequest &request) = 0;

    /// How long a request that was not answered yet has been under way: 0 while it waits behind
    /// others, unlimited where nothing has to wait or the transport does not know it.
    [[nodiscard]] virtual std::chrono::steady_clock::duration underWayFor(
        RequestToken token) const = 0;

    /// Gives up on a request that was not answered in time. On a WebSocket the whole link ends:
    /// failed() follows. On long-polling only that POST ends, without a signal.
    virtual void abandon(RequestToken token) = 0;

    /// Ends the link in an orderly way and drops what was not sent. No signal follows.
    virtual void close() = 0;

signals:
    /// The link is up: the upgrade was accepted. Never emitted by long-polling.
    void opened();
    /// A frame or an HTTP reply's body came. Valid only during the call.
    void received(QByteArrayView frame, amb::Timestamp time);
    /// The request's HTTP reply came and was passed on with received(). Never emitted by WebSocket.
    void answered(amb::RequestToken token);
    /// One POST failed; others are not touched. Never emitted by WebSocket.
    void requestFailed(amb::RequestToken token, const amb::TransportFailure &failure);
    /// The link as a whole is gone and with it every request that was not answered.
    /// Never emitted by long-polling.
    void failed(const amb::TransportFailure &failure);
};

/// Makes transports for one endpoint with its cookies, proxy and certificates.
class TransportFactory
{
public:
    TransportFactory() = default;
    TransportFactory(const TransportFactory &) = delete;
    TransportFactory &operator=(const TransportFactory &) = delete;
    TransportFactory(TransportFactory &&) = delete;
    TransportFactory &operator=(TransportFactory &&) = delete;
    virtual ~TransportFactory() = default;

    virtual std::unique_ptr<Transport> create(TransportType type) = 0;
};

} // namespace amb
