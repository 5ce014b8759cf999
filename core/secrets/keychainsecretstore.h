// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>

namespace QKeychain { // NOLINT(readability-identifier-naming): theirs
class Job;
}

namespace amb {

/// Keeps secrets in the keychain of the operating system (Secret Service, KWallet, …), and nowhere
/// else: where no keychain answers, each call ends in an Error that says so.
///
/// The keychain may ask people to unlock it, which takes as long as it takes; after patience the
/// call is given up.
class KeychainSecretStore : public SecretStore
{
public:
    explicit KeychainSecretStore(QString service = QStringLiteral("amb-monitor"),
                                 std::chrono::milliseconds patience = std::chrono::minutes(2));

    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Found found) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace amb
