// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace amb {

/// The product that opens TLS on the way, by the names in a chain's issuers; empty when none is
/// known by them.
QString inspectorIn(const QList<QSslCertificate> &chain);

} // namespace amb
