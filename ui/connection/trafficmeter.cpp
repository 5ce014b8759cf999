// SPDX-License-Identifier: MIT
#include "ui/connection/trafficmeter.h"

#include "core/capture/capturestore.h"

#include <algorithm>

namespace amb {

namespace {

qint64 countMessages(const CaptureStore &store)
{
    qint64 messages = 0;
    for (quint32 id = 0; id < store.channelCount(); ++id)
        messages += store.channelStats(ChannelId(id)).messages;
    return messages;
}

} // namespace

TrafficMeter::TrafficMeter(const CaptureStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_lastTime(now())
    , m_lastMessages(countMessages(store))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, [this] { sample(now()); });
    m_timer.start();
}

void TrafficMeter::sample(Timestamp time)
{
    // The wall clock may be set back; half a second keeps the rate finite then.
    const std::chrono::microseconds elapsed =
        std::max<std::chrono::microseconds>(time - m_lastTime, std::chrono::milliseconds(500));
    const qint64 messages = countMessages(m_store);
    m_history.append(double(messages - m_lastMessages)
                     / std::chrono::duration<double>(elapsed).count());
    if (m_history.size() > historySize())
        m_history.removeFirst();
    m_lastTime = time;
    m_lastMessages = messages;
    emit sampled(elapsed);
}

double TrafficMeter::perSecond() const
{
    return m_history.isEmpty() ? 0.0 : m_history.constLast();
}

} // namespace amb
