// SPDX-License-Identifier: MIT
#include "core/demo/busflood.h"

#include "core/demo/busclient.h"

#include <algorithm>

namespace amb {

namespace {

constexpr std::chrono::milliseconds burstInterval{5};
constexpr qint64 longestBacklog = qint64(4) * 1024 * 1024; // bytes
constexpr qint64 biggestBurst = 20'000; // messages, so that the event loop stays alive

constexpr QByteArrayView head = R"({"channel":"/demo/flood","data":{"seq":)";
constexpr QByteArrayView middle = R"(,"padding":")";
constexpr QByteArrayView tail = R"("},"ext":{"processed_by_glide":true}})";

/// A message of so many bytes, or of as many as it takes to carry its number.
QByteArray floodMessage(qint64 sequence, qint64 bytes)
{
    const QByteArray number = QByteArray::number(sequence);
    const qint64 envelope = head.size() + number.size() + middle.size() + tail.size();
    QByteArray message;
    message.reserve(std::max(bytes, envelope));
    message += head;
    message += number;
    message += middle;
    message.append(std::max(bytes - envelope, qint64(0)), 'x');
    message += tail;
    return message;
}

} // namespace

BusFlood::BusFlood(BusClient &client, const DemoFaults::Flood &flood)
    : QObject(&client)
    , m_client(client)
    , m_flood(flood)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BusFlood::burst);
    m_clock.start();
    m_timer.start(burstInterval);
}

void BusFlood::burst()
{
    // What was due while the client could not take it is not made up for: the rate is a limit.
    constexpr qint64 second = 1'000'000'000;
    const qint64 nanoseconds = std::min(m_clock.nsecsElapsed(), second);
    m_clock.start();
    m_due += nanoseconds * m_flood.perSecond / 1000; // fits: at most 10^18
    constexpr qint64 unit = 1'000'000;
    const qint64 most = std::min({m_due / unit, biggestBurst, m_flood.messages - m_sent});
    m_due -= m_due / unit * unit;
    for (qint64 i = 0; i < most && m_client.backlog() < longestBacklog; ++i) {
        m_client.enqueue(floodMessage(m_sent, m_flood.bytes));
        ++m_sent;
    }
    if (m_sent >= m_flood.messages)
        deleteLater();
}

} // namespace amb
