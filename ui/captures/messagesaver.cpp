// SPDX-License-Identifier: MIT
#include "ui/captures/messagesaver.h"

#include "core/capture/capturesave.h"
#include "core/capture/capturestore.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/filefolder.h"
#include "ui/widgets/wording.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// A name that every file system takes.
QString fileName(const QString &name)
{
    constexpr auto suffix = ".jsonl"_L1;
    const QString stem = name.endsWith(suffix) ? name.chopped(suffix.size()) : name;
    QString safe;
    for (const QChar letter : stem)
        safe.append(letter.isLetterOrNumber() || letter == u'.' || letter == u'-' ? letter : u'_');
    return u"%1-%2.jsonl"_s.arg(safe, QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
}

} // namespace

MessageSaver::MessageSaver(QMenu &menu, MessageView &view, QString name)
    : QObject(&view)
    , m_view(view)
    , m_name(std::move(name))
{
    QAction *all = add(menu, tr("&All Recorded…"), u"actionSaveAll"_s, What::All);
    all->setShortcut(QKeySequence::Save);
    QAction *shown = add(menu, tr("Those &Shown…"), u"actionSaveShown"_s, What::Shown);
    QAction *selected = add(menu, tr("Those Se&lected…"), u"actionSaveSelected"_s, What::Selected);
    connect(&menu, &QMenu::aboutToShow, this, [this, all, shown, selected] {
        all->setEnabled(hasRows(What::All));
        shown->setEnabled(hasRows(What::Shown));
        selected->setEnabled(hasRows(What::Selected));
    });
    // A key may come before the menu was ever open.
    connect(&menu, &QMenu::aboutToHide, this, [all, shown, selected] {
        for (QAction *action : {all, shown, selected})
            action->setEnabled(true);
    });
}

QAction *MessageSaver::add(QMenu &menu, const QString &text, const QString &objectName, What what)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, [this, what] { ask(what); });
    return action;
}

void MessageSaver::ask(What what)
{
    if (m_progress) {
        emit said(tr("Messages are being saved already: wait until that is done."));
        return;
    }
    if (!hasRows(what)) {
        emit said(tr("There is no message to save."));
        return;
    }
    auto *dialog = new QFileDialog(m_view.window(), tr("Save Messages"));
    dialog->setObjectName(u"saveMessagesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->setNameFilters({tr("Captures (*.jsonl)"), tr("All (*)")});
    beginInLastFolder(*dialog);
    dialog->selectFile(fileName(m_name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString &path) {
        save(what, path);
    });
    dialog->open();
}

bool MessageSaver::hasRows(What what) const
{
    const CaptureStore &store = m_view.messages().store();
    switch (what) {
    case What::All:
        return store.endRow() > store.firstRow();
    case What::Shown:
        return m_view.messages().rowCount() > 0;
    case What::Selected:
        break;
    }
    return m_view.selectionModel()->hasSelection();
}

std::vector<Row> MessageSaver::rows(What what) const
{
    const MessageModel &model = m_view.messages();
    std::vector<Row> rows;
    if (what == What::All) {
        for (Row row = model.store().firstRow(); row < model.store().endRow(); row = row + 1)
            rows.push_back(row);
    } else if (what == What::Shown) {
        for (int index = 0; index < model.rowCount(); ++index)
            rows.push_back(model.rowAt(index));
    } else {
        const QItemSelection selection = m_view.selectionModel()->selection();
        for (const QItemSelectionRange &range : selection) {
            for (int index = range.top(); index <= range.bottom(); ++index)
                rows.push_back(model.rowAt(index));
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    }
    return rows;
}

void MessageSaver::save(What what, const QString &path)
{
    const QFuture<Result<qint64>> saving =
        saveCapture(m_view.messages().store().snapshot(), rows(what), path);
    auto *watcher = new QFutureWatcher<Result<qint64>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        delete m_progress;
        if (watcher->isCanceled())
            emit said(tr("Nothing was saved."));
        else
            finish(watcher->result(), path);
    });
    showProgress(saving, *watcher);
    watcher->setFuture(saving);
}

void MessageSaver::showProgress(const QFuture<Result<qint64>> &saving,
                                const QFutureWatcherBase &watcher)
{
    auto *progress = new QProgressDialog(m_view.window());
    progress->setObjectName(u"saveProgress"_s);
    progress->setWindowTitle(tr("Save Messages"));
    progress->setLabelText(tr("Saving messages…"));
    progress->setRange(saving.progressMinimum(), saving.progressMaximum());
    connect(
        &watcher, &QFutureWatcherBase::progressValueChanged, progress, &QProgressDialog::setValue);
    connect(progress, &QProgressDialog::canceled, this, [saving] {
        QFuture<Result<qint64>> stopped = saving;
        stopped.cancel();
    });
    m_progress = progress;
}

void MessageSaver::finish(const Result<qint64> &saved, const QString &path)
{
    if (saved) {
        emit said(
            tr("%1 messages saved as %2.").arg(numberText(*saved), QDir::toNativeSeparators(path)));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning,
                                tr("Save Messages"),
                                saved.error().text,
                                QMessageBox::Ok,
                                m_view.window());
    box->setObjectName(u"saveTrouble"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace amb
