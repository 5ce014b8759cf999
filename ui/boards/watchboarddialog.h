// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablerequest.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace amb {

class EmptyText;
class FieldNote;

/// Chooses the task board to be watched: one of those the session may see, or any by its address.
class WatchBoardDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WatchBoardDialog(QWidget *parent = nullptr);

    /// What is to be read to fill the list.
    [[nodiscard]] static TableRequest request();
    /// Says that the boards are being read.
    void setReading();
    void setBoards(const Result<TableRows> &boards);

signals:
    void boardChosen(const QString &sysId);

private:
    void build();
    void filter();
    void check();
    void choose();
    [[nodiscard]] QString chosen() const;

    QLineEdit *m_filter;
    QTreeWidget *m_list;
    EmptyText *m_empty;
    QString m_whyEmpty; ///< while there is no board in the list
    QLineEdit *m_address;
    FieldNote *m_note = nullptr;
    QPushButton *m_watch = nullptr;
};

} // namespace amb
