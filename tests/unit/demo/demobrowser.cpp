// SPDX-License-Identifier: MIT
#include "tests/unit/demo/demobrowser.h"

#include "core/instance/formbody.h"
#include "core/instance/pagesign.h"

#include <QUrlQuery>

namespace amb {

using namespace Qt::StringLiterals;

DemoBrowser::DemoBrowser(const QUrl &site)
    : m_site(site)
{ }

ProbeReply DemoBrowser::open(const QUrl &url)
{
    m_place = url;
    QUrl site = url;
    site.setPath({});
    site.setQuery(QString());
    HttpProbe probe(site);
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return follow(probe.get(target, {{"Cookie", m_cookies}}));
}

ProbeReply DemoBrowser::post(const QByteArray &path, const QByteArray &body)
{
    HttpProbe probe(m_site);
    return follow(
        probe.post(path,
                   {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", m_cookies}},
                   body));
}

ProbeReply DemoBrowser::follow(ProbeReply reply)
{
    if (const QByteArray cookies = reply.cookies(); !cookies.isEmpty())
        m_cookies = cookies;
    if (reply.status != 302)
        return reply;
    return open(m_site.resolved(QUrl::fromEncoded(reply.header("location"))));
}

ProbeReply DemoBrowser::answerConsent(const QUrl &page, const QByteArray &button)
{
    ProbeReply reply = open(page);
    if (reply.body.contains("user_password")) {
        const auto hidden = [&reply](const QString &name) {
            return inputValue(reply.body, name).replace("&amp;"_L1, "&"_L1).toUtf8();
        };
        reply = post("/login.do",
                     formBody({{"user_name", "demo"},
                               {"user_password", "demo"},
                               {"sys_action", "sysverb_login"},
                               {"sysparm_ck", hidden(u"sysparm_ck"_s)},
                               {"sysparm_goto_url", hidden(u"sysparm_goto_url"_s)}}));
    }
    QList<std::pair<QByteArray, QByteArray>> fields{{"answer", button}};
    for (const char *name : {"sysparm_ck",
                             "response_type",
                             "client_id",
                             "redirect_uri",
                             "state",
                             "code_challenge",
                             "code_challenge_method"})
        fields.emplaceBack(name, inputValue(reply.body, QString::fromLatin1(name)).toUtf8());
    return post("/oauth_auth.do", formBody(fields));
}

} // namespace amb
