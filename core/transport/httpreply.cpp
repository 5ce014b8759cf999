// SPDX-License-Identifier: MIT
#include "core/transport/httpreply.h"

#include "core/transport/failures.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace amb {

namespace {

/// Titles stand at the head of a page.
constexpr qsizetype searchedPageBytes = 16'384;

QByteArrayView withoutByteOrderMark(QByteArrayView body)
{
    return body.startsWith("\xef\xbb\xbf") ? body.sliced(3) : body;
}

bool isEmptyArray(QByteArrayView body)
{
    return body.startsWith('[') && body.endsWith(']')
        && body.sliced(1, body.size() - 2).trimmed().isEmpty();
}

bool isHtml(const HttpReply &reply, QByteArrayView body)
{
    const QByteArray type = reply.contentType.toLower();
    return body.startsWith('<') || type.startsWith("text/html")
        || type.startsWith("application/xhtml");
}

/// For the log: where, what and how much came; of a page only its title.
QString detailOf(const HttpReply &reply, QByteArrayView body)
{
    QStringList parts{QStringLiteral("POST %1: HTTP %2, %3, %4 bytes")
                          .arg(reply.url.path(),
                               QString::number(reply.status),
                               reply.contentType.isEmpty() ? QStringLiteral("no content type")
                                                           : QString::fromLatin1(reply.contentType),
                               QString::number(reply.body.size()))};
    if (!reply.retryAfter.isEmpty())
        parts << QStringLiteral("Retry-After: %1").arg(QString::fromLatin1(reply.retryAfter));
    if (isHtml(reply, body)) {
        const QString title = pageTitle(body);
        if (!title.isEmpty())
            parts << QStringLiteral("page “%1”").arg(title);
    }
    return failures::oneLine(parts.join(QLatin1StringView(", ")), 300);
}

} // namespace

std::optional<TransportFailure> whyNotBayeux(const HttpReply &reply)
{
    const QByteArrayView body = withoutByteOrderMark(reply.body).trimmed();
    const QString detail = detailOf(reply, body);
    if (reply.status >= 300 && reply.status < 400)
        return failures::redirect(reply.status, reply.location, detail);
    if (reply.status != 200)
        return failures::httpStatus(reply.status, detail);
    if (body.isEmpty() || isEmptyArray(body))
        return failures::emptyBody(detail);
    if (body.startsWith('[') || body.startsWith('{'))
        return std::nullopt;
    if (isHtml(reply, body))
        return failures::html(pageTitle(body), detail);
    return failures::notJson(detail);
}

QString pageTitle(QByteArrayView page)
{
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]*)</title"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromUtf8(page.first(std::min(page.size(), searchedPageBytes)));
    return failures::oneLine(title.match(head).captured(1));
}

} // namespace amb
