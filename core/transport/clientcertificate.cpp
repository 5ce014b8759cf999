// SPDX-License-Identifier: MIT
#include "core/transport/clientcertificate.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>

#include <array>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ClientCertificate)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

QSslKey readKey(const QByteArray &pem, const QByteArray &passphrase)
{
    for (const QSsl::KeyAlgorithm algorithm : std::array{QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// RFC 7468 and the older header of OpenSSL's own format.
bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED");
}

bool isPem(const QByteArray &content)
{
    return content.contains("-----BEGIN ");
}

Result<ClientCertificate> checked(const ClientCertificate &read)
{
    const QSslCertificate &own = read.chain.constFirst();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (own.expiryDate() < now)
        return wrong(Words::tr("The client certificate expired on %1: get a new one.")
                         .arg(own.expiryDate().toString(Qt::ISODate)));
    if (own.publicKey().algorithm() != read.key.algorithm())
        return wrong(Words::tr("The key does not belong to the client certificate: choose the key "
                               "that it was made with."));
    return read;
}

Result<ClientCertificate> readPkcs12(const QByteArray &content, const QByteArray &passphrase)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    ClientCertificate read;
    QSslCertificate own;
    QList<QSslCertificate> others;
    if (!QSslCertificate::importPkcs12(&buffer, &read.key, &own, &others, passphrase)
        || own.isNull() || read.key.isNull())
        return wrong(passphrase.isEmpty()
                         ? Words::tr("The file is neither a PEM nor a PKCS#12 file (.p12, .pfx) "
                                     "with certificate and key, or it needs a passphrase.")
                         : Words::tr("The PKCS#12 file does not open with this passphrase, or is "
                                     "none: check both."));
    read.chain = QList<QSslCertificate>{own} + others;
    return checked(read);
}

} // namespace

Result<ClientCertificate> readClientCertificate(const QByteArray &certificate,
                                                const QByteArray &key,
                                                const QByteArray &passphrase)
{
    if (certificate.trimmed().isEmpty())
        return wrong(Words::tr("The file of the client certificate is empty."));
    if (!isPem(certificate))
        return readPkcs12(certificate, passphrase);
    ClientCertificate read;
    read.chain = QSslCertificate::fromData(certificate, QSsl::Pem);
    if (read.chain.isEmpty())
        return wrong(Words::tr("There is no certificate in the PEM file: choose the one with "
                               "“BEGIN CERTIFICATE”."));
    const QByteArray keyText = key.isEmpty() ? certificate : key;
    if (!keyText.contains("PRIVATE KEY"))
        return wrong(Words::tr("There is no private key for the client certificate: choose the PEM "
                               "file with “PRIVATE KEY”."));
    read.key = readKey(keyText, passphrase);
    if (read.key.isNull())
        return wrong(!isEncrypted(keyText) ? Words::tr("The private key cannot be read: it must be "
                                                       "an RSA, EC or DSA key in PEM form.")
                         : passphrase.isEmpty()
                         ? Words::tr("The private key is encrypted: give its passphrase.")
                         : Words::tr("The private key does not open with this passphrase: check "
                                     "it."));
    return checked(read);
}

} // namespace amb
