// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace amb {

/// A certificate that shows a server who the client is (mutual TLS), with its private key.
struct ClientCertificate
{
    QList<QSslCertificate> chain; ///< the client's own first
    QSslKey key;
};

/// Reads the content of a PEM file with the certificate, of one with its key (empty: both are in
/// the first), or of a PKCS#12 file (.p12, .pfx). The Error says which of it is wrong, and never
/// repeats anything of the content or the passphrase.
Result<ClientCertificate> readClientCertificate(const QByteArray &certificate,
                                                const QByteArray &key,
                                                const QByteArray &passphrase);

} // namespace amb
