// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace amb {

/// Keeps secrets, each under a key of ours.
///
/// Answers come in the caller's thread, never from within the call, and not at all once the context
/// is gone. Errors never repeat a secret.
class SecretStore
{
public:
    using Found = std::function<void(const Result<QByteArray> &)>; ///< empty: none under that key
    using Done = std::function<void(const std::optional<Error> &)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    SecretStore(SecretStore &&) = delete;
    SecretStore &operator=(SecretStore &&) = delete;

    /// Whether secrets can be kept here: Done has the reason where not.
    virtual void probe(QObject *context, Done done) = 0;
    virtual void read(const QString &key, QObject *context, Found found) = 0;
    virtual void write(const QString &key,
                       const QByteArray &secret,
                       QObject *context,
                       Done done) = 0;
    /// No error where there is none under that key.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace amb
