// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/httpprobe.h"
#include "core/doctor/websocketframes.h"

#include <QObject>

#include <functional>
#include <memory>

namespace amb {

/// Where and as whom an upgrade is asked for.
struct UpgradeRequest
{
    QByteArray target; ///< path
    QByteArray origin; ///< empty: no such header
    QByteArray cookies; ///< value of the Cookie header
    bool hasUpgrade = true; ///< false: the same GET without any upgrade headers
};

/// A WebSocket made by hand: the exact request and answer of the upgrade, and bare frames after it.
class UpgradeProbe : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const ProbeAnswer &)>;

    UpgradeProbe(QUrl site,
                 NetworkSettings settings,
                 QNetworkProxy proxy,
                 QObject *parent = nullptr);

    /// Asks; then is called once, never from within this call.
    void ask(const UpgradeRequest &request, std::chrono::milliseconds limit, Then then);
    /// Whether the last answer's Sec-WebSocket-Accept is the right one.
    [[nodiscard]] bool isAccepted(const ProbeAnswer &answer) const;
    /// After an accepted upgrade: frames come and go.
    void begin(const ProbeAnswer &answer);
    void send(WebSocketFrame::Opcode opcode, const QByteArray &payload);
    void abort();
    [[nodiscard]] bool isOpen() const { return m_wire != nullptr; }

signals:
    void frameReceived(const amb::WebSocketFrame &frame);
    /// The connection ended; says how, with the close code where one came.
    void closed(const QString &how);

private:
    void read(const QByteArray &bytes);
    void close(const QString &how);

    HttpProbe m_http;
    std::unique_ptr<Wire> m_wire;
    QByteArray m_key;
    QByteArray m_input;
};

} // namespace amb
