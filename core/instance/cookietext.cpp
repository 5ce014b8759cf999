// SPDX-License-Identifier: MIT
#include "core/instance/cookietext.h"

#include "core/instance/curltext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <string_view>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::CookieText)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

/// A token as RFC 6265 wants a cookie's name to be.
bool isName(const QByteArray &text)
{
    constexpr std::string_view separators = "()<>@,;:\\\"/[]?={}";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [separators](char c) {
        return c > ' ' && c < 0x7f && separators.find(c) == std::string_view::npos;
    });
}

/// One line's fields: domain, subdomains, path, secure, expiry, name, value.
QNetworkCookie netscapeCookie(const QList<QByteArray> &fields)
{
    QNetworkCookie cookie(fields.at(5), fields.at(6));
    QString domain = QString::fromLatin1(fields.at(0).trimmed());
    if (fields.at(1) == "TRUE" && !domain.startsWith(u'.'))
        domain.prepend(u'.');
    else if (fields.at(1) == "FALSE" && domain.startsWith(u'.'))
        domain.remove(0, 1);
    cookie.setDomain(domain);
    cookie.setPath(QString::fromLatin1(fields.at(2)));
    cookie.setSecure(fields.at(3) == "TRUE");
    if (const qint64 expiry = fields.at(4).toLongLong(); expiry > 0)
        cookie.setExpirationDate(QDateTime::fromSecsSinceEpoch(expiry, Qt::UTC));
    return cookie;
}

/// Tab-separated, `#HttpOnly_` may lead. A file may hold the cookies of many sites, so each keeps
/// the one it is for.
Result<QList<QNetworkCookie>> parseNetscape(const QList<QByteArray> &lines)
{
    QList<QNetworkCookie> cookies;
    int number = 0;
    for (QByteArray line : lines) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith("#HttpOnly_"))
            line.remove(0, 10);
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() < 7)
            return wrong(
                Words::tr("Line %1 of the cookie file does not have the seven tab-separated "
                          "fields of a Netscape cookie file.")
                    .arg(number));
        cookies.append(netscapeCookie(fields));
    }
    return cookies;
}

Result<QList<QNetworkCookie>> parseHeader(QByteArray text)
{
    if (text.toLower().startsWith("cookie:"))
        text.remove(0, 7);
    QList<QNetworkCookie> cookies;
    for (const QByteArray &part : text.split(';')) {
        const QByteArray pair = part.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (pair.isEmpty())
            continue;
        if (equals <= 0 || !isName(pair.left(equals)) || pair.contains('\n'))
            return wrong(Words::tr("This is no Cookie header: copy the value of “Cookie” from the "
                                   "browser's developer tools, as name=value; name=value."));
        cookies.append(QNetworkCookie(pair.left(equals), pair.mid(equals + 1)));
    }
    return cookies;
}

/// The Cookie header among a request's headers, as developer tools copy them; else all of the text.
QByteArray headerIn(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed().toLower().startsWith("cookie:"))
            return line.trimmed();
    }
    return text;
}

/// The cookies are for the site of the command's request alone.
Result<QList<QNetworkCookie>> parseCurl(const QByteArray &text)
{
    const auto command = parseCurlCommand(text);
    if (!command)
        return command.error();
    QList<QNetworkCookie> all;
    for (const QByteArray &header : command->cookies) {
        auto cookies = parseHeader(header);
        if (!cookies)
            return cookies;
        for (QNetworkCookie &cookie : *cookies)
            cookie.setDomain(command->url.host());
        all += *cookies;
    }
    return all;
}

} // namespace

Result<QList<QNetworkCookie>> parseCookieText(QByteArrayView text)
{
    const QByteArray trimmed = text.toByteArray().trimmed();
    auto cookies = isCurlCommand(trimmed) ? parseCurl(trimmed)
        : trimmed.contains('\t') || trimmed.startsWith('#')
        ? parseNetscape(text.toByteArray().split('\n'))
        : parseHeader(headerIn(trimmed));
    if (cookies && cookies->isEmpty())
        return wrong(
            Words::tr("There is no cookie in the text: copy the value of “Cookie” or a request “as "
                      "cURL” from the browser's developer tools, or export a Netscape cookie "
                      "file."));
    return cookies;
}

} // namespace amb
