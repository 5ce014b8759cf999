// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"

#include <QObject>

#include <chrono>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace amb {

/// One TCP connection to the demo instance, which reads one HTTP request after the other.
///
/// A request to upgrade is only looked at, so that its bytes are still in the socket when that is
/// handed on. Requests that are too big or not well formed are answered here.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype longestHead = qsizetype(16) * 1024; ///< else 431
    static constexpr qint64 longestBody = qint64(1024) * 1024; ///< else 413

    /// Takes the socket over.
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);

    /// Answers the request that was received, after a delay. Once for each.
    void respond(const HttpResponse &response, std::chrono::milliseconds delay);
    /// Sends bytes that are no HTTP reply of ours, and is silent from then on.
    void sendAndHang(const QByteArray &bytes);
    /// How far the clock that its Date headers show is ahead.
    void setClockSkew(std::chrono::seconds ahead) { m_clockSkew = ahead; }
    /// Gives the socket away with all its unread bytes; the connection is of no use afterwards.
    [[nodiscard]] QTcpSocket *release();
    /// Cuts the connection; closed() follows.
    void abort();

signals:
    void received(const amb::HttpRequest &request);
    /// A request with `Upgrade: websocket`; its bytes are still in the socket.
    void upgradeRequested(const amb::HttpRequest &request);
    void closed();

private:
    enum class State {
        Head,
        Body,
        Upgrading, ///< a request to upgrade waits for its answer; nothing of it was read
        Answering,
        Ending, ///< what comes is thrown away until the reply has left
        Hanging,
    };

    void readInput();
    bool readHead();
    bool readBody();
    bool readChunks();
    void deliver();
    void reject(int status);
    void write(const HttpResponse &response);

    QTcpSocket *m_socket;
    HttpRequest m_request;
    BodyLength m_length;
    ChunkedBody m_chunks{longestBody};
    State m_state = State::Head;
    std::chrono::seconds m_clockSkew{};
};

} // namespace amb
