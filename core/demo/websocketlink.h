// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/buslink.h"

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace amb {

struct DemoFaults;

/// One WebSocket to the demo instance, with the faults that strike after the upgrade.
class WebSocketLink : public BusLink
{
    Q_OBJECT

public:
    static constexpr quint64 longestFrame =
        quint64(1024) * 1024; ///< longer ones close the socket (1009)

    /// Takes the socket over.
    WebSocketLink(QWebSocket *socket,
                  const QByteArray &sessionId,
                  const DemoFaults &faults,
                  QObject *parent);

    void sendReplies(const QByteArray &frame) override;
    void sendEvent(const QByteArray &frame) override;
    void refuse(int httpStatus, const QByteArray &why) override;
    void end(const QByteArray &why) override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    /// Cuts the connection without a close frame.
    void abort();

signals:
    void received(const QByteArray &frame);

private:
    void read(const QString &frame);
    void write(const QByteArray &frame);

    QWebSocket *m_socket;
    const DemoFaults &m_faults;
    bool m_closesAtFirstFrame;
};

} // namespace amb
