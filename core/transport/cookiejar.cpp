// SPDX-License-Identifier: MIT
#include "core/transport/cookiejar.h"

#include "core/transport/networksetup.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace amb {

namespace {

bool isTombstone(const QNetworkCookie &cookie)
{
    const QByteArray value = cookie.value();
    if (value.isEmpty() || value == "\"\"")
        return true;
    return !cookie.isSessionCookie() && cookie.expirationDate() <= QDateTime::currentDateTimeUtc();
}

/// A name or value that would end the header line and begin another.
bool breaksHeader(const QNetworkCookie &cookie)
{
    const auto isControl = [](char c) {
        return (c >= 0 && c < 0x20) || c == 0x7f;
    };
    const QByteArray name = cookie.name();
    const QByteArray value = cookie.value();
    return name.isEmpty() || std::any_of(name.cbegin(), name.cend(), isControl)
        || std::any_of(value.cbegin(), value.cend(), isControl);
}

QString defaultPath(const QUrl &url)
{
    const QString path = url.path();
    const qsizetype end = path.lastIndexOf(QLatin1Char('/'));
    return end > 0 ? path.first(end) : QStringLiteral("/");
}

} // namespace

QByteArray CookieJar::cookieHeader(const QUrl &url) const
{
    QByteArray header;
    const QList<QNetworkCookie> cookies = cookiesForUrl(httpUrl(url));
    for (const QNetworkCookie &cookie : cookies) {
        if (!header.isEmpty())
            header += "; ";
        header += cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    }
    return header;
}

void CookieJar::add(QList<QNetworkCookie> cookies, const QUrl &url)
{
    for (QNetworkCookie &cookie : cookies) {
        if (cookie.path().isEmpty())
            cookie.setPath(QStringLiteral("/"));
    }
    setCookiesFromUrl(cookies, httpUrl(url));
}

void CookieJar::clear()
{
    setAllCookies({});
}

bool CookieJar::hasCookie(const QByteArray &name) const
{
    const QList<QNetworkCookie> cookies = allCookies();
    return std::any_of(cookies.cbegin(), cookies.cend(), [&name](const QNetworkCookie &cookie) {
        return cookie.name() == name && !isTombstone(cookie);
    });
}

void CookieJar::takeFrom(const CookieJar &other, const QByteArray &butNotThis)
{
    const QList<QNetworkCookie> cookies = other.allCookies();
    for (const QNetworkCookie &cookie : cookies) {
        if (cookie.name() != butNotThis)
            insertCookie(cookie);
    }
}

QByteArray CookieJar::value(const QByteArray &name) const
{
    const QList<QNetworkCookie> cookies = allCookies();
    for (const QNetworkCookie &cookie : cookies) {
        if (cookie.name() == name && !isTombstone(cookie))
            return cookie.value();
    }
    return {};
}

bool CookieJar::insertCookie(const QNetworkCookie &cookie)
{
    if (breaksHeader(cookie))
        return false;
    if (isTombstone(cookie)) {
        deleteCookie(cookie);
        return false;
    }
    return QNetworkCookieJar::insertCookie(cookie);
}

bool CookieJar::setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url)
{
    QList<QNetworkCookie> placed = cookies;
    for (QNetworkCookie &cookie : placed) {
        if (cookie.path().isEmpty())
            cookie.setPath(defaultPath(url));
    }
    return QNetworkCookieJar::setCookiesFromUrl(placed, url);
}

} // namespace amb
