// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/framesplitter.h"
#include "core/bayeux/requestbuilder.h"
#include "core/transport/transport.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace amb {

/// Finds out, beside a running long-poll, whether a WebSocket carries frames both ways now.
///
/// A first socket makes a session of its own and leaves it again: that proves frames in both
/// directions without moving the real session's queue to a link that may swallow it. Then a second
/// socket is opened and handed over, untouched, for the real session's next connect.
class WebSocketTrial : public QObject
{
    Q_OBJECT

public:
    WebSocketTrial(TransportFactory &factory,
                   RequestBuilder &builder,
                   RecordSink &sink,
                   QByteArray handshakeExt,
                   std::chrono::milliseconds networkDelay,
                   QObject *parent = nullptr);
    ~WebSocketTrial() override;

    void start();
    /// Ends the trial: no signal follows, and nothing is recorded any more.
    void cancel();
    /// The open link, after held(). Whoever takes it owns it.
    std::unique_ptr<Transport> takeLink();

signals:
    void held();
    void failed(const amb::TransportFailure &failure);

private:
    void onReceived(QByteArrayView frame, Timestamp time);
    void send(RequestKind kind, MessageKind messageKind, const RequestBuilder::Message &message);
    void openSecond();
    void giveUp(const TransportFailure &failure);
    void dropLink();
    void takeReply(const Envelope &envelope);

    TransportFactory &m_factory;
    RequestBuilder &m_builder;
    RecordSink &m_sink;
    QByteArray m_handshakeExt;
    std::chrono::milliseconds m_networkDelay;
    FrameSplitter m_splitter;
    std::unique_ptr<Transport> m_link;
    QTimer m_deadline;
    QByteArray m_awaitedId;
    bool m_leaving = false;
};

} // namespace amb
