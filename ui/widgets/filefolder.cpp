// SPDX-License-Identifier: MIT
#include "ui/widgets/filefolder.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto folderKey = "files/folder"_L1;

} // namespace

void beginInLastFolder(QFileDialog &dialog)
{
    const QString last = QSettings().value(folderKey).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &folder : {last, documents, QDir::homePath()}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            dialog.setDirectory(folder);
            break;
        }
    }
    QObject::connect(&dialog, &QFileDialog::fileSelected, &dialog, [](const QString &path) {
        QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    });
}

} // namespace amb
