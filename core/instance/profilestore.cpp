// SPDX-License-Identifier: MIT
#include "core/instance/profilestore.h"

#include "core/instance/profilejson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// How long another program may hold the file: it needs milliseconds.
constexpr int longestLockMs = 5000;
/// A program that was killed just as it made its lock leaves one that names nobody. Such a lock
/// counts as left behind after this time; one whose holder lives is the system's to keep.
constexpr int staleLockMs = 1000;
constexpr qint64 largestFile = 16LL * 1024 * 1024;
constexpr auto formatKey = "format"_L1;
constexpr auto profilesKey = "profiles"_L1;
constexpr auto idKey = "id"_L1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ProfileStore)
};

Error storageError(const QString &words)
{
    return {ErrorKind::Storage, words, {}};
}

bool isNewer(const QJsonObject &root)
{
    return root.value(formatKey).toInt(profileFormat) > profileFormat;
}

QString nameOf(const QJsonValue &entry)
{
    return entry.toObject().value("name"_L1).toString().simplified();
}

bool isNameOf(const QJsonValue &entry, const QString &name)
{
    return nameOf(entry).compare(name, Qt::CaseInsensitive) == 0;
}

qsizetype indexOf(const QJsonArray &entries, const QString &id)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!id.isEmpty() && entries.at(i).toObject().value(idKey).toString() == id)
            return i;
    }
    return -1;
}

bool isTaken(const QJsonArray &entries, const QString &name)
{
    return std::any_of(entries.begin(), entries.end(), [&name](const QJsonValue &entry) {
        return isNameOf(entry, name);
    });
}

QString freeName(const QJsonArray &entries, const QString &name)
{
    QString candidate = name;
    for (int number = 2; isTaken(entries, candidate); ++number)
        candidate = u"%1 %2"_s.arg(name).arg(number);
    return candidate;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// A name beside path that no file has: profiles.damaged-20261126-101500.json.
QString asideName(const QString &path)
{
    const QFileInfo info(path);
    const QString stem =
        u"%1/%2.damaged-%3"_s.arg(info.path(),
                                  info.completeBaseName(),
                                  QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    QString name = stem + u".json"_s;
    for (int number = 2; QFile::exists(name); ++number)
        name = u"%1-%2.json"_s.arg(stem).arg(number);
    return name;
}

} // namespace

QString ProfileStore::defaultPath()
{
    // Not AppConfigLocation itself: that differs between the two programs.
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    return folder.filePath(u"amb-monitor/profiles.json"_s);
}

ProfileStore::ProfileStore(QString path)
    : m_path(std::move(path))
{ }

Result<ProfileStore::Contents> ProfileStore::read() const
{
    Contents contents;
    const auto root = readRoot(contents.notice);
    if (!root)
        return root.error();
    int unreadable = 0;
    const QJsonArray entries = root->value(profilesKey).toArray();
    for (const auto &entry : entries) {
        auto profile = profileFromJson(entry.toObject());
        if (profile && !profile->id.isEmpty())
            contents.profiles.append(*profile);
        else
            ++unreadable;
    }
    if (unreadable > 0)
        contents.notice = Words::tr("%1 of the saved instances in “%2” could not be read and are "
                                    "left as they are.")
                              .arg(unreadable)
                              .arg(m_path);
    std::stable_sort(contents.profiles.begin(),
                     contents.profiles.end(),
                     [](const Profile &one, const Profile &other) {
                         if (one.lastUsed != other.lastUsed)
                             return one.lastUsed > other.lastUsed;
                         return one.title().localeAwareCompare(other.title()) < 0;
                     });
    return contents;
}

Result<std::optional<Profile>> ProfileStore::find(const QString &name) const
{
    const auto contents = read();
    if (!contents)
        return contents.error();
    for (const Profile &profile : contents->profiles) {
        if (profile.name.compare(name.simplified(), Qt::CaseInsensitive) == 0)
            return std::optional(profile);
    }
    return std::optional<Profile>();
}

Result<Profile> ProfileStore::save(Profile profile)
{
    profile.name = profile.title().simplified();
    const auto failure = change([&profile](QJsonArray &entries) -> std::optional<Error> {
        qsizetype at = indexOf(entries, profile.id);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            if (i != at && isNameOf(entries.at(i), profile.name))
                return Error{ErrorKind::Input,
                             Words::tr("“%1” is the name of another saved instance: choose one "
                                       "that is not taken.")
                                 .arg(profile.name),
                             {}};
        }
        if (profile.id.isEmpty())
            profile.id = newId();
        if (at < 0) {
            at = entries.size();
            entries.append(QJsonObject());
        }
        entries.replace(at, mergedJson(entries.at(at).toObject(), profileToJson(profile)));
        return {};
    });
    if (failure)
        return *failure;
    return profile;
}

Result<QList<Profile>> ProfileStore::add(QList<Profile> profiles)
{
    const auto failure = change([&profiles](QJsonArray &entries) -> std::optional<Error> {
        for (Profile &profile : profiles) {
            profile.id = newId();
            profile.name = freeName(entries, profile.title().simplified());
            entries.append(profileToJson(profile));
        }
        return {};
    });
    if (failure)
        return *failure;
    return profiles;
}

std::optional<Error> ProfileStore::remove(const QString &id)
{
    return change([&id](QJsonArray &entries) -> std::optional<Error> {
        const qsizetype at = indexOf(entries, id);
        if (at >= 0)
            entries.removeAt(at);
        return {};
    });
}

std::optional<Error> ProfileStore::markUsed(const QString &id, const QDateTime &time)
{
    return change([&id, &time](QJsonArray &entries) -> std::optional<Error> {
        const qsizetype at = indexOf(entries, id);
        if (at < 0)
            return {};
        QJsonObject entry = entries.at(at).toObject();
        entry.insert("lastUsed"_L1, time.toUTC().toString(Qt::ISODate));
        entries.replace(at, entry);
        return {};
    });
}

Result<QJsonObject> ProfileStore::readRoot(QString &notice) const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return storageError(
            Words::tr("The saved instances cannot be read from “%1”: %2. Check who may read the "
                      "file.")
                .arg(m_path, file.errorString()));
    QJsonParseError parsing;
    const QByteArray content = file.read(largestFile);
    file.close();
    const QJsonDocument document = QJsonDocument::fromJson(content, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return keepAside(
            Words::tr("%1 at character %2").arg(parsing.errorString()).arg(parsing.offset), notice);
    const QJsonObject root = document.object();
    if (!root.value(profilesKey).isArray())
        return keepAside(Words::tr("it has no list “profiles”"), notice);
    if (isNewer(root))
        notice = Words::tr("“%1” was written by a newer version of this program: it is read as far "
                           "as it is understood, and nothing is saved to it.")
                     .arg(m_path);
    return root;
}

/// Renames the damaged file; an empty root takes its place.
Result<QJsonObject> ProfileStore::keepAside(const QString &why, QString &notice) const
{
    const QString aside = asideName(m_path);
    if (QFile::rename(m_path, aside))
        notice = Words::tr("The saved instances could not be read (%1). The file was kept as “%2”; "
                           "the list starts empty.")
                     .arg(why, aside);
    else if (QFile::exists(m_path))
        return storageError(Words::tr("The saved instances in “%1” cannot be read (%2), and the "
                                      "file cannot be renamed: move it away.")
                                .arg(m_path, why));
    return QJsonObject();
}

std::optional<Error> ProfileStore::change(const Change &how) const
{
    const auto cannotSave = [this](const QString &why) {
        return storageError(Words::tr("Nothing could be saved to “%1”: %2.").arg(m_path, why));
    };
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return cannotSave(Words::tr("its folder cannot be made"));
    QLockFile lock(m_path + u".lock"_s);
    lock.setStaleLockTime(staleLockMs);
    if (!lock.tryLock(longestLockMs))
        return cannotSave(lock.error() == QLockFile::LockFailedError
                              ? Words::tr("another program is changing it; try again")
                              : Words::tr("its folder is not to be written to"));
    QString notice; // told by the read() before; what is damaged is moved, not overwritten
    auto root = readRoot(notice);
    if (!root)
        return root.error();
    if (isNewer(*root))
        return cannotSave(Words::tr("it was written by a newer version of this program"));
    QJsonArray entries = root->value(profilesKey).toArray();
    if (auto refusal = how(entries))
        return refusal;
    root->insert(formatKey, profileFormat);
    root->insert(profilesKey, entries);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotSave(file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(*root).toJson());
    if (!file.commit())
        return cannotSave(file.errorString());
    return {};
}

} // namespace amb
