// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

class QUrl;

namespace amb {

/// The cookies of one instance, shared by sign-in and both transports; kept in memory only.
///
/// Instances send empty "tombstones" (`glide_user=""; Max-Age=0`) to take a cookie away: a cookie
/// with an empty value or an expiry in the past is never kept and removes the one it names.
class CookieJar : public QNetworkCookieJar
{
    Q_OBJECT

public:
    using QNetworkCookieJar::QNetworkCookieJar;

    /// `name=value; …` for a single `Cookie` header: two of them, joined with a comma by a gateway,
    /// break the session. ws and wss count as http and https. Empty where there is no cookie.
    [[nodiscard]] QByteArray cookieHeader(const QUrl &url) const;

    /// Takes cookies for `url`, e.g. from a browser. A cookie without a path is good for all paths.
    void add(QList<QNetworkCookie> cookies, const QUrl &url);

    /// Forgets all cookies.
    void clear();

    /// Takes the cookies of another jar, in the place of those of the same names; all but one.
    void takeFrom(const CookieJar &other, const QByteArray &butNotThis = {});

    [[nodiscard]] bool hasCookie(const QByteArray &name) const;
    [[nodiscard]] QByteArray value(const QByteArray &name) const; ///< empty where there is none

    bool insertCookie(const QNetworkCookie &cookie) override;

    /// Gives a cookie without a path the one of RFC 6265 § 5.1.4: for /amb/handshake that is /amb,
    /// so that it goes to /amb too. Qt's own default, /amb/, would keep it from there.
    bool setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url) override;
};

} // namespace amb
