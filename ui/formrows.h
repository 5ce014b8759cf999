// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

class QFormLayout;
class QWidget;

namespace amb {

class FieldNote;

/// Rows of a form: each a field with its label before it and room for a note under it. Several
/// parts of a dialog put their rows into one form, so that all are in line.
class FormRows
{
public:
    explicit FormRows(QFormLayout &form);

    /// Adds a field that has its object name already. Its note is returned.
    FieldNote *add(const QString &label, QWidget *field);
    /// Adds a field that says itself what it is, such as a check box.
    FieldNote *add(QWidget *field);

    /// What is hidden has no trouble.
    void setVisible(QWidget *field, bool visible);
    [[nodiscard]] bool isVisible(const QWidget *field) const;
    [[nodiscard]] FieldNote *note(const QWidget *field) const;

private:
    struct Row
    {
        QWidget *box = nullptr;
        FieldNote *note = nullptr;
        bool isVisible = true;
    };

    FieldNote *addRow(QWidget *label, QWidget *field);

    QFormLayout &m_form;
    QHash<const QWidget *, Row> m_rows;
};

} // namespace amb
