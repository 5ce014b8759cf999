// SPDX-License-Identifier: MIT
#include "core/bayeux/websockettrial.h"

#include "core/wirewords.h"

#include <QCoreApplication>

#include <utility>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::WebSocketTrial)
};

} // namespace

WebSocketTrial::WebSocketTrial(TransportFactory &factory,
                               RequestBuilder &builder,
                               RecordSink &sink,
                               QByteArray handshakeExt,
                               std::chrono::milliseconds networkDelay,
                               QObject *parent)
    : QObject(parent)
    , m_factory(factory)
    , m_builder(builder)
    , m_sink(sink)
    , m_handshakeExt(std::move(handshakeExt))
    , m_networkDelay(networkDelay)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_leaving) {
            openSecond(); // the reply to the goodbye does not matter
            return;
        }
        TransportFailure failure;
        failure.kind = TransportFailure::Kind::NoReply;
        failure.text = wire::symptom(wire::Symptom::FramesSwallowed).sentence();
        giveUp(failure);
    });
}

WebSocketTrial::~WebSocketTrial()
{
    dropLink();
}

void WebSocketTrial::cancel()
{
    m_deadline.stop();
    dropLink();
}

void WebSocketTrial::dropLink()
{
    if (!m_link)
        return;
    m_link->disconnect(this);
    m_link->close();
    m_link.release()->deleteLater();
}

void WebSocketTrial::start()
{
    m_link = m_factory.create(TransportType::WebSocket);
    connect(m_link.get(), &Transport::received, this, &WebSocketTrial::onReceived);
    connect(m_link.get(), &Transport::failed, this, &WebSocketTrial::giveUp);
    connect(m_link.get(), &Transport::opened, this, [this] { m_deadline.start(m_networkDelay); });
    send(RequestKind::Handshake,
         MessageKind::Handshake,
         m_builder.handshake({TransportType::WebSocket}, m_handshakeExt));
}

void WebSocketTrial::send(RequestKind kind,
                          MessageKind messageKind,
                          const RequestBuilder::Message &message)
{
    m_awaitedId = message.id;
    const QByteArrayView channel =
        kind == RequestKind::Handshake ? "/meta/handshake" : "/meta/disconnect";
    m_sink.append(
        {message.text, channel, now(), Direction::Out, messageKind, TransportType::WebSocket});
    m_link->send({RequestToken{}, kind, '[' + message.text + ']'});
}

void WebSocketTrial::onReceived(QByteArrayView frame, Timestamp time)
{
    const FrameSplitter::Split split = m_splitter.split(frame);
    for (const Envelope &envelope : split.envelopes) {
        m_sink.append({envelope.raw,
                       envelope.channel,
                       time,
                       Direction::In,
                       classify(envelope),
                       TransportType::WebSocket});
        if (envelope.id == m_awaitedId && m_link) {
            takeReply(envelope);
            return; // the link may be another one now
        }
    }
}

void WebSocketTrial::takeReply(const Envelope &envelope)
{
    if (m_leaving) {
        openSecond();
        return;
    }
    if (!envelope.successful.value_or(false)) {
        TransportFailure failure;
        failure.kind = TransportFailure::Kind::UpgradeRefused;
        failure.text =
            Words::tr("The WebSocket opened, but the server refused a session over it: %1.")
                .arg(QString::fromUtf8(envelope.error));
        giveUp(failure);
        return;
    }
    m_leaving = true;
    m_deadline.start(std::min<std::chrono::milliseconds>(m_networkDelay, std::chrono::seconds(1)));
    send(RequestKind::Disconnect,
         MessageKind::Disconnect,
         m_builder.disconnect(envelope.clientId.toByteArray()));
}

void WebSocketTrial::openSecond()
{
    m_deadline.stop();
    dropLink();
    m_link = m_factory.create(TransportType::WebSocket);
    connect(m_link.get(), &Transport::failed, this, &WebSocketTrial::giveUp);
    connect(m_link.get(), &Transport::opened, this, &WebSocketTrial::held);
    m_link->open();
}

void WebSocketTrial::giveUp(const TransportFailure &failure)
{
    m_deadline.stop();
    dropLink();
    emit failed(failure);
}

std::unique_ptr<Transport> WebSocketTrial::takeLink()
{
    m_link->disconnect(this);
    return std::move(m_link);
}

} // namespace amb
