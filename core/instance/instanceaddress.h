// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QUrl>

namespace amb {

/// Where an instance is: its site and its Bayeux endpoint.
class InstanceAddress
{
public:
    InstanceAddress() = default;

    /// Understands `https://dev12345.service-now.com`, `http://127.0.0.1:8080/bayeux`,
    /// `host[:port]` without a scheme (https), and the bare name `dev12345` of an instance at
    /// service-now.com. The path is `/amb` where none is given; a trailing
    /// `/` is dropped, since real instances answer an upgrade on `/amb/` with 400.
    static Result<InstanceAddress> parse(const QString &text);

    [[nodiscard]] QUrl site() const; ///< scheme, host and port alone
    [[nodiscard]] QUrl bayeuxUrl() const; ///< for HTTP, e.g. https://host/amb
    [[nodiscard]] QUrl webSocketUrl() const; ///< ws or wss, same host, port and path
    [[nodiscard]] QByteArray origin() const; ///< scheme://host[:port], as browsers send it
    [[nodiscard]] QString displayName() const; ///< host, with the port where it is not the default

    friend bool operator==(const InstanceAddress &, const InstanceAddress &) = default;

private:
    QUrl m_url;
};

} // namespace amb
