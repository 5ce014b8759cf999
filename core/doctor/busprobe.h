// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/requestbuilder.h"
#include "core/doctor/doctorfindings.h"
#include "core/doctor/httpprobe.h"
#include "core/doctor/upgradeprobe.h"
#include "core/transport/transport.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace amb {

class CookieJar;

/// What came back on one Bayeux message.
struct BusReply
{
    BusFindings::Reply kind = BusFindings::Reply::Silent;
    QJsonObject message;
    QByteArray text; ///< of the message as it came, at most some kilobytes
    int httpStatus = 0;
    QString trouble; ///< in words
    std::chrono::microseconds took{};
    qint64 bytesOut = 0; ///< on the wire, without TLS
    qint64 bytesIn = 0;
};

/// Bayeux over one of the transports, one message at a time, so that each can be watched.
class BusProbe : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const BusReply &)>;
    using QObject::QObject;

    /// Sends a message; then is called once, never from within this call.
    virtual void ask(const RequestBuilder::Message &message,
                     RequestKind kind,
                     std::chrono::milliseconds limit,
                     Then then) = 0;
    virtual void abort() = 0;
    [[nodiscard]] virtual TransportType type() const = 0;

    RequestBuilder &builder() { return m_builder; }

    QByteArray clientId; ///< after the handshake

signals:
    /// A message that answers none: a delivery.
    void delivered(const QJsonObject &message);

protected:
    /// The reply's kind by what it says.
    static BusReply judged(const QJsonObject &message);

private:
    RequestBuilder m_builder;
};

/// Over a WebSocket that an UpgradeProbe has opened; takes it over.
class WebSocketBus final : public BusProbe
{
    Q_OBJECT

public:
    explicit WebSocketBus(std::unique_ptr<UpgradeProbe> socket, QObject *parent = nullptr);

    void ask(const RequestBuilder::Message &message,
             RequestKind kind,
             std::chrono::milliseconds limit,
             Then then) override;
    void abort() override;
    [[nodiscard]] TransportType type() const override { return TransportType::WebSocket; }
    [[nodiscard]] UpgradeProbe &socket() { return *m_socket; }
    /// How the connection ended; empty while it is open.
    [[nodiscard]] QString endedHow() const { return m_ended; }

private:
    struct Open
    {
        Then then;
        std::chrono::steady_clock::time_point begun;
        qint64 bytesOut = 0;
        QTimer *limit = nullptr; // child of the bus
    };

    void take(const WebSocketFrame &frame);
    void takeMessage(const QJsonObject &message, qint64 bytes);
    void end(const QByteArray &id, BusReply reply);

    std::unique_ptr<UpgradeProbe> m_socket;
    QHash<QByteArray, Open> m_open;
    QByteArray m_fragments;
    QString m_ended;
};

/// Over HTTP: one POST a message, connects on a connection of their own.
class PollingBus final : public BusProbe
{
    Q_OBJECT

public:
    /// `url` is that of the Bayeux endpoint; the jar must outlive the bus.
    PollingBus(const QUrl &url,
               QByteArray origin,
               const NetworkSettings &settings,
               const QNetworkProxy &proxy,
               CookieJar &cookies,
               QObject *parent = nullptr);

    void ask(const RequestBuilder::Message &message,
             RequestKind kind,
             std::chrono::milliseconds limit,
             Then then) override;
    void abort() override;
    [[nodiscard]] TransportType type() const override { return TransportType::LongPolling; }
    /// The last exchange, for the evidence.
    [[nodiscard]] const ProbeAnswer &lastAnswer() const { return m_last; }

private:
    BusReply take(const ProbeAnswer &answer, const QByteArray &id);

    QUrl m_url;
    QByteArray m_origin;
    CookieJar &m_cookies;
    HttpProbe m_connects;
    HttpProbe m_others;
    ProbeAnswer m_last;
};

} // namespace amb
