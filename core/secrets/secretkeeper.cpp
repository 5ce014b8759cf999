// SPDX-License-Identifier: MIT
#include "core/secrets/secretkeeper.h"

#include <utility>

namespace amb {

SecretKeeper::SecretKeeper(std::unique_ptr<SecretStore> keychain)
    : m_keychain(std::move(keychain))
{ }

void SecretKeeper::probe(QObject *context, const SecretStore::Done &done)
{
    m_keychain->probe(context, done);
}

void SecretKeeper::read(const QString &key,
                        bool isInKeychain,
                        QObject *context,
                        const SecretStore::Found &found)
{
    m_thisRun.read(key, context, [=, this](const Result<QByteArray> &secret) {
        if (isInKeychain && secret && secret->isEmpty())
            m_keychain->read(key, context, found);
        else
            found(secret);
    });
}

void SecretKeeper::keep(const QString &key,
                        const QByteArray &secret,
                        bool inKeychain,
                        QObject *context,
                        const SecretStore::Done &done)
{
    m_thisRun.write(key, secret, context, [=, this](const std::optional<Error> &error) {
        if (inKeychain && !error)
            m_keychain->write(key, secret, context, done);
        else
            done(error);
    });
}

void SecretKeeper::forget(const QString &key,
                          bool isInKeychain,
                          QObject *context,
                          const SecretStore::Done &done)
{
    m_thisRun.remove(key, context, [=, this](const std::optional<Error> &error) {
        if (isInKeychain && !error)
            m_keychain->remove(key, context, done);
        else
            done(error);
    });
}

} // namespace amb
