// SPDX-License-Identifier: MIT
#include "core/instance/httpsession.h"

#include "core/transport/networksetup.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace amb {

namespace {

/// The script that sets the token stands at the head of a page.
constexpr qsizetype searchedPageBytes = qsizetype(256) * 1024;

/// What may stand in a header line.
bool isToken(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

HttpSession::HttpSession(InstanceAddress address,
                         NetworkSettings network,
                         std::chrono::milliseconds patience,
                         QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_settings(std::move(network))
    , m_patience(patience)
{
    configure(m_manager, m_settings);
    m_manager.setCookieJar(&m_cookies);
    m_cookies.setParent(nullptr); // the network manager takes what it is given, but it is a member
}

HttpSession::~HttpSession()
{
    // Before the network manager goes, whose replies they hold.
    qDeleteAll(findChildren<InstanceCall *>(QString(), Qt::FindDirectChildrenOnly));
}

void HttpSession::setUserToken(const QByteArray &token)
{
    if (isToken(token))
        m_userToken = token;
}

void HttpSession::takeUserToken(QByteArrayView page)
{
    if (const QByteArray token = userTokenIn(page); !token.isEmpty())
        setUserToken(token);
}

void HttpSession::clear()
{
    m_cookies.clear();
    m_userToken.clear();
}

bool HttpSession::isOwn(const QUrl &url) const
{
    const QUrl site = m_address.site();
    const QUrl whole = site.resolved(url);
    const int defaultPort = site.scheme() == QLatin1StringView("https") ? 443 : 80;
    return whole.scheme() == site.scheme()
        && whole.host().compare(site.host(), Qt::CaseInsensitive) == 0
        && whole.port(defaultPort) == site.port(defaultPort);
}

InstanceCall *HttpSession::send(const InstanceRequest &request)
{
    auto call = std::make_unique<InstanceCall>(*this, request);
    call->setParent(this);
    return call.release(); // deletes itself when it is done
}

InstanceCall *HttpSession::get(const QUrl &url)
{
    InstanceRequest request;
    request.url = url;
    return send(request);
}

InstanceCall *HttpSession::post(const QUrl &url,
                                const QByteArray &contentType,
                                const QByteArray &body)
{
    InstanceRequest request;
    request.method = InstanceRequest::Method::Post;
    request.url = url;
    request.contentType = contentType;
    request.body = body;
    return send(request);
}

QByteArray userTokenIn(QByteArrayView page)
{
    static const QRegularExpression assignment(
        QStringLiteral(R"re(\bg_ck\s*=\s*(?:'([^'\s]+)'|"([^"\s]+)"))re"));
    const QString head = QString::fromUtf8(page.first(std::min(page.size(), searchedPageBytes)));
    const QRegularExpressionMatch match = assignment.match(head);
    const QString token = match.captured(1);
    return (token.isEmpty() ? match.captured(2) : token).toLatin1();
}

} // namespace amb
