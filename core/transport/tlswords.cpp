// SPDX-License-Identifier: MIT
#include "core/transport/tlswords.h"

#include "core/transport/failures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QStringList>

#include <algorithm>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TransportFailure)
};

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    return failures::oneLine(names.join(QLatin1StringView(", ")));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return failures::oneLine(certificate.issuerDisplayName());
}

QString dateOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

/// What is wrong with the certificate, for "The certificate of host …."; empty where the error
/// says nothing that the words for others do not say better.
QString certificateWords(const QSslError &error)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("expired on %1; it has to be renewed on the server")
            .arg(dateOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return Words::tr("is not valid before %1; check this computer's clock")
            .arg(dateOf(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return Words::tr("is for %1 and not for this host; check the address")
            .arg(namesOf(certificate));
    case QSslError::SelfSignedCertificate:
        return Words::tr("is signed by itself; if that is meant to be, add it as an own CA");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("comes from the authority “%1”, which this computer does not trust; if "
                         "it is your company's own, add its CA certificate")
            .arg(issuerOf(certificate));
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Words::tr("was revoked; it has to be replaced on the server");
    default:
        return {};
    }
}

} // namespace

QString tlsWords(const QString &host, const QList<QSslError> &errors, const QString &errorString)
{
    for (const QSslError &error : errors) {
        const QString words = certificateWords(error);
        if (!words.isEmpty())
            return Words::tr("The certificate of %1 %2.").arg(host, words);
    }
    const QString said =
        failures::oneLine(errors.isEmpty() ? errorString : errors.first().errorString());
    return Words::tr("No secure connection to %1 could be made (%2): check that the port speaks "
                     "TLS.")
        .arg(host, said);
}

QString tlsDetail(const QList<QSslError> &errors, const QString &errorString)
{
    QStringList lines{errorString};
    std::transform(errors.cbegin(),
                   errors.cend(),
                   std::back_inserter(lines),
                   [](const auto &error) { return error.errorString(); });
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.join(QLatin1StringView("; "));
}

} // namespace amb
