// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

class QFormLayout;
class QGridLayout;
class QWidget;

namespace amb {

class FieldNote;

/// Puts the labels of a form into the middle of their rows: QFormLayout leaves them too high beside
/// fields that are much higher than a text.
void centreLabels(const QFormLayout &form);

/// Rows of a form: each a field with its label before it and room for a note under it. Several
/// parts of a dialog put their rows into one form, so that all are in line.
class FormRows
{
public:
    explicit FormRows(QGridLayout &form);

    /// Adds a field that has its object name already. Its note is returned.
    FieldNote *add(const QString &label, QWidget *field);
    /// The same for a field that shares its row with others, in line.
    FieldNote *add(const QString &label, QWidget *field, QWidget *line);
    /// Adds a field that says itself what it is, such as a check box.
    FieldNote *add(QWidget *field);
    /// Adds what begins where the labels do, without a note.
    void addWide(QWidget *widget);

    /// What is hidden has no trouble.
    void setVisible(QWidget *field, bool visible);
    [[nodiscard]] bool isVisible(const QWidget *field) const;
    [[nodiscard]] FieldNote *note(const QWidget *field) const;

    /// Lets the fields of two forms, one under the other, begin in line.
    static void align(QGridLayout &one, QGridLayout &other);

private:
    struct Row
    {
        QWidget *label = nullptr; ///< where it has one
        QWidget *box = nullptr; ///< the field and its note
        FieldNote *note = nullptr;
        bool isVisible = true;
    };

    FieldNote *addRow(QWidget *label, QWidget *field, QWidget *line);

    QGridLayout &m_form;
    int m_count = 0;
    QHash<const QWidget *, Row> m_rows;
};

} // namespace amb
