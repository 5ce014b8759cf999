// SPDX-License-Identifier: MIT
#include "core/instance/profile.h"

#include "core/instance/instanceaddress.h"

#include <array>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Way = Credentials::Kind;

constexpr std::array ways{
    std::pair{Way::Password, "basic"_L1},
    std::pair{Way::FormLogin, "form"_L1},
    std::pair{Way::BearerToken, "token"_L1},
    std::pair{Way::OAuthPassword, "oauth-password"_L1},
    std::pair{Way::OAuthClientCredentials, "oauth-client"_L1},
    std::pair{Way::OAuthRefreshToken, "oauth-refresh"_L1},
    std::pair{Way::OAuthBrowser, "oauth-browser"_L1},
    std::pair{Way::Cookies, "cookies"_L1},
    std::pair{Way::ClientCertificate, "certificate"_L1},
    std::pair{Way::None, "none"_L1},
};

} // namespace

bool SignInChoice::isComplete() const
{
    switch (way) {
    case Way::Password:
    case Way::FormLogin:
        return !user.isEmpty();
    case Way::OAuthPassword:
        return !user.isEmpty() && !clientId.isEmpty();
    case Way::OAuthClientCredentials:
    case Way::OAuthRefreshToken:
    case Way::OAuthBrowser:
        return !clientId.isEmpty();
    case Way::ClientCertificate:
        return !certificateFile.isEmpty();
    case Way::BearerToken:
    case Way::Cookies:
    case Way::None:
        break;
    }
    return true;
}

QString Profile::title() const
{
    if (!name.isEmpty())
        return name;
    const auto parsed = InstanceAddress::parse(address);
    return parsed ? parsed->displayName() : address;
}

QString wordOf(Credentials::Kind way)
{
    for (const auto &[kind, word] : ways) {
        if (kind == way)
            return word;
    }
    return {};
}

std::optional<Credentials::Kind> wayFromWord(QStringView word)
{
    for (const auto &[kind, name] : ways) {
        if (name == word)
            return kind;
    }
    return {};
}

QStringList wayWords()
{
    QStringList words;
    for (const auto &[kind, word] : ways)
        words.append(word);
    return words;
}

} // namespace amb
