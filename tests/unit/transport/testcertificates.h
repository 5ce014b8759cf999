// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace amb::test {

/// A client's certificate, as its files hold it.
struct ClientFiles
{
    QByteArray certificate; ///< PEM
    QByteArray key; ///< PEM
    QByteArray encryptedKey; ///< PEM; opens with "hush"
    QByteArray pkcs12; ///< both; opens with "hush"
};

/// A certificate authority of the test's own, made with openssl when asked for.
class TestCertificates
{
public:
    explicit TestCertificates(const QString &name = QStringLiteral("Test authority"));

    /// False when openssl did not make them.
    [[nodiscard]] bool isValid() const { return !m_authority.isEmpty(); }
    [[nodiscard]] QList<QSslCertificate> authority() const { return m_authority; }

    /// For a server whose certificate is for `subject` ("IP:127.0.0.1" or "DNS:…") and valid from
    /// now for `days`, which may be negative.
    [[nodiscard]] QSslConfiguration serverFor(const QString &subject, int days = 2) const;

    /// For a client called `name`, valid from now for `days`, which may be negative.
    [[nodiscard]] ClientFiles clientFor(const QString &name, int days = 2) const;

private:
    [[nodiscard]] bool openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QList<QSslCertificate> m_authority;
};

} // namespace amb::test
