// SPDX-License-Identifier: MIT
#include "core/doctor/heldconnect.h"

namespace amb {

HeldConnect::HeldConnect(DoctorContext &context, TransportType type)
    : m_context(context)
    , m_type(type)
    , m_opener(context)
{ }

void HeldConnect::beginAll(DoctorContext &context)
{
    if (context.webSocketHold)
        return;
    context.webSocketHold = std::make_unique<HeldConnect>(context, TransportType::WebSocket);
    context.pollingHold = std::make_unique<HeldConnect>(context, TransportType::LongPolling);
    if (context.findings.webSocket.works())
        context.webSocketHold->begin();
    if (context.findings.polling.works())
        context.pollingHold->begin();
}

void HeldConnect::begin()
{
    m_opener.open(m_type, [this](std::unique_ptr<BusProbe> bus, const QString &trouble) {
        m_bus = std::move(bus);
        if (m_bus)
            hold();
        else
            end(BusFindings::Hold::Untried, trouble);
    });
}

std::chrono::milliseconds HeldConnect::heldFor() const
{
    return m_isOver || !m_clock.isValid() ? m_heldFor
                                          : std::chrono::milliseconds(m_clock.elapsed());
}

void HeldConnect::hold()
{
    m_clock.start();
    m_bus->ask(m_bus->builder().connect(m_bus->clientId, m_type, false, {}),
               RequestKind::Connect,
               m_context.advisedHold + m_context.options.patience,
               [this](const BusReply &reply) { take(reply); });
}

void HeldConnect::take(const BusReply &reply)
{
    using Reply = BusFindings::Reply;
    using Hold = BusFindings::Hold;
    m_heldFor = std::chrono::milliseconds(m_clock.elapsed());
    m_httpStatus = reply.httpStatus;
    switch (reply.kind) {
    case Reply::Good:
        return end(Hold::Held, tr("The instance answered."));
    case Reply::Silent:
        return end(Hold::Silent, reply.trouble);
    case Reply::HttpError:
    case Reply::NotBayeux:
        return end(Hold::GatewayTimeout, reply.trouble);
    default:
        return end(Hold::Cut, reply.trouble);
    }
}

void HeldConnect::end(BusFindings::Hold result, const QString &how)
{
    m_result = result;
    m_how = how;
    m_isOver = true;
    emit finished();
}

} // namespace amb
