// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"
#include "core/instance/httpsession.h"
#include "core/instance/signinwords.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace amb {

/// One way of sign-in, for one try.
class SignInWay : public QObject
{
    Q_OBJECT

public:
    explicit SignInWay(HttpSession &session);
    ~SignInWay() override;

    /// done() or failed() follows, always, and never from within the call.
    virtual void start() = 0;

signals:
    void done();
    void failed(const amb::SignInFailure &failure);
    void secretsChanged(const amb::Credentials &credentials);
    void browserRequested(const QUrl &url);

protected:
    [[nodiscard]] HttpSession &session() const { return m_session; }

    void finishLater(); ///< done() from the event loop
    void failLater(const SignInFailure &failure);

    /// One REST request, whose reply sets the cookies; empty authorization: the client's
    /// certificate says who it is. takeRestReply() follows.
    void askRest(const QByteArray &authorization);
    /// What a refusal of the REST request means, in words.
    [[nodiscard]] virtual SignInFailure explainRest(const InstanceReply &reply) const;
    /// A page view, which keeps an instance from reaping a session made by REST (amb.md § 3.4) and
    /// tells the token. Never fails: users without the classic UI can still be on the bus.
    void viewPage();

    using Landed = std::function<void(const InstanceReply &)>;
    /// Goes on with a call's redirects within the instance, as a browser does, up to a page, a
    /// redirect to another site, or one that means something for the sign-in.
    void land(InstanceCall *call, const Landed &landed, int redirects = 0);

private:
    void takeRestReply(const InstanceReply &reply);

    HttpSession &m_session;
};

/// The way that the credentials name.
std::unique_ptr<SignInWay> makeSignInWay(const Credentials &credentials, HttpSession &session);

} // namespace amb
