// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QAction;
class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace amb {

class Shortcuts;

/// Every action with its key, to be looked up and changed.
class ShortcutDialog : public QDialog
{
    Q_OBJECT

public:
    /// shortcuts must outlive the dialog.
    explicit ShortcutDialog(Shortcuts &shortcuts, QWidget *parent = nullptr);

private:
    void buildList(QVBoxLayout &layout);
    void buildEditor(QVBoxLayout &layout);
    void fill();
    void addFixed();
    void narrow();
    void showAction();
    void readKey();
    void assign(const QKeySequence &key);
    [[nodiscard]] QAction *currentAction() const;

    Shortcuts &m_shortcuts;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QLabel *m_note;
    QPushButton *m_assign;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
};

} // namespace amb
