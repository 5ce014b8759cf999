// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/instance/profilesecrets.h"
#include "core/monitor.h"
#include "core/result.h"

namespace amb {

/// What a profile means to a Monitor, the capture left to the caller. Reads the files that the
/// profile names; an Error says which of them, and what is wrong with it.
Result<MonitorOptions> monitorOptionsFor(const Profile &profile, const ProfileSecrets &secrets);

/// Its sign-in alone.
Result<Credentials> credentialsFor(const SignInChoice &signIn, const ProfileSecrets &secrets);

/// Its channels; what is no channel pattern is left out.
QList<ChannelPattern> channelsOf(const Profile &profile);

/// The content of a file of the user, such as a certificate's. An Error names the file.
Result<QByteArray> contentOf(const QString &path);
Result<QList<QSslCertificate>> certificatesIn(const QString &path);

} // namespace amb
