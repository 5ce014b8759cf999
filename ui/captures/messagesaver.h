// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QFutureWatcherBase;
class QMenu;
class QProgressDialog;

namespace amb {

class MessageView;

/// Saves messages of the list as a capture of their own: all that are recorded, those that the list
/// shows, or those that are selected in it.
class MessageSaver : public QObject
{
    Q_OBJECT

public:
    /// Fills menu with the actions. name is what files are called at first.
    MessageSaver(QMenu &menu, MessageView &view, QString name);

signals:
    void said(const QString &text); ///< what came of it

private:
    enum class What {
        All,
        Shown,
        Selected,
    };

    QAction *add(QMenu &menu, const QString &text, const QString &objectName, What what);
    void ask(What what);
    [[nodiscard]] bool hasRows(What what) const;
    [[nodiscard]] std::vector<Row> rows(What what) const;
    void save(What what, const QString &path);
    void showProgress(const QFuture<Result<qint64>> &saving, const QFutureWatcherBase &watcher);
    void finish(const Result<qint64> &saved, const QString &path);

    MessageView &m_view;
    QString m_name;
    QPointer<QProgressDialog> m_progress;
};

} // namespace amb
