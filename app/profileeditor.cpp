// SPDX-License-Identifier: MIT
#include "app/profileeditor.h"

#include "app/profileoptions.h"

namespace amb {

using namespace Qt::StringLiterals;

ProfileEditor::ProfileEditor(ProfileStore &store,
                             SecretKeeper &keeper,
                             const Profile &profile,
                             ProfileDialog::Purpose purpose,
                             QWidget *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_profile(profile)
    , m_wasRemembered(profile.signIn.remembers)
    , m_dialog(new ProfileDialog(profile, purpose, parent))
{
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ProfileDialog::testRequested, this, &ProfileEditor::test);
    connect(m_dialog, &ProfileDialog::testStopRequested, this, [this] {
        if (m_test)
            m_test->stop();
    });
    connect(m_dialog, &ProfileDialog::saveRequested, this, [this] { save(false); });
    connect(m_dialog, &ProfileDialog::connectRequested, this, [this] {
        if (m_dialog->keepsInList())
            save(true);
        else
            finish(true);
    });
    connect(m_dialog, &QObject::destroyed, this, &QObject::deleteLater);
    m_keeper.probe(m_dialog, [this](const std::optional<Error> &why) {
        m_dialog->setKeychainTrouble(why ? why->text : QString());
    });
    if (!profile.id.isEmpty())
        m_keeper.read(
            profile.id, m_wasRemembered, m_dialog, [this](const Result<QByteArray> &secret) {
                if (secret)
                    m_dialog->setKept(ProfileSecrets::fromKeychain(*secret));
            });
    m_dialog->open();
}

ProfileEditor::~ProfileEditor() = default;

void ProfileEditor::setAdvice(const QString &text)
{
    m_dialog->setAdvice(text);
}

void ProfileEditor::test()
{
    const auto options = monitorOptionsFor(m_dialog->profile(), m_dialog->secrets());
    if (!options) {
        m_dialog->showTestResult(false, options.error().text);
        return;
    }
    m_dialog->showTestRunning();
    m_test = new ConnectionTest(*options, m_dialog);
    connect(m_test, &ConnectionTest::finished, this, [this](bool isGood, const QString &text) {
        if (m_dialog)
            m_dialog->showTestResult(isGood, text);
    });
    m_test->start();
}

void ProfileEditor::save(bool thenConnects)
{
    Profile wanted = m_dialog->profile();
    wanted.id = m_profile.id;
    const auto saved = m_store.save(wanted);
    if (!saved) {
        m_dialog->showTrouble(saved.error().text);
        return;
    }
    m_profile = *saved;
    emit this->saved();
    keepSecrets(thenConnects);
}

void ProfileEditor::keepSecrets(bool thenConnects)
{
    const QByteArray secrets = m_dialog->secrets().toKeychain();
    const bool remembers = m_profile.signIn.remembers;
    const auto keep = [=, this] {
        m_keeper.keep(m_profile.id, secrets, remembers, this, [=, this](const auto &error) {
            if (!error)
                return finish(thenConnects);
            m_profile.signIn.remembers = false;
            m_store.save(m_profile);
            finish(thenConnects,
                   tr("%1 What you typed is kept for this run only.").arg(error->text));
        });
    };
    if (!m_wasRemembered || remembers)
        return keep();
    m_keeper.forget(m_profile.id, true, this, [=, this](const auto &error) {
        if (error)
            emit noticed(tr("The keychain still holds the secrets of “%1”: %2")
                             .arg(m_profile.name, error->text));
        keep();
    });
}

void ProfileEditor::finish(bool thenConnects, const QString &notice)
{
    if (!m_dialog) // closed while the keychain was asked
        return;
    const Profile profile = m_dialog->keepsInList() ? m_profile : m_dialog->profile();
    const ProfileSecrets secrets = m_dialog->secrets();
    m_dialog->close();
    if (!notice.isEmpty())
        emit noticed(notice);
    if (thenConnects)
        emit connectRequested(profile, secrets);
}

} // namespace amb
