// SPDX-License-Identifier: MIT
#include "core/secrets/keychainsecretstore.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// What is asked for to see whether a keychain answers; nothing is kept under it.
constexpr auto probeKey = "probe"_L1;
constexpr std::chrono::seconds probePatience{5};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::KeychainSecretStore)
};

bool isNothingThere(const QKeychain::Job &job)
{
    return job.error() == QKeychain::EntryNotFound;
}

Error explain(const QKeychain::Job &job)
{
    const QString detail = u"keychain error %1: %2"_s.arg(job.error()).arg(job.errorString());
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::Storage,
                Words::tr("The keychain refused: unlock it and allow AMB Monitor to use it."),
                detail};
    default:
        return {ErrorKind::Storage,
                Words::tr("No keychain answers on this system: a service such as GNOME Keyring or "
                          "KWallet has to run."),
                detail};
    }
}

using Ended = std::function<void(const QKeychain::Job &)>;

/// Runs a job that deletes itself. `ended` is called with it, or `gaveUp` when patience is over;
/// one of them once, and none when context is gone before.
void run(QKeychain::Job *job,
         const QString &key,
         std::chrono::milliseconds patience,
         QObject *context,
         Ended ended,
         SecretStore::Done gaveUp)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    auto *limit = new QTimer(context);
    limit->setSingleShot(true);
    QObject::connect(
        job,
        &QKeychain::Job::finished,
        limit,
        [limit, ended = std::move(ended)](QKeychain::Job *finished) {
            qCDebug(logSecrets) << finished->key() << "error" << finished->error();
            limit->stop();
            limit->deleteLater();
            ended(*finished);
        },
        Qt::DirectConnection);
    QObject::connect(limit, &QTimer::timeout, job, [limit, job, gaveUp = std::move(gaveUp)] {
        QObject::disconnect(job, nullptr, limit, nullptr); // what it says later is of no use
        limit->deleteLater();
        gaveUp(Error{ErrorKind::Storage,
                     Words::tr("The keychain did not answer in time: look whether it asks for its "
                               "password, and try again."),
                     {}});
    });
    limit->start(patience);
    job->start();
}

SecretStore::Done failing(const SecretStore::Found &found)
{
    return [found](const std::optional<Error> &error) {
        found(error.value_or(Error()));
    };
}

Ended toldTo(const SecretStore::Done &done)
{
    return [done](const QKeychain::Job &job) {
        if (job.error() == QKeychain::NoError || isNothingThere(job))
            done({});
        else
            done(explain(job));
    };
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{ }

void KeychainSecretStore::probe(QObject *context, Done done)
{
    run(new QKeychain::ReadPasswordJob(m_service),
        probeKey,
        std::min<std::chrono::milliseconds>(m_patience, probePatience),
        context,
        toldTo(done),
        done);
}

void KeychainSecretStore::read(const QString &key, QObject *context, Found found)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(
        job,
        key,
        m_patience,
        context,
        [job, found](const QKeychain::Job &ended) {
            if (ended.error() == QKeychain::NoError)
                found(job->binaryData());
            else if (isNothingThere(ended))
                found(QByteArray());
            else
                found(explain(ended));
        },
        failing(found));
}

void KeychainSecretStore::write(const QString &key,
                                const QByteArray &secret,
                                QObject *context,
                                Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    run(job, key, m_patience, context, toldTo(done), done);
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    run(new QKeychain::DeletePasswordJob(m_service), key, m_patience, context, toldTo(done), done);
}

} // namespace amb
