// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace amb {

/// The version of the format of profiles in a file. A file with a higher one is read, not written.
constexpr int profileFormat = 1;

/// Fails where an entry is no profile. Values that make no sense are left at their default.
Result<Profile> profileFromJson(const QJsonObject &object);
/// All that is known of a profile, for our own file.
QJsonObject profileToJson(const Profile &profile);
/// What is in `ours`, and what else was in `before`, at every depth: keys of a newer version stay.
QJsonObject mergedJson(QJsonObject before, const QJsonObject &ours);

/// A file to give to others: neither secrets, nor when an instance was used, nor unknown keys.
QByteArray exportedProfiles(const QList<Profile> &profiles);
/// Reads such a file, or our own. The profiles have no id and remember no secrets.
Result<QList<Profile>> importedProfiles(const QByteArray &json);

} // namespace amb
