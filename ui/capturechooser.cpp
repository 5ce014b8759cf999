// SPDX-License-Identifier: MIT
#include "ui/capturechooser.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QStringList droppedFiles(const QDropEvent &event)
{
    QStringList files;
    const QList<QUrl> urls = event.mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

CaptureChooser::CaptureChooser(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void CaptureChooser::ask()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open Capture"));
    dialog->setObjectName(u"captureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Captures (*.jsonl)"), tr("All (*)")});
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (data.exists(u"captures"_s))
        dialog->setDirectory(data.filePath(u"captures"_s));
    connect(dialog, &QFileDialog::fileSelected, this, &CaptureChooser::chosen);
    dialog->open();
}

bool CaptureChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList files = droppedFiles(*drop);
        if (files.isEmpty())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop) {
            for (const QString &file : files)
                emit chosen(file);
        }
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace amb
