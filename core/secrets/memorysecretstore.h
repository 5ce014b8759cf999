// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/secretstore.h"

#include <QHash>

namespace amb {

/// Keeps secrets in memory: they are gone when the program ends.
class MemorySecretStore : public SecretStore
{
public:
    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Found found) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace amb
