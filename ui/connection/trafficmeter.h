// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace amb {

class CaptureStore;

/// Counts the messages of a capture once a second and remembers the last minute.
class TrafficMeter : public QObject
{
    Q_OBJECT

public:
    /// The store must outlive the meter.
    explicit TrafficMeter(const CaptureStore &store, QObject *parent = nullptr);

    /// Takes a sample as of time; the meter's own timer calls it every second.
    void sample(Timestamp time);
    /// Events a second, the newest last; at most historySize() of them.
    [[nodiscard]] const QList<double> &history() const { return m_history; }
    [[nodiscard]] double perSecond() const;
    [[nodiscard]] static qsizetype historySize() { return 60; }

signals:
    void sampled(std::chrono::microseconds sinceLast);

private:
    const CaptureStore &m_store;
    QTimer m_timer;
    QList<double> m_history;
    Timestamp m_lastTime;
    qint64 m_lastMessages = 0;
};

} // namespace amb
