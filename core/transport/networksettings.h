// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/clientcertificate.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <chrono>
#include <optional>

namespace amb {

/// How connections to one instance are made.
struct NetworkSettings
{
    /// No value: the system's proxy settings.
    std::optional<QNetworkProxy> proxy;
    /// Trusted in addition to the system's certificates.
    QList<QSslCertificate> ownCertificates;
    /// Shown to servers that ask who the client is (mutual TLS).
    std::optional<ClientCertificate> clientCertificate = {};
    /// For TCP, TLS and the WebSocket upgrade together.
    std::chrono::milliseconds connectTimeout{std::chrono::seconds(10)};
    /// A WebSocket message or an HTTP reply larger than this ends the link with MessageTooBig.
    qint64 maxMessageBytes = 64LL * 1024 * 1024;
};

} // namespace amb
