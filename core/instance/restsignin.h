// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/signinway.h"

namespace amb {

/// User and password, as Basic on one REST request.
class PasswordSignIn : public SignInWay
{
    Q_OBJECT

public:
    PasswordSignIn(HttpSession &session, const Credentials &credentials);
    void start() override;

private:
    [[nodiscard]] SignInFailure explainRest(const InstanceReply &reply) const override;

    QByteArray m_authorization;
};

/// An OAuth access token that was made elsewhere, on one REST request.
class BearerSignIn : public SignInWay
{
    Q_OBJECT

public:
    BearerSignIn(HttpSession &session, const Credentials &credentials);
    void start() override;

private:
    [[nodiscard]] SignInFailure explainRest(const InstanceReply &reply) const override;

    QByteArray m_token;
};

/// The client's certificate of the network settings, shown when the connection is made ("mutual
/// authentication"). How an instance answers is not confirmed on a real instance.
class CertificateSignIn : public SignInWay
{
    Q_OBJECT

public:
    explicit CertificateSignIn(HttpSession &session);
    void start() override;

private:
    [[nodiscard]] SignInFailure explainRest(const InstanceReply &reply) const override;
};

/// What stands in an Authorization header for a token; empty when it can be none.
QByteArray bearerAuthorization(const QString &token);

} // namespace amb
