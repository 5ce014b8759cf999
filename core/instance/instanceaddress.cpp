// SPDX-License-Identifier: MIT
#include "core/instance/instanceaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace amb {

namespace {

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::InstanceAddress)
};

/// Also of what is no valid URL.
bool hasUserInfo(const QString &address)
{
    QString authority = address.sliced(address.indexOf(QLatin1StringView("://")) + 3);
    for (const char16_t end : {u'/', u'?', u'#'})
        authority = authority.section(QChar(end), 0, 0);
    return authority.contains(QLatin1Char('@'));
}

/// Instances are spoken of by the first label of their host: `dev12345` is no name of a network.
/// An address with a scheme, a port or a dot names its host in full.
bool isInstanceName(const QString &address)
{
    const QString host = address.section(QLatin1Char('/'), 0, 0);
    const bool isNumber =
        std::all_of(host.begin(), host.end(), [](QChar c) { return c.isDigit(); });
    return !host.isEmpty() && !isNumber && !host.contains(QLatin1Char('.'))
        && !host.contains(QLatin1Char(':'))
        && host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) != 0;
}

QString withScheme(const QString &address)
{
    if (address.contains(QLatin1StringView("://")))
        return address;
    QString host = address;
    if (isInstanceName(address))
        host.insert(address.section(QLatin1Char('/'), 0, 0).size(),
                    QLatin1StringView(".service-now.com"));
    return QLatin1StringView("https://") + host;
}

} // namespace

Result<InstanceAddress> InstanceAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return wrong(Words::tr("An address is missing, for example dev12345 or "
                               "https://dev12345.service-now.com."));
    const QString address = withScheme(trimmed);
    // First of all, so that no message repeats a password.
    if (hasUserInfo(address))
        return wrong(
            Words::tr("The address contains a user name or password: leave that out, and give user "
                      "and password on their own."));
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return wrong(
            Words::tr(
                "“%1” is no address: give it as dev12345, https://dev12345.service-now.com or "
                "host:port.")
                .arg(trimmed));
    const QString scheme = url.scheme();
    if (scheme == QLatin1StringView("ws") || scheme == QLatin1StringView("wss"))
        url.setScheme(scheme == QLatin1StringView("ws") ? QStringLiteral("http")
                                                        : QStringLiteral("https"));
    else if (scheme != QLatin1StringView("http") && scheme != QLatin1StringView("https"))
        return wrong(
            Words::tr(
                "“%1” begins with “%2://”: an instance is reached over https:// (or http://).")
                .arg(trimmed, scheme));
    if (url.hasQuery() || url.hasFragment())
        return wrong(
            Words::tr("The address of %1 has a query or fragment: give it without “?” and “#”.")
                .arg(url.host()));
    // Browsers leave the default port out of the origin, which instances compare.
    if (url.port() == (url.scheme() == QLatin1StringView("https") ? 443 : 80))
        url.setPort(-1);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path.isEmpty() ? QStringLiteral("/amb") : path);
    InstanceAddress result;
    result.m_url = url;
    return result;
}

QUrl InstanceAddress::site() const
{
    QUrl url = m_url;
    url.setPath(QString());
    return url;
}

QUrl InstanceAddress::bayeuxUrl() const
{
    return m_url;
}

QUrl InstanceAddress::webSocketUrl() const
{
    QUrl url = m_url;
    url.setScheme(m_url.scheme() == QLatin1StringView("http") ? QStringLiteral("ws")
                                                              : QStringLiteral("wss"));
    return url;
}

QByteArray InstanceAddress::origin() const
{
    return site().toEncoded();
}

QString InstanceAddress::displayName() const
{
    return m_url.authority();
}

} // namespace amb
