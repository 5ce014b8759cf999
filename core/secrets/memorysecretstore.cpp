// SPDX-License-Identifier: MIT
#include "core/secrets/memorysecretstore.h"

#include <QMetaObject>

#include <utility>

namespace amb {

namespace {

void answer(QObject *context, SecretStore::Done done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace

void MemorySecretStore::probe(QObject *context, Done done)
{
    answer(context, std::move(done));
}

void MemorySecretStore::read(const QString &key, QObject *context, Found found)
{
    QMetaObject::invokeMethod(
        context,
        [secret = m_secrets.value(key), found = std::move(found)] { found(secret); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &key,
                              const QByteArray &secret,
                              QObject *context,
                              Done done)
{
    m_secrets.insert(key, secret);
    answer(context, std::move(done));
}

void MemorySecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_secrets.remove(key);
    answer(context, std::move(done));
}

} // namespace amb
