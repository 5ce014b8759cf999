// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/steps.h"
#include "core/statusphrase.h"
#include "core/transport/failures.h"

#include <QJsonArray>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

using Answer = UpgradeFindings::Answer;

constexpr int forbidden = 403;

/// Asks for the WebSocket as the monitor does, then in other ways, to tell who decides.
class UpgradeStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    [[nodiscard]] std::chrono::milliseconds limit() const override
    {
        return context().options.patience * 3;
    }

    void start() override
    {
        sayDone(Words::tr("Asked for a WebSocket, then again with other origins and on %1/.")
                    .arg(QString::fromLatin1(path())));
        m_main = newProbe();
        m_main->ask({path(), origin(), cookies(), true},
                    context().options.patience,
                    [this](const ProbeAnswer &answer) { takeMain(answer); });
    }

    void giveUp() override { conclude(); }

private:
    [[nodiscard]] QByteArray path() const
    {
        return context().options.address.bayeuxUrl().path(QUrl::FullyEncoded).toLatin1();
    }

    [[nodiscard]] QByteArray origin() const { return context().options.address.origin(); }

    [[nodiscard]] QByteArray cookies() const
    {
        return context().cookies().cookieHeader(context().options.address.bayeuxUrl());
    }

    [[nodiscard]] std::unique_ptr<UpgradeProbe> newProbe() const
    {
        return std::make_unique<UpgradeProbe>(
            context().site(), context().options.network, context().proxy);
    }

    void takeMain(const ProbeAnswer &answer)
    {
        noteExchange(Words::tr("Upgrade"), answer);
        m_mainAnswer = answer;
        UpgradeFindings &upgrade = findings().upgrade;
        upgrade.status = answer.status;
        upgrade.server = failures::oneLine(QString::fromUtf8(answer.header("Server")));
        upgrade.via = failures::oneLine(QString::fromUtf8(answer.headers("Via").join(", ")));
        upgrade.isPage = answer.isAnswered() && answer.isPage();
        if (answer.outcome == ProbeAnswer::Outcome::Silent)
            upgrade.answer = Answer::Silent;
        else if (!answer.isAnswered())
            upgrade.answer = Answer::Closed;
        else if (answer.status == 101)
            upgrade.answer = m_main->isAccepted(answer) ? Answer::Switched : Answer::Invalid;
        else
            upgrade.answer = Answer::Refused;
        upgrade.byOther = isByOther(answer);
        if (upgrade.answer == Answer::Switched) {
            m_main->begin(answer);
            context().webSocket = std::make_unique<WebSocketBus>(std::move(m_main));
        }
        askWithoutOrigin();
    }

    /// Whoever writes other Server and Via headers than the instance's pages is somebody else. An
    /// answer without them says nothing.
    [[nodiscard]] bool isByOther(const ProbeAnswer &answer) const
    {
        const HttpFindings &http = context().findings.http;
        const UpgradeFindings &upgrade = context().findings.upgrade;
        if (!answer.isAnswered() || answer.status == 101)
            return false;
        const bool otherServer =
            !upgrade.server.isEmpty() && !http.server.isEmpty() && upgrade.server != http.server;
        const bool isLogin = answer.status / 100 == 3 || (answer.status == 200 && upgrade.isPage);
        return otherServer || isLogin || (!upgrade.via.isEmpty() && upgrade.via != http.via);
    }

    /// One more way of asking; then goes on with what the answer was.
    void ask(const QString &name, const UpgradeRequest &request, UpgradeProbe::Then then)
    {
        m_other = newProbe();
        m_other->ask(request,
                     context().options.patience / 2,
                     [this, name, then = std::move(then)](const ProbeAnswer &answer) {
                         note(name, answerText(answer));
                         QMetaObject::invokeMethod(
                             this, [then, answer] { then(answer); }, Qt::QueuedConnection);
                     });
    }

    void askWithoutOrigin()
    {
        // Without any answer so far, asking again would take as long again and tell no more.
        if (findings().upgrade.answer == Answer::Silent) {
            finish();
            return;
        }
        ask(Words::tr("Without Origin"), {path(), {}, cookies(), true}, [this](const auto &answer) {
            findings().upgrade.withoutOrigin = answer.status;
            askForeignOrigin();
        });
    }

    void askForeignOrigin()
    {
        ask(Words::tr("With a foreign Origin (https://elsewhere.example)"),
            {path(), "https://elsewhere.example", cookies(), true},
            [this](const auto &answer) {
                findings().upgrade.foreignOrigin = answer.status;
                askWithSlash();
            });
    }

    void askWithSlash()
    {
        ask(Words::tr("On %1/").arg(QString::fromLatin1(path())),
            {path() + '/', origin(), cookies(), true},
            [this](const auto &answer) {
                findings().upgrade.withSlash = answer.status;
                if (findings().upgrade.answer == Answer::Refused)
                    askPlain();
                else
                    finish();
            });
    }

    void askPlain()
    {
        ask(Words::tr("Without an upgrade (plain GET)"),
            {path(), origin(), cookies(), false},
            [this](const auto &answer) {
                findings().upgrade.likePlainGet = answer.isAnswered()
                    && answer.status == m_mainAnswer.status && answer.body == m_mainAnswer.body;
                if (findings().upgrade.status == forbidden)
                    askOtherOrigin();
                else
                    askOffer();
            });
    }

    /// The same origin with the other scheme, as behind a gateway that ends TLS.
    void askOtherOrigin()
    {
        QByteArray other = origin();
        other = other.startsWith("https://") ? "http://" + other.mid(8) : "https://" + other.mid(7);
        ask(Words::tr("With the Origin %1").arg(QString::fromLatin1(other)),
            {path(), other, cookies(), true},
            [this](const auto &answer) {
                findings().upgrade.otherOriginWorks = answer.status == 101;
                askOffer();
            });
    }

    /// Whether the instance itself offers WebSocket, which only its handshake over HTTP tells.
    void askOffer()
    {
        m_polling = std::make_unique<PollingBus>(context().options.address.bayeuxUrl(),
                                                 origin(),
                                                 context().options.network,
                                                 context().proxy,
                                                 context().cookies());
        m_polling->ask(m_polling->builder().handshake(
                           {TransportType::WebSocket, TransportType::LongPolling}, {}),
                       RequestKind::Handshake,
                       context().options.patience / 2,
                       [this](const BusReply &reply) { takeOffer(reply); });
    }

    void takeOffer(const BusReply &reply)
    {
        BusFindings &polling = findings().polling;
        polling.handshake = reply.kind;
        const QJsonArray types = reply.message.value("supportedConnectionTypes"_L1).toArray();
        polling.offersWebSocket = types.contains(u"websocket"_s);
        if (reply.kind == BusFindings::Reply::Good)
            note(Words::tr("The instance offers, asked over HTTP"),
                 types.toVariantList().isEmpty() ? Words::tr("nothing")
                     : types.toVariantList().size() == 1
                     ? types.first().toString()
                     : types.first().toString() + u", "_s + types.last().toString());
        else
            note(Words::tr("The handshake over HTTP"), reply.trouble);
        finish();
    }

    void finish()
    {
        conclude();
        emit finished();
    }

    void conclude()
    {
        const UpgradeFindings &upgrade = findings().upgrade;
        switch (upgrade.answer) {
        case Answer::Switched: {
            const bool isFiltered = upgrade.foreignOrigin.value_or(0) == forbidden;
            note(Words::tr("Origin filter"),
                 isFiltered ? Words::tr("active: a foreign origin is refused, this one is taken")
                            : Words::tr("none seen"));
            return say(StepOutcome::Good, Words::tr("The WebSocket opens (HTTP 101)."));
        }
        case Answer::Invalid:
            return say(StepOutcome::Failed,
                       Words::tr("101, but without the right Sec-WebSocket-Accept."));
        case Answer::Refused:
            return say(StepOutcome::Failed,
                       Words::tr("Refused: HTTP %1.").arg(statusWithPhrase(upgrade.status)));
        case Answer::Closed:
            return say(StepOutcome::Failed,
                       Words::tr("The connection is closed without an answer."));
        case Answer::Silent:
        case Answer::Untried:
            break;
        }
        findings().upgrade.answer = Answer::Silent;
        say(StepOutcome::Failed, Words::tr("No answer came."));
    }

    std::unique_ptr<UpgradeProbe> m_main;
    std::unique_ptr<UpgradeProbe> m_other;
    std::unique_ptr<PollingBus> m_polling;
    ProbeAnswer m_mainAnswer;
};

/// Frames of several sizes over a connection of their own, which may be dead afterwards.
class FramesStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    [[nodiscard]] std::chrono::milliseconds limit() const override
    {
        return context().options.patience * 3;
    }

    void start() override
    {
        sayDone(Words::tr("Sent frames of several sizes over a second WebSocket; each comes back "
                          "in the reply."));
        m_probe = std::make_unique<UpgradeProbe>(
            context().site(), context().options.network, context().proxy);
        connect(m_probe.get(), &UpgradeProbe::frameReceived, this, [this](const auto &frame) {
            take(frame);
        });
        connect(m_probe.get(), &UpgradeProbe::closed, this, [this](const QString &how) {
            note(Words::tr("Closed"), how);
            end(FrameFindings::Result::Closed);
        });
        m_wait.setSingleShot(true);
        connect(&m_wait, &QTimer::timeout, this, [this] { onSilence(); });
        const InstanceAddress &address = context().options.address;
        m_probe->ask({address.bayeuxUrl().path(QUrl::FullyEncoded).toLatin1(),
                      address.origin(),
                      context().cookies().cookieHeader(address.bayeuxUrl()),
                      true},
                     context().options.patience / 2,
                     [this](const ProbeAnswer &answer) {
                         if (answer.status != 101) {
                             note(Words::tr("Second WebSocket"), answerText(answer));
                             end(FrameFindings::Result::Closed);
                             return;
                         }
                         m_probe->begin(answer);
                         sendNext();
                     });
    }

    void giveUp() override { settle(resultOfSilence()); }

private:
    /// Sizes of the whole message; the first goes as a ping. CometD's limit is 64 KiB.
    static constexpr std::array<qint64, 5> sizes{4, 120, 1'000, 8'000, 64'000};
    static constexpr std::chrono::milliseconds patienceForFrame{2500};

    void sendNext()
    {
        if (m_at == sizes.size()) {
            end(isLate() ? FrameFindings::Result::Late : FrameFindings::Result::Passed);
            return;
        }
        m_wait.start(patienceForFrame);
        m_sent = std::chrono::steady_clock::now();
        if (m_at == 0) {
            m_probe->send(WebSocketFrame::Opcode::Ping, "ping");
            return;
        }
        // Bayeux repeats the id of a message in its reply: an echo that needs no permission. The
        // client is unknown on purpose, so that nothing is changed on the instance.
        const QByteArray head = R"([{"channel":"/meta/connect","connectionType":"websocket",)"
                                R"("clientId":"connectiondoctor","id":")";
        const QByteArray tail = R"("}])";
        const qint64 padding = std::max<qint64>(1, sizes.at(m_at) - head.size() - tail.size());
        m_probe->send(WebSocketFrame::Opcode::Text, head + QByteArray(padding, 'x') + tail);
    }

    void take(const WebSocketFrame &frame)
    {
        const bool isPong = frame.opcode == WebSocketFrame::Opcode::Pong;
        if (!m_wait.isActive() || isPong != (m_at == 0) || !frame.isFinal)
            return;
        m_wait.stop();
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - m_sent);
        FrameFindings &frames = findings().frames;
        frames.largestPassed = sizes.at(m_at);
        frames.slowest =
            std::max(frames.slowest, std::chrono::duration_cast<std::chrono::milliseconds>(took));
        note(m_at == 0 ? Words::tr("Ping") : Words::tr("%1 bytes").arg(sizes.at(m_at)),
             m_at == 0 ? Words::tr("pong after %1").arg(millisecondsText(took))
                       : Words::tr("%1 bytes back after %2")
                             .arg(frame.payload.size())
                             .arg(millisecondsText(took)));
        ++m_at;
        QMetaObject::invokeMethod(
            this, [this] { sendNext(); }, Qt::QueuedConnection);
    }

    void onSilence()
    {
        note(m_at == 0 ? Words::tr("Ping") : Words::tr("%1 bytes").arg(sizes.at(m_at)),
             Words::tr("no answer in %1").arg(millisecondsText(patienceForFrame)));
        findings().frames.smallestStuck = sizes.at(m_at);
        // Some middle-boxes swallow pings alone.
        if (m_at == 0) {
            ++m_at;
            sendNext();
            return;
        }
        end(resultOfSilence());
    }

    [[nodiscard]] FrameFindings::Result resultOfSilence() const
    {
        return m_at <= 1 ? FrameFindings::Result::NothingPasses : FrameFindings::Result::LargeStuck;
    }

    /// Much slower than a request over HTTP: somebody holds frames back.
    [[nodiscard]] bool isLate() const
    {
        constexpr std::chrono::milliseconds remarkable{1000};
        return context().findings.frames.slowest > remarkable + context().httpRoundTrip * 3;
    }

    void end(FrameFindings::Result result)
    {
        if (findings().frames.result != FrameFindings::Result::Untried)
            return;
        settle(result);
        m_probe->abort();
        emit finished();
    }

    void settle(FrameFindings::Result result)
    {
        m_wait.stop();
        FrameFindings &frames = findings().frames;
        frames.result = result;
        switch (result) {
        case FrameFindings::Result::Passed:
            return say(StepOutcome::Good, Words::tr("Frames up to 64 kB pass both ways."));
        case FrameFindings::Result::Late:
            return say(StepOutcome::Warning,
                       Words::tr("Frames pass, but are held back for up to %1.")
                           .arg(millisecondsText(frames.slowest)));
        case FrameFindings::Result::LargeStuck:
            return say(StepOutcome::Failed,
                       Words::tr("Frames of %1 bytes do not pass.").arg(frames.smallestStuck));
        case FrameFindings::Result::Closed:
            return say(StepOutcome::Failed, Words::tr("The connection is closed at a frame."));
        case FrameFindings::Result::NothingPasses:
        case FrameFindings::Result::Untried:
            break;
        }
        say(StepOutcome::Failed, Words::tr("No frame passes."));
    }

    std::unique_ptr<UpgradeProbe> m_probe;
    QTimer m_wait;
    std::chrono::steady_clock::time_point m_sent;
    size_t m_at = 0;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::upgrade(DoctorContext &context)
{
    return std::make_unique<UpgradeStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::frames(DoctorContext &context)
{
    return std::make_unique<FramesStep>(context);
}

} // namespace amb
