// SPDX-License-Identifier: MIT
#include "app/connectiontest.h"

#include "ui/widgets/wording.h"

#include <QDesktopServices>

#include <utility>

namespace amb {

namespace {

/// Sign-in, a WebSocket that hangs and the fallback to long-polling fit in.
constexpr std::chrono::seconds longestTest{60};
constexpr std::chrono::minutes longestInBrowser{6};
constexpr std::chrono::seconds longestGoodbye{2};

} // namespace

ConnectionTest::ConnectionTest(MonitorOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        finish(false,
               tr("No connection after %1. Check the address, and whether a proxy is needed.")
                   .arg(durationText(m_limit.intervalAsDuration())));
    });
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start()
{
    m_begin = now();
    m_options.capture.path = m_folder.path();
    auto monitor = Monitor::create(m_options);
    if (!monitor) {
        QMetaObject::invokeMethod(
            this,
            [this, text = monitor.error().text] { finish(false, text); },
            Qt::QueuedConnection);
        return;
    }
    m_monitor = std::move(monitor).value();
    connect(m_monitor.get(), &Monitor::statusChanged, this, &ConnectionTest::onStatus);
    connect(m_monitor.get(), &Monitor::signInFailed, this, [this](const Error &error) {
        finish(false, error.text);
    });
    connect(m_monitor.get(), &Monitor::browserRequested, this, [](const QUrl &page) {
        QDesktopServices::openUrl(page);
    });
    const bool takesPeopleTheirTime = m_options.credentials.kind == Credentials::Kind::OAuthBrowser;
    m_limit.start(takesPeopleTheirTime ? longestInBrowser : longestTest);
    m_monitor->start();
}

void ConnectionTest::stop()
{
    finish(false, tr("The test was stopped."));
}

void ConnectionTest::onStatus()
{
    const ConnectionStatus status = m_monitor->status();
    const bool isSignedOut =
        status.session == SessionStatus::Invalidated || status.session == SessionStatus::LoggedOut;
    if (status.state == ConnectionState::Connected)
        finish(!isSignedOut, successText(status));
    else if (status.state == ConnectionState::Waiting || status.ended)
        finish(false,
               status.trouble.isEmpty()
                   ? tr("Cannot connect to %1.").arg(m_options.address.displayName())
                   : status.trouble);
}

QString ConnectionTest::successText(const ConnectionStatus &status) const
{
    QString text = tr("Connected over %1 after %2.")
                       .arg(status.transport ? transportText(*status.transport) : QString(),
                            roundTripText(now() - m_begin));
    switch (status.session) {
    case SessionStatus::LoggedIn:
        text += u' '
            + (status.sessionEnds ? tr("Signed in; the session has %1 left.")
                                        .arg(countdownText(*status.sessionEnds - now()))
                                  : tr("Signed in."));
        break;
    case SessionStatus::Invalidated:
    case SessionStatus::LoggedOut:
        text += u' '
            + tr("But the instance says that nobody is signed in: it will refuse nearly all "
                 "channels. Choose another way of sign-in.");
        break;
    case SessionStatus::Unknown:
        text += u' ' + tr("The server does not say whether somebody is signed in.");
        break;
    }
    if (!status.transportReason.isEmpty())
        text += u' ' + status.transportReason;
    return text;
}

void ConnectionTest::finish(bool isGood, const QString &text)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_limit.stop();
    if (m_monitor) {
        connect(m_monitor.get(), &Monitor::stopped, this, &QObject::deleteLater);
        QTimer::singleShot(longestGoodbye, this, &QObject::deleteLater);
        m_monitor->stop();
    } else {
        deleteLater();
    }
    emit finished(isGood, text);
}

} // namespace amb
