// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturearchive.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace amb {

class EmptyText;
class NoticeBar;

/// The captures of earlier runs: opened by a double click or Return, moved to the trash by Delete;
/// and a way to choose any other file.
class CaptureDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CaptureDialog(CaptureArchive archive, QWidget *parent = nullptr);

signals:
    void chosen(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void refresh();
    void updateButtons();
    void openCurrent();
    void chooseOther();
    void discardCurrent();
    [[nodiscard]] const ArchivedCapture *current() const;

    CaptureArchive m_archive;
    QList<ArchivedCapture> m_captures;
    NoticeBar *m_notice;
    QTreeWidget *m_list;
    EmptyText *m_empty;
    QLabel *m_total;
    QPushButton *m_open;
    QPushButton *m_discard;
};

} // namespace amb
