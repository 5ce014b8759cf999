// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/memorysecretstore.h"

#include <memory>

namespace amb {

/// Keeps secrets for this run always, and beyond it where that is wished and a keychain answers.
class SecretKeeper
{
public:
    explicit SecretKeeper(std::unique_ptr<SecretStore> keychain);

    /// Whether a keychain answers: Done has the reason where not.
    void probe(QObject *context, const SecretStore::Done &done);
    /// What was kept in this run, else what the keychain has.
    void read(const QString &key,
              bool isInKeychain,
              QObject *context,
              const SecretStore::Found &found);
    /// Kept for this run at once; Done has the reason where the keychain did not take it.
    void keep(const QString &key,
              const QByteArray &secret,
              bool inKeychain,
              QObject *context,
              const SecretStore::Done &done);
    void forget(const QString &key,
                bool isInKeychain,
                QObject *context,
                const SecretStore::Done &done);

private:
    std::unique_ptr<SecretStore> m_keychain;
    MemorySecretStore m_thisRun;
};

} // namespace amb
