// SPDX-License-Identifier: MIT
#include "core/monitorworker.h"

#include "core/instance/sessionext.h"
#include "core/instance/tablereader.h"
#include "core/monitordialect.h"
#include "core/wirewords.h"

#include <algorithm>
#include <utility>

namespace amb {

namespace {

SessionOptions sessionOptions(const MonitorOptions &options)
{
    SessionOptions session;
    session.acknowledge = options.acknowledge;
    session.networkDelay = options.networkDelay;
    session.choice.firstRetry = options.webSocketRetryFirst;
    session.choice.longestRetry = options.webSocketRetryLongest;
    session.preference = options.transport;
    session.handshakeExt = instanceHandshakeExt();
    session.dialect = instanceDialect();
    return session;
}

QString signedInWords(const MonitorOptions &options)
{
    const QString name = options.address.displayName();
    switch (options.credentials.kind) {
    case Credentials::Kind::Password:
    case Credentials::Kind::FormLogin:
    case Credentials::Kind::OAuthPassword:
        return MonitorWorker::tr("Signed in to %1 as %2.").arg(name, options.credentials.user);
    case Credentials::Kind::Cookies:
        return MonitorWorker::tr("Signed in to %1 with a browser's cookies.").arg(name);
    case Credentials::Kind::ClientCertificate:
        return MonitorWorker::tr("Signed in to %1 with a client certificate.").arg(name);
    default:
        return MonitorWorker::tr("Signed in to %1 with OAuth.").arg(name);
    }
}

} // namespace

MonitorWorker::MonitorWorker(const MonitorOptions &options, CaptureStore &capture)
    : m_options(options)
    , m_capture(capture)
    , m_http(options.address,
             options.network,
             std::max(options.networkDelay, options.network.connectTimeout))
    , m_factory(options.address.bayeuxUrl(),
                options.address.webSocketUrl(),
                options.address.origin(),
                options.network,
                m_http.cookies())
    , m_session(m_factory, capture, sessionOptions(options))
{
    m_statusTimer.setSingleShot(true);
    m_subscriptionsTimer.setSingleShot(true);
    connect(&m_statusTimer, &QTimer::timeout, this, &MonitorWorker::publishStatus);
    connect(&m_subscriptionsTimer, &QTimer::timeout, this, &MonitorWorker::publishSubscriptions);
    connect(&m_session, &Session::statusChanged, this, &MonitorWorker::onSessionStatus);
    connect(&m_session, &Session::subscriptionsChanged, this, [this] {
        if (!m_subscriptionsTimer.isActive())
            m_subscriptionsTimer.start(0);
    });
    connect(&m_session, &Session::published, this, &MonitorWorker::published);
    connect(&m_session, &Session::metaReplied, this, &MonitorWorker::onMetaReplied);
    connect(&m_signIn, &SignIn::done, this, &MonitorWorker::onSignedIn);
    connect(&m_signIn, &SignIn::failed, this, &MonitorWorker::onSignInFailed);
    connect(&m_signIn, &SignIn::browserRequested, this, &MonitorWorker::browserRequested);
    connect(&m_signIn, &SignIn::secretsChanged, this, [this](const Credentials &changed) {
        m_options.credentials = changed;
        emit secretsChanged(changed);
    });
}

MonitorWorker::~MonitorWorker() = default;

void MonitorWorker::start()
{
    m_stopping = false;
    // During the goodbye the new session waits for its end.
    m_startsAgain = m_session.status().state == ConnectionState::Disconnecting;
    if (!m_signIn.isRunning() && m_session.status().state == ConnectionState::Disconnected)
        signIn();
}

void MonitorWorker::reconnect()
{
    if (m_session.status().state == ConnectionState::Waiting)
        m_session.start();
    else
        start();
}

void MonitorWorker::signIn()
{
    m_signInError.reset();
    m_sessionStatus = SessionStatus::Unknown;
    m_sessionEnds.reset();
    m_signIn.start(m_http, m_options.credentials);
    publishStatus();
}

void MonitorWorker::onSignedIn()
{
    if (m_options.credentials.kind != Credentials::Kind::None)
        m_session.note(NoteKind::SessionState, signedInWords(m_options));
    m_session.start();
}

void MonitorWorker::onSignInFailed(const Error &error)
{
    m_signInError = error;
    m_session.note(NoteKind::SessionState, tr("Sign-in failed: %1").arg(error.text));
    emit signInFailed(error);
    publishStatus();
}

void MonitorWorker::stop()
{
    m_stopping = true;
    m_startsAgain = false;
    m_signIn.cancel();
    m_signInError.reset();
    m_session.stop();
    if (m_session.status().state == ConnectionState::Disconnected)
        finishStop();
}

void MonitorWorker::finishStop()
{
    if (!m_stopping)
        return;
    m_stopping = false;
    m_capture.flush();
    publishSubscriptions();
    publishStatus();
    emit stopped();
}

void MonitorWorker::subscribe(const ChannelPattern &pattern)
{
    m_session.subscribe(pattern);
}

void MonitorWorker::unsubscribe(const ChannelPattern &pattern)
{
    m_session.unsubscribe(pattern);
}

void MonitorWorker::publish(PublishId id, const ChannelName &channel, const QByteArray &data)
{
    m_session.publish(id, channel, data);
}

void MonitorWorker::readTable(TableReadId id, const TableRequest &request)
{
    auto *reader = new TableReader(m_http, request, this);
    connect(reader, &TableReader::finished, this, [this, id, reader](const auto &result) {
        reader->deleteLater();
        emit tableRead(id, result);
    });
    reader->start();
}

void MonitorWorker::setTransportPreference(TransportPreference preference)
{
    m_session.setPreference(preference);
}

void MonitorWorker::tryWebSocketNow()
{
    m_session.tryWebSocketNow();
}

void MonitorWorker::onSessionStatus()
{
    const bool isDisconnected = m_session.status().state == ConnectionState::Disconnected;
    if (m_stopping && isDisconnected) {
        finishStop();
        return;
    }
    if (isDisconnected && std::exchange(m_startsAgain, false)) {
        signIn();
        return;
    }
    if (!m_statusTimer.isActive())
        m_statusTimer.start(0);
}

void MonitorWorker::onMetaReplied(QByteArrayView ext)
{
    const SessionExt session = SessionExt::parse(ext);
    if (!session.isPresent)
        return;
    if (session.status != m_sessionStatus) {
        m_sessionStatus = session.status;
        const WireWords words = wire::session(session.status);
        if (!words.isEmpty())
            m_session.note(NoteKind::SessionState,
                           tr("The instance says: %1").arg(words.sentence()));
    }
    m_sessionEnds.reset();
    if (session.remaining && session.status == SessionStatus::LoggedIn)
        m_sessionEnds = now() + *session.remaining;
    onSessionStatus();
}

void MonitorWorker::publishStatus()
{
    m_statusTimer.stop();
    ConnectionStatus status = m_session.status();
    status.signingIn = m_signIn.isRunning();
    status.session = m_sessionStatus;
    status.sessionEnds = m_sessionEnds;
    if (m_signInError) {
        status.trouble = m_signInError->text;
        status.ended = true;
    }
    emit statusChanged(status);
}

void MonitorWorker::publishSubscriptions()
{
    m_subscriptionsTimer.stop();
    emit subscriptionsChanged(m_session.subscriptions());
}

} // namespace amb
