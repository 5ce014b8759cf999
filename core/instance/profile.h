// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"
#include "core/instance/credentials.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>

namespace amb {

/// Through what an instance is reached.
struct ProxyChoice
{
    enum class Kind : quint8 {
        System, ///< as the system's settings say
        None,
        Http,
        Socks5,
    };

    Kind kind = Kind::System;
    QString host;
    quint16 port = 0; ///< 0: the usual port of that kind
    QString user;

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/// How a saved instance is signed in to; what is secret about it is in ProfileSecrets.
struct SignInChoice
{
    Credentials::Kind way = Credentials::Kind::Password;
    QString user;
    QString clientId; ///< of an OAuth application of the instance
    QString certificateFile; ///< PEM
    QString keyFile; ///< PEM; empty: the key is in certificateFile
    bool remembers = false; ///< the secrets are in the keychain

    /// Whether all is there that the way needs, but for its secrets.
    [[nodiscard]] bool isComplete() const;

    friend bool operator==(const SignInChoice &, const SignInChoice &) = default;
};

/// An instance as it was saved: where it is, how it is marked, how it is reached. No secrets.
struct Profile
{
    QString id; ///< given when it is saved first; the keychain's entry bears it
    QString name;
    QString address; ///< as it was typed; InstanceAddress::parse() understands it
    QString colour; ///< "#rrggbb", or empty
    bool isProduction = false;
    SignInChoice signIn;
    ProxyChoice proxy;
    QString caFile; ///< PEM; trusted in addition to the system's certificates
    QStringList channels; ///< patterns to subscribe to at the start
    TransportPreference transport = TransportPreference::Automatic;
    std::chrono::milliseconds connectTimeout{std::chrono::seconds(10)};
    std::chrono::milliseconds answerTimeout{std::chrono::seconds(10)};
    QDateTime lastUsed; ///< invalid: never

    /// What to call it: its name, or its host where it has none.
    [[nodiscard]] QString title() const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The ways of sign-in as files and command lines call them: "password", "oauth-client", …
QString wordOf(Credentials::Kind way);
std::optional<Credentials::Kind> wayFromWord(QStringView word);
QStringList wayWords(); ///< all of them

} // namespace amb
