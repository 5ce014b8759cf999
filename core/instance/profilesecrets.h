// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/credentials.h"

#include <QByteArray>
#include <QString>

namespace amb {

/// What is secret of a profile; never written anywhere but to the keychain.
struct ProfileSecrets
{
    QString password;
    QString token; ///< a bearer token that was pasted
    QString clientSecret;
    QString refreshToken;
    QString cookies; ///< as they were pasted
    QString keyPassphrase;
    QString proxyPassword;

    [[nodiscard]] bool isEmpty() const { return *this == ProfileSecrets(); }
    /// These, and what `other` has where these are empty.
    [[nodiscard]] ProfileSecrets completedBy(const ProfileSecrets &other) const;

    /// Whether a way of sign-in has all the secrets that it needs.
    [[nodiscard]] bool suffice(Credentials::Kind way) const;

    /// As one entry of the keychain.
    [[nodiscard]] QByteArray toKeychain() const;
    static ProfileSecrets fromKeychain(const QByteArray &entry);

    friend bool operator==(const ProfileSecrets &, const ProfileSecrets &) = default;
};

} // namespace amb
