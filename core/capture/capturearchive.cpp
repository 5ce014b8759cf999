// SPDX-License-Identifier: MIT
#include "core/capture/capturearchive.h"

#include "core/capture/capturesegment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto timeFormat = "yyyyMMdd-HHmmss"_L1;

/// What stands for the colons of ports and IPv6 addresses, which are no good in names of folders.
constexpr QChar colon = u'_';

/// The capture in a folder, where it is one.
std::optional<ArchivedCapture> captureIn(const QFileInfo &folder)
{
    const QString name = folder.fileName();
    ArchivedCapture capture;
    capture.begun = QDateTime::fromString(name.left(timeFormat.size()), timeFormat);
    const auto files = SegmentFolder::files(folder.filePath());
    if (!capture.begun.isValid() || !files)
        return {};
    capture.path = folder.filePath();
    capture.instance = name.mid(timeFormat.size() + 1).replace(colon, u':');
    for (const QString &path : *files) {
        const QFileInfo file(path);
        capture.bytes += file.size();
        capture.lastWritten = std::max(capture.lastWritten, file.lastModified());
    }
    return capture;
}

} // namespace

QString CaptureArchive::defaultFolder()
{
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return data.filePath(u"captures"_s);
}

CaptureArchive::CaptureArchive(QString folder)
    : m_folder(std::move(folder))
{ }

QString CaptureArchive::freePath(const QString &host, const QDateTime &begun) const
{
    const QString name =
        u"%1-%2"_s.arg(begun.toString(timeFormat), QString(host).replace(u':', colon));
    QString path = QDir(m_folder).filePath(name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(m_folder).filePath(u"%1-%2"_s.arg(name).arg(number));
    return path;
}

QList<ArchivedCapture> CaptureArchive::captures() const
{
    QList<ArchivedCapture> captures;
    const QFileInfoList folders =
        QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &folder : folders) {
        if (const auto capture = captureIn(folder))
            captures.prepend(*capture);
    }
    return captures;
}

std::optional<Error> CaptureArchive::discard(const ArchivedCapture &capture)
{
    if (QFile::moveToTrash(capture.path))
        return {};
    return Error{ErrorKind::Storage,
                 QCoreApplication::translate("amb::CaptureArchive",
                                             "The capture cannot be moved to the trash. To be rid "
                                             "of it, delete its folder yourself: %1")
                     .arg(QDir::toNativeSeparators(capture.path)),
                 {}};
}

} // namespace amb
