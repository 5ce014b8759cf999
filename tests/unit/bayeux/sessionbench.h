// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/session.h"
#include "tests/unit/bayeux/faketransport.h"
#include "tests/unit/bayeux/recordlog.h"

#include <QList>
#include <QStringList>

namespace amb::test {

/// A session between a FakeBus and a RecordLog, with what most tests need.
class SessionBench
{
public:
    /// Steps of 20 ms where a real session counts seconds; everything else as by default.
    static SessionOptions quick(TransportPreference preference = TransportPreference::Automatic);

    explicit SessionBench(const SessionOptions &options = quick());

    FakeBus bus;
    RecordLog log;
    Session session;
    QList<PublishOutcome> outcomes;

    [[nodiscard]] ConnectionState state() const { return session.status().state; }
    [[nodiscard]] QString trouble() const { return session.status().trouble; }
    /// "/a subscribed, /b refused: …" of all wanted subscriptions.
    [[nodiscard]] QString subscriptions() const;
    /// The wait that is under way, in steps of the backoff; -1 when there is none.
    [[nodiscard]] qint64 waitSteps() const;
    /// The outcomes of publishes as "1 acknowledged, 2 failed".
    [[nodiscard]] QString published() const;

    void subscribe(const QByteArray &pattern);
    void unsubscribe(const QByteArray &pattern);
    void publish(quint64 id, const QByteArray &channel = "/demo/echo");

    /// Answers the handshake: the next client of the server, both transports on offer.
    bool acceptHandshake(const QByteArray &fields = {});
    /// From Disconnected until the standing connect is out.
    bool connectOverWebSocket();
    /// The same, with WebSocket refused by HTTP 403 when the preference is Automatic.
    bool connectOverLongPolling();
    /// Makes a trial succeed: its own session comes and goes, and a second socket opens.
    bool letTrialHold();

private:
    std::chrono::milliseconds m_step;
    int m_clients = 0;
};

/// The advice that instances give: hold 30 s, come back at once.
QByteArray usualAdvice();

} // namespace amb::test
