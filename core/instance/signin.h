// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"
#include "core/result.h"

#include <QObject>

namespace amb {

class HttpSession;
struct InstanceReply;

/// Makes the cookies that the bus accepts: `/amb` itself ignores `Authorization` (amb.md § 1.3).
///
/// With a password: one REST request with Basic credentials, whose reply sets the cookies, then one
/// page view, which keeps an instance from reaping the session (amb.md § 3.4). A refused password
/// is tried once only, since instances lock users out.
class SignIn : public QObject
{
    Q_OBJECT

public:
    /// Fills the session, which must outlive it.
    explicit SignIn(HttpSession &session, QObject *parent = nullptr);
    ~SignIn() override;

    /// done() or failed() follows, always, and never from within the call.
    void start(const Credentials &credentials);

signals:
    void done();
    void failed(const amb::Error &error);

private:
    void takeCookies(const QList<QNetworkCookie> &cookies);
    void takeRestReply(const InstanceReply &reply);
    void takePageReply(const InstanceReply &reply);
    [[nodiscard]] Error explain(const InstanceReply &reply) const;

    HttpSession &m_session;
};

} // namespace amb
