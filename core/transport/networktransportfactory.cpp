// SPDX-License-Identifier: MIT
#include "core/transport/networktransportfactory.h"

#include "core/transport/longpollingtransport.h"
#include "core/transport/websockettransport.h"

#include <utility>

namespace amb {

NetworkTransportFactory::NetworkTransportFactory(const QUrl &bayeuxUrl,
                                                 const QUrl &webSocketUrl,
                                                 QByteArray origin,
                                                 NetworkSettings settings,
                                                 CookieJar &cookies)
    // Credentials in an address would be sent and shown; cookies are what counts.
    : m_bayeuxUrl(bayeuxUrl.adjusted(QUrl::RemoveUserInfo))
    , m_webSocketUrl(webSocketUrl.adjusted(QUrl::RemoveUserInfo))
    , m_origin(std::move(origin))
    , m_settings(std::move(settings))
    , m_cookies(cookies)
{ }

std::unique_ptr<Transport> NetworkTransportFactory::create(TransportType type)
{
    if (type == TransportType::WebSocket) {
        return std::make_unique<WebSocketTransport>(
            m_webSocketUrl, m_origin, m_settings, m_cookies);
    }
    return std::make_unique<LongPollingTransport>(m_bayeuxUrl, m_origin, m_settings, m_cookies);
}

} // namespace amb
