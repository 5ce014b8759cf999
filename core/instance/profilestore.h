// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace amb {

/// The saved instances, in a JSON file that amb-monitor and ambcat share.
///
/// Every change is made to the file as it is at that moment, under a lock, and the file is replaced
/// as a whole: programs that run at once lose nothing of each other's, and a crash leaves the old
/// file or the new one. What is not understood in the file is kept.
class ProfileStore
{
public:
    /// The file that both programs use.
    static QString defaultPath();

    explicit ProfileStore(QString path = defaultPath());

    struct Contents
    {
        QList<Profile> profiles; ///< the ones used last first
        QString notice; ///< what people should know of the file, or empty
    };

    /// A damaged file is kept aside under a dated name and said so in the notice; the list is empty
    /// then. Fails where the file is there and cannot be read.
    [[nodiscard]] Result<Contents> read() const;
    /// The profile with that name, in any case.
    [[nodiscard]] Result<std::optional<Profile>> find(const QString &name) const;

    /// Adds a profile, or replaces the one with its id; returns it with its id. A profile without a
    /// name gets its host's. Two profiles cannot have one name.
    Result<Profile> save(Profile profile);
    /// Adds profiles with names that are still free ("Dev 2"); returns them as they were saved.
    Result<QList<Profile>> add(QList<Profile> profiles);
    std::optional<Error> remove(const QString &id);
    std::optional<Error> markUsed(const QString &id, const QDateTime &time);

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    using Change = std::function<std::optional<Error>(QJsonArray &)>;

    [[nodiscard]] Result<QJsonObject> readRoot(QString &notice) const;
    [[nodiscard]] Result<QJsonObject> keepAside(const QString &why, QString &notice) const;
    [[nodiscard]] std::optional<Error> change(const Change &how) const;

    QString m_path;
};

} // namespace amb
