// SPDX-License-Identifier: MIT
#include "core/doctor/busopener.h"
#include "core/doctor/doctorwords.h"
#include "core/doctor/heldconnect.h"
#include "core/doctor/steps.h"
#include "core/doctor/verdictwords.h"

#include <QLocale>

#include <algorithm>
#include <vector>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

using Hold = BusFindings::Hold;

QString transportName(TransportType type)
{
    return type == TransportType::WebSocket ? Words::tr("WebSocket") : Words::tr("Long-polling");
}

QString latencyText(const LatencyFindings &latency)
{
    const QLocale locale;
    return Words::tr("median %1 ms, p95 %2 ms, %3 bytes each")
        .arg(locale.toString(latency.medianMs, 'f', 1),
             locale.toString(latency.p95Ms, 'f', 1),
             locale.toString(latency.bytesEach));
}

/// Round trips of a connect that is answered at once, over each transport that works.
class LatencyStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        sayDone(Words::tr("Sent %1 messages over each transport, one after the other.").arg(count));
        if (findings().webSocket.works())
            m_types.push_back(TransportType::WebSocket);
        if (findings().polling.works())
            m_types.push_back(TransportType::LongPolling);
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    void giveUp() override { conclude(); }

private:
    static constexpr int count = 20;

    void next()
    {
        if (m_types.empty()) {
            conclude();
            emit finished();
            return;
        }
        const TransportType type = m_types.front();
        m_types.erase(m_types.begin());
        m_times.clear();
        m_bytes = 0;
        m_opener = std::make_unique<BusOpener>(context());
        m_opener->open(type, [this, type](std::unique_ptr<BusProbe> bus, const QString &trouble) {
            m_bus = std::move(bus);
            if (m_bus) {
                ask();
                return;
            }
            note(transportName(type), trouble);
            next();
        });
    }

    void ask()
    {
        m_bus->ask(m_bus->builder().connect(m_bus->clientId, m_bus->type(), true, {}),
                   RequestKind::Connect,
                   limit() / 2,
                   [this](const BusReply &reply) { take(reply); });
    }

    void take(const BusReply &reply)
    {
        const bool isGood = reply.kind == BusFindings::Reply::Good;
        if (isGood) {
            m_times.push_back(double(reply.took.count()) / 1000);
            m_bytes += reply.bytesOut + reply.bytesIn;
        }
        if (isGood && m_times.size() < count) {
            QMetaObject::invokeMethod(
                this, [this] { ask(); }, Qt::QueuedConnection);
            return;
        }
        record();
        m_bus->ask(m_bus->builder().disconnect(m_bus->clientId),
                   RequestKind::Disconnect,
                   limit() / 4,
                   [this](const BusReply &) {
                       QMetaObject::invokeMethod(
                           this, [this] { next(); }, Qt::QueuedConnection);
                   });
    }

    void record()
    {
        if (m_times.empty())
            return;
        std::ranges::sort(m_times);
        LatencyFindings latency;
        latency.count = int(m_times.size());
        latency.medianMs = m_times.at(m_times.size() / 2);
        latency.p95Ms = m_times.at(std::min(m_times.size() - 1, m_times.size() * 95 / 100));
        latency.bytesEach = m_bytes / latency.count;
        (m_bus->type() == TransportType::WebSocket ? findings().webSocketLatency
                                                   : findings().pollingLatency) = latency;
        note(transportName(m_bus->type()), latencyText(latency));
    }

    void conclude()
    {
        const LatencyFindings &webSocket = findings().webSocketLatency;
        const LatencyFindings &polling = findings().pollingLatency;
        if (webSocket.count > 0 && polling.count > 0)
            say(StepOutcome::Good,
                Words::tr("WebSocket %1 ms, long-polling %2 ms in the median.")
                    .arg(QLocale().toString(webSocket.medianMs, 'f', 1),
                         QLocale().toString(polling.medianMs, 'f', 1)));
        else if (webSocket.count > 0)
            say(StepOutcome::Good, Words::tr("WebSocket: %1.").arg(latencyText(webSocket)));
        else if (polling.count > 0)
            say(StepOutcome::Good, Words::tr("Long-polling: %1.").arg(latencyText(polling)));
        else
            say(StepOutcome::Note, Words::tr("No round trip could be measured."));
    }

    std::vector<TransportType> m_types;
    std::unique_ptr<BusOpener> m_opener;
    std::unique_ptr<BusProbe> m_bus;
    std::vector<double> m_times; ///< milliseconds
    qint64 m_bytes = 0;
};

/// Waits for the held connect of one transport; that of the other is begun at the same time.
class HoldStep : public DoctorStepRun
{
public:
    HoldStep(DoctorContext &context, TransportType type)
        : DoctorStepRun(context)
        , m_type(type)
    { }

    [[nodiscard]] std::chrono::milliseconds limit() const override
    {
        return context().advisedHold + context().options.patience * 2;
    }

    void start() override
    {
        sayDone(Words::tr("Held one connect over %1 for its full time, without other traffic.")
                    .arg(m_type == TransportType::WebSocket ? Words::tr("WebSocket")
                                                            : Words::tr("long-polling")));
        HeldConnect::beginAll(context());
        HeldConnect &held = mine();
        connect(&held, &HeldConnect::finished, this, [this] { end(); });
        if (held.isOver())
            QMetaObject::invokeMethod(
                this, [this] { end(); }, Qt::QueuedConnection);
    }

    void giveUp() override { take(); }

private:
    HeldConnect &mine()
    {
        return m_type == TransportType::WebSocket ? *context().webSocketHold
                                                  : *context().pollingHold;
    }

    void end()
    {
        if (std::exchange(m_isOver, true))
            return;
        take();
        emit finished();
    }

    void take()
    {
        const HeldConnect &held = mine();
        BusFindings &bus =
            m_type == TransportType::WebSocket ? findings().webSocket : findings().polling;
        bus.hold = held.isOver() ? held.result() : Hold::Silent;
        bus.heldFor = held.heldFor();
        if (bus.hold == Hold::GatewayTimeout)
            bus.httpStatus = held.httpStatus();
        else if (bus.hold == Hold::Cut || bus.hold == Hold::Silent)
            bus.httpStatus = 0;
        note(Words::tr("Advised by the server"), secondsText(context().advisedHold));
        note(Words::tr("Held for"), secondsText(bus.heldFor));
        note(Words::tr("How it ended"), held.how());
        switch (bus.hold) {
        case Hold::Held:
            return say(
                StepOutcome::Good,
                Words::tr("Answered by the instance after %1.").arg(secondsText(bus.heldFor)));
        case Hold::Cut:
            return say(StepOutcome::Failed,
                       Words::tr("Cut after %1.").arg(secondsText(bus.heldFor)));
        case Hold::GatewayTimeout:
            return say(StepOutcome::Failed,
                       Words::tr("HTTP %1 after %2.")
                           .arg(held.httpStatus())
                           .arg(secondsText(bus.heldFor)));
        case Hold::Silent:
            return say(StepOutcome::Failed, Words::tr("Neither answered nor ended."));
        case Hold::Untried:
            break;
        }
        say(StepOutcome::Note, Words::tr("Could not be tested: %1").arg(held.how()));
    }

    TransportType m_type;
    bool m_isOver = false;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::latency(DoctorContext &context)
{
    return std::make_unique<LatencyStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::hold(DoctorContext &context, TransportType type)
{
    return std::make_unique<HoldStep>(context, type);
}

} // namespace amb
