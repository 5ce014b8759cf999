// SPDX-License-Identifier: MIT
#include "app/profileoptions.h"

#include "core/instance/cookietext.h"
#include "core/transport/clientcertificate.h"

#include <QCoreApplication>
#include <QFile>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ProfileOptions)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

Result<ClientCertificate> certificateFor(const SignInChoice &signIn, const ProfileSecrets &secrets)
{
    const auto certificate = contentOf(signIn.certificateFile);
    if (!certificate)
        return certificate.error();
    Result<QByteArray> key = QByteArray();
    if (!signIn.keyFile.isEmpty())
        key = contentOf(signIn.keyFile);
    if (!key)
        return key.error();
    return readClientCertificate(*certificate, *key, secrets.keyPassphrase.toUtf8());
}

std::optional<QNetworkProxy> proxyFor(const ProxyChoice &choice, const ProfileSecrets &secrets)
{
    if (choice.kind == ProxyChoice::Kind::System)
        return {};
    if (choice.kind == ProxyChoice::Kind::None)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isSocks = choice.kind == ProxyChoice::Kind::Socks5;
    const quint16 usual = isSocks ? 1080 : 8080;
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                         choice.host,
                         choice.port != 0 ? choice.port : usual,
                         choice.user,
                         choice.user.isEmpty() ? QString() : secrets.proxyPassword);
}

} // namespace

Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 longest = 4LL * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Words::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    return file.read(longest);
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    const auto content = contentOf(path);
    if (!content)
        return content.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*content);
    if (certificates.isEmpty())
        return wrong(Words::tr("“%1” contains no certificate in PEM form.").arg(path));
    return certificates;
}

Result<Credentials> credentialsFor(const SignInChoice &signIn, const ProfileSecrets &secrets)
{
    Credentials credentials;
    credentials.kind = signIn.way;
    credentials.user = signIn.user;
    credentials.password = secrets.password;
    credentials.application.clientId = signIn.clientId;
    credentials.application.clientSecret = secrets.clientSecret;
    credentials.accessToken = secrets.token;
    credentials.refreshToken = secrets.refreshToken;
    if (signIn.way == Credentials::Kind::Cookies) {
        auto cookies = parseCookieText(secrets.cookies.toUtf8());
        if (!cookies)
            return cookies.error();
        credentials.cookies = *cookies;
    }
    return credentials;
}

Result<MonitorOptions> monitorOptionsFor(const Profile &profile, const ProfileSecrets &secrets)
{
    MonitorOptions options;
    const auto address = InstanceAddress::parse(profile.address);
    if (!address)
        return address.error();
    options.address = *address;
    auto credentials = credentialsFor(profile.signIn, secrets);
    if (!credentials)
        return credentials.error();
    options.credentials = *credentials;
    if (profile.signIn.way == Credentials::Kind::ClientCertificate) {
        auto certificate = certificateFor(profile.signIn, secrets);
        if (!certificate)
            return certificate.error();
        options.network.clientCertificate = std::move(certificate).value();
    }
    options.network.proxy = proxyFor(profile.proxy, secrets);
    options.network.connectTimeout = profile.connectTimeout;
    options.networkDelay = profile.answerTimeout;
    options.transport = profile.transport;
    if (!profile.caFile.isEmpty()) {
        const auto certificates = certificatesIn(profile.caFile);
        if (!certificates)
            return certificates.error();
        options.network.ownCertificates = *certificates;
    }
    return options;
}

QList<ChannelPattern> channelsOf(const Profile &profile)
{
    QList<ChannelPattern> patterns;
    for (const QString &channel : profile.channels) {
        if (const auto pattern = ChannelPattern::parse(channel.toUtf8()))
            patterns.append(*pattern);
    }
    return patterns;
}

} // namespace amb
