// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/steps.h"
#include "core/doctor/verdictwords.h"
#include "core/instance/sessionext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

using Reply = BusFindings::Reply;
using Echo = BusFindings::Echo;

const QByteArray flowExt = R"({"supportsSubscribeCommandFlow":true})"_ba;

QString sessionWords(SessionStatus status)
{
    switch (status) {
    case SessionStatus::LoggedIn:
        return Words::tr("signed in");
    case SessionStatus::LoggedOut:
        return Words::tr("signed out");
    case SessionStatus::Invalidated:
        return Words::tr("unknown to the instance (session.invalidated)");
    case SessionStatus::Unknown:
        break;
    }
    return Words::tr("not told");
}

QString replyWords(const BusReply &reply)
{
    if (reply.httpStatus != 0 && reply.kind != Reply::Good && reply.httpStatus != 200)
        return Words::tr("HTTP %1: %2").arg(reply.httpStatus).arg(reply.trouble);
    return reply.trouble;
}

class BusStep : public DoctorStepRun
{
public:
    BusStep(DoctorContext &context, TransportType type)
        : DoctorStepRun(context)
        , m_type(type)
    { }

protected:
    [[nodiscard]] bool isPolling() const { return m_type == TransportType::LongPolling; }
    BusFindings &bus() { return isPolling() ? findings().polling : findings().webSocket; }
    BusProbe &probe()
    {
        return isPolling() ? static_cast<BusProbe &>(*context().polling) : *context().webSocket;
    }
    [[nodiscard]] QString transport() const
    {
        return isPolling() ? Words::tr("long-polling") : Words::tr("WebSocket");
    }

    /// Asks over the run's bus, which outlives the step.
    void ask(const RequestBuilder::Message &message,
             RequestKind kind,
             std::chrono::milliseconds patience,
             const BusProbe::Then &then)
    {
        probe().ask(message,
                    kind,
                    patience,
                    [step = QPointer<DoctorStepRun>(this), then](const BusReply &reply) {
                        if (step)
                            then(reply);
                    });
    }

    void noteReply(const QString &name, const BusReply &reply)
    {
        note(name, maskedBody(reply.text));
        note(name, reply.text.isEmpty() ? replyWords(reply) : QString());
    }

    /// The session as the bus says; what it said last counts.
    void readSession(const BusReply &reply)
    {
        const QByteArray ext =
            QJsonDocument(reply.message.value("ext"_L1).toObject()).toJson(QJsonDocument::Compact);
        const SessionExt session = SessionExt::parse(ext);
        if (session.isPresent)
            findings().session.status = session.status;
        note(Words::tr("Session"),
             session.remaining ? Words::tr("%1, %2 s left")
                                     .arg(sessionWords(session.status))
                                     .arg(session.remaining->count())
                               : sessionWords(session.status));
    }

private:
    TransportType m_type;
};

class HandshakeStep : public BusStep
{
public:
    using BusStep::BusStep;

    void start() override
    {
        sayDone(Words::tr("Sent a Bayeux handshake over %1.").arg(transport()));
        if (isPolling())
            context().polling = std::make_unique<PollingBus>(context().options.address.bayeuxUrl(),
                                                             context().options.address.origin(),
                                                             context().options.network,
                                                             context().proxy,
                                                             context().cookies());
        ask(probe().builder().handshake({TransportType::WebSocket, TransportType::LongPolling},
                                        flowExt),
            RequestKind::Handshake,
            limit(),
            [this](const BusReply &reply) { take(reply); });
    }

    void giveUp() override
    {
        bus().handshake = Reply::Silent;
        say(StepOutcome::Failed, Words::tr("No answer came in time."));
    }

private:
    void take(const BusReply &reply)
    {
        bus().handshake = reply.kind;
        bus().httpStatus = reply.httpStatus;
        if (isPolling())
            noteExchange(Words::tr("Exchange"), context().polling->lastAnswer());
        else
            noteReply(Words::tr("Reply"), reply);
        if (reply.kind != Reply::Good) {
            say(StepOutcome::Failed, Words::tr("Failed: %1").arg(replyWords(reply)));
            emit finished();
            return;
        }
        probe().clientId = reply.message.value("clientId"_L1).toString().toUtf8();
        context().secrets.add(probe().clientId);
        readTypes(reply);
        readSession(reply);
        readNode(reply);
        const SessionStatus status = findings().session.status;
        const bool isOut =
            status == SessionStatus::Invalidated || status == SessionStatus::LoggedOut;
        if (isPolling()) {
            connectOnce();
            return;
        }
        say(isOut ? StepOutcome::Failed : StepOutcome::Good,
            Words::tr("Accepted; the session is %1.").arg(sessionWords(status)));
        emit finished();
    }

    void readTypes(const BusReply &reply)
    {
        QStringList types;
        const QJsonArray offered = reply.message.value("supportedConnectionTypes"_L1).toArray();
        for (const QJsonValue &type : offered)
            types += type.toString();
        bus().offersWebSocket = types.contains("websocket"_L1);
        note(Words::tr("Offered transports"), types.join(u", "_s));
        const QJsonValue held = reply.message.value("advice"_L1).toObject().value("timeout"_L1);
        if (held.isDouble()) {
            constexpr double longest = 5.0 * 60 * 1000;
            context().advisedHold =
                std::chrono::milliseconds(qint64(qBound(0.0, held.toDouble(), longest)));
            note(Words::tr("Holds a connect for"), secondsText(context().advisedHold));
        }
    }

    /// The node of the WebSocket against that of the HTTP session, where the instance tells both
    /// (amb.md § 1.5; not confirmed on a real instance).
    void readNode(const BusReply &reply)
    {
        const QString node = reply.message.value("ext"_L1)
                                 .toObject()
                                 .value("glide.amb.wsConnectionNodeId"_L1)
                                 .toString();
        note(Words::tr("Node"), node);
        const QList<QNetworkCookie> cookies = context().cookies().cookiesForUrl(context().site());
        for (const QNetworkCookie &cookie : cookies) {
            if (cookie.name() == "glide_node_id_for_js" && !node.isEmpty())
                note(Words::tr("Node of the HTTP session"),
                     cookie.value() == node.toUtf8() ? Words::tr("the same")
                                                     : Words::tr("another one"));
        }
    }

    /// Long-polling's first connect goes over a connection of its own.
    void connectOnce()
    {
        note(Words::tr("Cookie BAYEUX_BROWSER"),
             context().cookies().hasCookie("BAYEUX_BROWSER") ? Words::tr("set, and sent back")
                                                             : Words::tr("not set"));
        ask(probe().builder().connect(probe().clientId, TransportType::LongPolling, true, {}),
            RequestKind::Connect,
            limit(),
            [this](const BusReply &reply) {
                bus().connect = reply.kind;
                noteReply(Words::tr("First connect"), reply);
                const bool isGood = reply.kind == Reply::Good;
                if (isGood)
                    readSession(reply);
                say(isGood ? StepOutcome::Good : StepOutcome::Failed,
                    isGood ? Words::tr("Handshake and first connect are answered; the "
                                       "session is %1.")
                                 .arg(sessionWords(findings().session.status))
                           : Words::tr("The first connect failed: %1").arg(replyWords(reply)));
                emit finished();
            });
    }
};

class ConnectStep : public BusStep
{
public:
    explicit ConnectStep(DoctorContext &context)
        : BusStep(context, TransportType::WebSocket)
    { }

    void start() override
    {
        sayDone(Words::tr("Sent the first connect, which is answered at once."));
        ask(probe().builder().connect(probe().clientId, TransportType::WebSocket, true, {}),
            RequestKind::Connect,
            limit(),
            [this](const BusReply &reply) {
                bus().connect = reply.kind;
                noteReply(Words::tr("Reply"), reply);
                if (reply.kind == Reply::Good) {
                    readSession(reply);
                    say(StepOutcome::Good,
                        Words::tr("Answered after %1.").arg(millisecondsText(reply.took)));
                } else {
                    say(StepOutcome::Failed, Words::tr("Failed: %1").arg(replyWords(reply)));
                }
                emit finished();
            });
    }

    void giveUp() override
    {
        bus().connect = Reply::Silent;
        say(StepOutcome::Failed, Words::tr("No answer came in time."));
    }
};

/// Subscribes to a channel that nobody else uses and publishes there; the message must come back
/// while a connect is held.
class EchoStep : public BusStep
{
public:
    using BusStep::BusStep;

    void start() override
    {
        sayDone(Words::tr("Subscribed to %1 over %2 and published there.")
                    .arg(QString::fromUtf8(channel()), transport()));
        m_wait.setSingleShot(true);
        connect(&m_wait, &QTimer::timeout, this, [this] { onLost(); });
        connect(&probe(), &BusProbe::delivered, this, [this](const QJsonObject &message) {
            onDelivered(message);
        });
        const auto pattern = ChannelPattern::parse(channel());
        if (!pattern) {
            say(StepOutcome::Skipped, pattern.error().text);
            QMetaObject::invokeMethod(this, &DoctorStepRun::finished, Qt::QueuedConnection);
            return;
        }
        ask(probe().builder().subscribe(probe().clientId, *pattern),
            RequestKind::Other,
            limit(),
            [this](const BusReply &reply) { onSubscribed(reply); });
    }

    void giveUp() override
    {
        bus().echo = Echo::Lost;
        say(StepOutcome::Warning, Words::tr("No answer came in time."));
    }

private:
    static constexpr std::chrono::milliseconds echoPatience{3000};

    [[nodiscard]] const QByteArray &channel() const { return context().options.echoChannel; }

    void onSubscribed(const BusReply &reply)
    {
        noteReply(Words::tr("Subscribe"), reply);
        if (reply.kind == Reply::Refused) {
            end(Echo::NotAllowed,
                StepOutcome::Note,
                Words::tr(
                    "The instance has no such channel, as is usual; its refusal came after %1.")
                    .arg(millisecondsText(reply.took)));
            return;
        }
        if (reply.kind != Reply::Good) {
            end(Echo::Lost, StepOutcome::Warning, Words::tr("Failed: %1").arg(replyWords(reply)));
            return;
        }
        // Events flow only while a connect is held, also over WebSocket (amb.md § 2.2).
        ask(probe().builder().connect(probe().clientId, probe().type(), false, {}),
            RequestKind::Connect,
            context().advisedHold + context().options.patience,
            [](const BusReply &) {});
        // Over HTTP the connect takes another way than the publish, and must be there before it:
        // else the message may come with the publish's own reply.
        const auto onItsWay = isPolling() ? std::chrono::milliseconds(50)
                + std::chrono::duration_cast<std::chrono::milliseconds>(context().httpRoundTrip * 2)
                                          : std::chrono::milliseconds(0);
        QTimer::singleShot(onItsWay, this, [this] { publish(); });
    }

    void publish()
    {
        const auto name = ChannelName::parse(channel());
        if (!name) {
            end(Echo::NotAllowed, StepOutcome::Note, name.error().text);
            return;
        }
        m_published = std::chrono::steady_clock::now();
        m_wait.start(echoPatience + context().options.patience / 2);
        ask(probe().builder().publish(probe().clientId, *name, R"({"doctor":"echo"})"_ba),
            RequestKind::Other,
            limit(),
            [this](const BusReply &reply) {
                noteReply(Words::tr("Publish"), reply);
                if (reply.kind == Reply::Refused)
                    end(Echo::NotAllowed,
                        StepOutcome::Note,
                        Words::tr("Publishing there is not allowed: %1").arg(reply.trouble));
            });
    }

    void onDelivered(const QJsonObject &message)
    {
        if (message.value("channel"_L1).toString().toUtf8() != channel() || !m_wait.isActive())
            return;
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - m_published);
        bus().echoAfter = std::chrono::duration_cast<std::chrono::milliseconds>(took);
        note(Words::tr("Came back after"), millisecondsText(took));
        const bool isLate = took > std::chrono::seconds(1) + context().httpRoundTrip * 4;
        if (isLate)
            end(Echo::Late,
                StepOutcome::Warning,
                Words::tr("The message came back only after %1.").arg(millisecondsText(took)));
        else
            end(Echo::Came,
                StepOutcome::Good,
                Words::tr("The message came back after %1.").arg(millisecondsText(took)));
    }

    void onLost()
    {
        bus().echoAfter = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - m_published);
        end(Echo::Lost, StepOutcome::Warning, Words::tr("The message did not come back."));
    }

    void end(Echo echo, StepOutcome outcome, const QString &result)
    {
        if (bus().echo != Echo::Untried)
            return;
        m_wait.stop();
        bus().echo = echo;
        say(outcome, result);
        // Nothing of this client is needed any more.
        ask(probe().builder().disconnect(probe().clientId),
            RequestKind::Disconnect,
            std::chrono::seconds(2),
            [](const BusReply &) {});
        emit finished();
    }

    QTimer m_wait;
    std::chrono::steady_clock::time_point m_published;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::handshake(DoctorContext &context, TransportType type)
{
    return std::make_unique<HandshakeStep>(context, type);
}

std::unique_ptr<DoctorStepRun> steps::connect(DoctorContext &context)
{
    return std::make_unique<ConnectStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::echo(DoctorContext &context, TransportType type)
{
    return std::make_unique<EchoStep>(context, type);
}

} // namespace amb
