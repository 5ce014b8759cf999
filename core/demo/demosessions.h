// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace amb {

/// How long HTTP sessions last.
struct SessionLives
{
    std::chrono::milliseconds ui{std::chrono::minutes(30)}; ///< without activity
    std::chrono::milliseconds api{std::chrono::seconds(90)}; ///< from minting, whatever happens
    std::chrono::milliseconds all{}; ///< from minting, for every kind; 0: no such limit
    bool pagesSave = true; ///< a page view makes a REST session one of the user interface
};

/// The HTTP sessions of a demo instance, which is all that its bus knows of a user (amb.md § 1.3).
class DemoSessions
{
public:
    enum class Kind {
        Guest, ///< made by the login page, belongs to nobody
        Api, ///< made by a REST request: reaped soon although its countdown says otherwise (§ 3.4)
        Ui, ///< made by form login, or a REST session that has opened a page
    };

    enum class Status {
        LoggedIn,
        LoggedOut,
        Invalidated, ///< also: never existed
    };

    struct Session
    {
        QByteArray id; ///< value of JSESSIONID
        QByteArray token; ///< g_ck, X-UserToken
        QString user;
        Kind kind = Kind::Guest;
        Status status = Status::LoggedIn;
        std::chrono::steady_clock::time_point minted;
        std::chrono::steady_clock::time_point active;
    };

    explicit DemoSessions(const SessionLives &lives);

    /// Makes a session; its id and its token are new and cannot be guessed.
    const Session &create(Kind kind, const QString &user);
    /// A session that is still known, also when it has ended; null when there is none.
    [[nodiscard]] const Session *find(const QByteArray &id) const;
    [[nodiscard]] Status status(const QByteArray &id) const;
    /// The user of a session that is logged in; empty otherwise.
    [[nodiscard]] QString user(const QByteArray &id) const;
    /// What the countdown in `ext` says (§ 2.1): 1800 when fresh, 0 without a session.
    [[nodiscard]] std::chrono::seconds timeLeft(const QByteArray &id) const;

    [[nodiscard]] int made() const { return m_made; } ///< those that belong to a user
    void touch(const QByteArray &id); ///< a user's activity: the countdown begins anew
    void openPage(const QByteArray &id); ///< turns a REST session into one of the user interface
    void logOut(const QByteArray &id);
    void invalidateAll();
    void forgetAll();
    void setLives(const SessionLives &lives) { m_lives = lives; }

private:
    void dropEnded();

    SessionLives m_lives;
    QHash<QByteArray, Session> m_sessions;
    int m_made = 0;
};

/// A random text that cannot be guessed: length characters out of those given.
QByteArray randomText(qsizetype length, QByteArrayView characters);

} // namespace amb
