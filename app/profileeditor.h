// SPDX-License-Identifier: MIT
#pragma once

#include "app/connectiontest.h"
#include "core/instance/profilestore.h"
#include "core/secrets/secretkeeper.h"
#include "ui/instances/profiledialog.h"

#include <QObject>
#include <QPointer>

namespace amb {

/// Opens the dialog of one instance, tests what is typed there, saves it with its secrets, and says
/// when it is to be connected to. Deletes itself when the dialog is closed.
class ProfileEditor : public QObject
{
    Q_OBJECT

public:
    /// Store and keeper must outlive it; with the parent of the dialog it is gone, too.
    ProfileEditor(ProfileStore &store,
                  SecretKeeper &keeper,
                  const Profile &profile,
                  ProfileDialog::Purpose purpose,
                  QWidget *parent);
    ~ProfileEditor() override;

    void setAdvice(const QString &text);

signals:
    void saved();
    void noticed(const QString &text); ///< what people should know after the dialog is closed
    void connectRequested(const amb::Profile &profile, const amb::ProfileSecrets &secrets);

private:
    void test();
    void save(bool thenConnects);
    void keepSecrets(bool thenConnects);
    void finish(bool thenConnects, const QString &notice = {});

    ProfileStore &m_store;
    SecretKeeper &m_keeper;
    Profile m_profile;
    bool m_wasRemembered;
    QPointer<ProfileDialog> m_dialog;
    QPointer<ConnectionTest> m_test;
};

} // namespace amb
