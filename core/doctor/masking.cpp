// SPDX-License-Identifier: MIT
#include "core/doctor/masking.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

const QString mask = u"•••"_s;
constexpr qsizetype shortestSecret = 6;

bool isSecretHeader(const QString &name)
{
    static const QStringList names{u"authorization"_s,
                                   u"proxy-authorization"_s,
                                   u"x-usertoken"_s,
                                   u"x-usertoken-request"_s,
                                   u"x-usertoken-response"_s,
                                   u"x-cometd_sessionid"_s};
    return names.contains(name.toLower());
}

/// `JSESSIONID=abc; x=y` with values masked. Of Set-Cookie only the first pair is a cookie.
QString maskedCookies(const QString &value, bool isSetCookie)
{
    QStringList parts = value.split(u';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype equals = parts.at(i).indexOf(u'=');
        const bool isCookie = !isSetCookie || i == 0;
        const QString plain = parts.at(i).mid(equals + 1).trimmed();
        if (isCookie && equals > 0 && !plain.isEmpty() && plain != "\"\""_L1)
            parts[i] = parts.at(i).left(equals + 1) + mask;
    }
    return parts.join(u';');
}

/// "Basic abc" keeps its scheme.
QString maskedCredentials(const QString &value)
{
    const qsizetype space = value.indexOf(u' ');
    return (space > 0 ? value.left(space + 1) : QString()) + mask;
}

QString withoutControls(QString text)
{
    static const QRegularExpression controls(u"[\\x00-\\x09\\x0b-\\x1f\\x7f\\x{202a}-\\x{202e}"
                                             u"\\x{2066}-\\x{2069}]"_s);
    return text.replace(controls, u" "_s);
}

} // namespace

QString maskedHead(const QByteArray &head)
{
    QStringList lines = QString::fromUtf8(head).split(u'\n');
    for (QString &line : lines) {
        line = withoutControls(line).trimmed();
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0)
            continue;
        const QString name = line.left(colon);
        const QString value = line.mid(colon + 1).trimmed();
        const bool isSetCookie = name.compare("set-cookie"_L1, Qt::CaseInsensitive) == 0;
        if (isSetCookie || name.compare("cookie"_L1, Qt::CaseInsensitive) == 0)
            line = name + u": "_s + maskedCookies(value, isSetCookie);
        else if (isSecretHeader(name))
            line = name + u": "_s + maskedCredentials(value);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

QString maskedBody(const QByteArray &body, qsizetype longest)
{
    static const QRegularExpression tokens(
        u"((?:g_ck|sysparm_ck|clientId|userToken)[\"']?\\s*(?:[:=]|\" value=)\\s*[\"'])([^\"']{4,})"_s);
    QString text = withoutControls(QString::fromUtf8(body)).trimmed();
    text.replace(tokens, u"\\1•••"_s);
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return text;
}

void SecretFilter::add(const QByteArray &secret)
{
    const QString text = QString::fromUtf8(secret);
    if (text.size() < shortestSecret || m_secrets.contains(text))
        return;
    m_secrets.append(text);
    // A secret may be part of another: the longer one goes first.
    std::ranges::sort(m_secrets, std::greater<>(), &QString::size);
}

QString SecretFilter::applied(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, mask);
    return text;
}

} // namespace amb
