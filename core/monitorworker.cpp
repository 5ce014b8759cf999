// SPDX-License-Identifier: MIT
#include "core/monitorworker.h"

#include "core/instance/tablereader.h"

#include <utility>

namespace amb {

namespace {

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
    , m_twins(options.renewal.twinWindow, options.renewal.plainTwinWindow)
    , m_link(makeLink({}))
    , m_lifespan(options.renewal.shortestLife)
{
    m_statusTimer.setSingleShot(true);
    m_subscriptionsTimer.setSingleShot(true);
    m_renewalTimer.setSingleShot(true);
    connect(&m_statusTimer, &QTimer::timeout, this, &MonitorWorker::publishStatus);
    connect(&m_subscriptionsTimer, &QTimer::timeout, this, &MonitorWorker::publishSubscriptions);
    connect(&m_renewalTimer, &QTimer::timeout, this, &MonitorWorker::replace);
    connect(&m_signIn, &SignIn::done, this, &MonitorWorker::onSignedIn);
    connect(&m_signIn, &SignIn::failed, this, &MonitorWorker::onSignInFailed);
    connect(&m_signIn, &SignIn::browserRequested, this, &MonitorWorker::browserRequested);
    connect(&m_signIn, &SignIn::secretsChanged, this, [this](const Credentials &changed) {
        m_options.credentials = changed;
        emit secretsChanged(changed);
    });
    listenTo(*m_link);
}

MonitorWorker::~MonitorWorker() = default;

std::unique_ptr<MonitorLink> MonitorWorker::makeLink(const MonitorLink::Heritage &heritage)
{
    const MonitorLink::Records records{m_capture, m_twins, MonitorTwins::Side(++m_lastSide)};
    return std::make_unique<MonitorLink>(m_options, records, heritage);
}

void MonitorWorker::listenTo(MonitorLink &link)
{
    connect(&link.session(), &Session::statusChanged, this, &MonitorWorker::onSessionStatus);
    connect(&link.session(), &Session::subscriptionsChanged, this, [this] {
        if (!m_subscriptionsTimer.isActive())
            m_subscriptionsTimer.start(0);
    });
    connect(&link.session(), &Session::published, this, &MonitorWorker::published);
    connect(&link, &MonitorLink::sessionLost, this, &MonitorWorker::onSessionLost);
    connect(&link, &MonitorLink::sessionBack, this, &MonitorWorker::onSessionBack);
    connect(&link, &MonitorLink::replacementWished, this, &MonitorWorker::onReplacementWished);
    connect(&link, &MonitorLink::sessionRead, this, [this] {
        scheduleReplacement();
        publishStatusSoon();
    });
}

void MonitorWorker::start()
{
    m_stopping = false;
    // During the goodbye the new session waits for its end.
    m_startsAgain = session().status().state == ConnectionState::Disconnecting;
    if (!m_signIn.isRunning() && session().status().state == ConnectionState::Disconnected)
        signIn();
}

void MonitorWorker::reconnect()
{
    if (session().status().state == ConnectionState::Waiting)
        session().start();
    else
        start();
}

void MonitorWorker::signIn()
{
    m_signInError.reset();
    forgetRenewal();
    m_link->beginSession();
    m_signIn.start(m_link->http(), m_options.credentials);
    publishStatus();
}

void MonitorWorker::onSignedIn()
{
    if (m_succession) {
        m_succession->proceed();
        return;
    }
    m_link->sessionMade();
    learnFromSignIn(*m_link);
    if (m_options.credentials.kind != Credentials::Kind::None)
        session().note(NoteKind::SessionState, signedInWords(m_options));
    session().start();
}

void MonitorWorker::onSignInFailed(const Error &error)
{
    if (m_succession) {
        onSuccessionFailed(error);
        return;
    }
    m_signInError = error;
    session().note(NoteKind::SessionState, tr("Sign-in failed: %1").arg(error.text));
    emit signInFailed(error);
    publishStatus();
}

void MonitorWorker::stop()
{
    m_stopping = true;
    m_startsAgain = false;
    m_signInError.reset();
    forgetRenewal();
    m_signIn.cancel();
    for (const auto &link : m_leaving)
        link->session().stop();
    session().stop();
    finishStop();
}

void MonitorWorker::finishStop()
{
    const bool isDone =
        session().status().state == ConnectionState::Disconnected && m_leaving.empty();
    if (!m_stopping || !isDone)
        return;
    m_stopping = false;
    m_capture.flush();
    publishSubscriptions();
    publishStatus();
    emit stopped();
}

void MonitorWorker::subscribe(const ChannelPattern &pattern)
{
    session().subscribe(pattern);
    if (m_succession)
        m_succession->successor().session().subscribe(pattern);
}

void MonitorWorker::unsubscribe(const ChannelPattern &pattern)
{
    session().unsubscribe(pattern);
    if (m_succession)
        m_succession->successor().session().unsubscribe(pattern);
}

void MonitorWorker::publish(PublishId id, const ChannelName &channel, const QByteArray &data)
{
    session().publish(id, channel, data);
}

void MonitorWorker::addNote(NoteKind kind, const QString &text)
{
    session().note(kind, text);
}

void MonitorWorker::readTable(TableReadId id, const TableRequest &request)
{
    auto *reader = new TableReader(m_link->http(), request, this);
    connect(reader, &TableReader::finished, this, [this, id, reader](const auto &result) {
        reader->deleteLater();
        emit tableRead(id, result);
    });
    reader->start();
}

void MonitorWorker::setTransportPreference(TransportPreference preference)
{
    m_options.transport = preference;
    session().setPreference(preference);
    if (m_succession)
        m_succession->successor().session().setPreference(preference);
}

void MonitorWorker::tryWebSocketNow()
{
    session().tryWebSocketNow();
}

void MonitorWorker::onSessionStatus()
{
    const bool isDisconnected = session().status().state == ConnectionState::Disconnected;
    if (isDisconnected)
        forgetRenewal();
    if (m_stopping && isDisconnected) {
        finishStop();
        return;
    }
    if (isDisconnected && std::exchange(m_startsAgain, false)) {
        signIn();
        return;
    }
    publishStatusSoon();
}

void MonitorWorker::publishStatusSoon()
{
    if (!m_statusTimer.isActive())
        m_statusTimer.start(0);
}

void MonitorWorker::publishStatus()
{
    m_statusTimer.stop();
    ConnectionStatus status = session().status();
    status.signingIn = m_signIn.isRunning() && !m_succession;
    status.session = m_link->sessionStatus();
    status.sessionEnds = m_link->sessionEnds();
    keepTransportSince(status);
    status.renewing = m_succession != nullptr;
    status.replacements = m_replacements;
    status.handshakes += m_pastHandshakes;
    status.gaps += m_pastGaps;
    if (m_signInError) {
        status.trouble = m_signInError->text;
        status.ended = true;
    } else if (status.trouble.isEmpty()) {
        status.trouble = m_renewalTrouble;
    }
    emit statusChanged(status);
}

void MonitorWorker::publishSubscriptions()
{
    m_subscriptionsTimer.stop();
    emit subscriptionsChanged(session().subscriptions());
}

} // namespace amb
