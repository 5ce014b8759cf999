// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/networksettings.h"
#include "core/transport/transport.h"

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace amb {

class CookieJar;

/// Makes the real transports for one endpoint.
class NetworkTransportFactory final : public TransportFactory
{
public:
    /// `origin` is scheme://host[:port] as browsers send it. `cookies` must outlive the factory and
    /// all transports, and belongs to the same thread.
    NetworkTransportFactory(const QUrl &bayeuxUrl,
                            const QUrl &webSocketUrl,
                            QByteArray origin,
                            NetworkSettings settings,
                            CookieJar &cookies);

    std::unique_ptr<Transport> create(TransportType type) override;

private:
    QUrl m_bayeuxUrl;
    QUrl m_webSocketUrl;
    QByteArray m_origin;
    NetworkSettings m_settings;
    CookieJar &m_cookies;
};

} // namespace amb
