// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace amb {

/// A capture of an earlier run, or of one that goes on.
struct ArchivedCapture
{
    QString path; ///< its folder
    QString instance; ///< host of the instance, with its port where that is not the default
    QDateTime begun;
    QDateTime lastWritten;
    qint64 bytes = 0; ///< of all its segments
};

/// The captures that the window records, each in a folder `<time>-<host>` of its own below one.
class CaptureArchive
{
public:
    /// `<data>/captures` of this program.
    static QString defaultFolder();

    explicit CaptureArchive(QString folder = defaultFolder());

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// A folder for a capture that begins at a time, which nothing has yet. host may have a port.
    [[nodiscard]] QString freePath(const QString &host, const QDateTime &begun) const;
    /// Newest first. Folders of other names and without a segment are left out.
    [[nodiscard]] QList<ArchivedCapture> captures() const;
    /// Moves a capture to the desktop's trash. The Error says why that does not work and what to
    /// do instead; then the capture stays.
    static std::optional<Error> discard(const ArchivedCapture &capture);

private:
    QString m_folder;
};

} // namespace amb
