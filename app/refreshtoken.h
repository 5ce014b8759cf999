// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/secrets/secretkeeper.h"

namespace amb {

/// Keeps the refresh token that came with a sign-in (empty: the old one is of no use any more)
/// where the profile's other secrets are. Nothing is kept for a profile that is not saved.
void keepRefreshToken(SecretKeeper &keeper,
                      const Profile &profile,
                      const QString &token,
                      QObject *context,
                      const SecretStore::Done &done);

} // namespace amb
