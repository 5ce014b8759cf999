// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QVBoxLayout;

namespace amb {

class Highlighters;
struct Highlighter;

/// Edits the rules that colour the message list. Each change shows in the list at once.
class HighlighterDialog : public QDialog
{
    Q_OBJECT

public:
    /// highlighters must outlive the dialog.
    explicit HighlighterDialog(Highlighters &highlighters, QWidget *parent = nullptr);

private:
    void buildList(QVBoxLayout &layout);
    void buildForm(QVBoxLayout &layout);
    void addRule();
    void removeRule();
    void moveRule(int by);
    void readForm();
    void showRule();
    void takeCheckMark(const QListWidgetItem &item);
    void change(int row, const Highlighter &rule);
    void refreshItem(int row);

    Highlighters &m_highlighters;
    QListWidget *m_list;
    QLineEdit *m_text;
    QCheckBox *m_isPattern;
    QCheckBox *m_isCaseSensitive;
    QComboBox *m_hue;
    QLabel *m_problem;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    bool m_isShowing = false;
};

} // namespace amb
