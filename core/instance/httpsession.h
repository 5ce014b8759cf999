// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/instanceaddress.h"
#include "core/instance/instancecall.h"
#include "core/transport/cookiejar.h"
#include "core/transport/networksettings.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <chrono>

namespace amb {

/// One HTTP session with an instance: where it is, how it is reached, the cookies that carry it and
/// the token that proves a request to be ours. Sign-in fills it; REST and page requests are sent
/// through it, and the bus uses its cookies.
///
/// Requests are configured as those of the transports are: the same certificates and proxy, no
/// redirect followed by itself, no credentials remembered.
class HttpSession : public QObject
{
    Q_OBJECT

public:
    /// patience is for each request.
    HttpSession(InstanceAddress address,
                NetworkSettings network,
                std::chrono::milliseconds patience,
                QObject *parent = nullptr);
    ~HttpSession() override;

    [[nodiscard]] const InstanceAddress &address() const { return m_address; }
    [[nodiscard]] const NetworkSettings &network() const { return m_settings; }
    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }
    [[nodiscard]] CookieJar &cookies() { return m_cookies; }
    [[nodiscard]] const CookieJar &cookies() const { return m_cookies; }

    /// The CSRF token of the session (g_ck), which goes with each request; empty: not known.
    [[nodiscard]] const QByteArray &userToken() const { return m_userToken; }
    void setUserToken(const QByteArray &token);
    /// Takes the token from a page of the user interface, where there is one in it.
    void takeUserToken(QByteArrayView page);

    /// Forgets cookies and token.
    void clear();

    /// Whether a URL, relative or not, is at the instance itself, where cookies may go.
    [[nodiscard]] bool isOwn(const QUrl &url) const;

    /// The call belongs to the session.
    InstanceCall *send(const InstanceRequest &request);
    InstanceCall *get(const QUrl &url); ///< e.g. /home.do, with a query where one is needed
    InstanceCall *post(const QUrl &url, const QByteArray &contentType, const QByteArray &body);

private:
    friend class InstanceCall;

    InstanceAddress m_address;
    NetworkSettings m_settings;
    std::chrono::milliseconds m_patience;
    QByteArray m_userToken;
    CookieJar m_cookies;
    QNetworkAccessManager m_manager;
};

/// The token in a page's script: `var g_ck = '…'` of older ones, `window.g_ck = "…"` of newer ones
/// (amb.md § 1.4). Empty where there is none.
QByteArray userTokenIn(QByteArrayView page);

} // namespace amb
