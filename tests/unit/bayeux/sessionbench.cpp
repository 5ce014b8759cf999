// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/sessionbench.h"

#include "tests/words.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace amb::test {

namespace {

QString wordOf(PublishOutcome::Result result)
{
    switch (result) {
    case PublishOutcome::Result::Acknowledged:
        return u"acknowledged"_s;
    case PublishOutcome::Result::Refused:
        return u"refused"_s;
    case PublishOutcome::Result::Failed:
        return u"failed"_s;
    }
    return {};
}

} // namespace

QByteArray usualAdvice()
{
    return R"("advice":{"interval":0,"timeout":30000,"reconnect":"retry"})";
}

SessionOptions SessionBench::quick(TransportPreference preference)
{
    SessionOptions options;
    options.backoff = {20ms, 10s};
    options.preference = preference;
    return options;
}

SessionBench::SessionBench(const SessionOptions &options)
    : session(bus, log, options)
    , m_step(options.backoff.increment)
{
    QObject::connect(&session,
                     &Session::published,
                     &session,
                     [this](const PublishOutcome &outcome) { outcomes.append(outcome); });
}

QString SessionBench::subscriptions() const
{
    QStringList words;
    for (const SubscriptionInfo &info : session.subscriptions()) {
        words += info.pattern.toString() + u' ' + wordOf(info.state);
        if (!info.refusal.isEmpty())
            words.last() += u": "_s + info.refusal;
    }
    return words.join(u", "_s);
}

qint64 SessionBench::waitSteps() const
{
    const ConnectionStatus &status = session.status();
    if (status.state != ConnectionState::Waiting || !status.nextAttempt)
        return -1;
    const std::chrono::duration<double> wait = *status.nextAttempt - status.since;
    return std::llround(wait / std::chrono::duration<double>(m_step));
}

QString SessionBench::published() const
{
    QStringList words;
    for (const PublishOutcome &outcome : outcomes)
        words += QString::number(quint64(outcome.id)) + u' ' + wordOf(outcome.result);
    return words.join(u", "_s);
}

void SessionBench::subscribe(const QByteArray &pattern)
{
    session.subscribe(*ChannelPattern::parse(pattern));
}

void SessionBench::unsubscribe(const QByteArray &pattern)
{
    session.unsubscribe(*ChannelPattern::parse(pattern));
}

void SessionBench::publish(quint64 id, const QByteArray &channel)
{
    session.publish(PublishId(id), *ChannelName::parse(channel), R"({"n":1})");
}

bool SessionBench::acceptHandshake(const QByteArray &fields)
{
    ++m_clients;
    return bus.accept("/meta/handshake",
                      R"("version":"1.0","supportedConnectionTypes":["websocket","long-polling"],)"
                      R"("clientId":"client)"
                          + QByteArray::number(m_clients) + "\","
                          + (fields.isEmpty() ? usualAdvice() : fields));
}

bool SessionBench::connectOverWebSocket()
{
    session.start();
    return bus.comeUp() && acceptHandshake() && bus.accept("/meta/connect", usualAdvice())
        && state() == ConnectionState::Connected;
}

bool SessionBench::connectOverLongPolling()
{
    session.start();
    if (session.status().preference == TransportPreference::Automatic
        && !bus.breakDown(TransportType::WebSocket,
                          failure(TransportFailure::Kind::UpgradeRefused,
                                  u"The server refused the WebSocket (HTTP 403)."_s,
                                  403)))
        return false;
    return acceptHandshake() && bus.accept("/meta/connect", usualAdvice())
        && state() == ConnectionState::Connected;
}

bool SessionBench::letTrialHold()
{
    return bus.comeUp() && acceptHandshake() && bus.accept("/meta/disconnect") && bus.comeUp();
}

} // namespace amb::test
