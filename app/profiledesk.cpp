// SPDX-License-Identifier: MIT
#include "app/profiledesk.h"

#include "app/profileeditor.h"
#include "app/profileoptions.h"
#include "app/refreshtoken.h"
#include "core/instance/profilejson.h"

#include <QSaveFile>

#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

ProfileDesk::ProfileDesk(ProfileStore store, std::unique_ptr<SecretStore> keychain, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_keeper(std::move(keychain))
{ }

ProfileDesk::~ProfileDesk() = default;

void ProfileDesk::refresh()
{
    const auto contents = m_store.read();
    m_profiles = contents ? contents->profiles : QList<Profile>();
    emit profilesChanged(m_profiles);
    const QString notice = contents ? contents->notice : contents.error().text;
    if (std::exchange(m_lastNotice, notice) != notice && !notice.isEmpty())
        emit noticed(notice);
}

void ProfileDesk::open(const QString &id, QWidget *parent)
{
    const Profile *known = find(id);
    if (known == nullptr) {
        emit noticed(tr("This instance is no longer in the list."));
        return;
    }
    const Profile profile = *known;
    readSecrets(profile, parent, [=, this](const ProfileSecrets &secrets) {
        if (secrets.suffice(profile.signIn.way)) {
            markUsed(profile);
            emit openRequested(profile, secrets);
        } else {
            openEditor(profile, ProfileDialog::Purpose::Edit, parent)
                ->setAdvice(tr("What “%1” needs to sign in is not kept: type it to connect.")
                                .arg(profile.title()));
        }
    });
}

void ProfileDesk::openText(const QString &addressOrName, QWidget *parent)
{
    const QString text = addressOrName.simplified();
    const auto address = InstanceAddress::parse(text);
    for (const Profile &profile : std::as_const(m_profiles)) {
        const auto own = InstanceAddress::parse(profile.address);
        if (profile.name.compare(text, Qt::CaseInsensitive) == 0
            || (own && address && *own == *address))
            return open(profile.id, parent);
    }
    if (!address) {
        emit noticed(address.error().text);
        return;
    }
    Profile profile;
    profile.address = text;
    openEditor(profile, ProfileDialog::Purpose::New, parent);
}

void ProfileDesk::ask(const Profile &profile, const QString &advice, QWidget *parent)
{
    openEditor(profile, ProfileDialog::Purpose::Passing, parent)->setAdvice(advice);
}

void ProfileDesk::create(QWidget *parent)
{
    openEditor({}, ProfileDialog::Purpose::New, parent);
}

void ProfileDesk::edit(const QString &id, QWidget *parent)
{
    if (const Profile *profile = find(id))
        openEditor(*profile, ProfileDialog::Purpose::Edit, parent);
}

void ProfileDesk::remove(const QString &id)
{
    const Profile *known = find(id);
    if (known == nullptr)
        return;
    const Profile profile = *known;
    if (const auto failure = m_store.remove(id)) {
        emit noticed(failure->text);
        return;
    }
    m_keeper.forget(id, profile.signIn.remembers, this, [=, this](const auto &error) {
        if (error)
            emit noticed(tr("The keychain still holds the secrets of “%1”: %2")
                             .arg(profile.title(), error->text));
    });
    refresh();
}

void ProfileDesk::importFrom(const QString &path)
{
    const auto content = contentOf(path);
    if (!content) {
        emit noticed(content.error().text);
        return;
    }
    const auto profiles = importedProfiles(*content);
    const auto added = profiles ? m_store.add(*profiles) : profiles;
    if (!added) {
        emit noticed(added.error().text);
        return;
    }
    refresh();
    emit noticed(tr("Imported: %1. Passwords and tokens are not part of such a file: you are asked "
                    "for them when you connect.")
                     .arg(added->size()));
}

void ProfileDesk::exportTo(const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(exportedProfiles(m_profiles));
        if (file.commit()) {
            emit noticed(tr("Exported without secrets: “%1”.").arg(path));
            return;
        }
    }
    emit noticed(tr("“%1” cannot be written: %2.").arg(path, file.errorString()));
}

void ProfileDesk::readSecrets(const Profile &profile,
                              QObject *context,
                              const std::function<void(const ProfileSecrets &)> &found)
{
    m_keeper.read(profile.id,
                  profile.signIn.remembers,
                  context,
                  [this, found](const Result<QByteArray> &secret) {
                      if (!secret)
                          emit noticed(secret.error().text);
                      found(secret ? ProfileSecrets::fromKeychain(*secret) : ProfileSecrets());
                  });
}

void ProfileDesk::keepRefreshToken(const Profile &profile, const QString &token)
{
    amb::keepRefreshToken(
        m_keeper, profile, token, this, [this](const std::optional<Error> &error) {
            if (error)
                emit noticed(error->text);
        });
}

void ProfileDesk::markUsed(const Profile &profile)
{
    if (profile.id.isEmpty())
        return;
    if (const auto failure = m_store.markUsed(profile.id, QDateTime::currentDateTime()))
        emit noticed(failure->text);
    refresh();
}

const Profile *ProfileDesk::find(const QString &id) const
{
    for (const Profile &profile : m_profiles) {
        if (profile.id == id)
            return &profile;
    }
    return nullptr;
}

ProfileEditor *ProfileDesk::openEditor(const Profile &profile,
                                       ProfileDialog::Purpose purpose,
                                       QWidget *parent)
{
    auto *editor = new ProfileEditor(m_store, m_keeper, profile, purpose, parent);
    connect(editor, &ProfileEditor::saved, this, &ProfileDesk::refresh);
    connect(editor, &ProfileEditor::noticed, this, &ProfileDesk::noticed);
    connect(editor,
            &ProfileEditor::connectRequested,
            this,
            [this](const Profile &typed, const ProfileSecrets &secrets) {
                markUsed(typed);
                emit openRequested(typed, secrets);
            });
    return editor;
}

} // namespace amb
