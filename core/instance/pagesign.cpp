// SPDX-License-Identifier: MIT
#include "core/instance/pagesign.h"

#include "core/instance/httpsession.h"
#include "core/transport/failures.h"
#include "core/transport/httpreply.h"

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Signs stand in the first part of a page.
constexpr qsizetype searchedBytes = qsizetype(512) * 1024;

QString searchedText(QByteArrayView page)
{
    return QString::fromUtf8(page.first(std::min(page.size(), searchedBytes)));
}

bool hasAny(const QString &text, std::initializer_list<QLatin1StringView> signs)
{
    return std::any_of(signs.begin(), signs.end(), [&text](QLatin1StringView sign) {
        return text.contains(sign, Qt::CaseInsensitive);
    });
}

bool isSecondFactorPlace(const QString &place)
{
    return hasAny(place, {"multifactor"_L1, "multi_factor"_L1, "validate_mfa"_L1, "/mfa"_L1});
}

/// Pages of an instance that send the browser to where users sign in.
bool isSingleSignOnPlace(const QString &place)
{
    return hasAny(place,
                  {"/auth_redirect.do"_L1,
                   "/login_with_sso.do"_L1,
                   "/login_locate_sso.do"_L1,
                   "/idp_disco.do"_L1,
                   "SAMLRequest"_L1});
}

bool isLoginPlace(const QString &path)
{
    return hasAny(path,
                  {"/login.do"_L1,
                   "/login_redirect.do"_L1,
                   "/logout_redirect.do"_L1,
                   "/logout_success.do"_L1,
                   "/external_logout_complete.do"_L1,
                   "/session_timeout.do"_L1,
                   "/side_door.do"_L1});
}

PageSign signOfRedirect(const InstanceReply &reply, const HttpSession &session)
{
    if (!session.isOwn(reply.location)) {
        const bool isSamePage = reply.location.path() == reply.url.path();
        return isSamePage ? PageSign::Moved : PageSign::SingleSignOn;
    }
    const QString path = reply.location.path();
    if (isSecondFactorPlace(path))
        return PageSign::SecondFactor;
    if (isSingleSignOnPlace(reply.location.toString()))
        return PageSign::SingleSignOn;
    return isLoginPlace(path) ? PageSign::Login : PageSign::None;
}

PageSign signOfPage(const InstanceReply &reply)
{
    if (pageTitle(reply.body).contains("hibernating"_L1, Qt::CaseInsensitive))
        return PageSign::Hibernating;
    if (reply.header("x-is-logged-in") == "true")
        return PageSign::None; // whatever else the page has in it
    const QString text = searchedText(reply.body);
    if (hasAny(text, {"name=\"SAMLRequest\""_L1, "auth_redirect.do"_L1, "login_with_sso.do"_L1})
        && !text.contains("name=\"user_password\""_L1))
        return PageSign::SingleSignOn;
    if (isSecondFactorPlace(reply.url.path()) || hasAny(text, {"validate_multifactor_auth"_L1}))
        return PageSign::SecondFactor;
    const bool isLoginForm = text.contains("name=\"user_password\""_L1);
    return isLoginForm || reply.header("x-is-logged-in") == "false" ? PageSign::Login
                                                                    : PageSign::None;
}

} // namespace

bool isWebPage(const InstanceReply &reply)
{
    const QByteArray type = reply.contentType.toLower();
    return type.startsWith("text/html") || type.startsWith("application/xhtml")
        || reply.body.trimmed().startsWith('<');
}

PageSign signOf(const InstanceReply &reply, const HttpSession &session)
{
    if (reply.isRedirect())
        return signOfRedirect(reply, session);
    return isWebPage(reply) ? signOfPage(reply) : PageSign::None;
}

QString inputValue(QByteArrayView page, const QString &name)
{
    static const QRegularExpression input(u"<input\\b[^>]*>"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nameOf(uR"re(\bname\s*=\s*["']([^"']*)["'])re"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression valueOf(uR"re(\bvalue\s*=\s*["']([^"']*)["'])re"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString text = searchedText(page);
    for (auto found = input.globalMatch(text); found.hasNext();) {
        const QString element = found.next().captured();
        if (nameOf.match(element).captured(1) == name)
            return valueOf.match(element).captured(1);
    }
    return {};
}

QString pageComplaint(QByteArrayView page)
{
    static const QRegularExpression message(
        uR"re(<(\w+)\b[^>]*\bclass\s*=\s*["'][^"']*outputmsg[^"']*["'][^>]*>(.*?)</\1>)re"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = message.match(searchedText(page)).captured(2);
    return failures::oneLine(text.replace(tag, u" "_s));
}

} // namespace amb
