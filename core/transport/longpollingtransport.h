// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/networksettings.h"
#include "core/transport/transport.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

#include <deque>
#include <optional>

class QNetworkReply;
class QNetworkRequest;

namespace amb {

class CookieJar;

/// Bayeux over HTTP: one POST a request, /meta/connect held by the server until there is news.
///
/// At most two POSTs are under way (Bayeux § "two connection operation"): one for connects, one for
/// everything else; further requests wait in order. A POST is never sent twice, and none has a
/// time limit of its own: the session knows how long a poll may be held and abandons it.
class LongPollingTransport final : public Transport
{
    Q_OBJECT

public:
    /// `url` is that of the Bayeux endpoint; /handshake, /connect and /disconnect are appended for
    /// those requests. `cookies` is shared and must outlive the transport.
    LongPollingTransport(QUrl url,
                         QByteArray origin,
                         NetworkSettings settings,
                         CookieJar &cookies,
                         QObject *parent = nullptr);
    LongPollingTransport(const LongPollingTransport &) = delete;
    LongPollingTransport &operator=(const LongPollingTransport &) = delete;
    LongPollingTransport(LongPollingTransport &&) = delete;
    LongPollingTransport &operator=(LongPollingTransport &&) = delete;
    ~LongPollingTransport() override;

    [[nodiscard]] TransportType type() const override { return TransportType::LongPolling; }
    void open() override { }
    void send(const TransportRequest &request) override;
    [[nodiscard]] std::chrono::steady_clock::duration underWayFor(
        RequestToken token) const override;
    void abandon(RequestToken token) override;
    void close() override;

private:
    /// One connection's worth of requests: the POST under way and those behind it.
    struct Lane
    {
        std::deque<TransportRequest> waiting;
        RequestToken token{}; ///< of the POST under way
        std::chrono::steady_clock::time_point begun; ///< when it was handed to the network
        QNetworkReply *reply = nullptr; ///< owned by the network, deleted later when done
        QByteArray body; ///< of the reply, as far as it came
        QList<QSslError> tlsErrors;
    };

    [[nodiscard]] QUrl urlFor(RequestKind kind) const;
    void startNext(Lane &lane);
    void onReadyRead(Lane &lane);
    void onFinished(Lane &lane);
    bool readBody(Lane &lane) const;
    [[nodiscard]] std::optional<TransportFailure> judge(const Lane &lane) const;
    [[nodiscard]] TransportFailure tooBig() const;
    /// Takes the POST out of its lane without a further signal and starts the next.
    Lane release(Lane &lane);

    const QUrl m_url;
    const QByteArray m_origin;
    const NetworkSettings m_settings;
    const QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    Lane m_connects;
    Lane m_others;
    bool m_isClosed = false;
};

} // namespace amb
