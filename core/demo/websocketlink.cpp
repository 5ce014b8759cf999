// SPDX-License-Identifier: MIT
#include "core/demo/websocketlink.h"

#include "core/demo/demofaults.h"

#include <QTimer>
#include <QWebSocket>

namespace amb {

WebSocketLink::WebSocketLink(QWebSocket *socket,
                             const QByteArray &sessionId,
                             const DemoFaults &faults,
                             QObject *parent)
    : BusLink(Kind::WebSocket, sessionId, {}, parent)
    , m_socket(socket)
    , m_faults(faults)
    , m_closesAtFirstFrame(faults.webSocket == DemoFaults::WebSocket::CloseAfterUpgrade)
{
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingMessageSize(longestFrame);
    m_socket->setMaxAllowedIncomingFrameSize(longestFrame);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &WebSocketLink::read);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported);
    });
    connect(m_socket, &QWebSocket::disconnected, this, &BusLink::closed);
}

void WebSocketLink::sendReplies(const QByteArray &frame)
{
    if (m_faults.slowReplies.count() == 0) {
        write(frame);
        return;
    }
    QTimer::singleShot(
        m_faults.slowReplies, Qt::PreciseTimer, this, [this, frame] { write(frame); });
}

void WebSocketLink::sendEvent(const QByteArray &frame)
{
    write(frame);
}

void WebSocketLink::refuse(int /*httpStatus*/, const QByteArray &why)
{
    m_socket->close(QWebSocketProtocol::CloseCodeBadOperation, QString::fromUtf8(why));
}

void WebSocketLink::end(const QByteArray &why)
{
    m_socket->close(QWebSocketProtocol::CloseCodeNormal, QString::fromUtf8(why));
}

qint64 WebSocketLink::bytesToWrite() const
{
    return m_socket->bytesToWrite();
}

void WebSocketLink::abort()
{
    m_socket->abort();
}

void WebSocketLink::read(const QString &frame)
{
    if (m_closesAtFirstFrame)
        m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
    else if (m_faults.webSocket != DemoFaults::WebSocket::Swallow)
        emit received(frame.toUtf8());
}

void WebSocketLink::write(const QByteArray &frame)
{
    if (m_faults.webSocket != DemoFaults::WebSocket::Swallow)
        m_socket->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace amb
