// SPDX-License-Identifier: MIT
#include "app/refreshtoken.h"

#include "core/instance/profilesecrets.h"

namespace amb {

void keepRefreshToken(SecretKeeper &keeper,
                      const Profile &profile,
                      const QString &token,
                      QObject *context,
                      const SecretStore::Done &done)
{
    if (profile.id.isEmpty())
        return;
    const bool remembers = profile.signIn.remembers;
    keeper.read(profile.id,
                remembers,
                context,
                [=, &keeper, id = profile.id](const Result<QByteArray> &kept) {
                    if (!kept)
                        return done(kept.error());
                    ProfileSecrets secrets = ProfileSecrets::fromKeychain(*kept);
                    secrets.refreshToken = token;
                    keeper.keep(id, secrets.toKeychain(), remembers, context, done);
                });
}

} // namespace amb
