// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/networksettings.h"
#include "core/transport/transport.h"

#include <QByteArray>
#include <QList>
#include <QSslError>
#include <QStringEncoder>
#include <QTimer>
#include <QUrl>

#include <memory>

class QWebSocket;

namespace amb {

class CookieJar;

/// One WebSocket to `<endpoint>/amb`: text frames of Bayeux messages both ways.
///
/// Cookies, Origin, proxy and certificates are those of the moment of opening. TLS errors always
/// end the link. Binary frames are passed on as they are; the session calls them malformed.
class WebSocketTransport final : public Transport
{
    Q_OBJECT

public:
    /// `url` (ws or wss) is used exactly as given: real instances refuse the upgrade on `/amb/`
    /// (amb.md § 1.1). `origin` is mandatory there (§ 1.3). `cookies` must outlive the transport.
    WebSocketTransport(QUrl url,
                       QByteArray origin,
                       NetworkSettings settings,
                       const CookieJar &cookies,
                       QObject *parent = nullptr);
    WebSocketTransport(const WebSocketTransport &) = delete;
    WebSocketTransport &operator=(const WebSocketTransport &) = delete;
    WebSocketTransport(WebSocketTransport &&) = delete;
    WebSocketTransport &operator=(WebSocketTransport &&) = delete;
    ~WebSocketTransport() override;

    [[nodiscard]] TransportType type() const override { return TransportType::WebSocket; }
    void open() override;
    void send(const TransportRequest &request) override;
    [[nodiscard]] std::chrono::steady_clock::duration underWayFor(
        RequestToken /*token*/) const override
    {
        return std::chrono::steady_clock::duration::max();
    }
    void abandon(RequestToken token) override;
    void close() override;

private:
    enum class State {
        Idle, ///< not opened yet
        Opening, ///< TCP, TLS and upgrade under way; requests wait
        Open,
        Failed, ///< failed() is on its way or was emitted
        Closed, ///< closed by the owner: no signal any more
    };

    void connectSocket();
    void startConnecting();
    void onConnected();
    void onError();
    void onDisconnected();
    void onClosing();
    void onConnectTimeout();
    void passOnText(const QString &text);
    void passOnBytes(QByteArrayView bytes);
    [[nodiscard]] TransportFailure openingFailure() const;
    [[nodiscard]] TransportFailure closingFailure() const;
    void fail(const TransportFailure &failure);
    void endSocket();

    const QUrl m_url;
    const QByteArray m_origin;
    const NetworkSettings m_settings;
    const CookieJar &m_cookies;
    State m_state = State::Idle;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_timer; ///< connect timeout, later the time a close may take
    QList<QByteArray> m_waiting; ///< bodies sent before the link was open
    QList<QSslError> m_tlsErrors;
    QStringEncoder m_encoder;
    QByteArray m_utf8; ///< reused for each received text
};

} // namespace amb
