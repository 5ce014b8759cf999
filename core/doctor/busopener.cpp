// SPDX-License-Identifier: MIT
#include "core/doctor/busopener.h"

namespace amb {

BusOpener::BusOpener(DoctorContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{ }

void BusOpener::open(TransportType type, Then then)
{
    m_then = std::move(then);
    const InstanceAddress &address = m_context.options.address;
    if (type == TransportType::LongPolling) {
        m_bus = std::make_unique<PollingBus>(address.bayeuxUrl(),
                                             address.origin(),
                                             m_context.options.network,
                                             m_context.proxy,
                                             m_context.cookies());
        handshake();
        return;
    }
    m_upgrade = std::make_unique<UpgradeProbe>(
        m_context.site(), m_context.options.network, m_context.proxy);
    m_upgrade->ask({address.bayeuxUrl().path(QUrl::FullyEncoded).toLatin1(),
                    address.origin(),
                    m_context.cookies().cookieHeader(address.bayeuxUrl()),
                    true},
                   m_context.options.patience,
                   [this](const ProbeAnswer &answer) {
                       if (answer.status != 101) {
                           finish(answerText(answer));
                           return;
                       }
                       m_upgrade->begin(answer);
                       m_bus = std::make_unique<WebSocketBus>(std::move(m_upgrade));
                       handshake();
                   });
}

void BusOpener::handshake()
{
    m_bus->ask(m_bus->builder().handshake({m_bus->type()}, {}),
               RequestKind::Handshake,
               m_context.options.patience,
               [this](const BusReply &reply) {
                   m_bus->clientId =
                       reply.message.value(QLatin1StringView("clientId")).toString().toUtf8();
                   m_context.secrets.add(m_bus->clientId);
                   if (reply.kind != BusFindings::Reply::Good) {
                       finish(reply.trouble);
                       return;
                   }
                   m_bus->ask(m_bus->builder().connect(m_bus->clientId, m_bus->type(), true, {}),
                              RequestKind::Connect,
                              m_context.options.patience,
                              [this](const BusReply &connected) {
                                  finish(connected.kind == BusFindings::Reply::Good
                                             ? QString()
                                             : connected.trouble);
                              });
               });
}

/// Queued: then may take the bus that is still in the middle of telling its reply.
void BusOpener::finish(const QString &trouble)
{
    QMetaObject::invokeMethod(
        this,
        [this, trouble] {
            const Then then = std::exchange(m_then, nullptr);
            if (then)
                then(trouble.isEmpty() ? std::move(m_bus) : nullptr, trouble);
        },
        Qt::QueuedConnection);
}

} // namespace amb
