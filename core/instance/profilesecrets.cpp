// SPDX-License-Identifier: MIT
#include "core/instance/profilesecrets.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fields{
    std::pair{"password"_L1, &ProfileSecrets::password},
    std::pair{"token"_L1, &ProfileSecrets::token},
    std::pair{"clientSecret"_L1, &ProfileSecrets::clientSecret},
    std::pair{"refreshToken"_L1, &ProfileSecrets::refreshToken},
    std::pair{"cookies"_L1, &ProfileSecrets::cookies},
    std::pair{"keyPassphrase"_L1, &ProfileSecrets::keyPassphrase},
    std::pair{"proxyPassword"_L1, &ProfileSecrets::proxyPassword},
};

} // namespace

ProfileSecrets ProfileSecrets::completedBy(const ProfileSecrets &other) const
{
    ProfileSecrets complete = *this;
    for (const auto &[name, member] : fields) {
        if ((complete.*member).isEmpty())
            complete.*member = other.*member;
    }
    return complete;
}

bool ProfileSecrets::suffice(Credentials::Kind way) const
{
    switch (way) {
    case Credentials::Kind::Password:
    case Credentials::Kind::FormLogin:
        return !password.isEmpty();
    case Credentials::Kind::BearerToken:
        return !token.isEmpty();
    case Credentials::Kind::OAuthPassword:
        return !password.isEmpty() && !clientSecret.isEmpty();
    case Credentials::Kind::OAuthClientCredentials:
        return !clientSecret.isEmpty();
    case Credentials::Kind::OAuthRefreshToken:
        return !refreshToken.isEmpty() && !clientSecret.isEmpty();
    case Credentials::Kind::Cookies:
        return !cookies.isEmpty();
    case Credentials::Kind::OAuthBrowser: // the client may be a public one
    case Credentials::Kind::ClientCertificate: // the key may have no passphrase
    case Credentials::Kind::None:
        break;
    }
    return true;
}

QByteArray ProfileSecrets::toKeychain() const
{
    QJsonObject object;
    for (const auto &[name, member] : fields) {
        if (!(this->*member).isEmpty())
            object.insert(name, this->*member);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ProfileSecrets ProfileSecrets::fromKeychain(const QByteArray &entry)
{
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    ProfileSecrets secrets;
    for (const auto &[name, member] : fields)
        secrets.*member = object.value(name).toString();
    return secrets;
}

} // namespace amb
