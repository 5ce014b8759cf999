// SPDX-License-Identifier: MIT
#include "core/instance/cookietext.h"

#include <QCoreApplication>

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

/// domain, subdomains, path, secure, expiry, name, value; tab-separated, `#HttpOnly_` may lead.
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
        cookies.append(QNetworkCookie(fields.at(5), fields.at(6)));
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
        if (equals <= 0 || pair.left(equals).contains(' ') || pair.contains('\n'))
            return wrong(Words::tr("This is no Cookie header: copy the value of “Cookie” from the "
                                   "browser's developer tools, as name=value; name=value."));
        cookies.append(QNetworkCookie(pair.left(equals), pair.mid(equals + 1)));
    }
    return cookies;
}

} // namespace

Result<QList<QNetworkCookie>> parseCookieText(QByteArrayView text)
{
    const QByteArray trimmed = text.toByteArray().trimmed();
    auto cookies = trimmed.contains('\t') || trimmed.startsWith('#')
        ? parseNetscape(trimmed.split('\n'))
        : parseHeader(trimmed);
    if (cookies && cookies->isEmpty())
        return wrong(
            Words::tr("There is no cookie in the text: copy the value of “Cookie” from the "
                      "browser's developer tools, or export a Netscape cookie file."));
    return cookies;
}

} // namespace amb
