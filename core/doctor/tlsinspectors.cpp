// SPDX-License-Identifier: MIT
#include "core/doctor/tlsinspectors.h"

#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// Names that stand in the certificates these products make.
constexpr std::array products{
    "Zscaler"_L1,    "Netskope"_L1,      "Blue Coat"_L1,     "Symantec Web"_L1, "Forcepoint"_L1,
    "Websense"_L1,   "Palo Alto"_L1,     "Fortinet"_L1,      "FortiGate"_L1,    "Cisco Umbrella"_L1,
    "McAfee Web"_L1, "Skyhigh"_L1,       "Sophos"_L1,        "Check Point"_L1,  "Barracuda"_L1,
    "WatchGuard"_L1, "SonicWall"_L1,     "Cato Networks"_L1, "iboss"_L1,        "Menlo Security"_L1,
    "mitmproxy"_L1,  "Charles Proxy"_L1, "DO_NOT_TRUST"_L1,  "Fiddler"_L1,      "Kaspersky"_L1,
    "ESET SSL"_L1,   "Avast"_L1,         "AVG Web"_L1,       "Bitdefender"_L1,  "AdGuard"_L1,
};

} // namespace

QString inspectorIn(const QList<QSslCertificate> &chain)
{
    for (const QSslCertificate &certificate : chain) {
        const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName)
            + certificate.issuerInfo(QSslCertificate::Organization)
            + certificate.issuerInfo(QSslCertificate::OrganizationalUnitName);
        for (const QString &name : names) {
            for (const QLatin1StringView product : products) {
                if (name.contains(product, Qt::CaseInsensitive))
                    return product == "DO_NOT_TRUST"_L1 ? u"Fiddler"_s : QString(product);
            }
        }
    }
    return {};
}

} // namespace amb
