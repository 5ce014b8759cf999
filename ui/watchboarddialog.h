// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablerequest.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace amb {

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
    QLabel *m_state;
    QLineEdit *m_address;
    QLabel *m_hint;
    QPushButton *m_watch;
};

} // namespace amb
