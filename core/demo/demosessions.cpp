// SPDX-License-Identifier: MIT
#include "core/demo/demosessions.h"

#include <QRandomGenerator>

#include <algorithm>

namespace amb {

namespace {

constexpr std::chrono::minutes endedAreKeptFor{10};

std::chrono::steady_clock::time_point timeNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

QByteArray randomText(qsizetype length, QByteArrayView characters)
{
    QByteArray text(length, '\0');
    for (char &c : text)
        c = characters[QRandomGenerator::system()->bounded(int(characters.size()))];
    return text;
}

DemoSessions::DemoSessions(const SessionLives &lives)
    : m_lives(lives)
{ }

const DemoSessions::Session &DemoSessions::create(Kind kind, const QString &user)
{
    dropEnded();
    Session session;
    session.id = randomText(32, "0123456789ABCDEF");
    session.token = randomText(72, "0123456789abcdef");
    session.user = user;
    m_made += user.isEmpty() ? 0 : 1;
    session.kind = kind;
    session.minted = session.active = timeNow();
    return *m_sessions.insert(session.id, session);
}

const DemoSessions::Session *DemoSessions::find(const QByteArray &id) const
{
    const auto found = m_sessions.constFind(id);
    return found == m_sessions.constEnd() ? nullptr : &*found;
}

DemoSessions::Status DemoSessions::status(const QByteArray &id) const
{
    const Session *session = find(id);
    if (!session || session->user.isEmpty())
        return Status::Invalidated;
    if (session->status != Status::LoggedIn)
        return session->status;
    const auto now = timeNow();
    const bool tooOld = m_lives.all.count() > 0 && now - session->minted >= m_lives.all;
    const bool reaped = session->kind == Kind::Api && now - session->minted >= m_lives.api;
    const bool idle = now - session->active >= m_lives.ui;
    return tooOld || reaped || idle ? Status::Invalidated : Status::LoggedIn;
}

QString DemoSessions::user(const QByteArray &id) const
{
    return status(id) == Status::LoggedIn ? find(id)->user : QString();
}

std::chrono::seconds DemoSessions::timeLeft(const QByteArray &id) const
{
    if (status(id) != Status::LoggedIn)
        return {};
    const Session *session = find(id);
    const auto now = timeNow();
    auto left = m_lives.ui - (now - session->active);
    if (m_lives.all.count() > 0)
        left = std::min(left, m_lives.all - (now - session->minted));
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

void DemoSessions::touch(const QByteArray &id)
{
    if (status(id) == Status::LoggedIn)
        m_sessions[id].active = timeNow();
}

void DemoSessions::openPage(const QByteArray &id)
{
    if (status(id) != Status::LoggedIn)
        return;
    if (m_lives.pagesSave)
        m_sessions[id].kind = Kind::Ui;
    touch(id);
}

void DemoSessions::logOut(const QByteArray &id)
{
    if (status(id) == Status::LoggedIn)
        m_sessions[id].status = Status::LoggedOut;
}

void DemoSessions::invalidateAll()
{
    for (Session &session : m_sessions)
        session.status = Status::Invalidated;
}

void DemoSessions::forgetAll()
{
    m_sessions.clear();
}

void DemoSessions::dropEnded()
{
    const auto longAgo = timeNow() - endedAreKeptFor;
    m_sessions.removeIf([this, longAgo](const auto &entry) {
        return entry->active < longAgo && status(entry.key()) != Status::LoggedIn;
    });
}

} // namespace amb
