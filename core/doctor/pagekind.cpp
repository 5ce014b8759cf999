// SPDX-License-Identifier: MIT
#include "core/doctor/pagekind.h"

#include "core/transport/failures.h"
#include "core/transport/httpreply.h"

#include <algorithm>
#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Page = HttpFindings::Page;

bool mentions(const ProbeAnswer &answer, QByteArrayView word)
{
    return answer.body.toLower().contains(word);
}

/// The host a redirect leads to; empty where it stays.
QString hostElsewhere(const ProbeAnswer &answer, const QUrl &site)
{
    if (answer.status / 100 != 3)
        return {};
    const QUrl target = site.resolved(QUrl(QString::fromUtf8(answer.header("Location"))));
    return target.host() == site.host() ? QString() : failures::oneLine(target.host());
}

/// RFC 6585 § 6.
bool isPortalStatus(int status)
{
    return status == 511;
}

bool isMaintenance(const ProbeAnswer &answer)
{
    constexpr std::array words{"maintenance", "being upgraded", "upgrade in progress"};
    return answer.isPage()
        && std::ranges::any_of(words, [&](const char *word) { return mentions(answer, word); });
}

Page kindOf(const ProbeAnswer &page, const ProbeAnswer &rest, const HttpFindings &found)
{
    if (!page.isAnswered()) {
        return page.outcome == ProbeAnswer::Outcome::NotHttp ? Page::NotHttp : Page::NoAnswer;
    }
    // The words of a hibernating developer instance; not confirmed on a real instance.
    if ((page.isPage() && mentions(page, "hibernat"))
        || (rest.isPage() && mentions(rest, "hibernat")))
        return Page::Hibernating;
    if (isMaintenance(page) || (rest.status == 503 && isMaintenance(rest)))
        return Page::Maintenance;
    if (isPortalStatus(page.status) || isPortalStatus(rest.status))
        return Page::Portal;
    if (!found.redirectHost.isEmpty())
        return Page::LoginElsewhere;
    if (rest.status == 200 && rest.isPage())
        return Page::Portal;
    if (page.status >= 500 && rest.status >= 500)
        return Page::ServerError;
    return Page::Usual;
}

} // namespace

HttpFindings readPages(const ProbeAnswer &page, const ProbeAnswer &rest, const QUrl &site)
{
    HttpFindings found;
    found.status = page.status;
    found.server = failures::oneLine(QString::fromUtf8(page.header("Server")));
    found.via = failures::oneLine(QString::fromUtf8(page.headers("Via").join(", ")));
    found.title = pageTitle(rest.isPage() && rest.status == 200 ? rest.body : page.body);
    // The first page of an instance with single sign-on leads elsewhere; its REST API does not.
    found.redirectHost = hostElsewhere(rest, site);
    found.page = kindOf(page, rest, found);
    return found;
}

} // namespace amb
