// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"
#include "core/instance/instanceaddress.h"
#include "core/result.h"
#include "core/transport/networksettings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslError>

#include <chrono>

class QNetworkReply;

namespace amb {

class CookieJar;

/// Makes the cookies that the bus accepts: `/amb` itself ignores `Authorization` (amb.md § 1.3).
///
/// With a password: one REST request with Basic credentials, whose reply sets the cookies, then one
/// page view, which keeps an instance from reaping the session (amb.md § 3.4). A refused password
/// is tried once only, since instances lock users out.
class SignIn : public QObject
{
    Q_OBJECT

public:
    /// patience is for each request.
    SignIn(InstanceAddress address,
           NetworkSettings network,
           CookieJar &cookies,
           std::chrono::milliseconds patience,
           QObject *parent = nullptr);
    ~SignIn() override;

    /// done() or failed() follows, always, and never from within the call.
    void start(const Credentials &credentials);

signals:
    void done();
    void failed(const amb::Error &error);

private:
    void takeCookies(const QList<QNetworkCookie> &cookies);
    QNetworkReply *get(const QString &path, const QByteArray &authorization);
    void takeRestReply(QNetworkReply *reply);
    void takePageReply(QNetworkReply *reply);
    [[nodiscard]] Error explain(const QNetworkReply *reply) const;

    InstanceAddress m_address;
    NetworkSettings m_settings;
    CookieJar &m_cookies;
    std::chrono::milliseconds m_patience;
    QList<QSslError> m_tlsErrors;
    QNetworkAccessManager m_network;
};

} // namespace amb
