// SPDX-License-Identifier: MIT
#include "app/cat.h"

#include "core/decode/channelwords.h"

#include <QDateTime>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

QString clock(Timestamp time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count()).toString(u"HH:mm:ss.zzz"_s);
}

QString wordFor(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Disconnected:
        return Cat::tr("disconnected");
    case ConnectionState::Handshaking:
        return Cat::tr("handshaking");
    case ConnectionState::Connecting:
        return Cat::tr("connecting");
    case ConnectionState::Connected:
        return Cat::tr("connected");
    case ConnectionState::Waiting:
        return Cat::tr("waiting for the next attempt");
    case ConnectionState::Disconnecting:
        return Cat::tr("saying goodbye");
    }
    return {};
}

} // namespace

Cat::Cat(Monitor &monitor, CatOptions options, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_options(std::move(options))
    , m_reader(monitor.capture())
{
    m_limit.setSingleShot(true);
    m_goodbyeLimit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        end(m_options.count ? ExitCode::TimedOut : ExitCode::Done,
            m_options.count
                ? tr("Timed out: %1 of %2 messages came.").arg(m_printed).arg(*m_options.count)
                : QString());
    });
    connect(&m_goodbyeLimit, &QTimer::timeout, this, [this] { emit finished(int(*m_exit)); });
    connect(&m_monitor, &Monitor::statusChanged, this, &Cat::onStatus);
    connect(&m_monitor, &Monitor::subscriptionsChanged, this, &Cat::onSubscriptions);
    connect(&m_monitor, &Monitor::publishFinished, this, &Cat::onPublished);
    connect(&m_monitor, &Monitor::rowsAppended, this, &Cat::onRows);
    connect(&m_monitor, &Monitor::signInFailed, this, &Cat::onSignInFailed);
    connect(&m_monitor, &Monitor::browserRequested, this, [](const QUrl &page) {
        std::fprintf(stderr,
                     "ambcat: %s\n",
                     qUtf8Printable(tr("Open this page in a browser on this computer and sign in "
                                       "there: %1")
                                        .arg(page.toString(QUrl::FullyEncoded))));
    });
    connect(&m_monitor, &Monitor::recordingFailed, this, [this](const Error &error) {
        say(tr("Recording stopped: %1").arg(error.text));
    });
    connect(&m_monitor, &Monitor::stopped, this, [this] {
        emit finished(int(m_exit.value_or(ExitCode::Done)));
    });
}

void Cat::setDecoders(std::shared_ptr<const Decoders> decoders)
{
    m_reader.setDecoders(std::move(decoders));
}

void Cat::start()
{
    for (const ChannelPattern &channel : m_options.connection.channels())
        m_monitor.subscribe(channel);
    m_monitor.start();
    if (m_options.time)
        m_limit.start(*m_options.time);
}

void Cat::end(ExitCode code, const QString &why)
{
    if (m_exit)
        return;
    m_exit = code;
    m_limit.stop();
    if (!why.isEmpty())
        std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(why));
    m_goodbyeLimit.start(std::chrono::seconds(3));
    m_monitor.stop();
}

void Cat::say(const QString &text) const
{
    if (!m_options.quiet)
        std::fprintf(stderr, "ambcat: %s\n", qUtf8Printable(text));
}

void Cat::sayNote(const QString &text)
{
    if (m_options.verbose || (m_wasConnected && !m_exit))
        say(text);
    else if (!m_exit)
        m_heldNotes.append(text);
}

void Cat::onStatus()
{
    const ConnectionStatus status = m_monitor.status();
    if (status.state != m_lastState && m_options.verbose)
        say(status.trouble.isEmpty() || status.state != ConnectionState::Waiting
                ? wordFor(status.state)
                : u"%1: %2"_s.arg(wordFor(status.state), status.trouble));
    m_lastState = status.state;
    if (m_exit)
        return;
    m_wasConnected |= status.state == ConnectionState::Connected;
    if (m_wasConnected) {
        for (const QString &note : std::exchange(m_heldNotes, {}))
            say(note);
    }
    const bool hasGivenUp = status.state == ConnectionState::Waiting && !m_wasConnected;
    if (hasGivenUp || status.ended)
        end(ExitCode::CannotConnect,
            status.trouble.isEmpty()
                ? tr("Cannot connect to %1.").arg(m_monitor.address().displayName())
                : status.trouble);
    else
        maybePublish();
}

void Cat::onSignInFailed(const Error &error)
{
    end(error.kind == ErrorKind::NotSignedIn ? ExitCode::NotSignedIn : ExitCode::CannotConnect,
        error.text);
}

void Cat::onSubscriptions()
{
    const QList<SubscriptionInfo> subscriptions = m_monitor.subscriptions();
    const bool allRefused = !subscriptions.isEmpty()
        && std::all_of(
            subscriptions.begin(), subscriptions.end(), [](const SubscriptionInfo &info) {
                return info.state == SubscriptionState::Refused;
            });
    if (allRefused && !m_exit) {
        const SessionStatus session = m_monitor.status().session;
        const bool isSignedOut =
            session == SessionStatus::Invalidated || session == SessionStatus::LoggedOut;
        const SubscriptionInfo &first = subscriptions.first();
        end(isSignedOut ? ExitCode::NotSignedIn : ExitCode::Refused,
            tr("Subscription to %1 refused: %2 %3")
                .arg(first.pattern.toString(), first.refusal, first.explanation)
                .trimmed());
        return;
    }
    maybePublish();
}

/// Publishes once connected and once every subscription is answered, so that the echo is seen.
void Cat::maybePublish()
{
    if (!m_options.publishTo || m_hasPublished || m_exit
        || m_monitor.status().state != ConnectionState::Connected)
        return;
    const QList<SubscriptionInfo> subscriptions = m_monitor.subscriptions();
    const auto isOpen = [](const SubscriptionInfo &info) {
        return info.state == SubscriptionState::Waiting || info.state == SubscriptionState::Pending;
    };
    if (subscriptions.size() < m_options.connection.channels().size()
        || std::any_of(subscriptions.begin(), subscriptions.end(), isOpen))
        return;
    m_hasPublished = true;
    m_monitor.publish(*m_options.publishTo, m_options.data);
}

void Cat::onPublished(const PublishOutcome &outcome)
{
    const double roundTrip = double(outcome.roundTrip.count()) / 1000;
    switch (outcome.result) {
    case PublishOutcome::Result::Acknowledged:
        say(tr("Published to %1: acknowledged after %2 ms.")
                .arg(QString::fromUtf8(outcome.channel))
                .arg(roundTrip, 0, 'f', 1));
        if (!m_options.count && !m_options.time)
            end(ExitCode::Done);
        break;
    case PublishOutcome::Result::Refused:
        end(m_monitor.status().session == SessionStatus::Invalidated ? ExitCode::NotSignedIn
                                                                     : ExitCode::Refused,
            tr("Publish to %1 refused: %2").arg(QString::fromUtf8(outcome.channel), outcome.text));
        break;
    case PublishOutcome::Result::Failed:
        end(ExitCode::CannotConnect,
            tr("Publish to %1 failed: %2").arg(QString::fromUtf8(outcome.channel), outcome.text));
        break;
    }
}

bool Cat::isShown(MessageKind kind) const
{
    const bool showsAll = m_options.meta || m_options.filter.namesKinds();
    return kind == MessageKind::Event || (showsAll && kind != MessageKind::Note);
}

void Cat::onRows(Row first, qint64 count)
{
    const CaptureStore &capture = m_monitor.capture();
    FilterMatcher matcher(m_options.filter, capture.snapshot());
    for (qint64 i = 0; i < count; ++i) {
        const Row row = first + i;
        const RowInfo info = capture.info(row);
        if (info.kind == MessageKind::Note) {
            sayNote(sentenceOf(row));
            continue;
        }
        if (!isShown(info.kind) || !matcher.matches(row)
            || (m_options.count && m_printed >= *m_options.count))
            continue;
        print(row);
        m_printed += info.kind == MessageKind::Event ? 1 : 0;
    }
    if (std::fflush(stdout) != 0) {
        end(ExitCode::Done); // the reader of the pipe has seen enough
        return;
    }
    m_monitor.dropRowsBefore(first + count);
    if (m_options.count && m_printed >= *m_options.count)
        end(ExitCode::Done);
}

void Cat::print(Row row)
{
    const CaptureStore &capture = m_monitor.capture();
    QByteArray line;
    if (m_options.format == CatOptions::Format::Json) {
        line = capture.line(row);
    } else {
        const RowInfo info = capture.info(row);
        line = u"%1  %2  %3"_s
                   .arg(clock(info.time),
                        channelWords(QString::fromUtf8(capture.channelName(info.channel))),
                        sentenceOf(row))
                   .toUtf8();
    }
    line += '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
}

QString Cat::sentenceOf(Row row) const
{
    const CaptureStore &capture = m_monitor.capture();
    return m_reader.read(row, capture.info(row), capture.message(row)).sentence;
}

} // namespace amb
