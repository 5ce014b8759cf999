// SPDX-License-Identifier: MIT
#include "core/instance/signin.h"

#include "core/instance/httpsession.h"
#include "core/instance/signinway.h"

#include <utility>

namespace amb {

SignIn::SignIn(QObject *parent)
    : QObject(parent)
{ }

SignIn::~SignIn() = default;

bool SignIn::wasRefused(const Credentials &credentials) const
{
    return m_refused.contains(credentials);
}

void SignIn::start(HttpSession &session, const Credentials &credentials)
{
    cancel();
    m_given = credentials;
    m_credentials = credentials;
    m_site = session.address().site();
    if (const auto error = whyNotNow()) {
        failLater(*error);
        return;
    }
    session.clear();
    m_way = makeSignInWay(credentials, session);
    connect(m_way.get(), &SignInWay::done, this, [this] {
        endWay();
        m_refused.clear();
        emit done();
    });
    connect(m_way.get(), &SignInWay::failed, this, &SignIn::takeFailure);
    connect(m_way.get(), &SignInWay::browserRequested, this, &SignIn::browserRequested);
    connect(m_way.get(), &SignInWay::secretsChanged, this, [this](const Credentials &changed) {
        m_credentials = changed;
        emit secretsChanged(changed);
    });
    m_way->start();
}

void SignIn::cancel()
{
    m_failure.reset();
    if (m_way)
        endWay();
}

std::optional<Error> SignIn::whyNotNow() const
{
    if (wasRefused(m_credentials) && m_site == m_refusedBy)
        return Error{m_refusal.kind,
                     tr("%1 Not tried again, so that the user is not locked out: change what you "
                        "sign in with, or open the instance anew.")
                         .arg(m_refusal.text),
                     m_refusal.detail};
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_notBefore - Clock::now());
    if (m_site == m_busySite && left.count() > 0)
        return Error{ErrorKind::Refused,
                     tr("%1 asked to wait before the next request: sign in again in %2 s.")
                         .arg(m_site.host())
                         .arg(left.count()),
                     {}};
    return std::nullopt;
}

void SignIn::failLater(const Error &error)
{
    m_failure = error;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (const auto failure = std::exchange(m_failure, std::nullopt))
                emit failed(*failure);
        },
        Qt::QueuedConnection);
}

void SignIn::takeFailure(const SignInFailure &failure)
{
    endWay();
    if (failure.isRefusal) {
        m_refused = {m_given, m_credentials};
        m_refusedBy = m_site;
        m_refusal = failure.error;
    }
    if (failure.wait) {
        m_busySite = m_site;
        m_notBefore = Clock::now() + *failure.wait;
    }
    emit failed(failure.error);
}

void SignIn::endWay()
{
    m_way->disconnect(this);
    m_way.release()->deleteLater();
}

} // namespace amb
