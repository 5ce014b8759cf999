// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace amb {

class AlertRules;
class FilterField;
struct AlertRule;

/// Edits the rules by which alerts are raised. Each change holds at once.
class AlertDialog : public QDialog
{
    Q_OBJECT

public:
    /// rules must outlive the dialog.
    explicit AlertDialog(AlertRules &rules, QWidget *parent = nullptr);

private:
    void buildList(QVBoxLayout &layout);
    void buildForm(QVBoxLayout &layout);
    void addRule();
    void removeRule();
    void readForm();
    void showRule();
    void showFields(const AlertRule &rule, bool hasRule);
    void showProblem(const AlertRule &rule, bool hasRule);
    void takeCheckMark(const QListWidgetItem &item);
    void change(int row, const AlertRule &rule);
    void refreshItem(int row);

    AlertRules &m_rules;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QFormLayout *m_form = nullptr;
    QComboBox *m_kind;
    QLineEdit *m_name;
    FilterField *m_filter;
    QLabel *m_problem;
    QLineEdit *m_channel;
    QSpinBox *m_minutes;
    bool m_isShowing = false;
};

} // namespace amb
