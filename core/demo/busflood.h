// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demofaults.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace amb {

class BusClient;

/// Floods one client with messages on /demo/flood, in bursts and no faster than they are taken.
///
/// Each message has the size that was asked for, as far as its envelope allows, and its number,
/// beginning with 0, in `data.seq`.
class BusFlood : public QObject
{
    Q_OBJECT

public:
    static constexpr QByteArrayView channel = "/demo/flood";

    /// Begins at once. A child of the client.
    BusFlood(BusClient &client, const DemoFaults::Flood &flood);

private:
    void burst();

    BusClient &m_client;
    DemoFaults::Flood m_flood;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_sent = 0;
    qint64 m_due = 0; // in millionths of a message
};

} // namespace amb
