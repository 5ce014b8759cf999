// SPDX-License-Identifier: MIT
#include "testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

namespace amb::test {

namespace {

const QStringList newKey{QStringLiteral("-newkey"),
                         QStringLiteral("ec"),
                         QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:prime256v1"),
                         QStringLiteral("-nodes")};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestCertificates::TestCertificates(const QString &name)
{
    const QStringList arguments = QStringLiteral("req -x509 -days 2 -keyout ca.key -out ca.pem "
                                                 "-addext basicConstraints=critical,CA:TRUE")
                                      .split(u' ')
        + newKey + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=") + name};
    if (openssl(arguments))
        m_authority = QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("ca.pem")));
}

QSslConfiguration TestCertificates::serverFor(const QString &subject, int days) const
{
    QFile extensions(m_folder.filePath(QStringLiteral("extensions")));
    if (!extensions.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    extensions.write("subjectAltName=" + subject.toLatin1() + "\n");
    extensions.close();
    const bool isMade =
        openssl(QStringLiteral("req -keyout server.key -out server.csr").split(u' ') + newKey
                + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=Test server")})
        && openssl(QStringLiteral("x509 -req -in server.csr -CA ca.pem -CAkey ca.key "
                                  "-CAcreateserial -out server.pem -extfile extensions -days %1")
                       .arg(days)
                       .split(u' '));
    if (!isMade)
        return {};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(
        QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("server.pem"))) + m_authority);
    tls.setPrivateKey(
        QSslKey(contentOf(m_folder.filePath(QStringLiteral("server.key"))), QSsl::Ec));
    return tls;
}

ClientFiles TestCertificates::clientFor(const QString &name, int days) const
{
    const auto words = [](const char *line) {
        return QString::fromLatin1(line).split(u' ');
    };
    const bool isMade =
        openssl(words("req -keyout client.key -out client.csr") + newKey
                + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=") + name})
        && openssl(words("x509 -req -in client.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out "
                         "client.pem -days")
                   + QStringList{QString::number(days)})
        && openssl(words("pkey -in client.key -aes256 -passout pass:hush -out encrypted.key"))
        && openssl(words("pkcs12 -export -in client.pem -inkey client.key -passout pass:hush -out "
                         "client.p12"));
    if (!isMade)
        return {};
    const auto file = [this](const char *fileName) {
        return contentOf(m_folder.filePath(QString::fromLatin1(fileName)));
    };
    return {file("client.pem"), file("client.key"), file("encrypted.key"), file("client.p12")};
}

bool TestCertificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace amb::test
