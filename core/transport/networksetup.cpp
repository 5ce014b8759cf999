// SPDX-License-Identifier: MIT
#include "core/transport/networksetup.h"

#include "core/transport/networksettings.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <memory>

namespace amb {

namespace {

bool isThisComputer(const QString &host)
{
    if (host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
        || host.endsWith(QLatin1StringView(".localhost"), Qt::CaseInsensitive)) {
        return true;
    }
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

QList<QNetworkProxy> systemProxies(const QUrl &url)
{
    if (isThisComputer(url.host()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(httpUrl(url)));
}

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxies(query.url());
    }
};

} // namespace

QUrl httpUrl(QUrl url)
{
    if (url.scheme() == QLatin1StringView("ws"))
        url.setScheme(QStringLiteral("http"));
    else if (url.scheme() == QLatin1StringView("wss"))
        url.setScheme(QStringLiteral("https"));
    return url;
}

QByteArray userAgent()
{
    return QByteArrayLiteral("AMB-Monitor/" AMB_VERSION);
}

QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &url)
{
    if (settings.proxy)
        return *settings.proxy;
    return systemProxies(url).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

QSslConfiguration sslConfiguration(const NetworkSettings &settings)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Adding, not setting: the system's certificates are still looked up on demand then. Setting
    // would need all of them read first, which takes about 100 ms.
    tls.addCaCertificates(settings.ownCertificates);
    if (settings.clientCertificate) {
        tls.setLocalCertificateChain(settings.clientCertificate->chain);
        tls.setPrivateKey(settings.clientCertificate->key);
    }
    return tls;
}

void configure(QNetworkAccessManager &network, const NetworkSettings &settings)
{
    if (settings.proxy)
        network.setProxy(*settings.proxy);
    else
        network.setProxyFactory(std::make_unique<SystemProxies>().release()); // takes ownership
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void configure(QNetworkRequest &request,
               const NetworkSettings &settings,
               const QSslConfiguration &tls)
{
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // Over https the tunnel is authenticated before the request. Over plain http a body that is
    // sent once only cannot be repeated after a 407, so the proxy gets the credentials at once.
    const bool isPlain = request.url().scheme() == QLatin1StringView("http");
    if (isPlain && settings.proxy && !settings.proxy->user().isEmpty()
        && settings.proxy->type() == QNetworkProxy::HttpProxy) {
        const QString pair = settings.proxy->user() + u':' + settings.proxy->password();
        request.setRawHeader("Proxy-Authorization", "Basic " + pair.toUtf8().toBase64());
    }
}

} // namespace amb
