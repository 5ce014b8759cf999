// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

#include <utility>

namespace amb {

/// Where the demo instance's bus answers to: a WebSocket, or one HTTP request.
class BusLink : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        WebSocket, ///< any number of frames
        Http, ///< one reply, then it is gone
    };

    BusLink(Kind kind, QByteArray sessionId, QByteArray browserId, QObject *parent)
        : QObject(parent)
        , m_kind(kind)
        , m_sessionId(std::move(sessionId))
        , m_browserId(std::move(browserId))
    { }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The HTTP session of the request's or the upgrade's cookies.
    [[nodiscard]] const QByteArray &sessionId() const { return m_sessionId; }
    void setSessionId(const QByteArray &id) { m_sessionId = id; }
    /// The BAYEUX_BROWSER cookie; on HTTP alone.
    [[nodiscard]] const QByteArray &browserId() const { return m_browserId; }

    /// Sends replies: a JSON array. Ends an HTTP request.
    virtual void sendReplies(const QByteArray &frame) = 0;
    /// Sends an event in a frame of its own. Only on a WebSocket.
    virtual void sendEvent(const QByteArray &frame) = 0;
    /// Says that what came was no Bayeux: by an HTTP status, or by closing the WebSocket.
    virtual void refuse(int httpStatus, const QByteArray &why) = 0;
    /// Ends the link of a client that was swept.
    virtual void end(const QByteArray &why) = 0;
    /// Makes the HTTP reply set the BAYEUX_BROWSER cookie.
    virtual void giveBrowserId(const QByteArray &id) { m_browserId = id; }
    /// Bytes that the other side has not taken yet.
    [[nodiscard]] virtual qint64 bytesToWrite() const = 0;

signals:
    /// The other side is gone; the link deletes itself afterwards.
    void closed();

private:
    Kind m_kind;
    QByteArray m_sessionId;
    QByteArray m_browserId;
};

} // namespace amb
