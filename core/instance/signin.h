// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"
#include "core/result.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace amb {

class HttpSession;
class SignInWay;
struct SignInFailure;

/// Makes the cookies that the bus accepts: `/amb` itself ignores `Authorization` (amb.md § 1.3).
///
/// Lives as long as its owner wants to be signed in, and is started again for each renewal. What an
/// instance refused is not tried again until it changes, since instances lock users out; where an
/// instance asks to wait (429), nothing is sent before that time is over.
class SignIn : public QObject
{
    Q_OBJECT

public:
    explicit SignIn(QObject *parent = nullptr);
    ~SignIn() override;

    /// Fills the session, which must outlive this, anew. done() or failed() follows, always, and
    /// never from within the call. Gives up what is under way.
    void start(HttpSession &session, const Credentials &credentials);
    void cancel(); ///< nothing follows
    [[nodiscard]] bool isRunning() const { return m_way || m_failure; }
    /// Whether these credentials were refused last time: start() would fail without asking.
    [[nodiscard]] bool wasRefused(const Credentials &credentials) const;

signals:
    void done();
    void failed(const amb::Error &error);
    /// The credentials that start() was given, with a refresh token that came or went: to be given
    /// next time, and to be kept where the secrets are.
    void secretsChanged(const amb::Credentials &credentials);
    /// A page to open in the system's browser, where the user signs in.
    void browserRequested(const QUrl &url);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::optional<Error> whyNotNow() const; ///< nothing may be sent, if so
    void failLater(const Error &error);
    void takeFailure(const SignInFailure &failure);
    void endWay();

    std::unique_ptr<SignInWay> m_way;
    std::optional<Error> m_failure; // to be told from the event loop
    QUrl m_site;
    Credentials m_given;
    Credentials m_credentials; // those given, with what changed meanwhile
    QList<Credentials> m_refused;
    QUrl m_refusedBy;
    Error m_refusal;
    QUrl m_busySite; // asked to wait
    Clock::time_point m_notBefore;
};

} // namespace amb
