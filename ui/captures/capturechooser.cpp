// SPDX-License-Identifier: MIT
#include "ui/captures/capturechooser.h"

#include "ui/captures/capturedialog.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

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
    auto *dialog = new CaptureDialog(CaptureArchive(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CaptureDialog::chosen, this, &CaptureChooser::chosen);
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
