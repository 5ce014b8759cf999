// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profilestore.h"
#include "core/secrets/secretkeeper.h"
#include "ui/instances/profiledialog.h"

#include <QObject>

#include <memory>

namespace amb {

class ProfileEditor;

/// What is done with saved instances: listed, edited, removed, given to others, and opened with
/// the secrets that are kept for them.
class ProfileDesk : public QObject
{
    Q_OBJECT

public:
    ProfileDesk(ProfileStore store,
                std::unique_ptr<SecretStore> keychain,
                QObject *parent = nullptr);
    ~ProfileDesk() override;

    /// The profiles as the file has them now; profilesChanged() has what they are.
    void refresh();
    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }

    /// Opens it with its secrets, or asks for those that are not kept. Dialogs belong to parent.
    void open(const QString &id, QWidget *parent);
    /// The profile of that name or address, or a new one for that address.
    void openText(const QString &addressOrName, QWidget *parent);
    /// Asks how to sign in to what is not saved.
    void ask(const Profile &profile, const QString &advice, QWidget *parent);
    void create(QWidget *parent);
    void edit(const QString &id, QWidget *parent);
    void remove(const QString &id);
    void importFrom(const QString &path);
    void exportTo(const QString &path);
    /// The secrets that are kept for a profile; Found has those in words of the keychain.
    void readSecrets(const Profile &profile,
                     QObject *context,
                     const std::function<void(const ProfileSecrets &)> &found);
    /// A refresh token came or went with a sign-in; what else is kept stays.
    void keepRefreshToken(const Profile &profile, const QString &token);
    void markUsed(const Profile &profile);

signals:
    void profilesChanged(const QList<amb::Profile> &profiles);
    void noticed(const QString &text);
    void openRequested(const amb::Profile &profile, const amb::ProfileSecrets &secrets);

private:
    [[nodiscard]] const Profile *find(const QString &id) const;
    ProfileEditor *openEditor(const Profile &profile,
                              ProfileDialog::Purpose purpose,
                              QWidget *parent);

    ProfileStore m_store;
    SecretKeeper m_keeper;
    QList<Profile> m_profiles;
    QString m_lastNotice; // what is so still is said once
};

} // namespace amb
